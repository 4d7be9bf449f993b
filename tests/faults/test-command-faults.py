#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong around the command line: one clear line, and nothing lost or half written.
Usage: test-command-faults.py FOOTBRIDGE [TEST…]"""

import hashlib
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402

READING = (["agenda"], ["person", "list"], ["ritual", "list"], ["win", "list"], ["reminders", "status"],
           ["pause", "status"], ["pause", "log"], ["soothing", "list"])
WRITING = (["win", "add", "x"], ["person", "rename", "me", "B"], ["reminders", "off"],
           ["ritual", "add", "--who", "me", "--title", "A", "--start", "2026-11-23T19:00"], ["pause", "start"], ["soothing", "add", "Tea"])


class Files(CommandCase):
    def digest(self):
        with open(self.home.database, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()

    def write_database(self, content):
        os.makedirs(self.home.data, mode=0o700, exist_ok=True)
        with open(self.home.database, "wb") as file:
            file.write(content)

    def refuses_everything(self):
        for words in (*READING, *WRITING, ["check"], ["setup", "--me", "A"]):
            with self.subTest(words=words):
                self.refused(1, *words)

    def test_garbage(self):
        """a file that is no database is refused and left as it is"""
        self.write_database(b"This is no database, whatever its name says.\n" * 200)
        before = self.digest()
        self.refuses_everything()
        self.assertEqual(self.digest(), before)

    def test_foreign(self):
        """a database of another program is refused and left as it is"""
        os.makedirs(self.home.data, mode=0o700)
        with sqlite3.connect(self.home.database) as other:
            other.execute("PRAGMA application_id = 42")
            other.execute("CREATE TABLE things (name TEXT)")
        other.close()
        before = self.digest()
        self.refuses_everything()
        self.assertEqual(self.digest(), before)

    def test_newer(self):
        """a database of a newer Footbridge is never written to"""
        self.set_up()
        self.ok("win", "add", "You laughed")
        database = sqlite3.connect(self.home.database)
        database.execute("PRAGMA user_version = 4711")
        database.commit()
        database.close()
        before = self.digest()
        for words in WRITING:
            with self.subTest(words=words):
                self.refused(1, *words, says="newer")
        for words in READING:
            result = self.home.run(*words)
            self.assertIn(result.returncode, (0, 1))
            self.assertLessEqual(len(result.stderr.splitlines()), 1)
        self.assertEqual(self.digest(), before)

    def test_cut_off(self):
        """a database that lost its end is refused or reported, not crashed on"""
        self.set_up()
        for i in range(60):
            self.add_ritual(title=f"Ritual {i}" * 8) if i < 10 else None
        with open(self.home.database, "r+b") as file:
            file.truncate(os.path.getsize(self.home.database) // 2)
        for words in (["check"], ["ritual", "list"]):
            result = self.home.run(*words)
            self.assertIn(result.returncode, (0, 1), result.stderr)
            self.assertLessEqual(len(result.stderr.splitlines()), 1, result.stderr)
        self.assertEqual(self.home.run("check").returncode, 1)

    def test_folder_is_a_file(self):
        """a file in the place of the folder"""
        os.makedirs(os.path.dirname(self.home.data))
        with open(self.home.data, "w", encoding="utf-8") as file:
            file.write("mine")
        self.refused(1, "setup", "--me", "A")
        with open(self.home.data, encoding="utf-8") as file:
            self.assertEqual(file.read(), "mine")

    def test_database_is_a_folder(self):
        """a folder in the place of the database"""
        os.makedirs(self.home.database)
        self.refuses_everything()

    def test_empty_file(self):
        """an empty file in the place of the database is a database that nobody began yet"""
        self.write_database(b"")
        self.refused(1, "agenda", says="setup")
        self.set_up()
        self.assertEqual(len(self.json("person", "list")), 2)

    def test_full_output(self):
        """an answer that cannot be written out is no success"""
        self.set_up()
        with open("/dev/full", "w", encoding="utf-8") as full:
            result = subprocess.run([self.program, "person", "list"], env=self.home.env, stdout=full,
                                    stderr=subprocess.PIPE, text=True)
        self.assertEqual(result.returncode, 1)
        self.assertEqual(len(result.stderr.splitlines()), 1)

    def test_full_disk(self):
        """when the disk is full nothing is half written"""
        self.set_up()
        self.ok("win", "add", "Before")
        size = os.path.getsize(self.home.database)

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        for i in range(30):
            result = subprocess.run([self.program, "win", "add", f"{i} " + "A long one. " * 150], env=self.home.env,
                                    capture_output=True, text=True, preexec_fn=limit)
            if result.returncode:
                break
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stderr, r"\Afootbridge: [^\n]+\n\Z")
        self.assertEqual(len(self.json("win", "list")), 1 + i)
        self.assertTrue(self.json("check")["sound"])
        self.ok("win", "add", "After")

    def test_full_export(self):
        """where the disk is full nothing of an export is left"""
        self.set_up()
        self.ok("win", "add", "A long one. " * 100)
        place = os.path.join(self.home.folder, "out")
        for size in (0, 100, 1500):

            def limit():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))  # pylint: disable=cell-var-from-loop

            result = subprocess.run([self.program, "win", "export", place], env=self.home.env, capture_output=True, text=True,
                                    preexec_fn=limit)
            self.assertEqual((result.returncode, result.stdout), (1, ""), size)
            self.assertRegex(result.stderr, r"\Afootbridge: There is no room for all of it in [^\n]+ Nothing was saved[^\n]+\n\Z")
            self.assertFalse([name for name in os.listdir(self.home.folder) if name in ("out", ) or "export" in name])
        self.assertTrue(self.json("check")["sound"])
        self.ok("win", "export", place)

    def test_newer_export(self):
        """what can be looked at can be exported, and is not written to"""
        self.set_up()
        self.ok("win", "add", "You laughed")
        database = sqlite3.connect(self.home.database)
        database.execute("PRAGMA user_version = 4711")
        database.commit()
        database.close()
        before = self.digest()
        self.ok("win", "export", os.path.join(self.home.folder, "out"))
        self.assertEqual(self.digest(), before)

    def test_locked(self):
        """a database that another program holds is waited for, then said so"""
        self.set_up()
        holder = sqlite3.connect(self.home.database, isolation_level=None, check_same_thread=False)
        holder.execute("BEGIN EXCLUSIVE")
        self.refused(1, "win", "add", "x")
        timer = threading.Timer(1.5, holder.execute, ["ROLLBACK"])
        timer.start()
        self.ok("win", "add", "y")
        timer.join()
        holder.close()
        self.assertEqual([win["text"] for win in self.json("win", "list")], ["y"])


class People(CommandCase):
    """As somebody whom a mode bit stops, which root is only without these two capabilities."""

    MORTAL = ("setpriv", "--inh-caps=-dac_override,-dac_read_search", "--bounding-set=-dac_override,-dac_read_search")

    def setUp(self):
        super().setUp()
        self.prefix = self.MORTAL if os.getuid() == 0 else ()

    def test_read_only_home(self):
        """a home that cannot be written to"""
        os.chmod(self.home.folder, 0o555)
        self.addCleanup(os.chmod, self.home.folder, 0o755)
        self.refused(1, "setup", "--me", "A", prefix=self.prefix)
        self.refused(1, "agenda", prefix=self.prefix, says="setup")
        self.assertFalse(os.path.exists(self.home.data))

    def test_read_only_file(self):
        """a database that cannot be written to is shown, and refuses changes"""
        self.set_up()
        self.ok("win", "add", "You laughed")
        os.chmod(self.home.database, 0o444)
        os.chmod(self.home.data, 0o555)
        self.addCleanup(os.chmod, self.home.data, 0o700)
        self.assertIn("You laughed", self.ok("win", "list", prefix=self.prefix))
        for words in WRITING:
            with self.subTest(words=words):
                self.refused(1, *words, prefix=self.prefix)
        self.assertEqual(len(self.json("win", "list")), 1)

    def test_read_only_export(self):
        """an export needs no right but to read, and to write where it goes"""
        self.set_up()
        self.ok("win", "add", "You laughed")
        place = os.path.join(self.home.folder, "out")
        shut = os.path.join(self.home.folder, "shut")
        os.mkdir(shut, 0o555)
        os.chmod(self.home.database, 0o444)
        os.chmod(self.home.data, 0o555)
        self.addCleanup(os.chmod, self.home.data, 0o700)
        self.ok("win", "export", place, prefix=self.prefix)
        with open(os.path.join(place, "small-wins.csv"), encoding="utf-8") as file:
            self.assertIn("You laughed", file.read())
        self.refused(1, "win", "export", os.path.join(shut, "out"), prefix=self.prefix, says="Nothing may be written into")
        os.chmod(shut, 0o000)
        self.addCleanup(os.chmod, shut, 0o700)
        self.refused(1, "win", "export", os.path.join(shut, "out"), prefix=self.prefix, says="Nothing may be written into")

    def test_read_only_pause(self):
        """where nothing can be written, time goes on for a pause all the same"""
        self.set_up()
        self.home.set_now("@2026-11-23 20:00:00")
        self.ok("pause", "start")
        os.chmod(self.home.database, 0o444)
        os.chmod(self.home.data, 0o555)
        self.addCleanup(os.chmod, self.home.data, 0o700)
        self.home.set_now("@2026-11-23 20:20:01")
        self.assertIn("time to come back", self.ok("pause", "status", prefix=self.prefix))
        self.refused(1, "pause", "ready", prefix=self.prefix)

    def test_unreadable_file(self):
        """a database that cannot be read"""
        self.set_up()
        os.chmod(self.home.database, 0o000)
        for words in (*READING, *WRITING, ["check"]):
            with self.subTest(words=words):
                self.refused(1, *words, prefix=self.prefix)
        os.chmod(self.home.data, 0o000)
        self.addCleanup(os.chmod, self.home.data, 0o700)
        self.refused(1, "agenda", prefix=self.prefix)

    def test_read_only_config(self):
        """where log-in cannot be arranged, reminders are on all the same, and one line says what is not"""
        config = self.home.env["XDG_CONFIG_HOME"]
        with open(config, "w", encoding="utf-8") as file:
            file.write("in the way")
        result = self.home.run("setup", "--me", "A")
        self.assertEqual(result.returncode, 0)
        self.assertRegex(result.stderr, r"\Afootbridge: Reminders are on, but [^\n]+\n\Z")
        self.assertTrue(self.json("reminders", "status")["reminders_on"])


class Crashes(CommandCase):
    def test_killed_writers(self):
        """writers killed at any moment leave whole wins or none"""
        self.set_up()
        chance = random.Random(20261123)
        told = []
        for i in range(40):
            child = subprocess.Popen([self.program, "win", "add", f"Win {i}"], env=self.home.env, stdout=subprocess.PIPE,
                                     stderr=subprocess.DEVNULL, text=True)
            time.sleep(chance.uniform(0, 0.05))
            child.kill()
            told += child.communicate()[0].split()
        wins = {win["id"]: win for win in self.json("win", "list")}
        for identifier in told:
            self.assertIn(identifier, wins)
        for win in wins.values():
            self.assertRegex(win["text"], r"^Win \d+$")
        self.assertTrue(self.json("check")["sound"])

    def test_writers_at_once(self):
        """writers at the same time all get through"""
        self.set_up()
        children = [subprocess.Popen([self.program, "win", "add", f"Win {i}"], env=self.home.env, stdout=subprocess.PIPE,
                                     stderr=subprocess.PIPE, text=True) for i in range(12)]
        for child in children:
            self.assertEqual((child.communicate()[1], child.returncode), ("", 0))
        self.assertEqual(len(self.json("win", "list")), 12)

    def at_once(self, *commands):
        children = [subprocess.Popen([self.program, *command], env=self.home.env, stdout=subprocess.PIPE,
                                     stderr=subprocess.PIPE, text=True) for command in commands]
        for child in children:
            self.assertEqual((child.communicate()[1], child.returncode), ("", 0))

    def test_pauses_at_once(self):
        """of several who call a pause at the same moment there is one; and two answers at once are both heard"""
        self.set_up()
        for day in range(1, 11):
            self.home.set_now(f"@2026-12-{day:02} 20:00:00")
            self.at_once(*(["pause", "start"] for _ in range(4)))
            with sqlite3.connect(self.home.database) as database:
                self.assertEqual(database.execute("SELECT count(*) FROM pauses WHERE deleted_at = 0").fetchone(), (day,))
            self.home.set_now(f"@2026-12-{day:02} 20:21:00")
            self.at_once(["pause", "ready"], ["pause", "ready", "--as", "Kim"], ["pause", "status"], ["agenda"])
            self.assertEqual(self.json("pause", "status")["state"], "re-entry")
            self.ok("pause", "close")

    def test_pause_killed(self):
        """a pause killed at any moment of any step stands before that step or after it, and goes on"""
        self.set_up()
        chance = random.Random(20261124)
        steps = {None: (["start"], "20:00:00"), "cooling": (["status"], "20:21:00"), "return": (["ready"], "20:22:00"),
                 "answered": (["ready", "--as", "Kim"], "20:23:00"), "re-entry": (["end"], "20:30:00"),
                 "recovery": (["close"], "20:40:00")}
        order = list(steps)
        reached, killed = set(), 0
        began = time.monotonic()
        self.json("pause", "status")
        usual = time.monotonic() - began
        for _ in range(120):
            pause = self.json("pause", "status")
            state = pause and ("answered" if pause["answered"] else pause["state"])
            reached.add(state)
            words, time_of_day = steps[state]
            self.home.set_now(f"@2026-11-23 {time_of_day}")
            child = subprocess.Popen([self.program, "pause", *words], env=self.home.env, stdout=subprocess.DEVNULL,
                                     stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, 2 * usual))
            child.kill()
            killed += child.wait() != 0
            # Looked at by the time of the step: nothing but the step has moved it.
            after = self.json("pause", "status")
            after = after and ("answered" if after["answered"] else after["state"])
            self.assertIn(after, (state, order[(order.index(state) + 1) % len(order)]))
        self.assertEqual(reached, set(steps))
        self.assertGreater(killed, 10)
        self.assertTrue(self.json("check")["sound"])

    def test_strange_environment(self):
        """a time zone, a locale and a home that are not there are no reason to stop"""
        self.set_up()
        for env in ({"TZ": "Mars/Base"}, {"TZ": ":/nowhere"}, {"LC_ALL": "xx_YY.UTF-8"}, {"LC_ALL": "C"}):
            with self.subTest(env=env):
                result = self.home.run("agenda", **env)
                self.assertEqual(result.returncode, 0)
                self.assertLessEqual(len(result.stderr.splitlines()), 1, "what is strange may be said")
        self.ok("win", "add", "Ein schöner Abend", LC_ALL="C")
        self.assertEqual(self.json("win", "list")[0]["text"], "Ein schöner Abend")


if __name__ == "__main__":
    main(program=None)
