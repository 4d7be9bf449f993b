#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pauses over the bus: called by an action, by a key of one's own and by the command line, and kept by the service.
Usage: test-service-pause.py FOOTBRIDGE APP-ID VERSION [TEST…]"""

import os
import re
import signal
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import main  # noqa: E402
from desk import wait_for  # noqa: E402
from service_case import ServiceCase  # noqa: E402


class Pause(ServiceCase):
    time = "2026-11-23 17:00:00"

    def open(self, *words, **env):
        return subprocess.run([self.program, *words], env={**self.desk.footbridge_env(), "DISPLAY": ":42", **env},
                              capture_output=True, text=True, timeout=30, stdin=subprocess.DEVNULL)

    def pause(self):
        """The present pause; from the file, so that no bus is needed for it."""
        return self.json("pause", "status")

    def presented(self, target):
        return [event for event in self.desk.window_events("present") if event[2] == target]

    def test_action(self):
        """the action “pause”, which starts the service where it has to, is stored at once and opens the window on it"""
        self.desk.run("setup", "--me", "Robin", "--partner", "Kim", "--reminders", "off")
        self.assertFalse(self.desk.service_pid())
        self.desk.activate_action("pause")
        pause = self.pause()
        self.assertEqual(pause["state"], "cooling")
        start = wait_for("the window", lambda: self.desk.window_events("start"))[0]
        self.assertEqual(start[2][-2:], ["--open", "pause"])
        wait_for("the window", lambda: self.desk.window_events("attached"))
        # Once more, in fear that it did not count: the same one, and the window again.
        self.desk.activate_action("pause")
        wait_for("the window again", lambda: self.presented("pause"))
        self.assertEqual(self.pause()["id"], pause["id"])
        self.assertEqual(len(self.desk.window_events("start")), 1)

    def stored(self):
        """What the file says of the pause, with nothing opened that could move it."""
        with sqlite3.connect(f"file:{self.desk.data}/space.db?mode=ro", uri=True) as database:
            return database.execute("SELECT state FROM pauses").fetchone()[0]

    def test_goes_on(self):
        """the service comes to “ready?” by itself, also when it was killed meanwhile and started long after"""
        self.plan(now="2026-11-23 17:00:00", speed=60)
        pid = self.reminders_on()
        self.desk.activate_action("pause")
        wait_for("the pause", lambda: self.stored() == "cooling")
        wait_for("the end of twenty minutes", lambda: self.stored() == "return", 40)
        self.assertEqual(self.desk.service_pid(), pid)

        self.desk.run("pause", "another-day", "2026-11-24T19:00")
        self.assertEqual(self.stored(), "another-day")
        os.kill(pid, signal.SIGKILL)
        self.desk.shift_clock_to("2026-11-26 08:00:00")
        wait_for("it to be gone", lambda: self.desk.service_pid() != pid)
        self.desk.start_service()
        wait_for("the question", lambda: self.stored() == "return")

    def test_killed(self):
        """whatever it stands at, it stands there when the service is killed and the computer started again, hours later"""
        self.desk.run("setup", "--me", "Robin", "--partner", "Kim", "--reminders", "off")
        steps = (("cooling", [("start",)]),
                 ("return", []),
                 ("return", [("ready",)]),
                 ("another-day", [("another-day", "--as", "Kim")]),
                 ("another-day", [("another-day", "2026-11-24T19:00")]),
                 ("return", []),
                 ("re-entry", [("ready",), ("ready", "--as", "Kim"), ("topic", "The holidays"), ("next-turn",), ("next-turn",)]),
                 ("recovery", [("end",), ("follow-up", "--feelings", "Lighter"), ("end",)]),
                 ("review", [("end", "--as", "Kim"), ("review", "--lesson", "Sooner")]))
        later = {1: "2026-11-23 18:00:00", 5: "2026-11-24 19:30:00"}
        self.desk.shift_clock_to("2026-11-23 17:00:00")
        for number, (state, words) in enumerate(steps):
            self.desk.shift_clock_to(later.get(number, "") or self.time)
            self.time = later.get(number, self.time)
            for one in words:
                self.desk.run("pause", *one)
            before = self.pause()
            self.assertEqual(before["state"], state, words)
            self.desk.start_service()
            pid = self.desk.service_pid()
            os.kill(pid, signal.SIGKILL)
            wait_for("it to be gone", lambda gone=pid: self.desk.service_pid() != gone)
            self.assertEqual(self.pause(), before)
            self.assertEqual(self.stored(), state)

    def test_by_a_key(self):
        """the commands that the manual gives for a key of one's own do it"""
        self.desk.run("setup", "--me", "Robin", "--reminders", "off")
        with open(os.path.join(os.path.dirname(__file__), "..", "..", "README.md"), encoding="utf-8") as file:
            commands = re.findall(r"^(?:gapplication action|gdbus call) (?:[^\n\\]|\\\n)*", file.read(), re.MULTILINE)
        self.assertEqual(len(commands), 2)
        usual = "io.github.footbridge_planner.Footbridge"
        for command in commands:
            command = command.replace(usual, self.app_id).replace(usual.replace(".", "/"), self.app_id.replace(".", "/"))
            result = subprocess.run(["sh", "-c", command], env=self.desk.env, capture_output=True, text=True, timeout=30)
            self.assertEqual((result.returncode, result.stderr), (0, ""), command)
            self.assertEqual(wait_for("the pause", self.pause)["state"], "cooling")
            self.desk.run("pause", "take-back")

    def test_where_nobody_is(self):
        """before anybody is set up there is no pause, and the window begins as it always does"""
        self.desk.activate_action("pause")
        wait_for("the window", lambda: self.desk.window_events("attached"))
        self.assertNotIn("--open", self.desk.window_events("start")[0][2])
        self.assertEqual(self.desk.properties()["LastError"], "")

    def test_that_cannot_be_stored(self):
        """a pause that cannot be stored is said, and the window opens all the same"""
        self.desk.run("setup", "--me", "Robin", "--reminders", "off")
        self.desk.start_server(True)
        self.desk.start_service()
        with sqlite3.connect(os.path.join(self.desk.data, "space.db")) as other:
            other.execute("BEGIN IMMEDIATE")
            self.desk.activate_action("pause")
            bubble = self.desk.wait_for_shown()
            other.rollback()
        self.assertIn("try again", bubble["body"])
        wait_for("the window", lambda: self.desk.window_events("attached"))
        self.assertIsNone(self.pause())

    def test_on_the_command_line(self):
        """`footbridge pause start` opens the window on the pause where there is a desktop for this folder, and only there"""
        self.desk.run("setup", "--me", "Robin", "--partner", "Kim", "--reminders", "off")
        self.assertEqual(self.open("pause", "start", DISPLAY="").returncode, 0)
        self.assertFalse(self.desk.service_pid())
        result = self.open("pause", "start")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        start = wait_for("the window", lambda: self.desk.window_events("start"))[0]
        self.assertEqual(start[2][-2:], ["--open", "pause"])
        wait_for("the window", lambda: self.desk.window_events("attached"))
        other = os.path.join(self.desk.folder, "other")
        self.open("--data-dir", other, "setup", "--me", "Kim")
        result = self.open("--data-dir", other, "pause", "start")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertEqual(self.open("pause", "start").returncode, 0)
        wait_for("the window again", lambda: self.presented("pause"))
        self.assertEqual((len(self.presented("pause")), len(self.desk.window_events("start"))), (1, 1))


if __name__ == "__main__":
    main(program=None, app_id=None, version=None)
