#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The service where what it stands on gives way: a file that is held, a program that is replaced, a bus that ends.
Usage: test-service-trouble.py FOOTBRIDGE APP-ID VERSION NO-INOTIFY NO-WATCHES [TEST…]"""

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import main  # noqa: E402
from counter import Counter, Shell  # noqa: E402
from desk import wait_for  # noqa: E402
from service_case import ServiceCase  # noqa: E402
from gi.repository import GLib  # noqa: E402


@contextlib.contextmanager
def hold(folder, how):
    """Somebody else has the space of a folder, and takes longer than the service waits."""
    database = sqlite3.connect(os.path.join(folder, "space.db"), isolation_level=None)
    database.execute(f"BEGIN {how}")
    yield
    database.execute("ROLLBACK")
    database.close()


class Ground(ServiceCase):
    """What the service stands on."""

    no_inotify = no_watches = None

    def run_in_foreground(self, program=None, **env):
        child = subprocess.Popen([program or self.program, "run"], env={**self.desk.footbridge_env(), **env},
                                 stdin=subprocess.DEVNULL)
        self.children.append(child)
        wait_for("the service", self.desk.service_pid)
        return child

    def test_held_at_log_in(self):
        """a space that somebody holds while the service starts is opened once they let it go, and reminds"""
        for how in ("activated", "run"):
            with self.subTest(how=how):
                desk, self.desk = self.desk, Counter(self.program, self.app_id, self.version)
                with self.desk:
                    # Sixty times as fast: the minute until the next try is a second here.
                    self.plan(now="2026-11-23 18:30:00", speed=60)
                    os.kill(self.reminders_on(), signal.SIGTERM)
                    self.wait_for_service_to_go()
                    with hold(self.desk.data, "EXCLUSIVE"):
                        if how == "run":
                            self.run_in_foreground()
                        else:
                            self.desk.start_service()
                        pid = self.desk.service_pid()
                        wait_for("the error", lambda: self.desk.properties()["LastError"])
                        # Longer than a service without work stays.
                        time.sleep(13)
                        self.assertEqual(self.desk.service_pid(), pid)
                    wait_for("the space", lambda: not self.desk.properties()["LastError"], 40)
                    self.assertTrue(self.desk.properties()["RemindersOn"])
                    self.desk.wait_for_shown(60)
                self.desk = desk

    def test_nothing_can_be_watched(self):
        """where the kernel gives nothing to watch with the service hears of new plans in half a minute, at once when called"""
        self.hear_late(self.no_inotify)

    def test_no_watch_left(self):
        """where others have used up all watches it is the same"""
        self.hear_late(self.no_watches)

    def test_heard_when_it_wakes(self):
        """a plan that nothing has told of is looked for when the service wakes, and reminds"""
        self.desk.preload = [self.no_watches]
        self.plan(now="2026-11-23 18:59:50")
        self.reminders_on()
        wait_for("the first reminder", lambda: self.desk.properties()["NextDeadline"])
        self.desk.add_agreed("--title", "Tea", "--start", "2026-11-23T19:00")
        wait_for("both", lambda: len(self.desk.server.history) == 2)

    def hear_late(self, preload):
        self.plan(now="2026-11-23 12:00:00", server=False)
        self.desk.preload = [preload]
        self.reminders_on()
        deadline = wait_for("the first reminder", lambda: self.desk.properties()["NextDeadline"])
        called = self.desk.add_agreed("--title", "Tea", "--start", "2026-11-23T18:00")
        self.desk.activate_action("kept", GLib.Variant("s", f"{called}@2026-11-23T18:00"))
        self.assertEqual(self.json("occurrences", called)[0]["outcome"], "kept")
        self.desk.add_agreed("--title", "A walk", "--start", "2026-11-23T17:00")
        wait_for("the new plan", lambda: self.desk.properties()["NextDeadline"] == deadline - 2 * 3600 * 1000, 35)

    def test_no_space(self):
        """for what does not pass nobody waits"""
        os.makedirs(self.desk.data, mode=0o700)
        with open(os.path.join(self.desk.data, "space.db"), "w", encoding="utf-8") as file:
            file.write("This is no database, and it is long enough to be sure of that. " * 40)
        self.desk.start_service()
        self.assertTrue(self.desk.properties()["LastError"])
        self.wait_for_service_to_go()

    def test_replaced_program(self):
        """a service whose program was replaced or is gone has log-in start nothing that is not there"""
        self.plan(server=False)
        programs = os.path.join(self.desk.folder, "programs")
        os.mkdir(programs)
        program, fresh = os.path.join(programs, "footbridge"), os.path.join(programs, "fresh")
        shutil.copy(self.program, program)
        self.run_in_foreground(program)
        shutil.copy(self.program, fresh)
        os.rename(fresh, program)
        for on in ("on", "off", "on"):
            subprocess.run([program, "reminders", on], env=self.desk.footbridge_env(), check=True, capture_output=True)
            wait_for("the service to know", lambda: self.desk.properties()["RemindersOn"] is (on == "on"))
        folder = os.path.join(self.desk.env["XDG_CONFIG_HOME"], "autostart")
        with open(os.path.join(folder, os.listdir(folder)[0]), encoding="utf-8") as file:
            self.assertIn(f'\nExec="{program}" --gapplication-service\n', file.read())
        self.assertEqual(self.desk.properties()["LastError"], "")

        # Without any program nothing is written that could not start; what is there may come back.
        self.desk.run("reminders", "off")
        wait_for("the service to know", lambda: not self.desk.properties()["RemindersOn"])
        os.unlink(program)
        self.desk.run("reminders", "on")
        wait_for("the service to know", lambda: self.desk.properties()["RemindersOn"])
        self.assertIn("its program is not where it was", self.desk.properties()["LastError"])
        with open(os.path.join(folder, os.listdir(folder)[0]), encoding="utf-8") as file:
            self.assertNotIn("deleted", file.read())


class Answers(ServiceCase):
    """Buttons whose work cannot be done, and what is said about it."""

    def last_error(self):
        return self.desk.properties()["LastError"]

    def is_problem(self, shown):
        return "could not" in shown["summary"]

    def test_button_again(self):
        """a button whose work cannot be written is there again, and works once it can"""
        self.plan()
        self.reminders_on()
        shown = self.desk.wait_for_shown()
        wait_for("it to be on record", lambda: self.states() == ["shown"])
        for label in ("In 10 minutes", "We did it"):
            with hold(self.desk.data, "IMMEDIATE"):
                self.desk.server.press(shown, label)
                problem = wait_for("the problem", lambda: [one for one in self.desk.server.shown.values()
                                                           if self.is_problem(one)])[0]
            self.desk.server.dismiss(problem, 2)
            again = wait_for("the reminder", lambda: [one for one in self.desk.server.shown.values()
                                                      if not self.is_problem(one)])[0]
            self.assertEqual((again["body"], again["actions"]), (shown["body"], shown["actions"]))
            self.assertTrue(self.last_error())
            self.assertEqual(self.states(), ["shown"])
            shown = again
        self.desk.server.press(shown, "We did it")
        wait_for("the outcome", lambda: self.outcome() == "kept")
        wait_for("it to be withdrawn", lambda: not self.desk.server.shown)
        self.assertEqual(self.last_error(), "")

    def test_button_again_through_a_portal(self):
        """so it is where the desktop knows notifications by name, and nothing pops up for it"""
        self.desk.env.update({"GNOTIFICATION_BACKEND": "portal", "GTK_USE_PORTAL": "1"})
        self.plan(server=False)
        portal = Shell(self.desk.address, "portal", version=2)
        self.addCleanup(portal.close)
        self.reminders_on()
        wait_for("the reminder", lambda: self.name in portal.shown)
        wait_for("it to be on record", lambda: self.states() == ["shown"])
        with hold(self.desk.data, "IMMEDIATE"):
            portal.shown.clear()
            self.desk.activate_action("kept", GLib.Variant("s", self.name))
            wait_for("the problem", lambda: "problem" in portal.shown)
        self.assertEqual(portal.shown[self.name]["display-hint"], ["hide-content-on-lock-screen"])
        self.assertNotIn(self.name, portal.removed)
        self.desk.activate_action("kept", GLib.Variant("s", self.name))
        wait_for("it to be withdrawn", lambda: self.name not in portal.shown)
        self.assertEqual(self.outcome(), "kept")

    def test_problem_leaves_the_digest(self):
        """a click on what could not be noted opens the window, and leaves the notice of what waits where it is"""
        self.plan(now="2026-11-20 12:00:00")
        pid = self.reminders_on()
        os.kill(pid, signal.SIGTERM)
        self.wait_for_service_to_go()
        self.desk.shift_clock_to("2026-11-25 12:00:00")
        self.desk.start_service()
        digest = self.desk.wait_for_shown()
        self.desk.activate_action("kept", GLib.Variant("s", "nobody@2026-11-25T19:00"))
        problem = wait_for("the problem", lambda: [one for one in self.desk.server.shown.values() if one is not digest])[0]
        self.assertTrue(self.is_problem(problem))
        self.desk.server.press(problem, "")
        wait_for("the window", lambda: self.desk.window_events("attached"))
        wait_for("the problem to go", lambda: list(self.desk.server.shown) == [digest["id"]])

    def test_no_trouble(self):
        """that a moment is not there any more is told where the button was, and is no trouble of the service"""
        self.plan()
        self.reminders_on()
        shown = self.desk.wait_for_shown()
        self.desk.activate_action("kept", GLib.Variant("s", f"{self.ritual}@2026-11-23T18:00"))
        wait_for("the notice", lambda: [one for one in self.desk.server.history if one is not shown])
        self.assertEqual(self.last_error(), "")
        self.assertNotIn("trouble", self.desk.run("reminders", "status"))

    def test_written_elsewhere(self):
        """a button's trouble is over, too, once something can be written elsewhere; until then status says it"""
        self.plan()
        self.reminders_on()
        shown = self.desk.wait_for_shown()
        wait_for("it to be on record", lambda: self.states() == ["shown"])
        with hold(self.desk.data, "IMMEDIATE"):
            self.desk.server.press(shown, "We did it")
            told = wait_for("the problem", lambda: [one for one in self.desk.server.history if self.is_problem(one)])[0]
            self.assertEqual(self.last_error(), told["body"])
            self.assertIn(told["body"], self.desk.run("reminders", "status"))
        self.desk.run("win", "add", "You laughed")
        wait_for("the error to be over", lambda: not self.last_error())

    def test_one_after_the_other(self):
        """what is over takes nothing along that is not"""
        self.plan(server=False)
        folder = os.path.join(self.desk.env["XDG_CONFIG_HOME"], "autostart")
        os.makedirs(os.path.dirname(folder), mode=0o700, exist_ok=True)
        with open(folder, "w", encoding="utf-8"):
            pass
        self.reminders_on()
        wait_for("the error of the reminder", lambda: "No notification service answers" in self.last_error())
        self.desk.start_server()
        self.desk.wait_for_shown()
        wait_for("the other error", lambda: "will not be started at log-in" in self.last_error())
        os.unlink(folder)
        self.desk.run("reminders", "off")
        wait_for("no error", lambda: self.last_error() == "")


