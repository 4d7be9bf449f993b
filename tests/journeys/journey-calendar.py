#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Moments are taken to another day with the mouse: a row of a day onto a day of the month, a block of the week onto another day.

Usage: journey-calendar.py FOOTBRIDGE FOOTBRIDGE-WINDOW APP-ID [--keep]

In the real programs, with a real pointer that is pressed, moved step by step and let go. Prints TAP.
"""

import json
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from desk import wait_for  # noqa: E402
from journey import Journey, main  # noqa: E402

NOW = "2026-11-23 18:00:00"
STEPS = 10


class Calendar(Journey):
    def xdotool(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self.desk.env, check=True)

    def place(self, node):
        """Where an accessible is on the screen: x, y, width, height."""
        from gi.repository import Atspi
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        x, y = self.origin
        return x + box.x, y + box.y, box.width, box.height

    def middle(self, node):
        x, y, width, height = self.place(node)
        return x + width // 2, y + height // 2

    def drag(self, start, end):
        """As a hand does it: a toolkit that is shown two places and no way between them sees no drag."""
        self.xdotool("mousemove", *start)
        time.sleep(0.2)
        self.xdotool("mousedown", 1)
        for step in range(1, STEPS + 1):
            self.xdotool("mousemove", *(a + (b - a) * step // STEPS for a, b in zip(start, end)))
            time.sleep(0.05)
        # What is under the pointer answers before it is let go.
        time.sleep(0.4)
        self.xdotool("mouseup", 1)
        self.xdotool("mousemove", 1, 1)

    def moments(self):
        listed = json.loads(self.desk.run("occurrences", self.id, "--from", "2026-11-23", "--days", "8", "--json"))
        return sorted(moment["local"][:16] for moment in listed)

    def wait_for_moments(self, *expected):
        wait_for(f"the moments {expected}, not {self.moments()}", lambda: self.moments() == list(expected))

    def take_back(self):
        self.reader.press("Undo")
        self.reader.is_gone(name="Undo", role="push button")

    def run(self):
        desk = self.desk
        desk.shift_clock_to(NOW)
        desk.write_environment()
        desk.run("setup", "--me", "Alex", "--reminders", "off")
        self.id = desk.add_agreed("--title", "Tea", "--start", "2026-11-24T19:00", "--rule", "none")
        desk.start([desk.window, "--page", "rituals"], env=desk.footbridge_env())
        self.read()
        self.reader.find(contains="Tea")
        self.origin = desk.window_origin()
        self.over_the_month()
        self.over_the_week()

    def over_the_month(self):
        reader = self.reader
        self.desk.key("alt+m")
        self.xdotool("mousemove", *self.middle(reader.find(contains="Tuesday, 24 November 2026: 1 moment")), "click", 1)
        row = reader.find(contains="Tea, Tuesday, 24 November 2026 at 19:00", role="list item")
        cell = reader.find(contains="Friday, 27 November 2026: nothing planned")
        # By its words: the button at the end of the row is for itself.
        x, y, width, height = self.place(row)
        self.drag((x + width // 3, y + height // 2), self.middle(cell))
        self.wait_for_moments("2026-11-27T19:00")
        reader.find(contains="Friday, 27 November 2026: 1 moment")
        self.step("a row is taken onto a day of the month, and keeps its time")
        self.take_back()
        self.wait_for_moments("2026-11-24T19:00")
        self.step("which is taken back")

    def over_the_week(self):
        reader = self.reader
        self.xdotool("mousemove", *self.middle(reader.find(name="Week")), "click", 1)
        reader.find(name="Previous week")
        block = reader.find(name="Tea, Tuesday, 24 November 2026 at 19:00, 10 minutes. Planned", role="push button")
        head = reader.find(contains="Thursday, 26 November 2026: nothing planned")
        x, y = self.middle(block)
        self.drag((x, y), (self.middle(head)[0], y))
        self.wait_for_moments("2026-11-26T19:00")
        self.step("a block is taken to another day of the week, and keeps its time")


if __name__ == "__main__":
    main(Calendar)
