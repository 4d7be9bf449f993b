#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps POTFILES.in the list of all files with words for translators.

Run without arguments after adding a file; with --check (as the test does) it names what is missing or gone.
"""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent
POTFILES = HERE / "POTFILES.in"

MARKED_C = re.compile(r'\b(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?|gettext)\s*\(\s*"')
MARKED_UI = re.compile(r'translatable="(?:yes|true)"')


def has_words(path):
    if path.name.endswith((".c", ".h")):
        return MARKED_C.search(path.read_text(encoding="utf-8")) is not None
    if path.name.endswith(".ui"):
        return MARKED_UI.search(path.read_text(encoding="utf-8")) is not None
    return path.name.endswith((".desktop.in.in", ".metainfo.xml.in.in", ".gschema.xml.in"))


def wanted():
    files = [HERE / "catalogue-strings.h"]
    for folder in ("data", "resources", "src"):
        files += (TOP / folder).rglob("*")
    return sorted(path.relative_to(TOP).as_posix() for path in files if path.is_file() and has_words(path))


def main():
    files = wanted()
    if sys.argv[1:] == ["--check"]:
        listed = [line for line in POTFILES.read_text(encoding="utf-8").splitlines()
                  if line and not line.startswith("#")]
        problems = [f"{name} has words for translators and is not listed" for name in files
                    if name not in listed]
        problems += [f"{name} is listed and has no words for translators" for name in listed
                     if name not in files]
        if problems:
            sys.exit("\n".join(problems + ["po/POTFILES.in is not up to date: run po/potfiles.py"]))
    elif len(sys.argv) == 1:
        POTFILES.write_text("# Made by potfiles.py\n" + "\n".join(files) + "\n", encoding="utf-8")
    else:
        sys.exit(f"usage: {sys.argv[0]} [--check]")


if __name__ == "__main__":
    main()
