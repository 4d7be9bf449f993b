#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Leaving, and erasing everything, on the command line. Usage: test-cli-persons.py FOOTBRIDGE VERSION [TEST…]"""

import os
import shutil
import sqlite3
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, NOON, main  # noqa: E402

# Run as root, a folder without the right to write keeps nobody out.
UNPRIVILEGED = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search")


def found(folder, words):
    """The files below a folder that have these words in them."""
    names = []
    for where, _, files in os.walk(folder):
        for name in files:
            with open(os.path.join(where, name), "rb") as file:
                if words.encode() in file.read():
                    names.append(name)
    return names


class Leaving(CommandCase):
    def test_leave(self):
        """one of two leaves with all that is theirs, and what is of both rests with the one who stays"""
        self.set_up()
        self.ok("ritual", "add", "--state", "agreed", "--title", "Zither practice", "--start", "2026-11-23T19:00", "--who", "me")
        shared = self.add_ritual(title="Weekly walk", rule=None)
        self.refused(1, "person", "leave", "Robin", says="--yes")
        self.refused(2, "person", "leave", says="missing")
        self.refused(1, "person", "leave", "Nobody", "--yes", says="Nobody here is called")
        self.refused(1, "person", "leave", "Kim", "--yes", says="Each leaves for themself")
        self.assertEqual(len(self.json("person", "list")), 2)
        self.assertIn("space.db", found(self.home.data, "Zither"))

        left = self.json("person", "leave", "me", "--yes")
        self.assertEqual([(person["name"], person["position"]) for person in left], [("Kim", 0)])
        self.assertEqual([(one["id"], one["state"]) for one in self.json("ritual", "list")], [(shared, "resting")])
        self.assertEqual(found(self.home.data, "Zither"), [])
        self.assertEqual(len(os.listdir(os.path.join(self.home.data, "backups"))), 1)
        self.refused(1, "person", "leave", "Kim", "--yes", says="nobody to leave")
        self.assertIn("All is well", self.ok("check"))

    def test_take_name(self):
        """the name goes along, too, when that is wished"""
        self.set_up()
        self.ok("--as", "partner", "person", "rename", "me", "Zebedee")
        self.ok("--as", "Zebedee", "person", "leave", "Zebedee", "--take-name", "--yes")
        self.assertEqual(found(self.home.data, "Zebedee"), [])


