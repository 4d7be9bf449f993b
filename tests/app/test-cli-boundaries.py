#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Boundaries on the command line. Usage: test-cli-boundaries.py FOOTBRIDGE VERSION [TEST…]"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402

UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


class Boundaries(CommandCase):
    def boundary(self, *words):
        return self.json("boundary", *words)

    def kim(self, *words):
        return self.json("--as", "Kim", "boundary", *words)

    def test_whole(self):
        """one proposes, the other agrees, words change, and the history says who, when and what"""
        self.set_up()
        self.assertIn("boundary templates", self.ok("boundary", "list"))
        quiet = self.ok("boundary", "add", "When I am quiet, I am thinking for ten minutes.", "--kind", "quiet")
        self.assertRegex(quiet, rf"\A{UUID}\Z")
        self.assertEqual(self.ok("boundary", "list"),
                         f"{quiet[:8]}  What quiet means  proposed  When I am quiet, I am thinking for ten minutes.")
        self.refused(1, "boundary", "agree", quiet, says="your own proposal")
        self.assertEqual(self.boundary("list")[0]["state"], "proposed")

        self.home.set_now("@2026-11-24 08:00:00")
        self.assertEqual(self.ok("--as", "Kim", "boundary", "agree", quiet[:8]), "What quiet means  in force")
        self.assertEqual(self.ok("--as", "Kim", "boundary", "revise", quiet, "When I am quiet, I am thinking for an hour.",
                                 "--review", "2027-01-10"), "What quiet means  in force, a change is proposed")
        self.refused(1, "boundary", "revise", quiet, "Something else.", says="proposed here already")
        self.refused(1, "boundary", "withdraw", quiet, says="the other one’s proposal")
        listed = self.boundary("list")[0]
        self.assertEqual(listed["current"]["text"], "When I am quiet, I am thinking for ten minutes.")
        self.assertEqual(listed["waiting"]["text"], "When I am quiet, I am thinking for an hour.")
        # Each process begins its time anew: of two, either may have been slower to come to it.
        self.home.set_now("@2026-11-24 08:05:00")
        self.assertEqual(self.boundary("agree", quiet)["review_on"], "2027-01-10")

        shown = self.ok("boundary", "show", quiet)
        self.assertEqual(shown.splitlines(), [
            quiet, "What quiet means  in force", "To be looked at again on 2027-01-10.", "",
            "1. Robin wrote this on 2026-11-23:", "   When I am quiet, I am thinking for ten minutes.",
            "   Robin agreed on 2026-11-23.", "   Kim agreed on 2026-11-24.", "",
            "2. Kim wrote this on 2026-11-24:", "   When I am quiet, I am thinking for an hour.",
            "   What changed: When I am quiet, I am thinking for [-ten minutes-]{+an hour+}.",
            "   Kim agreed on 2026-11-24.", "   Robin agreed on 2026-11-24."])
        data = self.boundary("show", quiet)
        names = {person["id"]: person["name"] for person in self.json("person", "list")}
        self.assertEqual([(one["number"], names[one["written_by"]], one["written_at"]) for one in data["revisions"]],
                         [(1, "Robin", "2026-11-23"), (2, "Kim", "2026-11-24")])
        self.assertEqual([run["kind"] for run in data["revisions"][1]["difference"]], ["same", "before", "after", "same"])
        self.assertEqual([names[one["person_id"]] for one in data["revisions"][0]["agreements"]], ["Robin", "Kim"])

        # Either ends it, alone and at once; what was ended is shown when it is asked for.
        self.assertEqual(self.kim("end", quiet)["state"], "ended")
        self.assertEqual(self.boundary("list"), [])
        self.assertEqual(len(self.boundary("list", "--ended")), 1)
        self.assertIn("Kim ended it on 2026-11-24.", self.ok("boundary", "show", quiet))
        self.assertNotIn("looked at again", self.ok("boundary", "show", quiet))
        self.assertEqual(self.boundary("revise", quiet)["state"], "ended")
        self.assertEqual(self.kim("agree", quiet)["state"], "agreed")

    def test_withdraw(self):
        """what was proposed can be taken back, and leaves nothing behind"""
        self.set_up()
        phones = self.ok("boundary", "add", "--template", "phones-at-table")
        self.assertEqual(self.boundary("show", phones)["waiting"]["review_on"], "2027-02-15")
        self.assertEqual(self.ok("boundary", "withdraw", phones), "Taken back.")
        self.assertEqual(self.boundary("list", "--ended"), [])
        self.refused(1, "boundary", "show", phones)

    def test_limit(self):
        """a limit is its holder's alone and at once"""
        self.set_up()
        limit = self.boundary("add", "I leave when voices rise.", "--kind", "personal-limit", "--review", "2027-03-01")
        self.assertEqual((limit["state"], limit["review_on"]), ("agreed", "2027-03-01"))
        self.assertEqual(limit["holder"], self.json("person", "list")[0]["id"])
        for words in (("revise", limit["id"], "I stay."), ("end", limit["id"]), ("review", limit["id"], "2026-12-01")):
            self.refused(1, "--as", "Kim", "boundary", *words, says="own limit")
        self.assertIn("in force  Robin  I leave", self.ok("--as", "Kim", "boundary", "list"))
        self.assertEqual(self.boundary("revise", limit["id"], "I go out when voices rise.")["current"]["number"], 2)
        self.assertNotIn(" agreed on", self.ok("boundary", "show", limit["id"]))
        self.assertEqual(self.boundary("review", limit["id"], "none")["review_on"], None)
        own = self.boundary("add", "--template", "an-hour-after-work")
        self.assertEqual(own["holder"], limit["holder"])
        alone = self.boundary("add", "An hour for me.", "--kind", "time-alone", "--mine")
        self.assertEqual(alone["state"], "agreed")

    def test_review(self):
        """one may look at it sooner, and only both later"""
        self.set_up()
        phones = self.ok("boundary", "add", "No phones at table.", "--kind", "phones", "--review", "2027-02-01")
        self.refused(1, "boundary", "review", phones, "2027-01-01", says="in force")
        self.kim("agree", phones)
        self.assertEqual(self.kim("review", phones, "2027-01-01")["review_on"], "2027-01-01")
        self.refused(1, "boundary", "review", phones, "2027-01-02", says="for both")
        self.refused(1, "boundary", "review", phones, "none", says="for both")
        self.refused(1, "boundary", "review", phones, "2026-11-22")
        self.assertEqual(self.boundary("revise", phones, "--review", "2027-06-01")["waiting"]["review_on"], "2027-06-01")

    def test_solo(self):
        """alone everything is a decision, and in words for one"""
        self.assertIn("either of us", self.ok("boundary", "templates"))
        self.ok("setup", "--me", "Robin")
        self.assertNotRegex(self.ok("boundary", "templates"), r"(?i)\b(we|us|our)\b")
        for template in self.boundary("templates"):
            self.assertEqual(self.boundary("add", "--template", template["id"])["state"], "agreed", template["id"])
        listed = self.boundary("list")
        self.assertEqual([one["kind"] for one in listed][:4], ["pause-rule", "pause-rule", "quiet", "quiet"])
        self.assertNotIn("agreed on", self.ok("boundary", "show", listed[0]["id"]))
        self.refused(1, "boundary", "agree", listed[0]["id"], says="Nothing is proposed")

    def test_propose(self):
        """what was decided alone stays one's own when the other one comes, and can be proposed"""
        self.ok("setup", "--me", "Robin")
        phrase = self.ok("boundary", "add", "--template", "phrase-inviting")
        limit = self.ok("boundary", "add", "--template", "no-raised-voices")
        self.refused(1, "boundary", "propose", phrase, says="alone here")
        self.ok("person", "add", "Kim")
        self.assertIn("in force  Robin  ", self.ok("--as", "Kim", "boundary", "list"))
        self.assertEqual({one["holder"] for one in self.boundary("list")}, {self.json("person", "list")[0]["id"]})
        self.refused(1, "--as", "Kim", "boundary", "propose", phrase, says="the other one’s own")
        self.refused(1, "boundary", "propose", limit, says="holds without a yes")
        shared = self.boundary("propose", phrase)
        self.assertEqual((shared["state"], shared["holder"], shared["use"], shared["waiting"]["review_on"]),
                         ("proposed", None, "inviting", "2027-05-24"))
        self.assertEqual(len(self.json("--as", "Kim", "invite", "list")), 1)
        self.assertEqual(self.kim("agree", shared["id"])["state"], "agreed")
        self.refused(1, "boundary", "propose", shared["id"], says="for both of you already")
        self.assertEqual(self.boundary("end", phrase)["state"], "ended")
        self.refused(1, "boundary", "propose", phrase, says="Bring it back")

    def test_hostile(self):
        """control characters and markup in a sentence stay what they are, on one line"""
        self.set_up()
        text = "<b>One</b>\nline \x1b[31mred\x1b[0m & “more”"
        mine = self.ok("boundary", "add", text, "--mine", "--kind", "other")
        self.assertEqual(len(self.ok("boundary", "list").splitlines()), 1)
        self.assertNotIn("\x1b", self.ok("boundary", "show", mine))
        self.assertIn("<b>One</b>", self.ok("boundary", "show", mine))

    def test_bad_usage(self):
        """what is missing or no word of ours is bad usage; what cannot be is refused"""
        self.set_up()
        for words in (("add",), ("add", "x", "--kind", "wall"), ("add", "x", "--use", "shouting"), ("add", "x", "y"),
                      ("add", "x", "--review", "soon"), ("show",), ("revise",), ("agree",), ("end",), ("review", "x"),
                      ("list", "x"), ("templates", "x"), ()):
            with self.subTest(words=words):
                self.refused(2, "boundary", *words)
        for words in (("add", " "), ("add", "x" * 2001), ("add", "x", "--kind", "phrase"), ("add", "x", "--use", "inviting"),
                      ("add", "--template", "no-such"), ("show", "no-such"), ("end", "no-such"),
                      ("add", "x", "--kind", "phrase", "--use", "inviting", "--mine"), ("add", "x", "--review", "2026-11-22")):
            with self.subTest(words=words):
                self.refused(1, "boundary", *words)
        self.assertEqual(self.boundary("list"), [])


if __name__ == "__main__":
    main(program=None, version=None)
