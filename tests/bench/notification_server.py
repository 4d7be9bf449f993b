# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""notification_server.py FILE: owns org.freedesktop.Notifications and writes down, one a line, the microsecond since
1970 at which each notification came."""

import sys
import time

from gi.repository import Gio, GLib

INTERFACE = """<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/><arg type="s" direction="out"/></method>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>"""


class Server:
    def __init__(self, path):
        self.file = open(path, "a", encoding="utf-8")
        self.count = 0
        Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.Notifications", Gio.BusNameOwnerFlags.NONE,
                         self.bus_got, None, lambda *_: sys.exit(1))

    def bus_got(self, bus, _name):
        interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        bus.register_object("/org/freedesktop/Notifications", interface, self.called, None, None)

    def called(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        now = time.time_ns() // 1000
        if method == "Notify":
            self.file.write(f"{now}\n")
            self.file.flush()
            self.count += 1
            replaces = parameters[1]
            invocation.return_value(GLib.Variant("(u)", (replaces or self.count,)))
        elif method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (["actions", "body"],)))
        elif method == "GetServerInformation":
            invocation.return_value(GLib.Variant("(ssss)", ("Stopwatch", "Footbridge", "1", "1.2")))
        else:
            invocation.return_value(None)


if __name__ == "__main__":
    server = Server(sys.argv[1])
    GLib.MainLoop().run()
