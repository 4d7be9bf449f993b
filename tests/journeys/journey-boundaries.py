#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sentence to begin with → proposed → the other one's yes → other words → the history, with ears → ended by one alone.

Usage: journey-boundaries.py FOOTBRIDGE FOOTBRIDGE-WINDOW APP-ID [--keep]
"""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from desk import wait_for  # noqa: E402
from journey import Journey, main  # noqa: E402

BEGINNING = "When it gets too much, either of us may …"
OTHER_WORDS = "When it gets too much, either of us may lift a hand."


class Boundaries(Journey):
    def boundary(self):
        listed = json.loads(self.desk.run("boundary", "list", "--ended", "--json"))
        assert len(listed) == 1, listed
        return listed[0]

    def wait_for_state(self, state):
        wait_for(f"it to be {state}", lambda: self.boundary()["state"] == state)

    def pass_on(self, name):
        self.desk.key("ctrl+shift+h")
        self.reader.find(name=f"I Am {name}")
        self.desk.key("Return")
        self.reader.find(name=f"{name} is here")
        self.desk.key("alt+3")

    def propose(self):
        desk = self.desk
        desk.run()
        reader = self.read()
        reader.find(name="Alex is here")
        desk.key("alt+3")
        reader.find(contains="A good hedge")
        reader.check_names()
        reader.press("Sentences to Begin With")
        reader.press(f"Use “{BEGINNING}”")
        reader.find(contains="Robin is asked.")
        reader.check_names()
        reader.press("Propose")
        self.wait_for_state("proposed")
        reader.press("Back to the boundaries")
        reader.find(contains="can answer when it is their turn")
        self.step("a sentence from the catalogue is proposed, and says to its author that the other one can answer")

    def agree(self):
        reader = self.reader
        self.pass_on("Robin")
        reader.find(contains="Alex proposes this")
        reader.is_gone(contains="can answer when it is their turn")
        reader.check_names()
        reader.press(f"Say yes to “{BEGINNING}”")
        self.wait_for_state("agreed")
        reader.is_gone(name="Undo", role="push button")
        self.step("the other one reads it and says yes, which Undo does not take back")

    def change(self):
        desk, reader = self.desk, self.reader
        reader.press(f"Edit “{BEGINNING}”")
        reader.write("In a sentence of your own", OTHER_WORDS, role=("text", "entry"))
        reader.press("Propose")
        wait_for("the proposal", lambda: self.boundary()["waiting"])
        assert self.boundary()["current"]["number"] == 1
        self.pass_on("Alex")
        reader.press(f"Say yes to “{BEGINNING}”")
        wait_for("the other words", lambda: self.boundary()["current"]["text"] == OTHER_WORDS)
        reader.press("History of “When it gets too much, either of us may …”")
        reader.find(contains="Taken out: ")
        reader.find(contains="New: “lift")
        reader.find(contains="Written by Robin")
        reader.find(contains="Robin agreed")
        reader.check_names()
        desk.key("alt+Left")
        self.step("other words need a yes again, and the history says who, when and which words, for ears too")

    def end(self):
        reader = self.reader
        reader.press(f"End “{BEGINNING}”")
        self.wait_for_state("ended")
        reader.press("Undo")
        self.wait_for_state("agreed")
        self.step("either ends it alone and at once, and may think better of it")

    def run(self):
        self.desk.run("setup", "--me", "Alex", "--partner", "Robin", "--reminders", "off")
        self.propose()
        self.agree()
        self.change()
        self.end()


if __name__ == "__main__":
    main(Boundaries)
