# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants one offender for each of the project's checks, in a folder of its own, and sees it named."""

import os
import sys
import tempfile

import checks

HEAD = """/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
"""
GOOD_C = HEAD + """
#include "config.h"

#include "bridge-thing.h"

/* "missed" and g_get_real_time () in a comment or "g_get_real_time ()" in a text do no harm. */

/**
 * bridge_thing_do:
 *
 * Does it.
 */
void
bridge_thing_do (void)
{
  g_print (_("Two people, one bridge."));
}
"""
GOOD_H = HEAD + "\n#pragma once\n\nvoid bridge_thing_do (void);\n"

GOOD = {
    "src/model/bridge-thing.c": GOOD_C,
    "src/model/bridge-thing.h": GOOD_H,
    "src/base/bridge-base.h": HEAD + "\n#pragma once\n",
    "src/window/bridge-page.h": HEAD + "\n#pragma once\n#include <gtk/gtk.h>\n#include \"bridge-thing.h\"\n",
    "src/app/bridge-app.h": HEAD + "\n#pragma once\n",
    "resources/ui/thing.ui": "<interface/>\n",
    "po/POTFILES.in": "src/model/bridge-thing.c\nsrc/model/bridge-more.c\n",
    "src/model/bridge-more.c": HEAD + '\n#include "config.h"\n',
    "dev": "#!/bin/bash\necho\n",
    "tests/test-thing.c": HEAD,
}

MORE = "src/model/bridge-more.c"
START = HEAD + '\n#include "config.h"\n'

# (check, file, its contents, what the complaint must name)
OFFENDERS = [
    (checks.layers, "src/base/bridge-low.c", START + '#include "bridge-thing.h"\n', "bridge-thing.h of model"),
    (checks.layers, "src/base/bridge-low.c", START + '#include "../model/bridge-thing.h"\n', "bridge-low.c:6"),
    (checks.layers, "src/app/bridge-app.c", START + '#include "bridge-page.h"\n', "bridge-page.h of window"),
    (checks.layers, "src/window/pages/bridge-deep.c", START + '#include "bridge-app.h"\n', "bridge-app.h of app"),
    (checks.layers, "src/service/bridge-gui.c", START + "#include <gtk/gtk.h>\n", "<gtk/gtk.h>"),
    (checks.layers, "src/app/bridge-gui.c", START + "# include <adwaita.h>\n", "<adwaita.h>"),
    (checks.lengths, MORE, START + "\n" * 900, "lines"),
    (checks.columns, MORE, START + "int a = 1" + " + 1" * 40 + ";\n", "bridge-more.c:6"),
    (checks.headings, MORE, '#include "config.h"\n', "SPDX"),
    (checks.headings, MORE, HEAD, "config.h"),
    (checks.headings, MORE, "", "empty"),
    (checks.headings, "src/model/bridge-more.h", HEAD, "pragma once"),
    (checks.documentation, MORE, START + "\nint\nbridge_more (int a)\n{\n  return a;\n}\n", "bridge_more has no"),
    (checks.documentation, MORE, START + "\n/**\n * bridge_other:\n */\nint *\nbridge_more (int   a,\n             int b)\n",
     f"{MORE}:11"),
    (checks.compat, MORE, START + "static AdwLeaflet *leaflet;\n", "AdwLeaflet"),
    (checks.compat, MORE, START + "  gtk_widget_show (page);\n", "gtk_widget_show"),
    (checks.compat, "resources/ui/other.ui", '<object class="AdwLeaflet"/>\n', "AdwLeaflet"),
    (checks.time, MORE, START + "  now = g_get_real_time ();\n", "bridge-more.c:6"),
    (checks.time, MORE, START + "  now = time (NULL);\n", "time ("),
    (checks.leftovers, MORE, START + "/* TODO: more */\n", "bridge-more.c:6"),
    (checks.documents, "resources/ui/other.ui", "<interface>\n", "other.ui"),
    (checks.documents, "data/icons/other.svg", "<svg", "other.svg"),
    (checks.scripts, "dev", "#!/bin/bash\nif\n", "dev"),
    (checks.scripts, "tests/bad.py", "def\n", "bad.py"),
    (checks.wording, MORE, START + 'static const char *a = N_("You missed one");\n', "missed"),
    (checks.wording, MORE, START + 'static const char *a = N_("Three days late");\n', "late"),
    (checks.wording, MORE, START + 'static const char *a = N_("Well " "done!");\n', "!"),
    (checks.wording, MORE, START + 'a = ngettext ("One point", "Your streak: %d", n);\n', "streak"),
    (checks.wording, MORE, START + 'a = C_("verb", "Are you sure?");\n', "bridge-more.c:6"),
    (checks.apostrophes, MORE, START + 'a = _("The other\'s name");\n', "bridge-more.c:6"),
    (checks.apostrophes, MORE, START + 'a = g_strdup_printf (_("%s\'s turn"), name);\n', "'"),
    (checks.apostrophes, MORE, START + 'a = _("It is 2\\" wide");\n', '"'),
    (checks.apostrophes, "data/man/other.1.in", "A draft\nof one's own.\n", "other.1.in:2"),
]


def write(root, tree):
    for path, text in tree.items():
        full = os.path.join(root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as file:
            file.write(text)
    os.chmod(os.path.join(root, "dev"), 0o755)


def main():
    print(f"1..{len(checks.CHECKS) + len(OFFENDERS)}")
    number, bad = 0, 0

    for check in checks.CHECKS:
        number += 1
        with tempfile.TemporaryDirectory() as root:
            write(root, GOOD)
            found = check(root)
        bad += bool(found)
        print(f"{'not ok' if found else 'ok'} {number} {check.__name__} finds nothing where nothing is")
        for line in found:
            print(f"# {line}")

    for check, path, text, named in OFFENDERS:
        number += 1
        with tempfile.TemporaryDirectory() as root:
            write(root, {**GOOD, path: text})
            found = check(root)
        fine = len(found) == 1 and named in found[0]
        bad += not fine
        print(f"{'ok' if fine else 'not ok'} {number} {check.__name__} names {named}")
        if not fine:
            print(f"# {found}")

    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
