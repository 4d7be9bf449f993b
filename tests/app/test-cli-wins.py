#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What small wins belong to, and how they are found, on the command line. Usage: test-cli-wins.py FOOTBRIDGE VERSION [TEST…]"""

import contextlib
import os
import sqlite3
import sys
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402


class Wins(CommandCase):
    def setUp(self):
        super().setUp()
        self.set_up()

    def found(self, *words):
        return [win["text"] for win in self.json("win", *words)]

    def test_links(self):
        """a win belongs to a ritual, a pause and a promise, and no longer"""
        pause = self.json("pause", "start")["id"]
        promise = self.ok("promise", "add", "Look for the photographs")
        ritual = self.add_ritual()
        win = self.json("win", "add", "You found them", "--ritual", ritual[:8], "--pause", pause[:8], "--promise", promise[:8])
        self.assertEqual([win[key] for key in ("ritual_id", "pause_id", "promise_id", "milestone_id")],
                         [ritual, pause, promise, None])
        edited = self.json("win", "edit", win["id"], "--promise", "none", "--meant", "Much")
        self.assertEqual([edited[key] for key in ("ritual_id", "pause_id", "promise_id", "meant")],
                         [ritual, pause, None, "Much"])
        edited = self.json("win", "edit", win["id"], "--ritual", "none", "--pause", "none", "--promise", promise)
        self.assertEqual([edited[key] for key in ("ritual_id", "pause_id", "promise_id")], [None, None, promise])

    def test_milestone(self):
        """a win belongs to a milestone, and is found by it; to one that somebody has alone only as far as that one sees"""
        walks, run = (self.ok("milestone", "add", title, "--who", "me") for title in ("Ten walks", "A run"))
        own = self.json("win", "add", "I put my shoes on", "--milestone", run[:8])
        self.assertEqual(own["milestone_id"], run)
        self.assertEqual(self.json("win", "edit", own["id"], "--milestone", walks)["milestone_id"], walks)
        self.assertEqual(self.found("list", "--milestone", walks[:8]), ["I put my shoes on"])
        self.assertEqual(self.found("search", "shoes", "--milestone", run), [])
        self.refused(1, "win", "list", "--milestone", walks, "--as", "partner")
        self.refused(1, "win", "add", "x", "--milestone", walks, "--as", "partner")
        self.assertEqual([win["milestone_id"] for win in self.json("win", "list", "--as", "partner")], [None])
        self.assertEqual(self.json("win", "edit", own["id"], "--milestone", "none")["milestone_id"], None)

        self.ok("milestone", "reach", walks, "--log")
        reached = self.json("win", "list", "--milestone", walks)
        self.assertEqual([win["kind"] for win in reached], ["milestone"])
        for other in ("none", run):
            self.refused(1, "win", "edit", reached[0]["id"], "--milestone", other, says="stays with it")

    def test_wrong_links(self):
        """what is not there, and what the other one let go of, is nothing to belong to"""
        promise = self.ok("promise", "add", "Look for the photographs", "--as", "partner")
        for words in (["--pause", "no-such"], ["--promise", "no-such"], ["--milestone", "no-such"], ["--kind", "milestone"]):
            with self.subTest(words=words):
                self.refused(1, "win", "add", "x", *words)
        self.ok("win", "add", "I saw you look", "--promise", promise)
        self.ok("promise", "let-go", promise, "--as", "partner")
        self.refused(1, "win", "add", "x", "--promise", promise, says="belong to is not here")
        self.assertEqual(self.found("list"), ["I saw you look"])

    def test_filters(self):
        """all filters at once, in list and search"""
        self.ok("win", "add", "Tea on the stairs", "--kind", "laughter")
        self.ok("win", "add", "Tea, and a song", "--kind", "laughter", "--star", "--as", "partner")
        self.ok("win", "add", "Soup", "--as", "partner")
        self.assertCountEqual(self.found("list", "--noticed-by", "partner"), ["Soup", "Tea, and a song"])
        self.assertEqual(self.found("list", "--noticed-by", "me"), ["Tea on the stairs"])
        self.assertEqual(self.found("search", "tea", "--noticed-by", "partner", "--kind", "laughter", "--starred"),
                         ["Tea, and a song"])
        self.assertEqual(self.found("search", "soup", "--noticed-by", "me"), [])
        self.assertEqual(self.found("list", "--kind", "milestone"), [])
        self.assertEqual(self.ok("win", "list", "--noticed-by", "me", "--starred"), "No wins like that.")
        self.refused(1, "win", "list", "--noticed-by", "Nobody")

    def test_on_this_day(self):
        """the same day of earlier years, and not of this one"""
        for on in ("2026-11-23", "2025-11-23", "2025-11-22", "2019-11-23"):
            self.ok("win", "add", f"On {on}", "--on", on)
        self.assertEqual(self.found("list", "--on-this-day"), ["On 2025-11-23", "On 2019-11-23"])
        self.assertEqual(self.found("search", "2019", "--on-this-day"), ["On 2019-11-23"])

    def test_photos(self):
        """pictures beside a win are listed, worded and taken out"""
        win = self.ok("win", "add", "We walked to the weir")
        self.assertEqual(self.json("win", "photos", win[:8]), [])
        self.assertIn("added in the window", self.ok("win", "photos", win))
        photos = [str(uuid.UUID(int=number, version=4)) for number in (1, 2)]
        with contextlib.closing(sqlite3.connect(os.path.join(self.home.data, "space.db"))) as database:
            for position, photo in enumerate(photos):
                database.execute("INSERT INTO win_photos (id, win_id, caption, width, height, position, created_at, updated_at,"
                                 " deleted_at, device) VALUES (?, ?, '', 640, 480, ?, 1, 1, 0, 'test')", (photo, win, position))
            database.commit()
        self.assertEqual([photo["id"] for photo in self.json("win", "photos", win)], photos)
        worded = self.json("win", "caption", photos[1], "The weir")
        self.assertEqual(worded[1], {"id": photos[1], "win_id": win, "caption": "The weir", "width": 640, "height": 480,
                                     "path": os.path.join(self.home.data, "photos", f"{photos[1]}.jpg")})
        self.assertEqual([photo["caption"] for photo in self.json("win", "remove-photo", photos[0])], ["The weir"])
        self.refused(1, "win", "remove-photo", photos[0], says="no picture")
        self.refused(1, "win", "caption", photos[1], "x" * 241)
        self.refused(1, "win", "photos", "no-such")
        with contextlib.closing(sqlite3.connect(os.path.join(self.home.data, "space.db"))) as database:
            database.execute("UPDATE win_photos SET caption = ? WHERE id = ?", ("The weir\x1b[2J\nand more", photos[1]))
            database.commit()
        listed = self.ok("win", "photos", win)
        self.assertNotIn("\x1b", listed)
        self.assertEqual(len(listed.splitlines()), 1)

    def test_lines(self):
        """a text of several lines is one in a list, with a dot where one of them ended"""
        self.ok("win", "add", "We made it simple \n\n Evening\ttea\n", "--meant", "Calm\r\nafter all")
        self.assertIn("  We made it simple · Evening tea · Calm · after all", self.ok("win", "list"))


if __name__ == "__main__":
    main(program=None, version=None)
