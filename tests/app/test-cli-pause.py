#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pauses and soothing lists on the command line. Usage: test-cli-pause.py FOOTBRIDGE VERSION [TEST…]"""

import os
import sqlite3
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402

UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


class Pause(CommandCase):
    def at(self, time, day="2026-11-23"):
        self.home.set_now(f"@{day} {time}")

    def pause(self, *words):
        return self.json("pause", *words)

    def state(self):
        pause = self.pause("status")
        return pause and pause["state"]

    def test_whole(self):
        """a whole pause, one command at a time: each is a process of its own, and at each the computer may have been off"""
        self.set_up()
        self.assertIsNone(self.pause("status"))
        self.assertEqual(self.ok("pause", "status"), "There is no pause just now.")
        self.at("20:00:00")
        said = self.ok("pause", "start")
        self.assertEqual(said, "Paused. Back together today at 20:20, in 20 minutes.")
        started = self.pause("status")
        self.assertRegex(started["id"], rf"\A{UUID}\Z")
        self.assertEqual((started["state"], started["return_at"][:19]), ("cooling", "2026-11-23T20:20:00"))
        self.assertEqual(self.pause("start")["id"], started["id"])
        self.assertEqual(self.pause("return", "21:00")["return_at"][:16], "2026-11-23T21:00")
        self.refused(1, "pause", "return", "20:10", says="twenty minutes")
        self.refused(1, "pause", "return", "20:50", says="later, not sooner")
        self.assertEqual(self.ok("pause", "follow-up"), "The follow-up comes after the talk, in the recovery window.")
        self.refused(1, "pause", "close")
        self.refused(1, "pause", "ready")
        self.assertEqual(self.pause("extend")["return_at"][:16], "2026-11-23T21:20")
        self.refused(1, "pause", "extend", says="once already")

        self.at("21:20:01")
        self.assertEqual(self.state(), "return")
        self.assertFalse(self.pause("status")["answered"])
        self.refused(1, "pause", "extend")
        self.assertTrue(self.pause("ready", "--as", "Kim")["answered"])
        self.assertFalse(self.pause("status")["answered"])
        self.assertIn("Your answer is in", self.ok("pause", "status", "--as", "Kim"))
        self.assertNotIn("in.", self.ok("pause", "status").splitlines()[-1])
        self.assertEqual(self.pause("another-day")["state"], "another-day")
        self.assertIsNone(self.pause("status")["return_at"])
        self.assertIn("another day", self.ok("pause", "status"))
        self.assertEqual(self.pause("another-day", "2026-11-24T19:00")["return_at"][:16], "2026-11-24T19:00")
        self.assertEqual(self.ok("pause", "status"), "You come back to it tomorrow at 19:00.")

        self.at("19:00:01", "2026-11-24")
        self.ok("pause", "ready")
        self.assertEqual(self.pause("ready", "--as", "partner")["state"], "re-entry")
        self.assertEqual(self.pause("topic", "The holidays")["topic"], "The holidays")
        kim = next(one["id"] for one in self.json("person", "list") if one["name"] == "Kim")
        self.assertEqual(self.pause("next-turn", "--first", "Kim")["turn_of"], kim)
        self.assertIn("Kim speaks", self.ok("pause", "status"))
        self.assertNotEqual(self.pause("next-turn")["turn_of"], kim)
        ended = self.pause("end")
        self.assertEqual((ended["state"], ended["recovery_until"][:13], ended["follow_up_at"][:13]),
                         ("recovery", "2026-11-26T19", "2026-11-25T19"))
        self.assertEqual(self.pause("follow-up", "--at", "2026-11-25T20:00")["follow_up_at"][:16], "2026-11-25T20:00")

        self.at("20:00:00", "2026-11-25")
        self.assertEqual(len(self.pause("follow-up", "--feelings", "Lighter", "--next-step", "A walk")), 1)
        self.assertEqual(self.pause("follow-up", "--as", "Kim"), [])
        self.assertIn("nothing to read here yet", self.ok("pause", "follow-up", "--as", "Kim"))
        both = self.pause("follow-up", "--needs", "Sleep", "--as", "Kim")
        self.assertEqual([(one["feelings"], one["needs"], one["next_step"]) for one in both],
                         [("Lighter", "", "A walk"), ("", "Sleep", "")])
        self.assertEqual(self.pause("end")["state"], "recovery")
        self.assertEqual(self.pause("end", "--as", "Kim")["state"], "review")
        self.assertEqual(self.pause("review", "--lesson", "Call it sooner")["lesson"], "Call it sooner")
        self.assertEqual(self.ok("pause", "close"), "There is no pause just now.")
        self.refused(1, "pause", "close", says="no pause just now")
        self.assertEqual(self.pause("review", "--helped", "The night")["state"], "closed")
        log = self.pause("log")
        self.assertEqual([(one["helped"], one["lesson"]) for one in log], [("The night", "Call it sooner")])
        self.assertEqual(self.ok("pause", "log").splitlines(),
                         [f"{log[0]['id'][:8]}  Monday, 23 November", "  Topic: The holidays", "  What helped: The night",
                          "  The lesson: Call it sooner"])

    def test_nobody(self):
        """who called a pause, and who was not ready, is in no output and in no row"""
        self.set_up()
        self.at("20:00:00")
        self.ok("pause", "start", "--as", "Kim")
        self.at("20:21:00")
        self.ok("pause", "extend", "--as", "Kim")
        self.assertEqual(self.pause("ready")["state"], "cooling")
        persons = [one["id"] for one in self.json("person", "list")]
        pause = self.pause("status")
        for person in persons:
            self.assertNotIn(person, str(pause))
        with sqlite3.connect(self.home.database) as database:
            row = database.execute("SELECT * FROM pauses").fetchall()
            answers = database.execute("SELECT DISTINCT answer FROM pause_answers").fetchall()
        for person in persons:
            self.assertNotIn(person, str(row))
        self.assertEqual(answers, [], "not even that somebody had answered, or when")

    def test_take_back(self):
        """a pause called by mistake is taken back within a minute"""
        self.set_up()
        self.at("20:00:00")
        self.ok("pause", "start")
        self.at("20:00:40")
        self.assertEqual(self.ok("pause", "take-back"), "There is no pause just now.")
        self.assertEqual(self.pause("log"), [])
        self.ok("pause", "start")
        self.at("20:02:00")
        self.refused(1, "pause", "take-back", says="first minute")

    def test_solo(self):
        """one person alone waits for nobody"""
        self.ok("setup", "--me", "Robin")
        self.ok("pause", "settings", "--recovery-hours", "0", "--minutes", "30")
        self.at("20:00:00")
        self.ok("pause", "start")
        self.at("20:30:01")
        self.assertEqual(self.pause("extend")["state"], "cooling")
        self.at("21:01:00")
        self.assertEqual(self.pause("ready")["state"], "re-entry")
        self.refused(1, "pause", "next-turn", says="Turns are for two")
        self.ok("pause", "topic", "The holidays")
        self.assertEqual(self.pause("end")["state"], "review")
        self.assertIsNone(self.pause("close"))

    def test_solo_words(self):
        """alone, nothing speaks of the other one, whatever the pause stands at"""
        self.ok("setup", "--me", "Robin")
        said = [self.ok("pause", "settings")]
        self.at("20:00:00")
        said.append(self.ok("pause", "start"))
        self.assertEqual(said[-1], "Paused. You come back to it today at 20:20, in 20 minutes.")
        self.at("20:21:00")
        said.append(self.ok("pause", "status"))
        self.assertIn("It is time to come back to it.", said[-1])
        said.append(self.ok("pause", "another-day"))
        said.append(self.ok("pause", "another-day", "21:00"))
        self.at("21:00:01")
        said.append(self.ok("pause", "ready"))
        said.append(self.ok("pause", "topic", "The holidays"))
        said.append(self.ok("pause", "end"))
        said.append(self.ok("pause", "follow-up"))
        self.assertIn("Nothing is written yet", said[-1])
        said.append(self.ok("pause", "end"))
        said.append(self.ok("pause", "follow-up"))
        self.assertIn("Nothing was written for the follow-up", said[-1])
        said.append(self.ok("pause", "review", "--lesson", "Sooner"))
        said.append(self.ok("pause", "close"))
        said.append(self.ok("pause", "log"))
        for words in said:
            for word in (" both", "together", " each", "other ", " turn"):
                self.assertNotIn(word, words.replace("another", "").replace("return", "").lower(), words)

    def test_times(self):
        """what is no time is told what one looks like"""
        self.set_up()
        self.at("20:00:00")
        self.ok("pause", "start")
        for words in ("99:99", "25:00", "2026-11-31T20:00", "soon"):
            self.refused(2, "pause", "return", words, says="within 24 hours, such as 20:45")
        self.refused(2, "pause", "another-day", "99:99", says="such as 2026-11-24T19:00")
        self.refused(2, "pause", "follow-up", "--at", "99:99", says="such as 20:45")
        self.refused(1, "pause", "return", "2026-11-25T20:00", says="more than a day away")

    def newest(self):
        with sqlite3.connect(self.home.database) as database:
            return database.execute("SELECT id FROM pauses ORDER BY called_at DESC").fetchone()[0]

    def recover(self, hours=0):
        """To the end of the talk; without a recovery window that is the look back."""
        self.set_up()
        self.ok("pause", "settings", "--recovery-hours", str(hours))
        self.at("20:00:00")
        self.ok("pause", "start")
        self.at("20:21:00")
        self.ok("pause", "ready")
        self.ok("pause", "ready", "--as", "Kim")
        self.ok("pause", "end")

    def test_review_of_both(self):
        """what one has written stays when the other adds to it, and a lesson is in the log before the pause is closed"""
        self.recover()
        self.assertEqual(self.pause("log"), [])
        self.ok("pause", "review", "--helped", "Tea", "--lesson", "Sooner")
        both = self.pause("review", "--helped", "The walk", "--as", "Kim")
        self.assertEqual((both["helped"], both["lesson"], both["state"]), ("Tea\nThe walk", "Sooner", "review"))
        self.assertEqual([(one["state"], one["lesson"]) for one in self.pause("log")], [("review", "Sooner")])
        self.refused(2, "pause", "review", "--lesson", "Kindly", "--replace")
        self.assertEqual(self.pause("review", "--lesson", "Kindly", "--as", "Kim")["lesson"], "Sooner\nKindly")
        self.ok("pause", "close")
        self.assertEqual(self.pause("review", "--hindered", "The hour", "--as", "Kim")["hindered"], "The hour")
        self.assertEqual([one["state"] for one in self.pause("log")], ["closed"])

    def test_log_without_words(self):
        """pauses without words are not there to be counted; the last one can still be found, without its day"""
        self.recover()
        self.ok("pause", "close")
        self.assertEqual(self.pause("log"), [])
        said = self.ok("pause", "log").splitlines()
        pause = self.newest()
        self.assertEqual(said[1:], [f"{pause[:8]}  The last pause has no words yet."])
        self.at("20:30:00")
        self.ok("pause", "start")
        self.assertEqual(self.ok("pause", "log").splitlines(), said)
        self.at("20:51:00")
        self.ok("pause", "close")
        said = self.ok("pause", "log")
        self.assertNotIn(pause[:8], said)
        self.assertNotIn("November", said)
        self.ok("pause", "review", pause[:8], "--lesson", "Sooner")
        self.assertEqual([one["lesson"] for one in self.pause("log")], ["Sooner"])
        self.assertEqual(self.ok("pause", "log").count("November"), 1)

    def test_pace(self):
        """of two, one alone makes a time or a day that stands only later; alone one is free"""
        self.set_up()
        self.at("20:00:00")
        self.ok("pause", "start")
        self.ok("pause", "return", "21:00", "--as", "Kim")
        self.refused(1, "pause", "return", "20:40", says="whoever needs longer sets the pace")
        self.assertEqual(self.pause("return", "21:10")["return_at"][:16], "2026-11-23T21:10")
        self.ok("pause", "another-day", "2026-11-25T19:00", "--as", "Kim")
        self.refused(1, "pause", "another-day", "2026-11-24T19:00", says="you need not wait: talk, and let the pause rest")
        self.assertEqual(self.pause("status")["return_at"][:16], "2026-11-25T19:00")
        self.ok("pause", "start")
        self.refused(1, "pause", "another-day", "2026-11-24T19:00", says="A day to come back stands already")

    def test_topic(self):
        """what one is speaking about is not exchanged by the other"""
        self.set_up()
        self.at("20:00:00")
        self.ok("pause", "start")
        self.at("20:21:00")
        self.ok("pause", "ready")
        self.ok("pause", "ready", "--as", "Kim")
        self.ok("pause", "topic", "The dog")
        self.ok("pause", "topic", "The holidays", "--as", "Kim")
        self.ok("pause", "next-turn")
        self.refused(1, "pause", "topic", "The dog", says="a talk of its own")
        self.assertEqual(self.pause("status")["topic"], "The holidays")

    def test_words_of_a_closed_one(self):
        """closing the pause alone does not open the other’s follow-up to who wrote none; its time does"""
        self.recover(48)
        self.ok("pause", "follow-up", "--feelings", "Sore")
        self.ok("pause", "close", "--as", "Kim")
        pause = self.newest()
        self.assertEqual(self.pause("follow-up", pause, "--as", "Kim"), [])
        said = self.ok("pause", "follow-up", pause, "--as", "Kim")
        self.assertIn("If something was written, you read it once the time of the recovery window is over.", said)
        self.assertNotIn("Sore", said)
        self.assertEqual(len(self.pause("follow-up", pause)), 1)
        self.at("20:22:00", "2026-11-25")
        self.assertEqual([one["feelings"] for one in self.pause("follow-up", pause, "--as", "Kim")], ["Sore"])

    def test_leaving(self):
        """after one has left, what is said of the follow-up speaks of nobody who would still write"""
        self.recover()
        self.ok("person", "leave", "Kim", "--yes", "--as", "Kim")
        said = self.ok("pause", "follow-up")
        self.assertEqual(said, "Nothing was written for the follow-up, and that is fine.")

    def test_settings(self):
        """how long it lasts is set in its bounds, and told with the reason"""
        self.set_up()
        self.assertEqual(self.pause("settings"), {"pause_minutes": 20, "recovery_hours": 48})
        self.assertIn("laboratory study", self.ok("pause", "settings"))
        self.assertEqual(self.pause("settings", "--minutes", "90", "--recovery-hours", "24"),
                         {"pause_minutes": 90, "recovery_hours": 24})
        for words in (("--minutes", "19"), ("--minutes", "1441"), ("--recovery-hours", "169"), ("--minutes", "x")):
            self.refused(2, "pause", "settings", *words)

    def test_bad_usage(self):
        """what is not understood is bad usage; without anybody there is no pause"""
        self.refused(1, "pause", "start", says="Nobody is set up")
        self.set_up()
        self.refused(2, "pause")
        self.refused(2, "pause", "stop")
        self.refused(2, "pause", "return")
        self.refused(2, "pause", "return", "later")
        self.refused(2, "pause", "another-day", says="Say when")
        self.refused(2, "pause", "another-day", "soon")
        self.refused(2, "pause", "follow-up", "abcd", "--needs", "Sleep")
        self.refused(2, "pause", "log", "--limit", "0")
        self.refused(1, "pause", "start", "--as", "Nobody")
        self.refused(1, "pause", "another-day", "2026-11-24T19:00", says="no pause just now")
        self.refused(1, "pause", "review", says="no pause yet")
        self.assertIsNone(self.pause("status"))

    def test_no_bus(self):
        """a pause is stored at once, with no bus and no display, or a bus that does not answer"""
        self.set_up()
        self.ok("pause", "start", DISPLAY=":99", DBUS_SESSION_BUS_ADDRESS=f"unix:path={self.home.folder}/no-bus")
        self.assertEqual(self.state(), "cooling")


