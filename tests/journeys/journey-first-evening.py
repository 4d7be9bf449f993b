#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""First run → template → reminder with the window closed → "We did it" → a win → found in Celebrate → a reminder answered with a word.

Usage: journey-first-evening.py FOOTBRIDGE FOOTBRIDGE-WINDOW APP-ID [--keep]

Everything is done as a person would: by a screen reader's actions, by the keyboard, and by the
notification's own button, in the real programs, with a real notification daemon. Prints TAP.
"""

import datetime
import json
import os
import sys
import time
from zoneinfo import ZoneInfo

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from desk import wait_for  # noqa: E402
from journey import Journey, main  # noqa: E402

TITLE = "Five quiet minutes"


class FirstEvening(Journey):
    def rituals(self):
        return json.loads(self.desk.run("ritual", "list", "--json"))

    def first_run(self):
        desk = self.desk
        desk.run()
        reader = self.read()
        reader.find(contains="Whom it is not for")
        reader.check_names()
        reader.press("Begin")
        self.step("the first page says what this is and whom it is not for")

        reader.write("Your name", "Robin")
        reader.write("The other’s name", "Kim")
        reader.press("Continue")
        reader.check_names()
        reader.press("None for Now")
        self.step("names are asked for once, and a first ritual is offered, not pressed")

        reader.press("Turn Reminders On")
        reader.find(contains="Nothing planned")
        people = json.loads(desk.run("person", "list", "--json"))
        assert [person["name"] for person in people] == ["Robin", "Kim"], people
        reader.check_names()
        self.step("Today is calm and empty")

    def choose_template(self):
        desk, reader = self.desk, self.reader
        desk.key("alt+2")
        reader.press("Look into the Catalogue")
        reader.press(f"Use “{TITLE}” as it is")
        found = wait_for("the ritual", lambda: [r for r in self.rituals() if r["title"] == TITLE])[0]
        assert found["state"] == "proposed", found
        self.step("a template becomes a ritual that is proposed until both said yes")

        reader.find(contains="No answer yet")
        desk.key("ctrl+shift+h")
        reader.find(name="I Am Kim")
        desk.key("Return")
        reader.press(f"Yes, “{TITLE}”")
        wait_for("the agreement", lambda: [r for r in self.rituals() if r["title"] == TITLE][0]["state"] == "agreed")
        self.step("the other one says yes, and it is agreed")
        return found["id"]

    def be_reminded(self, ritual):
        desk = self.desk
        # At the ritual's own time this evening, with the window closed.
        when = json.loads(desk.run("occurrences", ritual, "--days", "2", "--json"))
        occurrence = when[0]["name"] if "name" in when[0] else when[0]["id"]
        desk.key("ctrl+w")
        wait_for("the window to close", lambda: not desk.windows())
        assert desk.service_pid(), "the service went with the window"
        self.step("the window is closed and the service stays")

        wait_for("the reminder", lambda: desk.shown_notifications() == 1, seconds=150)
        self.step("the reminder comes at its time")

        said = desk.press_notification("We did it")
        assert TITLE not in said, said
        answer = wait_for("the outcome", lambda: [o for o in json.loads(
            desk.run("occurrences", ritual, "--days", "2", "--json")) if o.get("outcome") == "kept"])
        assert occurrence in answer[0].values(), (occurrence, answer)
        assert not desk.windows(), "the button opened a window"
        self.step("“We did it” on the notification, which does not say what it is about, reaches the record without a window")

    def note_win(self):
        desk = self.desk
        desk.run()
        reader = self.read()
        reader.find(name="Celebrate")
        desk.key("ctrl+n")
        reader.write("What someone did", "Kim put the phone away without being asked", role=("text", "entry"))
        reader.write("What it meant", "I felt listened to", role=("text", "entry"))
        desk.key("ctrl+Return")
        wait_for("the win", lambda: json.loads(desk.run("win", "list", "--json")))
        self.step("a small win is noted from anywhere")

        desk.key("alt+4")
        reader.find(contains="put the phone away")
        desk.key("ctrl+f")
        # As a person does: in GTK 4.18 a key that comes before the entry was drawn goes nowhere.
        reader.find(name="Search small wins")
        desk.type("listen")
        reader.find(contains="put the phone away")
        desk.type("zzz")
        reader.is_gone(contains="put the phone away")
        reader.check_names()
        self.step("it is found in Celebrate while typing, by what it meant")

    def add_word(self):
        """The next reminder is answered with a word about it."""
        desk = self.desk
        desk.key("ctrl+w")
        wait_for("the window to close", lambda: not desk.windows())
        moment = datetime.datetime.fromtimestamp(time.time() + desk.shift, ZoneInfo(desk.env["TZ"])) + datetime.timedelta(minutes=1)
        ritual = desk.add_agreed("Tea on the stairs", "--start", moment.strftime("%Y-%m-%dT%H:%M"), "--remind", "0")
        wait_for("the reminder", lambda: desk.shown_notifications() == 1, seconds=150)
        desk.press_notification("We did it, with a word…")
        reader = self.read()
        reader.write("Add a word about it?", "Kim had warmed the cups")
        desk.key("Return")
        wins = wait_for("the win", lambda: [win for win in json.loads(desk.run("win", "list", "--json"))
                                            if win["text"] == "Kim had warmed the cups"])
        assert wins[0]["ritual_id"] == ritual, wins
        self.step("a reminder’s button notes that it was kept, and asks for a word, which is a small win of that ritual")

    def run(self):
        # A little before the template's own time; the first run and the catalogue have to fit in.
        self.desk.shift_clock_to("2026-11-23 18:58:30")
        self.desk.write_environment()
        self.first_run()
        self.be_reminded(self.choose_template())
        self.note_win()
        self.add_word()


if __name__ == "__main__":
    main(FirstEvening)
