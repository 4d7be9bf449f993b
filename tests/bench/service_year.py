# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A year of the real service, as its desktop sees it, in some minutes: libfaketime lets its wall clock run, a notification
server answers every second reminder, and the kernel says what that cost."""

import contextlib
import os
import sqlite3
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))

from counter import Counter  # noqa: E402  (the path comes first)
from desk import wait_for  # noqa: E402

SPEED = 100000  # a day in 0.9 seconds
DAY = 86400 / SPEED
CLOCKS = ("08:00", "12:00", "16:00", "20:00")
DAYS = 365

# Until all that is kept for a while is there: commands that could be undone, and the days that are looked back on.
WARM_UP = 60


class YearDesk(Counter):
    """A desk whose service has a fast wall clock; what waits by the monotonic clock waits as long as ever."""

    def __init__(self, *arguments, real_waits):
        super().__init__(*arguments)
        self.real_waits = real_waits

    def footbridge_env(self):
        env = super().footbridge_env()
        if "LD_PRELOAD" in env:
            env["LD_PRELOAD"] = f"{self.real_waits} {env['LD_PRELOAD']}"
        return env


def cpu(pid):
    """Milliseconds of processor time that a process has had."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        user, system = file.read().rsplit(")", 1)[1].split()[11:13]
    return (int(user) + int(system)) * 1000 / os.sysconf("SC_CLK_TCK")


def own_memory(pid):
    """KiB that a process has for itself: what it shares comes and goes with who else runs."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="utf-8") as file:
        return sum(int(line.split()[1]) for line in file if line.startswith(("Private_Dirty:", "Swap:")))


def live(desk, days, pressed):
    """Lets days go by, and presses "We did it" on every second reminder. Gives how many have been looked at."""
    end = time.monotonic() + days * DAY
    while time.monotonic() < end:
        time.sleep(0.002)
        history = desk.server.history
        while pressed < len(history):
            if pressed % 2 == 0 and "We did it" in history[pressed]["actions"].values():
                desk.server.press(history[pressed], "We did it")
            pressed += 1
    return pressed


def least_memory(pid):
    """Of some moments: a measure between two reminders, not in the middle of one."""
    least = own_memory(pid)
    for _ in range(20):
        time.sleep(0.05)
        least = min(least, own_memory(pid))
    return least


def measure_year(program, app_id, version, real_waits):
    """Gives (reminders on record, milliseconds of processor time for them, KiB after the warm-up, KiB after the year)."""
    with YearDesk(program, app_id, version, real_waits=real_waits) as desk:
        desk.shift_clock_to("2026-11-23 06:00:00")
        desk.run("setup", "--me", "Ada", "--partner", "Ben", "--reminders", "off")
        for clock in CLOCKS:
            desk.add_agreed("--title", f"At {clock}", "--start", f"2026-11-23T{clock}", "--rule", "FREQ=DAILY")
        desk.run("hours", "add", "quiet", "--days", "every", "--from", "22:00", "--to", "07:00")
        desk.start_server()
        desk.shift_clock_to("2026-11-23 06:00:00", SPEED)
        desk.run("reminders", "on")
        pid = wait_for("the service", desk.service_pid)

        def on_record():
            with contextlib.closing(sqlite3.connect(os.path.join(desk.data, "space.db"))) as database:
                return database.execute("SELECT count(*) FROM reminders WHERE shown_at != 0").fetchone()[0]

        pressed = live(desk, WARM_UP, 0)
        reminders, spent, memory = on_record(), cpu(pid), least_memory(pid)
        live(desk, DAYS, pressed)
        reminders, spent, after = on_record() - reminders, cpu(pid) - spent, least_memory(pid)
        if desk.service_pid() != pid:
            raise RuntimeError("the service was not the same all the year")
        if abs(reminders - len(CLOCKS) * DAYS) > 3 * len(CLOCKS):
            raise RuntimeError(f"{reminders} reminders came instead of {len(CLOCKS) * DAYS}")
        return reminders, spent, memory, after
