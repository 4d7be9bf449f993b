# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for every file of the project, and cannot be said to a compiler.

Each check takes the folder of a checkout and gives the list of offenders, one line each, naming file and line.
Run as "checks.py FOLDER" this prints TAP; test_checks.py plants an offender for each of them.
"""

import ast
import os
import re
import subprocess
import sys
import xml.etree.ElementTree

# Lower layers first; app and window stand beside each other and know nothing of one another.
LAYERS = {"base": 0, "model": 1, "store": 2, "service": 3, "app": 4, "window": 4}
TOOLKIT = re.compile(r"<(gtk|gdk|gsk|adwaita|pango|cairo)[-/.\w]*>")
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|(<[^>]+>))')

MAX_LINES = 800
# What one sees beside each other. 110 is what to aim at; a sentence for people stays in one piece.
MAX_COLUMNS = 130

# Deprecated after our floor: only compat/ may know them.
LATER_DEPRECATED = re.compile(
    r"\b(ADW_CHECK_VERSION|GTK_CHECK_VERSION|Adw(Leaflet|Flap|Squeezer|ViewSwitcherTitle|MessageDialog|AboutWindow"
    r"|PreferencesWindow)|adw_(leaflet|flap|squeezer|view_switcher_title|message_dialog|about_window"
    r"|preferences_window)_\w+|Gtk(FileChooserNative|TreeView|ListStore|ComboBox\w*|InfoBar|Dialog|MessageDialog"
    r"|ShortcutsWindow)|gtk_(file_chooser_native|tree_view|list_store|combo_box|info_bar|dialog|message_dialog)_\w+"
    r"|gtk_widget_(show|hide)|gtk_show_uri\w*)\b")

# The clock is handed in; only these know another one.
TIME = re.compile(r"\b(g_get_real_time|g_date_time_new_now\w*|g_time_zone_new_local|time)\s*\(")
TIME_ALLOWED = {"src/base/bridge-system-clock.c", "src/base/bridge-wall-source.c"}

# PRODUCT: a signal, not a verdict.
UNKIND = re.compile(
    r"\b(missed|failed|fails|failure|overdue|broken|late|(?<!\bno )(streaks?|scores?)|SQLITE_\w+)\b"
    r"|\byou should\b|\bare you sure\b|\byour partner didn|!", re.IGNORECASE)

# The apostrophe and the quotation mark of a typewriter: neither is one that a book would have.
TYPEWRITER = re.compile(r"""(?<=\w)['`´]|['`´](?=\w)|\"""")


def files(root, folders, endings):
    """Paths below these folders, relative to root, in a fixed order."""
    found = []
    for folder in folders:
        for where, names, entries in os.walk(os.path.join(root, folder)):
            names[:] = sorted(name for name in names if name != "__pycache__")
            found += [os.path.relpath(os.path.join(where, entry), root) for entry in sorted(entries)
                      if entry.endswith(endings)]
    return found


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


def without_comments(text):
    """C text with comments and strings blanked, line numbers kept."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', blank, text, flags=re.DOTALL)


def search(root, path, pattern):
    """Offences of a pattern in the code of one C file."""
    lines = without_comments(read(root, path)).splitlines()
    return [f"{path}:{number}: {match.group(0).strip()}"
            for number, line in enumerate(lines, 1) for match in pattern.finditer(line)]


def layer_of(path):
    parts = path.split(os.sep)
    return parts[1] if len(parts) > 2 and parts[0] == "src" else None


def layers(root):
    """Includes go down, and only the window's layer knows the toolkit."""
    sources = files(root, ["src"], (".c", ".h"))
    home = {os.path.basename(path): layer_of(path) for path in sources if path.endswith(".h")}
    offenders = []

    for path in sources:
        layer = layer_of(path)
        if layer not in LAYERS:
            continue
        for number, line in enumerate(read(root, path).splitlines(), 1):
            include = INCLUDE.match(line)
            if include is None:
                continue
            if include[2] is not None:
                if TOOLKIT.match(include[2]) and layer != "window":
                    offenders.append(f"{path}:{number}: {layer} includes {include[2]}, which only window may")
                continue
            other = home.get(os.path.basename(include[1]))
            if other in LAYERS and other != layer and LAYERS[other] >= LAYERS[layer]:
                offenders.append(f"{path}:{number}: {layer} includes {include[1]} of {other}")

    return offenders


def lengths(root):
    """A file that needs scrolling for ever wants splitting."""
    return [f"{path}: {length} lines, more than {MAX_LINES}"
            for path in files(root, ["src", "tests"], (".c", ".h", ".py"))
            if (length := read(root, path).count("\n")) > MAX_LINES]


def columns(root):
    """No code goes beyond what can be seen."""
    sentence = re.compile(r'"[^"]{40,}"|^\s*\{.*\},?( /\*.*\*/)?$')
    return [f"{path}:{number}: {len(line)} columns, more than {MAX_COLUMNS}"
            for path in files(root, ["src"], (".c", ".h"))
            for number, line in enumerate(read(root, path).splitlines(), 1)
            if len(line) > MAX_COLUMNS and not sentence.search(line)]


def headings(root):
    """Each source says its licence, headers are read once, and C files know the configuration."""
    offenders = []
    for path in files(root, ["src", "tests"], (".c", ".h", ".py")):
        text = read(root, path)
        first = "\n".join(text.splitlines()[:4])
        if text == "":
            offenders.append(f"{path}: is empty")
            continue
        if "SPDX-FileCopyrightText:" not in first or "SPDX-License-Identifier: GPL-3.0-or-later" not in first:
            offenders.append(f"{path}: has no SPDX heading")
        if path.endswith(".h") and "#pragma once" not in text:
            offenders.append(f"{path}: has no #pragma once")
        if path.endswith(".c") and path.startswith("src") and '#include "config.h"' not in text:
            offenders.append(f"{path}: does not include config.h")
    return offenders


def documentation(root):
    """Each function others can call has a comment that begins with its name."""
    offenders = []
    definition = re.compile(r"^(?P<type>[^\n]*)\n(?P<name>bridge_\w+) \(", re.MULTILINE)
    for path in files(root, ["src"], (".c",)):
        text = read(root, path)
        for match in definition.finditer(text):
            kind = match["type"].strip()
            if kind == "" or kind.startswith(("static", "/*", "*", "#", "}")):
                continue
            if not re.search(r"^ \* %s:" % match["name"], text, re.MULTILINE):
                line = text.count("\n", 0, match.start("name")) + 1
                offenders.append(f"{path}:{line}: {match['name']} has no comment")
    return offenders


def compat(root):
    """What a later GTK or libadwaita deprecates is named in compat/ only."""
    compat_folder = os.path.join("src", "window", "compat")
    offenders = []
    for path in files(root, ["src"], (".c", ".h")):
        if not path.startswith(compat_folder):
            offenders += search(root, path, LATER_DEPRECATED)
    for path in files(root, ["resources"], (".ui",)):
        for number, line in enumerate(read(root, path).splitlines(), 1):
            match = re.search(r'(class|parent)="([^"]+)"', line)
            if match and LATER_DEPRECATED.fullmatch(match[2]):
                if "compat" not in path and "shortcuts" not in os.path.basename(path) \
                        and "help-overlay" not in os.path.basename(path):
                    offenders.append(f"{path}:{number}: {match[2]}")
    return offenders


def time(root):
    """Nothing below main.c asks for the time but the clock."""
    return [offence for path in files(root, ["src"], (".c",)) if path not in TIME_ALLOWED
            for offence in search(root, path, TIME)]


def leftovers(root):
    """What is not done is not left behind as a note."""
    note = re.compile(r"\b(TODO|FIXME|XXX)\b")
    return [f"{path}:{number}: {line.strip()}"
            for path in files(root, ["src", "data", "resources"], (".c", ".h", ".ui", ".in", ".css", ".json"))
            for number, line in enumerate(read(root, path).splitlines(), 1) if note.search(line)]


def documents(root):
    """Templates, pictures and the rest of what is XML can be read."""
    offenders = []
    for path in files(root, ["data", "resources"], (".ui", ".svg", ".xml", ".xml.in", ".xml.in.in")):
        try:
            xml.etree.ElementTree.parse(os.path.join(root, path))
        except xml.etree.ElementTree.ParseError as error:
            offenders.append(f"{path}: {error}")
    return offenders


def scripts(root):
    """Scripts can be read by their interpreters."""
    offenders = []
    shell = ["dev", os.path.join(".ci", "run")]
    for folder in ("tests", "data", "po"):
        for path in files(root, [folder], ("",)):
            full = os.path.join(root, path)
            if path.endswith(".py"):
                try:
                    ast.parse(read(root, path), path)
                except SyntaxError as error:
                    offenders.append(f"{path}:{error.lineno}: {error.msg}")
            elif os.path.isfile(full):
                with open(full, "rb") as file:
                    if file.readline().startswith((b"#!/bin/sh", b"#!/bin/bash")):
                        shell.append(path)
    for path in shell:
        full = os.path.join(root, path)
        if not os.path.exists(full):
            continue
        result = subprocess.run(["bash", "-n", full], capture_output=True, text=True)
        if result.returncode != 0:
            offenders.append(f"{path}: {result.stderr.strip()}")
        if not os.access(full, os.X_OK) and not path.startswith("data"):
            offenders.append(f"{path}: is not executable")
    return offenders


def messages(root):
    """Everything a translator gets: (where, text) pairs, from the list of files that po/ has."""
    potfiles = os.path.join(root, "po", "POTFILES.in")
    result = subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--files-from", potfiles, "--directory", root, "--output=-", "--no-wrap",
         "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=ngettext:1,2",
         "--keyword=g_dngettext:2,3", "--keyword=g_dpgettext2:2c,3"],
        capture_output=True, text=True, check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})

    found, where, parts = [], "", None
    for line in result.stdout.splitlines() + [""]:
        start = re.match(r'(msgid|msgid_plural) (".*")$', line)
        if parts is not None and not line.startswith('"'):
            found.append((where, "".join(parts)))
            parts = None
        if line.startswith("#: "):
            where = line[3:]
        elif start:
            parts = [ast.literal_eval(start[2])]
        elif parts is not None:
            parts.append(ast.literal_eval(line))
    return [(where, text) for where, text in found if text]


def wording(root):
    """No text blames, counts or shouts."""
    return [f"{where}: “{match.group(0)}” in “{text}”"
            for where, text in messages(root) for match in UNKIND.finditer(text)]


def apostrophes(root):
    """What people read has typographic apostrophes and quotation marks."""
    manual = [f"{path}:{number}: {line}" for path in files(root, [os.path.join("data", "man")], (".in",))
              for number, line in enumerate(read(root, path).splitlines(), 1)
              if not line.startswith(".") and re.search(r"\w'\w", line)]
    return manual + [f"{where}: {match.group(0)} in “{text}”"
                     for where, text in messages(root) for match in TYPEWRITER.finditer(text)]


CHECKS = [layers, lengths, columns, headings, documentation, compat, time, leftovers, documents, scripts, wording,
          apostrophes]


def main(root):
    bad = 0
    print(f"1..{len(CHECKS)}")
    for number, check in enumerate(CHECKS, 1):
        offenders = check(root)
        bad += bool(offenders)
        print(f"{'not ok' if offenders else 'ok'} {number} {check.__name__}: {check.__doc__.splitlines()[0]}")
        for offender in offenders:
            print(f"# {offender}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1])))
