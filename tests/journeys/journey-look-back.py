#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Some weeks of a record → look back from Reflect → another range → the same as a table → the wheel over both, and sideways
→ a picture as SVG and as PNG.

Usage: journey-look-back.py FOOTBRIDGE FOOTBRIDGE-WINDOW APP-ID [--keep]

By a screen reader's actions, the keyboard and the wheel of a mouse, in the real programs. Prints TAP.
"""

import datetime
import os
import subprocess
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
        reader.press(f"Show “{TITLE}” as a table")
        rows = wait_for("the rows", lambda: reader.find_all(contains="Week from", role="list item"))
        assert len(rows) == 4 and all("Small wins" in node.get_name() for node in rows), [node.get_name() for node in rows]
        reader.check_names()
        reader.press(f"Show “{TITLE}” as a table")
        reader.is_gone(contains="Week from", role="list item")
        reader.find(name=TITLE, role="image")
        self.step("the same is read as a table, a row for each week that has something")

    def xdotool(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self.desk.env, check=True)

    def resize(self, width, height):
        self.xdotool("windowsize", "--sync", self.desk.env_window(), width, height)
        wait_for("the new size", lambda: self.desk.window_size() == (width, height))

    def place(self, **what):
        """Where the last one is in the window; the card on Reflect, which is under the page, has a picture of the same name."""
        from gi.repository import Atspi
        node = wait_for("its place", lambda: (self.reader.find_all(**what) or [None])[-1])
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    def point(self, **what):
        """The pointer goes onto a part of it that shows."""
        x, y, width, height = self.place(**what)
        left, top = self.desk.window_origin()
        all_width, _ = self.desk.window_size()
        self.xdotool("mousemove", left + (max(x, 0) + min(x + width, all_width)) // 2, top + y + height // 2)

    def turn(self, button, moves, stays, shift=False, **what):
        """Turns the wheel a notch over it, until that has moved it along the one axis; along the other it stays."""
        self.point(**what)
        before = self.place(**what)
        click = ("keydown", "shift", "click", button, "keyup", "shift") if shift else ("click", button)
        self.xdotool(*click)
        wait_for("the wheel to move it", lambda: self.place(**what)[moves] != before[moves])
        after = self.place(**what)
        assert after[stays] == before[stays], (button, shift, before, after)
        # Back, as it was.
        self.xdotool(*("keydown", "shift", "click", button - 1, "keyup", "shift") if shift else ("click", button - 1))
        wait_for("the wheel to move it back", lambda: self.place(**what) == before)

    def turn_wheel(self):
        reader = self.reader
        picture = {"name": TITLE, "role": "image"}
        size = self.desk.window_size()
        self.resize(800, 600)
        self.turn(5, 1, 0, **picture)
        reader.press(f"Show “{TITLE}” as a table")
        self.turn(5, 1, 0, contains="Week from", role="list item")
        reader.press(f"Show “{TITLE}” as a table")
        self.step("the wheel scrolls the page, over a picture and over a table, too")

        self.resize(360, 600)
        reader.press("A Year")
        reader.find(contains="6 shared moments in the last year")
        wait_for("the newest weeks", lambda: self.place(**picture)[0] < 0)
        self.turn(5, 1, 0, **picture)
        # Its end shows at first.
        self.xdotool("keydown", "shift", "click", 4, "keyup", "shift")
        self.turn(5, 0, 1, shift=True, **picture)
        self.turn(7, 0, 1, **picture)
        reader.press("Eight Weeks")
        self.resize(*size)
        self.step("where a picture has no room, a wheel that goes sideways moves it, and one that does not the page")

    def choose(self, path):
        """The dialog is the toolkit's: a whole path typed over the proposed name."""
        self.reader.find(name="Save", role="push button")
        self.desk.key("ctrl+a")
        self.desk.type(path)
        self.desk.key("Return")

    def save(self, kind):
        desk, reader = self.desk, self.reader
        path = os.path.join(desk.folder, f"moments.{kind}")
        before = set(desk.windows())
        reader.press(f"Save the picture “{TITLE}”")
        reader.press(f"Save Picture as {kind.upper()}…")
        wait_for("the dialog", lambda: set(desk.windows()) - before)
        if kind == "svg":
            self.choose("/proc/moments.svg")
            reader.find(name="Nothing may be written into /proc. Nothing was saved; choose another place.")
            reader.check_names()
            reader.press("Another Place…")
        self.choose(path)
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
        self.step("a picture is saved as SVG, at the second place that is named, and as PNG, readable by its owner alone and "
                  "without a name in it")

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
        self.turn_wheel()
        self.save_both()
        self.leave()


if __name__ == "__main__":
    main(LookBack)
