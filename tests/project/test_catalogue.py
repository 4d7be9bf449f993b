# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ritual catalogue keeps its promises: every field, in its range, and three small ones to begin with."""

import json
import re
import sys
import unittest

from dateutil.rrule import rrulestr

FIELDS = {"id": str, "title": str, "summary": str, "when-then": str, "minutes": int, "closeness": int,
          "both": bool, "first": bool, "group": str, "rule": str, "times": str, "smaller": str, "steps": list}
# What may be said otherwise to one who is alone.
SOLO = {"summary": str, "when-then": str, "smaller": str, "steps": list, "both": bool}
# What speaks of two, or to two.
OF_TWO = re.compile(r"\b([Ww]e|us|our|both|each of you|one of you|either of you|two of you|agree|swap)\b", re.I)
LENGTHS = {"title": 60, "summary": 240, "when-then": 240, "smaller": 240}

with open(sys.argv.pop(1), encoding="utf-8") as catalogue:
    TEMPLATES = json.load(catalogue)["templates"]


class Catalogue(unittest.TestCase):
    def each(self):
        for template in TEMPLATES:
            with self.subTest(template.get("id")):
                yield template

    def test_fields(self):
        for template in self.each():
            self.assertEqual({name: type(value) for name, value in template.items() if name != "solo"}, FIELDS)
            for name, longest in LENGTHS.items():
                self.assertTrue(0 < len(template[name]) <= longest, name)
            self.assertTrue(1 <= template["minutes"] <= 480)
            self.assertTrue(1 <= template["closeness"] <= 5)
            self.assertIn(template["group"], {"daily", "weekly", "own", "care"})
            self.assertTrue(2 <= len(template["steps"]) <= 6)
            self.assertTrue(all(isinstance(step, str) and step for step in template["steps"]))
            self.assertRegex(template["id"], r"^[a-z]+(-[a-z]+)*$")

    def test_numbers(self):
        self.assertGreaterEqual(len(TEMPLATES), 18)
        self.assertEqual(len({template["id"] for template in TEMPLATES}), len(TEMPLATES))
        self.assertEqual(len({template["title"] for template in TEMPLATES}), len(TEMPLATES))

    def test_first(self):
        first = [template for template in TEMPLATES if template["first"]]
        self.assertEqual(len(first), 3)
        self.assertTrue(all(template["minutes"] <= 10 and template["closeness"] == 1 for template in first))
        self.assertTrue(any(not template["both"] for template in first), "something for one alone")

    def test_rules(self):
        for template in self.each():
            rrulestr(template["rule"])
            times = template["times"].split(",")
            self.assertTrue(all(re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", time) for time in times))
            self.assertEqual(times, sorted(set(times)))

    def test_solo(self):
        """one who is alone is offered nothing that needs two, in words for one, and enough of it"""
        alone = [{**template, **template.get("solo", {})} for template in TEMPLATES]
        for template in self.each():
            for name, value in template.get("solo", {}).items():
                self.assertIs(type(value), SOLO[name])
                self.assertNotEqual(value, template[name])
        for template in alone:
            with self.subTest(template["id"]):
                # "one of us", in a sentence of one's own, is no word of the other one.
                said = " ".join([template["summary"], template["smaller"], *template["steps"],
                                 template["when-then"].replace("one of us", "")])
                if not template["both"]:
                    self.assertIsNone(OF_TWO.search(said), said)
                    self.assertTrue(all(0 < len(template[name]) <= longest for name, longest in LENGTHS.items()))
        self.assertEqual(len([template for template in alone if template["first"] and not template["both"]]), 3)
        self.assertGreaterEqual(len([template for template in alone if not template["both"]]), 14)

    def test_care_needs_nobody(self):
        for template in self.each():
            if template["group"] in {"own", "care"}:
                self.assertFalse(template["both"])


if __name__ == "__main__":
    unittest.main()