class Left(CommandCase):
    """What the one who stays finds, whatever was under way between the two."""

    READ = (["person", "list"], ["agenda"], ["ritual", "list"], ["ritual", "templates"], ["invite", "list"], ["hours", "list"],
            ["away", "list"], ["boundary", "list", "--ended"], ["boundary", "templates"], ["promise", "list", "--all"],
            ["pause", "status"], ["pause", "log"], ["pause", "settings"], ["soothing", "list"], ["soothing", "ideas"],
            ["private", "status"], ["shared", "list"], ["win", "list"], ["win", "search", "walk"], ["reminders", "log"],
            ["reminders", "status"], ["check"])

    def fill(self):
        """One of each kind of thing, of each of the two and of both; Zebedee leaves, and Kim stays."""
        self.home.set_now(NOON)
        self.ok("erase", "--yes-erase-everything")
        self.set_up()
        self.ok("person", "rename", "Robin", "Zebedee")
        for who in ("Zebedee", "Kim"):
            own = lambda *words: self.ok("--as", who, *words)  # noqa: E731, B023
            own("ritual", "add", f"Tea of {who[0]}", "--start", "2026-11-23T16:00", "--rule", "FREQ=DAILY", "--who", "me",
                "--state", "agreed")
            own("boundary", "add", f"An hour for {who[0]}.", "--mine", "--kind", "time-alone")
            own("boundary", "add", f"No loud words, says {who[0]}.", "--kind", "personal-limit")
            own("promise", "add", f"Call by {who[0]}", "--by", "2026-11-25")
            own("soothing", "add", f"A bath for {who[0]}")
            own("away", "add", "--from", "2026-12-24", "--who", "me")
            own("win", "add", f"A walk, noticed by {who[0]}")
            own("invite", "moment", "--title", f"A round of {who[0]}", "--at", "2026-11-29T15:00", "--minutes", "20")
            own("boundary", "add", f"Proposed by {who[0]}.", "--kind", "family")
            self.ok("--as", who, "shared", "add", stdin=f"Unopened, of {who[0]}")
        self.add_ritual(title="Weekly walk", start="2026-11-28T10:00", rule="FREQ=WEEKLY")
        self.add_ritual("--lead", "me", title="Lead", start="2026-11-23T20:00")
        asked = self.home.run("ritual", "add", "Asked", "--start", "2026-11-23T21:00", "--rule", "FREQ=DAILY", "--state", "proposed")
        self.assertEqual(asked.returncode, 0, asked.stderr)
        self.ok("promise", "add", "Something of both", "--by", "2026-11-26", "--who", "both")
        self.both = self.ok("boundary", "add", "Quiet means thinking.", "--kind", "quiet", "--review", "2027-01-10")
        # Each process begins its time anew: of two, either may have been slower to come to it.
        self.home.set_now("@2026-11-23 12:05:00")
        self.ok("--as", "Kim", "boundary", "agree", self.both)
        self.ok("--as", "Kim", "boundary", "revise", self.both, "Quiet means thinking or being tired.")
        self.phrase = self.ok("boundary", "add", "Tea?", "--kind", "phrase", "--use", "inviting")
        self.ok("--as", "Kim", "boundary", "agree", self.phrase)
        self.ok("boundary", "end", self.phrase)
        opened = self.ok("shared", "add", stdin="These were opened")
        self.ok("--as", "Kim", "shared", "open", opened)

    def pause_until(self, state):
        self.ok("pause", "start")
        if state != "cooling":
            self.home.set_now("@2026-11-23 12:40:00")
            self.assertEqual(self.json("pause", "status")["state"], "return")
        if state == "another-day":
            self.ok("pause", "another-day", "2026-11-25")
        if state in ("re-entry", "recovery"):
            self.ok("pause", "ready")
            self.ok("--as", "Kim", "pause", "ready")
        if state == "recovery":
            self.ok("pause", "end")
            self.ok("pause", "follow-up", "--feelings", "Lighter")
            self.ok("--as", "Kim", "pause", "follow-up", "--feelings", "Lighter, too")
        self.assertEqual(self.json("pause", "status")["state"], state)

    def leave(self, state, *words):
        self.fill()
        self.pause_until(state)
        # Nobody has to answer anything first, and what is said is for the one who goes.
        self.assertIn("You have left", self.ok("--as", "Zebedee", "person", "leave", "me", *words, "--yes"))

    def read_all(self):
        """What every verb that only reads prints, in words and in JSON."""
        shown = []
        ids = {kind: [one["id"] for one in self.json(kind, *words)]
               for kind, words in (("ritual", ["list"]), ("boundary", ["list", "--ended"]))}
        for words in (*self.READ, *(["ritual", "show", one] for one in ids["ritual"]),
                      *(["occurrences", one] for one in ids["ritual"]), *(["boundary", "show", one] for one in ids["boundary"])):
            with self.subTest(words=words):
                shown += [self.ok(*words), self.ok(*words, "--json")]
        return "\n".join(shown)

    def test_every_pause(self):
        """leaving is possible in every moment of a pause, and all that stays can be read"""
        for state in ("cooling", "return", "another-day", "re-entry", "recovery"):
            with self.subTest(state=state):
                self.leave(state)
                shown = self.read_all()
                self.assertEqual(self.json("pause", "status"), None)
                for gone in ("of Z", "for Z", "by Z.", "says Z", "Call by Z"):
                    self.assertFalse(gone in shown, gone)
                for stays in ("Tea of K", "hour for K", "says K", "Call by K", "bath for K", "These were opened", "Weekly walk"):
                    self.assertTrue(stays in shown, stays)
                self.assertEqual([(one["subject"], one["state"]) for one in self.json("invite", "list")], [])

    def test_history(self):
        """what both agreed to says so afterwards, with the name of the one who left, or without it where they took it"""
        for words, name in (((), "Zebedee"), (("--take-name",), "The other of the two")):
            with self.subTest(words=words):
                self.leave("cooling", *words)
                self.assertEqual(self.ok("boundary", "show", self.both).splitlines()[1:], [
                    "What quiet means  ended", "Ended on 2026-11-23.", "", f"1. {name} wrote this on 2026-11-23:",
                    "   Quiet means thinking.", f"   {name} agreed on 2026-11-23.", "   Kim agreed on 2026-11-23."])
                self.assertIn(f"\n{name} ended it on 2026-11-23.\n", self.ok("boundary", "show", self.phrase))
                self.assertIn(f"  From {name[0].lower() + name[1:] if words else name}: These", self.ok("shared", "list"))
                shown = self.read_all()
                self.assertEqual("Zebedee" in shown, not words)
                self.assertFalse("has left" in shown)

    def test_go_on(self):
        """the one who stays can go on with what rests, alone, and with somebody else later"""
        self.leave("re-entry", "--take-name")
        walk = next(one["id"] for one in self.json("ritual", "list") if one["title"] == "Weekly walk")
        self.assertEqual(self.json("ritual", "resume", walk)["state"], "agreed")
        self.assertEqual(self.json("boundary", "revise", self.both, "Quiet means tea.")["state"], "agreed")
        self.ok("pause", "start")
        self.ok("person", "add", "Sam")
        listed = {one["current"]["text"]: one for one in self.json("boundary", "list", "--ended")}
        self.assertEqual(len([one for one in self.json("boundary", "list") if one["current"]["text"] == "Quiet means tea."]), 1)
        self.assertEqual(listed["Quiet means tea."]["holder"] is None, listed["Quiet means tea."]["state"] == "ended")
        self.assertIn("Somebody who was here before wrote this", self.ok("boundary", "show", self.both))
        self.read_all()

    def test_explained(self):
        """without --yes it says what would come of it, and that nothing has changed"""
        self.fill()
        said = self.refused(1, "person", "leave", "me", says="Nothing has changed yet")
        for words in ("cannot be brought back", "stays with Kim", "Kim is not told", "--yes"):
            self.assertIn(words, said)
        self.assertNotIn("private export", said)
        self.assertEqual(len(self.json("person", "list")), 2)


