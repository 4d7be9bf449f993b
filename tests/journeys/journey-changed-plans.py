#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A ritual is edited, rests, ends and goes, a win is starred and removed, names and reminders are changed: and each is taken
back with the toast's own button, as a person changes their mind.

Usage: journey-changed-plans.py FOOTBRIDGE FOOTBRIDGE-WINDOW APP-ID [--keep]

In the real programs, by a screen reader's actions, the mouse and the keyboard. Prints TAP.
"""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from desk import wait_for  # noqa: E402
from journey import Journey, main  # noqa: E402

NOW = "2026-11-23 18:00:00"


class ChangedPlans(Journey):
    def take_back(self):
        """With the mouse, on the button that the toast has."""
        self.reader.click(self.reader.find(name="Undo", role="push button"))
        self.reader.is_gone(name="Undo", role="push button")

    def ritual(self):
        found = [ritual for ritual in json.loads(self.desk.run("ritual", "list", "--json")) if ritual["id"] == self.id]
        return found[0] if found else None

    def agree(self):
        self.desk.run("ritual", "agree", self.id, "--as", "Robin")

    def wait_for_ritual(self, what, **values):
        wait_for(what, lambda: self.ritual() and all(self.ritual()[key] == value for key, value in values.items()))

    def prepare(self):
        desk = self.desk
        desk.run("setup", "--me", "Alex", "--partner", "Robin", "--reminders", "on")
        self.id = desk.add_agreed("--title", "Tea", "--start", "2026-11-23T21:00", "--rule", "FREQ=WEEKLY;BYDAY=MO")
        for text in ("Robin put the kettle on", "We laughed about the rain"):
            desk.run("win", "add", text)

    def run(self):
        desk = self.desk
        desk.shift_clock_to(NOW)
        desk.write_environment()
        self.prepare()
        desk.start([desk.window, "--open", self.id], env=desk.footbridge_env())
        self.read()
        self.reader.find(name="Edit")
        self.change_ritual()
        self.rest_and_end()
        self.change_win()
        self.change_preferences()
        self.look_up_keys()

    def change_ritual(self):
        reader = self.reader
        reader.press("Edit")
        reader.write("Smaller version, for tired days", "One cup")
        reader.check_names()
        self.desk.key("ctrl+Return")
        self.wait_for_ritual("the edit", smaller="One cup", rule="FREQ=WEEKLY;BYDAY=MO")
        self.step("a ritual gets a smaller version, which needs no yes")
        self.take_back()
        self.wait_for_ritual("it to be gone", smaller="", rule="FREQ=WEEKLY;BYDAY=MO")
        self.step("the toast's button takes the edit back")

        reader.press("Edit")
        reader.press("Wednesday")
        reader.find(name="Propose")
        reader.check_names()
        self.desk.key("ctrl+Return")
        reader.find(contains="You have proposed a change")
        self.wait_for_ritual("nothing to change before the yes", rule="FREQ=WEEKLY;BYDAY=MO")
        self.agree()
        self.wait_for_ritual("the yes", rule="FREQ=WEEKLY;BYDAY=MO,WE")
        self.step("that it comes on one day more is proposed, and so once the other one said yes")

    def rest_and_end(self):
        reader = self.reader
        reader.press("Rest…")
        reader.press("Rest, Open End")
        self.wait_for_ritual("the rest", state="resting")
        self.take_back()
        self.wait_for_ritual("it to be agreed again", state="agreed")
        self.step("it rests, and is taken up again by the toast")

        reader.press("Rest…")
        reader.press("Rest, Open End")
        self.wait_for_ritual("the rest", state="resting")
        reader.press("Propose to Go On")
        reader.find(contains="You have proposed this")
        self.agree()
        self.wait_for_ritual("it to be agreed again", state="agreed")
        self.step("that it goes on is proposed by its own button, and so it does")

        reader.press("End")
        self.wait_for_ritual("the end", state="ended")
        self.take_back()
        self.wait_for_ritual("it to be agreed again", state="agreed")
        self.step("it ends, and the end is taken back")

        reader.press("Remove")
        wait_for("it to be gone", lambda: self.ritual() is None)
        self.take_back()
        wait_for("it to be back", self.ritual)
        self.step("it goes with its record, and comes back")

    def wins(self):
        return json.loads(self.desk.run("win", "list", "--json"))

    def change_win(self):
        reader = self.reader
        self.desk.key("alt+4")
        reader.find(contains="laughed about the rain")
        reader.press("Star “We laughed about the rain”", role=("toggle button", "push button"))
        wait_for("the star", lambda: any(win["starred"] for win in self.wins()))
        self.step("a win is starred")

        # Two rows: the newest one is first, and Delete takes the one in focus.
        reader.click(reader.find(contains="laughed about the rain"))
        if len(self.desk.windows()) > 1:
            self.desk.key("Escape")
            wait_for("the editor to close", lambda: len(self.desk.windows()) == 1)
        self.desk.key("Delete")
        wait_for("the win to go", lambda: len(self.wins()) == 1)
        self.take_back()
        wait_for("the win to be back", lambda: len(self.wins()) == 2)
        self.step("a win is removed, and brought back by the toast")

    def change_preferences(self):
        reader, desk = self.reader, self.desk
        desk.key("ctrl+comma")
        reader.click(reader.find(name="Your name", role=("text", "entry")))
        desk.key("ctrl+a")
        desk.type("Alexis")
        desk.key("Return")
        wait_for("the name", lambda: "Alexis" in desk.run("person", "list"))
        reader.press("Say what it is about", role=("switch", "toggle button", "check box"))
        wait_for("titles", lambda: json.loads(desk.run("reminders", "status", "--json"))["show_titles"])
        reader.check_names()
        self.step("names and what reminders say are changed in the preferences")
        desk.key("Escape")
        wait_for("the preferences to close", lambda: len(desk.windows()) == 1)
        self.step("Escape closes them, whatever a toast says meanwhile")

    def look_up_keys(self):
        self.desk.key("ctrl+question")
        self.reader.find(contains="Ctrl+N")
        self.reader.check_names()
        self.desk.key("Escape")
        wait_for("the keys to go", lambda: len(self.desk.windows()) == 1)
        self.step("the keys can be looked up")


if __name__ == "__main__":
    main(ChangedPlans)
