#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the words of the ritual catalogue where xgettext finds them.

Run without arguments after changing resources/catalogue/rituals.json; with --check (as the test does) it
only says whether catalogue-strings.h is up to date.
"""

import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
CATALOGUE = HERE.parent / "resources" / "catalogue" / "rituals.json"
OUTPUT = HERE / "catalogue-strings.h"

HEADER = """\
/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made by catalogue-strings.py from the ritual catalogue, for translators only: nothing includes it.
 */
"""


def lines():
    seen = set()
    for template in json.loads(CATALOGUE.read_text(encoding="utf-8"))["templates"]:
        yield ""
        fields = [(name, template[name]) for name in ("title", "summary", "when-then", "smaller")]
        fields += [(f"step {number}", step) for number, step in enumerate(template["steps"], 1)]
        for name, text in fields:
            if text in seen:
                continue
            seen.add(text)
            quoted = json.dumps(text, ensure_ascii=False)
            yield f"/* Translators: ritual “{template['title']}”, {name} */"
            yield f'NC_ ("catalogue", {quoted})'


def main():
    wanted = HEADER + "\n".join(lines()) + "\n"
    if sys.argv[1:] == ["--check"]:
        if OUTPUT.read_text(encoding="utf-8") != wanted:
            sys.exit("po/catalogue-strings.h is older than the catalogue: run po/catalogue-strings.py")
    elif len(sys.argv) == 1:
        OUTPUT.write_text(wanted, encoding="utf-8")
    else:
        sys.exit(f"usage: {sys.argv[0]} [--check]")


if __name__ == "__main__":
    main()
