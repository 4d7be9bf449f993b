# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Eight weeks of two people who do not exist, entered through the command line.

Their names say that they are a sample. What they noted is the same every time.
"""

import datetime
import json
import os
import random
import sqlite3
import uuid
from zoneinfo import ZoneInfo

ME, PARTNER = "Alex (sample)", "Robin (sample)"
WEEKS = 8

# (template, what differs from it)
RITUALS = [
    ("five-quiet-minutes", ["--rule", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "--times", "19:00"]),
    ("weekly-walk", ["--rule", "FREQ=WEEKLY;BYDAY=SU", "--times", "15:00"]),
    ("say-thank-you", ["--rule", "FREQ=WEEKLY;BYDAY=MO,TH,SU", "--times", "21:30"]),
    ("screen-free-hour", ["--rule", "FREQ=WEEKLY;BYDAY=SA", "--times", "20:00"]),
    ("weekly-review", ["--rule", "FREQ=WEEKLY;BYDAY=SU", "--times", "20:00"]),
    ("own-time-evening", ["--rule", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "--times", "18:30"]),
    ("cook-together", ["--rule", "FREQ=MONTHLY;BYDAY=-1SA", "--times", "17:00", "--state", "proposed",
                       "--when-then", "When it is the last Saturday of the month, we cook together at five."]),
    ("friend-call", ["--rule", "FREQ=WEEKLY;BYDAY=TU", "--times", "18:00"]),
]
RESTING = "friend-call"

# (kind, days, from, to, name)
HOURS = [
    ("quiet", "sun,mon,tue,wed,thu", "22:30", "06:30", "Night"),
    ("quiet", "fri,sat", "23:30", "08:00", "Weekend"),
    ("stress", "mon,tue,wed,thu,fri", "17:00", "18:15", "Supper and homework"),
]

WINS = [
    ("Robin put the kettle on before I had said a word.", "I felt expected."),
    ("We walked the long way round by the river.", "Neither of us looked at the time."),
    ("I said that I was tired instead of going quiet.", "It was easier than I had thought."),
    ("Robin asked how the meeting had gone, and remembered whose it was.", "I was heard."),
    ("We laughed about the burnt rice.", None),
    ("We stopped a talk that was getting loud, and came back to it after the walk.", "Stopping is not leaving."),
    ("A note on the fridge: good luck today.", "I kept it."),
    ("Robin carried the shopping up without being asked.", None),
    ("Ten minutes on the bench, not one of them about money.", "Quiet can be good again."),
    ("I apologised the same evening.", "It did not cost as much as waiting does."),
    ("We found the old photographs and looked at one box.", None),
    ("Robin texted a picture of a heron.", "No answer needed, and I smiled for an hour."),
    ("We cooked the soup from the first flat.", "It still tastes of that winter."),
    ("The phones stayed in the kitchen all evening.", None),
    ("Robin said: I would like to sit with you.", "I had hoped so and not dared to ask."),
    ("We agreed on Sunday without a single sigh.", None),
    ("I listened to the end before I answered.", "There was more behind it."),
    ("We danced to one song while the pasta boiled.", None),
]

BOUNDARIES = [
    ("--template", "pause-and-return"),
    ("--template", "quiet-is-no-verdict"),
    ("--template", "phones-at-table"),
    ("An evening in the week is mine alone, and I say beforehand which one.", "--kind", "time-alone", "--mine"),
    ("--template", "phrase-repairing"),
]
# What the first two of them may become.
OTHER_WORDS = ("When it gets too much, either of us may say “pause”, or lift a hand. We stop there, and whoever asked for it "
               "says when we go on, before the evening is over.")
MORE_WORDS = ("When one of us is quiet, it means “I am tired or thinking”. It does not mean “I am leaving”. If it ever means "
              "more, we say so, and the other one may ask once.")


def seed(desk, now):
    """Fills the space of a desk with what led up to now (a local datetime without a zone); reminders are off."""
    chance = random.Random(20261122)
    first_day = now.date() - datetime.timedelta(weeks=WEEKS)

    desk.shift_clock_to(f"{first_day} 08:00:00")
    desk.run("setup", "--me", ME, "--partner", PARTNER, "--reminders", "off")
    for kind, days, start, end, name in HOURS:
        desk.run("hours", "add", kind, "--days", days, "--from", start, "--to", end, "--name", name)
    rituals = {}
    for template, fields in RITUALS:
        time = fields[fields.index("--times") + 1]
        rituals[template] = desk.add_agreed("--template", template, "--start", f"{first_day}T{time}",
                                     *fields)

    desk.shift_clock_to(now.strftime("%Y-%m-%d %H:%M:%S"))
    for template in rituals:
        if template in ("cook-together", RESTING):
            continue
        answer_moments(desk, rituals[template], first_day, now, chance)
    desk.run("ritual", "rest", rituals[RESTING])

    for words in BOUNDARIES:
        boundary = desk.run("boundary", "add", *words)
        if "--mine" not in words:
            desk.run("--as", PARTNER, "boundary", "agree", boundary)

    for number, (text, meant) in enumerate(WINS):
        day = now.date() - datetime.timedelta(days=round(number * 7 * WEEKS / len(WINS)))
        words = ["win", "add", text, "--on", str(day)]
        if meant:
            words += ["--meant", meant]
        win = desk.run(*words)
        if number in (2, 5, 12):
            desk.run("win", "star", win)

    return rituals


def seed_milestones(desk):
    """An open one, some that are counted, one that was reshaped, one that rests, and one that has its number."""
    rituals = {one["template"]: one["id"] for one in json.loads(desk.run("ritual", "list", "--json"))}

    def add(title, *words):
        asked = desk.run("milestone", "propose", title, *words).split()[0]
        return json.loads(desk.run("--as", PARTNER, "invite", "answer", asked, "yes", "--json"))["subject_id"]

    add("A calm talk about money (sample)", "--revisit", "2026-12-20")
    walks = add("Ten walks on Sundays (sample)", "--ritual", rituals["weekly-walk"], "--number", "12", "--since", "2026-10-01",
                "--revisit", "2027-01-10", "--note", "Not fast, and not far: just the two of us, outside.")
    desk.run("milestone", "reshape", walks, "--number", "10", "--why", "Two Sundays with the family, and that is fine.")
    desk.run("milestone", "revisit", walks, "2027-01-17", "--why", "It goes well, even in the rain.")
    add("Evenings with a little quiet (sample)", "--ritual", f"{rituals['five-quiet-minutes']},{rituals['screen-free-hour']}",
        "--number", "60", "--since", "2026-09-27")
    resting = add("Four weeks without a loud word (sample)", "--from", "weeks", "--number", "4")
    desk.run("milestone", "rest", resting)
    desk.run("milestone", "add", "Fourteen small things that went well (sample)", "--from", "wins", "--number", "14", "--since",
             "2026-10-01")


def list_boundaries(desk):
    """The ids of those boundaries that began with a template, by its name."""
    return {one["template"]: one["id"] for one in json.loads(desk.run("boundary", "list", "--json")) if one["template"]}


def seed_settled(desk, now):
    """One ritual that was kept every evening for four weeks and does not need all of its reminders any more."""
    weeks = 4
    first_day = now.date() - datetime.timedelta(weeks=weeks, days=1)

    desk.shift_clock_to(f"{first_day} 08:00:00")
    desk.write_environment()
    desk.run("setup", "--me", ME, "--partner", PARTNER, "--reminders", "on")
    ritual = desk.add_agreed("--template", "five-quiet-minutes", "--start", f"{first_day}T17:30", "--rule",
                      "FREQ=DAILY", "--times", "17:30", "--remind", "10,0")
    desk.shift_clock_to(now.strftime("%Y-%m-%d %H:%M:%S"))
    desk.write_environment()
    for moment in json.loads(desk.run("occurrences", ritual, "--from", str(first_day), "--days", str(7 * weeks + 2), "--json")):
        if datetime.datetime.fromisoformat(moment["local"]) < now:
            desk.run("keep", moment["name"])


def note_reminders(desk, rituals, now):
    """What a service that was running all the time would have left: mostly nothing to tell, and one of each that has."""
    # minutes before now at which it was due, lead, state, minutes until it was shown, reason, snooze, quiet hours
    told = [(75, 10, "answered", 0, None, 0, 0), (300, 0, "answered", 4, None, 0, 0), (310, 10, "folded", None, "superseded", 0, 0),
            (1500, 0, "folded", 90, "absence", 0, 0), (1700, -30, "withdrawn", 0, "moved", 0, 0),
            (2900, 0, "answered", 10, None, 10, 0), (3500, 0, "answered", 65, None, 0, 62),
            (4400, 0, "answered", 1, None, 0, 0)]
    told += [(4400 + 360 * i, 0, "answered", 0, None, 0, 0) for i in range(1, 100)]
    ids = list(rituals.values())
    here = ZoneInfo(desk.env["TZ"])
    with sqlite3.connect(os.path.join(desk.data, "space.db")) as database:
        device = database.execute("SELECT device FROM rituals").fetchone()[0]
        for number, (ago, lead, state, shown, reason, snooze, quiet) in enumerate(told):
            due = now - datetime.timedelta(minutes=ago)
            at = int(due.replace(tzinfo=here).timestamp()) * 1000
            database.execute(
                "INSERT INTO reminders (id, ritual_id, start, lead, state, due_at, shown_at, snoozed_until, deferred_until,"
                " reason, created_at, updated_at, deleted_at, device) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
                (str(uuid.UUID(int=number + (4 << 76) + (8 << 60))), ids[number % len(ids)],
                 (due + datetime.timedelta(minutes=lead)).strftime("%Y-%m-%dT%H:%M"), lead, state, at,
                 0 if shown is None else at + shown * 60000, at + snooze * 60000 if snooze else 0,
                 at + quiet * 60000 if quiet else 0, reason, at, at, device))
    database.close()


def answer_moments(desk, ritual, first_day, now, chance):
    """Most moments were kept, some in their smaller version, and some nobody wrote down."""
    listed = json.loads(desk.run("occurrences", ritual, "--from", str(first_day), "--days", str(7 * WEEKS + 1),
                                 "--json"))
    for moment in listed:
        if datetime.datetime.fromisoformat(moment["local"]) >= now:
            continue
        verb = chance.choices(["keep", "smaller", "not-today", None], [60, 18, 12, 10])[0]
        if verb:
            desk.run(verb, moment["name"])
