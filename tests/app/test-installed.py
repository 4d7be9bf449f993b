#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Footbridge as "meson install" leaves it: its files are found through XDG_DATA_DIRS, the launcher opens the window, a
button works after everything was closed, and uninstalling leaves nothing but the data. It is configured, built and
installed once more for that, by the commands of the README, with a folder of the test's own as the prefix.
Usage: test-installed.py SOURCE-FOLDER APP-ID VERSION"""

import glob
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import main  # noqa: E402
from counter import Counter, Shell  # noqa: E402
from desk import wait_for  # noqa: E402
from gi.repository import GLib  # noqa: E402

BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <standard_session_servicedirs/>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class InstalledDesk(Counter):
    """A desk whose bus finds services where an installed system does, and nowhere else."""

    def __init__(self, program, app_id, version, data_dirs):
        super().__init__(program, app_id, version)
        self.bus = None
        # Its own window, which it finds where it was built for.
        del self.env["FOOTBRIDGE_WINDOW"]
        # No portal is to be started for it, whatever this machine has.
        self.env.update({"PATH": f"{os.path.dirname(program)}:{os.environ['PATH']}", "GNOTIFICATION_BACKEND": "gtk",
                         "GTK_A11Y": "none", "ADW_DISABLE_PORTAL": "1", "GTK_USE_PORTAL": "0",
                         "XDG_DATA_DIRS": f"{data_dirs}:/usr/local/share:/usr/share"})

    def start_bus(self):
        self.start_display()
        config = os.path.join(self.folder, "bus.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write(BUS_CONFIG)
        output = subprocess.run(["dbus-daemon", f"--config-file={config}", "--fork", "--print-address=1", "--print-pid=1"],
                                env=self.env, check=True, capture_output=True, text=True).stdout
        self.env["DBUS_SESSION_BUS_ADDRESS"], self.bus_pid = output.split()[0], int(output.split()[1])

    def write_environment(self):
        """What the bus gives to the programs that it starts from now on."""
        self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "UpdateActivationEnvironment",
                           GLib.Variant("(a{ss})", (self.footbridge_env(),)), None, 0, 20000)


def files_below(folder):
    return sorted(os.path.relpath(os.path.join(path, name), folder)
                  for path, _, names in os.walk(folder) for name in names)


def read_link(path):
    try:
        return os.readlink(path)
    except OSError:
        return ""


# What belongs to all programs of a prefix: the tools that keep them make them anew, and nobody removes them.
CACHES = ["share/applications/mimeinfo.cache", "share/glib-2.0/schemas/gschemas.compiled",
          "share/icons/hicolor/icon-theme.cache"]


class Installed(unittest.TestCase):
    source = app_id = version = None

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="footbridge-installed-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.prefix, self.build = os.path.join(self.folder, "prefix"), os.path.join(self.folder, "build")
        profile = "devel" if self.app_id.endswith(".Devel") else "default"
        self.run_tool("meson", "setup", self.build, self.source, f"--prefix={self.prefix}", "-Dtests=false",
                      f"-Dprofile={profile}", "-Doptimization=0")
        self.run_tool("meson", "install", "-C", self.build)
        self.program = os.path.join(self.prefix, "bin/footbridge")
        self.share = os.path.join(self.prefix, "share")

    @staticmethod
    def run_tool(*words):
        # It is no test of the tests' surroundings: it compiles and installs as at any prompt.
        env = {name: value for name, value in os.environ.items() if name not in ("G_DEBUG", "DESTDIR", "MALLOC_PERTURB_")}
        result = subprocess.run(words, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=900)
        if result.returncode != 0:
            raise AssertionError(f"{' '.join(words)}: {result.stdout[-2000:]}{result.stderr[-2000:]}")

    def open_desk(self):
        desk = InstalledDesk(self.program, self.app_id, self.version, self.share)
        self.addCleanup(desk.close)
        desk.__enter__()
        desk.write_environment()
        return desk

    def close_everything(self, desk):
        desk.key("ctrl+q")
        wait_for("the window to close", lambda: not desk.windows())
        wait_for("everything to end", lambda: self.has_ended(desk))

    def has_ended(self, desk):
        pid = desk.service_pid()
        if pid:
            os.kill(pid, signal.SIGTERM)
        return not pid and not any(path.startswith(self.prefix) for path in map(read_link, glob.glob("/proc/[0-9]*/exe")))

    def test_installed(self):
        """found, opened by its launcher, answered after everything was closed, uninstalled without a trace but the data"""
        desk = self.open_desk()
        desk.shift_clock_to("2026-11-23 18:00:00")
        desk.run("setup", "--me", "Robin", "--partner", "Kim", "--reminders", "off")
        ritual = desk.add_agreed("--title", "Tea", "--start", "2026-11-23T19:00", "--rule", "FREQ=DAILY")
        name = f"{ritual}@2026-11-23T19:00"

        # The launcher, as a desktop reads it: found, and its window opened by the service that the bus has found.
        launcher = os.path.join(self.share, "applications", f"{self.app_id}.desktop")
        for words in (["gio", "launch", launcher], ["gapplication", "launch", self.app_id]):
            subprocess.run(words, env=desk.env, check=True, timeout=30, capture_output=True)
            wait_for("the window", desk.windows, 40)
            service = desk.service_pid()
            self.assertEqual(os.readlink(f"/proc/{service}/exe"), self.program)
            self.close_everything(desk)

        # A reminder that a shell shows; then nothing of Footbridge runs any more, and its button is pressed.
        shell = Shell(desk.address, "gtk")
        self.addCleanup(shell.close)
        desk.shift_clock_to("2026-11-23 18:59:57")
        desk.run("reminders", "on")
        shown = wait_for("the reminder", lambda: shell.shown.get(name))
        wait_for("everything to end", lambda: self.has_ended(desk))
        button = next(button for button in shown["buttons"] if button["label"] == "We did it")
        self.assertTrue(button["action"].startswith("app."))
        desk.activate_action(button["action"].removeprefix("app."), GLib.Variant("s", button["target"]))
        wait_for("the answer", lambda: '"outcome":"kept"' in desk.run("occurrences", ritual, "--json").replace('" : "', '":"'))
        self.assertTrue(desk.service_pid())
        self.assertEqual(desk.windows(), [])

        # The file for log-in goes with the reminders, the rest with uninstalling.
        desk.run("reminders", "off")
        wait_for("the service to leave", lambda: not desk.service_pid(), 40)
        self.run_tool("ninja", "-C", self.build, "uninstall")
        self.assertEqual([path for path in files_below(self.prefix) if path not in CACHES], [])
        # Once their tools have run again, these know nothing of Footbridge either.
        for words in (["glib-compile-schemas", os.path.join(self.share, "glib-2.0/schemas")],
                      ["update-desktop-database", os.path.join(self.share, "applications")]):
            self.run_tool(*words)
        for path in files_below(self.prefix):
            if path in CACHES[:2]:
                with open(os.path.join(self.prefix, path), "rb") as file:
                    self.assertNotIn(b"ootbridge", file.read(), path)
        # Nor is there anything at home but ours, and what the libraries keep of fonts and shaders.
        kept = [path for path in files_below(desk.env["HOME"])
                if "/footbridge" not in path and not path.startswith((".cache/mesa", ".cache/fontconfig/"))]
        self.assertEqual(kept, [])
        self.assertIn("space.db", os.listdir(desk.data))


if __name__ == "__main__":
    main(source=None, app_id=None, version=None)
