#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Private spaces on the command line, typed at a terminal. Usage: test-cli-private.py FOOTBRIDGE VERSION [TEST…]"""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402

PASSPHRASE = "plate walnut river"
CODE = re.compile(r"(?:[0-9A-Z]{5}-){6}[0-9A-Z]{5}")
PATIENCE = 60


class Terminal:
    """A program at a terminal of its own; what it asks is answered, and what it writes there is kept."""

    def __init__(self, case, *words, stdin=None, env=None):
        self.parent, child = self.both = pty.openpty()
        self.said = ""

        def lead():
            os.setsid()
            os.close(os.open(os.ttyname(child), os.O_RDWR))

        self.process = subprocess.Popen([case.program, *words], env={**case.home.env, **(env or {})},
                                        stdin=subprocess.PIPE if stdin is not None else child, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, preexec_fn=lead, text=True)
        self.stdin = stdin

    def wait_for(self, text):
        end = time.monotonic() + PATIENCE
        while text not in self.said:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.parent], [], [], left)[0]:
                raise AssertionError(f"“{text}” was not asked: {self.said!r}")
            self.said += os.read(self.parent, 4096).decode()

    def answer(self, question, words):
        self.wait_for(question)
        hidden = not termios.tcgetattr(self.parent)[3] & termios.ECHO
        self.said = self.said.split(question, 1)[1]
        os.write(self.parent, words.encode() + b"\n")
        return hidden

    def end(self, status=0):
        out, err = self.process.communicate(self.stdin, timeout=PATIENCE)
        while select.select([self.parent], [], [], 0)[0]:
            self.said += os.read(self.parent, 4096).decode()
        for end in self.both:
            os.close(end)
        assert self.process.returncode == status, (self.process.returncode, out, err, self.said)
        return out, err


