#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one proposes and the other answers, on the command line. Usage: test-cli-invitations.py FOOTBRIDGE VERSION [TEST…]"""

import contextlib
import os
import sqlite3
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402

KIM = ("--as", "Kim")


class Invitations(CommandCase):
    def setUp(self):
        super().setUp()
        self.set_up()

    def propose(self, *words):
        """A ritual for both, which nobody said is agreed: its id. That it is only proposed is said beside it."""
        result = self.home.run("ritual", "add", "Tea", "--start", "2026-11-24T19:00", "--rule", "FREQ=DAILY", *words)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(result.stderr,
                         "footbridge: Proposed to Kim. Until there is a yes, everything stays as it is.\n")
        return result.stdout.strip()

    def waiting(self):
        return self.json("invite", "list")

    def test_ritual(self):
        """a ritual for both is proposed; another time, and then yes, makes it agreed at that time"""
        tea = self.propose()
        invitation, = self.waiting()
        robin, kim = (person["id"] for person in self.json("person", "list"))
        self.assertEqual((invitation["title"], invitation["subject"], invitation["subject_id"], invitation["state"]),
                         ("Tea", "ritual", tea, "open"))
        self.assertEqual((invitation["from_id"], invitation["to_id"], invitation["waits_for"]), (robin, kim, kim))
        self.assertEqual(invitation["lines"], ["Every day at 19:00 · 10 minutes"])
        self.assertEqual(self.json("ritual", "show", tea)["state"], "proposed")
        self.assertEqual(self.json("agenda"), [])

        short = invitation["id"][:8]
        self.refused(1, "invite", "answer", short, "yes", says="waits for the other one’s answer")
        self.refused(1, "invite", "answer", short, "another-time", "2026-11-23T11:00", *KIM, says="still to come")
        self.ok("invite", "answer", short, "another-time", "2026-11-25T20:00", *KIM)
        self.assertIn("Kim names another time: Tea", self.ok("invite", "list"))
        self.assertIn("for Robin to answer", self.ok("invite", "list"))
        self.assertEqual(self.waiting()[0]["other_time"], "2026-11-25T20:00")
        self.assertEqual(self.ok("invite", "answer", short, "yes"), "Agreed.")
        ritual = self.json("ritual", "show", tea)
        self.assertEqual((ritual["state"], ritual["start"], ritual["words"]),
                         ("agreed", "2026-11-25T20:00", "Every day at 20:00"))
        self.assertEqual(self.ok("invite", "list"), "Nothing waits for an answer.")
        self.refused(1, "invite", "answer", short, "yes", says="no longer waits")

    def test_change(self):
        """what asks more of the other one is proposed; what is less is done"""
        tea = self.add_ritual("--minutes", "20")
        self.assertIn("Proposed to Kim.", self.ok("ritual", "edit", tea, "--times", "18:30"))
        self.assertEqual(self.json("ritual", "show", tea)["times"], ["19:00"])
        self.assertEqual(self.waiting()[0]["lines"], ["18:30 instead of 19:00"])
        self.refused(1, "ritual", "edit", tea, "--times", "17:30", says="proposed already")
        self.ok("ritual", "edit", tea, "--minutes", "10")
        self.assertEqual(self.json("ritual", "show", tea)["minutes"], 10)
        self.ok("ritual", "agree", tea, *KIM)
        self.assertEqual(self.json("ritual", "show", tea)["times"], ["18:30"])

    def test_not_now(self):
        """a "not now" leaves a draft, rests, and is nowhere to be read"""
        tea = self.propose()
        invitation, = self.waiting()
        self.ok("invite", "answer", invitation["id"], "not-now", "--rest", "3", *KIM)
        self.assertEqual(self.waiting(), [])
        self.assertEqual(self.json("ritual", "show", tea)["state"], "draft")
        self.refused(1, "ritual", "propose", tea, says="This can be proposed again from Thursday, 26 November on.")
        self.home.set_now("@2026-11-26 00:00:01")
        self.ok("ritual", "propose", tea)
        self.assertEqual(len(self.waiting()), 1)

    def test_forgotten(self):
        """once its rest is over, a "not now" is not in the file any more: a look at anything is enough"""
        self.propose()
        invitation, = self.waiting()
        self.ok("invite", "answer", invitation["id"], "not-now", *KIM)
        self.home.set_now("@2026-11-29 23:59:00")
        self.json("agenda")
        self.assertEqual(self.count("SELECT count(*) FROM invitations"), 1)
        self.home.set_now("@2026-11-30 00:00:01")
        self.json("agenda")
        self.assertEqual(self.count("SELECT count(*) FROM invitations"), 0)

    def count(self, sql):
        with contextlib.closing(sqlite3.connect(self.home.database)) as database:
            return database.execute(sql).fetchone()[0]

    def test_agreed_by_both(self):
        """nobody says for the other one that something is agreed, also not after "not now" was the answer"""
        self.refused(1, "ritual", "add", "Tea", "--start", "2026-11-24T19:00", "--state", "agreed",
                     says="This is for Kim, too, so it is agreed once they say yes. Without “--state agreed” it is proposed.")
        self.assertEqual(self.json("ritual", "list"), [])
        tea = self.propose()
        self.ok("invite", "answer", self.waiting()[0]["id"], "not-now", *KIM)
        self.refused(1, "ritual", "add", "Tea", "--start", "2026-11-24T19:00", "--state", "agreed", says="for Kim, too")
        self.refused(1, "ritual", "agree", tea, says="asks something of Kim, too")
        own = self.json("ritual", "add", "Reading", "--start", "2026-11-24T19:00", "--state", "agreed", "--who", "me")
        self.assertEqual(own["state"], "agreed")
        self.ok("ritual", "edit", own["id"], "--who", "both")
        self.assertIsNotNone(self.json("ritual", "show", own["id"])["who"])

    def test_not_taken(self):
        """what is of both, and what was kept of it, one of them does not take for themselves"""
        tea = self.add_ritual()
        self.assertEqual(self.ok("ritual", "edit", tea, "--who", "me", *KIM),
                         "Proposed to Robin. Until there is a yes, everything stays as it is.")
        self.assertIsNone(self.json("ritual", "show", tea)["who"])
        invitation, = self.waiting()
        self.assertEqual(invitation["lines"], ["Only for Kim"])
        self.ok("invite", "answer", invitation["id"], "yes")
        self.assertIsNotNone(self.json("ritual", "show", tea)["who"])

    def test_overtaken(self):
        """what no longer fits waits for nobody, and something else can be proposed"""
        tea = self.add_ritual()
        self.ok("ritual", "edit", tea, "--minutes", "60")
        self.assertEqual(len(self.waiting()), 1)
        self.ok("ritual", "edit", tea, "--minutes", "5")
        self.assertEqual(self.waiting(), [])
        self.ok("ritual", "edit", tea, "--minutes", "40")
        self.ok("invite", "answer", self.waiting()[0]["id"], "yes", *KIM)
        self.assertEqual(self.json("ritual", "show", tea)["minutes"], 40)

    def test_on_record(self):
        """what both have a record of one of them ends, and does not take away"""
        tea = self.add_ritual()
        self.home.set_now("@2026-11-24 20:00:00")
        self.ok("keep", f"{tea}@2026-11-24T19:00", *KIM)
        self.refused(1, "ritual", "remove", tea, says="You could end the ritual instead.")
        self.ok("ritual", "end", tea)
        self.refused(1, "ritual", "remove", tea, says="stays on record")
        own = self.ok("ritual", "add", "Piano", "--start", "2026-11-24T11:00", "--rule", "FREQ=DAILY", "--who", "me",
                      "--state", "agreed")
        self.ok("ritual", "remove", own)

    def test_move(self):
        """another time of a moment of both is proposed, and the moment stays where it is until there is a yes"""
        tea = self.add_ritual()
        name = f"{tea}@2026-11-24T19:00"
        self.assertEqual(self.ok("move", name, "2026-11-26T20:30"),
                         "Proposed to Kim. Until there is a yes, everything stays as it is.")
        moment = self.json("occurrences", tea)[1]
        self.assertEqual((moment["start"], moment["moved_to"]), ("2026-11-24T19:00", None))
        invitation, = self.waiting()
        self.assertEqual((invitation["subject"], invitation["subject_id"], invitation["at"], moment["invitation"]),
                         ("moment", tea, "2026-11-26T20:30", invitation["id"]))
        self.assertEqual(invitation["lines"], ["Thursday at 20:30 instead of tomorrow at 19:00", "Just this once"])
        self.assertIn("Robin proposes another time: Ten quiet minutes", self.ok("invite", "list"))
        self.refused(1, "move", name, "2026-11-26T21:00", says="proposed already")
        self.refused(1, "move", name, "2026-11-20T21:00", says="still to come")
        self.ok("invite", "answer", invitation["id"], "another-time", "2026-11-27T18:00", *KIM)
        self.ok("invite", "answer", invitation["id"], "yes")
        moment = next(moment for moment in self.json("occurrences", tea) if moment["name"] == name)
        self.assertEqual((moment["moved_to"], moment["invitation"]), ("2026-11-27T18:00", None))
        # Less is one's own to say, and takes what was asked with it.
        other = f"{tea}@2026-11-25T19:00"
        self.ok("move", other, "21:00", *KIM)
        self.ok("leave-out", other)
        self.assertEqual(self.waiting(), [])

    def test_own(self):
        """what is only for one is theirs: the other one sees it, and that is all"""
        self.refused(1, "ritual", "add", "Run", "--start", "2026-11-23T10:00", "--who", "partner",
                     says="What is only for Kim is theirs to plan.")
        run = self.ok("ritual", "add", "Run", "--start", "2026-11-23T10:00", "--rule", "FREQ=DAILY", "--smaller", "A walk",
                      "--who", "me", *KIM)
        name = f"{run}@2026-11-23T10:00"
        before = self.json("ritual", "show", run)
        for words in (["ritual", "edit", run, "--title", "Walk"], ["ritual", "edit", run, "--who", "both"],
                      ["ritual", "rest", run], ["ritual", "end", run], ["ritual", "less", run], ["ritual", "remove", run],
                      ["keep", name], ["smaller", name], ["not-today", name], ["take-back", name], ["leave-out", name],
                      ["move", name, "2026-11-23T20:00"], ["snooze", name]):
            with self.subTest(words=words):
                self.refused(1, *words, says="This is Kim’s own, so it was left as it is")
        self.assertEqual(self.json("ritual", "show", run), before)
        mine = self.ok("ritual", "add", "Piano", "--start", "2026-11-23T11:00", "--who", "me")
        robin, kim = (person["id"] for person in self.json("person", "list"))
        tea = self.add_ritual(title="Tea")
        whose = {mine: robin, run: kim, tea: None}
        self.assertEqual({ritual["id"]: ritual["who"] for ritual in self.json("ritual", "list")}, whose)
        self.assertEqual({moment["ritual_id"]: moment["who"] for moment in self.json("agenda")}, whose)
        for words in (["ritual", "list"], ["agenda", "--days", "2"]):
            lines = {title: line for line in self.ok(*words).splitlines() for title in ("Piano", "Run", "Tea") if title in line}
            self.assertIn("· only Robin ·", lines["Piano"])
            self.assertIn("· only Kim ·", lines["Run"])
            self.assertNotIn("only", lines["Tea"])
        self.refused(1, "ritual", "edit", mine, "--who", "partner", says="theirs to plan")
        self.assertEqual(self.json("keep", name, *KIM)["outcome"], "kept")
        # What became of it is for nobody but its holder.
        self.home.set_now("@2026-11-25 12:00:00")
        days = ("--from", "2026-11-23", "--days", "3")
        for words in (["agenda", *days], ["occurrences", run, *days]):
            noted = [moment["name"] for moment in self.json(*words) if moment["ritual_id"] == run]
            self.assertEqual(noted, [], words)
            all_of_them = [moment for moment in self.json(*words, *KIM) if moment["ritual_id"] == run]
            self.assertEqual(len(all_of_them), 3, words)
        self.ok("ritual", "end", run, *KIM)
        self.refused(1, "ritual", "resume", run, says="Kim’s own")
        self.ok("ritual", "resume", run, *KIM)

    def test_left_out(self):
        """what was left out is not planned again by one alone"""
        name = f"{self.add_ritual()}@2026-11-24T19:00"
        self.ok("leave-out", name, *KIM)
        self.assertIn("Until there is a yes", self.ok("take-back", name))
        self.refused(1, "move", name, "19:00", says="no answer yet")
        moment = self.json("occurrences", name.split("@")[0], "--from", "2026-11-24", "--days", "1")[0]
        self.assertTrue(moment["left_out"])
        self.ok("invite", "answer", moment["invitation"], "yes", *KIM)
        moment = self.json("occurrences", name.split("@")[0], "--from", "2026-11-24", "--days", "1")[0]
        self.assertFalse(moment["left_out"])

    def test_what_cannot_have_been(self):
        """a moment is noted from its day on, and only of what was agreed then"""
        tea = self.add_ritual("--smaller", "A sip")
        today, tomorrow = f"{tea}@2026-11-23T19:00", f"{tea}@2026-11-24T19:00"
        for verb in ("keep", "smaller", "not-today"):
            self.refused(1, verb, tomorrow, says="This moment is still to come")
            # Today's may be noted a little early.
            self.ok(verb, today)
        self.refused(1, "snooze", f"{tea}@2027-11-24T19:00", says="still to come")
        proposed = self.json("ritual", "add", "Soup", "--start", "2026-11-23T20:00")["id"]
        self.refused(1, "keep", f"{proposed}@2026-11-23T20:00", says="not agreed yet")
        self.home.set_now("@2026-11-26 12:00:00")
        self.ok("ritual", "end", tea)
        self.home.set_now("@2026-11-28 12:00:00")
        # It ended on the 26th, at noon.
        self.ok("keep", f"{tea}@2026-11-25T19:00")
        self.refused(1, "keep", f"{tea}@2026-11-26T19:00", says="has ended")

    def test_moment(self):
        """a moment is proposed, and is in the agenda of both once both want it"""
        invitation = self.json("invite", "moment", "--title", "Cinema", "--at", "2026-11-27T20:00", "--minutes", "120",
                               "--words", "The one you told me about.")
        self.assertEqual((invitation["subject"], invitation["at"], invitation["words"]),
                         ("moment", "2026-11-27T20:00", "The one you told me about."))
        self.assertIsNone(invitation["subject_id"])
        self.refused(1, "invite", "moment", "--title", "Cinema", "--at", "2026-11-28T20:00", says="proposed already")
        answered = self.json("invite", "answer", invitation["id"], "yes", *KIM)
        moment, = self.json("agenda")
        self.assertEqual((moment["title"], moment["local"]), ("Cinema", "2026-11-27T20:00"))
        self.assertEqual(self.json("ritual", "show", answered["subject_id"])["remind"], [30, 0])

    def test_conversation(self):
        """a conversation and a check-in are proposed by what they are, and need no title"""
        for kind, title in (("conversation", "A conversation"), ("check-in", "A check-in together")):
            invitation = self.json("invite", "moment", "--for", kind, "--at", "2026-11-27T20:00")
            self.assertEqual((invitation["subject"], invitation["at"]), (kind, "2026-11-27T20:00"))
            answered = self.json("invite", "answer", invitation["id"], "yes", *KIM)
            self.assertEqual(self.json("ritual", "show", answered["subject_id"])["title"], title)
        self.refused(2, "invite", "moment", "--at", "2026-11-28T20:00", says="title is missing")
        self.refused(2, "invite", "moment", "--for", "ritual", "--at", "2026-11-28T20:00", says="ritual add")
        self.refused(2, "invite", "moment", "--for", "war", "--at", "2026-11-28T20:00", says="conversation")

    def test_withdraw(self):
        """what nobody has answered can be taken back by whoever has asked"""
        tea = self.propose()
        invitation, = self.waiting()
        self.refused(1, "invite", "withdraw", invitation["id"], *KIM, says="You could answer it, or let it be.")
        self.assertEqual(self.ok("invite", "withdraw", invitation["id"]), "Withdrawn.")
        self.assertEqual(self.json("ritual", "show", tea)["state"], "draft")
        self.refused(1, "invite", "withdraw", invitation["id"])

    def test_bad_usage(self):
        """what cannot be understood is bad usage"""
        self.refused(2, "invite", "answer", "x", "maybe", says="The answer is yes, another-time or not-now")
        for words in (["answer", "x"], ["answer", "x", "withdraw"], ["answer", "x", "another-time"],
                      ["answer", "x", "another-time", "soon"], ["answer", "x", "yes", "2026-11-24"],
                      ["answer", "x", "yes", "--rest", "3"], ["answer", "x", "not-now", "--rest", "-1"],
                      ["answer", "x", "not-now", "--rest", "400"], ["moment"], ["moment", "--title", "A"],
                      ["moment", "--at", "2026-11-24"], ["moment", "--title", "A", "--at", "soon"],
                      ["moment", "--title", "A", "--at", "2026-11-24T19:00", "--minutes", "0"], ["list", "x"], ["withdraw"]):
            with self.subTest(words=words):
                self.refused(2, "invite", *words)
        self.refused(1, "invite", "answer", "no-such", "yes", says="nothing with the id")
        self.refused(1, "invite", "list", "--as", "Nobody")


class Solo(CommandCase):
    def test_solo(self):
        """alone there is nobody to ask, only decisions"""
        self.ok("setup", "--me", "Robin")
        tea = self.add_ritual()
        self.assertEqual(self.json("ritual", "edit", tea, "--times", "08:00")["times"], ["08:00"])
        alone = self.ok("ritual", "add", "Walk", "--start", "2026-11-24T19:00")
        self.assertEqual(self.json("ritual", "show", alone)["state"], "agreed")
        self.ok("ritual", "end", tea)
        self.assertEqual(self.json("ritual", "resume", tea)["state"], "agreed")
        self.refused(1, "invite", "moment", "--title", "A", "--at", "2026-11-24T19:00", says="nobody to ask")
        self.assertEqual(self.json("invite", "list"), [])


if __name__ == "__main__":
    main(program=None, version=None)