class Slow(ServiceCase):
    """A notification server that takes its time."""

    def reminders_on_with(self, **how):
        self.plan(server=False)
        self.desk.start_server(**how)
        self.reminders_on()
        wait_for("the notification", lambda: self.desk.server.history or self.desk.server.held)

    def test_late_answer(self):
        """a reminder that the server takes long to take is not shown twice, and can be withdrawn"""
        self.reminders_on_with(slow=True)
        wait_for("the error", lambda: "No notification service answers" in self.desk.properties()["LastError"])
        self.assertEqual(self.states(), ["pending"])
        self.desk.server.speak()
        wait_for("it to be on record", lambda: self.states() == ["shown"])
        self.assertEqual(self.desk.properties()["LastError"], "")
        self.assertEqual(len(self.desk.server.history), 1)
        self.desk.run("keep", self.name)
        wait_for("it to be withdrawn", lambda: not self.desk.server.shown)
        self.assertEqual(len(self.desk.server.history), 1)

    def test_pressed_at_once(self):
        """a button counts although the server has only just said what it shows"""
        self.reminders_on_with(slow=True)
        wait_for("the error", lambda: self.desk.properties()["LastError"])
        shown, = self.desk.server.history
        self.desk.server.speak()
        self.desk.server.press(shown, "We did it")
        wait_for("the outcome", lambda: self.outcome() == "kept")

    def test_answered_meanwhile(self):
        """what was answered before the server had taken it is taken back"""
        self.reminders_on_with(slow=True)
        wait_for("the error", lambda: self.desk.properties()["LastError"])
        self.desk.run("keep", self.name)
        self.desk.server.speak()
        wait_for("it to be withdrawn", lambda: not self.desk.server.shown)
        self.assertEqual(len(self.desk.server.history), 1)
        wait_for("the error to be over", lambda: not self.desk.properties()["LastError"])

    def test_silent(self):
        """a server that hangs is waited for once, not for each reminder; then all of them are shown, once each"""
        self.plan(server=False)
        for title in ("Tea", "A walk"):
            self.desk.add_agreed("--title", title, "--start", "2026-11-23T19:00", "--rule", "FREQ=DAILY")
        self.desk.start_server(silent=True)
        self.reminders_on()
        wait_for("the server to be asked", lambda: self.desk.server.held)
        waits = []
        end = time.monotonic() + 15
        while time.monotonic() < end:
            begin = time.monotonic()
            self.desk.properties()
            waits.append(time.monotonic() - begin)
            time.sleep(0.05)
        self.assertLessEqual(len([wait for wait in waits if wait > 2]), 1, waits)
        self.assertIn("No notification service answers", self.desk.properties()["LastError"])
        self.assertEqual(self.desk.server.history, [])
        self.desk.server.speak()
        wait_for("the reminders", lambda: len(self.desk.server.history) == 3, 5)
        wait_for("the error to be over", lambda: not self.desk.properties()["LastError"])
        time.sleep(2)
        self.assertEqual([one["replaces"] for one in self.desk.server.history], [0, 0, 0])

    def test_ends_while_silent(self):
        """a service that is told to end does not wait for a server that hangs, and the next one shows the reminder"""
        self.reminders_on_with(silent=True)
        wait_for("the error", lambda: self.desk.properties()["LastError"])
        os.kill(self.desk.service_pid(), signal.SIGTERM)
        self.wait_for_service_to_go(3)
        self.desk.stop_server()
        self.desk.start_server()
        self.desk.start_service()
        self.desk.wait_for_shown()
        self.assertNotIn("CRITICAL", self.desk.service_log())


if __name__ == "__main__":
    main(program=None, app_id=None, version=None, no_inotify=None, no_watches=None)
