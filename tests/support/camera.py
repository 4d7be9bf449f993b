# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of a desk, taken when it stands still."""

import os
import subprocess
import time

from desk import wait_for


class Camera:
    """Takes pictures of what is on a desk and says where they are."""

    def __init__(self, desk, folder):
        self.desk, self.folder = desk, folder
        self.taken = []

    def picture(self, window="root"):
        """A PNG file, without the time at which it was taken."""
        return subprocess.run(["import", "-window", str(window), "-strip", "-define", "png:exclude-chunks=date,time",
                               "png:-"], env=self.desk.env, check=True, capture_output=True).stdout

    def wait_until_still(self, window="root", seconds=8.0):
        """Until two pictures in a row are the same, animations have ended and everything is drawn; gives the last."""
        end = time.monotonic() + seconds
        last, now = None, self.picture(window)
        while now != last and time.monotonic() < end:
            time.sleep(0.2)
            last, now = now, self.picture(window)
        return now

    def shoot(self, name, window="root"):
        path = os.path.join(self.folder, f"{name}.png")
        with open(path, "wb") as file:
            file.write(self.wait_until_still(window))
        self.taken.append(path)
        print(path, flush=True)
        return path

    def window(self, seconds=40):
        """The window of Footbridge, once it is on the screen."""
        return wait_for("Footbridge's window", self.desk.env_window, seconds=seconds)

    def focus(self, window):
        """There is no window manager on the desk that would."""
        subprocess.run(["xdotool", "windowfocus", "--sync", window], env=self.desk.env, check=True)

    def resize(self, window, width, height):
        subprocess.run(["xdotool", "windowmove", window, "0", "0", "windowsize", window, str(width), str(height)],
                       env=self.desk.env, check=True)
        time.sleep(0.2)
