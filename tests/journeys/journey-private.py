#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write private → hand over → nothing visible → share one sentence → opened.

Usage: journey-private.py FOOTBRIDGE FOOTBRIDGE-WINDOW APP-ID [--keep]

Everything is done as a person would: by a screen reader's actions and by the keyboard, in the real programs, with the real
Argon2id. What was written privately is looked for in the accessible tree, in the files and in the logs. Prints TAP.
"""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from journey import Journey, main  # noqa: E402
from screen_reader import Atspi  # noqa: E402

PASSPHRASE = "plate walnut river"
PLANTED = "Quagmirelike"
SENTENCE = "I am glad that you stayed."
WRITTEN = f"{PLANTED} evening. {SENTENCE}"
BEGUN = "Halfwaythrough"


class Private(Journey):
    def look(self, name):
        """For whoever photographs this."""

    def texts(self):
        """Everything that a screen reader could say, in all windows: names, descriptions and contents."""
        for node in self.reader.walk():
            yield node.get_name() or ""
            yield node.get_description() or ""
            text = node.get_text_iface()
            if text is not None:
                # Newer versions have another method of that name in its way.
                yield Atspi.Text.get_text(text, 0, -1) or ""

    def assert_hidden(self, *words):
        said = "\n".join(self.texts())
        for word in words:
            assert word not in said, f"“{word}” can still be read"

    def assert_in_no_file(self, *words):
        for folder, _, names in os.walk(self.desk.folder):
            for name in names:
                path = os.path.join(folder, name)
                if not os.path.isfile(path) or os.path.islink(path):
                    continue
                with open(path, "rb") as file:
                    contents = file.read()
                for word in words:
                    assert word.encode() not in contents, f"“{word}” stands in {path}"

    def set_up(self):
        desk = self.desk
        desk.run("setup", "--me", "Alex", "--partner", "Robin")
        desk.run()
        reader = self.read()
        reader.find(contains="Nothing planned")
        desk.focus_window()
        desk.key("alt+5")
        self.look("door-none")
        reader.press("Set Up…")
        reader.find(name="Once more")
        reader.check_names()
        self.look("set-up")
        desk.type(PASSPHRASE)
        desk.key("Tab", "Tab")
        desk.type(PASSPHRASE)
        reader.press("Make It")
        reader.find(contains="Type group")
        code = next(name for name in (node.get_name() or "" for node in reader.walk())
                    if re.fullmatch(r"([0-9A-Z]{5} ){6}[0-9A-Z]{5}", name))
        reader.check_names()
        self.look("code")
        group = int(re.search(r"Type group (\d)", reader.find(contains="Type group").get_name())[1])
        desk.type("wrong")
        reader.press("Done")
        reader.find(contains="That is another group")
        desk.key("ctrl+a")
        desk.type(code.split()[group - 1].lower())
        reader.press("Done")
        reader.find(contains="Nothing is written here yet")
        self.step("a private space is made, and its code goes once somebody has it")
        return code

    def write(self, text):
        # A menu that opens where nobody sees it closes at once in later versions of GTK, so it is brought into view first.
        self.desk.focus_window()
        self.desk.key("ctrl+f")
        self.reader.wait_until_in_view("Write")
        self.reader.press("Write")
        self.reader.press("Journal")
        self.reader.find(name="Your words")
        self.desk.type(text)

    def write_and_share(self):
        reader = self.reader
        self.look("empty")
        self.write(WRITTEN)
        reader.check_names()
        self.look("editor")
        reader.press("Save")
        reader.find(contains=PLANTED)
        self.look("inside")
        reader.check_names()
        self.step("what is written stands in the private space")

        reader.find(contains=PLANTED, role=("list item", "button"))
        # By the keyboard, which brings it into view: past the search and the button beside it.
        self.desk.focus_window()
        self.desk.key("ctrl+f", "Tab", "Tab", "Return")
        reader.press("Share Some Words…")
        reader.write("Words to share: change them as you like", SENTENCE)
        reader.find(contains="Robin will see just this")
        reader.check_names()
        self.look("share")
        reader.press("Share")
        reader.find(contains="Waiting for Robin")
        self.desk.key("Escape")
        reader.find(name="Take these words back")
        self.look("shared")
        self.step("one sentence is shared, seen first as the other one will see it")

    def lock(self):
        desk, reader = self.desk, self.reader
        self.write(BEGUN)
        desk.key("ctrl+l")
        reader.find(name="Unlock…")
        self.look("door-locked")
        self.assert_hidden(PLANTED, BEGUN, SENTENCE, "Take Back")
        self.assert_in_no_file(PLANTED, BEGUN)
        self.step("locked, nothing of it can be read: not in the window, not in a file, not in a log")

        reader.press("Unlock…")
        reader.find(name="Use the Recovery Code")
        self.look("unlock")
        reader.write("Passphrase", "something else")
        reader.press("Unlock")
        reader.find(contains="This passphrase does not open")
        reader.write("Passphrase", PASSPHRASE)
        reader.press("Unlock")
        reader.find(contains="Draft")
        reader.find(contains=BEGUN)
        self.look("draft")
        self.step("what was begun has become a draft")

    def pass_to(self, name):
        self.desk.focus_window()
        self.desk.key("ctrl+shift+h")
        self.reader.find(contains=f"Pass the computer to {name}")
        self.assert_hidden(PLANTED, BEGUN)
        self.look("cover")
        self.reader.click(self.reader.find(name=f"I Am {name}", role="label"))

    def hand_over(self):
        desk, reader = self.desk, self.reader
        self.pass_to("Robin")
        reader.find(contains="Alex shares some words with you")
        self.assert_hidden(PLANTED, BEGUN, SENTENCE)
        self.look("waiting")
        desk.focus_window()
        desk.key("alt+5")
        reader.find(name="Set Up…")
        self.assert_hidden(PLANTED, BEGUN, SENTENCE)
        self.step("handed over, nothing of Alex's shows but that some words wait")

        reader.press("Open the words that are shared with you")
        reader.find(name=SENTENCE)
        reader.check_names()
        self.look("opened")
        self.assert_hidden(PLANTED, BEGUN)
        self.step("Robin opens the words")

    def come_back(self, code):
        desk, reader = self.desk, self.reader
        self.pass_to("Alex")
        desk.focus_window()
        desk.key("alt+5")
        reader.press("Unlock…")
        reader.press("Use the Recovery Code")
        reader.find(contains="Capitals, spaces and dashes")
        reader.write("Recovery code", code.replace(" ", "-").lower())
        reader.press("Unlock")
        reader.write("New passphrase", "another walnut entirely")
        reader.write("Once more", "another walnut entirely")
        reader.press("Change")
        # It takes a while, and says that it is done; what is said before that is not to be read any more.
        reader.is_gone(name="New passphrase")
        reader.find(contains=PLANTED)
        reader.press("Take these words back")
        reader.find(contains="These words can no longer be taken back.")
        self.step("the code opens it again, and words that were opened stay")

    def run(self):
        code = self.set_up()
        self.write_and_share()
        self.lock()
        self.hand_over()
        self.come_back(code)


if __name__ == "__main__":
    main(Private)
