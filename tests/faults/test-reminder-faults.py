#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in a reminder's way on a real desktop: each time it comes exactly once in the end, and the log says what was
the matter. Usage: test-reminder-faults.py FOOTBRIDGE APP-ID VERSION [TEST…]"""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import main  # noqa: E402
from counter import Shell  # noqa: E402
from desk import wait_for  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402
from service_case import ServiceCase  # noqa: E402

# Twenty times as fast, so that a minute of waiting is three seconds.
SPEED = 20
EVENING = "2026-11-23 18:59:00"
# Time enough to put something in the way first, also on a slow computer.
EARLY = "2026-11-23 18:56:00"


class FaultCase(ServiceCase):
    def entry(self):
        found = [entry for entry in self.json("reminders", "log") if entry["occurrence"] == self.name]
        return found[0] if found else {}

    def wait_for_state(self, state, reason=None):
        return wait_for(f"“{state}” in the log", lambda: (self.entry().get("state"), self.entry().get("reason")) ==
                        (state, reason) and self.entry())

    def count(self):
        """How often a reminder, and nothing else, was shown."""
        return len([one for one in self.desk.server.history if "could not" not in one["summary"]])

    def shown_once(self):
        """It is on record, came once, and stays that way when the service looks again."""
        entry = self.wait_for_state("shown")
        self.desk.run("win", "add", "You laughed")
        time.sleep(1)
        self.assertEqual(self.count(), 1)
        return entry


class Servers(FaultCase):
    def test_none_at_first(self):
        """with nobody to show it a reminder waits and says so; it comes once as soon as somebody is there"""
        self.plan(now=EVENING, speed=SPEED, server=False)
        self.reminders_on()
        entry = self.wait_for_state("pending", "no-server")
        self.assertIn("no notification service", entry["why"])
        self.assertIsNone(entry["shown_at"])
        self.assertIsNone(entry["lateness_seconds"])
        status = self.json("reminders", "status")
        self.assertIsNone(status["notification_server"])
        self.assertIn("no-server", [finding["id"] for finding in status["findings"]])
        # Some seconds on its clock, so that it is late.
        time.sleep(0.2)
        self.desk.start_server()
        entry = self.shown_once()
        self.assertGreater(entry["lateness_seconds"], 0)
        self.assertIsNone(entry["reason"])
        status = wait_for("the trouble to be over",
                          lambda: self.json("reminders", "status")["last_error"] is None and self.json("reminders", "status"))
        self.assertEqual([finding["id"] for finding in status["findings"] if not finding["hint"]], [])

    def test_goes_and_comes_back(self):
        """a server that dies takes nothing with it: what is due then comes once after it is back"""
        self.plan(now="2026-11-23 18:53:00", speed=SPEED)
        first = self.desk.add_agreed("--title", "Before", "--start", "2026-11-23T18:55", "--rule", "FREQ=DAILY")
        self.reminders_on()
        self.desk.wait_for_shown()
        self.desk.stop_server()
        entry = wait_for("the next one", lambda: self.entry().get("reason") == "no-server" and self.entry(), 90)
        self.assertEqual(entry["state"], "pending")
        self.desk.start_server()
        self.shown_once()
        before = [entry for entry in self.json("reminders", "log") if entry["ritual_id"] == first]
        self.assertEqual([entry["state"] for entry in before], ["shown"])

    def test_refuses(self):
        """a server that refuses is as good as none, and is tried again"""
        self.plan(now=EVENING, speed=SPEED, server=False)
        self.desk.start_server(refuses=True)
        self.reminders_on()
        entry = self.wait_for_state("pending", "no-server")
        self.assertIn("did not take", self.desk.properties()["LastError"])
        self.assertIsNone(entry["shown_at"])
        self.desk.stop_server()
        self.desk.start_server()
        self.shown_once()


class Portal(FaultCase):
    """Where notifications go through a portal, as in a sandbox."""

    def setUp(self):
        super().setUp()
        self.desk.env.update({"GNOTIFICATION_BACKEND": "portal", "GTK_USE_PORTAL": "1", "XDG_CURRENT_DESKTOP": "GNOME"})

    def start_portal(self, **how):
        portal = Shell(self.desk.address, "portal", **how)
        self.addCleanup(portal.close)
        return portal

    def findings(self):
        return [finding["id"] for finding in self.json("reminders", "status")["findings"] if not finding["hint"]]

    def plan_two(self, **how):
        """Two reminders that come one after the other; gives their names."""
        self.plan(server=False, speed=SPEED, **how)
        other = self.desk.add_agreed("--title", "After", "--start", "2026-11-23T19:02", "--rule", "FREQ=DAILY")
        return {self.name, f"{other}@2026-11-23T19:02"}

    def wait_for_all(self, state, reason, names):
        wait_for(f"“{state}” of all", lambda: {entry["occurrence"] for entry in self.json("reminders", "log")
                                             if (entry["state"], entry["reason"]) == (state, reason)} == names, 40)

    def states_of(self, names):
        return {entry["occurrence"]: entry["state"] for entry in self.json("reminders", "log") if entry["occurrence"] in names}

    def once_each(self, portal, names):
        """All of them came, once: each alone, or both in the digest if they were late by then."""
        states = wait_for("all to be on record", lambda: set(self.states_of(names).values()) <= {"shown", "folded"}
                          and self.states_of(names))
        self.assertEqual(set(states), names)
        self.desk.run("win", "add", "You laughed")
        time.sleep(1)
        alone = [name for name, state in states.items() if state == "shown"]
        self.assertEqual(sorted(portal.added), sorted(alone + ["digest"] * ("folded" in states.values())))
        wait_for("the trouble to be over", lambda: self.json("reminders", "status")["last_error"] is None)
        self.assertEqual(self.findings(), [])

    def test_missing(self):
        """with no portal there reminders wait and say so; each comes once as soon as there is one"""
        names = self.plan_two(now=EVENING)
        self.reminders_on()
        self.wait_for_all("pending", "no-server", names)
        self.assertEqual(self.desk.properties()["Backend"], "portal")
        self.assertEqual(self.findings(), ["no-server", "trouble"])
        self.assertIn("Nobody shows notifications on this desktop", self.desk.run("reminders", "status"))
        self.once_each(self.start_portal(version=2), names)

    def test_refuses(self):
        """a portal that refuses as the person wants it is told apart; once it takes something, what waits comes, each once"""
        names = self.plan_two(now=EVENING)
        portal = self.start_portal(version=2, refuses="org.freedesktop.portal.Error.NotAllowed")
        self.reminders_on()
        self.wait_for_all("pending", "no-server", names)
        self.assertEqual(set(portal.refused), names)
        self.assertEqual(portal.added, [])
        self.assertTrue(self.desk.properties()["NotificationsRefused"])
        self.assertEqual(self.findings(), ["notifications-refused"])
        text = self.desk.run("reminders", "status")
        self.assertIn("turned off on this desktop", text)
        self.assertIn("Settings, Notifications, Footbridge", text)
        result = subprocess.run([self.program, "reminders", "test"], env=self.desk.footbridge_env(),
                                capture_output=True, text=True, timeout=30)
        self.assertEqual(result.returncode, 1)
        self.assertIn("turned off on this desktop", result.stderr)

        portal.refuses = None
        self.desk.run("reminders", "test")
        self.assertEqual(portal.added[0], "test")
        self.assertFalse(self.desk.properties()["NotificationsRefused"])
        del portal.added[0]
        self.once_each(portal, names)

    def test_refuses_otherwise(self):
        """a portal that refuses for another reason is trouble, and no wish of the person"""
        self.plan(server=False)
        self.start_portal(version=2, refuses="org.freedesktop.portal.Error.Failed")
        self.reminders_on()
        self.wait_for_state("pending", "no-server")
        self.assertFalse(self.desk.properties()["NotificationsRefused"])
        self.assertEqual(self.findings(), ["trouble"])

    def test_refuses_and_goes(self):
        """a portal that refused and went leaves no word behind; the one that comes back is asked, and shows each once"""
        names = self.plan_two(now=EVENING)
        portal = self.start_portal(version=2, refuses="org.freedesktop.portal.Error.NotAllowed")
        self.reminders_on()
        self.wait_for_all("pending", "no-server", names)
        portal.close()
        wait_for("it to be noticed", lambda: self.findings() == ["no-server", "trouble"])
        self.once_each(self.start_portal(version=2), names)


class Bus(FaultCase):
    def lose_bus(self):
        self.desk.stop_server()
        os.kill(self.desk.bus_pid, signal.SIGKILL)

    def bring_bus(self):
        self.desk.start_bus()
        self.desk.address = self.desk.env["DBUS_SESSION_BUS_ADDRESS"]
        self.desk.bus = Gio.DBusConnection.new_for_address_sync(
            self.desk.address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.desk.start_server()

    def is_running(self, pid):
        try:
            with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
                return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
        except FileNotFoundError:
            return False

    def test_goes_and_comes_back(self):
        """with its bus the service ends; on the next one nothing comes twice, and what was due meanwhile comes once"""
        self.plan(now=EVENING, speed=SPEED)
        pid = self.reminders_on()
        self.desk.wait_for_shown()
        self.wait_for_state("shown")
        self.lose_bus()
        wait_for("the service to end", lambda: not self.is_running(pid))
        self.assertNotIn("CRITICAL", self.desk.service_log())

        # Nobody is there at 19:40, or a while after.
        self.desk.shift_clock_to("2026-11-23 19:30:00", SPEED)
        later = self.desk.add_agreed("--title", "Later", "--start", "2026-11-23T19:40", "--rule", "FREQ=DAILY")
        self.desk.shift_clock_to("2026-11-23 19:44:00", SPEED)
        self.bring_bus()
        self.assertEqual([(entry["state"], entry["reason"]) for entry in self.json("reminders", "log")],
                         [("pending", "no-service"), ("shown", None)])
        self.desk.start_service()
        self.desk.wait_for_shown()
        entry = wait_for("it to be on record", lambda: [entry for entry in self.json("reminders", "log")
                                                        if entry["ritual_id"] == later and entry["state"] == "shown"])[0]
        self.assertGreaterEqual(entry["lateness_seconds"], 240)
        self.assertRegex(entry["why"], r"^Shown \d+ minutes after it was due\.$")
        self.assertEqual(self.count(), 1)
        self.assertEqual(self.entry()["state"], "shown")


class Storage(FaultCase):
    def hold(self, *statements):
        """Another connection to the database, which holds it as a backup would."""
        holder = sqlite3.connect(os.path.join(self.desk.data, "space.db"), isolation_level=None, check_same_thread=False)
        for statement in statements:
            holder.execute(statement).fetchall()
        return holder

    def test_read_by_a_backup(self):
        """while a backup reads the database a reminder comes all the same, and is on record afterwards"""
        self.plan(now=EARLY, speed=SPEED)
        self.reminders_on()
        wait_for("the deadline", lambda: self.desk.properties()["NextDeadline"])
        holder = self.hold("BEGIN", "SELECT count(*) FROM rituals")
        self.desk.wait_for_shown()
        self.assertTrue(wait_for("the trouble", lambda: self.desk.properties()["LastError"]))
        self.assertIsNone(self.entry().get("id"))
        holder.execute("COMMIT")
        holder.close()
        self.shown_once()
        wait_for("the trouble to be over", lambda: not self.desk.properties()["LastError"])

    def test_held_by_a_backup(self):
        """while somebody holds the whole database a reminder waits, and comes once after that"""
        self.plan(now=EARLY, speed=SPEED)
        self.reminders_on()
        wait_for("the deadline", lambda: self.desk.properties()["NextDeadline"])
        holder = self.hold("BEGIN EXCLUSIVE")
        due = time.monotonic() + 4 * 60 / SPEED
        self.assertTrue(wait_for("the trouble", lambda: self.desk.properties()["LastError"], 40))
        # There may be trouble before it is due, too.
        wait_for("the time", lambda: time.monotonic() > due + 60 / SPEED)
        self.assertEqual(self.count(), 0)
        holder.execute("ROLLBACK")
        holder.close()
        entry = self.shown_once()
        self.assertGreater(entry["lateness_seconds"], 0)

    def test_full_disk(self):
        """a disk that is full while a reminder is recorded: it comes once, status says it, and the log has it later"""
        self.plan(now=EARLY, speed=SPEED)
        self.desk.run("reminders", "on")
        os.kill(wait_for("the service", self.desk.service_pid), signal.SIGTERM)
        self.wait_for_service_to_go()
        self.desk.shift_clock_to(EARLY, SPEED)
        child = subprocess.Popen([self.program, "run"], env=self.desk.footbridge_env(), stdin=subprocess.DEVNULL,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                 preexec_fn=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN))
        self.children.append(child)
        wait_for("the deadline", lambda: self.desk.service_pid() and self.desk.properties()["NextDeadline"])
        before = resource.prlimit(child.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(child.pid, resource.RLIMIT_FSIZE, (0, before[1]))
        self.desk.wait_for_shown()
        wait_for("the trouble", lambda: self.desk.properties()["LastError"])
        self.assertIn("trouble", [finding["id"] for finding in self.json("reminders", "status")["findings"]])
        self.assertNotIn(self.entry().get("state"), ("shown",))
        resource.prlimit(child.pid, resource.RLIMIT_FSIZE, before)
        entry = self.shown_once()
        self.assertLess(entry["lateness_seconds"], 120)
        wait_for("the trouble to be over", lambda: not self.desk.properties()["LastError"])


class Instances(FaultCase):
    def env_without_bus(self):
        env = self.desk.footbridge_env()
        del env["DBUS_SESSION_BUS_ADDRESS"]
        return env

    def run_without_bus(self):
        child = subprocess.Popen([self.program, "run"], env=self.env_without_bus(), stdin=subprocess.DEVNULL,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.children.append(child)
        self.addCleanup(child.stderr.close)
        child.stderr.readline()
        return wait_for("its lock", lambda: self.owner() == f"{child.pid} service" and child)

    def owner(self):
        with open(os.path.join(self.desk.data, "footbridge.lock"), encoding="utf-8") as lock:
            return lock.read().strip()

    def test_two(self):
        """a second service for a folder says who is there and leaves; after kill -9 of the first it can start"""
        self.plan(server=False)
        first = self.run_without_bus()
        self.assertEqual(os.stat(os.path.join(self.desk.data, "footbridge.lock")).st_mode & 0o777, 0o600)
        second = subprocess.run([self.program, "run"], env=self.env_without_bus(), capture_output=True, text=True, timeout=30)
        self.assertEqual(second.returncode, 1)
        self.assertRegex(second.stderr, rf"\Afootbridge: [^\n]*reminder service, process {first.pid}, [^\n]+\n\Z")
        # Another folder is another matter, and so is everything that does not remind.
        self.desk.run("win", "add", "You laughed")
        other = subprocess.Popen([self.program, "--data-dir", os.path.join(self.desk.folder, "other"), "run"],
                                 env=self.env_without_bus(), stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.children.append(other)
        time.sleep(1)
        self.assertIsNone(other.poll())
        first.send_signal(signal.SIGKILL)
        first.wait()
        self.assertIsNone(self.run_without_bus().poll())

    def test_takes_over(self):
        """a service on another bus waits while a folder is looked after, and takes over when that one is killed"""
        self.plan(now=EARLY, speed=SPEED)
        first = self.run_without_bus()
        self.reminders_on()
        self.assertFalse(self.desk.properties()["Reminding"])
        self.assertIn(f"process {first.pid}", self.desk.properties()["LastError"])
        self.assertIn("not-reminding", [finding["id"] for finding in self.json("reminders", "status")["findings"]])
        self.wait_for_state("pending", "no-server")
        self.assertEqual(self.count(), 0)
        first.send_signal(signal.SIGKILL)
        first.wait()
        self.shown_once()
        self.assertTrue(self.desk.properties()["Reminding"])
        self.assertFalse(self.desk.properties()["LastError"])
        self.assertEqual(self.owner(), f"{self.desk.service_pid()} service")

    def test_somebody_elses_file(self):
        """something else in the place of the lock is refused with a sentence, and left as it is"""
        self.plan(server=False)
        os.mkdir(os.path.join(self.desk.data, "footbridge.lock"))
        result = subprocess.run([self.program, "run"], env=self.env_without_bus(), capture_output=True, text=True, timeout=30)
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stderr, r"\Afootbridge: [^\n]*footbridge\.lock[^\n]+\n\Z")
        self.desk.start_service()
        self.assertIn("footbridge.lock", self.desk.properties()["LastError"])


class Test(FaultCase):
    def ask(self, *words):
        child = subprocess.Popen([self.program, "reminders", "test", *words], env=self.desk.footbridge_env(),
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        self.children.append(child)
        self.addCleanup(child.stdout.close)
        return child

    def test_clicked(self):
        """a test that is clicked says so, and opens no window of its own"""
        self.plan(now="2026-11-23 12:00:00")
        child = self.ask("--wait", "30")
        self.desk.server.press(self.desk.wait_for_shown(), "")
        output = child.communicate(timeout=30)[0]
        self.assertIn("Handed to counter 1.", output)
        self.assertIn("It was clicked", output)
        self.assertEqual(child.returncode, 0)
        time.sleep(1)
        self.assertEqual(self.desk.window_events(), [])

    def test_closed(self):
        """a test that is closed says so"""
        self.plan(now="2026-11-23 12:00:00")
        child = self.ask("--wait", "30", "--json")
        shown = self.desk.wait_for_shown()
        self.desk.server.bus.emit_signal(shown["sender"], "/org/freedesktop/Notifications", "org.freedesktop.Notifications",
                                         "NotificationClosed", GLib.Variant("(uu)", (shown["id"], 2)))
        self.assertIn('"dismissed"', child.communicate(timeout=30)[0])

    def test_nothing(self):
        """a test that nobody answers says so after the time that was given"""
        self.plan(now="2026-11-23 12:00:00")
        child = self.ask("--wait", "1")
        self.assertIn("Nothing came back", child.communicate(timeout=30)[0])
        self.assertEqual(child.returncode, 0)

    def test_not_shown(self):
        """a test that nobody shows says why"""
        self.plan(server=False)
        result = subprocess.run([self.program, "reminders", "test", "--wait", "30"], env=self.desk.footbridge_env(),
                                capture_output=True, text=True, timeout=30)
        self.assertEqual(result.returncode, 1)
        self.assertIn("No notification service answers", result.stderr)


if __name__ == "__main__":
    main(program=None, app_id=None, version=None)
