#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A milestone with a realistic number → kept moments lay its planks → the celebration by itself → in the log → found.

Usage: journey-milestone.py FOOTBRIDGE FOOTBRIDGE-WINDOW APP-ID [--keep]
"""

import datetime
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from desk import wait_for  # noqa: E402
from journey import Journey, main  # noqa: E402

TITLE = "A start with quiet evenings"


class Milestone(Journey):
    def set_up(self):
        """One ritual, of which two moments of the last days are not recorded yet, and one that is kept."""
        desk = self.desk
        desk.run("setup", "--me", "Alex", "--partner", "Robin", "--reminders", "off")
        today = datetime.date.today()
        self.days = [(today - datetime.timedelta(days=n)).isoformat() for n in (1, 2, 3)]
        self.ritual = desk.add_agreed("--title", "Quiet evenings", "--start", f"{self.days[-1]}T00:05", "--rule", "FREQ=DAILY",
                                      "--minutes", "5")
        desk.run("keep", f"{self.ritual}@{self.days[-1]}T00:05")

    def milestones(self):
        return json.loads(self.desk.run("milestone", "list", "--all", "--json"))

    def add(self):
        """One's own, counted from kept moments of the last days, from the + button over an empty place."""
        desk = self.desk
        desk.run()
        reader = self.read()
        reader.find(name="Alex is here")
        desk.key("alt+4")
        reader.find(contains="Something realistic to look forward to")
        reader.check_names()
        reader.press("New milestone")
        reader.write("Something realistic", TITLE)
        reader.check_names()
        desk.key("Escape")
        reader.press("Discard")
        reader.is_gone(name="Something realistic")
        desk.run("milestone", "add", TITLE, "--ritual", self.ritual, "--number", "3", "--since", self.days[-1])
        reader.find(contains=f"{TITLE}. 1 of 3 moments of “Quiet evenings”.")
        self.step("a milestone says how far it has got, in words, beside its bridge")

    def open(self):
        reader = self.reader
        reader.press(self.card())
        reader.find(name="Back to Celebrate")
        reader.find(contains="1 of 3 moments")
        reader.check_names()
        self.desk.key("Escape")
        reader.is_gone(name="Back to Celebrate")
        self.step("it is opened in the page, and Escape leads back")
        reader.press(self.card())
        reader.find(name="Back to Celebrate")
        reader.press("Back to Celebrate")
        self.desk.key("ctrl+f")
        wait_for("the search", lambda: reader.focused() == "Search small wins")
        self.desk.key("Escape")
        self.step("so does its button, and a key right after it leads to the search")

    def card(self):
        """The whole name of the card: what it says."""
        return next(node.get_name() for node in self.reader.find_all(contains=f"{TITLE}. "))

    def keep(self):
        """One moment on the command line, and the last one in the window."""
        desk, reader = self.desk, self.reader
        desk.run("keep", f"{self.ritual}@{self.days[1]}T00:05")
        reader.find(contains=f"{TITLE}. 2 of 3 moments")
        desk.key("alt+1")
        reader.press("We Did It: Quiet evenings")
        reader.find(name="Milestone Reached")
        reader.find(contains="3 of 3 moments")
        self.step("with the last kept moment its celebration opens by itself")

    def celebrate(self):
        reader = self.reader
        reader.check_names()
        reader.write("What made it possible", "The phones stayed in the hall", role=("text", "entry"))
        reader.press("Something good to eat")
        # It is one's own: the other one reads of it only because of this.
        reader.press("Into the log, which both of you read", role=("switch", "toggle button", "check box"))
        reader.press("Celebrate", role="push button")
        reader.is_gone(name="Milestone Reached")
        wait_for("it to be reached", lambda: self.milestones()[0]["state"] == "reached")
        assert self.milestones()[0]["mark"] == "Something good to eat", self.milestones()
        entry = json.loads(self.desk.run("win", "list", "--json"))[0]
        assert (entry["text"], entry["meant"]) == (TITLE, "The phones stayed in the hall"), entry
        reader.find(name="Undo")
        self.step("what made it possible and how it is marked are kept, with an Undo")

    def find(self):
        desk, reader = self.desk, self.reader
        desk.key("alt+4")
        reader.find(contains="1 resting or reached")
        desk.key("ctrl+f")
        reader.find(name="Search small wins")
        desk.type("phones hall")
        reader.find(contains="The phones stayed in the hall")
        self.step("it is in the log, and found by what made it possible")

    def run(self):
        self.set_up()
        self.add()
        self.open()
        self.keep()
        self.celebrate()
        self.find()


if __name__ == "__main__":
    main(Milestone)
