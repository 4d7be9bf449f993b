#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Milestones on the command line. Usage: test-cli-milestones.py FOOTBRIDGE VERSION [TEST…]"""

import datetime
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402


def day(n):
    """As the program sees it, whose clock stands at noon of a Monday."""
    return (datetime.date(2026, 11, 23) + datetime.timedelta(days=n)).isoformat()


class Milestones(CommandCase):
    def add(self, *words):
        return self.ok("milestone", "add", *words).splitlines()[0]

    def one(self, milestone):
        return self.json("milestone", "show", milestone)

    def agree(self, invitation):
        """The other one says yes; gives the milestone."""
        return self.json("invite", "answer", invitation, "yes", "--as", "partner")["subject_id"]

    def win(self, text, *words):
        return self.ok("win", "add", text, *words)

    def test_add_and_list(self):
        """milestones are added and listed with how far they have got, in words and in JSON"""
        self.set_up()
        me, partner = (one["name"] for one in self.json("person", "list"))
        own = self.add("  A calm talk ", "--revisit", day(14), "--note", "About money")
        shared = self.agree(self.add("Small wins", "--who", "both", "--from", "wins", "--number", "3", "--revisit", "none"))
        self.win("Tea without being asked")
        lines = self.ok("milestone", "list").splitlines()
        self.assertEqual(lines, [f"{own[:8]}  A calm talk  {me}  Open: it is reached when you say so",
                                 f"{shared[:8]}  Small wins  both  1 of 3 small wins"])
        self.assertEqual(self.one(own), {
            "id": own, "title": "A calm talk", "note": "About money", "who": self.json("person", "list")[0]["id"],
            "source": "open", "ritual_ids": [], "win_kind": None, "target": 0, "count": 0, "since": day(0),
            "revisit_on": day(14), "state": "open", "reached_on": None, "mark": "", "changes": [],
            "on_the_way": [],
            "begun": {"on": day(0), "shape": {"title": "A calm talk", "note": "About money", "source": "open", "ritual_ids": [],
                                              "win_kind": None, "target": 0, "since": day(0), "revisit_on": day(14)}}})
        self.assertNotIn("Begun", self.ok("milestone", "show", own))
        self.assertEqual([one["id"] for one in self.json("milestone", "list", "--as", "partner")], [shared])
        self.refused(1, "milestone", "show", own, "--as", "partner", says="There is nothing with the id")
        self.assertEqual(self.ok("milestone", "list", "--as", "partner").split("  ")[1:3], ["Small wins", "both"])
        self.assertNotIn(partner, self.ok("milestone", "list"))

    def test_number(self):
        """a realistic number and a day are taken where none is given, and the next line says why"""
        self.set_up()
        first = self.ok("milestone", "add", "Wins", "--from", "wins").splitlines()
        self.assertEqual(first[1], "There is little to go by yet, so it begins small: 3 by Monday, 21 December.")
        self.assertEqual([self.one(first[0])[key] for key in ("target", "revisit_on")], [3, day(28)])
        for n in range(10):
            self.win(f"Win {n}", "--on", day(-n - 1))
        second = self.ok("milestone", "add", "Wins", "--from", "wins").splitlines()
        self.assertEqual(second[1], "You noted 10 small wins in the last 8 weeks, so 6 by Monday, 4 January 2027 is within reach.")
        self.assertEqual(self.json("milestone", "add", "Weeks", "--from", "weeks", "--since", day(-15))["count"], 2)
        self.refused(2, "milestone", "add", "Wins", "--from", "wins", "--number", "0")
        self.refused(2, "milestone", "add", "Wins", "--from", "somewhere")
        self.refused(2, "milestone", "add", "Wins", "--kind", "fame", "--from", "wins")
        self.refused(1, "milestone", "add", "Wins", "--number", "3", says="no number")
        self.refused(1, "milestone", "add", "Wins", "--revisit", day(0), says="a day to come")

    def test_rituals(self):
        """kept moments of rituals are counted, of those that both share where it is of both"""
        self.set_up()
        walk = self.add_ritual("Walk", start=f"{day(-20)}T10:00")
        self.ok("keep", f"{walk}@{day(-2)}T10:00")
        self.ok("keep", f"{walk}@{day(-1)}T10:00")
        milestone = self.add("Ten walks", "--ritual", walk[:8], "--number", "10", "--since", day(-7))
        self.assertIn("  2 of 10 moments of “Walk”", self.ok("milestone", "list"))
        self.assertEqual(self.one(milestone)["ritual_ids"], [walk])
        self.refused(1, "milestone", "add", "Walks", "--from", "rituals", "--number", "3", says="at least one ritual")
        self.refused(1, "milestone", "add", "Walks", "--ritual", "ffffffff", says="ffffffff")

    def add_ritual(self, title, start):
        return self.ok("ritual", "add", "--title", title, "--start", start, "--rule", "FREQ=DAILY", "--who", "me", "--state", "agreed")

    def test_log(self):
        """a milestone is reshaped, looked at, rests, goes on, is reached and opened again, and the log says why"""
        self.set_up()
        milestone = self.add("Small wins", "--from", "wins", "--number", "5")
        self.assertEqual(self.json("milestone", "reshape", milestone, "--number", "3", "--why", "Five was too much")["target"], 3)
        self.json("milestone", "revisit", milestone, day(10), "--why", "It goes well")
        self.refused(2, "milestone", "revisit", milestone)
        self.assertEqual(self.ok("milestone", "revisit", milestone, day(11)).splitlines()[1:],
                         ["Another look on Friday, 4 December"])
        self.assertEqual(self.ok("milestone", "revisit", milestone, "none").splitlines()[1:], ["Without a day for another look"])
        self.refused(1, "milestone", "resume", milestone, says="open already")
        self.assertIn("Rests. 0 of 3 small wins", self.ok("milestone", "rest", milestone[:8]))
        self.assertEqual(self.json("milestone", "list"), [])
        self.assertIn("There is no open milestone.", self.ok("milestone", "list"))
        self.assertEqual(len(self.json("milestone", "list", "--all")), 1)
        self.ok("milestone", "resume", milestone)
        after = self.json("milestone", "reach", milestone, "--possible", "Sunday mornings", "--mark", "Pancakes", "--log")
        self.assertEqual([after[key] for key in ("state", "reached_on", "mark")], ["reached", day(0), "Pancakes"])
        self.assertIn("Reached on Monday, 23 November", self.ok("milestone", "list", "--all"))
        wins = self.json("win", "list", "--kind", "milestone")
        self.assertEqual([(one["text"], one["meant"]) for one in wins], [("Small wins", "Sunday mornings")])
        self.refused(1, "milestone", "rest", milestone, says="is reached")
        shown = self.ok("milestone", "show", milestone)
        self.assertIn("  Marked with: Pancakes\n", shown)
        self.assertNotIn("  Another look on", shown)
        self.ok("milestone", "reopen", milestone)
        shown = self.ok("milestone", "show", milestone)
        self.assertIn(f"  {day(0)}  Reshaped: 3 small wins instead of 5 · “Five was too much”\n", shown)
        self.assertEqual([one["event"] for one in self.one(milestone)["changes"]],
                         ["reshape", "revisit", "revisit", "revisit", "rest", "resume", "reach", "reopen"])
        self.ok("milestone", "reach", milestone, "--possible", "Tea", "--log")
        wins = self.json("win", "list", "--kind", "milestone")
        self.assertEqual([(one["text"], one["meant"]) for one in wins], [("Small wins", "Sunday mornings\nTea")])
        self.assertIn("Removed: Small wins", self.ok("milestone", "remove", milestone))
        self.assertEqual(self.json("milestone", "list", "--all"), [])

    def test_on_the_way(self):
        """what there was on the way to a milestone: what belongs to it first, whenever that was, and how many more"""
        self.set_up()
        milestone = self.add("Walks", "--from", "wins", "--number", "9")
        self.assertNotIn("On the way there", self.ok("milestone", "show", milestone))
        for i in range(6):
            self.ok("win", "add", f"Step {i}")
        self.ok("win", "add", "Shoes", "--on", day(-40), "--milestone", milestone)
        lines = self.ok("milestone", "show", milestone).splitlines()
        there = lines.index("  On the way there")
        self.assertEqual(lines[there + 1], "    Shoes")
        self.assertEqual(lines[there + 6], "    And 2 more small wins")
        wins, = self.one(milestone)["on_the_way"]
        self.assertEqual((wins["source"], wins["words"][0], len(wins["words"]), wins["more"]), ("wins", "Shoes", 5, 2))
        self.assertNotIn("on_the_way", self.json("milestone", "list")[0])
        open_one = self.add("A calm talk")
        self.assertNotIn("On the way there", self.ok("milestone", "show", open_one))
        self.ok("win", "add", "We began", "--on", day(-1), "--milestone", open_one)
        self.assertEqual(self.one(open_one)["on_the_way"], [{"source": "wins", "words": ["We began"], "more": 0}])

    def test_shapes(self):
        """what a milestone was to begin with, and each shape after it, is told with the day and why"""
        self.set_up()
        walk = self.add_ritual("Weekly walk", start=f"{day(1)}T10:00")
        quiet = self.add_ritual("Ten quiet minutes", start=f"{day(1)}T17:00")
        milestone = self.add("Four of them", "--ritual", walk, "--number", "4", "--revisit", "none")
        self.ok("milestone", "reshape", milestone, "--ritual", quiet, "--why", "It rains")
        self.ok("milestone", "reshape", milestone, "--title", "Three of them", "--number", "3", "--revisit", day(9))
        lines = self.ok("milestone", "show", milestone).splitlines()
        self.assertEqual(lines[-3:], [
            f"  {day(0)}  Begun as “Four of them” · 4 moments of “Weekly walk” · Counted from Monday, 23 November on"
            " · Without a day for another look",
            f"  {day(0)}  Reshaped: 4 moments of “Ten quiet minutes” · “It rains”",
            f"  {day(0)}  Reshaped: 3 moments of “Ten quiet minutes” instead of 4 · Called “Three of them”"
            " instead of “Four of them” · Another look on Wednesday, 2 December"])
        one = self.one(milestone)
        shapes = [one["begun"]["shape"], *(change["shape"] for change in one["changes"])]
        self.assertEqual([[shape[key] for key in ("title", "ritual_ids", "target", "revisit_on")] for shape in shapes],
                         [["Four of them", [walk], 4, None], ["Four of them", [quiet], 4, None],
                          ["Three of them", [quiet], 3, day(9)]])
        self.assertEqual([change["words"] for change in one["changes"]], ["It rains", ""])
        self.assertEqual(one["begun"]["on"], day(0))

    def test_of_both(self):
        """what is of both is proposed, and more of it; less is either's to decide"""
        self.set_up()
        asked = self.ok("milestone", "propose", "Small wins", "--from", "wins", "--number", "3", "--words", "If you like.").splitlines()[0]
        self.assertEqual(self.json("milestone", "list"), [])
        waiting = self.ok("invite", "list", "--as", "partner")
        self.assertIn("Small wins", waiting)
        shared = self.agree(asked)
        self.assertEqual(self.json("milestone", "reshape", shared, "--number", "2", "--as", "partner")["target"], 2)
        self.assertIn("can answer", self.ok("milestone", "reshape", shared, "--number", "4", "--why", "It went well"))
        self.assertEqual(self.one(shared)["target"], 2)
        self.agree(self.json("invite", "list", "--as", "partner")[0]["id"])
        self.assertEqual(self.one(shared)["target"], 4)
        self.ok("milestone", "rest", shared, "--as", "partner")
        self.assertIn("can answer", self.ok("milestone", "resume", shared))
        self.assertEqual(self.one(shared)["state"], "resting")
        self.refused(1, "milestone", "remove", shared, says="stays on record")
        self.refused(1, "milestone", "reshape", shared, "--who", "me", "--as", "me", says="stays so")
        self.refused(2, "invite", "moment", "--for", "milestone", "--title", "Walks", "--at", f"{day(1)}T19:00",
                     says="milestone propose")

    def test_alone(self):
        """who is alone has milestones without a name, and nobody to propose to"""
        self.ok("setup", "--me", "Ada", "--reminders", "off")
        milestone = self.add("A calm talk")
        self.assertEqual(self.one(milestone)["who"], None)
        self.assertEqual(self.ok("milestone", "list"), f"{milestone[:8]}  A calm talk  Open: it is reached when you say so")
        self.refused(1, "milestone", "propose", "Small wins", says="nobody to ask")
        self.ok("milestone", "reach", milestone)
        self.assertEqual(len(self.json("win", "list")), 1)


if __name__ == "__main__":
    main(program=None, version=None)
