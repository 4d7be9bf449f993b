# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench.py BUILD-FOLDER [NAME…]: runs the benchmarks and prints one table.

Everything is measured against something else on the same machine in the same run, so that the ratios mean the same
anywhere. Exits 1 if one is above its limit.
"""

import contextlib
import glob
import os
import re
import sqlite3
import statistics
import string
import subprocess
import sys
import time
import uuid

from gi.repository import Gio, GLib

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))

from desk import Desk, wait_for  # noqa: E402  (the path comes first)

FRAMES = 15
IDLE_SECONDS = 60
PLANNED = 50
REMINDERS = 100
CROWD = 1000
UNIT = string.ascii_letters + "µ%"


class Row:
    """One line of the table; without a baseline the limit is for our own value."""

    def __init__(self, name, ours, baseline, unit, limit):
        self.name, self.ours, self.baseline, self.unit, self.limit = name, ours, baseline, unit, limit

    @property
    def ratio(self):
        return self.ours / self.baseline if self.baseline else None

    @property
    def fine(self):
        return (self.ours if self.ratio is None else self.ratio) <= self.limit

    def cells(self):
        def number(value):
            return "–" if value is None else f"{value:.3g}" if value < 100 else f"{value:.0f}"
        limit = number(self.limit) if self.ratio is not None else f"{number(self.limit)} {self.unit}".strip()
        return [self.name, f"{number(self.ours)} {self.unit}".strip(),
                "–" if self.baseline is None else f"{number(self.baseline)} {self.unit}".strip(),
                number(self.ratio), limit, "yes" if self.fine else "NO"]


def parse_line(line):
    """A row from "name ours baseline ratio limit N" of a C benchmark; numbers may carry a unit, "-" is none."""
    words = [word for word in line.split() if word != "limit"]
    if len(words) < 5:
        return None

    def value(word):
        digits = word.rstrip(UNIT)
        return None if word in ("-", "–") else float(digits)

    name, ours, baseline, _, limit = words[:5]
    unit = words[1][len(words[1].rstrip(UNIT)):]
    return Row(name, value(ours), value(baseline), unit, value(limit))


class MockDesk(Desk):
    """A desk with a notification server that writes down when each notification came, and shows none."""

    def start_dunst(self):
        self.arrivals = os.path.join(self.folder, "arrivals")
        open(self.arrivals, "w", encoding="utf-8").close()
        self.start([sys.executable, os.path.join(HERE, "notification_server.py"), self.arrivals],
                   log="notifications")
        wait_for("the notification server", lambda: subprocess.run(
            ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.Notifications",
             "/org/freedesktop/Notifications", "org.freedesktop.Notifications.GetServerInformation"],
            env=self.env, capture_output=True).returncode == 0)

    def read_arrivals(self):
        """Microseconds since 1970, in the order they came."""
        with open(self.arrivals, encoding="utf-8") as file:
            return [int(line) for line in file if line.endswith("\n")]


class Bench:
    def __init__(self, build):
        self.build = build
        self.program = os.path.join(build, "src/app/footbridge")
        self.window = os.path.join(build, "src/window/footbridge-window")
        with open(os.path.join(build, "config.h"), encoding="utf-8") as file:
            self.app_id = re.search(r'^#define APP_ID "(.*)"$', file.read(), re.MULTILINE)[1]

    def helper(self, name):
        return os.path.join(self.build, "tests/bench", name)

    # ---- In C, each with its own baseline

    def recurrence(self):
        return self.collect("bench-recurrence")

    def store(self):
        return self.collect("bench-store")

    def year(self):
        return self.collect("bench-year")

    def collect(self, name):
        result = subprocess.run([self.helper(name)], capture_output=True, text=True, check=True)
        return [row for row in map(parse_line, result.stdout.splitlines()) if row]

    def fill_decade(self, desk):
        desk.run("setup", "--me", "Alex", "--partner", "Robin", "--reminders", "on")
        subprocess.run([self.helper("decade"), desk.data], env=desk.env, check=True)

    # ---- The window

    def first_frame(self):
        with Desk(self.program, self.window, self.app_id) as desk:
            self.fill_decade(desk)
            self.start_service(desk)
            ours, bare = [], []
            # One of each in turn, so that what else the machine does hits both; the first pair warms the caches.
            for turn in range(FRAMES + 1):
                # Each starts from rest, not while the last one is still being tidied away.
                time.sleep(0.1)
                for times, argv in ((ours, [self.window]), (bare, [self.helper("bare-window")])):
                    took = self.time_first_frame(desk, argv)
                    if turn > 0:
                        times.append(took)
            return [Row("first-frame", statistics.median(ours), statistics.median(bare), "ms", 1.3)]

    def time_first_frame(self, desk, argv):
        """Milliseconds from the start of a program to the end of its first painted frame."""
        stamp = os.path.join(desk.folder, "first-frame")
        if os.path.exists(stamp):
            os.unlink(stamp)
        env = {**desk.env, "LD_PRELOAD": self.helper("first-frame.so"), "FIRST_FRAME": stamp, "GTK_A11Y": "none"}
        started = time.monotonic_ns() // 1000
        subprocess.run(argv, env=env, check=True, timeout=60, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        with open(stamp, encoding="utf-8") as file:
            return (int(file.read()) - started) / 1000

    # ---- The service

    def start_service(self, desk):
        desk.start([self.program, "run"], log="service")
        wait_for("the service", desk.service_pid)
        return desk.service_pid()

    def service(self):
        with MockDesk(self.program, self.window, self.app_id) as desk:
            self.fill_decade(desk)
            # None of them is due while nothing is to happen.
            copy_rituals(desk, PLANNED)
            pid = self.start_service(desk)
            database = os.path.join(desk.folder, "bare.db")
            bare = desk.start([self.helper("bare-service"), database])
            time.sleep(5)
            rows = [Row("service-memory", pss(pid), pss(bare.pid), "KiB", 1.6)]
            before = switches(pid)
            time.sleep(IDLE_SECONDS)
            rows.append(Row("service-wakeups", switches(pid) - before, None, "", 0))
            return rows

    def lateness(self):
        """A hundred moments, each snoozed for a minute to the millisecond; what counts is when a server sees them."""
        with MockDesk(self.program, self.window, self.app_id) as desk:
            desk.run("setup", "--me", "Bench", "--reminders", "on")
            self.start_service(desk)
            start = subprocess.run(["date", "-d", "-2 minutes", "+%Y-%m-%dT%H:%M"], env=desk.env, check=True,
                                   capture_output=True, text=True).stdout.strip()
            for number in range(REMINDERS):
                # One every tenth of a second or less often: that several come at once is not what is measured.
                time.sleep(0.08)
                ritual = desk.run("ritual", "add", "--title", f"Number {number}", "--start", start, "--rule", "none",
                                  "--remind", "0", "--minutes", "240")
                desk.run("snooze", f"{ritual}@{start}", "1")
            with contextlib.closing(sqlite3.connect(os.path.join(desk.data, "space.db"))) as database:
                due = sorted(value for value, in database.execute(
                    "SELECT snoozed_until FROM reminders WHERE state = 'snoozed'"))
            early = len(desk.read_arrivals())
            if early or len(due) != REMINDERS:
                raise RuntimeError(f"{early} reminders came too early, {len(due)} are waiting")

            wait_for("all reminders", lambda: len(desk.read_arrivals()) >= REMINDERS, seconds=90, every=1)
            late = sorted(arrival / 1000 - instant for arrival, instant in zip(desk.read_arrivals(), due))
            if late[0] < 0:
                raise RuntimeError(f"a reminder came {-late[0]:.1f} ms before its time")
            return [Row("reminder-p99", late[REMINDERS * 99 // 100 - 1], None, "ms", 20),
                    Row("reminder-median", statistics.median(late), None, "ms", 20)]

    def crowd(self):
        """A thousand reminders at the same second: how long the service answers nothing else, and what is shown."""
        with MockDesk(self.program, self.window, self.app_id) as desk:
            desk.shift_clock_to("2026-11-23 12:00:00")
            desk.run("setup", "--me", "Bench", "--reminders", "off")
            desk.run("ritual", "add", "--title", "Number 1", "--start", "2026-11-23T19:00", "--rule", "FREQ=DAILY")
            copy_rituals(desk, CROWD)
            desk.shift_clock_to("2026-11-23 18:59:52")
            desk.write_environment()
            desk.run("reminders", "on")
            wait_for("the service", desk.service_pid)
            bus = Gio.DBusConnection.new_for_address_sync(
                desk.env["DBUS_SESSION_BUS_ADDRESS"], Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
            base = self.app_id.removesuffix(".Devel")
            longest, end = 0, time.monotonic() + 30
            settled = time.monotonic() + 2
            while time.monotonic() < end and not desk.read_arrivals():
                before = time.monotonic()
                bus.call_sync(self.app_id, "/" + base.replace(".", "/"), "org.freedesktop.DBus.Properties", "Get",
                              GLib.Variant("(ss)", (base + "1", "RemindersOn")), None, 0, 20000)
                # Its start is not what is measured.
                if before > settled:
                    longest = max(longest, time.monotonic() - before)
                if desk.read_arrivals():
                    break
            for _ in range(100):
                before = time.monotonic()
                bus.call_sync(self.app_id, "/" + base.replace(".", "/"), "org.freedesktop.DBus.Properties", "Get",
                              GLib.Variant("(ss)", (base + "1", "RemindersOn")), None, 0, 20000)
                longest = max(longest, time.monotonic() - before)
            if len(desk.read_arrivals()) != 1:
                raise RuntimeError(f"{len(desk.read_arrivals())} notifications came instead of one")
            return [Row("crowd-stall", longest * 1000, None, "ms", 100)]


def read_rows(database, table):
    cursor = database.execute(f"SELECT * FROM {table}")
    columns = [column[0] for column in cursor.description]
    rows = [dict(zip(columns, row)) for row in cursor]
    for row in rows:
        row.pop("seq", None)
    return rows


def insert(database, table, row):
    database.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values()))


def copy_rituals(desk, n):
    """Adds rituals like the first, until there are so many."""
    with contextlib.closing(sqlite3.connect(os.path.join(desk.data, "space.db"))) as database:
        rows = read_rows(database, "rituals")
        for _ in range(n - len(rows)):
            insert(database, "rituals", {**rows[0], "id": str(uuid.uuid4())})
        database.commit()


def pss(pid):
    """Proportional memory of a process in KiB."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="utf-8") as file:
        for line in file:
            if line.startswith("Pss:"):
                return int(line.split()[1])
    raise RuntimeError("the kernel does not say how much memory a process has")


