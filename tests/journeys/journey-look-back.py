#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Some weeks of a record → look back from Reflect → another range → the same as a table → a picture as SVG and as PNG.

Usage: journey-look-back.py FOOTBRIDGE FOOTBRIDGE-WINDOW APP-ID [--keep]

By a screen reader's actions and the keyboard, in the real programs. Prints TAP.
"""

import datetime
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from desk import wait_for  # noqa: E402
from journey import Journey, main  # noqa: E402

TITLE = "Shared Moments by Week"


class LookBack(Journey):
    def set_up(self):
        """Six small wins, the oldest from a time before the last eight weeks."""
        desk = self.desk
        desk.run("setup", "--me", "Alex", "--partner", "Robin", "--reminders", "off")
        today = datetime.date.today()
        for ago in (0, 1, 8, 15, 22, 100):
            desk.run("win", "add", "Tea & toast", "--on", (today - datetime.timedelta(days=ago)).isoformat())

    def open(self):
        desk = self.desk
        desk.run()
        reader = self.read()
        reader.find(name="Alex is here")
        desk.focus_window()
        desk.key("alt+5")
        reader.find(contains="5 shared moments in the last 8 weeks")
        reader.press("Look Back")
        reader.find(name="Back", role="push button")
        reader.find(name=TITLE, role="image")
        reader.find(name="from 5 entries")
        reader.check_names()
        self.step("the card on Reflect opens the pictures, and each is named and says on how many entries it rests")

    def change_range(self):
        reader = self.reader
        reader.press("A Year")
        reader.find(contains="6 shared moments in the last year")
        reader.press("All")
        reader.find(contains="6 shared moments since")
        reader.press("Eight Weeks")
        reader.find(contains="5 shared moments in the last 8 weeks")
        self.step("another range is chosen, and one comes back to the first")

    def read_table(self):
        reader = self.reader
        reader.press("Show as table")
        rows = wait_for("the rows", lambda: reader.find_all(contains="Week from", role="list item"))
        assert len(rows) == 4 and all("Small wins" in node.get_name() for node in rows), [node.get_name() for node in rows]
        reader.check_names()
        reader.press("Show as table")
        reader.is_gone(contains="Week from", role="list item")
        reader.find(name=TITLE, role="image")
        self.step("the same is read as a table, a row for each week that has something")

    def save(self, kind):
        """The dialog is the toolkit's: a whole path typed over the proposed name."""
        desk, reader = self.desk, self.reader
        path = os.path.join(desk.folder, f"moments.{kind}")
        before = set(desk.windows())
        reader.press("Save picture")
        reader.press(f"Save Picture as {kind.upper()}…")
        wait_for("the dialog", lambda: set(desk.windows()) - before)
        reader.find(name="Save", role="push button")
        desk.key("ctrl+a")
        desk.type(path)
        desk.key("Return")
        wait_for("the file", lambda: os.path.exists(path) and os.path.getsize(path) > 0)
        reader.find(contains="Picture saved")
        wait_for("the dialog to go", lambda: set(desk.windows()) == before)
        with open(path, "rb") as file:
            data = file.read()
        assert os.stat(path).st_mode & 0o777 == 0o600, oct(os.stat(path).st_mode)
        for name in (b"Alex", b"Robin", b"toast"):
            assert name not in data, name
        return data

    def save_both(self):
        svg = self.save("svg")
        assert b"<svg" in svg and b"</svg>" in svg, svg[:100]
        png = self.save("png")
        assert png.startswith(b"\x89PNG\r\n"), png[:10]
        self.step("a picture is saved as SVG and as PNG, readable by its owner alone and without a name in it")

    def leave(self):
        self.desk.key("Escape")
        self.reader.is_gone(name="A Year")
        self.reader.find(name="Look Back")
        self.step("Escape leads back to Reflect")

    def run(self):
        self.set_up()
        self.open()
        self.change_range()
        self.read_table()
        self.save_both()
        self.leave()


if __name__ == "__main__":
    main(LookBack)
