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
from desk import Desk
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

# What else there is, and the keys that open it from a page: (name, page, keys)
EDITORS = [
    ("catalogue", "rituals", ["ctrl+shift+n"]),
    ("new-win", "celebrate", ["ctrl+n"]),
    ("preferences", "today", ["ctrl+comma"]),
    ("shortcuts", "today", ["ctrl+question"]),
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

    def pages(self):
        for page in PAGES:
            self.open("--page", page)
            for width, height in SIZES:
                self.camera.resize(self.xid, width, height)
                self.camera.shoot(f"{page}-{self.scheme}-{width}", self.xid)
            self.close()

    def editors(self):
        for name, page, keys in EDITORS:
            for width, height in SIZES:
                self.open("--page", page)
                self.camera.resize(self.xid, width, height)
                self.camera.wait_until_still(self.xid)
                for key in keys:
                    self.desk.key(key)
                self.camera.shoot(f"{name}-{self.scheme}-{width}")
                self.close()

    def ritual(self, ritual):
        self.open("--open", ritual)
        for width, height in SIZES:
            self.camera.resize(self.xid, width, height)
            self.camera.shoot(f"ritual-{self.scheme}-{width}", self.xid)
        self.close()

    def one(self, name):
        """Whatever the window shows by itself, in every size."""
        self.open()
        for width, height in SIZES:
            self.camera.resize(self.xid, width, height)
            self.camera.shoot(f"{name}-{self.scheme}-{width}", self.xid)
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
            studio.one("empty-today")

    with Desk(program, window, app_id, size="1280x800") as desk:
        print("Entering sample data", file=sys.stderr)
        rituals = sample.seed(desk, NOW)
        desk.write_environment()
        camera = Camera(desk, folder)
        for scheme in schemes:
            studio = Studio(desk, camera, scheme)
            studio.pages()
            studio.ritual(rituals["five-quiet-minutes"])
            studio.editors()


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except subprocess.CalledProcessError as error:
        sys.exit(f"{error.cmd[0]} did not work: {error.stderr}")
