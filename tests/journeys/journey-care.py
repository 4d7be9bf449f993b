#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan for oneself → a ritual of one's own from it → a day to look at it → its reminder → the other one finds nothing of it.

Usage: journey-care.py FOOTBRIDGE FOOTBRIDGE-WINDOW APP-ID [--keep]

By a screen reader's actions, the keyboard and the notification, in the real programs. Prints TAP.
"""

import datetime
import json
import os
import signal
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from desk import wait_for  # noqa: E402
from journey import Journey, main  # noqa: E402

TEXT = "once around the <park>"
MAKE = f"Make a ritual of “{TEXT}”"
NOW = datetime.datetime(2026, 11, 22, 14, 0)
REVIEW = datetime.date(2026, 11, 25)


class Care(Journey):
    def ask(self, *words):
        return json.loads(self.desk.run(*words, "--json"))

    def open(self):
        desk = self.desk
        desk.shift_clock_to(str(NOW))
        desk.write_environment()
        desk.run("setup", "--me", "Alex", "--partner", "Robin", "--reminders", "on")
        desk.run()
        reader = self.read()
        reader.find(name="Alex is here")
        desk.focus_window()
        desk.key("alt+5")
        reader.press("Care Plan")
        reader.find(contains="Only you see them here.")
        reader.check_names()
        self.step("the plan for oneself is opened from Reflect")

    def add(self):
        reader = self.reader
        reader.press("Movement")
        reader.write("What does you good", TEXT)
        # The one in this window: the header below has another.
        reader.find_all(name="Add", role="push button")[-1].get_action_iface().do_action(0)
        reader.find(name=MAKE)
        wait_for("it to be stored",
                 lambda: [(one["area"], one["text"]) for one in self.ask("care", "list")] == [("movement", TEXT)])
        reader.check_names()
        self.step("a line is added to it")

    def make_ritual(self):
        reader = self.reader
        reader.press(MAKE)
        reader.find(name="Save", role="push button")
        reader.check_names()
        reader.press("Save")
        reader.is_gone(name="Save", role="push button")
        reader.find(contains=f"Now “{TEXT}”")
        rituals = self.ask("ritual", "list")
        assert len(rituals) == 1 and rituals[0]["who"] and (rituals[0]["title"], rituals[0]["state"]) == (TEXT, "agreed"), rituals
        assert self.ask("invite", "list") == [], "somebody was asked"
        # What it would remind of meanwhile is not what this is about.
        self.desk.run("ritual", "rest", rituals[0]["id"])
        self.step("a ritual of one’s own comes of it, and asks nobody")

    def set_day(self):
        reader = self.reader
        reader.write("A day to look at it again", REVIEW.isoformat())
        wait_for("the day", lambda: self.ask("care", "list")[0]["review_on"] == REVIEW.isoformat())
        reader.check_names()
        self.step("a day to look at it again is kept as soon as it is one")

    def remind(self):
        """The service that is there that morning shows it, and it leads to the plan."""
        desk, reader = self.desk, self.reader
        desk.key("Escape")
        reader.is_gone(contains="Only you see them here.")
        desk.key("ctrl+w")
        wait_for("the window to close", lambda: not desk.windows())
        os.kill(desk.service_pid(), signal.SIGTERM)
        wait_for("the service to go", lambda: not desk.service_pid())
        desk.shift_clock_to(f"{REVIEW} 08:59:50")
        desk.write_environment()
        desk.start([desk.program, "--gapplication-service"], env=desk.footbridge_env(), log="service")
        wait_for("the reminder", lambda: desk.shown_notifications() == 1, seconds=90)
        said = desk.press_notification("Open")
        assert TEXT not in said, said
        reader = self.read()
        reader.find(contains="Only you see them here.")
        reader.find(contains=TEXT)
        desk.key("Escape")
        reader.is_gone(contains="Only you see them here.")
        self.step("on that morning a reminder comes that does not say what it is about, and opens the plan")

    def hide(self):
        """The other one, at the same computer."""
        desk, reader = self.desk, self.reader
        assert self.ask("care", "list", "--as", "Robin") == []
        desk.focus_window()
        desk.key("ctrl+shift+h")
        reader.find(contains="Pass the computer to Robin")
        reader.click(reader.find(name="I Am Robin", role="label"))
        reader.find(name="Robin is here")
        desk.focus_window()
        desk.key("alt+5")
        reader.press("Care Plan")
        reader.find(contains="Only you see them here.")
        assert not reader.find_all(contains=TEXT), "the other one reads it"
        self.step("the other one finds nothing of it")

    def run(self):
        self.open()
        self.add()
        self.make_ritual()
        self.set_day()
        self.remind()
        self.hide()


if __name__ == "__main__":
    main(Care)
