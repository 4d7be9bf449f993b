#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pause by the keyboard → window and service killed → the return → ready and ready → the talk → the recovery window → the look
back → what it has taught.

Usage: journey-pause.py FOOTBRIDGE FOOTBRIDGE-WINDOW APP-ID [--keep]

In the real programs, by a screen reader's actions and the keyboard. Between the steps everything is killed, and the clock
stands later when it is opened again, as after a night. Prints TAP.
"""

import datetime
import json
import os
import signal
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from desk import wait_for  # noqa: E402
from journey import Journey, main  # noqa: E402

BEGIN = datetime.datetime(2026, 11, 22, 20, 25)


class Pause(Journey):
    def status(self):
        return json.loads(self.desk.run("pause", "status", "--json"))

    def wait_for_state(self, state):
        wait_for(f"the pause to come to {state}", lambda: self.status()["state"] == state)

    def is_calm(self):
        """It says when the two are back together: twenty minutes after the press, however long that took to come."""
        self.wait_for_state("cooling")
        self.reader.find(contains=f"Back together at {self.status()['return_at'][11:16]}")

    def kill(self):
        """Everything, at once, without a word."""
        desk = self.desk
        windows = {int(subprocess.run(["xdotool", "getwindowpid", window], env=desk.env, check=True, capture_output=True,
                                      text=True).stdout) for window in desk.windows()}
        # A window that still saw the service go would have it started again.
        for pid in [*windows, desk.service_pid()]:
            os.kill(pid, signal.SIGKILL)
        wait_for("the windows to go", lambda: not desk.windows())
        wait_for("the service to go", lambda: not desk.service_pid())

    def open(self, **later):
        """As a person does it, later: the service starts, and opens the window."""
        desk = self.desk
        desk.shift_clock_to(str(BEGIN + datetime.timedelta(**later)))
        desk.write_environment()
        desk.start([desk.program], env=desk.footbridge_env())
        wait_for("the window", desk.windows, seconds=60)
        return self.read()

    def be_asked_who(self, name):
        """The two of them pass this computer on, so it may ask who is there."""
        reader = self.reader
        wait_for("anything to press", lambda: reader.find_all(role="push button"))
        if reader.find_all(contains="Who is here?"):
            reader.click(reader.find(name=f"I Am {name}"))

    def call(self):
        desk = self.desk
        reader = self.open()
        reader.find(name="Pause", role="push button")
        reader.check_names()
        # Out of a menu, which has all keys to itself.
        desk.key("F10")
        reader.find(name="Preferences", role="menu item")
        desk.key("ctrl+shift+p")
        self.is_calm()
        reader.press("Take Back")
        reader.find(name="Pause", role="push button")
        # Out of an editor, too, which is put away.
        desk.key("ctrl+n")
        wait_for("the editor", lambda: len(desk.windows()) == 2)
        reader.find(name="Save", role="push button")
        desk.key("ctrl+shift+p")
        self.is_calm()
        wait_for("the editor to be put away", lambda: len(desk.windows()) == 1)
        # What goes leaves the keyboard to nobody here, where a desktop gives it to the window below.
        desk.focus_window()
        wait_for("the words to be in focus", lambda: reader.focused().startswith("Paused."))
        reader.find(contains="A walk & a <song>")
        reader.is_gone(name="Add")
        reader.check_names()
        self.step("one press, in an editor even, and it is calm: the words have the focus, one's own list is there")

    def come_back(self):
        self.kill()
        reader = self.open(minutes=5)
        self.is_calm()
        reader.find(contains=" minutes.")
        reader.check_names()
        self.step("killed and opened again, the pause is where it was")

        self.kill()
        reader = self.open(minutes=25)
        reader.find(contains="Alex, would you like to come back to it now?")
        reader.check_names()
        reader.press("Ready")
        reader.find(contains="Pass the computer to Robin")
        reader.is_gone(contains="would you like to come back")
        self.step("the one is asked, and then the computer is passed on")

        # Nothing that was answered is lost, and nothing is told.
        self.kill()
        reader = self.open(minutes=26)
        self.be_asked_who("Robin")
        if not reader.find_all(contains="Robin, would you"):
            reader.press("Pass the Computer")
            reader.click(reader.find(name="I Am Robin"))
        reader.find(contains="Robin, would you like to come back to it now?")
        reader.check_names()
        reader.press("Ready")
        reader.find(contains="One topic, two minutes each")
        self.wait_for_state("re-entry")
        self.step("the other one is asked alone, and both being ready leads to the talk")

    def talk(self):
        desk, reader = self.desk, self.reader
        reader.write("One topic", "Who calls the landlord")
        reader.check_names()
        reader.press("Begin")
        wait_for("the first turn", lambda: self.status()["turn"] == 1)
        assert self.status()["topic"] == "Who calls the landlord", self.status()
        reader.find(contains="About two minutes.")
        # A talk can be led from anywhere: the window follows.
        desk.run("pause", "next-turn")
        reader.find(contains="Robin speaks")
        reader.press("Pass the Turn")
        wait_for("the third turn", lambda: self.status()["turn"] == 3)
        reader.find(contains="Alex speaks")
        self.step("they take turns, and the topic is kept")

        reader.press("Pause Again")
        reader.find(contains="Paused.")
        reader.press("Take Back")
        reader.find(contains="Alex speaks")
        self.step("pausing again is possible, and so is taking it back")

        reader.press("We Are Done for Now")
        reader.find(contains="Recovery window until")
        self.wait_for_state("recovery")
        self.step("the talk ends, and the recovery window begins")

    def look_back(self):
        desk = self.desk
        self.kill()
        reader = self.open(hours=47)
        self.be_asked_who("Alex")
        reader.press("Follow-Up")
        reader.write("How does it feel now?", "Lighter")
        reader.check_names()
        desk.key("ctrl+Return")
        wait_for("the follow-up to close", lambda: len(desk.windows()) == 1)
        self.step("in the recovery window there is a short follow-up")

        self.kill()
        reader = self.open(hours=50)
        self.be_asked_who("Alex")
        reader.press("Look Back")
        reader.write("What helped?", "The walk")
        reader.write("What did it teach you?", "We begin too late in the evening")
        reader.write("What will you do another way?", "Saturday mornings")
        reader.check_names()
        desk.key("ctrl+Return")
        reader.find(contains="Lessons from Pauses")
        reader.find(contains="We begin too late in the evening")
        reader.find(contains="Saturday mornings")
        reader.check_names()
        log = json.loads(desk.run("pause", "log", "--json"))
        assert [(pause["state"], pause["lesson"]) for pause in log] == [("review", "We begin too late in the evening")], log
        self.step("after it the look back, and what it has taught stands in the log")

    def run(self):
        desk = self.desk
        desk.shift_clock_to(str(BEGIN))
        desk.write_environment()
        desk.run("setup", "--me", "Alex", "--partner", "Robin", "--reminders", "on")
        desk.run("soothing", "add", "A walk & a <song>")
        self.call()
        self.come_back()
        self.talk()
        self.look_back()


if __name__ == "__main__":
    main(Pause)