class Private(CommandCase):
    def make(self, *words):
        terminal = Terminal(self, *words, "private", "setup")
        assert terminal.answer("New passphrase: ", PASSPHRASE)
        assert terminal.answer("Once more: ", PASSPHRASE)
        terminal.wait_for("to show that you have it: ")
        code = CODE.search(terminal.said)[0]
        group = int(re.search(r"group (\d)", terminal.said)[1])
        terminal.answer("to show that you have it: ", code.split("-")[group - 1].lower())
        out, _ = terminal.end()
        assert code not in out, out
        return code

    def ask(self, *words, stdin=None, passphrase=PASSPHRASE, status=0):
        terminal = Terminal(self, *words, stdin=stdin)
        assert terminal.answer("Passphrase: ", passphrase), "the passphrase was shown"
        return terminal.end(status)

    def test_interrupted(self):
        """whoever calls it off while a passphrase is typed gets their terminal back as it was"""
        self.set_up()
        terminal = Terminal(self, "private", "setup")
        terminal.wait_for("New passphrase: ")
        self.assertFalse(termios.tcgetattr(terminal.parent)[3] & termios.ECHO)
        os.write(terminal.parent, b"plate\x03")
        terminal.process.wait(PATIENCE)
        self.assertTrue(termios.tcgetattr(terminal.parent)[3] & termios.ECHO)
        terminal.end(-signal.SIGINT)
        self.assertEqual(self.json("private", "status"), {"exists": False})

    def test_write_and_list(self):
        """a passphrase is typed without an echo, and what was written is listed and found"""
        self.set_up()
        self.assertEqual(self.json("private", "status"), {"exists": False})
        self.make()
        self.assertEqual(self.json("private", "status"), {"exists": True})
        self.ask("private", "write", stdin="Plantedword by the river\n")
        out, _ = self.ask("private", "list")
        self.assertIn("Plantedword by the river", out)
        out, _ = self.ask("private", "list", "--json")
        listed = json.loads(out)
        self.assertEqual([(one["kind"], one["text"], one["draft"]) for one in listed], [("journal", "Plantedword by the river", False)])

        terminal = Terminal(self, "private", "search")
        terminal.answer("Passphrase: ", PASSPHRASE)
        terminal.answer("Search for: ", "riv")
        self.assertIn("Plantedword", terminal.end()[0])

        for folder, _, names in os.walk(self.home.folder):
            for name in names:
                with open(os.path.join(folder, name), "rb") as file:
                    self.assertNotIn(b"Plantedword", file.read(), name)

    def fields(self, *verb, answers, stdin=None, status=0):
        """Answers what a verb asks for after the passphrase, in turn."""
        terminal = Terminal(self, "private", *verb, stdin=stdin)
        assert terminal.answer("Passphrase: ", PASSPHRASE)
        for question, words in answers:
            terminal.answer(question, words)
        return terminal.end(status)[0]

    def listed(self):
        return json.loads(self.ask("private", "list", "--json")[0])

    def test_observe(self):
        """an observation and how safe it felt are asked for, and nothing of them is an argument"""
        self.set_up()
        self.make()
        out = self.fields("observe", "--json", stdin="Plantedword left the room\n",
                          answers=[("What was going on: ", "After supper"), ("Topic: ", "Money"), ("Number, or nothing: ", "4"),
                                   ("Number [0]: ", "1"), ("Your own reaction: ", "I went quiet")])
        stored = json.loads(out)
        self.assertEqual({key: stored[key] for key in stored if key not in ("id", "date")},
                         {"kind": "observation", "draft": False, "behaviour": "Plantedword left the room", "topic": "Money",
                          "circumstance": "After supper", "reaction": "I went quiet", "temperature": 4, "course": "passing"})
        self.fields("safety", answers=[("Number, or nothing: ", "2"), ("A note, if you like: ", "Plantedword")])
        self.assertEqual({one["kind"]: one.get("safety") for one in self.listed()}, {"observation": None, "safety": 2})
        # A slip of typing loses nothing of what was typed before it.
        out = self.fields("observe", "--json", stdin="Came back in\n",
                          answers=[("What was going on: ", "Later"), ("Topic: ", "Money"), ("Number, or nothing: ", "hot"),
                                   ("Number, or nothing: ", "6"),
                                   ("Number, or nothing: ", "2"), ("Number [0]: ", "1"), ("Your own reaction: ", "")])
        again = json.loads(out)
        self.assertEqual([again[key] for key in ("circumstance", "topic", "temperature", "behaviour")],
                         ["Later", "Money", 2, "Came back in"])
        self.assertEqual(len(self.listed()), 3)

    def test_look_back(self):
        """private check-ins are in a look back after the passphrase only, and it is said that they are"""
        self.set_up()
        self.make()
        for mood in "34345":
            self.fields("check-in", answers=[("Number, or nothing: ", mood)] + [("Number, or nothing: ", "")] * 4 +
                        [("Words, if you like: ", "Plantedword")])
        self.assertEqual(self.json("look-back")["mood"], {"entries": 0, "weeks": []})
        self.assertNotIn("Mood", self.ok("look-back"))
        mood = json.loads(self.ask("look-back", "--private", "--json")[0])["mood"]
        self.assertEqual((mood["entries"], [(week["private"], week["values"]) for week in mood["weeks"]]),
                         (5, [(5, [0, 0, 2, 2, 1])]))
        text, _ = self.ask("look-back", "--private", "--weeks", "1")
        self.assertIn("Mood (from 5 entries)\n", text)
        self.assertIn("With 5 private check-ins of your own, seen only by you while your private space is open.\n", text)
        self.assertNotIn("Plantedword", text)
        self.ask("look-back", "--private", passphrase="something else", status=1)
        self.refused(1, "look-back", "--private", "--as", "partner", says="private space")

    def test_check_in(self):
        """a private check-in asks for each word, and how safe it felt is among them; nothing of it is an argument"""
        self.set_up()
        self.make()
        out = self.fields("check-in", "--json",
                          answers=[("Number, or nothing: ", "4"), ("Number, or nothing: ", ""), ("Number, or nothing: ", "9"),
                                   ("Number, or nothing: ", "3"), ("Number, or nothing: ", ""), ("Number, or nothing: ", "2"),
                                   ("Words, if you like: ", "Plantedword")])
        stored = json.loads(out)
        self.assertEqual([stored[key] for key in ("kind", "mood", "mood_word", "energy", "closeness", "talking", "safety",
                                                  "safety_word", "text")],
                         ["check-in", 4, "Light", 0, 3, 0, 2, "Uneasy", "Plantedword"])
        self.assertEqual(self.json("check-in", "list"), [])
        with open(self.home.database, "rb") as file:
            self.assertNotIn(b"Plantedword", file.read())
        self.fields("edit", answers=[("how it begins: ", stored["id"]), ("Day [2026-11-23]: ", ""), ("Number [4]: ", "5"),
                                     ("Number, or nothing: ", ""), ("Number [3]: ", ""), ("Number, or nothing: ", ""),
                                     ("Number [2]: ", ""), ("Words, if you like [Plantedword]: ", "-")])
        self.assertEqual([(one["mood_word"], one["closeness_word"], one.get("text")) for one in self.listed()],
                         [("Bright", "Beside", None)])

    def test_edit_and_remove(self):
        """an entry is changed and removed, by an id that is asked for"""
        self.set_up()
        self.make()
        self.ask("private", "write", stdin="First words")
        self.ask("private", "write", stdin="Other words")
        self.fields("observe", stdin="Left the room", answers=[("What was going on: ", "Supper"), ("Topic: ", "Money"),
                                                               ("nothing: ", ""), ("Number [0]: ", ""), ("reaction: ", "")])
        ids = {one.get("text") or one["behaviour"]: one["id"] for one in self.listed()}
        self.assertIn(ids["First words"][:4], self.ask("private", "list")[0])
        self.fields("edit", stdin="Later words\n", answers=[("how it begins: ", ids["First words"][:8]), ("Day [2026-11-23]: ", "soon"),
                                                            ("Day [2026-11-23]: ", "2026-11-20"),
                                                            ("Title, if you like: ", "A title")])
        self.fields("edit", stdin="", answers=[("how it begins: ", ids["Left the room"]), ("Day [2026-11-23]: ", ""),
                                               ("What was going on [Supper]: ", "-"), ("Topic [Money]: ", ""), ("nothing: ", "3"),
                                               ("Number [0]: ", "2"), ("reaction: ", "")])
        after = {one["id"]: one for one in self.listed()}
        self.assertEqual((after[ids["First words"]]["text"], after[ids["First words"]]["date"], after[ids["First words"]]["title"]),
                         ("Later words", "2026-11-20", "A title"))
        changed = after[ids["Left the room"]]
        self.assertEqual((changed["behaviour"], changed.get("circumstance"), changed["topic"], changed["temperature"], changed["course"]),
                         ("Left the room", None, "Money", 3, "lasting"))
        self.fields("edit", stdin="", answers=[("how it begins: ", "nothing-like-it")], status=1)

        self.fields("remove", answers=[("how it begins: ", ids["Other words"]), ("to confirm: ", "no")], status=1)
        self.assertEqual(len(self.listed()), 3)
        self.fields("remove", answers=[("how it begins: ", ids["Other words"]), ("to confirm: ", "remove")])
        self.assertEqual({one["id"] for one in self.listed()}, set(ids.values()) - {ids["Other words"]})

    def test_recovery(self):
        """the code opens it when the passphrase is forgotten, and a new one takes its place"""
        self.set_up()
        first = self.make()
        terminal = Terminal(self, "private", "recovery-code")
        self.assertTrue(terminal.answer("Passphrase: ", PASSPHRASE))
        terminal.wait_for("to show that you have it: ")
        second = CODE.search(terminal.said)[0]
        group = int(re.search(r"group (\d)", terminal.said)[1])
        terminal.answer("to show that you have it: ", second.split("-")[group - 1])
        out, err = terminal.end()
        self.assertNotEqual(first, second)
        self.assertNotIn(second, out + err)

        terminal = Terminal(self, "private", "recover")
        self.assertTrue(terminal.answer("Recovery code: ", first))
        self.assertIn("newer code has replaced it", terminal.end(1)[1])
        terminal = Terminal(self, "private", "recover")
        self.assertTrue(terminal.answer("Recovery code: ", second.replace("-", " ").lower()))
        self.assertTrue(terminal.answer("New passphrase: ", "another walnut entirely"))
        self.assertTrue(terminal.answer("Once more: ", "another walnut entirely"))
        terminal.end()
        self.ask("private", "list", status=1)
        self.ask("private", "list", passphrase="another walnut entirely")
        self.ask("private", "recovery-code", passphrase="something else", status=1)

    def test_at_once(self):
        """passphrases that are tried by several programs at once are all counted, and the wait holds for each"""
        self.set_up()
        self.make()
        terminals = [Terminal(self, "private", "list") for _ in range(4)]
        for terminal in terminals:
            terminal.wait_for("Passphrase: ")
        for terminal in terminals:
            terminal.answer("Passphrase: ", "something else")
        for terminal in terminals:
            terminal.end(1)
        for _ in range(2):
            _, err = self.ask("private", "list", status=1)
            self.assertIn("Try again in", err)
        self.home.set_now("@2026-11-23 12:00:30")
        self.ask("private", "list")

    def test_wrong(self):
        """a passphrase that does not fit is refused calmly, then slowed down, and nothing is lost"""
        self.set_up()
        self.make()
        for _ in range(3):
            _, err = self.ask("private", "list", passphrase="something else", status=1)
            self.assertIn("This passphrase does not open", err)
        _, err = self.ask("private", "list", status=1)
        self.assertIn("Try again in", err)
        self.home.set_now("@2026-11-23 12:00:30")
        self.ask("private", "list")

    def test_change(self):
        """the passphrase is changed by whoever knows it"""
        self.set_up()
        self.make()
        terminal = Terminal(self, "private", "change-passphrase")
        self.assertTrue(terminal.answer("Present passphrase: ", PASSPHRASE))
        self.assertTrue(terminal.answer("New passphrase: ", "another walnut entirely"))
        self.assertTrue(terminal.answer("Once more: ", "another walnut entirely"))
        terminal.end()
        self.ask("private", "list", status=1)
        self.ask("private", "list", passphrase="another walnut entirely")

    def test_no_terminal(self):
        """without a terminal nothing is asked, and a passphrase is taken from nowhere else"""
        self.set_up()
        done = subprocess.run([self.program, "private", "setup"], env=self.home.env, input=f"{PASSPHRASE}\n{PASSPHRASE}\n",
                              capture_output=True, text=True, start_new_session=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("terminal", done.stderr)
        self.assertEqual(self.json("private", "status"), {"exists": False})

    def test_logs(self):
        """no log has a word of it"""
        self.set_up()
        self.make()
        env = {"G_MESSAGES_DEBUG": "all"}
        for words, stdin in ((("private", "write"), "Plantedword once"), (("private", "list"), None)):
            terminal = Terminal(self, *words, stdin=stdin, env=env)
            terminal.answer("Passphrase: ", PASSPHRASE)
            _, err = terminal.end()
            self.assertNotIn("Plantedword", err)
            self.assertNotIn("walnut", err)
            self.assertNotIn("walnut", terminal.said)

    def test_export_and_erase(self):
        """everything goes into a file of one's own, and is erased after a confirmation"""
        self.set_up()
        self.make()
        self.ask("private", "write", stdin="Plantedword kept")
        path = os.path.join(self.home.folder, "private.txt")
        self.ask("private", "export", path)
        with open(path, encoding="utf-8") as file:
            self.assertIn("Plantedword kept", file.read())
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
        with open(path, "w", encoding="utf-8") as file:
            file.write("Something else")
        _, err = self.ask("private", "export", path, status=1)
        self.assertIn("it was left as it is", err)
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), "Something else")
        # Whoever would leave is told to take it along first.
        self.refused(1, "person", "leave", "me", says="use “footbridge private export” first")
        terminal = Terminal(self, "private", "erase")
        terminal.answer("to confirm: ", "Kim")
        terminal.end(1)
        self.assertEqual(self.json("private", "status"), {"exists": True})
        terminal = Terminal(self, "private", "erase")
        terminal.answer("to confirm: ", "Robin")
        terminal.end()
        self.assertEqual(self.json("private", "status"), {"exists": False})

    def test_shared(self):
        """words are shared, taken back until they are opened, and nothing says whether they were"""
        self.set_up()
        first = self.ok("shared", "add", stdin="I am glad that you stayed.\n")
        second = self.ok("shared", "add", stdin="And about the door.")
        self.assertEqual(len(self.json("shared", "list")), 2)
        self.assertEqual({one.get("state") for one in self.json("shared", "list")}, {None})
        hers = self.json("--as", "Kim", "shared", "list")
        self.assertEqual({(one["state"], one.get("text")) for one in hers}, {("waiting", None)})
        self.assertNotIn("glad", self.ok("--as", "Kim", "shared", "list"))

        self.ok("shared", "take-back", second)
        self.refused(1, "--as", "Kim", "shared", "open", second)
        self.assertEqual(self.ok("--as", "Kim", "shared", "open", first[:8]), "I am glad that you stayed.")
        self.refused(1, "shared", "take-back", first, says="no longer be taken back")
        self.assertEqual({one.get("state") for one in self.json("shared", "list")}, {None})

    def test_damaged_backup(self):
        """a damaged backup that goes when words are taken back is named"""
        self.set_up()
        words = self.ok("shared", "add", stdin="About the door.")
        folder = os.path.join(self.home.data, "backups")
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, "space-damaged.db")
        with open(path, "w", encoding="utf-8") as file:
            file.write("About the door. This is no database.")
        done = subprocess.run([self.program, "shared", "take-back", words], env=self.home.env, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (0, "Taken back\n"), done.stderr)
        self.assertIn(path, done.stderr)
        self.assertFalse(os.path.exists(path))

    def test_bad_usage(self):
        """what is missing or too much is bad usage"""
        self.set_up()
        for words in (("private", "export"), ("private", "list", "more"), ("private", "edit", "0"), ("private", "observe", "words"), ("shared", "open"), ("private",), ("shared", "add", "x")):
            self.refused(2, *words)


if __name__ == "__main__":
    main(program=None, version=None)
