# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A test of the service on a bus of its own, without a display."""

import json
import os
import signal
import unittest

from counter import Counter
from desk import wait_for

EVENING = "2026-11-23 18:59:56"


class ServiceCase(unittest.TestCase):
    program = app_id = version = None

    def setUp(self):
        self.desk = Counter(self.program, self.app_id, self.version)
        self.addCleanup(self.desk.close)
        self.desk.__enter__()
        self.children = []
        self.addCleanup(self.end_children)

    def end_children(self):
        # Windows stay when the service goes; what the test began, it ends.
        for pid in {event[0] for event in self.desk.window_events("attached") if event[2]}:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        for child in self.children:
            if child.poll() is None:
                child.kill()
            child.wait()

    def json(self, *words):
        return json.loads(self.desk.run(*words, "--json"))

    def plan(self, *words, now=EVENING, speed=None, server=True, markup=True, title="Ten quiet minutes", rule="FREQ=DAILY"):
        """A space with one ritual at 19:00, a server, and the service not started yet."""
        self.desk.shift_clock_to(now, speed)
        self.now, self.speed = now, speed
        self.desk.run("setup", "--me", "Robin", "--partner", "Kim", "--reminders", "off")
        if server:
            self.desk.start_server(markup)
        self.ritual = self.desk.add_agreed("--title", title, "--start", "2026-11-23T19:00",
                                    *(("--rule", rule) if rule else ()), *words)
        self.name = f"{self.ritual}@2026-11-23T19:00"

    def reminders_on(self, *words):
        """Turns reminders on, which has the bus start the service."""
        # What came before may have taken its time.
        self.desk.shift_clock_to(self.now, self.speed)
        self.desk.run("reminders", "on", *words)
        return wait_for("the service", self.desk.service_pid)

    def outcome(self):
        found = [moment["outcome"] for moment in self.json("occurrences", self.ritual) if moment["name"] == self.name]
        return found[0] if found else None

    def states(self):
        return [entry["state"] for entry in self.json("reminders", "log") if entry["occurrence"] == self.name]

    def assert_one_bubble(self):
        """All that was shown took the place of the first one."""
        self.assertEqual([one["id"] for one in self.desk.server.history if one["replaces"] == 0],
                         [self.desk.server.history[0]["id"]])

    def wait_for_service_to_go(self, seconds=25):
        wait_for("the service to leave", lambda: not self.desk.service_pid(), seconds)
