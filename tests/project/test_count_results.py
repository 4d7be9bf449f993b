# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What counts as passed and as failed when all tests are added up."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

from count_results import count  # noqa: E402  (the path comes first)

# (result, output, passed, failed)
CASES = [
    ("OK", "1..2\nok 1 /a\nok 2 /b\n", 2, 0),
    ("OK", "", 1, 0),
    ("OK", "hello\nlooks ok to me\n", 1, 0),
    ("FAIL", "1..2\nok 1 /a\nnot ok 2 /b\n", 1, 1),
    ("ERROR", "1..2\nok 1 /a\n", 1, 1),
    ("ERROR", "1..2\nok 1 /a\nnot ok 2 /b\nBail out!\n", 1, 1),
    ("FAIL", "", 0, 1),
    ("TIMEOUT", "ok 1 /a\n", 1, 1),
    ("OK", "1..2\nok 1 /a\nok 2 /b # SKIP no display\n", 1, 1),
    ("SKIP", "1..0 # SKIP all\n", 0, 1),
]


def main():
    bad = 0
    print(f"1..{len(CASES)}")
    for number, (result, output, passed, failed) in enumerate(CASES, 1):
        good, failures = count({"name": "some", "result": result, "stdout": output})
        fine = good == passed and len(failures) == failed
        bad += not fine
        print(f"{'ok' if fine else 'not ok'} {number} {result} with {output!r}".replace("#", "(hash)"))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
