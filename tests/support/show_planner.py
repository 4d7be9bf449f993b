# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""show_planner.py FOOTBRIDGE WINDOW APP-ID FOLDER: "./dev run" where there is no display.

The same programs in a home, a session bus and an X server of their own, with sample data. The window is opened
through the service, a reminder comes due while it is open and is shown by a real notification daemon. Pictures go to
FOLDER and their names to the standard output.
"""

import datetime
import json
import subprocess
import sys

from camera import Camera
from desk import Desk, wait_for
import sample

def say(text):
    print(text, file=sys.stderr, flush=True)


def desk_now(desk, later=0):
    """The local time on the desk, which has a zone of its own, some seconds later."""
    text = subprocess.run(["date", "-d", f"+{later} seconds", "+%Y-%m-%dT%H:%M:%S"], env=desk.env, check=True,
                          capture_output=True, text=True).stdout.strip()
    return datetime.datetime.fromisoformat(text)


def main(program, window, app_id, folder):
    with Desk(program, window, app_id, size="1280x800") as desk:
        camera = Camera(desk, folder)

        say("Entering sample data: eight weeks of two people who do not exist")
        sample.seed(desk, desk_now(desk))
        desk.shift = None
        desk.write_environment()

        # Rituals begin at full minutes; the pictures of the pages are taken while this one comes near.
        soon = (desk_now(desk, 90)).replace(second=0)
        # It shall come at whatever hour this is run: the sample's quiet hours would hold it back at night.
        for hours in json.loads(desk.run("hours", "list", "--json")):
            desk.run("hours", "remove", hours["id"])
        desk.run("reminders", "on", "--titles", "on")
        desk.add_agreed("--title", "A reminder to look at (sample)", "--start", soon.isoformat(), "--rule",
                 "none", "--minutes", "5", "--smaller", "One minute", "--remind", "0",
                 "--when-then", "When this reminder arrives, we look up from what we are doing.")

        say("Opening the window")
        desk.start([program])
        xid = camera.window()
        camera.focus(xid)
        camera.resize(xid, 860, 800)
        # What the sample left open is told in one notification; it shall not stand for the one that comes.
        camera.wait_until_still(xid)
        desk.dunstctl("close-all")
        for number, page in ((1, "today"), (2, "rituals"), (3, "boundaries"), (4, "celebrate")):
            desk.key(f"alt+{number}")
            camera.shoot(f"run-{page}", xid)
        desk.key("alt+1")

        say(f"Waiting for the reminder at {soon:%H:%M}")
        wait_for("the reminder", lambda: desk.shown_notifications() > 0, seconds=120, every=0.5)
        camera.shoot("run-reminder")

    say("All of this was sample data; it is gone again. With a display, ./dev run opens your own planner.")


if __name__ == "__main__":
    main(*sys.argv[1:])
