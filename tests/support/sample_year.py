# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A year before the eight weeks of sample.py: what the same two kept, noticed and said, written into their space directly.

What they noted is the same every time.
"""

import datetime
import os
import random
import sqlite3
import uuid
from zoneinfo import ZoneInfo

import gi

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf, GLib  # pylint: disable=wrong-import-position

WEEKS = 58

# (weekdays, Monday 0; time)
MOMENTS = [((0, 1, 2, 3, 4), "19:00"), ((6,), "15:00"), ((0, 3, 6), "21:30"), ((5,), "20:00")]
AWAY = [(115, 104, "away"), (31, 28, "unwell"), (300, 292, "away")]
# days ago, hours until the talk, whether on another day, what it taught
PAUSES = [(22, 1, 0, "We say sooner that it is too much."), (64, 20, 1, ""), (131, 2, 0, "Not after ten."), (210, 1, 0, ""),
          (290, 26, 1, "A walk first.")]
# width, height, what is above and below the line between them: an evening by the water, a table, a path
PICTURES = [(1200, 800, (244, 190, 140), (62, 110, 122)), (800, 1200, (214, 226, 232), (128, 96, 70)),
            (1200, 900, (190, 214, 236), (96, 128, 84))]
WORDS = {"mood": ("Heavy", "Low", "Even", "Light", "Bright"), "talking": ("Stuck", "Hard", "Polite", "Easier", "Open")}


def note_year(desk, now):
    """Adds it to the space of a desk on which sample.py was."""
    chance = random.Random(20251122)
    here = ZoneInfo(desk.env["TZ"])
    count = iter(range(1, 1 << 30))
    today = now.date()

    def to_ms(moment):
        return int(moment.replace(tzinfo=here).timestamp()) * 1000

    with sqlite3.connect(os.path.join(desk.data, "space.db")) as database:
        device = database.execute("SELECT device FROM rituals").fetchone()[0]
        rituals = [row[0] for row in database.execute("SELECT id FROM rituals WHERE who IS NULL ORDER BY seq LIMIT 4")]
        persons = [row[0] for row in database.execute("SELECT id FROM persons ORDER BY position")]

        def add(table, **fields):
            at = to_ms(now)
            row = {"id": str(uuid.UUID(int=next(count) + (4 << 76) + (8 << 60) + (1 << 100))), "created_at": at, "updated_at": at,
                   "deleted_at": 0, "device": device, **fields}
            database.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
            return row["id"]

        for ago in range(7 * WEEKS, 0, -1):
            day = today - datetime.timedelta(days=ago)
            away = any(start >= ago > end for start, end, _ in AWAY)
            warmth = 1.4 - ago / (7 * WEEKS)
            for ritual, (weekdays, time) in zip(rituals, MOMENTS):
                if ago > 56 and not away and day.weekday() in weekdays and chance.random() < 0.42 * warmth:
                    add("occurrences", ritual_id=ritual, start=f"{day}T{time}", left_out=0,
                        outcome=chance.choice(["kept", "kept", "smaller"]), answered_at=to_ms(now))
            if ago > 56 and chance.random() < 0.16 * warmth:
                add("wins", text="A good moment (sample)", meant="", kind="other", on_date=str(day), starred=0)
            for person, other in zip(persons, reversed(persons)):
                if not away and chance.random() < (0.5 if ago < 150 else 0.12):
                    values = {scale: min(5, max(1, round(chance.gauss(2.2 + 1.3 * warmth, 0.9)))) for scale in WORDS}
                    add("check_ins", person_id=person, shown_to=other, ready=0, on_date=f"{day}T00:00", energy=0, energy_word="", closeness=0,
                        closeness_word="", words="", mood=values["mood"], mood_word=WORDS["mood"][values["mood"] - 1],
                        talking=values["talking"], talking_word=WORDS["talking"][values["talking"] - 1])
        wins = [row[0] for row in database.execute("SELECT id FROM wins ORDER BY on_date DESC, created_at DESC LIMIT 3")]
        for position, (width, height, *colours) in enumerate(PICTURES):
            for win in wins[1:2] if position < 2 else wins[2:]:
                photo = add("win_photos", win_id=win, caption="A sample, not a photograph", width=width, height=height, position=position)
                draw_picture(os.path.join(desk.data, "photos"), photo, width, height, colours)
        for ago in (9, 40, 75, 160):
            day = today - datetime.timedelta(days=ago)
            add("promises", text="Something small (sample)", who=persons[0], about="free", due=f"{day}T00:00", timed=0, remind="",
                state="kept", earlier="", reminding_since=0)
        for start, end, kind in AWAY:
            add("absences", kind=kind, from_date=f"{today - datetime.timedelta(days=start)}T00:00",
                until_date=f"{today - datetime.timedelta(days=end)}T00:00")
        for ago, hours, other_day, lesson in PAUSES:
            called = datetime.datetime.combine(today - datetime.timedelta(days=ago), datetime.time(21, 0))
            talk = called + datetime.timedelta(hours=hours)
            end = talk + datetime.timedelta(hours=48)
            add("pauses", state="closed", called_at=to_ms(called), cooling_since=to_ms(called), return_at=to_ms(called),
                other_day=other_day, extended=0, round=1, interrupted="cooling", interrupted_return_at=0, topic="", turn=2,
                turn_started_at=to_ms(talk), talk_ended_at=to_ms(talk), recovery_until=to_ms(end), follow_up_at=to_ms(end),
                helped="", hindered="", lesson=lesson, changed_plan="", closed_at=to_ms(end + datetime.timedelta(hours=1)))
    database.close()


def draw_picture(folder, name, width, height, colours):
    """Two fields of colour where a photograph would be, in both sizes that are kept of one."""
    sky, land = (b"".join(bytes(min(255, part + row * 40 // height) for part in colour) * width for row in range(rows))
                 for colour, rows in zip(colours, (height * 3 // 5, height - height * 3 // 5)))
    picture = GdkPixbuf.Pixbuf.new_from_bytes(GLib.Bytes.new(sky + land), GdkPixbuf.Colorspace.RGB, False, 8, width, height, 3 * width)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    for ending, longest in ((".jpg", max(width, height)), ("-small.jpg", 320)):
        sized = picture.scale_simple(width * longest // max(width, height), height * longest // max(width, height),
                                     GdkPixbuf.InterpType.BILINEAR)
        sized.savev(os.path.join(folder, name + ending), "jpeg", ["quality"], ["85"])
