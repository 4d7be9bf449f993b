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
import tempfile
import time
import uuid

from gi.repository import Gio, GLib

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))

from desk import Desk, wait_for  # noqa: E402  (the path comes first)
from service_year import measure_year  # noqa: E402

FRAMES = 15
PAUSES = 5
IDLE_SECONDS = 60
PLANNED = 50
REMINDERS = 1000
APART = 0.1  # seconds: that several come at once is not what is measured
CROWD = 1000
UNIT = string.ascii_letters + "µ%"


def zone_at(hour):
    """A zone in which it is that hour of the day now."""
    east = hour - time.gmtime().tm_hour
    east += 24 if east < -12 else -24 if east > 12 else 0
    return f"Etc/GMT{-east:+d}"


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
            config = file.read()
        self.app_id, self.version = (re.search(rf'^#define {name} "(.*)"$', config, re.MULTILINE)[1]
                                     for name in ("APP_ID", "VERSION"))

    def helper(self, name):
        return os.path.join(self.build, "tests/bench", name)

    # ---- In C, each with its own baseline

    def recurrence(self):
        return self.collect("bench-recurrence")

    def store(self):
        return self.collect("bench-store")

    def private(self):
        return self.collect("bench-private")

    def look_back(self):
        return self.collect("bench-look-back")

    def collect(self, name):
        result = subprocess.run([self.helper(name)], capture_output=True, text=True, check=True)
        return [row for row in map(parse_line, result.stdout.splitlines()) if row]

    def fill_decade(self, desk):
        desk.run("setup", "--me", "Alex", "--partner", "Robin", "--reminders", "off")
        subprocess.run([self.helper("decade"), desk.data], env=desk.env, check=True)

    # ---- The window

    def log(self):
        """Scrolling and searching in 100,000 small wins: the longest turn of the main loop, the best of three."""
        with Desk(self.program, self.window, self.app_id) as desk, tempfile.TemporaryDirectory() as folder:
            result = subprocess.run([self.helper("bench-log"), folder], env={**desk.env, "GTK_A11Y": "none"}, check=True,
                                    stdout=subprocess.PIPE, text=True, timeout=300)
            return [row for row in map(parse_line, result.stdout.splitlines()) if row]

    def first_frame(self):
        # What Today has to show depends on the hour: always the same one.
        with Desk(self.program, self.window, self.app_id, zone=zone_at(19)) as desk:
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

    def pause(self):
        """From the key to water on the screen, the slowest of some: nobody who presses it can wait."""
        took = []
        with Desk(self.program, self.window, self.app_id, zone=zone_at(19)) as desk:
            self.fill_decade(desk)
            self.start_service(desk)
            desk.start([self.window])
            wait_for("the window", desk.windows)
            time.sleep(2)
            for _ in range(PAUSES):
                desk.focus_window()
                wait_for("paper", lambda: not is_water(desk), every=0.01)
                started = time.monotonic()
                subprocess.run(["xdotool", "key", "ctrl+shift+p"], env=desk.env, check=True)
                wait_for("water", lambda: is_water(desk), every=0.01)
                took.append((time.monotonic() - started) * 1000)
                desk.run("pause", "take-back")
        return [Row("pause", max(took), None, "ms", 1000)]

    # ---- The service

    def start_service(self, desk):
        """The service as log-in starts it: it finds what is there, and has not seen it being made."""
        desk.run("reminders", "on")
        return wait_for("the service", desk.service_pid)

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
            # An hour is as quiet as a minute if nothing is waited for that would end within it.
            rows.append(Row("service-wakeups", switches(pid) - before + len(find_alarms(pid, 3600)), None, "", 0))
            return rows

    def year(self):
        reminders, spent, memory, after = measure_year(self.program, self.app_id, self.version,
                                                       self.helper("real-waits.so"))
        bare = self.measure_bare_reminders(reminders)
        return [Row("year-cpu-per-1000", spent * 1000 / reminders, bare * 1000 / reminders, "ms", 12),
                Row("year-memory", after, memory, "KiB", 1.05)]

    def measure_bare_reminders(self, n):
        """Milliseconds of processor time that so many notifications cost who does nothing but note and show them."""
        with MockDesk(self.program, self.window, self.app_id) as desk:
            result = subprocess.run([self.helper("bare-service"), os.path.join(desk.folder, "bare.db"), str(n)],
                                    env=desk.env, capture_output=True, text=True, check=True)
            return float(result.stdout)

    def lateness(self):
        """A thousand reminders of fifty rituals, each snoozed to the millisecond; what counts is when a server sees them."""
        with MockDesk(self.program, self.window, self.app_id) as desk:
            desk.run("setup", "--me", "Bench", "--reminders", "on")
            self.start_service(desk)
            start = subprocess.run(["date", "-d", "-2 minutes", "+%Y-%m-%dT%H:%M"], env=desk.env, check=True,
                                   capture_output=True, text=True).stdout.strip()
            for number in range(PLANNED):
                ritual = desk.run("ritual", "add", "--state", "agreed", "--title", f"Number {number}", "--start", start, "--rule", "FREQ=DAILY",
                                  "--remind", "0", "--minutes", "240")
                desk.run("snooze", f"{ritual}@{start}", "240")
            # What came while they were planned has been seen by then.
            time.sleep(1)

            late = []
            for _ in range(REMINDERS // PLANNED):
                late += self.time_reminders(desk)
            late.sort()
            if late[0] < 0:
                raise RuntimeError(f"a reminder came {-late[0]:.1f} ms before its time")
            return [Row("reminder-p99", late[len(late) * 99 // 100 - 1], None, "ms", 20),
                    Row("reminder-median", statistics.median(late), None, "ms", 20)]

    def time_reminders(self, desk):
        """Snoozes one reminder of each ritual to a time of its own, and gives how many milliseconds after it each came."""
        before = len(desk.read_arrivals())
        first = time.time() + 2
        due = [round((first + number * APART) * 1000) for number in range(PLANNED)]
        with contextlib.closing(sqlite3.connect(os.path.join(desk.data, "space.db"))) as database:
            rows = [identity for identity, in database.execute("SELECT id FROM reminders WHERE lead = 0")]
            if len(rows) != PLANNED:
                raise RuntimeError(f"{len(rows)} reminders are there instead of {PLANNED}")
            database.executemany("UPDATE reminders SET state = 'snoozed', snoozed_until = ?,"
                                 " updated_at = updated_at + 1 WHERE id = ?", zip(due, rows))
            database.commit()
        if len(desk.read_arrivals()) > before:
            raise RuntimeError("a reminder came too early")
        wait_for("all reminders", lambda: len(desk.read_arrivals()) >= before + PLANNED, seconds=30, every=0.5)
        return [arrival / 1000 - instant for arrival, instant in zip(desk.read_arrivals()[before:], due)]

    def crowd(self):
        """A thousand reminders at the same second: how long the service answers nothing else, and what is shown."""
        with MockDesk(self.program, self.window, self.app_id) as desk:
            desk.shift_clock_to("2026-11-23 12:00:00")
            desk.run("setup", "--me", "Bench", "--reminders", "off")
            desk.run("ritual", "add", "--state", "agreed", "--title", "Number 1", "--start", "2026-11-23T19:00", "--rule", "FREQ=DAILY")
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


def is_water(desk):
    """Whether the lower part of the window has the colour of a pause: blue far above red."""
    x, y = desk.window_origin()
    dot = subprocess.run(["import", "-window", "root", "-crop", f"1x1+{x + 60}+{y + 500}", "-depth", "8", "rgb:-"],
                         env=desk.env, check=True, capture_output=True).stdout
    return dot[2] > dot[0] + 30


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


# By machine: the number of a system call that waits -> the place of its time limit among the words of /proc/…/syscall, and
# the limit that means for ever. They are poll(), ppoll() and futex().
WAITS = {"x86_64": {"7": (3, "0xffffffff"), "271": (3, "0x0"), "202": (4, "0x0")},
         "aarch64": {"73": (3, "0x0"), "98": (4, "0x0")}}


def find_alarms(pid, seconds):
    """What would wake a process within that time: threads that do not wait for ever, and timers that run out."""
    waits, found = WAITS[os.uname().machine], []
    for path in glob.glob(f"/proc/{pid}/task/*/syscall"):
        with open(path, encoding="utf-8") as file:
            words = file.read().split()
        place, for_ever = waits.get(words[0], (0, None))
        if words[place] != for_ever:
            found.append(f"{path}: {' '.join(words)}")
    for path in glob.glob(f"/proc/{pid}/fdinfo/*"):
        with open(path, encoding="utf-8") as file:
            left = re.search(r"^it_value: \((\d+), (\d+)\)$", file.read(), re.MULTILINE)
        if left and (0, 0) < (int(left[1]), int(left[2])) < (seconds, 0):
            found.append(f"{path}: {left[0]}")
    for what in found:
        print(f"woken within {seconds} s by {what}", file=sys.stderr)
    return found


def print_table(rows):
    lines = [["", "ours", "baseline", "ratio", "limit", "ok"]] + [row.cells() for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(6)]
    for line in lines:
        print("  ".join(cell.ljust(width) if column == 0 else cell.rjust(width)
                        for column, (cell, width) in enumerate(zip(line, widths))).rstrip())


def main(build, *names):
    bench = Bench(os.path.abspath(build))
    every = ["recurrence", "store", "private", "look_back", "log", "first_frame", "pause", "service", "lateness", "crowd",
             "year"]
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
