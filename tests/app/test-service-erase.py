#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The service whose space is erased under it. Usage: test-service-erase.py FOOTBRIDGE APP-ID VERSION [TEST…]"""

import os
import signal
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import main  # noqa: E402
from desk import wait_for  # noqa: E402
from service_case import ServiceCase  # noqa: E402


class Erased(ServiceCase):
    def test_resident(self):
        """the service lets go of what was erased, takes down what it has shown, and leaves; the next one begins anew"""
        self.plan("--remind", "0")
        self.reminders_on()
        self.desk.wait_for_shown(60)
        self.desk.run("erase", "--yes-erase-everything")
        self.wait_for_service_to_go()
        self.assertFalse(os.path.exists(self.desk.data), os.path.exists(self.desk.data) and os.listdir(self.desk.data))
        wait_for("the notification to go", lambda: not self.desk.server.shown)

        self.desk.run("setup", "--me", "Sam")
        wait_for("another service", self.desk.service_pid)
        self.assertTrue(self.desk.properties()["RemindersOn"])

    def test_in_the_foreground(self):
        """one that is kept running goes on with nothing, and serves whoever begins anew"""
        self.plan("--remind", "0", now="2026-11-23 12:00:00")
        child = subprocess.Popen([self.program, "run"], env=self.desk.footbridge_env(), stdin=subprocess.DEVNULL)
        self.children.append(child)
        wait_for("the service", self.desk.service_pid)
        self.desk.run("reminders", "on")
        wait_for("its reminders", lambda: self.desk.properties()["RemindersOn"])
        self.desk.run("erase", "--yes-erase-everything")
        wait_for("it to forget", lambda: not self.desk.properties()["RemindersOn"])
        self.assertEqual(self.desk.properties()["NextDeadline"], 0)
        self.assertEqual(self.desk.properties()["LastError"], "")
        self.desk.run("setup", "--me", "Sam", "--reminders", "on")
        wait_for("its reminders", lambda: self.desk.properties()["RemindersOn"])
        self.assertIsNone(child.poll())
        child.send_signal(signal.SIGTERM)
        self.assertEqual(child.wait(10), 0)


if __name__ == "__main__":
    main(program=None, app_id=None, version=None)
