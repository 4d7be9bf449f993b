#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check-ins on the command line. Usage: test-cli-check-ins.py FOOTBRIDGE VERSION [TEST…]"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402

KIM = ("--as", "Kim")


class CheckIns(CommandCase):
    def add(self, *words):
        return self.ok("check-in", "add", *words)

    def test_add_and_list(self):
        """check-ins are written and listed for both, in words and in JSON, by number or by word"""
        self.set_up()
        self.assertEqual(self.ok("check-in", "list"),
                         "There is no check-in to show here. Write one with “footbridge check-in add --mood 4”.")
        first = self.add("--mood", "4", "--energy", "tired", "--words", "A long\nday")
        kim = self.add("--talking", "5", *KIM)
        lines = self.ok("check-in", "list").splitlines()
        self.assertEqual(lines, [f"{first[:8]}  today  Robin  Mood: Light · Energy: Tired  A long · day",
                                 f"{kim[:8]}  today  Kim  How talking went: Open"])
        me, other = (one["id"] for one in self.json("person", "list"))
        self.assertEqual(self.json("checkin", "list")[0], {
            "id": first, "person_id": me, "shown_to": other, "on": "2026-11-23", "mood": 4, "mood_word": "Light", "energy": 2,
            "energy_word": "Tired", "closeness": 0, "closeness_word": "", "talking": 0, "talking_word": "",
            "words": "A long\nday", "opened": "at-once"})
        self.assertEqual([one["id"] for one in self.json("check-in", "list", *KIM)], [kim, first])

    def test_days(self):
        """the listing goes back some days; a check-in of another day stays as it is"""
        self.set_up()
        first = self.add("--mood", "2")
        self.home.set_now("@2026-11-30 12:00:00")
        self.assertEqual(self.json("check-in", "list"), [])
        self.assertEqual(len(self.json("check-in", "list", "--days", "8")), 1)
        self.refused(1, "check-in", "edit", first, "--mood", "3", says="another day")
        self.ok("check-in", "remove", first[:8])
        self.assertEqual(self.json("check-in", "list", "--days", "8"), [])

    def test_edit_and_remove(self):
        """each changes and removes their own"""
        self.set_up()
        own = self.add("--mood", "2", "--words", "Hm")
        self.assertEqual(self.json("check-in", "edit", own[:8], "--mood", "bright", "--words", "")["mood_word"], "Bright")
        self.refused(1, "check-in", "edit", own, "--mood", "0", says="Choose one word, or write one")
        self.refused(1, "check-in", "edit", own, "--mood", "3", *KIM, says="Only Robin")
        self.refused(1, "check-in", "remove", own, *KIM, says="Only Robin")
        self.assertEqual(self.ok("check-in", "remove", own), "Removed: today  Robin  Mood: Bright")
        self.refused(1, "check-in", "remove", own)

    def test_refused(self):
        """what is no word of a scale is bad usage; how safe it felt has no argument"""
        self.refused(1, "check-in", "add", "--mood", "3", says="Nobody is set up")
        self.set_up()
        self.refused(1, "check-in", "add", says="Choose one word, or write one")
        self.refused(2, "check-in", "add", "--mood", "6", says="1 Heavy, 2 Low, 3 Even, 4 Light, 5 Bright")
        self.refused(2, "check-in", "add", "--mood", "full")
        self.refused(2, "check-in", "add", "--safety", "3")
        self.refused(2, "check-in", "list", "--days", "0")

    def test_together(self):
        """both open theirs at the same time, and before that neither hears of the other's"""
        self.set_up()
        self.assertIsNone(self.json("check-in", "waiting"))
        self.refused(1, "check-in", "ready", says="Write yours first")
        self.add("--mood", "2", "--words", "Robin's words", "--together")
        self.assertEqual(self.json("check-in", "waiting")["opened"], "waiting")
        self.assertEqual(self.json("check-in", "ready"), {"opened": False})
        self.assertTrue(self.ok("check-in", "waiting").startswith("Ready to be opened together: today  Robin  Mood: Low"))
        self.assertEqual(self.json("check-in", "list"), [])
        self.assertEqual(self.json("check-in", "list", *KIM), [])
        self.assertEqual(self.ok("check-in", "waiting", *KIM), "Nothing of yours waits to be opened together.")
        self.refused(1, "check-in", "ready", *KIM, says="Write yours first")
        self.add("--mood", "5", "--words", "Kim's words", "--together", *KIM)
        self.ok("check-in", "not-yet")
        self.assertEqual(self.json("check-in", "ready", *KIM), {"opened": False})
        self.assertEqual(self.json("check-in", "ready"), {"opened": True})
        self.assertEqual([(one["words"], one["opened"]) for one in self.json("check-in", "list")],
                         [("Robin's words", "together"), ("Kim's words", "together")])

    def test_take_back(self):
        """what was taken back is printed and kept nowhere"""
        self.set_up()
        self.add("--mood", "2", "--words", "To take back", "--together")
        self.assertIn("To take back", self.ok("check-in", "take-back"))
        with open(self.home.database, "rb") as file:
            self.assertNotIn(b"To take back", file.read())
        self.refused(1, "check-in", "take-back", says="Nothing of yours")

    def test_alone(self):
        """alone there is no name and nothing to open together"""
        self.ok("setup", "--me", "Robin")
        own = self.add("--closeness", "3")
        self.assertEqual(self.ok("check-in", "list"), f"{own[:8]}  today  Closeness: Beside")
        self.refused(1, "check-in", "add", "--mood", "3", "--together", says="nobody here")


if __name__ == "__main__":
    main(program=None, version=None)
