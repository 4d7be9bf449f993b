#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The service on a bus of its own, with a notification server that only writes down what it is told, and no
display. Usage: test-service.py FOOTBRIDGE APP-ID VERSION [TEST…]"""

import contextlib
import glob
import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import main  # noqa: E402
from counter import NAME, PATH, Counter  # noqa: E402
from desk import wait_for  # noqa: E402
from service_case import EVENING, ServiceCase  # noqa: E402
from gi.repository import GLib  # noqa: E402


class Reminders(ServiceCase):
    def test_arrives_discreetly(self):
        """a reminder arrives at its time, discreet, with its buttons, and the log has no words of it"""
        self.plan("--smaller", "Two quiet minutes", "--when-then", "When the plates are away, we sit down.")
        self.reminders_on()
        shown = self.desk.wait_for_shown()
        words = shown["summary"] + shown["body"]
        self.assertEqual(shown["summary"], "Footbridge")
        self.assertTrue(shown["body"])
        for secret in ("quiet", "plates"):
            self.assertNotIn(secret, words)
        self.assertEqual([label for key, label in shown["actions"].items() if key != "default"],
                         ["We did it", "Smaller version", "In 10 minutes", "Not today", "We did it, with a word…",
                          "In 30 minutes", "This evening", "Tomorrow"])
        self.assertIn("default", shown["actions"])
        self.assertEqual(shown["hints"]["desktop-entry"], self.app_id)
        self.assertEqual(shown["hints"]["urgency"], 1)
        self.assertEqual(shown["icon"], self.app_id)
        wait_for("the reminder to be on record", lambda: self.states() == ["shown"])
        self.assertEqual(len(self.desk.server.history), 1)
        for secret in ("quiet", "plates", "Robin", "Kim"):
            self.assertNotIn(secret, self.desk.service_log())

    def test_no_smaller_version(self):
        """a ritual without a smaller version has no such button"""
        self.plan()
        self.reminders_on()
        self.assertNotIn("Smaller version", self.desk.wait_for_shown()["actions"].values())

    def test_titles_escaped_for_markup(self):
        """where bodies are markup, words arrive escaped"""
        self.plan("--when-then", "When <b>A&B</b>, we sit.", title="You & <i>me</i>")
        self.reminders_on("--titles", "on")
        shown = self.desk.wait_for_shown()
        self.assertEqual(shown["summary"], "You & <i>me</i>")
        self.assertIn("When &lt;b&gt;A&amp;B&lt;/b&gt;, we sit.", shown["body"])

    def test_titles_plain_without_markup(self):
        """where bodies are plain, words arrive as they are"""
        self.plan("--when-then", "When <b>A&B</b>, we sit.", title="You & <i>me</i>", markup=False)
        self.reminders_on("--titles", "on")
        self.assertIn("When <b>A&B</b>, we sit.", self.desk.wait_for_shown()["body"])

    def test_buttons(self):
        """each button is on record with no window open"""
        for label, outcome in (("We did it", "kept"), ("Smaller version", "smaller"), ("Not today", "not-today")):
            with self.subTest(label=label):
                desk, self.desk = self.desk, Counter(self.program, self.app_id, self.version)
                with self.desk:
                    self.plan("--smaller", "Two quiet minutes")
                    self.reminders_on()
                    self.desk.server.press(self.desk.wait_for_shown(), label)
                    wait_for("the outcome", lambda: self.outcome() == outcome)
                    wait_for("the reminder to be answered", lambda: self.states() == ["answered"])
                    self.assertEqual(self.desk.window_events(), [])
                    self.assertEqual(len(self.desk.server.history), 1)
                self.desk = desk

    def test_snooze(self):
        """“In 10 minutes” is stored, and the reminder comes back"""
        self.plan(now="2026-11-23 18:56:00", speed=60)
        self.reminders_on()
        self.desk.server.press(self.desk.wait_for_shown(), "In 10 minutes")
        wait_for("the snooze to be on record", lambda: self.states() == ["snoozed"])
        wait_for("it to come back", lambda: len(self.desk.server.history) == 2, 30)
        self.desk.server.press(self.desk.wait_for_shown(), "We did it")
        wait_for("the outcome", lambda: self.outcome() == "kept")

    def test_snooze_choices(self):
        """each choice is stored as what it says"""
        for label, until in (("In 30 minutes", "2026-11-23T19:3"), ("This evening", "2026-11-23T20:00"),
                             ("Tomorrow", "2026-11-24T09:00")):
            with self.subTest(label=label):
                desk, self.desk = self.desk, Counter(self.program, self.app_id, self.version)
                with self.desk:
                    self.plan()
                    self.reminders_on()
                    self.desk.server.press(self.desk.wait_for_shown(), label)
                    wait_for("the snooze to be on record", lambda: self.states() == ["snoozed"])
                    log = json.loads(self.desk.run("reminders", "log", "--json"))
                    self.assertTrue(log[0]["snoozed_until"].startswith(until), log)
                self.desk = desk

    def promise(self, who="me", titles="off"):
        """A promise for 19:00, of which the service tells; gives what is shown."""
        self.desk.shift_clock_to(EVENING)
        self.desk.run("setup", "--me", "Robin", "--partner", "Kim", "--reminders", "off")
        self.desk.start_server()
        self.promised = self.desk.run("promise", "add", "Ask at the workshop", "--by", "2026-11-23T19:00", "--as", who)
        self.now, self.speed = EVENING, None
        self.reminders_on("--titles", titles)
        return self.desk.wait_for_shown()

    def promise_state(self):
        return next(one["state"] for one in self.json("promise", "list", "--all") if one["id"] == self.promised)

    def one_offs(self):
        """(step, state) of each row about it."""
        with contextlib.closing(sqlite3.connect(os.path.join(self.desk.data, "space.db"))) as database:
            return dict(database.execute("SELECT step, state FROM one_offs WHERE subject_id = ?", (self.promised,)))

    def test_promise_kept(self):
        """a promise arrives discreetly, says whose it is, and its button keeps it for whoever of the two that is"""
        for who, name in ("me", "Robin"), ("partner", "Kim"):
            with self.subTest(who=who):
                desk, self.desk = self.desk, Counter(self.program, self.app_id, self.version)
                with self.desk:
                    shown = self.promise(who)
                    self.assertEqual((shown["summary"], shown["body"]), ("Footbridge", f"{name} gave a promise, for today at 19:00."))
                    self.assertEqual([label for key, label in shown["actions"].items() if key != "default"],
                                     ["Kept", "In 10 minutes", "Re-agree", "In 30 minutes", "This evening", "Tomorrow"])
                    self.desk.server.press(shown, "Kept")
                    wait_for("it to be kept", lambda: self.promise_state() == "kept")
                    wait_for("it to be withdrawn", lambda: not self.desk.server.shown)
                    wait_for("it to be on record", lambda: self.one_offs() == {"2026-11-23T19:00/0": "answered"})
                    self.assertEqual(self.desk.properties()["LastError"], "")
                self.desk = desk

    def test_promise_put_off(self):
        """its reminder is put off by a button, and comes again also after the service was killed"""
        shown = self.promise("partner")
        pid = self.desk.service_pid()
        wait_for("it to be on record", lambda: self.one_offs() == {"2026-11-23T19:00/0": "shown"})
        self.desk.server.press(shown, "In 10 minutes")
        wait_for("it to be put off", lambda: self.one_offs() == {"2026-11-23T19:00/0": "withdrawn",
                                                                 "2026-11-23T19:00/snooze": "pending"})
        wait_for("it to be withdrawn", lambda: not self.desk.server.shown)
        self.assertEqual(self.promise_state(), "open")
        os.kill(pid, signal.SIGKILL)
        wait_for("the service to be gone", lambda: not self.desk.service_pid())
        self.desk.shift_clock_to("2026-11-23 19:09:58")
        self.desk.start_service()
        wait_for("it to come again", lambda: len(self.desk.server.history) == 2)
        wait_for("it to be on record", lambda: self.one_offs()["2026-11-23T19:00/snooze"] == "shown")

    def test_snooze_survives_kill(self):
        """a snooze outlives the service"""
        self.plan(now="2026-11-23 18:56:00", speed=60)
        pid = self.reminders_on()
        self.desk.server.press(self.desk.wait_for_shown(), "In 10 minutes")
        wait_for("the snooze to be on record", lambda: self.states() == ["snoozed"])
        os.kill(pid, signal.SIGKILL)
        wait_for("the service to be gone", lambda: self.desk.service_pid() != pid)
        self.desk.start_service()
        wait_for("it to come back", lambda: len(self.desk.server.history) == 2, 30)

    def test_killed_service_catches_up(self):
        """a service that was killed catches up once it is activated again, and shows nothing twice"""
        self.plan("--remind", "0,10", now="2026-11-23 18:49:55")
        pid = self.reminders_on()
        self.desk.wait_for_shown()
        wait_for("it to be on record", lambda: self.states() == ["shown"])
        os.kill(pid, signal.SIGKILL)
        wait_for("the service to be gone", lambda: self.desk.service_pid() != pid)
        self.desk.shift_clock_to("2026-11-23 19:00:20")
        self.desk.activate()
        wait_for("the second reminder", lambda: len(self.desk.server.history) == 2)
        pid = self.desk.service_pid()
        for _ in range(2):
            os.kill(pid, signal.SIGKILL)
            wait_for("the service to be gone", lambda: self.desk.service_pid() != pid)
            self.desk.activate()
            pid = wait_for("the service", self.desk.service_pid)
            self.assertTrue(self.desk.properties()["RemindersOn"])
        time.sleep(1)
        self.assert_one_bubble()

    def test_answered_elsewhere(self):
        """a reminder answered with the command line is withdrawn, and one answered before never comes"""
        self.plan("--remind", "0,10", now="2026-11-23 18:49:55")
        self.reminders_on()
        shown = self.desk.wait_for_shown()
        self.desk.run("keep", self.name)
        wait_for("it to be withdrawn", lambda: shown["id"] in self.desk.server.closed)
        self.assertEqual(set(self.states()), {"answered"})

    def test_resting_withdraws(self):
        """a ritual that comes to rest takes its notification along"""
        self.plan()
        self.reminders_on()
        shown = self.desk.wait_for_shown()
        self.desk.run("ritual", "rest", self.ritual)
        wait_for("it to be withdrawn", lambda: shown["id"] in self.desk.server.closed)

    def test_one_digest(self):
        """after an absence there is one notice, and none for each"""
        self.plan(now="2026-11-20 12:00:00")
        self.desk.add_agreed("--title", "Other", "--start", "2026-11-21T08:00", "--rule", "FREQ=DAILY")
        pid = self.reminders_on()
        os.kill(pid, signal.SIGTERM)
        wait_for("the service to be gone", lambda: not self.desk.service_pid())
        self.desk.shift_clock_to("2026-11-25 12:00:00")
        self.desk.start_service()
        shown = self.desk.wait_for_shown()
        self.assertEqual([key for key in shown["actions"] if key != "default"], [])
        time.sleep(1)
        self.assertEqual(len(self.desk.server.history), 1)
        self.assertEqual({entry["state"] for entry in self.json("reminders", "log")}, {"folded"})
        self.desk.server.press(shown, "")
        wait_for("the window", lambda: self.desk.window_events("attached"))

    def test_no_server(self):
        """with nobody to show it the service says so, and shows it once somebody is there"""
        self.plan(server=False)
        self.reminders_on()
        wait_for("the error", lambda: self.desk.properties()["LastError"])
        self.assertEqual(self.desk.properties()["NotificationServer"], "")
        self.assertIn("notification", self.desk.properties()["LastError"])
        self.assertIn("Nobody shows notifications", self.desk.run("reminders", "status"))
        result = subprocess.run([self.program, "reminders", "test"], env=self.desk.footbridge_env(),
                                capture_output=True, text=True, timeout=30)
        self.assertEqual(result.returncode, 1)
        self.assertIn("No notification service answers", result.stderr)
        self.desk.start_server()
        wait_for("the server to be noticed", lambda: self.desk.properties()["NotificationServer"] == "counter 1")
        self.desk.wait_for_shown()
        wait_for("the error to be over", lambda: not self.desk.properties()["LastError"])

    def test_server_sought(self):
        """a server that has not yet said what it is called is not told of as nobody: the answer is waited for"""
        self.plan(now="2026-11-23 12:00:00", server=False)
        server = self.desk.start_server(silent=True)
        self.reminders_on()
        speak = threading.Timer(1, server.speak)
        speak.start()
        status = self.desk.run("reminders", "status")
        speak.join()
        self.assertIn("Notifications are shown by counter 1.", status)
        self.assertNotIn("Nobody shows notifications", status)

    def test_server_on_demand(self):
        """a server that the bus starts when there is something to show is not told of as nobody"""
        self.plan(now="2026-11-23 12:00:00", server=False)
        with open(os.path.join(self.desk.folder, "services", f"{NAME}.service"), "w", encoding="utf-8") as file:
            file.write(f"[D-BUS Service]\nName={NAME}\nExec=/bin/false\n")
        self.desk.bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ReloadConfig", None, None, 0, -1)
        self.reminders_on()
        wait_for("it to be known", lambda: self.desk.properties()["NotificationServerOnDemand"])
        status = self.desk.run("reminders", "status")
        self.assertIn("Who shows notifications is started on demand.", status)
        self.assertNotIn("Nobody shows notifications", status)
        self.assertTrue(self.json("reminders", "status")["notification_server_on_demand"])
        self.desk.start_server()
        wait_for("it to have come", lambda: not self.desk.properties()["NotificationServerOnDemand"])

    def test_with_a_word(self):
        """one button notes it as kept and opens the window for a word about it"""
        self.plan()
        self.reminders_on()
        self.desk.server.press(self.desk.wait_for_shown(), "We did it, with a word…", token="from the press")
        start = wait_for("the window", lambda: self.desk.window_events("start"))[0]
        self.assertEqual(start[2:4], [["--data-dir", self.desk.data, "--open", f"word:{self.name}"], "from the press"])
        self.assertEqual((self.outcome(), self.states()), ("kept", ["answered"]))

    def test_default_action(self):
        """clicking the notification opens the window at its ritual"""
        self.plan()
        self.reminders_on()
        self.desk.server.press(self.desk.wait_for_shown(), "", token="from the press")
        start = wait_for("the window", lambda: self.desk.window_events("start"))[0]
        self.assertEqual(start[2], ["--data-dir", self.desk.data, "--open", self.name])
        self.assertEqual(start[3], "from the press")

    def test_test_reminder(self):
        """a test reminder is handed over, and status says who shows it"""
        self.plan(now="2026-11-23 12:00:00")
        self.reminders_on()
        self.desk.run("reminders", "test")
        self.desk.wait_for_shown()
        status = self.json("reminders", "status")
        self.assertEqual((status["service_running"], status["backend"], status["notification_server"]),
                         (True, "freedesktop", "counter 1"))
        self.assertEqual(status["next_deadline"], "2026-11-23T19:00:00+01:00")
        self.assertIn("The next one is due today at 19:00.", self.desk.run("reminders", "status"))

    def test_lock_replaced(self):
        """what somebody puts in the place of the lock is no trouble of a service that has it"""
        self.plan(now="2026-11-23 12:00:00")
        self.reminders_on()
        wait_for("it to remind", lambda: self.desk.properties()["Reminding"])
        lock = os.path.join(self.desk.data, "footbridge.lock")
        os.unlink(lock)
        os.mkdir(lock)
        status = self.json("reminders", "status")
        self.assertTrue(status["reminding"])
        self.assertNotIn("not-reminding", [finding["id"] for finding in status["findings"]])

    def test_nothing_is_kept_of_them(self):
        """many notifications leave no file of the kernel's open in the service"""
        self.plan(now="2026-11-23 12:00:00")
        pid = self.reminders_on()

        def show(how_many):
            for _ in range(how_many):
                self.desk.call(self.desk.path, self.desk.interface, "TestReminder")
            return len(os.listdir(f"/proc/{pid}/fd"))

        at_first = show(5)
        self.assertLess(show(60), at_first + 5)
        self.assertEqual(len(self.desk.server.history), 65)

    def test_button_that_cannot(self):
        """a button that cannot do its work says why"""
        self.plan()
        self.reminders_on()
        shown = self.desk.wait_for_shown()
        self.desk.run("ritual", "remove", self.ritual)
        self.desk.activate_action("kept", GLib.Variant("s", f"{self.ritual}@2026-11-23T18:00"))
        told = wait_for("the notice", lambda: [one for one in self.desk.server.history if one is not shown])[0]
        self.assertIn("could not", told["summary"])
        self.assertTrue(told["body"])


