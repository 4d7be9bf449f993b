#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Promises on the command line. Usage: test-cli-promises.py FOOTBRIDGE VERSION [TEST…]"""

import datetime
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402


def day(n):
    """As the program sees it, whose clock stands at noon of a Monday."""
    return (datetime.date(2026, 11, 23) + datetime.timedelta(days=n)).isoformat()


class Promises(CommandCase):
    def add(self, *words):
        return self.ok("promise", "add", *words)

    def one(self, promise):
        return next(one for one in self.json("promise", "list", "--all") if one["id"] == promise)

    def agree(self, invitation):
        """The other one says yes; gives the promise."""
        return self.json("invite", "answer", invitation, "yes", "--as", "partner")["subject_id"]

    def test_add_and_list(self):
        """promises are added and listed by their date, in words and in JSON"""
        self.set_up()
        later = self.agree(self.add("Ask at the workshop", "--by", day(12), "--who", "both", "--remind", "0,1440"))
        sooner = self.add("  Look for the photographs ", "--by", f"{day(1)}T19:00", "--about", "topic")
        today = self.add("Water the plants")
        lines = self.ok("promise", "list").splitlines()
        self.assertEqual([line.split("  ")[0] for line in lines], [today[:8], sooner[:8], later[:8]])
        me, partner = (one["name"] for one in self.json("person", "list"))
        self.assertEqual(lines[0], f"{today[:8]}  for today  {me}  Water the plants")
        self.assertEqual(lines[1], f"{sooner[:8]}  for tomorrow at 19:00  {me}  Look for the photographs")
        self.assertIn("  both  Ask at the workshop", lines[2])
        self.assertEqual(self.one(later), {
            "id": later, "text": "Ask at the workshop", "who": None, "about": "free", "pause_id": None, "due": day(12),
            "timed": False, "remind": [1440, 0], "state": "open", "earlier": []})
        self.assertEqual([self.one(sooner)[key] for key in ("about", "due", "timed", "remind")],
                         ["topic", f"{day(1)}T19:00", True, [0]])

    def test_answers(self):
        """a promise is kept, let go and brought back; what cannot be is refused"""
        self.set_up()
        promise = self.add("Water the plants", "--by", day(2))
        self.assertTrue(self.ok("promise", "keep", promise[:8]).startswith("Kept: for "))
        self.assertEqual(self.ok("promise", "list"),
                         "There is no open promise to show here. Add one with “footbridge promise add TEXT --by DATE”.")
        self.assertEqual(self.json("promise", "list"), [])
        self.refused(1, "promise", "let-go", promise, says="Kept")
        self.refused(1, "promise", "re-agree", promise, day(3), says="Kept")
        self.assertEqual(self.json("promise", "bring-back", promise)["state"], "open")
        self.assertEqual(self.json("promise", "let-go", promise)["state"], "let-go")
        self.assertIn("  Let go  for ", self.ok("promise", "list", "--all"))

    def test_re_agree(self):
        """another date leaves a promise open, and the dates before stay with it"""
        self.set_up()
        promise = self.add("Water the plants", "--by", day(2))
        self.json("promise", "re-agree", promise, f"{day(4)}T08:30")
        after = self.json("promise", "re-agree", promise, day(6))
        self.assertEqual((after["state"], after["due"], after["earlier"]), ("open", day(6), [day(2), f"{day(4)}T08:30"]))
        self.refused(1, "promise", "re-agree", promise, day(6), says="the date it has already")
        self.refused(1, "promise", "re-agree", promise, day(-1), says="today or a day to come")
        self.refused(2, "promise", "re-agree", promise)
        self.refused(2, "promise", "re-agree", promise, "soon")
        self.assertEqual(self.one(promise)["due"], day(6))

    def test_whose(self):
        """nobody promises for the other, or says anything about what the other promised"""
        self.set_up()
        self.refused(1, "promise", "add", "For you to do", "--who", "partner", says="Nothing was changed")
        theirs = self.json("promise", "add", "Theirs", "--as", "partner")
        partner = self.json("person", "list")[1]["id"]
        self.assertEqual(theirs["who"], partner)
        for words in (("edit", theirs["id"], "--text", "Other words"), ("re-agree", theirs["id"], day(1)), ("keep", theirs["id"]),
                      ("let-go", theirs["id"]), ("bring-back", theirs["id"]), ("snooze", theirs["id"]), ("remove", theirs["id"])):
            self.refused(1, "promise", *words, says="Nothing was changed")
        self.assertEqual(self.one(theirs["id"]), theirs)
        self.json("promise", "edit", theirs["id"], "--text", "Other words", "--as", "partner")
        self.assertEqual(self.one(theirs["id"])["text"], "Other words")
        self.assertEqual(self.json("promise", "keep", theirs["id"], "--as", "partner")["state"], "kept")

    def test_gone_by(self):
        """what the other one alone promised is not held up to anybody once its date is past, or when it was let go"""
        self.set_up()
        other = ("--as", "partner")
        mine = self.add("Water the plants", "--by", day(1))
        self.json("promise", "re-agree", mine, day(2))
        self.assertEqual([one["earlier"] for one in self.json("promise", "list")], [[day(1)]])
        self.assertEqual([(one["id"], one["earlier"]) for one in self.json(*other, "promise", "list")], [(mine, [])])
        gone = self.add("Ask at the workshop", "--by", day(4))
        self.json("promise", "let-go", gone)
        self.home.set_now(f"@{day(3)} 12:00:00")
        self.assertEqual({one["id"] for one in self.json("promise", "list", "--all")}, {mine, gone})
        # What is hidden is neither shown nor denied.
        for words, says in ((["list"], "no open promise to show"), (["list", "--all"], "no promise to show")):
            self.assertEqual(self.json(*other, "promise", *words), [])
            self.assertIn(says, self.ok(*other, "promise", *words))

    def test_of_both(self):
        """one of both is proposed and is a promise once both have said yes; less of it either decides"""
        self.set_up()
        asked = self.json("promise", "add", "Look for the photographs", "--by", day(2), "--who", "both")
        self.assertEqual([asked[key] for key in ("subject", "subject_id", "title", "state")],
                         ["promise", None, "Look for the photographs", "open"])
        self.assertEqual(asked["lines"], ["A promise of both of you, for Wednesday"])
        self.assertEqual(self.json("promise", "list"), [])
        self.refused(1, "promise", "add", "Look for the photographs", "--who", "both", says="no answer yet")
        self.json("invite", "answer", asked["id"], "another-time", f"{day(3)}T19:00", "--as", "partner")
        promise = self.json("invite", "answer", asked["id"], "yes")["subject_id"]
        self.assertEqual([self.one(promise)[key] for key in ("who", "due")], [None, f"{day(3)}T19:00"])

        for words in (("re-agree", promise, day(5)), ("edit", promise, "--text", "Look for all of them")):
            with self.subTest(words=words):
                change = self.json("promise", *words)
                self.assertEqual((change["subject"], change["subject_id"]), ("promise", promise))
                self.assertEqual(self.one(promise)["due"], f"{day(3)}T19:00")
                self.json("invite", "withdraw", change["id"])
        self.assertIn("can answer.", self.ok("promise", "re-agree", promise, day(5)))
        self.json("invite", "answer", self.json("invite", "list")[0]["id"], "yes", "--as", "partner")
        self.assertEqual((self.one(promise)["due"], self.one(promise)["earlier"]), (day(5), [f"{day(3)}T19:00"]))
        self.assertEqual(self.json("promise", "let-go", promise, "--as", "partner")["state"], "let-go")
        self.assertEqual(self.json("promise", "bring-back", promise)["subject"], "promise")
        self.assertEqual(self.one(promise)["state"], "let-go")
        mine = self.add("Mine")
        self.assertEqual(self.json("promise", "edit", mine, "--who", "both")["subject_id"], mine)
        self.assertNotEqual(self.one(mine)["who"], None)

    def test_snooze(self):
        """a reminder of a promise is put off, by minutes"""
        self.set_up()
        promise = self.add("Water the plants")
        self.assertTrue(self.ok("promise", "snooze", promise, "30").endswith("The reminder comes again today at 12:30."))
        self.assertEqual(self.json("promise", "snooze", promise)["id"], promise)
        self.refused(2, "promise", "snooze", promise, "0")
        self.json("promise", "keep", promise)
        self.refused(1, "promise", "snooze", promise, says="open")

    def test_on_record(self):
        """what two have promised one of them lets go, and does not take away"""
        self.set_up()
        promise = self.agree(self.add("Look for the photographs", "--by", day(2), "--who", "both"))
        self.refused(1, "promise", "remove", promise, says="You could let it go instead.")
        self.ok("promise", "let-go", promise)
        self.refused(1, "promise", "remove", promise, says="You both promised this, so it stays on record.")

    def test_edit_and_remove(self):
        """words, date and reminders can be put right, and a promise can go"""
        self.set_up()
        promise = self.add("Water the plants", "--by", day(2))
        after = self.json("promise", "edit", promise, "--text", "Water them all", "--by", day(3), "--remind", "")
        self.assertEqual([after[key] for key in ("text", "due", "remind", "earlier")], ["Water them all", day(3), [], []])
        self.refused(1, "promise", "edit", promise, "--text", " ")
        self.assertIn("Water them all", self.ok("promise", "remove", promise))
        self.assertEqual(self.json("promise", "list", "--all"), [])
        self.refused(1, "promise", "keep", promise, says="nothing with the id")

    def test_bad_usage(self):
        """what is missing or no word of ours is bad usage"""
        self.set_up()
        for words in ((), ("add",), ("add", "one", "two"), ("add", "one", "--by", "soon"), ("add", "one", "--remind", "x"),
                      ("add", "one", "--about", "nothing"), ("keep",), ("list", "one"), ("break", "one")):
            with self.subTest(words=words):
                self.refused(2, "promise", *words)
        self.refused(1, "promise", "add", "one", "--by", day(-1))
        self.refused(1, "promise", "add", "one", "--remind", "-10")
        self.assertEqual(self.json("promise", "list"), [])


if __name__ == "__main__":
    main(program=None, version=None)
