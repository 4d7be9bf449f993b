# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py FOOTBRIDGE WINDOW APP-ID FOLDER [SCHEME…]: pictures of every page, to be looked at.

Light, dark and high contrast; narrow as a phone, a small window, wide. The clock stands at a Sunday evening and the
data is a sample, so that two runs on one machine give the same pictures.
"""

import datetime
import subprocess
import sys

from camera import Camera
from desk import Desk, wait_for
import sample

NOW = datetime.datetime(2026, 11, 22, 18, 20)

SCHEMES = {
    "light": {},
    "dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"},
    "contrast": {"ADW_DEBUG_HIGH_CONTRAST": "1"},
    "contrast-dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark", "ADW_DEBUG_HIGH_CONTRAST": "1"},
}
SIZES = [(360, 640), (800, 600), (1280, 800)]
PAGES = ["today", "rituals", "celebrate"]

# What opens above the window: (name, page it is opened from, key)
DIALOGS = [
    ("ritual-editor", "rituals", "ctrl+shift+n"),
    ("win-editor", "celebrate", "ctrl+n"),
    ("preferences", "today", "ctrl+comma"),
    ("shortcuts", "today", "ctrl+question"),
]


class Studio:
    """Opens the window in one scheme, and closes it again."""

    def __init__(self, desk, camera, scheme):
        self.desk, self.camera, self.scheme = desk, camera, scheme

    def open(self, *words):
        env = {**self.desk.footbridge_env(), **SCHEMES[self.scheme]}
        self.process = self.desk.start([self.desk.window, *words], env=env)
        self.xid = self.camera.window()
        self.camera.focus(self.xid)

    def close(self):
        self.process.terminate()
        self.process.wait(10)

    def sizes(self, name, xid):
        for width, height in SIZES:
            self.camera.resize(xid, width, height)
            self.camera.shoot(f"{name}-{self.scheme}-{width}", xid)

    def one(self, name, *words):
        """What the window shows when it is opened with these words."""
        self.open(*words)
        self.sizes(name, self.xid)
        self.close()

    def catalogue(self):
        """By the button of an empty Today, “Choose a Ritual”."""
        self.open("--page", "today")
        self.camera.resize(self.xid, *SIZES[-1])
        self.camera.wait_until_still(self.xid)
        self.desk.key("alt+r")
        self.sizes("catalogue", self.xid)
        self.close()

    def dialogs(self):
        for name, page, key in DIALOGS:
            self.open("--page", page)
            self.camera.resize(self.xid, *SIZES[-1])
            self.camera.wait_until_still(self.xid)
            self.desk.key(key)
            dialog = wait_for(name, lambda: self.desk.env_window() not in (None, self.xid) and self.desk.env_window())
            self.sizes(name, dialog)
            self.close()


def main(program, window, app_id, folder, *schemes):
    schemes = schemes or tuple(SCHEMES)

    with Desk(program, window, app_id, size="1280x800") as desk:
        desk.shift_clock_to(str(NOW))
        desk.write_environment()
        camera = Camera(desk, folder)
        for scheme in schemes:
            Studio(desk, camera, scheme).one("first-run")
        desk.run("setup", "--me", sample.ME, "--reminders", "off")
        for scheme in schemes:
            studio = Studio(desk, camera, scheme)
            for page in PAGES:
                studio.one(f"empty-{page}", "--page", page)
            studio.catalogue()

    with Desk(program, window, app_id, size="1280x800") as desk:
        print("Entering sample data", file=sys.stderr)
        rituals = sample.seed(desk, NOW)
        desk.run("reminders", "on")
        desk.write_environment()
        camera = Camera(desk, folder)
        for scheme in schemes:
            studio = Studio(desk, camera, scheme)
            for page in PAGES:
                studio.one(page, "--page", page)
            studio.one("ritual", "--open", rituals["five-quiet-minutes"])
            studio.dialogs()


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except subprocess.CalledProcessError as error:
        sys.exit(f"{error.cmd[0]} did not work: {error.stderr}")
