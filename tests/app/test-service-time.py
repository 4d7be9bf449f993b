#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What time does to the real service: the zone changes while it runs, told by a system bus that is not the machine's or by
an /etc/localtime that is not the machine's, and a thousand reminders are due at the same second. Usage: test-service-time.py FOOTBRIDGE APP-ID VERSION [TEST…]"""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import main  # noqa: E402
from counter import Counter, Server  # noqa: E402
from desk import BUS_CONFIG, wait_for  # noqa: E402
from gi.repository import GLib  # noqa: E402
from service_case import ServiceCase  # noqa: E402

TIMEDATE = "org.freedesktop.timedate1"
TIMEDATE_PATH = "/org/freedesktop/timedate1"
TIMEDATE_INTERFACE = f"""<node><interface name="{TIMEDATE}">
<property name="Timezone" type="s" access="read"/>
</interface></node>"""


class Timedate(Server):
    """The system's time service, as far as it names the zone."""

    def __init__(self, address, zone):
        self.zone, self.asked_for = zone, 0
        super().__init__(address, TIMEDATE, TIMEDATE_PATH, TIMEDATE_INTERFACE)

    def called(self, connection, sender, path, interface, method, parameters, invocation):
        """It has no methods."""

    def asked(self, connection, sender, path, interface, name):
        self.asked_for += 1
        return GLib.Variant("s", self.zone)

    def move_to(self, zone, named=True):
        """Tells of another zone, or only that it is another one."""
        self.zone = zone
        changed = ({"Timezone": GLib.Variant("s", zone)}, []) if named else ({}, ["Timezone"])
        self.bus.emit_signal(None, TIMEDATE_PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                             GLib.Variant("(sa{sv}as)", (TIMEDATE, *changed)))
        self.bus.flush_sync()


class ZoneDesk(Counter):
    """A desk with a system bus, whose programs are not told the zone by their environment."""

    def start_bus(self):
        config = os.path.join(self.folder, "system-bus.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write(BUS_CONFIG.format(services=os.path.join(self.folder, "nothing")))
        output = subprocess.run(["dbus-daemon", f"--config-file={config}", "--fork", "--print-address=1", "--print-pid=1"],
                                env=self.env, check=True, capture_output=True, text=True).stdout
        self.system_address, self.system_pid = output.split()[0], int(output.split()[1])
        self.env["DBUS_SYSTEM_BUS_ADDRESS"] = self.system_address
        # What the bus starts would have the zone from it.
        zone = self.env.pop("TZ")
        super().start_bus()
        self.env["TZ"] = zone

    def close(self):
        try:
            super().close()
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.system_pid, signal.SIGTERM)

    def footbridge_env(self):
        env = super().footbridge_env()
        env.pop("TZ", None)
        return env


