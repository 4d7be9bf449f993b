# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk on which Footbridge is installed as a Flatpak: a session bus that starts what a desktop's does, with the real
portals, a notification daemon outside, and a system bus of its own."""

import json
import os
import signal
import subprocess

from desk import Desk, wait_for
from portal import Background, TimeDate, write_description

SESSION_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  {services}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

# What an environment says to programs outside a sandbox only.
OUTSIDE_ONLY = ("FOOTBRIDGE_WINDOW", "GNOTIFICATION_BACKEND", "GSETTINGS_BACKEND", "ADW_DISABLE_PORTAL", "TZ",
                "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")


class SandboxDesk(Desk):
    def __init__(self, state, app_id, branch, zone="Europe/Berlin"):
        super().__init__("/usr/bin/flatpak", "/nowhere/window", app_id)
        self.state, self.branch, self.zone = state, branch, zone
        self.buses = []
        for name in OUTSIDE_ONLY:
            self.env.pop(name, None)
        self.home = self.env["HOME"]
        self.own = os.path.join(self.home, ".var/app", app_id)
        self.data = os.path.join(self.own, "data/footbridge")
        self.autostart = os.path.join(self.home, ".config/autostart", f"{app_id}.desktop")
        installation = os.path.join(state, "installation")
        portals = os.path.join(self.folder, "portals")
        write_description(portals)
        self.env.update({
            "FLATPAK_USER_DIR": installation,
            "XDG_DATA_DIRS": f"{installation}/exports/share:/usr/local/share:/usr/share",
            "XDG_CURRENT_DESKTOP": "GNOME",
            "XDG_DESKTOP_PORTAL_DIR": portals,
        })

    def start_bus(self):
        self.env["DBUS_SYSTEM_BUS_ADDRESS"] = self.launch_bus("system", "")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self.launch_bus("session", "<standard_session_servicedirs/>")
        self.timedate = TimeDate(self.env["DBUS_SYSTEM_BUS_ADDRESS"], self.zone)
        self.background = Background(self.env["DBUS_SESSION_BUS_ADDRESS"], os.path.dirname(self.autostart))

    def launch_bus(self, name, services):
        config = os.path.join(self.folder, f"{name}-bus.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write(SESSION_BUS.format(services=services))
        output = subprocess.run(["dbus-daemon", f"--config-file={config}", "--fork", "--print-address=1", "--print-pid=1"],
                                env=self.env, check=True, capture_output=True, text=True).stdout
        self.buses.append(int(output.split()[1]))
        return output.split()[0]

    def flatpak(self, *words, check=True, timeout=120):
        result = subprocess.run(["flatpak", *words], env=self.env, capture_output=True, text=True, timeout=timeout,
                                stdin=subprocess.DEVNULL)
        if check and result.returncode != 0:
            raise AssertionError(f"flatpak {' '.join(words)} ended with {result.returncode}: {result.stderr.strip()}")
        return result.stdout.strip()

    def run(self, *words, check=True):
        """The command line in the sandbox."""
        return self.flatpak("run", self.app_id, *words, check=check)

    def json(self, *words):
        return json.loads(self.run(*words, "--json"))

    def inside(self, script):
        """A line of shell in the sandbox: its exit status and all it printed."""
        result = subprocess.run(["flatpak", "run", "--command=sh", self.app_id, "-c", script], env=self.env,
                                capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
        return result.returncode, result.stdout + result.stderr

    def end_sandboxes(self):
        """Ends all of Footbridge, as a crash would."""
        self.flatpak("kill", self.app_id, check=False)
        wait_for("the sandboxes to end", lambda: self.app_id not in self.flatpak("ps", "--columns=application")
                 and not self.service_pid())

    def close(self):
        self.flatpak("kill", self.app_id, check=False)
        for server in (self.background, self.timedate):
            server.close()
        # What the buses have started goes with them, and the document portal takes its file system along.
        for pid in self.buses:
            os.kill(pid, signal.SIGTERM)
        documents = os.path.join(self.env["XDG_RUNTIME_DIR"], "doc")
        wait_for("the document portal to go", lambda: not os.path.ismount(documents))
        super().close()
