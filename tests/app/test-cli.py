#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every verb of the command line, in words and in JSON. Usage: test-cli.py FOOTBRIDGE VERSION [TEST…]"""

import os
import re
import stat
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402

UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


class Beginning(CommandCase):
    def test_version(self):
        """--version says which one it is"""
        self.assertEqual(self.ok("--version"), f"footbridge {self.version}")

    def test_help(self):
        """--help lists every verb, and every verb explains itself"""
        text = self.ok("--help")
        self.assertIn("footbridge [--data-dir DIR]", text)
        verbs = [re.match(r"  ([a-z-]+(?: [a-z][a-z-]*\b(?!\|))?)", line).group(1)
                 for line in text.split("Verbs:\n")[1].split("\n\n")[0].splitlines() if re.match(r"  [a-z]", line)]
        self.assertGreater(len(verbs), 35)
        for verb in verbs:
            with self.subTest(verb=verb):
                self.assertIn(f"footbridge {verb}", self.ok(*verb.split(), "--help"))
        self.assertIn("ritual add", self.ok("ritual", "--help"))
        self.assertFalse(os.path.exists(self.home.data))

    def test_bad_usage(self):
        """bad usage is one line and exit status 2, and makes no file"""
        for words in (["bogus"], ["--bogus"], ["ritual"], ["ritual", "bogus"], ["ritual", "list", "--bogus"],
                      ["ritual", "list", "one", "two"], ["keep"], ["move", "x@2026-11-23T19:00"], ["setup"],
                      ["agenda", "--days", "0"], ["agenda", "--days", "many"], ["win", "add"], ["ritual", "add"],
                      ["snooze", "x@2026-11-23T19:00", "-3"], ["snooze", "x@2026-11-23T19:00", "soon"],
                      ["ritual", "add", "--title", "A"], ["ritual", "add", "A", "--title", "B"], ["rule"],
                      ["rule", "--vectors", "FREQ=DAILY"], ["reminders", "on", "--titles", "maybe"],
                      ["setup", "--me", "A", "--reminders", "maybe"], ["--reminders"], ["win", "list", "--limit", "0"]):
            with self.subTest(words=words):
                self.refused(2, *words)
        self.assertFalse(os.path.exists(self.home.data))

    def test_not_readable_text(self):
        """bytes that are no text are bad usage"""
        self.set_up()
        for words in ([b"win", b"add", b"\xff\xfe"], [b"win", b"add", b"x", b"--meant", b"\xff"]):
            result = subprocess.run([self.program.encode(), *words], env=self.home.env, capture_output=True)
            self.assertEqual(result.returncode, 2, result.stderr)
        self.assertEqual(self.json("win", "list"), [])

    def test_not_set_up(self):
        """every verb that needs somebody says how to begin, and makes no file"""
        for words in (["agenda"], ["person", "list"], ["person", "rename", "me", "A"], ["ritual", "list"],
                      ["ritual", "add", "--title", "A", "--start", "2026-11-23T19:00"], ["ritual", "show", "x"],
                      ["occurrences", "x"], ["keep", "x@2026-11-23T19:00"], ["win", "add", "x"], ["win", "list"],
                      ["win", "search", "x"], ["check"], ["reminders", "status"], ["reminders", "on"],
                      ["reminders", "log"], ["win", "star", "x"], ["person", "add", "B"]):
            with self.subTest(words=words):
                self.refused(1, *words, says="footbridge setup --me NAME")
        self.assertFalse(os.path.exists(self.home.data))

    def test_not_understood(self):
        """what cannot be read is exit status 2, whoever is here, and what could not be done is 1"""
        start = ["--title", "A", "--start", "2026-11-23T19:00"]
        moment = "00000000@2026-11-23T19:00"
        misread = (["ritual", "add", "--title", "A", "--start", "soon"], ["ritual", "add", *start, "--rule", "often"],
                   ["ritual", "add", *start, "--times", "24:00"], ["ritual", "add", *start, "--zone", "Mars"],
                   ["ritual", "add", *start, "--remind", "soon"], ["ritual", "add", *start, "--remind", ""],
                   ["ritual", "add", *start, "--minutes", "many"], ["ritual", "add", *start, "--closeness", "9"],
                   ["ritual", "add", *start, "--state", "wished"], ["ritual", "add", *start, "--state", "ended"],
                   ["ritual", "list", "--state", "wished"], ["ritual", "rest", "x", "--until", "soon"],
                   ["agenda", "--from", "soon"], ["agenda", "--days", "0"], ["occurrences", "x", "--from", "soon"],
                   ["occurrences", "x", "--days", "many"], ["keep", "x"], ["smaller", "x"], ["not-today", "x"],
                   ["take-back", "x"], ["leave-out", "x"], ["snooze", "x"], ["move", "x", "20:00"], ["move", moment, "soon"],
                   ["snooze", moment, "soon"], ["win", "add", "x", "--kind", "grand"], ["win", "add", "x", "--on", "soon"],
                   ["win", "edit", "x", "--kind", "grand"], ["win", "edit", "x", "--on", "soon"],
                   ["win", "list", "--kind", "grand"], ["win", "search", "x", "--kind", "grand"], ["win", "list", "--limit", "x"],
                   ["hours", "add", "loud", "--from", "22:00", "--to", "07:00"],
                   ["hours", "add", "quiet", "--from", "22:00", "--to", "24:00"], ["away", "add", "--from", "soon"],
                   ["away", "add", "--until", "2026-11-27T10:00"], ["reminders", "log", "--limit", "x"],
                   ["reminders", "titles", "maybe"], ["reminders", "on", "--titles", "maybe"],
                   ["reminders", "test", "--wait", "soon"], ["rule", "often"], ["rule", "FREQ=DAILY", "--count", "x"])
        for words in misread:
            with self.subTest(words=words):
                self.refused(2, *words)
        self.assertFalse(os.path.exists(self.home.data))
        self.set_up()
        for words in misread:
            with self.subTest(words=words):
                self.refused(2, *words)
        for words in (["ritual", "add", "--title", " ", "--start", "2026-11-23T19:00"],
                      ["ritual", "add", *start, "--rule", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"],
                      ["ritual", "add", *start, "--who", "Nobody"], ["ritual", "add", "--template", "no-such"],
                      ["ritual", "show", "x"], ["ritual", "rest", "x"], ["occurrences", "x"], ["keep", moment],
                      ["move", moment, "20:00"], ["snooze", moment], ["win", "add", " "], ["win", "add", "x", "--on", "2026-11-24"],
                      ["win", "list", "--ritual", "x"], ["win", "star", "x"], ["hours", "remove", "x"], ["away", "end", "x"],
                      ["away", "remove", "x"], ["away", "add", "--until", "2026-11-23"], ["person", "rename", "Nobody", "A"],
                      ["setup", "--me", "A"], ["agenda", "--as", "Nobody"], ["reminders", "test"]):
            with self.subTest(words=words):
                self.refused(1, *words)

    def test_something_missing(self):
        """where a word is missing, the verb says how it is written"""
        for words, written in ((["keep"], "footbridge keep OCCURRENCE"), (["move", "x"], "footbridge move OCCURRENCE WHEN"),
                               (["hours", "remove"], "footbridge hours remove HOURS"), (["ritual", "show"], "ritual show RITUAL")):
            with self.subTest(words=words):
                self.refused(2, *words, says=f"{written}”")

    def test_empty_lists(self):
        """an empty list is one sentence, or [] with --json"""
        self.set_up()
        def check(words, sentence):
            with self.subTest(words=words):
                self.assertEqual(self.ok(*words), sentence)
                self.assertEqual(self.json(*words), [])
        check(["ritual", "list"], "No rituals yet. Begin with one of “footbridge ritual templates”, or with “footbridge ritual add "
              "TITLE --start WHEN”.")
        check(["agenda"], "Nothing planned. That is fine.")
        check(["win", "list"], "No wins yet. Note one with “footbridge win add TEXT”.")
        check(["reminders", "log"], "No reminder was due in the last 30 days.")
        ritual = self.add_ritual()
        self.ok("win", "add", "You laughed")
        check(["ritual", "list", "--state", "ended"], "No rituals in this state.")
        check(["occurrences", ritual, "--from", "2026-11-01", "--days", "3"],
              "No moments in these days. See others with --from DATE and --days N.")
        for words in (["list", "--starred"], ["list", "--kind", "repair"], ["list", "--ritual", ritual], ["search", "cried"]):
            check(["win", *words], "No wins like that.")

    def test_setup(self):
        """setup with two names, once, private on the disk"""
        lines = self.ok("setup", "--me", " Robin ", "--partner", "Kim").splitlines()
        self.assertEqual(len(lines), 2)
        self.assertRegex(lines[0], rf"^{UUID}  Robin$")
        people = self.json("person", "list")
        self.assertEqual([(person["name"], person["position"]) for person in people], [("Robin", 0), ("Kim", 1)])
        self.assertEqual(stat.S_IMODE(os.stat(self.home.data).st_mode), 0o700)
        self.assertEqual(stat.S_IMODE(os.stat(self.home.database).st_mode), 0o600)
        self.refused(1, "setup", "--me", "Somebody")
        self.assertEqual(len(self.json("person", "list")), 2)

    def test_setup_names(self):
        """names that are none leave nothing behind"""
        for status, words in ((2, ["--me", ""]), (2, ["--me", "   "]), (1, ["--me", "x" * 61]),
                              (1, ["--me", "A", "--partner", "y" * 61])):
            self.refused(status, "setup", *words)
        self.refused(1, "agenda", says="setup")
        self.ok("setup", "--me", "🌉 Ýñ")
        self.assertEqual(self.json("person", "list")[0]["name"], "🌉 Ýñ")

    def test_setup_alone(self):
        """one begins alone, and is joined later"""
        self.assertIn("one-need-one-hope", self.ok("ritual", "templates"))
        self.ok("setup", "--me", "Robin")
        self.refused(1, "person", "rename", "partner", "Kim", says="only one person")
        self.assertNotIn("one-need-one-hope", self.ok("ritual", "templates"))
        self.refused(1, "ritual", "add", "--template", "one-need-one-hope", says="no template")
        quiet = self.ok("ritual", "add", "--template", "five-quiet-minutes")
        self.assertIn("I stay at the table", self.ok("ritual", "show", quiet))
        self.assertIn("· Going on ·", self.ok("ritual", "list"))
        self.assertRegex(self.ok("person", "add", "Kim"), UUID)
        self.refused(1, "person", "add", "Third")
        self.refused(1, "person", "rename", "partner", "Coward", says="only their own name")
        self.ok("--as", "partner", "person", "rename", "me", "Kim B.")
        self.ok("person", "rename", "robin", "Robin C.")
        self.assertEqual([person["name"] for person in self.json("person", "list")], ["Robin C.", "Kim B."])
        self.refused(1, "person", "rename", "Nobody", "X", says="Nobody here is called")
        self.refused(2, "person", "rename", "me", " ")

    def test_data_dir(self):
        """--data-dir, before or after the verb, and FOOTBRIDGE_DATA_DIR name the folder"""
        there = os.path.join(self.home.folder, "else where")
        self.ok("--data-dir", there, "setup", "--me", "Robin")
        self.assertEqual(len(self.json("person", "list", "--data-dir", there)), 1)
        self.assertEqual(self.ok("person", "list", FOOTBRIDGE_DATA_DIR=there).split()[1], "Robin")
        self.assertFalse(os.path.exists(self.home.data))
        autostart = os.path.join(self.home.env["XDG_CONFIG_HOME"], "autostart")
        self.assertFalse(os.path.exists(autostart))

    def test_window_without_display(self):
        """without a display the window cannot open, and one line says so"""
        self.refused(1, says="no display")
        self.refused(1, "--data-dir", self.home.folder, says="no display")

    def test_window_without_bus(self):
        """with a display and no session bus, this process turns into the window"""
        stub = os.path.join(self.home.folder, "window")
        with open(stub, "w", encoding="utf-8") as file:
            file.write('#!/bin/sh\necho "window $*"\n')
        os.chmod(stub, 0o700)
        self.assertEqual(self.ok(DISPLAY=":99", FOOTBRIDGE_WINDOW=stub), "window")
        self.assertEqual(self.ok("--data-dir", "/nowhere", DISPLAY=":99", FOOTBRIDGE_WINDOW=stub),
                         "window --data-dir /nowhere")
        self.refused(1, DISPLAY=":99", FOOTBRIDGE_WINDOW="/nowhere/window", says="/nowhere/window")


class Rituals(CommandCase):
    def setUp(self):
        super().setUp()
        self.set_up()

    def test_add(self):
        """ritual add prints the id, or with --json the ritual with every field"""
        self.assertRegex(self.add_ritual(), rf"^{UUID}$")
        added = self.json("ritual", "add", "A walk", "--start", "2026-11-24T18:30", "--rule",
                          "FREQ=WEEKLY;BYDAY=TU,FR;INTERVAL=2", "--minutes", "45", "--zone", "Europe/Berlin",
                          "--remind", "0,10,60", "--smaller", "Once around the house", "--when-then",
                          "When it is Tuesday, then we walk.", "--who", "both", "--closeness", "2", "--step", "Shoes",
                          "--step", "Door", "--lead", "partner", "--in-recovery", "yes")
        self.assertEqual(added["state"], "proposed")
        self.ok("--as", "Kim", "ritual", "agree", added["id"])
        ritual = self.json("ritual", "show", added["id"])
        kim = self.json("person", "list")[1]["id"]
        expected = {"title": "A walk", "state": "agreed", "start": "2026-11-24T18:30", "minutes": 45,
                    "zone": "Europe/Berlin", "remind": [60, 10, 0], "smaller": "Once around the house",
                    "when_then": "When it is Tuesday, then we walk.", "who": None, "closeness": 2, "in_recovery": True,
                    "steps": ["Shoes", "Door"], "lead": kim, "times": ["18:30"], "resting_until": None, "template": None}
        self.assertEqual({key: ritual[key] for key in expected}, expected)
        self.assertIn("INTERVAL=2", ritual["rule"])
        self.assertIn("18:30", ritual["words"])
        self.assertEqual(ritual["next"], f"{ritual['id']}@2026-11-24T18:30")
        self.assertEqual(self.json("ritual", "show", ritual["id"]), ritual)
        self.assertEqual(len(self.json("ritual", "list")), 2)

    def test_start_moves_to_first_match(self):
        """a start that the rule does not match moves to its first real occurrence"""
        ritual = self.json("ritual", "add", "A", "--start", "2026-11-23T19:00", "--rule", "FREQ=WEEKLY;BYDAY=FR")
        self.assertEqual(ritual["start"], "2026-11-27T19:00")

    def test_bad_fields(self):
        """each bad field is one line, and nothing is stored"""
        good = ["ritual", "add", "--title", "A", "--start", "2026-11-23T19:00"]
        for status, words in ((2, ["--rule", "FREQ=SOMETIMES"]), (2, ["--rule", "nonsense"]),
                              (2, ["--rule", "FREQ=YEARLY;BYMONTHDAY=3"]), (1, ["--rule", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]),
                              (2, ["--zone", "Europe/Nowhere"]), (2, ["--zone", "../../etc/passwd"]),
                              (2, ["--times", "25:00"]), (2, ["--remind", "soon"]), (2, ["--remind", "-1441"]),
                              (2, ["--minutes", "0"]), (2, ["--minutes", "1.5"]), (2, ["--closeness", "6"]), (2, ["--in-recovery", "maybe"]),
                              (1, ["--who", "Nobody"]), (1, ["--lead", "Nobody"]), (2, ["--state", "wished"]),
                              (2, ["--state", "ended"]), (1, ["--template", "no-such"]), (1, ["--as", "Nobody"])):
            with self.subTest(words=words):
                self.refused(status, *good, *words)
        for start in ("tomorrow", "2026-13-01T19:00", "2026-02-29T19:00", "2026-11-23T24:30", ""):
            with self.subTest(start=start):
                self.refused(2, "ritual", "add", "--title", "A", "--start", start)
        self.refused(1, "ritual", "add", "--title", "  ", "--start", "2026-11-23T19:00")
        self.refused(1, "ritual", "add", "--title", "x" * 121, "--start", "2026-11-23T19:00")
        self.assertEqual(self.json("ritual", "list"), [])

    def test_list_and_show(self):
        """ritual list and show say it in words"""
        ritual = self.add_ritual("--when-then", "When the plates are away, we sit down.", "--step", "Sit")
        line = self.ok("ritual", "list")
        self.assertIn(f"{ritual[:8]}  Ten quiet minutes · Agreed", line)
        self.assertIn("today at 19:00", line)
        text = self.ok("ritual", "show", ritual[:8])
        for words in ("Ten quiet minutes", ritual, "10 minutes", "When the plates are away", "1. Sit"):
            self.assertIn(words, text)
        self.assertEqual(self.ok("ritual", "list", "--state", "ended"), "No rituals in this state.")
        self.assertEqual(self.json("ritual", "list", "--state", "ended"), [])
        self.refused(2, "ritual", "list", "--state", "wished")

    def test_ids(self):
        """unknown, short and ambiguous ids"""
        ids = [self.add_ritual(title=f"R{i}") for i in range(17)]
        self.refused(1, "ritual", "show", "no-such-id")
        self.refused(1, "ritual", "show", "")
        first = next(a for a in ids if sum(b[0] == a[0] for b in ids) > 1)
        self.refused(1, "ritual", "show", first[0])
        self.assertEqual(self.json("ritual", "show", first[:13])["id"], first)

    def test_empty_fields(self):
        """a field that is given empty is refused, with the word for nothing; the word works"""
        ritual = self.add_ritual("--remind", "10", "--zone", "Europe/Berlin", "--times", "19:00,21:00")
        for option, word in (("--remind", "none"), ("--rule", "none"), ("--times", "none"), ("--zone", "floating")):
            for empty in ("", "  "):
                with self.subTest(option=option, empty=empty):
                    self.refused(2, "ritual", "edit", ritual, option, empty, says=f"“{option} {word}”")
                    self.refused(2, "ritual", "add", "A", "--start", "2026-11-23T19:00", option, empty, says=f"“{option} {word}”")
        shown = self.json("ritual", "show", ritual)
        self.assertEqual((shown["remind"], shown["zone"], shown["times"]), ([10], "Europe/Berlin", ["19:00", "21:00"]))
        self.assertEqual(self.json("ritual", "edit", ritual, "--remind", "none")["remind"], [])
        self.ok("ritual", "edit", ritual, "--zone", "floating")
        self.assertIsNone(self.json("ritual", "agree", ritual, "--as", "Kim")["zone"])
        self.assertEqual(len(self.json("ritual", "list")), 1)

    def test_edit(self):
        """ritual edit changes what is said and nothing else"""
        ritual = self.add_ritual("--smaller", "Two minutes", "--who", "me", "--as", "Kim")
        before = self.json("ritual", "show", ritual)
        after = self.json("ritual", "edit", ritual[:8], "--title", "Five quiet minutes", "--minutes", "5",
                          "--remind", "none", "--smaller", "", "--who", "Kim", "--as", "Kim")
        self.assertEqual((after["title"], after["minutes"], after["remind"], after["smaller"]),
                         ("Five quiet minutes", 5, [], ""))
        self.assertEqual(after["who"], self.json("person", "list")[1]["id"])
        self.assertEqual((after["rule"], after["times"]), (before["rule"], before["times"]))
        after = self.json("ritual", "edit", ritual, "--times", "08:00,21:00", "--as", "Kim")
        self.assertEqual(after["times"], ["08:00", "21:00"])
        after = self.json("ritual", "edit", ritual, "--rule", "FREQ=WEEKLY;BYDAY=MO", "--times", "none",
                          "--start", "2026-11-30T20:15", "--zone", "America/New_York", "--as", "Kim")
        self.assertEqual((after["times"], after["zone"]), (["20:15"], "America/New_York"))
        self.refused(2, "ritual", "edit", ritual, "--rule", "FREQ=OFTEN", "--as", "Kim")
        self.refused(1, "ritual", "edit", ritual, "--title", "", "--as", "Kim")
        self.refused(1, "ritual", "edit", "no-such", "--title", "A")
        self.assertEqual(self.json("ritual", "show", ritual), after)

    def test_states(self):
        """propose, agree, rest, resume, end, as far as each is possible"""
        ritual = self.add_ritual("--state", "draft")
        state = lambda: self.json("ritual", "show", ritual)["state"]  # noqa: E731
        self.assertEqual(state(), "draft")
        self.ok("ritual", "propose", ritual)
        self.assertEqual(state(), "proposed")
        self.refused(1, "ritual", "agree", ritual, says="waits for the other one’s answer")
        self.assertIn("Agreed", self.ok("ritual", "agree", ritual, "--as", "Kim"))
        self.refused(1, "ritual", "agree", ritual)
        self.assertEqual(self.json("ritual", "rest", ritual, "--until", "2026-12-01")["resting_until"], "2026-12-01")
        self.assertEqual(state(), "resting")
        self.assertEqual(self.json("agenda"), [])
        self.refused(2, "ritual", "rest", ritual, "--until", "whenever")
        self.refused(2, "ritual", "rest", ritual, "--until", "2026-12-01T10:00", says="only whole days")
        self.home.set_now("@2026-12-01 12:00:00")
        self.assertEqual(state(), "agreed", "resting with a date ends by itself")
        self.ok("ritual", "rest", ritual)
        self.assertIn("Proposed to Kim.", self.ok("ritual", "resume", ritual))
        self.assertEqual(state(), "resting")
        self.ok("ritual", "agree", ritual, "--as", "Kim")
        self.assertEqual(self.json("ritual", "end", ritual)["state"], "ended")
        self.refused(1, "ritual", "rest", ritual)
        self.assertIsNotNone(self.json("ritual", "resume", ritual, "--as", "Kim")["invitation"])
        self.assertEqual(state(), "ended")
        self.assertIsNone(self.json("ritual", "agree", ritual)["invitation"])
        self.assertEqual(state(), "agreed")

    def test_less(self):
        """ritual less lets it come up half as often, where that can be"""
        ritual = self.add_ritual()
        self.assertIn("INTERVAL=2", self.json("ritual", "less", ritual)["rule"])
        once = self.add_ritual(rule=None)
        self.refused(1, "ritual", "less", once, says="less often")

    def test_swap_lead(self):
        """the lead passes to the other"""
        robin, kim = (person["id"] for person in self.json("person", "list"))
        ritual = self.add_ritual("--lead", "me")
        self.assertEqual(self.json("ritual", "show", ritual)["lead"], robin)
        self.assertEqual(self.json("ritual", "swap-lead", ritual)["lead"], kim)
        self.refused(1, "ritual", "swap-lead", self.add_ritual())

    def test_as(self):
        """--as changes who is me"""
        robin, kim = (person["id"] for person in self.json("person", "list"))
        ritual = self.add_ritual("--lead", "partner", "--who", "me", "--as", "kim")
        shown = self.json("ritual", "show", ritual)
        self.assertEqual((shown["lead"], shown["who"]), (robin, kim))

    def test_remove(self):
        """a removed ritual is gone from everywhere"""
        ritual = self.add_ritual()
        self.assertEqual(self.ok("ritual", "remove", ritual), "Removed: Ten quiet minutes")
        self.assertEqual((self.json("ritual", "list"), self.json("agenda")), ([], []))
        self.refused(1, "ritual", "remove", ritual)
        self.refused(1, "occurrences", ritual)

    def test_templates(self):
        """at least sixteen templates, and one to begin with"""
        templates = self.json("ritual", "templates")
        self.assertGreaterEqual(len(templates), 16)
        self.assertEqual(len(self.ok("ritual", "templates").splitlines()), len(templates))
        for template in templates:
            for key in ("id", "title", "summary", "when_then", "smaller", "steps", "minutes", "closeness"):
                self.assertTrue(template[key], (template["id"], key))
            ritual = self.json("ritual", "add", "--template", template["id"], "--who", "me")
            self.assertEqual((ritual["template"], ritual["title"], ritual["state"]),
                             (template["id"], template["title"], "agreed"))
        adapted = self.json("ritual", "add", "--template", templates[0]["id"], "--title", "Ours", "--start",
                            "2026-12-24T17:00")
        self.assertEqual((adapted["title"], adapted["steps"]), ("Ours", templates[0]["steps"]))


class Occurrences(CommandCase):
    def setUp(self):
        super().setUp()
        self.set_up()
        self.ritual = self.add_ritual("--smaller", "Two quiet minutes", "--lead", "me")
        self.name = f"{self.ritual}@2026-11-23T19:00"

    def outcome(self, name=None):
        found = [moment for moment in self.json("occurrences", self.ritual)
                 if moment["name"] == (name or self.name)]
        return found[0]["outcome"]

    def test_agenda(self):
        """the agenda, for a week or as asked, in words and in JSON"""
        moments = self.json("agenda")
        self.assertEqual(len(moments), 7)
        first = moments[0]
        self.assertEqual((first["name"], first["ritual_id"], first["title"]),
                         (self.name, self.ritual, "Ten quiet minutes"))
        self.assertEqual((first["start"], first["starts"], first["outcome"]),
                         ("2026-11-23T19:00", "2026-11-23T19:00:00+01:00", "none"))
        text = self.ok("agenda", "--days", "2")
        self.assertIn("Monday, 23 November", text)
        self.assertIn(f"19:00  Ten quiet minutes · 10 minutes  {self.ritual[:8]}@2026-11-23T19:00", text)
        self.assertEqual(len(self.json("agenda", "--from", "2027-03-27", "--days", "3")), 3)
        self.assertEqual(self.json("agenda", "--from", "2027-03-28", "--days", "1")[0]["starts"],
                         "2027-03-28T19:00:00+02:00")
        self.refused(2, "agenda", "--from", "later")
        self.refused(2, "agenda", "--from", "2026-11-23T20:00", says="only whole days")
        self.ok("ritual", "end", self.ritual)
        self.assertEqual(self.ok("agenda"), "Nothing planned. That is fine.")

    def test_zones(self):
        """a pinned ritual keeps its instant, a floating one its local time"""
        pinned = self.add_ritual("--zone", "Europe/Berlin", title="Pinned")
        moments = {moment["title"]: moment for moment in self.agenda_in("America/New_York")}
        self.assertEqual(moments["Pinned"]["starts"], "2026-11-23T13:00:00-05:00")
        self.assertEqual(moments["Ten quiet minutes"]["starts"], "2026-11-23T19:00:00-05:00")
        self.assertEqual(moments["Pinned"]["name"], f"{pinned}@2026-11-23T19:00")

    def agenda_in(self, zone):
        self.home.env["TZ"] = zone
        self.home.set_now("@2026-11-23 07:00:00")
        return self.json("agenda", "--days", "1")

    def test_answers(self):
        """keep, smaller, not-today and taking it back"""
        for verb, outcome, label in (("keep", "kept", "We did it"), ("smaller", "smaller", "Smaller version"),
                                     ("not-today", "not-today", "Not today")):
            text = self.ok(verb, f"{self.ritual[:8]}@2026-11-23T19:00")
            self.assertIn("Ten quiet minutes · today at 19:00 · ", text)
            self.assertEqual(self.outcome(), outcome)
            back = self.json("take-back", self.name)
            if verb == "not-today":
                # Before its time that would plan it again, and concerns both.
                self.assertEqual(back["outcome"], "not-today")
                self.ok("invite", "answer", back["invitation"], "yes", "--as", "Kim")
                self.assertEqual(self.outcome(), "none")
            else:
                self.assertEqual(back["outcome"], "none")
        self.assertEqual(self.json("keep", self.name)["outcome"], "kept")
        plain = self.add_ritual(title="Plain")
        self.refused(1, "smaller", f"{plain}@2026-11-23T19:00")

    def test_lead_passes(self):
        """keeping passes the lead to the other, taking it back does not lose it"""
        robin, kim = (person["id"] for person in self.json("person", "list"))
        self.ok("keep", self.name)
        self.assertEqual(self.json("ritual", "show", self.ritual)["lead"], kim)

    def test_bad_names(self):
        """names of occurrences that are none"""
        for status, name in ((2, ""), (2, "x"), (2, self.ritual), (2, f"{self.ritual}@"), (2, f"{self.ritual}@soon"),
                             (1, f"{self.ritual}@2026-11-23T18:59"), (1, "00000000@2026-11-23T19:00"),
                             (2, "@2026-11-23T19:00"), (2, f"{self.ritual}@2026-02-30T19:00")):
            for verb in ("keep", "smaller", "not-today", "take-back", "leave-out", "snooze"):
                with self.subTest(verb=verb, name=name):
                    self.refused(status, verb, name)
            self.refused(status, "move", name, "2026-11-24T20:00")
        self.assertEqual(self.outcome(), "none")

    def test_move(self):
        """moving to a date, a time, or both; it is Robin's own, so nobody is asked"""
        self.ok("ritual", "end", self.ritual)
        name = f"{self.add_ritual('--who', 'me')}@2026-11-23T19:00"
        moved = self.json("move", name, "2026-11-25T20:30")
        self.assertEqual((moved["start"], moved["moved_to"], moved["starts"]),
                         ("2026-11-23T19:00", "2026-11-25T20:30", "2026-11-25T20:30:00+01:00"))
        self.assertEqual(moved["name"], name)
        self.assertEqual(self.json("move", name, "21:00")["moved_to"], "2026-11-25T21:00")
        self.assertEqual(self.json("move", name, "2026-11-26")["moved_to"], "2026-11-26T21:00")
        self.assertEqual([moment["starts"][:16] for moment in self.json("agenda", "--days", "4")],
                         ["2026-11-24T19:00", "2026-11-25T19:00", "2026-11-26T19:00", "2026-11-26T21:00"])
        self.refused(2, "move", name, "some day")
        self.refused(2, "move", name, "2026-02-30T10:00")

    def test_leave_out(self):
        """a moment left out is not on the agenda, but on record"""
        self.assertTrue(self.json("leave-out", self.name)["left_out"])
        self.assertNotIn(self.name, [moment["name"] for moment in self.json("agenda")])
        self.assertIn("left out", self.ok("occurrences", self.ritual))
        asked = self.json("take-back", self.name)
        self.assertTrue(asked["left_out"])
        self.ok("invite", "answer", asked["invitation"], "yes", "--as", "Kim")
        self.assertIn(self.name, [moment["name"] for moment in self.json("agenda")])

    def test_snooze(self):
        """snoozing is stored"""
        self.ok("snooze", self.name)
        self.ok("snooze", self.name, "25")
        log = self.json("reminders", "log")
        self.assertEqual([entry["occurrence"] for entry in log], [self.name])
        self.assertEqual(log[0]["state"], "snoozed")
        self.assertTrue(log[0]["snoozed_until"].startswith("2026-11-23T12:25:00"), log)
        self.assertIn("snoozed", self.ok("reminders", "log"))
        self.assertTrue(self.ok("snooze", self.name, "30").endswith("\nThe reminder comes again today at 12:30."))
        self.refused(2, "snooze", self.name, "0")
        self.refused(2, "snooze", self.name, "10081")


class Wins(CommandCase):
    def setUp(self):
        super().setUp()
        self.set_up()

    def test_add_and_list(self):
        """win add, list and search"""
        ritual = self.add_ritual()
        plain = self.ok("win", "add", "You laughed at my joke")
        self.assertRegex(plain, rf"^{UUID}$")
        rich = self.json("win", "add", "Thé was ready", "--meant", "I felt\nseen", "--kind", "tenderness", "--on",
                         "2026-11-21", "--ritual", ritual[:8], "--star", "--as", "Kim")
        self.assertEqual({key: rich[key] for key in ("text", "meant", "kind", "on", "ritual_id", "starred")},
                         {"text": "Thé was ready", "meant": "I felt\nseen", "kind": "tenderness", "on": "2026-11-21",
                          "ritual_id": ritual, "starred": True})
        self.assertEqual(rich["noticed_by"], self.json("person", "list")[1]["id"])
        self.assertEqual([win["id"] for win in self.json("win", "list")], [plain, rich["id"]])
        lines = self.ok("win", "list").splitlines()
        self.assertEqual(lines[0], f"{plain[:8]}  2026-11-23  You laughed at my joke")
        self.assertEqual(lines[1], f"{rich['id'][:8]}  2026-11-21  ★ Thé was ready · I felt · seen")
        self.assertEqual(len(self.json("win", "list", "--limit", "1")), 1)
        for words in (["list", "--starred"], ["list", "--kind", "tenderness"], ["list", "--ritual", ritual],
                      ["search", "the"], ["search", "seen"], ["search", "rea", "th"]):
            self.assertEqual([win["id"] for win in self.json("win", *words)], [rich["id"]], words)
        self.assertEqual(self.json("win", "search", "nothing like it"), [])
        self.json("win", "search", '"*(:AND')

    def test_bad_wins(self):
        """wins that are none leave nothing behind"""
        for status, words in ((1, ["  "]), (1, ["x" * 2001]), (1, ["x", "--meant", "y" * 2001]),
                              (2, ["x", "--kind", "grand"]), (1, ["x", "--on", "2026-11-24"]), (2, ["x", "--on", "yesterday"]),
                              (2, ["x", "--on", "2026-11-23T09:00"]), (1, ["x", "--ritual", "no-such"])):
            with self.subTest(words=words[1:]):
                self.refused(status, "win", "add", *words)
        self.assertEqual(self.json("win", "list"), [])

    def test_edit(self):
        """win edit, star, unstar and remove"""
        win = self.ok("win", "add", "First words")
        edited = self.json("win", "edit", win[:8], "--text", "Better words", "--meant", "Much", "--kind", "laughter",
                           "--on", "2026-11-20")
        self.assertEqual((edited["text"], edited["meant"], edited["kind"], edited["on"]),
                         ("Better words", "Much", "laughter", "2026-11-20"))
        self.assertEqual(self.json("win", "search", "first"), [])
        self.assertTrue(self.json("win", "star", win)["starred"])
        self.assertIn("★", self.ok("win", "list"))
        self.assertFalse(self.json("win", "unstar", win)["starred"])
        self.refused(1, "win", "edit", win, "--text", "")
        self.assertEqual(self.ok("win", "remove", win), "Removed: Better words")
        self.assertEqual(self.json("win", "list"), [])
        for verb in ("star", "unstar", "remove"):
            self.refused(1, "win", verb, win)
            self.refused(1, "win", verb, "no-such")

    def test_whose(self):
        """the words of a win are changed and removed by whoever noticed it; a star is anybody's to give"""
        win = self.ok("win", "add", "You asked and waited")
        other = ("--as", "Kim")
        self.refused(1, *other, "win", "edit", win, "--text", "I am sorry for everything", says="stays in their own words")
        self.refused(1, *other, "win", "remove", win, says="stays in their own words")
        self.assertTrue(self.json(*other, "win", "star", win)["starred"])
        self.assertEqual([one["text"] for one in self.json("win", "list")], ["You asked and waited"])
        theirs = self.ok(*other, "win", "add", "You made tea")
        self.refused(1, "win", "remove", theirs)
        self.assertEqual(self.json(*other, "win", "edit", theirs, "--text", "You made tea again")["text"], "You made tea again")

    def test_words_that_look_like_options(self):
        """-- ends the options"""
        self.ok("win", "add", "--", "--star came to me")
        self.assertEqual(self.json("win", "list")[0]["text"], "--star came to me")


class RulesAndReminders(CommandCase):
    def test_rule(self):
        """rule says it in words and gives dates, with no space needed"""
        shown = self.json("rule", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR", "--start", "2026-11-24T19:00", "--count", "3")
        self.assertEqual(shown["starts"], ["2026-11-24T19:00", "2026-11-27T19:00", "2026-12-08T19:00"])
        text = self.ok("rule", "FREQ=DAILY", "--start", "2026-11-24T19:00")
        self.assertTrue(text.startswith(shown["words"][:5]), text)
        self.assertEqual(len(text.splitlines()), 6)
        self.assertIn("2026-11-28T19:00", text)
        self.assertEqual(len(self.json("rule", "FREQ=DAILY;COUNT=2")["starts"]), 2)
        for status, words in ((2, ["FREQ=SOMETIMES"]), (2, ["FREQ=DAILY", "--start", "x"]), (2, ["FREQ=DAILY", "--zone", "Mars/Base"]),
                              (2, ["FREQ=DAILY", "--times", "8"]), (1, ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]),
                              (2, ["FREQ=WEEKLY;BYDAY=MO;BYSETPOS=1"])):
            with self.subTest(words=words):
                self.refused(status, "rule", *words)
        self.assertFalse(os.path.exists(self.home.data))

    def test_vectors(self):
        """rule --vectors answers line by line"""
        result = self.home.run("rule", "--vectors", stdin="2026-11-24T19:00|FREQ=DAILY|2\n20261124T190000|FREQ=WEEKLY|1")
        self.assertEqual(result.stdout, "2026-11-24T19:00 2026-11-25T19:00\n2026-11-24T19:00\n")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        result = self.home.run("rule", "--vectors", stdin="nonsense\n2026-11-24T19:00|FREQ=DAILY|1\n")
        self.assertEqual(result.returncode, 1)
        lines = result.stdout.splitlines()
        self.assertTrue(lines[0].startswith("error: "), lines)
        self.assertEqual(lines[1], "2026-11-24T19:00")

    def test_switch(self):
        """reminders on and off, titles, and the file that starts the service at log-in"""
        autostart = os.path.join(self.home.env["XDG_CONFIG_HOME"], "autostart")
        self.set_up("--reminders", "off")
        self.assertFalse(os.path.exists(autostart))
        status = self.json("reminders", "status")
        self.assertEqual((status["reminders_on"], status["show_titles"], status["service_running"]), (False,) * 3)
        self.assertEqual(self.ok("reminders", "on", "--titles", "on"), "Reminders are on.")
        status = self.json("reminders", "status")
        self.assertEqual((status["reminders_on"], status["show_titles"], status["starts_at_login"]), (True,) * 3)
        file = os.path.join(autostart, os.listdir(autostart)[0])
        with open(file, encoding="utf-8") as content:
            self.assertIn("--gapplication-service", content.read())
        subprocess.run(["desktop-file-validate", file], check=True)
        self.ok("reminders", "titles", "off")
        self.ok("--reminders", "off")
        status = self.json("reminders", "status")
        self.assertEqual((status["reminders_on"], status["show_titles"], status["starts_at_login"]), (False,) * 3)
        self.assertIn("Reminders are off.", self.ok("reminders", "status"))

    def test_nothing_can_remind(self):
        """what lies in the place of the lock is said, before anything is promised"""
        self.set_up()
        lock = os.path.join(self.home.data, "footbridge.lock")
        os.mkdir(lock)
        finding, *_ = self.json("reminders", "status")["findings"]
        self.assertEqual(finding["id"], "not-reminding")
        text = self.ok("reminders", "status")
        self.assertIn(f"Nothing reminds here, because {lock} cannot be used: it is no plain file.", text)
        self.assertNotIn("inside the window", text)
        result = self.home.run("reminders", "on")
        self.assertEqual((result.returncode, result.stdout), (0, "Reminders are on.\n"))
        self.assertIn(lock, result.stderr)
        os.rmdir(lock)
        self.ok("reminders", "on")

    def test_turned_off_at_log_in(self):
        """what the person turned off in the settings of the desktop stays off, and that is said"""
        self.set_up()
        autostart = os.path.join(self.home.env["XDG_CONFIG_HOME"], "autostart")
        file = os.path.join(autostart, os.listdir(autostart)[0])
        with open(file, encoding="utf-8") as content:
            ours = content.read()
        for word in ("Hidden=true", "X-GNOME-Autostart-enabled=false"):
            with self.subTest(word=word):
                with open(file, "w", encoding="utf-8") as content:
                    content.write(f"{ours}{word}\n")
                status = self.json("reminders", "status")
                self.assertFalse(status["starts_at_login"])
                self.assertIn("autostart-turned-off", [finding["id"] for finding in status["findings"]])
                self.ok("reminders", "off")
                result = self.home.run("reminders", "on")
                self.assertEqual((result.returncode, result.stdout), (0, "Reminders are on.\n"))
                self.assertIn("The settings of the desktop keep Footbridge from starting", result.stderr)
                with open(file, encoding="utf-8") as content:
                    self.assertEqual(content.read(), f"{ours}{word}\n")
        with open(file, "w", encoding="utf-8") as content:
            content.write(f"{ours}Hidden=false\nX-GNOME-Autostart-enabled=true\n")
        self.assertTrue(self.json("reminders", "status")["starts_at_login"])

    def test_setup_turns_on(self):
        """setup turns reminders on"""
        self.set_up()
        self.assertTrue(self.json("reminders", "status")["reminders_on"])
        self.assertEqual(self.json("reminders", "log"), [])
        self.assertEqual(self.ok("reminders", "log"), "No reminder was due in the last 30 days.")

    def test_test_without_bus(self):
        """a test reminder without a session bus says why not"""
        self.refused(1, "reminders", "test", says="no session bus")

    def test_refused_bus(self):
        """a session bus that lets nobody in is not told of as if there were none"""
        self.set_up("--reminders", "on")
        self.home.env["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={self.home.folder}/nobody-listens"
        self.refused(1, "reminders", "test", says="The session bus cannot be reached from here")
        self.assertIn("The session bus cannot be reached from here.", self.ok("reminders", "status"))
        self.assertIn("bus-refused", [finding["id"] for finding in self.json("reminders", "status")["findings"]])

    def test_check(self):
        """check says that all is well"""
        self.set_up()
        self.assertIn("All is well", self.ok("check"))
        report = self.json("check")
        self.assertEqual((report["sound"], report["problems"], report["read_only"]), (True, [], False))
        self.assertEqual(report["folder"], self.home.data)


class Privacy(CommandCase):
    def test_no_activity(self):
        """no JSON says when somebody entered, changed or answered something"""
        now = "@2026-11-23 12:34:40"
        self.home.set_now(now)
        self.set_up("--reminders", "on")
        ritual = self.add_ritual(start="2026-11-23T13:00", title="Noon")
        other = self.add_ritual(start="2026-11-23T12:50", title="Tea")
        answered = f"{ritual}@2026-11-23T13:00"
        win = self.ok("win", "add", "You laughed")
        hours = self.ok("hours", "add", "quiet", "--from", "22:00", "--to", "07:00")
        self.ok("away", "add", "--from", "2026-12-01", "--until", "2026-12-02")
        self.home.set_now(now)
        printed = [self.ok(*words, "--json") for words in (
            ["person", "list"], ["--as", "Kim", "person", "rename", "Kim", "Sam"], ["ritual", "list"], ["ritual", "show", ritual],
            ["ritual", "edit", ritual, "--minutes", "5"], ["keep", answered], ["agenda"], ["occurrences", ritual],
            ["take-back", answered], ["not-today", answered], ["snooze", f"{other}@2026-11-23T12:50", "10"],
            ["occurrences", other], ["reminders", "log"], ["reminders", "status"], ["win", "list"],
            ["win", "star", win], ["win", "search", "laughed"], ["hours", "list"], ["away", "list"],
            ["ritual", "rest", ritual], ["hours", "remove", hours])]
        self.assertTrue(any('"snoozed_until" : "2026' in text for text in printed), printed)
        for text in printed:
            self.assertNotRegex(text, r'"(answered|created|updated|deleted|changed)_at"')
            # The minute of all of this, here and in UTC; and the seconds of the snooze.
            self.assertNotRegex(text, r"\b1[12]:34\b")
            self.assertNotRegex(text, r":44:(?!00)")


class Documents(CommandCase):
    SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data")

    def complete(self, *words):
        script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _footbridge; '
                  'printf "%s\\n" "${COMPREPLY[@]}"')
        result = subprocess.run(["bash", "-c", script, "bash", os.path.join(self.SOURCE, "completions", "footbridge"),
                                 self.program, *words], env=self.home.env, capture_output=True, text=True, check=True)
        self.assertEqual(result.stderr, "")
        return result.stdout.split()

    def test_completion(self):
        """the shell completes verbs, options, and what there is"""
        self.set_up()
        for words in (["ritual", "rest"], ["win", "star"], ["hours", "remove"], ["away", "end"]):
            self.assertEqual([word for word in self.complete(*words, "") if not word.startswith("--")], [], words)
        ritual = self.add_ritual()
        win = self.ok("win", "add", "You laughed")
        self.assertEqual(self.complete("not"), ["not-today"])
        self.assertIn("ritual", self.complete(""))
        self.assertEqual(self.complete("ritual", "te"), ["templates"])
        self.assertEqual(self.complete("ritual", "add", "--remi"), ["--remind"])
        self.assertEqual(self.complete("ritual", "list", "--state", "a"), ["agreed"])
        self.assertIn(ritual[:8], self.complete("ritual", "show", ""))
        self.assertIn(win[:8], self.complete("win", "star", ""))
        hours = self.ok("hours", "add", "quiet", "--from", "22:00", "--to", "07:00")
        self.assertIn(hours[:8], self.complete("hours", "remove", ""))
        self.assertEqual(self.complete("hours", "add", "quiet", "--days", "ev"), ["every"])
        away = self.ok("away", "add", "--until", "2026-11-27")
        self.assertIn(away[:8], self.complete("away", "end", ""))
        self.ok("away", "end", away)
        tea = self.ok("soothing", "add", "Tea")
        self.assertIn(tea[:8], self.complete("soothing", "remove", ""))
        self.assertEqual(self.complete("pause", "another"), ["another-day"])
        self.assertEqual(self.complete("pause", "review", "--les"), ["--lesson"])
        # The agenda is asked with the machine's own date; the ritual goes on daily.
        self.home.env.pop("LD_PRELOAD")
        self.assertTrue([word for word in self.complete("keep", "") if word.startswith(ritual[:8] + "@")]
                        or not self.json("agenda"))

    def test_manual(self):
        """the manual knows every verb and every option"""
        with open(os.path.join(self.SOURCE, "man", "footbridge.1.in"), encoding="utf-8") as file:
            manual = re.sub(r"\\f.|\\", "", file.read()).replace('"', "")
        for line in self.ok("--help").split("Verbs:\n")[1].split("\n\n")[0].splitlines():
            if not re.match(r"  [a-z]", line):
                continue
            words = [word for word in line.split() if re.fullmatch(r"[a-z][a-z-]+", word)][:2]
            for word in words:
                self.assertTrue(re.search(rf"\b{word}\b", manual), line)
            for option in re.findall(r"--[a-z-]+", self.ok(*words, "--help").split("Options:")[1]):
                self.assertTrue(option in manual, (words, option))


class Program(unittest.TestCase):
    program = None

    def test_no_gtk(self):
        """the program links neither GTK nor a display library"""
        libraries = subprocess.run(["ldd", self.program], capture_output=True, text=True, check=True).stdout
        for name in ("libgtk", "libgdk", "libadwaita", "libX11", "libwayland", "libcairo", "libpango"):
            self.assertNotIn(name, libraries)


if __name__ == "__main__":
    main(program=None, version=None)