class Zones(ServiceCase):
    def setUp(self):
        self.desk = ZoneDesk(self.program, self.app_id, self.version)
        self.addCleanup(self.desk.close)
        self.desk.__enter__()
        self.children = []
        self.addCleanup(self.end_children)

    def start_timedate(self):
        self.timedate = Timedate(self.desk.system_address, "Europe/Berlin")
        self.addCleanup(self.timedate.close)

    def deadline(self):
        return self.desk.properties()["NextDeadline"] // 1000

    def instant(self, local, zone):
        return int(subprocess.run(["date", "-d", local, "+%s"], env={**self.desk.env, "TZ": zone}, check=True,
                                  capture_output=True, text=True).stdout)

    def wait_for_deadline(self, local, zone):
        instant = self.instant(local, zone)
        wait_for(f"the deadline {local} in {zone}", lambda: self.deadline() == instant, 60)

    def test_zone_changes(self):
        """another zone moves the next deadline while the service runs; what is pinned to a zone stays"""
        self.start_timedate()
        self.plan(now="2026-11-23 12:00:00")
        self.desk.add_agreed("--title", "Call", "--start", "2026-11-23T20:00", "--rule", "FREQ=DAILY", "--zone",
                      "Europe/Berlin")
        self.reminders_on()
        self.wait_for_deadline("2026-11-23 19:00", "Europe/Berlin")
        self.timedate.move_to("Asia/Kolkata")
        self.wait_for_deadline("2026-11-23 19:00", "Asia/Kolkata")
        self.timedate.move_to("America/New_York", named=False)
        self.wait_for_deadline("2026-11-23 20:00", "Europe/Berlin")
        self.timedate.move_to("Nowhere/Land")
        self.timedate.move_to("Europe/London")
        self.wait_for_deadline("2026-11-23 20:00", "Europe/Berlin")
        self.assertEqual(len(self.desk.server.history), 0)

    def test_due_elsewhere(self):
        """where the evening has come already, the reminder comes at once, and only once however far it goes"""
        self.start_timedate()
        # Planned long before: what a slow machine takes to plan it is not the time in which it is due.
        self.plan(now="2026-11-23 12:00:00")
        self.now = "2026-11-23 18:01:00"
        self.reminders_on()
        self.wait_for_deadline("2026-11-23 19:00", "Europe/Berlin")
        self.assertEqual(len(self.desk.server.history), 0)
        self.timedate.move_to("Europe/Helsinki")
        self.desk.wait_for_shown()
        wait_for("it to be on record", lambda: self.states() == ["shown"])
        for zone, day in (("Europe/Berlin", 23), ("Asia/Tokyo", 24), ("Europe/London", 23), ("Europe/Berlin", 23)):
            self.timedate.move_to(zone)
            self.wait_for_deadline(f"2026-11-{day} 19:00", zone)
        # The evening comes here too.
        pid = self.desk.service_pid()
        os.kill(pid, signal.SIGKILL)
        wait_for("the service to be gone", lambda: self.desk.service_pid() != pid)
        self.desk.shift_clock_to("2026-11-23 18:59:58")
        self.desk.start_service()
        self.wait_for_deadline("2026-11-24 19:00", "Europe/Berlin")
        self.assertEqual(self.states(), ["shown"])
        self.assertLessEqual(len([one for one in self.desk.server.history if not one["replaces"]]), 1)

    def test_late_time_service(self):
        """a time service that comes while the service runs is heard"""
        self.plan(now="2026-11-23 12:00:00")
        self.reminders_on()
        self.start_timedate()
        self.timedate.move_to("Pacific/Auckland")
        self.wait_for_deadline("2026-11-24 19:00", "Pacific/Auckland")

    def test_system_bus_ends(self):
        """the end of the system bus ends nothing, and the zone stays what it was"""
        self.start_timedate()
        self.plan(now="2026-11-23 12:00:00")
        pid = self.reminders_on()
        self.timedate.move_to("Asia/Kolkata")
        self.wait_for_deadline("2026-11-23 19:00", "Asia/Kolkata")
        os.kill(self.desk.system_pid, signal.SIGTERM)
        time.sleep(1)
        self.assertEqual(self.desk.service_pid(), pid)
        self.wait_for_deadline("2026-11-23 19:00", "Asia/Kolkata")


