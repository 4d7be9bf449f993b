#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""One proposes a moment together → the other names another time → yes → both are reminded.

Usage: journey-invitation.py FOOTBRIDGE FOOTBRIDGE-WINDOW APP-ID [--keep]
"""

import json
import os
import signal
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from desk import wait_for  # noqa: E402
from journey import Journey, main  # noqa: E402

TITLE = "A walk in the dark"
NOW = "2026-11-23 18:01:00"
TIME = "18:04"
SOON = "2026-11-23 18:03:50"


class Invitation(Journey):
    def hand_over(self, name):
        self.desk.key("ctrl+shift+h")
        self.reader.find(name=f"I Am {name}")
        self.desk.key("Return")
        self.reader.find(name=f"{name} is here")

    def waiting(self):
        return json.loads(self.desk.run("invite", "list", "--json"))

    def propose(self):
        desk, reader = self.desk, self.reader
        reader.press("Add")
        reader.press("Moment Together")
        reader.write("What it is", TITLE)
        reader.write("A few words of your own, if you like", "We need not talk.")
        reader.check_names()
        desk.key("ctrl+Return")
        wait_for("the invitation", self.waiting)
        reader.is_gone(name="Moment Together")
        reader.find(name="What you have proposed, Robin can answer when it is their turn here.")
        reader.press(f"Withdraw “{TITLE}”")
        wait_for("it to be taken back", lambda: not self.waiting())
        reader.is_gone(contains=TITLE)
        reader.press("Undo")
        wait_for("the invitation again", self.waiting)
        reader.find(name=f"Withdraw “{TITLE}”")
        reader.check_names()
        self.step("a moment is proposed; Today says so to whoever has asked, who can withdraw it, and no more")

    def name_another_time(self):
        reader = self.reader
        self.hand_over("Robin")
        reader.find(name="Alex proposes")
        reader.find(contains="We need not talk.")
        reader.check_names()
        self.step("the other one finds it on Today, with the words")

        reader.press(f"Another time, “{TITLE}”")
        reader.write("Day", "2026-11-23")
        reader.write("Time", TIME)
        reader.press("Propose This Time")
        wait_for("the other time", lambda: self.waiting()[0]["other_time"] == f"2026-11-23T{TIME}")
        reader.is_gone(name="Alex proposes")
        self.step("another time is named in place, and then it waits for the one who has asked")

    def agree(self):
        reader = self.reader
        self.hand_over("Alex")
        reader.find(name="Robin names another time")
        reader.find(contains=f"oday at {TIME}")
        reader.find(contains="At first it was")
        reader.press(f"Yes, “{TITLE}”")
        wait_for("the agreement", lambda: not self.waiting())
        moment, = json.loads(self.desk.run("agenda", "--json"))
        assert (moment["title"], moment["local"]) == (TITLE, f"2026-11-23T{TIME}"), moment
        reader.is_gone(name="Robin names another time")
        reader.find(contains=TITLE)
        self.step("a yes, and it is in the day of both at the time they found")

    def be_reminded(self):
        desk = self.desk
        desk.key("ctrl+w")
        wait_for("the window to close", lambda: not desk.windows())
        # Nobody waits for the minutes until then: the computer was off, and it is on again shortly before.
        os.kill(desk.service_pid(), signal.SIGTERM)
        wait_for("the service to leave", lambda: not desk.service_pid())
        desk.shift_clock_to(SOON)
        desk.write_environment()
        desk.run("reminders", "on")
        wait_for("the reminder", lambda: desk.shown_notifications() == 1, seconds=60)
        self.step("with no window open, both are reminded of it")

    def run(self):
        self.desk.shift_clock_to(NOW)
        self.desk.write_environment()
        self.desk.run("setup", "--me", "Alex", "--partner", "Robin", "--reminders", "on")
        self.desk.run()
        self.read()
        self.reader.find(name="Alex is here")
        self.propose()
        self.name_another_time()
        self.agree()
        self.be_reminded()


if __name__ == "__main__":
    main(Invitation)
