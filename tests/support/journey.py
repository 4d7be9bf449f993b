# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every journey through the real programs needs: a desk, a reader, steps that are told as TAP."""

import os
import signal
import sys
import traceback

from desk import Desk

PATIENCE_SECONDS = 400


class Journey:
    """A way through the programs on a desk; run() goes it."""

    def __init__(self, desk):
        self.desk = desk
        self.reader = None
        self.steps = 0

    def step(self, name):
        self.steps += 1
        print(f"ok {self.steps} - {name}", flush=True)

    def read(self):
        """The reader of the window that is there or comes; the accessibility bus is found through our environment."""
        desk = self.desk
        os.environ.update({key: desk.env[key] for key in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")})
        from screen_reader import Reader
        self.reader = Reader(desk.app_id, desk)
        self.reader.wait_for_application()
        return self.reader

    def run(self):
        raise NotImplementedError


def main(journey_class):
    """Goes a journey with the programs that the command line names, and ends the process with 0 when it got there."""
    program, window, app_id = sys.argv[1:4]
    signal.alarm(PATIENCE_SECONDS)
    with Desk(program, window, app_id) as desk:
        journey = journey_class(desk)
        try:
            journey.run()
        except Exception:
            traceback.print_exc()
            if "--keep" in sys.argv:
                desk.screenshot("/tmp/journey.png")
            if journey.reader:
                print("\n".join("# " + line for line in journey.reader.outline().splitlines()))
            print(f"not ok {journey.steps + 1} - the next step")
            print(f"1..{journey.steps + 1}")
            sys.exit(1)
    print(f"1..{journey.steps}")
    sys.exit(0)
