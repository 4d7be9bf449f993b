# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""count_results.py TESTLOG.json…: adds up what "meson test" ran, case by case.

A program that speaks TAP counts by its cases, another one as one. A case that was skipped was not tested and
counts as failed, and so does a program that ended badly after its cases were fine, or had none. The last line is
"N passed, N failed".
"""

import json
import re
import sys

CASE = re.compile(r"^(?P<bad>not )?ok\b(?P<rest>.*)$")
DIRECTIVE = re.compile(r"#\s*(skip|todo)\b", re.IGNORECASE)


def count(test):
    """(passed, failed, names of what failed) of one entry of the log."""
    name = test["name"]
    passed, failures = 0, []

    for line in test.get("stdout", "").splitlines():
        case = CASE.match(line)
        if case is None:
            continue
        if case["bad"] or DIRECTIVE.search(case["rest"]):
            failures.append(f"{name}: {case['rest'].strip()}")
        else:
            passed += 1

    if test["result"] in ("OK", "EXPECTEDFAIL"):
        if passed == 0 and not failures:
            passed = 1
    elif not failures:
        failures.append(f"{name}: {test['result'].lower()}")

    return passed, failures


def main(paths):
    passed, failures = 0, []

    for path in paths:
        try:
            with open(path, encoding="utf-8") as log:
                tests = [json.loads(line) for line in log if line.strip()]
        except FileNotFoundError:
            failures.append(f"{path} is not there: these tests did not run")
            continue
        for test in tests:
            good, bad = count(test)
            passed += good
            failures += bad

    for failure in failures:
        print(f"failed: {failure}")
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
