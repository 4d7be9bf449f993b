#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Quiet hours, stress peaks and days away on the command line. Usage: test-cli-life.py FOOTBRIDGE VERSION [TEST…]"""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402

UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


class Hours(CommandCase):
    def add(self, *words):
        return self.ok("hours", "add", *words)

    def test_add_and_list(self):
        """hours are added, listed in words and in JSON, quiet ones first, and removed by a short id"""
        self.set_up()
        stress = self.add("stress", "--days", "mon,tue,wed,thu,fri", "--from", "17:30", "--to", "18:30",
                          "--name", "School run")
        quiet = self.add("quiet", "--from", "22:00", "--to", "07:00")
        self.assertRegex(quiet, rf"\A{UUID}\Z")
        self.assertEqual(self.ok("hours", "list").splitlines(), [
            f"{quiet[:8]}  quiet  Every day, 22:00 to 07:00",
            f"{stress[:8]}  stress peak  Monday to Friday, 17:30 to 18:30  School run"])

        listed = self.json("hours", "list")
        self.assertEqual([(one["kind"], one["name"], one["days"], one["from"], one["to"]) for one in listed],
                         [("quiet", "", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "22:00", "07:00"),
                          ("stress", "School run", ["mon", "tue", "wed", "thu", "fri"], "17:30", "18:30")])
        self.assertEqual(listed[0]["id"], quiet)
        self.assertRegex(listed[0]["created_at"], r"\A2026-11-23T11:00:\d\dZ\Z")

        self.assertEqual(self.ok("hours", "remove", stress[:8]), "Removed: Monday to Friday, 17:30 to 18:30")
        self.assertEqual([one["id"] for one in self.json("hours", "list")], [quiet])

    def test_days(self):
        """days are every or some, in any case and order"""
        self.set_up()
        for text, days in (("every", 7), ("Sun,mon", 2), ("tue", 1), ("fri, sat", 2)):
            added = self.json("hours", "add", "stress", "--days", text, "--from", "10:00", "--to", "11:00")
            self.assertEqual(len(added["days"]), days, text)
        self.assertIn(["mon", "sun"], [one["days"] for one in self.json("hours", "list")])

    def test_bad_usage(self):
        """what is missing or no word of ours is bad usage"""
        self.set_up()
        for words in (["quiet"], ["quiet", "--from", "22:00"], ["--from", "22:00", "--to", "07:00"],
                      ["quiet", "--days", "someday", "--from", "22:00", "--to", "07:00"],
                      ["quiet", "--days", "", "--from", "22:00", "--to", "07:00"],
                      ["quiet", "loud", "--from", "22:00", "--to", "07:00"]):
            with self.subTest(words=words):
                self.refused(2, "hours", "add", *words)
        self.refused(2, "hours")
        self.refused(2, "hours", "remove")
        self.assertEqual(self.json("hours", "list"), [])

    def test_refused(self):
        """what cannot be is said in one line and changes nothing"""
        self.set_up()
        self.refused(1, "hours", "add", "loud", "--from", "22:00", "--to", "07:00", says="quiet")
        self.refused(1, "hours", "add", "quiet", "--from", "25:00", "--to", "07:00")
        self.refused(1, "hours", "add", "quiet", "--from", "00:00", "--to", "00:00", says="whole week")
        self.refused(1, "hours", "add", "quiet", "--from", "22:00", "--to", "07:00", "--name", "x" * 61)
        self.refused(1, "hours", "remove", "abcdef12", says="abcdef12")
        self.assertEqual(self.json("hours", "list"), [])


