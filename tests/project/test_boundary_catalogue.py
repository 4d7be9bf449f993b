# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue of boundaries keeps its promises: every field, a choice over the kinds, and nothing that one could
hold over the other."""

import json
import re
import sys
import unittest

FIELDS = {"id": str, "kind": str, "use": str, "own": bool, "text": str, "why": str, "review-weeks": int}
KINDS = {"pause-rule", "quiet", "no-talk-hours", "later-topic", "phones", "family", "privacy", "time-alone",
         "personal-limit", "phrase"}
USES = {"stepping-out", "coming-back", "repairing", "inviting"}
# What watches, asks leave or rules over somebody is no boundary.
CONTROLLING = re.compile(r"\b(check|where you are|location|password|permission|allowed|must|obey|report|account)\b", re.I)

with open(sys.argv.pop(1), encoding="utf-8") as catalogue:
    TEMPLATES = json.load(catalogue)["templates"]


class Boundaries(unittest.TestCase):
    def each(self):
        for template in TEMPLATES:
            with self.subTest(template.get("id")):
                yield template

    def test_fields(self):
        for template in self.each():
            self.assertEqual({name: type(value) for name, value in template.items() if name != "solo"}, FIELDS)
            self.assertRegex(template["id"], r"^[a-z]+(-[a-z]+)*$")
            self.assertTrue(10 < len(template["text"]) <= 200)
            self.assertTrue(10 < len(template["why"]) <= 110)
            self.assertTrue(4 <= template["review-weeks"] <= 26)
            self.assertTrue(template["why"].endswith("."))

    def test_choice(self):
        self.assertTrue(14 <= len(TEMPLATES) <= 20)
        self.assertEqual(len({template["id"] for template in TEMPLATES}), len(TEMPLATES))
        self.assertEqual({template["kind"] for template in TEMPLATES}, KINDS)
        self.assertEqual({template["use"] for template in TEMPLATES if template["kind"] == "phrase"}, USES)
        self.assertEqual([template["kind"] for template in TEMPLATES][:4], ["pause-rule"] * 2 + ["quiet"] * 2)

    def test_whose(self):
        for template in self.each():
            self.assertEqual(template["use"] != "none", template["kind"] == "phrase")
            if template["kind"] == "personal-limit":
                self.assertTrue(template["own"])
            if template["kind"] in {"phrase", "pause-rule", "quiet"}:
                self.assertFalse(template["own"])
            # One speaks of oneself in one's own limit; and what is shared is said by both.
            if template["own"]:
                self.assertRegex(template["text"], r"\bI\b")
                self.assertNotRegex(template["text"], r"\b[Ww]e\b")

    def test_solo(self):
        """to one who is alone every sentence is in words for one"""
        for template in self.each():
            self.assertEqual(set(template.get("solo", {"text": ""})), {"text"})
            text = template.get("solo", template)["text"]
            self.assertTrue(10 < len(text) <= 200)
            self.assertNotRegex(text + " " + template["why"], r"(?i)\b(we|us|our|both|each of us|either|one of you|two of you)\b")
            # It is read by nobody else, so that it promises nobody anything; a phrase is said aloud, and may ask.
            self.assertNotRegex(text, r"(?i)\byours\b" if template["kind"] == "phrase" else r"(?i)\byou(rs?)?\b")

    def test_nothing_to_hold_over_anybody(self):
        for template in self.each():
            for text in (template["text"], template.get("solo", template)["text"]):
                self.assertIsNone(CONTROLLING.search(text + " " + template["why"]))


if __name__ == "__main__":
    unittest.main()
