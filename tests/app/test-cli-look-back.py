#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking back on the command line. Usage: test-cli-look-back.py FOOTBRIDGE VERSION [TEST…]"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402


class LookBack(CommandCase):
    def fill(self):
        """Five Sundays on which both did something, a win, a promise; it is noon of Monday, 23 November 2026."""
        self.home.set_now("@2026-10-12 12:00:00")
        self.set_up()
        self.ritual = self.add_ritual("--when-then", "When the plates are away", title="Secret title",
                                      start="2026-10-18T19:00", rule="FREQ=WEEKLY;BYDAY=SU")
        self.home.set_now("@2026-11-23 12:00:00")
        for day in ("2026-10-18", "2026-10-25", "2026-11-01", "2026-11-15", "2026-11-22"):
            self.ok("keep", f"{self.ritual}@{day}T19:00")
        self.ok("win", "add", "Secret words", "--on", "2026-11-17")
        self.ok("promise", "keep", self.ok("promise", "add", "Secret promise"))
        self.ok("away", "add", "--from", "2026-11-06", "--until", "2026-11-09", "--who", "partner")

    def test_words(self):
        """the weeks are said in words, with how many entries each rests on"""
        self.fill()
        text = self.ok("look-back")
        lines = text.splitlines()
        self.assertEqual(lines[0], "Shared Moments by Week (from 7 entries)")
        self.assertEqual(lines[1], "7 shared moments in the last 8 weeks, most on Sundays.")
        self.assertEqual(lines[2].split(), "Week from Rituals Small wins Promises kept Talks after a pause Rest".split())
        self.assertIn("7 warm days in the last twelve months.", lines)
        self.assertIn("Most of all on Sunday, from 19:00 on.", lines)
        self.assertNotIn("Mood", text)
        self.assertRegex(text, r"1 November 2026 +1 +Away")
        self.assertEqual(self.ok("lookback"), text)
        self.assertEqual(self.ok("look-back", "--as", "partner"), text)

    def test_no_names(self):
        """nobody is named, and no words of theirs are said"""
        self.fill()
        for more in ((), ("--json",)):
            text = self.ok("look-back", "--weeks", "53", *more)
            for word in ("Robin", "Kim", "Secret", "plates", "%"):
                self.assertNotIn(word, text)

    def test_json(self):
        """the figures as JSON: a week each, empty ones too"""
        self.fill()
        figures = self.json("look-back", "--weeks", "6")
        self.assertEqual((figures["from"], figures["to"], figures["first_weekday"]), ("2026-10-18", "2026-11-23", "sunday"))
        self.assertEqual(figures["moments"]["entries"], 7)
        self.assertEqual(figures["moments"]["weeks"][0],
                         {"from": "2026-10-18", "rituals": 1, "wins": 0, "promises": 0, "talks": 0, "away_days": 0,
                          "recovery_days": 0})
        self.assertEqual([week["rituals"] for week in figures["moments"]["weeks"]], [1, 1, 1, 0, 1, 1])
        self.assertEqual([week["away_days"] for week in figures["moments"]["weeks"]], [0, 0, 2, 1, 0, 0])
        self.assertEqual(figures["moments"]["weeks"][5]["promises"], 1)
        self.assertEqual(figures["hours"], {"entries": 5, "hours": [{"weekday": "sunday", "hour": 19, "rituals": 5}]})
        self.assertEqual(figures["days"]["entries"], 7)
        self.assertIn({"date": "2026-11-17", "moments": 1}, figures["days"]["warm"])
        self.assertEqual(figures["mood"], {"entries": 0, "weeks": []})
        self.assertEqual(figures["pauses"], {"entries": 0, "pauses": []})
        self.assertEqual(self.json("look-back", "--weeks", "1")["moments"]["entries"], 2)

    def test_nothing(self):
        """where nothing is, one sentence says what could be"""
        self.set_up()
        self.assertEqual(self.ok("look-back"), "There is nothing to look back on yet. Note a small win with “footbridge win add TEXT”.")
        self.assertEqual(self.json("look-back")["moments"]["entries"], 0)
        self.assertEqual(len(self.json("look-back")["moments"]["weeks"]), 8)

    def test_refused(self):
        """what cannot be is refused"""
        self.refused(1, "look-back", says="set up")
        self.set_up()
        for weeks in ("0", "-1", "many", "1566"):
            self.refused(2, "look-back", "--weeks", weeks)
        self.refused(2, "look-back", "8")
        self.refused(1, "look-back", "--as", "Nobody")

    def test_alone(self):
        """alone, nothing speaks of two"""
        self.ok("setup", "--me", "Robin")
        self.ok("win", "add", "A walk")
        text = self.ok("look-back", "--weeks", "1")
        self.assertTrue(text.startswith("Moments by Week (from 1 entry)\n1 moment this week.\n"))
        self.assertNotIn("hared", text)


if __name__ == "__main__":
    main(program=None, version=None)
