#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the words of the catalogues where xgettext finds them.

Run without arguments after changing a file of resources/catalogue; with --check (as the test does) it
only says whether catalogue-strings.h is up to date.
"""

import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
CATALOGUES = HERE.parent / "resources" / "catalogue"
OUTPUT = HERE / "catalogue-strings.h"

HEADER = """\
/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made by catalogue-strings.py from the catalogues, for translators only: nothing includes it.
 */
"""


def rituals():
    for template in templates("rituals"):
        fields = [*words(template), *((f"for one alone: {name}", text) for name, text in words(template.get("solo", {})))]
        yield [(f"ritual “{template['title']}”, {name}", text) for name, text in fields]


def words(template):
    for name in ("title", "summary", "when-then", "smaller"):
        if name in template:
            yield name, template[name]
    for number, step in enumerate(template.get("steps", []), 1):
        yield f"step {number}", step


def boundaries():
    for template in templates("boundaries"):
        fields = [(name, template[name]) for name in ("text", "why")]
        fields += [(f"for one alone: {name}", text) for name, text in template.get("solo", {}).items()]
        yield [(f"boundary “{template['id']}”, {name}", text) for name, text in fields]


def templates(name):
    return json.loads((CATALOGUES / f"{name}.json").read_text(encoding="utf-8"))["templates"]


def lines():
    seen = set()
    for catalogue in (rituals, boundaries):
        for fields in catalogue():
            yield ""
            for comment, text in fields:
                if text in seen:
                    continue
                seen.add(text)
                quoted = json.dumps(text, ensure_ascii=False)
                yield f"/* Translators: {comment} */"
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
