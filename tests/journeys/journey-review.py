#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A weekly review from its card → thanks → killed in the middle → gone on with → a pause called and taken back → one open
point → the week to come → the summary, and the moment of the ritual is kept.

Usage: journey-review.py FOOTBRIDGE FOOTBRIDGE-WINDOW APP-ID [--keep]

In the real programs, by a screen reader's actions and the keyboard. Prints TAP.
"""

import datetime
import json
import os
import signal
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from desk import wait_for  # noqa: E402
from journey import Journey, main  # noqa: E402

BEGIN = datetime.datetime(2026, 11, 22, 18, 40)


class Review(Journey):
    def ask(self, *words):
        return json.loads(self.desk.run(*words, "--json"))

    def wait_for_step(self, state):
        wait_for(f"the review to come to {state}", lambda: (self.ask("review", "status")["open"] or {}).get("state") == state)

    def words(self):
        return [(one["part"], one["text"]) for one in self.ask("review", "status")["open"]["words"]]

    def kill(self):
        """The window, in the middle of it, without a word."""
        desk = self.desk
        pids = {int(subprocess.run(["xdotool", "getwindowpid", window], env=desk.env, check=True, capture_output=True,
                                   text=True).stdout) for window in desk.windows()}
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
        wait_for("the windows to go", lambda: not desk.windows())

    def open(self):
        desk = self.desk
        desk.start([desk.program], env=desk.footbridge_env())
        wait_for("the window", desk.windows, seconds=60)
        reader = self.read()
        reader.find(name="Pause", role="push button")
        desk.focus_window()
        desk.key("alt+5")
        reader.find(contains="Weekly Review")
        return reader

    def run(self):
        desk = self.desk
        # It was agreed before its time today.
        desk.shift_clock_to(str(BEGIN - datetime.timedelta(hours=2)))
        desk.run("setup", "--me", "Alex", "--partner", "Robin", "--reminders", "on")
        ritual = desk.add_agreed("--template", "weekly-review").strip()
        desk.shift_clock_to(str(BEGIN))
        desk.write_environment()
        desk.run("win", "add", "You asked how it went", "--as", "partner")
        reader = self.open()
        reader.check_names()
        reader.find(name="Begin the weekly review")
        reader.press("Begin the weekly review")
        reader.find(contains="Step 1 of 4")
        wait_for("the words to be in focus", lambda: reader.focused().startswith("Thank you for"))
        reader.check_names()
        self.step("the card begins it, and its words have the focus")

        reader.press("Thank you for “You asked how it went”")
        wait_for("the thanks", lambda: ("appreciation", "You asked how it went") in self.words())
        reader.write("I was glad that you …", "stayed at the table")
        reader.press("Note")
        wait_for("the words", lambda: ("appreciation", "stayed at the table") in self.words())
        reader.press("Next")
        self.wait_for_step("went-right")
        self.kill()
        self.step("thanks are noted, and the window is killed")

        reader = self.open()
        reader.find(contains="The one you began is at “What went right”")
        reader.press("Go on with the weekly review")
        reader.find(contains="Step 2 of 4")
        reader.write("This week it went right that …", "we laughed")
        desk.key("ctrl+shift+p")
        reader.find(contains="Paused.")
        wait_for("the review to wait", lambda: self.ask("review", "status")["held"])
        assert ("went-right", "we laughed") in self.words(), self.words()
        reader.press("Take Back")
        reader.press("Go on with the weekly review")
        reader.find(contains="Step 2 of 4")
        self.step("opened again it is where it was; a pause interrupts it, and half a sentence is not lost")

        reader.press("Next")
        self.wait_for_step("issue")
        reader.write("When …", "the phone is on the table")
        reader.write("I need …", "your eyes")
        reader.find(contains="I notice that the phone is on the table. I need your eyes.")
        reader.check_names()
        reader.press("Next")
        self.wait_for_step("next-week")
        reader.write("For this week I wish …", "for a walk")
        reader.check_names()
        reader.press("Finish")
        reader.find(contains="That was your week.")
        reader.find(contains="we laughed")
        reader.find(contains="for a walk")
        reader.check_names()
        done = self.ask("review", "list")
        assert [(one["state"], one["ritual_id"], one["next_on"]) for one in done] == \
            [("done", ritual, "2026-11-29T18:30")], done
        assert ("issue", "I notice that the phone is on the table. I need your eyes.") in \
            [(one["part"], one["text"]) for one in done[0]["words"]], done
        moment = next(one for one in self.ask("occurrences", ritual, "--from", "2026-11-22", "--days", "1"))
        assert moment["outcome"] == "kept", moment
        self.step("the summary stands, the next date is set, and the moment of the ritual is kept")

        desk.key("Escape")
        reader.find(contains="The next one: ")
        reader.press("Earlier Reviews")
        reader.find(contains="we laughed")
        reader.check_names()
        self.step("the summary can be read later")


if __name__ == "__main__":
    main(Review)