class Soothing(CommandCase):
    def test_list(self):
        """each has a list of their own, which is shown while the pause lasts"""
        self.set_up()
        self.assertIn("soothing ideas", self.ok("soothing", "list"))
        ideas = self.json("soothing", "ideas")
        self.assertGreaterEqual(len(ideas), 8)
        self.assertEqual(self.ok("soothing", "ideas").splitlines(), ideas)
        walk = self.ok("soothing", "add", ideas[0])
        self.assertRegex(walk, rf"\A{UUID}\Z")
        self.assertNotIn(ideas[0], self.json("soothing", "ideas"))
        tea = self.json("soothing", "add", "Tea")
        self.assertEqual((tea["text"], tea["position"]), ("Tea", 1))
        self.refused(1, "soothing", "add", "tea", says="already")
        self.refused(1, "soothing", "add", "  ")
        self.refused(2, "soothing", "add")
        self.assertEqual(self.ok("soothing", "list").splitlines(), [f"{walk[:8]}  {ideas[0]}", f"{tea['id'][:8]}  Tea"])
        self.assertEqual(self.json("soothing", "list", "--as", "Kim"), [])
        self.refused(1, "soothing", "remove", tea["id"], "--as", "Kim", says="other one’s list")
        self.assertEqual(self.ok("pause", "start").splitlines()[1:], [f"  {ideas[0]}", "  Tea"])
        self.ok("soothing", "remove", walk[:8])
        self.assertEqual([one["text"] for one in self.json("soothing", "list")], ["Tea"])


if __name__ == "__main__":
    main(program=None, version=None)