class Bubbles(ServiceCase):
    """What is on the screen of a freedesktop server, and for how long it is known there."""

    def remembered(self):
        """What is in the runtime folder: the text of each file."""
        folder = os.path.join(self.desk.env["XDG_RUNTIME_DIR"], "footbridge")
        texts = []
        for path in glob.glob(os.path.join(folder, "*")):
            with open(path, encoding="utf-8") as file:
                texts.append(file.read())
        return texts

    def kill(self, pid):
        os.kill(pid, signal.SIGKILL)
        wait_for("the service to be gone", lambda: not self.desk.service_pid())

    def show_and_kill(self, *words):
        """One reminder is on the screen, and the service that showed it is no more."""
        self.plan(*words, title="Ten quiet minutes")
        pid = self.reminders_on("--titles", "on")
        shown = self.desk.wait_for_shown()
        wait_for("it to be on record", lambda: self.states() == ["shown"])
        wait_for("it to be remembered", self.remembered)
        self.kill(pid)
        return shown

    def test_twice_in_one_go(self):
        """a notice that is shown twice in one go replaces itself, though nothing was said in between"""
        self.plan(now="2026-11-23 12:00:00")
        self.reminders_on()
        replies = []
        for _ in range(3):
            self.desk.bus.call(self.app_id, self.desk.path, self.desk.interface, "TestReminder", None, None, 0, 20000,
                               None, lambda bus, result: replies.append(bus.call_finish(result).unpack()[0]))
        wait_for("the answers", lambda: (GLib.MainContext.default().iteration(False), len(replies) == 3)[1])
        self.assertEqual(replies, [True, True, True])
        first, second, third = self.desk.server.history
        self.assertEqual((first["replaces"], second["replaces"], third["replaces"]), (0, first["id"], first["id"]))
        self.assertEqual(len(self.desk.server.shown), 1)

    def test_withdrawn_by_the_next_one(self):
        """what a killed service has shown is taken back by the next, and is remembered without words of it"""
        shown = self.show_and_kill()
        path = glob.glob(os.path.join(self.desk.env["XDG_RUNTIME_DIR"], "footbridge", "*"))[0]
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode), 0o700)
        self.assertIn(self.name, self.remembered()[0])
        self.assertNotIn("quiet", self.remembered()[0])
        self.desk.start_service()
        self.desk.run("keep", self.name)
        wait_for("it to be withdrawn", lambda: shown["id"] in self.desk.server.closed)
        wait_for("it to be forgotten", lambda: not self.remembered())
        self.assert_one_bubble()

    def test_pressed_for_the_next_one(self):
        """a button of what a killed service has shown reaches the next, where the server tells everybody"""
        shown = self.show_and_kill()
        self.desk.start_service()
        self.desk.properties()  # it listens by then
        self.desk.server.press(shown, "We did it", everybody=True)
        wait_for("the outcome", lambda: self.outcome() == "kept")
        wait_for("it to be forgotten", lambda: not self.remembered())

    def test_replaced_by_the_next_one(self):
        """the second reminder of a moment takes the first one's place, also after a restart"""
        self.plan("--remind", "0,10", now="2026-11-23 18:49:55")
        pid = self.reminders_on()
        shown = self.desk.wait_for_shown()
        wait_for("it to be on record", lambda: self.states() == ["shown"])
        self.kill(pid)
        self.desk.shift_clock_to("2026-11-23 19:00:20")
        self.desk.start_service()
        wait_for("the second reminder", lambda: len(self.desk.server.history) == 2)
        self.assertEqual(self.desk.server.history[1]["replaces"], shown["id"])
        self.assertEqual(len(self.desk.server.shown), 1)

    def test_digest_taken_over(self):
        """the digest of a killed service is shown in its place by the next, and leads to Today"""
        self.plan(now="2026-11-23 12:00:00")
        self.kill(self.reminders_on())
        self.desk.shift_clock_to("2026-11-25 12:00:00")
        pid = self.desk.start_service()
        digest = self.desk.wait_for_shown()
        wait_for("it to be on record", lambda: self.states() == ["folded"])
        wait_for("it to be remembered", self.remembered)
        self.kill(pid)
        self.desk.start_service()
        again = wait_for("the next one", lambda: self.desk.server.history[1:])[0]
        self.assertEqual((again["replaces"], again["body"]), (digest["id"], digest["body"]))
        self.assertNotEqual(again["sender"], digest["sender"])
        self.desk.server.press(again, "")
        start = wait_for("the window", lambda: self.desk.window_events("start"))[0]
        self.assertEqual(start[2], ["--data-dir", self.desk.data, "--page", "today"])

    def test_digest_grows(self):
        """what a killed service told of and still waits is counted in the next one's digest"""
        self.plan(now="2026-11-23 12:00:00")
        self.kill(self.reminders_on())
        for noon, body in (("2026-11-24 12:00:00", "1 moment waits"), ("2026-11-25 12:00:00", "2 moments wait")):
            self.desk.shift_clock_to(noon)
            pid = self.desk.start_service()
            wait_for(body, lambda: self.desk.server.history and body in self.desk.server.history[-1]["body"])
            wait_for("it to be on record", lambda: "pending" not in self.all_states())
            self.kill(pid)
        self.assert_one_bubble()
        self.assertEqual(len(self.desk.server.history), 2)

    def all_states(self):
        return {entry["state"] for entry in self.json("reminders", "log")}

    def test_another_server(self):
        """what one server has shown is not asked of another, neither while the service runs nor after it was killed"""
        self.plan(now="2026-11-23 12:00:00")
        pid = self.reminders_on()
        self.desk.run("reminders", "test")
        for killed in (False, True):
            with self.subTest(killed=killed):
                self.assertIn("id=test", self.remembered()[0])
                if killed:
                    self.kill(pid)
                self.desk.stop_server()
                if not killed:
                    wait_for("it to be forgotten", lambda: not self.remembered())
                self.desk.start_server()
                self.desk.start_service()
                self.desk.run("reminders", "test")
                self.assertEqual([one["replaces"] for one in self.desk.server.history], [0])
                self.assertEqual(self.desk.server.closed, [])

    def test_withdrawn_from_nobody(self):
        """an answer withdraws nothing from a server that came after the notification was shown"""
        shown = self.show_and_kill()
        self.desk.stop_server()
        self.desk.start_server()
        self.desk.start_service()
        wait_for("it to be forgotten", lambda: not self.remembered())
        self.desk.run("keep", self.name)
        wait_for("the reminder to be answered", lambda: self.states() == ["answered"])
        self.desk.server.press(shown, "Not today", everybody=True)
        time.sleep(1)
        self.assertEqual(self.desk.server.closed, [])
        self.assertEqual(self.outcome(), "kept")

    def test_unreadable_memory(self):
        """what is remembered in no order, or cannot be, keeps nothing from being shown and answered"""
        self.show_and_kill()
        path = glob.glob(os.path.join(self.desk.env["XDG_RUNTIME_DIR"], "footbridge", "*"))[0]
        for content in ("", "nonsense", "[server]\n", f"{self.remembered()[0]}\n[0]\nid=a\ntarget=b\n[x]\nid=c\n[7]\n"):
            with open(path, "w", encoding="utf-8") as file:
                file.write(content)
            self.desk.start_service()
            self.desk.run("reminders", "test")
            self.kill(self.desk.service_pid())
        os.unlink(path)
        os.rmdir(os.path.dirname(path))
        with open(os.path.dirname(path), "w", encoding="utf-8"):
            pass
        self.desk.start_service()
        before = len(self.desk.server.history)
        self.desk.run("reminders", "test")
        self.desk.run("reminders", "test")
        first, second = self.desk.server.history[before:]
        self.assertEqual(second["replaces"], first["id"])

    def test_only_from_the_server(self):
        """a press that somebody else on the bus tells of is none"""
        self.plan()
        self.reminders_on()
        shown = self.desk.wait_for_shown()
        wait_for("it to be on record", lambda: self.states() == ["shown"])
        key = next(key for key, label in shown["actions"].items() if label == "We did it")
        self.desk.bus.emit_signal(None, PATH, NAME, "ActionInvoked", GLib.Variant("(us)", (shown["id"], key)))
        self.desk.server.tell(None, "ActionInvoked", "(us)", shown["id"] + 1, key)
        self.desk.server.tell(None, "ActionInvoked", "(us)", shown["id"] + 2, "default")
        time.sleep(1)
        self.assertEqual(self.outcome(), "none")
        self.assertEqual(self.desk.window_events(), [])
        self.desk.server.press(shown, "We did it")
        wait_for("the outcome", lambda: self.outcome() == "kept")

    def test_unknown_buttons(self):
        """a button that is none of ours does nothing, and the service goes on"""
        self.plan(now="2026-11-23 12:00:00")
        pid = self.reminders_on()
        for key in ("", "app.", "app.kept", "app.kept(1)", "app.quit", "app.add-win", "app.none::x", "win.kept::x", "((("):
            self.desk.run("reminders", "test")
            self.desk.server.tell(None, "ActionInvoked", "(us)", self.desk.wait_for_shown()["id"], key)
            wait_for("it to be taken down", lambda: not self.desk.server.shown)
        self.assertEqual(self.desk.service_pid(), pid)
        self.assertEqual(self.desk.window_events(), [])

    def test_without_actions(self):
        """a server without buttons gets none"""
        self.plan(server=False)
        self.desk.start_server(actions=False)
        self.reminders_on()
        self.assertEqual(self.desk.wait_for_shown()["actions"], {})

    def test_refused(self):
        """a notification that the server does not take is no reminder shown"""
        self.plan(server=False)
        self.desk.start_server(refuses=True)
        self.reminders_on()
        wait_for("the error", lambda: "did not take the notification" in self.desk.properties()["LastError"])
        self.assertNotIn("shown", self.states())
        result = subprocess.run([self.program, "reminders", "test"], env=self.desk.footbridge_env(),
                                capture_output=True, text=True, timeout=30)
        self.assertEqual(result.returncode, 1)
        self.assertIn("did not take the notification", result.stderr)

    def test_what_became_of_it(self):
        """the service learns what became of a notice, once for each"""
        self.desk.env["G_MESSAGES_DEBUG"] = "bridge-notifier"
        self.plan(now="2026-11-23 12:00:00")
        self.reminders_on()
        for reason, word in ((1, "expired"), (2, "dismissed"), (4, "closed"), (None, "clicked")):
            self.desk.run("reminders", "test")
            shown = self.desk.wait_for_shown()
            self.assertEqual(shown["replaces"], 0)
            if reason:
                self.desk.server.dismiss(shown, reason)
            else:
                self.desk.server.press(shown, "")
            wait_for(f"it to be {word}", lambda: f"test: {word}\n" in self.desk.service_log())
            wait_for("it to be forgotten", lambda: not self.remembered())
        told = [line.rsplit("test: ")[1] for line in self.desk.service_log().splitlines() if " test: " in line]
        self.assertEqual(told, ["expired", "dismissed", "closed", "clicked"])


