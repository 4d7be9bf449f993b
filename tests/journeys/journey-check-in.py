#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fill in a check-in → hand over → nothing of it shows → the other one, too → both open theirs at the same time.

Usage: journey-check-in.py FOOTBRIDGE FOOTBRIDGE-WINDOW APP-ID [--keep]

By the keyboard and a screen reader's actions, in the real programs. Prints TAP.
"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from desk import wait_for  # noqa: E402
from journey import Journey, main  # noqa: E402

MINE = "Quagmirelike and long"
THEIRS = "Overcastish but warm"
WORDS = "A word about it, if you like"


class CheckIn(Journey):
    def assert_hidden(self, words):
        assert not any(words in (node.get_name() or "") for node in self.reader.walk()), f"“{words}” can be read"

    def write(self, words):
        reader = self.reader
        reader.write(WORDS, words)
        reader.press("Who sees it: Open together")
        reader.check_names()
        reader.press("Save")
        reader.find(name="To be opened together")
        reader.press("I’m Ready")

    def begin(self):
        desk = self.desk
        desk.run("setup", "--me", "Alex", "--partner", "Robin")
        desk.run()
        reader = self.read()
        reader.find(contains="Nothing planned")
        desk.focus_window()
        desk.key("ctrl+shift+c")
        wait_for("the first word", lambda: reader.focused() == "Mood: Heavy")
        desk.key("Right", "Right", "Right", "Right")
        wait_for("the fourth word", lambda: reader.focused() == "Mood: Light")
        self.step("a key leads to the check-in, and the arrow keys choose a word")
        self.write(MINE)
        reader.find(contains="You are ready.")
        self.step("one has written and is ready, and sees that it waits")

    def hand_over(self):
        desk, reader = self.desk, self.reader
        desk.focus_window()
        desk.key("ctrl+shift+h")
        reader.find(contains="Pass the computer to Robin")
        reader.click(reader.find(name="I Am Robin", role="label"))
        reader.find(contains="Nothing planned")
        desk.focus_window()
        desk.key("alt+5")
        reader.find(name="How are you?")
        assert not reader.find_all(name="To be opened together"), "it shows that the other one has written"
        self.assert_hidden(MINE)
        self.step("the other one sees nothing of it, nor that there is something")

    def open_together(self):
        reader = self.reader
        reader.press("Energy: Tired")
        self.write(THEIRS)
        reader.find(contains=MINE)
        reader.find(contains=THEIRS)
        reader.find(contains="Mood: Light")
        reader.is_gone(name="To be opened together")
        reader.check_names()
        self.step("once both are ready, both are there to read")

    def run(self):
        self.begin()
        self.hand_over()
        self.open_together()


if __name__ == "__main__":
    main(CheckIn)
