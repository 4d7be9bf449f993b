# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be reminded of, worked out the slow way: minute by minute, with dateutil and zoneinfo, from what the plan says
and nothing else. It shares no code and no idea with the service but the words of the design."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

MINUTE = 60_000
UTC = datetime.timezone.utc
WORTH = 30  # minutes for which a moment can be acted on, at least
CROWD = 3   # more than that at one time are told of together


def instant(local, zone):
    """UTC ms of a local time: in a gap with the offset before it, and the first of two."""
    return int(local.replace(tzinfo=zone, fold=0).timestamp() * 1000)


def wall(ms, zone):
    """What a clock on the wall of that zone shows."""
    return datetime.datetime.fromtimestamp(ms / 1000, UTC).astimezone(zone).replace(tzinfo=None, fold=0)


@dataclass
class Ritual:
    start: datetime.datetime
    rule: str
    times: str
    zone: str
    minutes: int
    remind: list
    who: str
    id: str = ""

    def line(self):
        return (f"ritual {self.start:%Y-%m-%dT%H:%M} {self.rule or '-'} {self.times or '-'} {self.zone or '-'} "
                f"{self.minutes} {','.join(map(str, self.remind))} {self.who}")

    def starts(self, until):
        """Local starts up to a day, times of the day included."""
        days = [self.start] if not self.rule else rrulestr(self.rule, dtstart=self.start).between(
            self.start - datetime.timedelta(days=1), until, inc=True)
        for day in days:
            for text in self.times.split(",") if self.times else [f"{self.start:%H:%M}"]:
                hour, minute = map(int, text.split(":"))
                yield day.replace(hour=hour, minute=minute)


@dataclass
class Plan:
    zone: str
    now: int           # UTC ms
    until: int         # UTC ms
    rituals: list = field(default_factory=list)
    quiet: list = field(default_factory=list)     # (weekdays, from, to) in minutes of the day
    absences: list = field(default_factory=list)  # (who, first day, first day back)

    def lines(self):
        return ([f"quiet {days} {begin} {end}" for days, begin, end in self.quiet]
                + [f"away {who} {first} {back}" for who, first, back in self.absences]
                + [ritual.line() for ritual in self.rituals])

    def is_quiet(self, local):
        minute = local.hour * 60 + local.minute
        for days, begin, end in self.quiet:
            today = days >> local.weekday() & 1
            yesterday = days >> (local.weekday() - 1) % 7 & 1
            if begin < end:
                if today and begin <= minute < end:
                    return True
            elif today and minute >= begin or yesterday and minute < end:
                return True
        return False

    def wait(self, due):
        """When something due then may be shown: the next time that the clock on the wall reads no quiet minute."""
        zone = ZoneInfo(self.zone)
        local = wall(due, zone)
        if not self.is_quiet(local):
            return due
        end = local.replace(second=0)
        while self.is_quiet(end):
            end += datetime.timedelta(minutes=1)
        first = instant(end, zone)
        return first if first > due else due + int((end - local).total_seconds() * 1000)

    def is_away(self, who, local):
        return any(first <= f"{local:%Y-%m-%d}" < back and (absent == "both" or who == "both" or absent == who)
                   for absent, first, back in self.absences)

    def reminders(self):
        """(name, instant, lead, due, when it may be shown, ritual) of all that must come, in no order."""
        here = ZoneInfo(self.zone)
        end = wall(self.until, here) + datetime.timedelta(days=3)
        for ritual in self.rituals:
            zone = ZoneInfo(ritual.zone) if ritual.zone else here
            for start in ritual.starts(end):
                at = instant(start, zone)
                if self.is_away(ritual.who, wall(at, here)):
                    continue
                for lead in ritual.remind:
                    due = at - lead * MINUTE
                    if self.now <= due <= self.until:
                        yield f"{ritual.id}@{start:%Y-%m-%dT%H:%M}", at, lead, due, self.wait(due), ritual

    def expect(self):
        """What the service that never sleeps shows: a sorted list of (UTC ms, name), "digest" for several together."""
        groups = defaultdict(dict)
        for name, at, lead, due, when, ritual in self.reminders():
            if when <= self.until:
                # Of one moment the newest counts.
                if name not in groups[when] or groups[when][name][1] < due:
                    groups[when][name] = (at, due, lead, ritual)
        shown = []
        for when, group in groups.items():
            # What waited for quiet hours to end and is over by then is told of together; the rest comes by itself.
            over = [name for name, (at, due, lead, ritual) in group.items()
                    if due != when and when > at + max(ritual.minutes, max(-lead, 0) + WORTH) * MINUTE]
            alone = [name for name in group if name not in over]
            if len(alone) > CROWD:
                alone, over = [], over + alone
            shown += [(when, name) for name in alone] + ([(when, "digest")] if over else [])
        return sorted(shown)
