#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendars by keys alone: to the week and the month, through time, to a moment, and the moment to another time.

Usage: journey-calendar-keys.py FOOTBRIDGE FOOTBRIDGE-WINDOW APP-ID [--keep]

In the real programs, with the keys that the shortcuts window names. What has the focus is asked for as a screen reader
would say it, and where a moment went is asked on the command line. Prints TAP.
"""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from desk import wait_for  # noqa: E402
from journey import Journey, main  # noqa: E402

NOW = "2026-11-23 18:00:00"
DAYS_AHEAD = 14
MOST_TABS = 20


class CalendarKeys(Journey):
    def agenda(self):
        """The local times of what is planned, as the command line has them."""
        moments = json.loads(self.desk.run("agenda", "--days", str(DAYS_AHEAD), "--json"))
        return [moment["local"][:16] for moment in moments]

    def wait_for_moment(self, local):
        wait_for(f"the moment at {local}, not {self.agenda()}", lambda: self.agenda() == [local])

    def wait_for_focus(self, *words):
        """Until what has the focus is called by all of the words; gives its whole name."""
        return wait_for(f"the focus at {words}, not at “{self.reader.focused()}”",
                        lambda: all(word in self.reader.focused() for word in words) and self.reader.focused())

    def go_to(self, word):
        """With Tab, as often as it takes."""
        for _ in range(MOST_TABS):
            before = self.reader.focused()
            self.desk.key("Tab")
            wait_for(f"Tab to leave “{before}”", lambda: self.reader.focused() not in ("", before))
            if word in self.reader.focused():
                return
        raise AssertionError(f"Tab never came to “{word}”: at the end to “{self.reader.focused()}”")

    def run(self):
        desk = self.desk
        desk.shift_clock_to(NOW)
        desk.write_environment()
        desk.run("setup", "--me", "Alex", "--reminders", "off")
        desk.add_agreed("--title", "Tea", "--start", "2026-11-24T19:00", "--rule", "none")
        desk.start([desk.window], env=desk.footbridge_env())
        self.read().find(contains="Tea")
        desk.key("alt+2")
        self.walk_the_week()
        self.move_in_the_week()
        self.walk_the_month()
        self.move_in_the_month()

    def walk_the_week(self):
        desk = self.desk
        desk.key("alt+w")
        self.wait_for_focus("Week")
        self.go_to("Previous week")
        self.go_to("Monday, 23 November 2026: nothing planned")
        self.step("Tab comes to what turns the weeks, and then to today")

        desk.key("Right")
        self.wait_for_focus("Tuesday, 24 November 2026: 1 moment")
        desk.key("Down")
        name = self.wait_for_focus("Tea")
        assert name == "Tea, Tuesday, 24 November 2026 at 19:00, 10 minutes. Planned", name
        self.step("arrows come to a day and its moment, which says its whole date")

        desk.key("Page_Down")
        self.wait_for_focus("Tuesday, 1 December 2026: nothing planned")
        self.reader.find(contains="29 November – 5 December")
        desk.key("Page_Up")
        self.wait_for_focus("Tuesday, 24 November 2026")
        desk.key("Page_Up", "Page_Up")
        self.wait_for_focus("Tuesday, 10 November 2026")
        desk.key("Home")
        self.wait_for_focus("Monday, 23 November 2026")
        self.step("Page Down and Page Up go a week on and back, and Home comes back to today")

    def move_in_the_week(self):
        desk = self.desk
        desk.key("Right", "Down")
        self.wait_for_focus("Tea")
        desk.key("alt+shift+Right")
        self.wait_for_moment("2026-11-25T19:00")
        self.wait_for_focus("Tea, Wednesday, 25 November 2026 at 19:00")
        desk.key("alt+shift+Down")
        self.wait_for_moment("2026-11-25T19:15")
        self.wait_for_focus("Tea, Wednesday, 25 November 2026 at 19:15")
        self.step("keys move a moment a day and a quarter of an hour on, and it keeps the focus")

        desk.key("alt+shift+Up")
        self.wait_for_moment("2026-11-25T19:00")
        desk.key("ctrl+z", "ctrl+z", "ctrl+z")
        self.wait_for_moment("2026-11-24T19:00")
        self.step("each step is taken back by a key")

    def walk_the_month(self):
        desk = self.desk
        desk.key("alt+m")
        self.wait_for_focus("Month")
        self.go_to("November 2026")
        desk.key("Home")
        self.wait_for_focus("Monday, 23 November 2026: nothing planned")
        desk.key("Down")
        self.wait_for_focus("Monday, 30 November 2026")
        desk.key("Up", "Left")
        self.wait_for_focus("Sunday, 22 November 2026")
        desk.key("Page_Down")
        self.wait_for_focus("Tuesday, 22 December 2026")
        self.reader.find(contains="December 2026")
        desk.key("Home")
        self.wait_for_focus("Monday, 23 November 2026")
        self.step("in the month arrows go by day and week, Page Down by month, and Home back to today")

    def move_in_the_month(self):
        desk = self.desk
        desk.key("Right")
        self.wait_for_focus("Tuesday, 24 November 2026: 1 moment")
        desk.key("Return")
        self.wait_for_focus("Tea, Tuesday, 24 November 2026 at 19:00")
        self.step("Enter goes from a day to its moment, which says its whole date")

        desk.key("alt+shift+Right")
        self.wait_for_moment("2026-11-25T19:00")
        self.wait_for_focus("Tea, Wednesday, 25 November 2026 at 19:00")
        desk.key("alt+shift+Down")
        self.wait_for_moment("2026-12-02T19:00")
        self.wait_for_focus("Tea, Wednesday, 2 December 2026 at 19:00")
        self.step("there, keys move a moment a day and a week on, and it keeps the focus")


if __name__ == "__main__":
    main(CalendarKeys)
