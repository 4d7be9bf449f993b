#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Windows and services that meet over one folder without a bus between them: one of them reminds.
Usage: test-reminder-window.py FOOTBRIDGE WINDOW APP-ID [TEST…]"""

import os
import signal
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import main  # noqa: E402
from desk import Desk, wait_for  # noqa: E402


class Windows(unittest.TestCase):
    program = window = app_id = None

    def setUp(self):
        self.desk = Desk(self.program, self.window, self.app_id)
        self.addCleanup(self.desk.close)
        self.desk.start_display()
        self.desk.start_bus()
        self.desk.run("setup", "--me", "Robin", "--partner", "Kim", "--reminders", "off")
        self.env = self.desk.footbridge_env()
        del self.env["DBUS_SESSION_BUS_ADDRESS"]
        self.env["GTK_A11Y"] = "test"

    def start(self, *argv):
        child = subprocess.Popen(argv, env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE, text=True)
        self.addCleanup(child.stderr.close)
        self.addCleanup(child.wait)
        self.addCleanup(child.kill)
        return child

    def owner(self):
        path = os.path.join(self.desk.data, "footbridge.lock")
        if not os.path.exists(path):
            return ""
        with open(path, encoding="utf-8") as lock:
            return lock.read().strip()

    def test_window_waits(self):
        """a window leaves reminding to a service of another session, and takes it over when that one is killed"""
        service = self.start(self.program, "run")
        wait_for("the service", lambda: self.owner() == f"{service.pid} service")
        window = self.start(self.window)
        wait_for("the window", self.desk.windows)
        self.assertEqual(self.owner(), f"{service.pid} service")
        service.send_signal(signal.SIGKILL)
        wait_for("the window to remind", lambda: self.owner() == f"{window.pid} window")

    def test_two_windows(self):
        """of two windows one reminds; when it closes the other does"""
        first = self.start(self.window)
        wait_for("the first to remind", lambda: self.owner() == f"{first.pid} window")
        second = self.start(self.window)
        wait_for("the second window", lambda: len(self.desk.windows()) == 2)
        self.assertEqual(self.owner(), f"{first.pid} window")
        first.send_signal(signal.SIGTERM)
        wait_for("the second to remind", lambda: self.owner() == f"{second.pid} window")

    def test_service_waits(self):
        """a service that finds a window reminding says so, stays, and takes over when the window closes"""
        window = self.start(self.window)
        wait_for("the window to remind", lambda: self.owner() == f"{window.pid} window")
        service = self.start(self.program, "run")
        line = service.stderr.readline()
        while line and f"process {window.pid}" not in line:
            line = service.stderr.readline()
        self.assertIn("A window of Footbridge", line)
        self.assertIsNone(service.poll())
        window.send_signal(signal.SIGKILL)
        wait_for("the service to remind", lambda: self.owner() == f"{service.pid} service")


if __name__ == "__main__":
    main(program=None, window=None, app_id=None)