class Life(ServiceCase):
    def test_leaves_when_idle(self):
        """with reminders off and no window the service leaves by itself"""
        self.plan(server=False)
        pid = self.desk.start_service()
        self.assertTrue(pid)
        self.wait_for_service_to_go()

    def test_ends_cleanly(self):
        """SIGTERM and SIGINT end the service cleanly"""
        self.plan(server=False)
        self.desk.run("reminders", "on")
        os.kill(wait_for("the service", self.desk.service_pid), signal.SIGTERM)
        self.wait_for_service_to_go()
        for number in (signal.SIGTERM, signal.SIGINT):
            child = self.run_in_foreground()
            wait_for("the service", self.desk.service_pid)
            child.send_signal(number)
            self.assertEqual(child.wait(10), 0)

    def run_in_foreground(self, *words, **env):
        child = subprocess.Popen([self.program, *(words or ["run"])], env={**self.desk.footbridge_env(), **env},
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.children.append(child)
        self.addCleanup(child.stdout.close)
        self.addCleanup(child.stderr.close)
        return child

    def test_run(self):
        """`run` serves in the foreground, stays with reminders off, and is alone"""
        self.plan(server=False)
        self.run_in_foreground()
        wait_for("the service", self.desk.service_pid)
        result = subprocess.run([self.program, "run"], env=self.desk.footbridge_env(), capture_output=True, text=True,
                                timeout=30)
        self.assertEqual(result.returncode, 1)
        self.assertIn("running already", result.stderr)
        self.assertEqual(self.desk.window_events(), [])

    def test_run_without_bus(self):
        """`run` works with no bus, and says what it cannot do"""
        self.plan(server=False)
        self.desk.run("reminders", "on")
        os.kill(wait_for("the service", self.desk.service_pid), signal.SIGTERM)
        self.wait_for_service_to_go()
        env = self.desk.footbridge_env()
        del env["DBUS_SESSION_BUS_ADDRESS"]
        child = subprocess.Popen([self.program, "run"], env=env, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.children.append(child)
        self.addCleanup(child.stderr.close)
        line = child.stderr.readline()
        self.assertIn("no session bus", line)
        time.sleep(4)
        self.assertIsNone(child.poll())
        with open(f"/proc/{child.pid}/stat", encoding="utf-8") as stat:
            ticks = sum(int(word) for word in stat.read().rsplit(")", 1)[1].split()[11:13])
        self.assertLess(ticks / os.sysconf("SC_CLK_TCK"), 1, "it does not go round in circles")
        child.send_signal(signal.SIGINT)
        self.assertEqual(child.wait(10), 0)

    def test_changed(self):
        """a change by the command line is announced on the bus"""
        self.plan(server=False, now="2026-11-23 12:00:00")
        self.reminders_on()
        process = subprocess.Popen(["gdbus", "monitor", "--session", "--dest", self.app_id, "--object-path", self.desk.path],
                                   env=self.desk.env, stdout=subprocess.PIPE, text=True)
        self.addCleanup(process.stdout.close)
        self.children.append(process)
        while "is owned by" not in process.stdout.readline():
            pass
        for words, kind in ((("win", "add", "You laughed"), "wins"), (("pause", "start"), "pauses"),
                            (("soothing", "add", "Tea"), "soothing"), (("promise", "add", "Call", "--by", "2026-11-25"), "promises"),
                            (("boundary", "add", "No phones at the table"), "boundaries"),
                            (("invite", "moment", "--title", "Tea", "--at", "2026-11-25T19:00"), "invitations")):
            self.desk.run(*words)
            line = process.stdout.readline()
            while ".Changed" not in line:
                self.assertTrue(line)
                line = process.stdout.readline()
            self.assertIn(f"'{kind}'", line)

    def test_log_in(self):
        """the file that starts the service at log-in comes and goes with reminders, also when the window turns them off"""
        self.plan(server=False)
        folder = os.path.join(self.desk.env["XDG_CONFIG_HOME"], "autostart")
        self.reminders_on()
        self.assertEqual(len(os.listdir(folder)), 1)
        self.desk.run("reminders", "off")
        wait_for("the service to know", lambda: not self.desk.properties()["RemindersOn"])
        self.assertEqual(os.listdir(folder), [])

    def test_space_that_cannot_be_opened(self):
        """with a space that cannot be opened the service says why and goes on answering; it recovers by itself"""
        os.makedirs(self.desk.data, mode=0o700)
        database = os.path.join(self.desk.data, "space.db")
        with open(database, "w", encoding="utf-8") as file:
            file.write("This is no database, and it is long enough to be sure of that. " * 40)
        self.desk.start_service()
        self.assertTrue(self.desk.properties()["LastError"])
        with open(database, encoding="utf-8") as file:
            self.assertTrue(file.read().startswith("This is no database"))
        self.desk.activate()
        wait_for("the window", lambda: self.desk.window_events("attached"))
        os.rename(database, database + ".aside")
        self.desk.activate()
        wait_for("the error to be over", lambda: not self.desk.properties()["LastError"])


class Window(ServiceCase):
    def open(self, *words, **env):
        return subprocess.run([self.program, *words], env={**self.desk.footbridge_env(), "DISPLAY": ":42", **env},
                              capture_output=True, text=True, timeout=30, stdin=subprocess.DEVNULL)

    def test_opens_once(self):
        """`footbridge` opens the window through the service; again, the same window comes to the front"""
        result = self.open(XDG_ACTIVATION_TOKEN="token-1")
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", ""))
        start = wait_for("the window", lambda: self.desk.window_events("attached"))[0]
        self.assertEqual(self.desk.window_events("start")[0][2:], [["--data-dir", self.desk.data], "token-1", ":42"])
        self.assertTrue(start[2])
        self.assertEqual(self.open(XDG_ACTIVATION_TOKEN="token-2").returncode, 0)
        present = wait_for("it to come to the front", lambda: self.desk.window_events("present"))[0]
        self.assertEqual((present[2], present[3]["activation-token"]), ("", "token-2"))
        self.assertEqual(len(self.desk.window_events("start")), 1)
        # A second one that was started by hand is told to leave.
        second = subprocess.run([self.desk.window], env=self.desk.env, timeout=30)
        self.assertEqual(second.returncode, 0)
        self.assertFalse(self.desk.window_events("attached")[-1][2])

    def test_actions(self):
        """actions open the window where they should"""
        self.desk.activate_action("open", GLib.Variant("s", "rituals"))
        start = wait_for("the window", lambda: self.desk.window_events("start"))[0]
        self.assertEqual(start[2][-2:], ["--page", "rituals"])
        wait_for("the window", lambda: self.desk.window_events("attached"))
        self.desk.activate_action("add-win")
        wait_for("the new win", lambda: [event for event in self.desk.window_events("present") if event[2] == "new-win"])
        self.desk.activate_action("quit")
        self.wait_for_service_to_go()

    def test_new_win_in_a_new_window(self):
        """a window that is not there yet is told about the new win once it is"""
        self.desk.activate_action("add-win")
        wait_for("the new win", lambda: [event for event in self.desk.window_events("present") if event[2] == "new-win"])

    def test_killed_window(self):
        """kill -9 of the window changes nothing for the service, and the next opens"""
        self.plan()
        pid = self.reminders_on()
        self.open()
        window = wait_for("the window", lambda: self.desk.window_events("attached"))[0][0]
        os.kill(window, signal.SIGKILL)
        self.desk.wait_for_shown()
        self.assertEqual(self.desk.service_pid(), pid)
        self.open()
        wait_for("the next window", lambda: len(self.desk.window_events("attached")) == 2)
        self.assertTrue(self.desk.window_events("attached")[1][2])

    def test_service_stays_for_window(self):
        """the service stays as long as a window is open, and leaves after it"""
        self.open()
        window = wait_for("the window", lambda: self.desk.window_events("attached"))[0][0]
        pid = self.desk.service_pid()
        time.sleep(12)
        self.assertEqual(self.desk.service_pid(), pid)
        os.kill(window, signal.SIGKILL)
        self.wait_for_service_to_go()

    def test_other_version(self):
        """a window of another version is refused with a sentence"""
        with self.assertRaises(GLib.Error) as caught:
            self.desk.call(self.desk.path, self.desk.interface, "Attach", GLib.Variant("(s)", ("0.0.1",)))
        self.assertIn("different versions", caught.exception.message)

    def test_window_that_gives_up(self):
        """a window that cannot open is on record, and the service goes on"""
        with open(self.desk.window, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\nexit 1\n")
        self.desk.activate()
        wait_for("the error", lambda: "could not be opened" in self.desk.properties()["LastError"])
        self.desk.call(self.desk.path, self.desk.interface, "Attach", GLib.Variant("(s)", (self.version,)))
        wait_for("the error to be over", lambda: not self.desk.properties()["LastError"])

    def test_asked_for_while_it_ends(self):
        """a window that is asked for while it ends is started once more, and opens what was asked for"""
        starts = os.path.join(self.desk.folder, "starts")
        with open(self.desk.window, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\necho "$DISPLAY $*" >>"{starts}"\nsleep 2\n')

        def read():
            if not os.path.exists(starts):
                return []
            with open(starts, encoding="utf-8") as lines:
                return lines.read().splitlines()

        self.open(DISPLAY=":42")
        wait_for("the window", read)
        self.desk.activate_action("open", GLib.Variant("s", "rituals"))
        wait_for("the window once more", lambda: len(read()) == 2)
        self.assertTrue(read()[1].endswith("--page rituals"), read())
        time.sleep(3)
        self.assertEqual(len(read()), 2)

    def test_not_activatable(self):
        """where the bus cannot start the service, `footbridge` is the service for as long as the window is open"""
        os.unlink(os.path.join(self.desk.folder, "services", f"{self.app_id}.service"))
        self.desk.bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ReloadConfig", None, None, 0, -1)
        child = subprocess.Popen([self.program], env={**self.desk.footbridge_env(), "DISPLAY": ":42"},
                                 stdin=subprocess.DEVNULL)
        self.children.append(child)
        window = wait_for("the window", lambda: self.desk.window_events("attached"))[0]
        self.assertEqual(self.desk.service_pid(), child.pid)
        os.kill(window[0], signal.SIGKILL)
        self.assertEqual(child.wait(25), 0)

    def test_other_folder(self):
        """another folder gets a window of its own, and the service keeps to its folder"""
        self.open()
        wait_for("the window", lambda: self.desk.window_events("attached"))
        other = os.path.join(self.desk.folder, "other")
        self.open("--data-dir", other)
        starts = [event[2] for event in self.desk.window_events("start")]
        self.assertEqual(starts, [["--data-dir", self.desk.data], ["--data-dir", other]])
        self.assertEqual(self.open("--data-dir", self.desk.data).returncode, 0)
        self.assertEqual(len(self.desk.window_events("start")), 2)


if __name__ == "__main__":
    main(program=None, app_id=None, version=None)
