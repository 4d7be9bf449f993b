#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pass the computer on → nothing of the one for the other → safety, and close now → who is here? → leave → erase → begin anew.

Usage: journey-hand-over.py FOOTBRIDGE FOOTBRIDGE-WINDOW APP-ID [--keep]
"""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from desk import wait_for  # noqa: E402
from journey import Journey, main  # noqa: E402

TITLE = "Ten quiet minutes"


class HandOver(Journey):
    def people(self):
        return [person["name"] for person in json.loads(self.desk.run("person", "list", "--json"))]

    def rituals(self):
        return {ritual["title"]: ritual["state"] for ritual in json.loads(self.desk.run("ritual", "list", "--json"))}

    def names_in_the_tree(self, node=None):
        """All that a program on the accessibility bus can find, whether it shows or not."""
        node = node or self.reader.application()
        names = [node.get_name() or ""]
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child is not None:
                names += self.names_in_the_tree(child)
        return names

    def open(self):
        # Once more, should the process of a window that was closed just now still be on its way out.
        wait_for("the window", lambda: self.desk.windows() or self.desk.run() and None, seconds=60, every=3)
        return self.read()

    def pass_on(self):
        desk, reader = self.desk, self.open()
        reader.find(name="Alex is here")
        reader.find(contains=TITLE)
        reader.press("Alex is here")
        reader.press("Pass the Computer to Robin")
        reader.find(name="Pass the computer to Robin.")
        reader.check_names()
        names = "\n".join(self.names_in_the_tree())
        for word in (TITLE, "Today", "Rituals", "Celebrate", "Alex is here"):
            assert word not in names, (word, names)
        assert reader.focused() == "I Am Robin", reader.focused()
        self.step("between the two nothing of what is kept is on the screen, or in the accessible tree")

        reader.press("Stay with Alex")
        reader.find(contains=TITLE)
        # Out of a menu, which has all keys to itself.
        desk.key("F10")
        reader.find(name="Preferences", role="menu item")
        desk.key("ctrl+shift+h")
        reader.find(name="I Am Robin")
        desk.key("Return")
        reader.find(name="Robin is here")
        reader.find(contains=TITLE)
        self.step("one press, and the other one is here")

    def undo(self):
        """A win of Robin's, which Alex does not take back."""
        desk, reader = self.desk, self.reader
        desk.key("ctrl+n")
        reader.write("What someone did", "Alex put the kettle on", role=("text", "entry"))
        desk.key("ctrl+Return")
        wait_for("the win", lambda: json.loads(desk.run("win", "list", "--json")))
        reader.find(name="Undo", role="push button")
        desk.key("ctrl+shift+h")
        reader.find(name="I Am Alex")
        desk.key("Return")
        reader.find(name="Alex is here")
        reader.is_gone(name="Undo", role="push button")
        desk.key("ctrl+z")
        desk.key("alt+4")
        reader.find(contains="put the kettle on")
        assert len(json.loads(desk.run("win", "list", "--json"))) == 1
        self.step("nobody takes back what the other one did")

    def safety(self):
        desk, reader = self.desk, self.reader
        reader.press("Main menu")
        reader.press("Safety")
        reader.find(contains="comes before anything")
        reader.check_names()
        reader.click(reader.find(contains="Whom It Is Not For"))
        reader.find(contains="the emergency number of your country")
        reader.press("Close Now")
        wait_for("all windows to close", lambda: not desk.windows())
        self.step("safety is told in plain words, and one press closes everything")

    def leave(self):
        desk, reader = self.desk, self.open()
        # Without installed settings nobody is asked, and the first one is here.
        reader.press("Alex is here")
        reader.press("Leave…")
        reader.find(contains="Robin is not told")
        reader.check_names()
        reader.write("Type “Alex” to leave", "Alex")
        reader.press("Leave")
        reader.find(name="You have left.")
        assert self.people() == ["Robin"], self.people()
        assert self.rituals() == {TITLE: "resting"}, self.rituals()
        reader.press("Close Footbridge")
        wait_for("all windows to close", lambda: not desk.windows())
        self.step("Alex leaves alone, with what is Alex's alone; what was of both rests")

        reader = self.open()
        reader.find(contains="Nothing planned")
        assert not reader.find_all(contains="Alex"), reader.outline()
        assert not reader.find_all(contains="is here"), reader.outline()
        self.step("the one who stays finds Footbridge for one, and no message")

    def erase(self):
        desk, reader = self.desk, self.reader
        desk.run("erase", "--yes-erase-everything")
        reader.find(contains="Whom it is not for")
        reader.is_gone(contains="Nothing planned")
        reader.press("Begin")
        reader.write("Your name", "Sam")
        reader.press("Continue")
        reader.press("None for Now")
        reader.press("Turn Reminders On")
        reader.find(contains="Nothing planned")
        wait_for("somebody new", lambda: self.people() == ["Sam"])
        assert self.rituals() == {} and not json.loads(desk.run("win", "list", "--json"))
        assert json.loads(desk.run("reminders", "status", "--json"))["reminders_on"]
        self.step("everything is erased while the window is open, which begins anew")

        desk.key("ctrl+comma")
        reader.press("Erase Everything…")
        reader.find(contains="cannot be brought back")
        reader.check_names()
        reader.write("Type “erase” to go on", "erase")
        reader.press("Erase Everything")
        reader.find(contains="Whom it is not for")
        wait_for("one window", lambda: len(desk.windows()) == 1)
        desk.key("ctrl+q")
        wait_for("the window to close", lambda: not desk.windows())
        assert desk.run("person", "list", check=False) == ""
        self.step("and from the preferences, with a word")

    def run(self):
        self.desk.shift_clock_to("2026-11-23 18:20:00")
        self.desk.write_environment()
        self.desk.run("setup", "--me", "Alex", "--partner", "Robin", "--reminders", "on")
        self.desk.add_agreed("--title", TITLE, "--start", "2026-11-23T19:00", "--rule", "FREQ=DAILY")
        self.desk.run("ritual", "add", "--title", "Alone at the piano", "--start", "2026-11-24T19:00", "--who", "me")
        self.pass_on()
        self.undo()
        self.safety()
        self.leave()
        self.erase()


if __name__ == "__main__":
    main(HandOver)
