#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real service, started by D-Bus, in the night of 28 March 2027 in Berlin, when 02:00 becomes 03:00; the real
dunst shows what is due, its menu presses the buttons, and no window is ever open.
Usage: test-night.py FOOTBRIDGE APP-ID [TEST…]"""

import glob
import json
import os
import signal
import sys
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import main  # noqa: E402
from desk import Desk, wait_for  # noqa: E402

# How much faster than ours the service's time goes by.
SPEED = 60


class NightDesk(Desk):
    """A desk where time goes by quickly."""

    speed = None

    def footbridge_env(self):
        env = super().footbridge_env()
        if self.speed and "FAKETIME" in env:
            env["FAKETIME"] += f" x{self.speed}"
        return env


class Night(unittest.TestCase):
    program = app_id = None

    def setUp(self):
        self.desk = NightDesk(self.program, "/nowhere/window", self.app_id)
        self.addCleanup(self.desk.close)
        self.desk.__enter__()

    def at(self, local, speed=None):
        """What time it is for the programs started from now on."""
        self.desk.speed = speed
        self.desk.shift_clock_to(local)
        self.desk.write_environment()

    def json(self, *words):
        return json.loads(self.desk.run(*words, "--json"))

    def log(self, title):
        ids = {ritual["title"]: ritual["id"] for ritual in self.json("ritual", "list")}
        return [entry for entry in self.json("reminders", "log") if entry["ritual_id"] == ids[title]]

    def outcomes(self, title):
        ids = {ritual["title"]: ritual["id"] for ritual in self.json("ritual", "list")}
        return {moment["start"]: moment["outcome"]
                for moment in self.json("occurrences", ids[title], "--from", "2027-03-27", "--days", "4")}

    def add(self, title, time_of_day, *words):
        return self.desk.add_agreed("--title", title, "--start", f"2027-03-27T{time_of_day}", "--rule",
                             "FREQ=DAILY", *words)

    def kill(self):
        pid = self.desk.service_pid()
        os.kill(pid, signal.SIGKILL)
        wait_for("the service to be gone", lambda: self.desk.service_pid() != pid)

    def standing(self):
        """The notices that a service started now would take for being on the screen still."""
        files = glob.glob(os.path.join(self.desk.env["XDG_RUNTIME_DIR"], "footbridge", "notifications-*"))
        return [line for name in files for line in open(name, encoding="utf-8") if line.startswith("id=")]

    def test_night(self):
        """through the night: shown at its time, pressed in dunst, found on record; killed in between and caught up"""
        self.at("2027-03-28 01:50:00")
        self.desk.run("setup", "--me", "Robin", "--partner", "Kim", "--reminders", "off")
        self.add("Before", "01:58")
        self.add("In the gap", "02:30", "--smaller", "A short one")
        self.add("After", "03:40")
        self.at("2027-03-28 01:55:00", SPEED)
        self.desk.run("reminders", "on")
        pid = wait_for("the service, started by the bus", self.desk.service_pid)
        environment = open(f"/proc/{pid}/environ", encoding="utf-8").read()
        self.assertIn("DBUS_STARTER_ADDRESS", environment)

        wait_for("the first reminder", lambda: self.desk.shown_notifications() == 1)
        self.desk.press_notification("We did it")
        wait_for("it to be on record", lambda: self.outcomes("Before")["2027-03-28T01:58"] == "kept")
        wait_for("dunst to take it down", lambda: self.desk.shown_notifications() == 0)

        # 02:30 does not exist in this night: with the offset before the gap it is 03:30 summer time.
        wait_for("the reminder out of the gap", lambda: self.desk.shown_notifications() == 1, 60)
        entry = self.log("In the gap")[0]
        self.assertEqual((entry["start"], entry["due_at"]), ("2027-03-28T02:30", "2027-03-28T03:30:00+02:00"))
        self.assertEqual(entry["shown_at"][:16], "2027-03-28T03:30")
        self.desk.press_notification("In 10 minutes")
        wait_for("the snooze", lambda: self.log("In the gap")[0]["state"] == "snoozed")

        # Killed at night, and activated again as its launcher would: the snooze and the next one both come.
        self.kill()
        self.at("2027-03-28 03:39:00", SPEED)
        self.desk.run("reminders", "test")
        self.assertNotEqual(self.desk.service_pid(), pid)
        wait_for("both", lambda: self.log("After")[0]["state"] == "shown" and self.log("In the gap")[0]["state"] == "shown", 30)
        names = {entry["occurrence"] for entry in self.json("reminders", "log")}
        self.assertEqual(len(names), 3)
        # What is on record is on its way to dunst, the two in one; taken down before it is up, it would be there after all.
        wait_for("both to be up, and the test reminder", lambda: self.desk.shown_notifications() == 2)
        wait_for("the service to know that they are", self.standing)
        self.desk.dunstctl("close-all")
        wait_for("a clean desk", lambda: self.desk.shown_notifications() == 0)
        # Killed before it hears that, the service would rightly show once more what it has reason to think still stands.
        wait_for("the service to know of it", lambda: not self.standing())

        # Once more: nothing that was shown comes again.
        self.kill()
        self.at("2027-03-28 03:42:00")
        self.desk.run("reminders", "test")
        time.sleep(1)
        self.assertEqual(self.desk.shown_notifications(), 1, "only the test reminder itself")
        self.assertEqual(self.outcomes("After")["2027-03-28T03:40"], "none")
        self.assertFalse([name for name in os.listdir(self.desk.folder) if name.startswith("footbridge-window")])

    def test_smaller_and_not_today(self):
        """the other two buttons, on the evening after the night, at summer time"""
        self.at("2027-03-28 18:00:00")
        self.desk.run("setup", "--me", "Robin", "--reminders", "off")
        self.add("Walk", "19:00", "--smaller", "Around the house")
        self.at("2027-03-28 18:59:55")
        self.desk.run("reminders", "on")
        wait_for("the reminder", lambda: self.desk.shown_notifications() == 1)
        self.desk.press_notification("Smaller version")
        wait_for("it to be on record", lambda: self.outcomes("Walk")["2027-03-28T19:00"] == "smaller")
        wait_for("dunst to take it down", lambda: self.desk.shown_notifications() == 0)
        self.kill()
        self.at("2027-03-29 18:59:55")
        self.desk.run("reminders", "test")
        wait_for("the reminder", lambda: any(entry["start"] == "2027-03-29T19:00" and entry["state"] == "shown"
                                             for entry in self.log("Walk")))
        self.desk.press_notification("Not today")
        wait_for("it to be on record", lambda: self.outcomes("Walk")["2027-03-29T19:00"] == "not-today")
        self.assertEqual(self.outcomes("Walk")["2027-03-28T19:00"], "smaller")


if __name__ == "__main__":
    main(program=None, app_id=None)