class Away(CommandCase):
    def test_add_and_end(self):
        """away until a date, for both; back today"""
        self.set_up()
        away = self.ok("away", "add", "--until", "2026-11-27")
        self.assertRegex(away, rf"\A{UUID}\Z")
        self.assertEqual(self.ok("away", "list"), f"{away[:8]}  away  both  from 2026-11-23, back on 2026-11-27")
        one, = self.json("away", "list")
        self.assertEqual((one["kind"], one["who"], one["from"], one["until"], one["now"]),
                         ("away", None, "2026-11-23", "2026-11-27", True))

        self.home.set_now("@2026-11-25 09:00:00")
        self.assertEqual(self.ok("away", "end", away[:8]), "Back: away  both  from 2026-11-23, back on 2026-11-25")
        self.assertFalse(self.json("away", "list")[0]["now"])

    def test_unwell(self):
        """unwell is today, and nothing is left of it when one is back today"""
        self.set_up()
        unwell = self.json("away", "add", "--unwell", "--who", "me")
        robin = self.json("person", "list")[0]["id"]
        self.assertEqual((unwell["kind"], unwell["who"], unwell["from"], unwell["until"]),
                         ("unwell", robin, "2026-11-23", "2026-11-24"))
        self.assertIn("  unwell  Robin  ", self.ok("away", "list"))
        self.assertIn("Back:", self.ok("away", "end", unwell["id"]))
        self.assertEqual([one["now"] for one in self.json("away", "list")], [False])

    def test_clash(self):
        """a plan that falls into quiet hours is noted, and said so"""
        self.set_up()
        self.ok("hours", "add", "quiet", "--days", "every", "--from", "22:00", "--to", "07:00")
        planned = self.home.run("ritual", "add", "Late", "--start", "2026-11-23T23:30")
        self.assertEqual(planned.returncode, 0)
        self.assertIn("quiet hours", planned.stderr)
        planned = self.home.run("ritual", "add", "Early", "--start", "2026-11-23T20:00")
        self.assertEqual((planned.returncode, planned.stderr), (0, ""))
        self.assertEqual(len(self.json("ritual", "list")), 2)

    def test_coming(self):
        """days to come, open ones too, for one of the two; removed"""
        self.set_up()
        coming = self.ok("away", "add", "--from", "2026-12-24", "--until", "2027-01-04", "--who", "Kim")
        still = self.ok("away", "add", "--from", "2027-06-01", "--who", "both")
        self.assertEqual([line.split("  ", 1)[1] for line in self.ok("away", "list").splitlines()],
                         ["away  Kim  from 2026-12-24, back on 2027-01-04", "away  both  from 2027-06-01, open"])
        self.assertEqual([one["now"] for one in self.json("away", "list")], [False, False])
        self.assertEqual(self.json("away", "remove", coming)["id"], coming)
        self.assertEqual([one["id"] for one in self.json("away", "list")], [still])

    def test_alone(self):
        """whoever is here alone is everybody"""
        self.ok("setup", "--me", "Robin")
        alone = self.json("away", "add", "--until", "2026-11-27", "--who", "me")
        self.assertIsNone(alone["who"])
        self.assertRegex(self.ok("away", "list"), r"\A[0-9a-f]{8}  away  from 2026-11-23, back on 2026-11-27\Z")
        self.refused(1, "away", "add", "--who", "partner")

    def test_rests(self):
        """what needs the absent one is not planned on these days; the other's own goes on"""
        self.set_up()
        shared = self.add_ritual(title="Together")
        own = self.add_ritual("--who", "me", title="My own")
        self.ok("away", "add", "--until", "2026-11-25", "--who", "partner")
        agenda = self.json("agenda", "--days", "3")
        self.assertEqual([(one["title"], one["local"]) for one in agenda if one["ritual_id"] == shared],
                         [("Together", "2026-11-25T19:00")])
        self.assertEqual(len([one for one in agenda if one["ritual_id"] == own]), 3)

    def test_refused(self):
        """dates that cannot be are refused in one line"""
        self.set_up()
        self.refused(1, "away", "add", "--until", "2026-11-23")
        self.refused(1, "away", "add", "--until", "soon")
        self.refused(1, "away", "add", "--who", "Somebody", says="Somebody")
        self.refused(1, "away", "end", "abcdef12", says="abcdef12")
        self.refused(2, "away", "add", "2026-11-27")
        self.refused(2, "away", "end")
        self.assertEqual(self.json("away", "list"), [])


class Beginning(CommandCase):
    def test_not_set_up(self):
        """these verbs too say how to begin, and make no file"""
        for words in (["hours", "list"], ["hours", "add", "quiet", "--from", "22:00", "--to", "07:00"],
                      ["hours", "remove", "x"], ["away", "list"], ["away", "add"], ["away", "end", "x"],
                      ["away", "remove", "x"]):
            with self.subTest(words=words):
                self.refused(1, *words, says="footbridge setup --me NAME")
        self.assertFalse(os.path.exists(self.home.data))

    def test_help(self):
        """each verb explains itself"""
        for verb in ("hours list", "hours add", "hours remove", "away list", "away add", "away end", "away remove"):
            self.assertIn(f"footbridge {verb}", re.sub(r"\s+", " ", self.ok(*verb.split(), "--help")))

    def test_remind_after(self):
        """a ritual can remind once after its moment"""
        self.set_up()
        ritual = self.add_ritual("--remind", "10,0,-30")
        self.assertEqual(self.json("ritual", "show", ritual)["remind"], [10, 0, -30])
        self.refused(1, "ritual", "edit", ritual, "--remind", "0,-10,-30")
        self.ok("ritual", "edit", ritual, "--remind", "0")
        self.assertEqual(self.json("ritual", "show", ritual)["remind"], [0])


if __name__ == "__main__":
    main(program=None, version=None)
