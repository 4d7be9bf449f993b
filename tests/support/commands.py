# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line in a home of its own, and unittest cases printed as TAP."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from desk import add_agreed, find_faketime

# Noon on a Monday in Berlin: what "today" is in the tests of the command line.
NOON = "@2026-11-23 12:00:00"


class Home:
    """A home folder, an environment without bus and display, and `footbridge` in it."""

    def __init__(self, program, now=NOON, zone="Europe/Berlin"):
        self.program = program
        self.folder = tempfile.mkdtemp(prefix="footbridge-home-")
        self.data = os.path.join(self.folder, ".local/share/footbridge")
        self.database = os.path.join(self.data, "space.db")
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": self.folder,
            "XDG_DATA_HOME": os.path.join(self.folder, ".local/share"),
            "XDG_CONFIG_HOME": os.path.join(self.folder, ".config"),
            "XDG_CACHE_HOME": os.path.join(self.folder, ".cache"),
            "XDG_RUNTIME_DIR": os.path.join(self.folder, "runtime"),
            "LC_ALL": "C.UTF-8",
            "TZ": zone,
            "GIO_USE_VFS": "local",
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.folder}/no-system-bus",
            "GSETTINGS_BACKEND": "memory",
            "G_DEBUG": "gc-friendly,fatal-criticals",
        }
        os.mkdir(self.env["XDG_RUNTIME_DIR"], 0o700)
        for name in ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                self.env[name] = os.environ[name]
        self.set_now(now)

    def set_now(self, now):
        """Lets the program see a time such as '@2026-11-23 12:00:00', which flows on from there."""
        self.env.update({"LD_PRELOAD": find_faketime(), "FAKETIME": now, "FAKETIME_DONT_FAKE_MONOTONIC": "1"})

    def run(self, *words, stdin=None, prefix=(), **env):
        env = {**self.env, **env}
        if prefix:
            # Only the program itself believes in another time, not what starts it.
            prefix = [*prefix, "env", f"LD_PRELOAD={env.pop('LD_PRELOAD')}"]
        return subprocess.run([*prefix, self.program, *words], env=env, input=stdin,
                              stdin=None if stdin is not None else subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=60)

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class CommandCase(unittest.TestCase):
    """A test of the command line; every one in a new home."""

    program = None

    def setUp(self):
        self.home = Home(self.program)
        self.addCleanup(self.home.close)

    def ok(self, *words, **keywords):
        """Runs a command that works, and gives what it printed."""
        result = self.home.run(*words, **keywords)
        self.assertEqual((result.returncode, result.stderr), (0, ""), f"footbridge {' '.join(words)}")
        return result.stdout.strip()

    def json(self, *words):
        return json.loads(self.ok(*words, "--json"))

    def refused(self, status, *words, says=None, **keywords):
        """Runs a command that must be refused: its exit status, exactly one line on stderr, nothing on stdout."""
        result = self.home.run(*words, **keywords)
        where = f"footbridge {' '.join(words)}: {result.stderr!r}"
        self.assertEqual(result.returncode, status, where)
        self.assertEqual(result.stdout, "", where)
        self.assertRegex(result.stderr, r"\Afootbridge: [^\n]+\n\Z", where)
        if says:
            self.assertIn(says, result.stderr, where)
        return result.stderr

    def set_up(self, *words):
        self.ok("setup", "--me", "Robin", "--partner", "Kim", *words)

    def add_ritual(self, *words, title="Ten quiet minutes", start="2026-11-23T19:00", rule="FREQ=DAILY"):
        return add_agreed(self.ok, "--title", title, "--start", start, *(("--rule", rule) if rule else ()), *words)


class TapResult(unittest.TestResult):
    """Prints each test as a line of TAP."""

    def __init__(self, stream, *_):
        super().__init__()
        self.stream, self.count, self.parts = stream, 0, []

    def say(self, good, test, detail=""):
        self.count += 1
        for line in detail.rstrip().splitlines():
            print(f"# {line}", file=self.stream)
        print(f"{'ok' if good else 'not ok'} {self.count} - {test.shortDescription() or test.id()}", file=self.stream,
              flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.say(True, test)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err:
            self.parts.append(f"{subtest}\n{self._exc_info_to_string(err, test)}")

    def stopTest(self, test):
        if self.parts:
            self.say(False, test, "\n".join(self.parts))
            self.parts = []
        super().stopTest(test)

    def addFailure(self, test, err):
        self.parts = []
        super().addFailure(test, err)
        self.say(False, test, self._exc_info_to_string(err, test))

    def addError(self, test, err):
        self.parts = []
        super().addError(test, err)
        self.say(False, test, self._exc_info_to_string(err, test))


def main(**attributes):
    """Runs all cases of the calling script; its positional arguments become class attributes by name. What follows says
    which: words of their names, and "2/3" for the second of three parts, so that a test that waits for the clock need not
    wait for the others that do."""
    values = [os.path.abspath(value) if os.path.exists(value) else value for value in sys.argv[1:1 + len(attributes)]]
    more = sys.argv[1 + len(attributes):]
    part, parts = next((map(int, word.split("/")) for word in more if re.fullmatch(r"\d+/\d+", word)), (1, 1))
    only = [word for word in more if "/" not in word]
    n = 0
    module = sys.modules["__main__"]
    suite = unittest.TestSuite()
    for case in vars(module).values():
        if isinstance(case, type) and issubclass(case, unittest.TestCase) and case.__module__ == "__main__":
            for name, value in zip(attributes, values):
                setattr(case, name, value)
            for test in unittest.defaultTestLoader.loadTestsFromTestCase(case):
                if only and not any(word in test.id() for word in only):
                    continue
                n += 1
                if n % parts == part % parts:
                    suite.addTest(test)
    print(f"1..{suite.countTestCases()}", flush=True)
    result = suite.run(TapResult(sys.stdout))
    sys.exit(0 if result.wasSuccessful() else 1)
