#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Add what both like → take it away and bring it back → make a ritual of it → the other one says yes.

Usage: journey-meaning.py FOOTBRIDGE FOOTBRIDGE-WINDOW APP-ID [--keep]

By a screen reader's actions and the keyboard, in the real programs. Prints TAP.
"""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from desk import wait_for  # noqa: E402
from journey import Journey, main  # noqa: E402

TEXT = "dancing in the <kitchen>"
MAKE = f"Make a ritual of “{TEXT}”"


class Meaning(Journey):
    def ask(self, *words):
        return json.loads(self.desk.run(*words, "--json"))

    def open(self):
        desk = self.desk
        desk.run("setup", "--me", "Alex", "--partner", "Robin", "--reminders", "off")
        desk.run()
        reader = self.read()
        reader.find(name="Alex is here")
        desk.focus_window()
        desk.key("alt+5")
        reader.press("What You Both Like")
        reader.find(contains="What you once enjoyed together, or would like to try.")
        reader.check_names()
        self.step("the list of what both like is opened from Reflect")

    def add(self):
        reader = self.reader
        reader.press("Enjoyed once")
        reader.write("What it is", TEXT)
        # The one in this window: the header below has another.
        reader.find_all(name="Add", role="push button")[-1].get_action_iface().do_action(0)
        reader.find(name=MAKE)
        wait_for("it to be stored", lambda: [one["text"] for one in self.ask("meaning", "list")] == [TEXT])
        assert self.ask("meaning", "list")[0]["tense"] == "once", self.ask("meaning", "list")
        reader.check_names()
        reader.press(f"Take away “{TEXT}”")
        reader.is_gone(name=MAKE)
        reader.press("Undo")
        reader.find(name=MAKE)
        self.step("something is added, taken away, and brought back by Undo")

    def make_ritual(self):
        reader = self.reader
        reader.press(MAKE)
        reader.find(name="Propose", role="push button")
        reader.check_names()
        reader.press("Propose")
        reader.is_gone(name="Propose", role="push button")
        waiting = wait_for("the proposal", lambda: self.ask("invite", "list"))
        self.ritual = waiting[0]["subject_id"]
        assert waiting[0]["title"] == TEXT and not self.ask("meaning", "list")[0]["ritual_id"], waiting
        self.step("a ritual that is made of it is proposed, and nothing is settled by that")

    def agree(self):
        desk, reader = self.desk, self.reader
        desk.run("ritual", "agree", self.ritual, "--as", "Robin")
        reader.is_gone(name=MAKE)
        reader.find(contains=TEXT)
        assert self.ask("meaning", "list")[0]["ritual_id"] == self.ritual, self.ask("meaning", "list")
        desk.key("Escape")
        reader.is_gone(contains="What you once enjoyed together")
        desk.focus_window()
        desk.key("alt+2")
        reader.find(contains=TEXT)
        assert self.ask("ritual", "show", self.ritual)["state"] == "agreed"
        self.step("with the other one’s yes it is a ritual of both, and no idea any more")

    def run(self):
        self.open()
        self.add()
        self.make_ritual()
        self.agree()


if __name__ == "__main__":
    main(Meaning)
