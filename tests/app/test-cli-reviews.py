#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The weekly review on the command line. Usage: test-cli-reviews.py FOOTBRIDGE VERSION [TEST…]"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402


class Reviews(CommandCase):
    def test_whole(self):
        """a review goes from its first step to its summary, and is left and gone on with in between"""
        self.set_up()
        self.assertIn("No review is open", self.ok("review", "status"))
        self.assertIn("Step 1 of 4: Appreciations", self.ok("review", "begin"))
        self.refused(1, "review", "begin", says="open already")
        win = self.ok("win", "add", "You asked how it went")
        thanks = self.json("review", "say", "appreciation", "You asked", "--win", win[:8], "--as", "partner")
        partner = self.json("person", "list")[1]["id"]
        self.assertEqual((thanks["person_id"], thanks["win_id"], thanks["part"]), (partner, win, "appreciation"))
        self.assertIn("Step 2 of 4", self.ok("review", "next"))
        self.ok("review", "say", "went-right", "We laughed")
        self.assertIn("left for now", self.ok("review", "leave"))
        self.refused(1, "review", "next", says="left for now")
        self.assertEqual(self.json("review", "status")["open"]["interrupted"], True)
        self.ok("review", "resume")
        self.assertIn("Step 3 of 4", self.ok("review", "skip"))
        self.assertIn("Step 2 of 4", self.ok("review", "back"))
        self.ok("review", "next")
        self.assertIn("Step 4 of 4", self.ok("review", "next"))
        self.ok("review", "say", "wish", "A walk")
        plan = self.json("review", "say", "plan", "Sunday in the park")
        self.ok("review", "unsay", plan["id"][:8])
        self.refused(1, "review", "finish", "--next", "2026-11-22", says="a day to come")
        self.assertEqual(self.ok("review", "finish", "--next", "2026-11-29").splitlines(),
                         ["The review is done, and what was noted stays.", "The next review: Sunday"])
        self.refused(1, "review", "next", says="No review is open")

        done = self.json("review", "list")
        self.assertEqual([(one["state"], one["next_on"], one["ritual_id"]) for one in done],
                         [("done", "2026-11-29T00:00", None)])
        self.assertEqual([(one["part"], one["text"]) for one in done[0]["words"]],
                         [("appreciation", "You asked"), ("went-right", "We laughed"), ("wish", "A walk")])
        shown = self.ok("review", "show", done[0]["id"][:8])
        self.assertIn("Went right  We laughed", shown)
        self.assertNotIn("park", shown)
        self.assertEqual(self.json("review", "show", done[0]["id"]), done[0])

    def test_late(self):
        """one that is held days after its moment is of the day on which it was held"""
        self.set_up()
        ritual = self.add_ritual("--template", "weekly-review", title="Weekly review", start="2026-11-22T18:30",
                                 rule="FREQ=WEEKLY;BYDAY=SU")
        self.home.set_now("@2026-11-27 20:00:00")
        self.ok("review", "begin")
        for _ in range(3):
            self.ok("review", "skip")
        self.assertEqual(self.ok("review", "next").splitlines()[0], "The review is done, and what was noted stays.")
        self.home.set_now("@2026-11-27 20:30:00")
        self.ok("review", "begin")
        self.assertIsNone(self.json("review", "finish")["open"])
        for line in self.ok("review", "list").splitlines():
            self.assertRegex(line, r"^[0-9a-f]+  Friday, 27 November$")
        second, first = self.json("review", "list")
        self.assertEqual([(one["ritual_id"], one["start"], one["begun_on"]) for one in (first, second)],
                         [(ritual, "2026-11-22T18:30", "2026-11-27T00:00"), (None, "2026-11-27T20:30", "2026-11-27T00:00")])
        shown = ["Friday, 27 November", "Nothing was written down. That is fine."]
        self.assertEqual(self.ok("review", "show", first["id"]).splitlines(), [*shown, "The next review: Sunday at 18:30"])
        self.home.set_now("@2026-12-02 20:00:00")
        self.assertEqual(self.ok("review", "show", first["id"]).splitlines(), shown)

    def test_soft(self):
        """an open point is noted as it is, and what may be hard to hear is said beside it"""
        self.set_up()
        self.ok("review", "begin")
        said = self.ok("review", "say", "issue", "You never ask").splitlines()
        self.assertEqual(len(said), 2)
        self.assertIn("“never”", said[1])
        self.assertEqual(len(self.ok("review", "say", "issue", "Yesterday nobody asked").splitlines()), 1)
        words = self.json("review", "status")["open"]["words"]
        self.assertEqual([one["text"] for one in words], ["Yesterday nobody asked"])

    def test_pause(self):
        """a pause comes first, and the review waits for it"""
        self.set_up()
        self.ok("review", "begin")
        self.ok("pause", "start")
        status = self.json("review", "status")
        self.assertEqual((status["held"], status["open"]["interrupted"]), (True, True))
        self.refused(1, "review", "resume", says="a pause")

    def test_turns(self):
        """whose turn it is can be swapped, and swapped back"""
        self.set_up()
        before = self.json("review", "turns")
        self.assertEqual([one["duty"] for one in before], ["lead", "plan", "topic"])
        after = self.json("review", "swap", "plan", "--as", "partner")
        self.assertNotEqual(before[1], after[1])
        self.assertEqual((before[0], before[2]), (after[0], after[2]))
        self.assertEqual(self.json("review", "swap", "plan"), before)
        self.refused(2, "review", "swap", "dishes")

    def test_alone(self):
        """alone it is a look back and a plan, and there are no turns"""
        self.ok("setup", "--me", "Ada")
        self.assertIn("Step 1 of 2: What went right", self.ok("review", "begin"))
        self.refused(1, "review", "say", "appreciation", "You", says="nobody here to thank")
        self.assertEqual(self.json("review", "turns"), [])
        self.refused(1, "review", "swap", "lead", says="no turns")
        self.assertEqual(self.ok("review", "turns"), "Alone there are no turns.")

    def test_misread(self):
        """what cannot be read is a usage error"""
        self.set_up()
        self.refused(2, "review", "say", "praise", "You")
        self.refused(2, "review", "say", "wish")
        self.refused(2, "review", "finish", "--next", "soon")


if __name__ == "__main__":
    main(program=None, version=None)
