# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""soak.py BUILD-FOLDER [NAME…]: what takes too long for every day. Random plans against a model, the same with clocks that are
wrong for a while, a year in which the service is killed again and again, and the real service through a month of crashes,
lost servers and clocks that are set.

The seeds are fixed. Prints one line for each, and at the end "N passed, N failed"; exits 1 if one failed."""

import contextlib
import datetime
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter as Tally
from zoneinfo import ZoneInfo

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))

from counter import Counter  # noqa: E402  (the path comes first)
from desk import wait_for  # noqa: E402
from model import MINUTE, Plan, Ritual, instant, wall  # noqa: E402

PLANS = 100
YEARS = 2
ROUNDS = 40
HOUR, DAY = 60 * MINUTE, 24 * 60 * MINUTE

ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Australia/Sydney", "Asia/Kolkata", "UTC",
         "America/Santiago", "America/St_Johns", "Pacific/Auckland", "Africa/Casablanca", "Asia/Tokyo"]
RULES = ["", "FREQ=DAILY", "FREQ=DAILY", "FREQ=DAILY;INTERVAL=2", "FREQ=WEEKLY;BYDAY=MO,WE,SA", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU",
         "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYDAY=1FR", "FREQ=DAILY;COUNT=9", "FREQ=WEEKLY;BYDAY=SU"]
REMIND = [[0], [10, 0], [60, 10, 0], [0, -30], [1440, 0], [30], [10, 0, -45], [720, 5], [-60]]


def stamp(text, zone):
    return instant(datetime.datetime.fromisoformat(text), ZoneInfo(zone))


def show(ms):
    return f"{datetime.datetime.fromtimestamp(ms / 1000, datetime.timezone.utc):%Y-%m-%d %H:%M:%S}Z"


class Driver:
    """The driver, see driver.c. What it says comes back as lists of words."""

    def __init__(self, program, folder):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env={**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC", "GIO_USE_VFS": "local"})
        self.folder = folder

    def send(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def read(self):
        """What is said up to "ok", and whether it came that far."""
        said = []
        for line in self.process.stdout:
            words = line.split()
            if words == ["ok"]:
                return said, True
            if line.endswith("\n"):
                said.append(words)
        return said, False

    def do(self, line):
        self.send(line)
        said, well = self.read()
        if not well:
            raise AssertionError(f"the driver ended at: {line}")
        return said

    def set_up(self, plan):
        self.do(f"open {self.folder} {plan.zone} {plan.now}")
        for line in plan.lines():
            said = self.do(line)
            if said:
                next(ritual for ritual in plan.rituals if not ritual.id).id = said[0][1]

    def close(self):
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        try:
            if self.process.wait(20) != 0:
                raise AssertionError(f"the driver ended with {self.process.returncode}")
        finally:
            self.kill()

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()


def shown_in(said):
    return [(int(words[1]), words[2]) for words in said if words[0] == "shown"]


def random_plan(chance, days):
    """A life: some rituals, quiet hours and days away, starting anywhere within three years, often near a clock change."""
    zone = chance.choice(ZONES)
    day = datetime.date(2026, 1, 1) + datetime.timedelta(days=chance.randrange(900))
    if chance.random() < 0.6:
        month, first = chance.choice([(3, 25), (3, 10), (4, 1), (9, 1), (9, 24), (10, 1), (10, 25), (10, 28)])
        day = datetime.date(chance.choice([2026, 2027, 2028]), month, first)
    begin = datetime.datetime.combine(day, datetime.time(chance.randrange(24), chance.randrange(60)))
    now = instant(begin, ZoneInfo(zone))
    plan = Plan(zone, now, now + days * DAY)

    # Times that meet now and then: full hours, the hours of clock changes, and any minute.
    def some_time():
        return chance.choice([f"{chance.randrange(24):02}:00", f"0{chance.randrange(4)}:{chance.choice([0, 15, 30, 45]):02}",
                              "19:00", "19:00", "07:00", "22:00", f"{chance.randrange(24):02}:{chance.randrange(60):02}"])

    for _ in range(chance.randint(1, 8)):
        rule = chance.choice(RULES)
        times = ",".join(sorted({some_time() for _ in range(chance.randint(2, 3))})) if rule and chance.random() < 0.25 else ""
        hour, minute = map(int, (times.split(",")[0] if times else some_time()).split(":"))
        start = datetime.datetime.combine(day + datetime.timedelta(days=chance.randint(-3, 6)), datetime.time(hour, minute))
        plan.rituals.append(Ritual(start, rule, times, chance.choice(["", "", "", chance.choice(ZONES)]),
                                   chance.choice([5, 10, 45, 240]), chance.choice(REMIND),
                                   chance.choice(["both", "both", "me", "partner"])))
    for _ in range(chance.choice([0, 1, 1, 1, 2])):
        begin_at, end_at = chance.choice([(1320, 420), (1350, 390), (0, 360), (150, 480), (60, 150), (1380, 90), (780, 840)])
        plan.quiet.append((chance.choice([127, 127, 31, 96, 85]), begin_at, end_at))
    plan.quiet = list(dict.fromkeys(plan.quiet))  # the very same ones are not noted twice
    for _ in range(chance.choice([0, 0, 1, 2])):
        first = day + datetime.timedelta(days=chance.randint(0, days))
        plan.absences.append((chance.choice(["both", "me", "partner"]), first.isoformat(),
                              (first + datetime.timedelta(days=chance.randint(1, 9))).isoformat()))
    plan.absences = list(dict.fromkeys(plan.absences))
    return plan


class Bubbles:
    """How often each notice came up anew on the screen, against what is on record. A service that is killed between showing
    and noting shows it once more: one more is allowed for what a kill left claimed, but not noted as shown, and one for
    what was taken back, off the record too, because a clock that was ahead had it come too early."""

    def __init__(self):
        self.total, self.alone, self.digests = 0, Tally(), 0
        self.noted, self.folds, self.back = Tally(), set(), Tally()
        self.torn, self.torn_digests = Tally(), 0
        self.seen = (Tally(), 0)  # up to the last kill

    def take(self, history):
        """What a server was told since it started. What took another one's place is no new bubble."""
        for one in history:
            self.total += 1
            names = {found[0] for found in (re.search(r"[0-9a-f-]{36}@[0-9T:-]+", key) for key in one["actions"]) if found}
            if one["replaces"] == 0 and names:
                self.alone.update(names)
            elif one["replaces"] == 0:
                self.digests += 1

    def killed(self, rows):
        """@rows: (ritual, start, state, reason, when it was shown) of all that is on record."""
        noted = Tally(f"{ritual}@{start}" for ritual, start, state, _, at in rows if state not in ("folded", "pending") and at)
        folds = self.folds | {at for *_, state, reason, at in rows if state == "folded" and reason != "superseded" and at}
        claimed = {f"{ritual}@{start}" for ritual, start, state, *_ in rows if state == "pending"}
        for name in claimed:
            if self.alone[name] - self.seen[0][name] > noted[name] - self.noted[name]:
                self.torn[name] += 1
        if claimed and self.digests - self.seen[1] > len(folds) - len(self.folds):
            self.torn_digests += 1
        self.back += self.noted - noted
        self.noted, self.folds, self.seen = noted, folds, (Tally(self.alone), self.digests)

    def judge(self):
        """What came up more often than it may have."""
        wrong = [f"{name[37:]} came up {count} times, {self.noted[name]} on record" for name, count in self.alone.items()
                 if count > self.noted[name] + self.torn[name] + self.back[name]]
        if self.digests > len(self.folds) + self.torn_digests:
            wrong.append(f"{self.digests} digests, {len(self.folds)} on record")
        return wrong


