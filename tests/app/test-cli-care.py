#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What both like, and care for oneself, on the command line. Usage: test-cli-care.py FOOTBRIDGE VERSION [TEST…]"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402


class Care(CommandCase):
    def test_meanings(self):
        """what both like is added by either, listed, and taken away by whoever added it"""
        self.set_up()
        self.assertIn("nothing on the list", self.ok("meaning", "list"))
        dancing = self.ok("meaning", "add", "Dancing in the kitchen", "--once")
        chess = self.json("meaning", "add", "Chess", "--kind", "hope", "--as", "partner")
        me, partner = (one["id"] for one in self.json("person", "list"))
        self.assertEqual(chess, {"id": chess["id"], "text": "Chess", "kind": "hope", "tense": "to-try", "added_by": partner,
                                 "ritual_id": None})
        listed = self.json("meaning", "list")
        self.assertEqual([(one["text"], one["tense"], one["added_by"]) for one in listed],
                         [("Dancing in the kitchen", "once", me), ("Chess", "to-try", partner)])
        self.assertEqual(self.ok("meaning", "list").splitlines()[0],
                         f"{dancing[:8]}  Something to do  Enjoyed once  Dancing in the kitchen")
        self.refused(1, "meaning", "add", "chess", says="on the list already")
        self.refused(1, "meaning", "remove", chess["id"], says="stays on the list")
        self.assertEqual(self.ok("meaning", "remove", chess["id"][:8], "--as", "partner"), "Removed: Chess")
        self.assertEqual(len(self.json("meaning", "list")), 1)

    def test_cares(self):
        """each has a plan of their own, with a day for looking at it"""
        self.set_up()
        sleep = self.ok("care", "add", "sleep", "To bed by eleven")
        self.json("care", "add", "friends", "Call Mira", "--as", "partner")
        mine = self.json("care", "list")
        self.assertEqual(mine, [{"id": sleep, "area": "sleep", "text": "To bed by eleven", "ritual_id": None, "review_on": None}])
        self.assertEqual([one["text"] for one in self.json("care", "list", "--as", "partner")], ["Call Mira"])
        self.refused(1, "care", "remove", sleep, "--as", "partner", says="nothing with the id")
        self.assertEqual(self.json("care", "review", "2026-12-01")[0]["review_on"], "2026-12-01")
        self.assertIn("To be looked at: Tuesday, 1 December", self.ok("care", "list"))
        self.assertEqual(self.json("care", "review", "none")[0]["review_on"], None)
        self.refused(1, "care", "review", "2026-11-20", says="a day to come")
        self.assertIn("nothing in your plan", self.ok("care", "remove", sleep[:8]))
        self.refused(1, "care", "review", "2026-12-01", says="nothing in your plan")

    def test_misread(self):
        """what cannot be read is a usage error"""
        self.set_up()
        for words in (("meaning", "add"), ("meaning", "add", "x", "--kind", "y"), ("meaning", "remove"), ("care", "add", "sleep"),
                      ("care", "add", "money", "x"), ("care", "review"), ("care", "review", "soon")):
            with self.subTest(words=words):
                self.refused(2, *words)


if __name__ == "__main__":
    main(program=None, version=None)
