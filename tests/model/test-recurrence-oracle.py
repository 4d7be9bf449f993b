#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Asks python-dateutil and us for the starts of the same random rules.

Rules are drawn with fixed seeds from the whole subset, without the three shapes that are refused
because programs read them differently. DTSTART is always the rule's first real occurrence.
"""

import datetime as datetime_module
import random
import subprocess
import sys
import types
from datetime import datetime, timedelta
from itertools import islice

from dateutil import rrule as rrule_module
from dateutil.rrule import rrulestr

SEEDS = (1, 2, 3, 4, 5)
RULES_PER_SEED = 2000
YEARS = 8
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def draw_rule(rng):
    freq = rng.choice(("DAILY", "WEEKLY", "MONTHLY", "YEARLY"))
    parts = ["FREQ=" + freq]
    if rng.random() < 0.6:
        intervals = {"YEARLY": (1, 2, 3, 4), "MONTHLY": (1, 2, 3, 5, 6, 7, 12, 13)}
        parts.append(f"INTERVAL={rng.choice(intervals.get(freq, (1, 2, 2, 3, 4, 5, 7, 10, 14, 26)))}")
    by_month = rng.random() < 0.35
    by_month_day = freq != "WEEKLY" and rng.random() < 0.35 and (by_month or freq != "YEARLY")
    by_day = rng.random() < 0.5
    if by_month:
        parts.append("BYMONTH=" + ",".join(map(str, rng.sample(range(1, 13), rng.randint(1, 5)))))
    if by_month_day:
        days = rng.sample([day for day in range(-31, 32) if day != 0], rng.randint(1, 5))
        parts.append("BYMONTHDAY=" + ",".join(map(str, days)))
    if by_day:
        days = rng.sample(WEEKDAYS, rng.randint(1, 4))
        if freq == "MONTHLY" and rng.random() < 0.5:
            days = [f"{rng.choice((1, 2, 3, 4, 5, -1, -2, -5))}{day}" for day in days]
        elif freq == "YEARLY" and rng.random() < 0.6:
            most = 5 if by_month else 53
            days = [f"{rng.choice((1, 2, -1, rng.randint(1, most), -rng.randint(1, most)))}{day}" for day in days]
        parts.append("BYDAY=" + ",".join(days))
    if freq != "WEEKLY" and (by_month or by_month_day or by_day) and rng.random() < 0.3:
        positions = rng.sample((1, -1, 2, -2, 3, -3, 5, -7, 10, 31, -31), rng.randint(1, 3))
        parts.append("BYSETPOS=" + ",".join(map(str, positions)))
    if rng.random() < 0.4:
        parts.append("WKST=" + rng.choice(WEEKDAYS))
    return ";".join(parts)


# Where nothing matches, dateutil looks on to the year 9999, with UNTIL too. It takes the last year from here.
calendar = types.SimpleNamespace(**vars(datetime_module))
rrule_module.datetime = calendar


def starts_of(rule, start, until, most):
    calendar.MAXYEAR = until.year
    limited = f"{rule};UNTIL={until:%Y%m%dT%H%M%S}"
    return list(islice(rrulestr(limited, dtstart=start), most))


def draw_case(rng):
    """One line to ask and the answer we expect, or None where the rule has no start within reach."""
    rule = draw_rule(rng)
    drawn = datetime(rng.randint(1970, 2088), rng.randint(1, 12), rng.randint(1, 28), rng.randint(0, 23),
                     rng.choice((0, 15, 30))) + timedelta(days=rng.randint(0, 3))
    until = drawn + timedelta(days=366 * YEARS)
    first = starts_of(rule, drawn, until, 1)
    if not first:
        return None

    start = first[0]
    n = rng.randint(3, 30)
    ending = rng.random()
    if ending < 0.3:
        starts = starts_of(rule, start, until, n)
        count = rng.randint(1, len(starts))
        rule, starts = f"{rule};COUNT={count}", starts[:count]
    else:
        if ending < 0.6:
            until = start + timedelta(days=rng.randint(0, 1500), hours=rng.randint(-3, 3))
        starts = starts_of(rule, start, until, n)
        rule = f"{rule};UNTIL={until:%Y%m%dT%H%M%S}"

    line = f"{start:%Y-%m-%dT%H:%M}|{rule}|{n}"
    return line, " ".join(f"{local:%Y-%m-%dT%H:%M}" for local in starts)


def main():
    cases = []
    for seed in SEEDS:
        rng = random.Random(seed)
        drawn = []
        while len(drawn) < RULES_PER_SEED:
            case = draw_case(rng)
            if case is not None:
                drawn.append(case)
        cases += drawn

    ours = subprocess.run([sys.argv[1]], input="".join(line + "\n" for line, _ in cases),
                          capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(ours) == len(cases), f"{len(cases)} questions, {len(ours)} answers"
    wrong = [(line, theirs, answer) for (line, theirs), answer in zip(cases, ours) if theirs != answer]
    for line, theirs, answer in wrong[:10]:
        print(f"{line}\n  dateutil: {theirs}\n  ours:     {answer}")
    print(f"{len(cases)} rules, {len(wrong)} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
