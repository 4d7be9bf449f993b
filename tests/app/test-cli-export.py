#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The celebration log as a folder of files, from the command line. Usage: test-cli-export.py FOOTBRIDGE VERSION [TEST…]"""

import contextlib
import csv
import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402

# What people write, and what they would if they wanted to break it.
TEXTS = ["Tea on the stairs", "one\ntwo\n\nthree", 'You said "stay", and I did; both', "=1+1", "+49 called back",
         "@home at last", "'tis well", "שלום ‮mirrored", "a" * 2000, '{"a": [1, 2', "comma,", "back\\slash\\n", "😀 🏳️‍🌈",
         "‏=SUM(A1)", "＝1+1", "1 = 1"]


class Export(CommandCase):
    def setUp(self):
        super().setUp()
        self.set_up()
        self.place = os.path.join(self.home.folder, "out")

    def read(self, place=None):
        with open(os.path.join(place or self.place, "small-wins.json"), encoding="utf-8") as file:
            document = json.load(file)
        self.assertEqual((document["format"], document["version"]), ("footbridge-celebration-log", 1))
        return document["wins"]

    def read_csv(self, place=None):
        with open(os.path.join(place or self.place, "small-wins.csv"), encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, strict=True))

    def add_wins(self):
        for number, text in enumerate(TEXTS):
            self.ok("win", "add", "--meant", TEXTS[-1 - number], "--on", f"2026-11-{number + 1:02}", "--", text)

    def add_pictures(self, win, *pictures, written=True):
        """Rows of pictures beside a win, as (id, caption), and their files."""
        folder = os.path.join(self.home.data, "photos")
        os.makedirs(folder, exist_ok=True)
        with contextlib.closing(sqlite3.connect(self.home.database)) as database:
            for position, (photo, caption) in enumerate(pictures):
                database.execute("INSERT INTO win_photos (id, win_id, caption, width, height, position, created_at, updated_at,"
                                 " deleted_at, device) VALUES (?, ?, ?, 640, 480, ?, 1, 1, 0, 'test')",
                                 (photo, win, caption, position))
                for ending in (".jpg", "-small.jpg") if written else ():
                    with open(os.path.join(folder, photo + ending), "wb") as file:
                        file.write(f"{photo}{ending}".encode())
            database.commit()

    def digest(self):
        with open(self.home.database, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()

    def test_complete(self):
        """what was written is what is read back, as JSON and as CSV"""
        self.add_wins()
        listed = self.json("win", "list")
        before = self.digest()
        self.assertIn(f"Saved {len(TEXTS)} small wins in {self.place}.", self.ok("win", "export", self.place))
        self.assertEqual(self.digest(), before, "nothing in the space changes")
        self.assertEqual(sorted(os.listdir(self.place)), ["pictures", "small-wins.csv", "small-wins.json"])
        wins = self.read()
        more = ("noticed_by_name", "ritual_title", "pictures")
        self.assertEqual([{key: value for key, value in win.items() if key not in more} for win in wins], listed)
        self.assertEqual([win["text"] for win in wins], TEXTS[::-1])
        self.assertEqual({win["noticed_by_name"] for win in wins}, {"Robin"})
        rows = self.read_csv()
        self.assertEqual(list(rows[0]), ["on", "text", "meant", "kind", "starred", "noticed_by_name", "ritual_title", "pictures",
                                         "captions", "id"])
        self.assertEqual(len(rows), len(wins))
        for win, row in zip(wins, rows):
            for key in ("text", "meant"):
                self.assertIn(row[key], (win[key], f"'{win[key]}"))
                self.assertFalse(row[key].lstrip("\u200f ").startswith(tuple("=+-@\t\r＝＋－＠")), row[key])
            self.assertEqual((row["id"], row["on"], row["starred"]), (win["id"], win["on"], "false"))
        with open(os.path.join(self.place, "small-wins.csv"), "rb") as file:
            content = file.read()
        self.assertTrue(content.endswith(b"\r\n"))
        self.assertFalse(content.startswith(b"\xef\xbb\xbf"))

    def test_tampered(self):
        """whatever somebody wrote into the database comes out as text"""
        self.ok("win", "add", "x")
        with contextlib.closing(sqlite3.connect(self.home.database)) as database:
            database.execute("UPDATE wins SET text = CAST (x'09c3283d0d0a1b5b324a' AS TEXT), meant = ?", ("-1\x7f\x08\r\nend\n",))
            database.commit()
        self.ok("win", "export", self.place)
        self.assertEqual(self.read()[0]["text"], "\t\ufffd(=\r\n\x1b[2J")
        row = self.read_csv()[0]
        self.assertEqual((row["text"], row["meant"]), ("'\t\ufffd(=\n [2J", "'-1  \nend\n"))

    def test_pictures(self):
        """pictures are copied, named and worded; one that is missing is told of"""
        win = self.ok("win", "add", "We walked to the weir", "--on", "2026-11-20", "--star")
        photos = [str(uuid.UUID(int=number << 96, version=4)) for number in (1, 2, 3)]
        self.add_pictures(win, (photos[0], "The weir"), (photos[1], ""))
        self.add_pictures(win, (photos[2], "=lost"), written=False)
        said = self.ok("win", "export", self.place)
        self.assertIn("2 pictures are beside them.", said)
        self.assertIn("The file of 1 picture could not be read; it was left out.", said)
        names = [f"2026-11-20-{photo[:8]}.jpg" for photo in photos[:2]]
        self.assertEqual(sorted(os.listdir(os.path.join(self.place, "pictures"))), names)
        for photo, name in zip(photos, names):
            with open(os.path.join(self.place, "pictures", name), encoding="utf-8") as file:
                self.assertEqual(file.read(), f"{photo}.jpg", "the large one")
        pictures = self.read()[0]["pictures"]
        self.assertCountEqual([picture["file"] for picture in pictures], [*(f"pictures/{name}" for name in names), None])
        self.assertEqual(pictures[0], {"id": photos[0], "file": f"pictures/{names[0]}", "caption": "The weir", "width": 640,
                                       "height": 480})
        row = self.read_csv()[0]
        self.assertEqual(row["pictures"].split("\n"), [f"pictures/{name}" for name in names])
        self.assertEqual((row["captions"].split("\n"), row["starred"]), (["The weir", ""], "true"))
        self.assertEqual(self.json("win", "export", f"{self.place}-2"),
                         {"folder": f"{self.place}-2", "wins": 1, "pictures": 2, "unread_pictures": 1})

    def test_choices(self):
        """the choices of the list hold here, too"""
        ritual = self.add_ritual()
        self.ok("win", "add", "Tea on the stairs", "--kind", "laughter", "--ritual", ritual)
        self.ok("win", "add", "Tea, and a song", "--kind", "laughter", "--star", "--as", "partner")
        self.ok("win", "add", "Soup", "--as", "partner", "--on", "2025-11-23")
        for number, (words, listed) in enumerate({
                ("--noticed-by", "partner"): ["list"], ("--kind", "laughter"): ["list"], ("--starred",): ["list"],
                ("--ritual", ritual[:8]): ["list"], ("--on-this-day",): ["list"], ("--limit", "2"): ["list"],
                ("--search", "te"): ["search", "te"], ("--search", "te", "--starred"): ["search", "te", "--starred"]}.items()):
            with self.subTest(words=words):
                place = f"{self.place}-{number}"
                self.ok("win", "export", place, *words)
                found = self.json("win", *listed, *(words if listed == ["list"] else ()))
                self.assertEqual([win["id"] for win in self.read(place)], [win["id"] for win in found])
                self.assertIn(len(found), (1, 2))
        self.assertEqual(self.read(f"{self.place}-3")[0]["ritual_title"], "Ten quiet minutes")
        self.refused(1, "win", "export", f"{self.place}-x", "--noticed-by", "Nobody")
        self.refused(2, "win", "export", f"{self.place}-x", "--kind", "no-such")
        self.assertFalse(os.path.exists(f"{self.place}-x"))

    def test_privacy(self):
        """what stands elsewhere is not in it, whoever asks"""
        self.ok("win", "add", "Seen by both")
        self.ok("promise", "add", "PLANTED promise")
        self.ok("milestone", "reach", self.ok("milestone", "add", "PLANTED milestone"))
        reached = self.ok("milestone", "add", "An evening without the telephone", "--note", "PLANTED note")
        self.ok("milestone", "reach", reached, "--log")
        self.ok("check-in", "add", "--mood", "2", "--words", "PLANTED words")
        for number, who in enumerate(("me", "partner")):
            place = f"{self.place}-{number}"
            self.ok("win", "export", place, "--as", who)
            for name in ("small-wins.json", "small-wins.csv"):
                with open(os.path.join(place, name), encoding="utf-8") as file:
                    content = file.read()
                self.assertIn("Seen by both", content)
                self.assertIn("An evening without the telephone", content)
                self.assertNotIn("PLANTED", content)
            self.assertEqual(set(self.read(place)[0]),
                             {"id", "text", "meant", "kind", "on", "noticed_by", "ritual_id", "pause_id", "promise_id",
                              "milestone_id", "starred", "noticed_by_name", "ritual_title", "pictures"})

    def test_places(self):
        """what is there stays, and each place that is none is said"""
        self.ok("win", "add", "x")
        os.mkdir(self.place)
        with open(os.path.join(self.place, "mine"), "w", encoding="utf-8") as file:
            file.write("mine")
        self.refused(1, "win", "export", self.place, says="something in")
        self.refused(1, "win", "export", os.path.join(self.place, "mine"), says="is there already")
        self.refused(1, "win", "export", os.path.join(self.home.folder, "no", "such"), says="is not there")
        self.refused(1, "win", "export", "/proc/footbridge", says="Nothing may be written into /proc")
        self.refused(2, "win", "export", "")
        self.refused(2, "win", "export")
        self.refused(2, "win", "export", "a", "b")
        with open(os.path.join(self.place, "mine"), encoding="utf-8") as file:
            self.assertEqual(file.read(), "mine")
        empty = os.path.join(self.home.folder, "empty")
        os.mkdir(empty)
        self.ok("win", "export", empty)
        self.assertEqual(len(self.read(empty)), 1)
        self.assertEqual([name for name in os.listdir(self.home.folder) if name.startswith(".footbridge")], [])

    def test_not_set_up(self):
        """where nobody is set up there is no log"""
        self.refused(1, "win", "export", self.place, says="setup", FOOTBRIDGE_DATA_DIR=os.path.join(self.home.folder, "new"))
        self.assertFalse(os.path.exists(self.place))

    def fill(self, n):
        with contextlib.closing(sqlite3.connect(self.home.database)) as database:
            database.executemany("INSERT INTO wins (id, text, meant, kind, on_date, starred, created_at, updated_at, deleted_at,"
                                 " device) VALUES (?, ?, '', 'other', '2026-11-01', 0, 1, 1, 0, 'test')",
                                 ((str(uuid.UUID(int=number, version=4)), f"Win {number}") for number in range(n)))
            database.commit()

    def test_stopped(self):
        """stopped at any moment, it leaves all of it or nothing"""
        self.fill(20000)
        began = time.monotonic()
        self.ok("win", "export", f"{self.place}-whole")
        usual = time.monotonic() - began
        stopped = 0
        for number in range(12):
            place = f"{self.place}-{number}"
            child = subprocess.Popen([self.program, "win", "export", place], env=self.home.env, stdout=subprocess.PIPE,
                                     stderr=subprocess.PIPE, text=True)
            time.sleep(usual * (number + 1) / 12)
            child.send_signal((signal.SIGINT, signal.SIGTERM, signal.SIGHUP)[number % 3])
            said = child.communicate(timeout=60)[1]
            if child.returncode == 0:
                self.assertEqual(len(self.read(place)), 20000)
            elif not os.path.exists(place):
                stopped += said == "footbridge: It was stopped, and nothing was saved.\n"
        self.assertGreater(stopped, 2)
        self.assertEqual([name for name in os.listdir(self.home.folder) if name.startswith(".footbridge-export")], [])

    def test_killed(self):
        """killed at any moment, there is all of it or nothing where it should be"""
        self.fill(5000)
        before = self.digest()
        began = time.monotonic()
        self.ok("win", "export", f"{self.place}-whole")
        usual = time.monotonic() - began
        for number in range(8):
            place = f"{self.place}-{number}"
            child = subprocess.Popen([self.program, "win", "export", place], env=self.home.env, stdout=subprocess.DEVNULL)
            time.sleep(usual * (number + 1) / 8)
            child.kill()
            child.wait()
            if os.path.exists(place):
                self.assertEqual((len(self.read(place)), len(self.read_csv(place))), (5000, 5000))
        self.assertEqual(self.digest(), before)


if __name__ == "__main__":
    main(program=None, version=None)
