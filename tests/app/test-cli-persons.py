#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Leaving, and erasing everything, on the command line. Usage: test-cli-persons.py FOOTBRIDGE VERSION [TEST…]"""

import os
import shutil
import sqlite3
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402

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
        shared = self.ok("ritual", "add", "--state", "agreed", "--title", "Weekly walk", "--start", "2026-11-23T19:00", "--state", "agreed")
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
        self.refused(1, "person", "leave", "Kim", "--yes", says="alone here")
        self.assertIn("All is well", self.ok("check"))

    def test_take_name(self):
        """the name goes along, too, when that is wished"""
        self.set_up()
        self.ok("person", "rename", "partner", "Zebedee")
        self.ok("--as", "Zebedee", "person", "leave", "Zebedee", "--take-name", "--yes")
        self.assertEqual(found(self.home.data, "Zebedee"), [])


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
