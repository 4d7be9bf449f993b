#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""`footbridge reminders log`: what was due in the last 30 days, also what was not to be shown, and why. There is no service
here, so what is on record was put there. Usage: test-cli-log.py FOOTBRIDGE VERSION [TEST…]"""

import contextlib
import datetime
import os
import sqlite3
import sys
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402

DAYS = 30


class Log(CommandCase):
    def at(self, local):
        self.home.set_now(f"@{local}")

    def set_up_evenings(self, *words):
        """Reminders are on since the 23rd at noon, of something at 19:00 each day."""
        self.set_up()
        self.ritual = self.add_ritual(*words)

    def name(self, day):
        return f"{self.ritual}@2026-11-{day}T19:00"

    def log(self):
        """(day, state, reason) of each that was due, newest first."""
        return [(entry["due_at"][8:10], entry["state"], entry["reason"]) for entry in self.json("reminders", "log")]

    def put_on_record(self, day, lead):
        start = datetime.datetime(2026, 11, 23, 19) + datetime.timedelta(days=day)
        due = int((start.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=1)))
                   - datetime.timedelta(minutes=lead)).timestamp() * 1000)
        with contextlib.closing(sqlite3.connect(self.home.database)) as database, database:
            database.execute("INSERT INTO reminders (id, ritual_id, start, lead, state, due_at, shown_at, snoozed_until,"
                             " deferred_until, created_at, updated_at, deleted_at, device)"
                             " VALUES (?, ?, ?, ?, 'shown', ?, ?, 0, 0, ?, ?, 0, 'here')",
                             (str(uuid.uuid4()), self.ritual, f"{start:%Y-%m-%dT%H:%M}", lead, due, due, due, due))

    def test_all_of_it(self):
        """without a limit it is all of the 30 days, as text and as JSON; with one the newest of it"""
        self.set_up_evenings("--remind", "10,0")
        for day in range(DAYS):
            for lead in (10, 0):
                self.put_on_record(day, lead)
        self.at("2026-12-23 12:00:00")
        entries = self.json("reminders", "log")
        self.assertEqual(len(entries), 2 * DAYS)
        self.assertEqual({entry["state"] for entry in entries}, {"shown"})
        self.assertEqual([entry["due_at"] for entry in entries], sorted((entry["due_at"] for entry in entries), reverse=True))
        self.assertEqual(len(self.ok("reminders", "log").splitlines()), 2 * 2 * DAYS)
        self.assertEqual(self.json("reminders", "log", "--limit", "3"), entries[:3])
        # What was longer ago than that is not in it.
        self.at("2026-12-25 19:00:30")
        self.assertEqual(len(self.json("reminders", "log")), 2 * DAYS)

    def test_nobody_there(self):
        """what no service was there for is pending, has no id, and says so"""
        self.set_up_evenings()
        self.at("2026-11-24 12:00:00")
        entry, = self.json("reminders", "log")
        self.assertEqual((entry["occurrence"], entry["state"], entry["reason"]), (self.name(23), "pending", "no-service"))
        self.assertIsNone(entry["id"])
        self.assertIsNone(entry["shown_at"])
        self.assertIsNone(entry["lateness_seconds"])
        self.assertIn("as soon as the reminder service runs", entry["why"])
        self.assertIn("as soon as the reminder service runs", self.ok("reminders", "log"))

    def test_what_is_no_ritual(self):
        """promises are in it, too: when they were due and what came of it, without their words or whose they are"""
        self.set_up()
        self.ok("promise", "add", "Words of mine", "--by", "2026-11-24T19:00", "--remind", "60,0")
        kept = self.ok("promise", "add", "Kept words", "--by", "2026-11-24", "--as", "partner")
        self.ok("promise", "add", "Later words", "--by", "2026-11-26")
        self.at("2026-11-23 18:00:00")
        self.ok("promise", "keep", kept, "--as", "partner")
        self.at("2026-11-24 20:00:00")
        self.assertEqual(self.log(), [("24", "pending", "no-service"), ("24", "withdrawn", "superseded"),
                                      ("24", "answered", "answered")])
        entry = self.json("reminders", "log")[0]
        self.assertEqual([entry[key] for key in ("subject", "ritual_id", "occurrence", "start", "lead")],
                         ["promise", None, None, "2026-11-24T19:00", 0])
        text = self.ok("reminders", "log")
        self.assertIn("A promise for today", text)
        self.assertIn("because it was answered before", text)
        for word in ("words", *(person["name"] for person in self.json("person", "list"))):
            self.assertNotIn(word, text)
            self.assertNotIn(word, str(self.json("reminders", "log")))

    def test_answered_and_left_out(self):
        """what was answered or left out before it was due says so, and not by whom or when"""
        self.set_up_evenings()
        self.at("2026-11-23 17:23:00")
        self.ok("keep", self.name(23))
        self.ok("leave-out", self.name(24))
        self.at("2026-11-25 12:00:00")
        self.assertEqual(self.log(), [("24", "withdrawn", "left-out"), ("23", "answered", "answered")])
        text = self.ok("reminders", "log")
        self.assertIn("Not shown, because the moment was answered before.", text)
        self.assertIn("Not shown, because the moment is left out.", text)
        for word in ("Robin", "Kim", "17:23", "16:23"):
            self.assertNotIn(word, text + str(self.json("reminders", "log")))

    def test_away(self):
        """days away say so, and not whose"""
        self.set_up_evenings()
        self.ok("away", "add", "--who", "partner", "--until", "2026-11-25")
        self.at("2026-11-25 12:00:00")
        self.assertEqual(self.log(), [("24", "withdrawn", "away"), ("23", "withdrawn", "away")])
        text = self.ok("reminders", "log")
        self.assertIn("Not shown, because these are days away or unwell.", text)
        for word in ("Robin", "Kim", "partner"):
            self.assertNotIn(word, text)

    def test_off(self):
        """what was due while reminders were off says so, also once they are on again"""
        self.set_up_evenings()
        self.ok("reminders", "off")
        self.at("2026-11-25 12:00:00")
        expected = [("24", "withdrawn", "reminders-off"), ("23", "withdrawn", "reminders-off")]
        self.assertEqual(self.log(), expected)
        self.assertIn("Not shown, because reminders were off.", self.ok("reminders", "log"))
        self.ok("reminders", "on")
        self.assertEqual(self.log(), expected)

    def test_resting(self):
        """a ritual that rests says so"""
        self.set_up_evenings()
        self.ok("ritual", "rest", self.ritual)
        self.at("2026-11-24 12:00:00")
        self.assertEqual(self.log(), [("23", "withdrawn", "resting")])
        self.ok("ritual", "resume", self.ritual)
        self.ok("ritual", "agree", self.ritual, "--as", "Kim")
        self.assertEqual(self.log(), [("23", "withdrawn", "ritual-changed")])
        self.assertIn("Not shown, because the ritual rested then, or was not yet as it is now.", self.ok("reminders", "log"))

    def test_quiet_hours(self):
        """what waits in quiet hours is pending until they end"""
        self.set_up_evenings()
        self.ok("hours", "add", "quiet", "--from", "18:30", "--to", "20:00")
        self.at("2026-11-23 19:30:00")
        entry, = self.json("reminders", "log")
        self.assertEqual((entry["state"], entry["reason"]), ("pending", "quiet-hours"))
        self.assertTrue(entry["deferred_until"].startswith("2026-11-23T20:00"), entry)
        self.assertEqual(entry["why"], "Waits until the quiet hours end (20:00).")


if __name__ == "__main__":
    main(program=None, version=None)