class Localtime(ServiceCase):
    """The service sees another /etc: all of the machine's, but a link for localtime that the test replaces. There is no
    system bus, and nothing in the environment names a zone."""

    def enter(self, zone):
        """Starts the service there."""
        self.etc, real = (os.path.join(self.desk.folder, name) for name in ("etc", "real-etc"))
        os.mkdir(self.etc)
        os.mkdir(real)
        for name in os.listdir("/etc"):
            if name != "localtime":
                os.symlink(os.path.join(real, name), os.path.join(self.etc, name))
        self.move_to(zone)
        env = self.desk.footbridge_env()
        del env["TZ"]
        # Only the service itself believes in another time, not what puts it there.
        inside = [f"{name}={env.pop(name)}" for name in ("LD_PRELOAD", "FAKETIME", "FAKETIME_DONT_FAKE_MONOTONIC")]
        child = subprocess.Popen(["bwrap", "--dev-bind", "/", "/", "--bind", "/etc", real, "--bind", self.etc, "/etc",
                                  "--die-with-parent", "env", *inside, self.program, "run"],
                                 env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        self.children.append(child)
        self.addCleanup(self.leave, child)
        wait_for("the service", self.desk.service_pid)

    def leave(self, child):
        pid = self.desk.service_pid()
        if pid:
            os.kill(pid, signal.SIGTERM)
        child.wait(10)

    def move_to(self, zone):
        link = os.path.join(self.etc, "localtime")
        os.symlink(f"/usr/share/zoneinfo/{zone}", link + ".new")
        os.rename(link + ".new", link)

    def instant(self, local, zone):
        return int(subprocess.run(["date", "-d", local, "+%s"], env={**self.desk.env, "TZ": zone}, check=True,
                                  capture_output=True, text=True).stdout)

    def arrive(self, zone, local):
        """The service knows the zone, and waits for what is due next there."""
        wait_for(f"{zone}", lambda: self.desk.properties()["Zone"] == zone)
        wait_for(f"the deadline {local} in {zone}",
                 lambda: self.desk.properties()["NextDeadline"] // 1000 == self.instant(local, zone))

    def test_deadline_follows(self):
        """another /etc/localtime moves the next deadline while the service runs"""
        self.plan(now="2026-11-23 12:00:00")
        self.enter("Europe/Berlin")
        self.desk.run("reminders", "on")
        self.arrive("Europe/Berlin", "2026-11-23 19:00")
        self.assertEqual(self.desk.properties()["ZoneSource"], "localtime")
        for zone in ("Asia/Kolkata", "America/New_York", "Europe/Berlin"):
            self.move_to(zone)
            self.arrive(zone, "2026-11-23 19:00")
        self.assertEqual(self.desk.server.history, [])

    def test_once(self):
        """there and back before it is due, and there and back after it came: a reminder comes once"""
        self.plan(now="2026-11-23 18:59:48")
        self.enter("Europe/Berlin")
        self.desk.run("reminders", "on")
        self.arrive("Europe/Berlin", "2026-11-23 19:00")
        self.move_to("Europe/London")
        self.arrive("Europe/London", "2026-11-23 19:00")
        self.move_to("Europe/Berlin")
        self.desk.wait_for_shown()
        wait_for("it to be on record", lambda: self.states() == ["shown"])
        self.move_to("Europe/London")
        self.arrive("Europe/London", "2026-11-23 19:00")
        self.move_to("Europe/Berlin")
        self.arrive("Europe/Berlin", "2026-11-24 19:00")
        time.sleep(1)
        self.assertEqual(len(self.desk.server.history), 1)


class Crowd(ServiceCase):
    def test_crowd(self):
        """a thousand reminders at the same second are one notification, and each is on record"""
        self.plan(now="2026-11-23 12:00:00")
        with contextlib.closing(sqlite3.connect(os.path.join(self.desk.data, "space.db"))) as database:
            cursor = database.execute("SELECT * FROM rituals")
            columns = [column[0] for column in cursor.description]
            row = dict(zip(columns, cursor.fetchone()))
            del row["seq"]
            for _ in range(999):
                copy = {**row, "id": str(uuid.uuid4())}
                database.execute(f"INSERT INTO rituals ({', '.join(copy)}) VALUES ({', '.join('?' * len(copy))})",
                                 list(copy.values()))
            database.commit()
        self.now = "2026-11-23 18:59:50"
        self.reminders_on()
        shown = self.desk.wait_for_shown(60)
        self.assertIn("1000 moments", shown["body"])
        wait_for("all to be on record", lambda: self.reasons() == {("folded", "burst"): 1000}, 60)
        time.sleep(1)
        self.assertEqual(len(self.desk.server.history), 1)

    def reasons(self):
        with contextlib.closing(sqlite3.connect(os.path.join(self.desk.data, "space.db"))) as database:
            return {(state, reason): count for state, reason, count in
                    database.execute("SELECT state, reason, count(*) FROM reminders GROUP BY state, reason")}


if __name__ == "__main__":
    main(program=None, app_id=None, version=None)