class Soak:
    def __init__(self, build):
        self.build = build
        self.driver = os.path.join(build, "tests/soak/driver")
        self.program = os.path.join(build, "src/app/footbridge")
        with open(os.path.join(build, "config.h"), encoding="utf-8") as file:
            config = file.read()
        self.app_id, self.version = (re.search(rf'^#define {name} "(.*)"$', config, re.MULTILINE)[1]
                                     for name in ("APP_ID", "VERSION"))
        self.passed = self.failed = 0

    @contextlib.contextmanager
    def folder(self):
        # In memory where that can be: years go by, and each commit would wait for the disk.
        path = tempfile.mkdtemp(prefix="footbridge-soak-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
        try:
            yield path
        finally:
            shutil.rmtree(path, ignore_errors=True)

    @contextlib.contextmanager
    def case(self, name):
        started, details = time.monotonic(), []
        try:
            yield details
        except Exception as error:  # the others are worth having all the same
            self.failed += 1
            print(f"not ok - {name}: {type(error).__name__}: {error}", flush=True)
        else:
            self.passed += 1
            print(f"ok - {name} ({', '.join(details + [f'{time.monotonic() - started:.0f} s'])})", flush=True)

    # ---- Random plans against the model

    def plans(self):
        """Each plan, as it is expected to the minute: what is shown when, alone or together, and nothing else."""
        total = Tally()
        for block in range(0, PLANS, 50):
            with self.case(f"plans {block} to {block + 49} are reminded of as the model says") as details:
                wrong = []
                for number in range(block, block + 50):
                    wrong += self.check_plan(number, total)
                if wrong:
                    raise AssertionError("; ".join(wrong[:5]))
                details.append(f"{total['alone']} alone and {total['digest']} digests so far")

    def check_plan(self, number, total):
        chance = random.Random(number)
        plan = random_plan(chance, 30)
        with self.folder() as folder:
            driver = Driver(self.driver, folder)
            try:
                driver.set_up(plan)
                said = driver.do("start")
                for stop in sorted(chance.sample(range(1, 29), 3)):
                    said += driver.do(f"go {plan.now + stop * DAY}") + driver.do("restart")
                said += driver.do(f"go {plan.until}")
                rows = driver.do("rows")
                driver.close()
            finally:
                driver.kill()
        shown, expected = sorted(shown_in(said)), plan.expect()
        total["alone"] += sum(name != "digest" for _, name in shown)
        total["digest"] += sum(name == "digest" for _, name in shown)
        wrong = [f"plan {number}: {len(lost)} not shown, first {show(lost[0][0])} {lost[0][1][36:] or lost[0][1]}"
                 for lost in [list((Tally(expected) - Tally(shown)).elements())] if lost]
        wrong += [f"plan {number}: {len(more)} too many, first {show(more[0][0])} {more[0][1][36:] or more[0][1]}"
                  for more in [list((Tally(shown) - Tally(expected)).elements())] if more]
        wrong += self.compare_rows(plan, rows, f"plan {number}")
        return wrong

    def compare_rows(self, plan, rows, what):
        """Everything that was due is on record, once, and nothing else."""
        there = Tally((words[1], int(words[2])) for words in rows)
        due = {(name, lead): when for name, _, lead, _, when, _ in plan.reminders()}
        wrong = [f"{what}: {name} {lead} is not on record" for (name, lead), when in due.items()
                 if when <= plan.until and not there[name, lead]]
        wrong += [f"{what}: {name} {lead} should not be on record" for name, lead in there if (name, lead) not in due]
        wrong += [f"{what}: {key} is there twice" for key, count in there.items() if count > 1]
        return wrong

    # ---- Clocks that are wrong for a while

    def clocks(self):
        """However wrong the clock was: once it is right and time runs on, all that is due comes when it is due. A clock that
        lay behind and is set right again brings nothing a second time."""
        for name, check in [("ahead", self.check_ahead), ("behind", self.check_behind)]:
            total = Tally()
            with self.case(f"{PLANS} plans with a clock that is {name} for a while") as details:
                wrong = []
                for number in range(PLANS):
                    wrong += check(number, total)
                if wrong:
                    raise AssertionError(f"{len(wrong)}: " + "; ".join(wrong[:5]))
                details.append(f"{total['again']} again, {total['alone']} alone and {total['digest']} digests afterwards")

    def live(self, plan, lines):
        """What is said at each of these lines, and the rows at the end."""
        with self.folder() as folder:
            driver = Driver(self.driver, folder)
            try:
                driver.set_up(plan)
                said = [driver.do(line) for line in ["start"] + lines]
                driver.do("rows")
                driver.close()
            finally:
                driver.kill()
        return said

    def compare_since(self, what, plan, shown, since, total):
        shown = Tally(entry for entry in shown if entry[0] > since)
        expected = Tally(entry for entry in plan.expect() if entry[0] > since)
        total["alone"] += sum(count for (_, name), count in shown.items() if name != "digest")
        total["digest"] += sum(count for (_, name), count in shown.items() if name == "digest")
        return ([f"{what}: {show(at)} {name[36:] or name} is not shown" for at, name in expected - shown]
                + [f"{what}: {show(at)} {name[36:] or name} is shown" for at, name in shown - expected])

    def check_ahead(self, number, total):
        chance = random.Random(2000 + number)
        plan = random_plan(chance, 20)
        wrong = plan.now + chance.randint(1, 4 * 24 * 60) * MINUTE
        ahead = chance.choice([11, 30, 60, 120, 300, 720, 1440, 5 * 1440, 40 * 1440, 400 * 1440]) * MINUTE
        right = wrong + chance.choice([0, 1, 30, 300, 1440]) * MINUTE
        lines = [f"go {wrong}", f"set {wrong + ahead}", f"go {right + ahead}"]
        if chance.random() < 0.3:
            lines.append("restart")
        said = self.live(plan, lines + [f"set {right}", f"go {plan.until}"])
        # What was due before that, and waits for quiet hours to end, may be told of already or is told of late; and what came
        # only minutes too early counts.
        since = max([right + 10 * MINUTE, plan.wait(right)] + [when for _, _, _, due, when, _ in plan.reminders() if due <= right < when])
        early = {name for words in said[3:-2] for _, name in shown_in(words)}
        after = shown_in(said[-2] + said[-1])
        total["again"] += len(early & {name for _, name in after} - {"digest"})
        return self.compare_since(f"plan {number}, {ahead // MINUTE} minutes ahead", plan, after, since, total)

    def check_behind(self, number, total):
        chance = random.Random(3000 + number)
        plan = random_plan(chance, 20)
        wrong = plan.now + chance.randint(5 * 24 * 60, 10 * 24 * 60) * MINUTE
        behind = chance.choice([60, 300, 720, 1440, 5 * 1440, 40 * 1440, 400 * 1440, 5 * 365 * 1440]) * MINUTE
        # Started with an empty battery, and corrected before anything is due.
        seconds = chance.choice([5, 20, 50]) * 1000
        said = self.live(plan, [f"go {wrong}", "stop", f"set {wrong - behind}", "restart", f"go {wrong - behind + seconds}",
                                f"set {wrong + seconds}", f"go {plan.until}"])
        meanwhile = [entry for words in said[4:7] for entry in shown_in(words) if not wrong - behind <= entry[0] <= wrong - behind + seconds]
        late = [entry for entry in meanwhile if entry[0] == wrong + seconds and not any(
            wrong < when <= wrong + seconds for _, _, _, _, when, _ in plan.reminders())]
        what = f"plan {number}, {behind // MINUTE} minutes behind"
        total["again"] += len(late)
        return ([f"{what}: {name[36:] or name} is shown again" for _, name in late]
                + self.compare_since(what, plan, shown_in(said[-1]), wrong + seconds, total))

    # ---- A year of kill -9

    def years(self):
        for number in range(YEARS):
            with self.case(f"a year of kill -9, sleep and lost servers, life {number + 1}") as details:
                self.live_a_year(number, details)

    def live_a_year(self, number, details):
        chance = random.Random(1000 + number)
        plan = random_plan(chance, 365)
        plan.rituals = [ritual for ritual in plan.rituals if ritual.rule] or \
            [Ritual(datetime.datetime(2026, 1, 1, 19), "FREQ=DAILY", "", "", 10, [10, 0], "both")]
        now, caught_up, shown, kills, torn, driver = plan.now, plan.now, [], [], 0, None
        with self.folder() as folder:
            try:
                driver = Driver(self.driver, folder)
                driver.set_up(plan)
                while now < plan.until:
                    if driver is None:
                        driver = Driver(self.driver, folder)
                        driver.do(f"open {folder} {plan.zone} {now}")
                    driver.do(f"refuse {int(chance.random() < 0.1)}")
                    target = min(now + chance.randint(1, 20 * DAY), plan.until)
                    said, parts = [], 4
                    driver.send("start")
                    # Some are killed in the middle of catching up, but not for so long that it is too late for that.
                    if chance.random() < 0.7 or now - caught_up > 20 * DAY:
                        said, parts, caught_up = driver.read()[0], 3, now
                    driver.send(f"go {target}")
                    driver.send("refuse 0")
                    driver.send("restart")
                    time.sleep(chance.choice([0.001, 0.01, 0.05, 0.2, 0.4]) * chance.random())
                    driver.process.kill()
                    for _ in range(parts):
                        part, well = driver.read()
                        said += part
                        if not well:
                            torn += 1
                            break
                    driver.kill()
                    driver = None
                    shown += shown_in(said)
                    now = max([now] + [int(words[1]) for words in said if words[0] in ("now", "shown")])
                    kills.append(now)
                    if chance.random() < 0.4:
                        now += chance.choice([chance.randint(1, 60) * MINUTE, chance.randint(1, 30) * HOUR, chance.randint(1, 9) * DAY])
                driver = Driver(self.driver, folder)
                driver.do(f"open {folder} {plan.zone} {max(now, plan.until)}")
                shown += shown_in(driver.do("start"))
                shown += shown_in(driver.do(f"go {max(now, plan.until) + DAY}"))
                rows = driver.do("rows")
                driver.close()
            finally:
                if driver:
                    driver.kill()
        self.judge_year(plan, shown, kills, rows)
        details += [f"{len(kills)} kills, {torn} of them while it worked", f"{len(rows)} reminders", f"{len(shown)} shown"]

    def judge_year(self, plan, shown, kills, rows):
        zone = ZoneInfo(plan.zone)
        expected = {(name, lead) for name, _, lead, _, when, _ in plan.reminders() if when <= plan.until}
        there = {(words[1], int(words[2])): words for words in rows}
        wrong = [f"{key} was lost" for key in expected if key not in there]
        wrong += [f"{key} is still {there[key][3]}" for key in expected & set(there)
                  if there[key][3] not in ("shown", "folded", "withdrawn")]
        wrong += [f"shown in quiet hours: {show(at)}" for at, _ in shown if plan.is_quiet(wall(at, zone))]

        # As often as there are rows of it; once more only where it was shown just before a kill, before that could be noted.
        alone = Tally(name for _, name in shown if name != "digest")
        noted = Tally(words[1] for words in rows if int(words[6]) and words[3] != "folded")
        last = Tally(name for kill in kills for at, name in {entry for entry in shown if entry[0] == kill})
        wrong += [f"{name} was shown {count} times, {noted[name]} on record" for name, count in alone.items()
                  if count > noted[name] + last[name]]
        wrong += [f"{name} is on record {count} times, shown {alone[name]}" for name, count in noted.items() if alone[name] < count]
        digests = {at for at, name in shown if name == "digest"}
        wrong += [f"{words[1]} was folded at {show(int(words[6]))}, without a digest" for words in rows
                  if words[3] == "folded" and words[4] != "superseded" and int(words[6]) not in digests]
        if wrong:
            raise AssertionError(f"{len(wrong)}: " + "; ".join(wrong[:5]))

    # ---- The real service

    def service(self):
        with self.case(f"the real service through {ROUNDS} crashes, lost servers and set clocks") as details:
            with Counter(self.program, self.app_id, self.version) as desk:
                self.serve(desk, details)

    def serve(self, desk, details):
        """Each round is some seconds of an evening: the service is started, at times without a server or late, and
        killed at any moment. The clock goes on by a day or less from round to round, now and then back."""
        chance = random.Random(7)
        zone = ZoneInfo("Europe/Berlin")
        now = stamp("2026-11-23 18:59:50", "Europe/Berlin")

        def at(ms, speed=None):
            desk.shift_clock_to(f"{wall(ms, zone):%Y-%m-%d %H:%M:%S}", speed)

        at(now - DAY)
        desk.run("setup", "--me", "Robin", "--partner", "Kim", "--reminders", "off")
        rituals = [desk.add_agreed("--title", f"Number {number}", "--start", f"2026-11-23T{clock}", "--rule", "FREQ=DAILY",
                            "--remind", remind, "--minutes", "10")
                   for number, (clock, remind) in enumerate([("19:00", "10,0"), ("19:05", "0"), ("19:20", "30,0,-10"), ("07:00", "0")])]
        desk.run("reminders", "on")
        first = wait_for("the service", desk.service_pid)
        os.kill(first, signal.SIGKILL)
        wait_for("it to be gone", lambda: not desk.service_pid())

        bubbles, latest, back = Bubbles(), now, 0

        def kill(pid):
            os.kill(pid, signal.SIGKILL)
            wait_for("it to be gone", lambda: not desk.service_pid())
            if desk.server:
                bubbles.take(desk.server.history)
                desk.stop_server()
            bubbles.killed(self.read(desk, "SELECT ritual_id, start, state, reason, shown_at FROM reminders"))

        for number in range(ROUNDS):
            at(now, 300)
            served = chance.random() < 0.8
            if served:
                desk.start_server()
            pid = desk.start_service()
            time.sleep(0.3 + 2.5 * chance.random())
            if served and chance.random() < 0.3:
                bubbles.take(desk.server.history)
                desk.stop_server()
                desk.start_server()
                time.sleep(1)
            kill(pid)
            latest = max(latest, now + 20 * MINUTE)
            step = chance.choice([5 * MINUTE, 20 * MINUTE, 3 * HOUR, DAY, DAY - 30 * MINUTE, 2 * DAY])
            if chance.random() < 0.15:
                step, back = -chance.choice([MINUTE, 40 * MINUTE, 5 * HOUR, DAY]), back + 1
            now += step

        now = latest + 2 * DAY
        at(now, 300)
        desk.start_server()
        pid = desk.start_service()
        wait_for("the digest", lambda: desk.server.history)
        time.sleep(1)
        wait_for("everything to be on record", lambda: not self.read(desk, "SELECT id FROM reminders WHERE state = 'pending'"))
        kill(pid)
        twice = bubbles.judge()
        if twice:
            raise AssertionError(f"{len(twice)} came up more often than they are on record, first {twice[0]}")

        # Every moment up to the last round is on record, whatever was killed.
        day = datetime.datetime(2026, 11, 23)
        leads = dict(zip(rituals, ([10, 0], [0], [30, 0, -10], [0])))
        clocks = dict(zip(rituals, ((19, 0), (19, 5), (19, 20), (7, 0))))
        due = []
        for ritual in rituals:
            for days in range(400):
                start = (day + datetime.timedelta(days=days)).replace(hour=clocks[ritual][0], minute=clocks[ritual][1])
                due += [(ritual, f"{start:%Y-%m-%dT%H:%M}", lead) for lead in leads[ritual]
                        if instant(start, zone) - lead * MINUTE <= latest]
        there = set(self.read(desk, "SELECT ritual_id, start, lead FROM reminders WHERE deleted_at = 0"))
        # Where a newer one of the same moment counts, the older need not be noted.
        lost = [key for key in due if key not in there
                and not any((key[0], key[1], lead) in there for lead in leads[key[0]] if lead < key[2])]
        if lost:
            raise AssertionError(f"{len(lost)} of {len(due)} reminders were lost, first {lost[0]}")
        details += [f"{len(due)} reminders", f"{bubbles.total} notifications", f"{sum(bubbles.torn.values())} of them shown and not noted at a kill",
                    f"{sum(bubbles.back.values())} taken back",
                    f"the clock set back {back} times"]

    @staticmethod
    def read(desk, query):
        with contextlib.closing(sqlite3.connect(os.path.join(desk.data, "space.db"))) as database:
            return database.execute(query).fetchall()


def main(build, *names):
    soak = Soak(os.path.abspath(build))
    every = ["plans", "clocks", "years", "service"]
    unknown = set(names) - set(every)
    if unknown:
        sys.exit(f"There is no {', '.join(sorted(unknown))}; there are {', '.join(every)}.")
    for name in names or every:
        getattr(soak, name)()
    print(f"{soak.passed} passed, {soak.failed} failed")
    return 1 if soak.failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
