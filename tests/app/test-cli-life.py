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
                      ["quiet", "loud", "--from", "22:00", "--to", "07:00"],
                      ["quiet", "--from", "25:00", "--to", "07:00"], ["quiet", "--from", "22:00", "--to", "7"]):
            with self.subTest(words=words):
                self.refused(2, "hours", "add", *words)
        self.refused(2, "hours")
        self.refused(2, "hours", "remove")
        self.assertEqual(self.json("hours", "list"), [])

    def test_says_how(self):
        """what is not understood is said, with an example that works"""
        self.set_up()
        for words, wrong, example in (
                ([], "which hours and when", "footbridge hours add quiet --from 22:00 --to 07:00"),
                (["stress"], "Say when", "footbridge hours add stress --from 22:00 --to 07:00"),
                (["quiet", "--from", "20:00", "--to", "24:00"], "not at 24:00", "--from 22:00 --to 00:00"),
                (["quiet", "--from", "24:00", "--to", "07:00"], "not at 24:00", None),
                (["quiet", "--from", "8pm", "--to", "07:00"], "“8pm” is not a time of the day", None),
                (["loud", "--from", "22:00", "--to", "07:00"], "“loud” is not one of these: quiet, stress", None),
                (["quiet", "--days", "every,mon", "--from", "12:00", "--to", "13:00"], "all seven days already",
                 "--days mon,tue"),
                (["quiet", "--days", "Mon,EVERY", "--from", "12:00", "--to", "13:00"], "all seven days already",
                 "--days every")):
            with self.subTest(words=words):
                said = self.refused(2, "hours", "add", *words, says=wrong)
                if example:
                    self.assertIn(example, said)
                    added = self.add(*f"quiet --from 12:00 --to 13:00 {example[example.index('--'):]}".split())
                    self.ok("hours", "remove", added)

    def test_empty(self):
        """with no hours yet, one sentence says so and how to begin"""
        self.set_up()
        self.assertEqual(self.ok("hours", "list"), "No quiet hours or stress peaks yet. Add some with “footbridge hours add quiet "
                         "--from 22:00 --to 07:00”.")
        self.assertEqual(self.json("hours", "list"), [])

    def test_twice(self):
        """the very same hours are not added twice; what only overlaps, is on another day, or of another kind or name, is"""
        self.set_up()
        night = ["--from", "22:00", "--to", "07:00"]
        self.add("quiet", *night)
        said = "These quiet hours are there already: Every day, 22:00 to 07:00."
        self.refused(1, "hours", "add", "quiet", *night, says=said)
        self.refused(1, "hours", "add", "quiet", "--days", "every", *night, "--name", "  ", says=said)
        self.add("stress", *night)
        self.refused(1, "hours", "add", "stress", *night, says="This stress peak is there already: Every day, 22:00 to 07:00.")
        self.add("quiet", "--from", "22:00", "--to", "08:00")
        self.add("quiet", "--days", "mon", *night)
        self.add("quiet", *night, "--name", "Sleep")
        self.assertEqual(len(self.json("hours", "list")), 5)

    def test_refused(self):
        """what cannot be is said in one line and changes nothing"""
        self.set_up()
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

        self.assertEqual(self.ok("agenda"), "away  both  from 2026-11-23, back on 2026-11-27\nNothing planned. That is fine.")
        self.assertEqual(self.json("agenda"), [])

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
        planned = self.home.run("ritual", "add", "--who", "me", "Late", "--start", "2026-11-23T23:30")
        self.assertEqual(planned.returncode, 0)
        self.assertIn("quiet hours", planned.stderr)
        planned = self.home.run("ritual", "add", "--who", "me", "Early", "--start", "2026-11-23T20:00")
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

    def test_not_begun(self):
        """ending what has not begun takes it out, and says so"""
        self.set_up()
        for words, said in ((["--until", "2027-01-04"], "The days away from 2026-12-24 had not begun. They were taken out."),
                            ([], "The days away from 2026-12-24 had not begun. They were taken out."),
                            (["--unwell", "--until", "2026-12-26"],
                             "The unwell days from 2026-12-24 had not begun. They were taken out.")):
            with self.subTest(words=words):
                coming = self.ok("away", "add", "--from", "2026-12-24", *words)
                self.assertEqual(self.ok("away", "end", coming), said)
                self.assertEqual(self.json("away", "list"), [])
        self.assertIn("not begun are taken out", self.ok("away", "end", "--help"))

    def test_over(self):
        """what is over cannot be ended once more"""
        self.set_up()
        away = self.ok("away", "add", "--until", "2026-11-25")
        unwell = self.ok("away", "add", "--unwell", "--from", "2026-11-20", "--until", "2026-11-21")
        self.refused(1, "away", "end", unwell, says="These unwell days are over already, since 2026-11-21.")
        before = self.json("away", "list")
        self.home.set_now("@2026-11-26 09:00:00")
        self.refused(1, "away", "end", away, says="These days away are over already, since 2026-11-25.")
        self.refused(1, "away", "end", away, "--json", says="over already")
        self.assertEqual([{**one, "now": None} for one in self.json("away", "list")],
                         [{**one, "now": None} for one in before])

    def test_whole_days(self):
        """a time beside a day is refused, not dropped"""
        self.set_up()
        for words in (["--from", "2026-11-24T10:00"], ["--from", "2026-11-24 10:00"], ["--from", "20261124T100000"],
                      ["--until", "2026-11-24T00:00"]):
            with self.subTest(words=words):
                said = self.refused(2, "away", "add", *words, says="only whole days count here")
                self.assertIn("Write it like 2026-11-24.", said)
        for text in ("10:00", "soon", "", "24.11.2026"):
            with self.subTest(text=text):
                self.refused(2, "away", "add", "--from", text, says="is not a day. Write it like 2026-11-23." if text else None)
        self.refused(2, "away", "add", "--from", "2026-02-30", says="calendar")
        self.assertEqual(self.json("away", "list"), [])
        self.assertEqual(self.json("away", "add", "--from", "20261124")["from"], "2026-11-24")

    def test_twice(self):
        """the very same days are not noted twice; what only overlaps, or is another's, is"""
        self.set_up()
        days = ["--from", "2026-12-24", "--until", "2027-01-04"]
        self.ok("away", "add", *days)
        self.refused(1, "away", "add", *days, says="These days away are noted already: from 2026-12-24, back on 2027-01-04.")
        self.ok("away", "add", *days, "--who", "Kim")
        self.refused(1, "away", "add", *days, "--who", "partner", says="noted already")
        self.ok("away", "add", "--from", "2026-12-24")
        self.refused(1, "away", "add", "--from", "2026-12-24", says="noted already: from 2026-12-24 on.")
        self.ok("away", "add", *days, "--unwell")
        self.refused(1, "away", "add", *days, "--unwell", says="These unwell days are noted already: from 2026-12-24, ")
        self.ok("away", "add", "--from", "2026-12-24", "--until", "2027-01-03")
        self.assertEqual(len(self.json("away", "list")), 5)

    def test_empty(self):
        """with no days away, one sentence says so and how to note some"""
        self.set_up()
        self.assertEqual(self.ok("away", "list"),
                         "No days away or unwell. Note some with “footbridge away add --until DATE”, the first day back.")
        self.assertEqual(self.json("away", "list"), [])

    def test_refused(self):
        """dates that cannot be are refused in one line"""
        self.set_up()
        self.refused(1, "away", "add", "--until", "2026-11-23")
        self.refused(1, "away", "add", "--from", "2026-11-25", "--until", "2026-11-24")
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
        self.refused(2, "ritual", "edit", ritual, "--remind", "0,-10,-30")
        self.ok("ritual", "edit", ritual, "--remind", "0")
        self.assertEqual(self.json("ritual", "show", ritual)["remind"], [0])


if __name__ == "__main__":
    main(program=None, version=None)
