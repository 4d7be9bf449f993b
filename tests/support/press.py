#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""press.py APP-ID WHAT…: presses buttons of a window by their names, one after the other; "NAME=TEXT" writes into a field.

"NAME*" is any name that begins so. A process knows one accessibility bus only, that of its environment, so this is a
program for those who lead several desks at the same time.
"""

import os
import sys

from desk import Desk, wait_for
from screen_reader import PRESSABLE, Reader, can_be_pressed, said


class OpenDesk(Desk):
    """A desk that is there already, and is somebody else's to close."""

    def __init__(self, app_id):  # pylint: disable=super-init-not-called
        self.app_id, self.env = app_id, dict(os.environ)


def press_beginning(reader, beginning):
    def find():
        return next((node for node in reader.find_all(contains=beginning, role=tuple(PRESSABLE))
                     if said(node).startswith(beginning) and can_be_pressed(node)), None)

    wait_for(f"a button “{beginning}…”", find).get_action_iface().do_action(0)


def main(app_id, *what):
    reader = Reader(app_id, OpenDesk(app_id))
    reader.wait_for_application()
    for name in what:
        field, is_field, text = name.partition("=")
        if is_field:
            reader.write(field, text)
        elif name.endswith("*"):
            press_beginning(reader, name[:-1])
        else:
            reader.press(name)


if __name__ == "__main__":
    main(*sys.argv[1:])
