#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every gap and overlap of every installed zone from 2015 to 2035, against Python's zoneinfo.

A local time with fold 0 is what RFC 5545 3.3.5 asks for: in a gap it is read with the offset before
the gap, and of two it is the first.
"""

import subprocess
import sys
import zoneinfo
from datetime import datetime, timedelta, timezone

EPOCH = datetime(1970, 1, 1)
FIRST = int(datetime(2015, 1, 1, tzinfo=timezone.utc).timestamp())
LAST = int(datetime(2036, 1, 1, tzinfo=timezone.utc).timestamp())
DAY = 86400


def offset_at(zone, utc):
    return int(datetime.fromtimestamp(utc, zone).utcoffset().total_seconds())


def changes(zone):
    """The instants at which the offset changes, to the second, with the offsets before and after."""
    found = []
    before = offset_at(zone, FIRST)
    for utc in range(FIRST, LAST, DAY):
        after = offset_at(zone, utc + DAY)
        if after != before:
            low, high = utc, utc + DAY
            while high - low > 1:
                middle = (low + high) // 2
                if offset_at(zone, middle) == before:
                    low = middle
                else:
                    high = middle
            found.append((high, before, after))
        before = after
    return found


def expected(zone, local):
    instant = (EPOCH + timedelta(seconds=local)).replace(tzinfo=zone, fold=0).astimezone(timezone.utc)
    utc = int(instant.timestamp())
    return utc, utc + offset_at(zone, utc)


def main():
    names = sorted(name for name in zoneinfo.available_timezones() if name != "localtime")
    questions, answers = [], []
    gaps = overlaps = 0
    for name in names:
        zone = zoneinfo.ZoneInfo(name)
        locals_to_ask = [FIRST, (FIRST + LAST) // 2, LAST - DAY]
        for utc, before, after in changes(zone):
            gaps += after > before
            overlaps += after < before
            low, high = sorted((utc + before, utc + after))
            for edge in (low, high):
                locals_to_ask += [edge - DAY, edge - 3600, edge - 1, edge, edge + 1, edge + 3600, edge + DAY]
            locals_to_ask += range(low, high, max((high - low) // 7, 1))
        for local in locals_to_ask:
            questions.append(f"{name} {local}")
            utc, back = expected(zone, local)
            answers.append(f"{utc * 1000} {back}")

    ours = subprocess.run([sys.argv[1]], input="\n".join(questions) + "\n", capture_output=True, text=True,
                          check=True).stdout.splitlines()
    assert len(ours) == len(questions), f"{len(questions)} questions, {len(ours)} answers"
    wrong = [(question, theirs, answer) for question, theirs, answer in zip(questions, answers, ours) if theirs != answer]
    for question, theirs, answer in wrong[:10]:
        print(f"{question}\n  zoneinfo: {theirs}\n  ours:     {answer}")
    print(f"{len(names)} zones, {gaps} gaps, {overlaps} overlaps, {len(questions)} local times, {len(wrong)} differ")
    assert len(names) > 400 and gaps > 1000 and overlaps > 1000, "this machine has hardly any zones installed"
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