class Names(CommandCase):
    def test_empty(self):
        """a name that is empty is bad usage, in words that help"""
        self.refused(2, "setup", "--me", "", says="The name after --me is empty")
        self.refused(2, "setup", "--me", " \t", says="The name after --me is empty")
        self.refused(2, "setup", "--me", "Robin", "--partner", "", says="leave --partner out")
        self.refused(1, "person", "list", says="Nobody is set up")
        self.ok("setup", "--me", "Robin")
        self.refused(2, "person", "add", " ", says="The name is empty")
        self.refused(2, "person", "rename", "me", "", says="The new name is empty")
        self.assertEqual([one["name"] for one in self.json("person", "list")], ["Robin"])


class Erasing(CommandCase):
    def fill(self):
        self.set_up("--reminders", "on")
        self.ok("win", "add", "Zebedee laughed")
        self.ok("--as", "partner", "person", "leave", "me", "--yes")  # leaves a backup
        self.autostart = os.path.join(self.home.env["XDG_CONFIG_HOME"], "autostart")
        self.assertTrue(os.listdir(self.autostart))

    def test_erase(self):
        """everything is erased, and one can begin anew"""
        self.fill()
        self.refused(1, "erase", says="--yes-erase-everything")
        self.refused(2, "erase", "now")
        self.assertTrue(os.path.exists(self.home.database))
        self.assertIn("not", self.ok("erase", "--yes-erase-everything"))
        self.assertFalse(os.path.exists(self.home.data))
        self.assertEqual(os.listdir(self.autostart), [])
        self.assertEqual(found(self.home.folder, "Zebedee"), [])
        self.refused(1, "person", "list", says="Nobody is set up")
        self.ok("erase", "--yes-erase-everything")
        self.set_up()
        self.assertEqual(self.json("win", "list"), [])

    def test_what_is_not_ours(self):
        """what else is in the folder stays, and so does the database of another program"""
        self.fill()
        for name in ("letter.txt", "backups/holiday.tar", "spare.db"):
            with open(os.path.join(self.home.data, name), "w", encoding="utf-8") as file:
                file.write("not ours")
        self.ok("erase", "--yes-erase-everything")
        self.assertEqual(sorted(os.listdir(self.home.data)), ["backups", "letter.txt", "spare.db"])
        self.assertEqual(os.listdir(os.path.join(self.home.data, "backups")), ["holiday.tar"])

        foreign = sqlite3.connect(self.home.database)
        foreign.execute("CREATE TABLE recipes (name TEXT)")
        foreign.close()
        self.refused(1, "erase", "--yes-erase-everything", says="belongs to another program")
        self.assertTrue(os.path.exists(self.home.database))

    def test_damaged(self):
        """a space that cannot be read can be erased"""
        self.fill()
        with open(self.home.database, "r+b") as file:
            file.write(b"no database at all" * 300)
        self.refused(1, "win", "list")
        self.ok("erase", "--yes-erase-everything")
        self.assertFalse(os.path.exists(self.home.data))

    def test_in_use(self):
        """while something is being written nothing is erased, and that is said"""
        self.fill()
        with sqlite3.connect(self.home.database, isolation_level=None) as writer:
            writer.execute("BEGIN IMMEDIATE")
            self.refused(1, "erase", "--yes-erase-everything", says="Nothing was erased")
            writer.execute("ROLLBACK")
        self.assertEqual(len(self.json("win", "list")), 1)

    def test_read_only(self):
        """where nothing can be removed nothing is erased, and that is said"""
        self.fill()
        prefix = UNPRIVILEGED if os.geteuid() == 0 and shutil.which("setpriv") else ()
        for folder in (os.path.join(self.home.data, "backups"), self.home.data):
            with self.subTest(folder=folder):
                os.chmod(folder, 0o500)
                self.refused(1, "erase", "--yes-erase-everything", prefix=prefix, says="Nothing was erased")
                os.chmod(folder, 0o700)
        self.assertEqual(len(self.json("win", "list")), 1)
        self.assertEqual(len(os.listdir(os.path.join(self.home.data, "backups"))), 1)


if __name__ == "__main__":
    main(program=None, version=None)
