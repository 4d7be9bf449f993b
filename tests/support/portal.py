# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop brings beside the portals of GTK: whoever keeps the autostart files for the Background portal, and
the service that knows the time zone."""

import os
import shlex

import gi

gi.require_version("Gio", "2.0")
from gi.repository import GLib  # noqa: E402

from counter import Server  # noqa: E402

BACKEND = "org.freedesktop.impl.portal.desktop.footbridgetest"
BACKGROUND_INTERFACE = """<node><interface name="org.freedesktop.impl.portal.Background">
<method name="GetAppState"><arg type="a{sv}" direction="out"/></method>
<method name="NotifyBackground"><arg type="o" direction="in"/><arg type="s" direction="in"/>
 <arg type="s" direction="in"/><arg type="u" direction="out"/><arg type="a{sv}" direction="out"/></method>
<method name="EnableAutostart"><arg type="s" direction="in"/><arg type="b" direction="in"/>
 <arg type="as" direction="in"/><arg type="u" direction="in"/><arg type="b" direction="out"/></method>
<signal name="RunningApplicationsChanged"/>
</interface></node>"""

TIMEDATE = "org.freedesktop.timedate1"
TIMEDATE_INTERFACE = f"""<node><interface name="{TIMEDATE}">
<property name="Timezone" type="s" access="read"/>
</interface></node>"""


def write_description(folder):
    """A folder of portals with GTK's and ours."""
    os.makedirs(folder)
    with open("/usr/share/xdg-desktop-portal/portals/gtk.portal", encoding="utf-8") as file:
        gtk = file.read()
    with open(os.path.join(folder, "gtk.portal"), "w", encoding="utf-8") as file:
        file.write(gtk)
    with open(os.path.join(folder, "footbridgetest.portal"), "w", encoding="utf-8") as file:
        file.write(f"[portal]\nDBusName={BACKEND}\nInterfaces=org.freedesktop.impl.portal.Background;\nUseIn=gnome\n")


class Background(Server):
    """The part of the Background portal that a desktop brings: autostart files as GNOME writes them, or none where it
    starts nothing at log-in, and no knowledge of windows."""

    def __init__(self, address, autostart):
        self.autostart, self.calls, self.starts = autostart, [], True
        super().__init__(address, BACKEND, "/org/freedesktop/portal/desktop", BACKGROUND_INTERFACE)

    def called(self, connection, sender, path, interface, method, parameters, invocation):
        if method == "GetAppState":
            invocation.return_value(GLib.Variant("(a{sv})", ({},)))
        elif method == "NotifyBackground":
            invocation.return_value(GLib.Variant("(ua{sv})", (0, {"result": GLib.Variant("u", 2)})))
        else:
            app, enable, command, flags = parameters.unpack()
            self.calls.append((app, enable, command, flags))
            enable = enable and self.starts
            self.write(app, enable, command)
            invocation.return_value(GLib.Variant("(b)", (enable,)))

    def write(self, app, enable, command):
        path = os.path.join(self.autostart, f"{app}.desktop")
        if enable:
            os.makedirs(self.autostart, exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(f"[Desktop Entry]\nType=Application\nName={app}\nExec={shlex.join(command)}\nX-Flatpak={app}\n")
        elif os.path.exists(path):
            os.remove(path)


class TimeDate(Server):
    """Who names the time zone on the system bus."""

    def __init__(self, address, zone):
        self.zone = zone
        super().__init__(address, TIMEDATE, "/org/freedesktop/timedate1", TIMEDATE_INTERFACE)

    def called(self, connection, sender, path, interface, method, parameters, invocation):
        """It has no methods."""

    def asked(self, connection, sender, path, interface, name):
        return GLib.Variant("s", self.zone)

    def move_to(self, zone):
        self.zone = zone
        changed = GLib.Variant("(sa{sv}as)", (TIMEDATE, {"Timezone": GLib.Variant("s", zone)}, []))
        self.bus.emit_signal(None, "/org/freedesktop/timedate1", "org.freedesktop.DBus.Properties", "PropertiesChanged",
                             changed)
        self.bus.flush_sync()
