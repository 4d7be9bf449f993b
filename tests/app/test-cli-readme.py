#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The README's own example of the command line. Usage: test-cli-readme.py FOOTBRIDGE VERSION [TEST…]"""

import os
import re
import shlex
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import CommandCase, main  # noqa: E402

TOMORROW = "2026-11-29"  # as the shell finds out
README = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "README.md")


def read_commands():
    """The words of each command under "On the command line", in their order."""
    with open(README, encoding="utf-8") as file:
        part = file.read().split("## On the command line")[1]
    block = re.search(r"```sh\n(.*?)```", part, re.DOTALL).group(1).replace("\\\n", " ")
    lines = block.replace("${tomorrow}", TOMORROW).splitlines()
    return [shlex.split(line, comments=True)[1:] for line in lines if not line.startswith("tomorrow=")]


class Readme(CommandCase):
    def fill_in(self, word):
        """An id stands for that of the walk, and of the first thing that waits for an answer."""
        if "RITUAL-ID" in word:
            walk = next(one["id"] for one in self.json("ritual", "list") if one["title"] == "Weekly walk")
            return word.replace("RITUAL-ID", walk[:8])
        if word == "MOMENT":
            quiet = next(one["id"] for one in self.json("ritual", "list") if one["title"] == "Five quiet minutes")
            return f"{quiet[:8]}@2026-11-28T19:00"
        return self.json("invite", "list")[0]["id"][:8] if word == "INVITATION-ID" else word

    def test_in_order(self):
        """each command of the README does what it says, one after the other, where there is nothing yet"""
        self.home.set_now("@2026-11-28 10:00:00")
        commands = read_commands()
        self.assertGreater(len(commands), 15)
        for words in commands:
            words = [self.fill_in(word) for word in words]
            words = [os.path.join(self.home.folder, word) if word == "Our log" else word for word in words]
            result = self.home.run(*words)
            self.assertEqual(result.returncode, 0, f"footbridge {' '.join(words)}: {result.stderr}")
        self.assertEqual({one["state"] for one in self.json("ritual", "list")}, {"agreed"})
        self.assertEqual([one["title"] for one in self.json("invite", "list")], ["Cinema"])


if __name__ == "__main__":
    main(program=sys.argv[1], version=sys.argv[2])