def switches(pid):
    """How often the threads of a process have run: each time ends in a switch."""
    total = 0
    for path in glob.glob(f"/proc/{pid}/task/*/status"):
        with open(path, encoding="utf-8") as file:
            total += sum(int(line.split()[1]) for line in file if "_ctxt_switches" in line)
    return total


def print_table(rows):
    lines = [["", "ours", "baseline", "ratio", "limit", "ok"]] + [row.cells() for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(6)]
    for line in lines:
        print("  ".join(cell.ljust(width) if column == 0 else cell.rjust(width)
                        for column, (cell, width) in enumerate(zip(line, widths))).rstrip())


def main(build, *names):
    bench = Bench(os.path.abspath(build))
    every = ["recurrence", "store", "first_frame", "service", "lateness", "crowd", "year"]
    wanted = [name.replace("-", "_") for name in names] or every
    unknown = set(wanted) - set(every)
    if unknown:
        sys.exit(f"There is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(every)}.")

    rows, broken = [], 0
    for name in wanted:
        print(f"measuring {name.replace('_', '-')}", file=sys.stderr, flush=True)
        try:
            rows += getattr(bench, name)()
        except (AssertionError, OSError, RuntimeError, subprocess.SubprocessError) as error:
            # The others are worth having all the same.
            print(f"{name.replace('_', '-')} could not be measured: {error}", file=sys.stderr)
            broken += 1
    print_table(rows)
    return 0 if broken == 0 and all(row.fine for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
