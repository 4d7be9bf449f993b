# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session bus without a display, a notification server that only writes down what it is told, and a
window that only listens. For tests of the service, as its desktop sees it."""

import json
import os
import subprocess
import threading

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

from desk import BUS_CONFIG, Desk, wait_for  # noqa: E402

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
INTERFACE = """<node><interface name="org.freedesktop.Notifications">
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
 <arg type="s" direction="out"/><arg type="s" direction="out"/></method>
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
 <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
 <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
<signal name="ActivationToken"><arg type="u"/><arg type="s"/></signal>
</interface></node>"""

# Stands in for footbridge-window: attaches to the service, writes down what it hears, and stays until killed.
WINDOW = """#!/usr/bin/python3
import json, os, sys
from gi.repository import Gio, GLib
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
name, path, interface, version, log = {arguments!r}
def say(*words):
    with open(log, "a", encoding="utf-8") as file:
        file.write(json.dumps(words) + "\\n")
def heard(connection, sender, path, interface, signal, parameters):
    say(os.getpid(), "present", *parameters.unpack())
bus.signal_subscribe(name, interface, "Present", path, None, 0, heard)
say(os.getpid(), "start", sys.argv[1:], os.environ.get("XDG_ACTIVATION_TOKEN"), os.environ.get("DISPLAY"))
try:
    primary = bus.call_sync(name, path, interface, "Attach", GLib.Variant("(s)", (version,)), None, 0, -1).unpack()[0]
except GLib.Error as error:
    say(os.getpid(), "refused", error.message)
    sys.exit(1)
say(os.getpid(), "attached", primary)
if primary:
    GLib.MainLoop().run()
"""


GTK_INTERFACE = """<node><interface name="org.gtk.Notifications">
<method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/>
 <arg type="a{sv}" direction="in"/></method>
<method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>"""
PORTAL_INTERFACE = """<node><interface name="org.freedesktop.portal.Notification">
<method name="AddNotification"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/></method>
<method name="RemoveNotification"><arg type="s" direction="in"/></method>
<property name="version" type="u" access="read"/>
</interface></node>"""
PORTAL_VERSION = '<property name="version" type="u" access="read"/>'


class Server:
    """Owns a name on the bus from a thread of its own, and answers calls in called()."""

    def __init__(self, address, name, path, interface):
        self.name, self.path, self.xml = name, path, interface
        self.lock = threading.Lock()
        self.context = GLib.MainContext()
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self.serve, args=(address,), daemon=True)
        self.thread.start()
        self.ready.wait(10)

    def serve(self, address):
        self.context.push_thread_default()
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        info = Gio.DBusNodeInfo.new_for_xml(self.xml).interfaces[0]
        self.bus.register_object(self.path, info, self.called, self.asked, None)
        self.bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "RequestName",
                           GLib.Variant("(su)", (self.name, 4)), None, 0, -1)
        self.loop = GLib.MainLoop(self.context)
        self.ready.set()
        self.loop.run()
        if not self.bus.is_closed():
            self.bus.close_sync()
        self.context.pop_thread_default()

    def asked(self, connection, sender, path, interface, name):
        """A property's value; there is none unless a server says so."""

    def close(self):
        self.loop.quit()
        self.thread.join(10)


class Shell(Server):
    """What a shell (backend "gtk") or a portal (backend "portal") is told, by notification id. A portal has a version
    and, from the second on, display hints that it takes; None is one so old that it does not say its version. With
    refuses it answers each AddNotification with an error of that name; added has the ids of those that it took."""

    def __init__(self, address, backend, version=1, hints=("hide-content-on-lock-screen", "show-as-new"), refuses=None):
        self.shown, self.added, self.removed, self.refused = {}, [], [], []
        self.version, self.hints, self.refuses = version, hints, refuses
        if backend == "gtk":
            super().__init__(address, "org.gtk.Notifications", "/org/gtk/Notifications", GTK_INTERFACE)
        else:
            super().__init__(address, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                             PORTAL_INTERFACE.replace(PORTAL_VERSION, "") if version is None else PORTAL_INTERFACE)

    def asked(self, connection, sender, path, interface, name):
        return GLib.Variant("u", self.version)

    def called(self, connection, sender, path, interface, method, parameters, invocation):
        arguments = parameters.unpack()
        unknown = [hint for hint in arguments[-1].get("display-hint", []) if hint not in self.hints] \
            if method == "AddNotification" else []
        if method == "AddNotification" and self.refuses:
            self.refused.append(arguments[-2])
            invocation.return_dbus_error(self.refuses, "Showing notifications is not allowed")
            return
        if unknown:
            self.refused += unknown
            invocation.return_dbus_error("org.freedesktop.portal.Error.InvalidArgument",
                                         f"invalid notification: {unknown[0]} not a display-hint")
            return
        if method == "AddNotification":
            self.shown[arguments[-2]] = arguments[-1]
            self.added.append(arguments[-2])
        else:
            self.shown.pop(arguments[-1], None)
            self.removed.append(arguments[-1])
        invocation.return_value(None)


class Notifications(Server):
    """What a freedesktop notification server is told; its buttons can be pressed. With refuses it answers each Notify
    with an error. A slow one shows, but does not answer until speak(); a silent one does nothing until then."""

    def __init__(self, address, markup=True, actions=True, refuses=False, slow=False, silent=False):
        self.shown, self.closed, self.history, self.refuses = {}, [], [], refuses
        self.slow, self.held = slow, [] if silent else None
        self.unanswered = []
        self.words = ["body"] + (["actions"] if actions else []) + (["body-markup"] if markup else [])
        super().__init__(address, NAME, PATH, INTERFACE)

    def later(self, seconds, function):
        source = GLib.timeout_source_new(int(seconds * 1000))
        source.set_callback(lambda _: function() and False)
        source.attach(self.context)

    def speak(self):
        """Does what was asked of it in the meantime, and answers from now on."""
        held, self.held, self.slow = self.held, None, False
        for arguments in held or []:
            self.later(0, lambda arguments=arguments: self.called(*arguments))
        for invocation, number in self.unanswered:
            invocation.return_value(GLib.Variant("(u)", (number,)))
        self.bus.flush_sync()

    def called(self, connection, sender, path, interface, method, parameters, invocation):
        if self.held is not None:
            self.held.append((connection, sender, path, interface, method, parameters, invocation))
        elif method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (self.words,)))
        elif method == "GetServerInformation":
            invocation.return_value(GLib.Variant("(ssss)", ("counter", "tests", "1", "1.2")))
        elif method == "Notify" and self.refuses:
            invocation.return_dbus_error("org.freedesktop.Notifications.Error.ExcessNotificationGeneration", "enough")
        elif method == "Notify":
            _, replaces, icon, summary, body, actions, hints, _ = parameters.unpack()
            with self.lock:
                number = replaces or len(self.history) + 1
                self.shown[number] = {"id": number, "replaces": replaces, "sender": sender, "icon": icon,
                                      "summary": summary, "body": body,
                                      "actions": dict(zip(actions[::2], actions[1::2])), "hints": hints}
                self.history.append(self.shown[number])
            if self.slow:
                self.unanswered.append((invocation, number))
            else:
                invocation.return_value(GLib.Variant("(u)", (number,)))
        else:
            number = parameters.unpack()[0]
            with self.lock:
                known = self.shown.pop(number, None)
                self.closed.append(number)
            invocation.return_value(None)
            if known:
                self.tell(sender, "NotificationClosed", "(uu)", number, 3)

    def tell(self, destination, name, types, *arguments):
        self.bus.emit_signal(destination, PATH, NAME, name, GLib.Variant(types, arguments))

    def press(self, notification, label, everybody=False, token=None):
        """Presses the button with this label; "" is the notification itself. Some servers tell everybody on the bus,
        others only who has shown the notification."""
        key = next(key for key, text in notification["actions"].items()
                   if (text == label if label else key == "default"))
        number, destination = notification["id"], None if everybody else notification["sender"]
        with self.lock:
            self.shown.pop(number, None)
        if token:
            self.tell(destination, "ActivationToken", "(us)", number, token)
        self.tell(destination, "ActionInvoked", "(us)", number, key)
        self.tell(destination, "NotificationClosed", "(uu)", number, 2)
        self.bus.flush_sync()

    def dismiss(self, notification, reason):
        """Takes it down, without an answer: 1 because its time is over, 2 because the person waves it away."""
        with self.lock:
            self.shown.pop(notification["id"], None)
        self.tell(None, "NotificationClosed", "(uu)", notification["id"], reason)
        self.bus.flush_sync()


class Counter(Desk):
    """A desk without a screen: a bus that can start Footbridge, and nobody else unless asked."""

    def __init__(self, program, app_id, version, zone="Europe/Berlin"):
        super().__init__(program, "/nowhere/window", app_id, zone=zone)
        self.version = version
        self.window_log = os.path.join(self.folder, "window.log")
        self.window = os.path.join(self.folder, "window")
        base_id = app_id.removesuffix(".Devel")
        self.path, self.interface = "/" + base_id.replace(".", "/"), base_id + "1"
        with open(self.window, "w", encoding="utf-8") as file:
            file.write(WINDOW.format(arguments=(app_id, self.path, self.interface, version, self.window_log)))
        os.chmod(self.window, 0o700)
        self.env.update({"FOOTBRIDGE_WINDOW": self.window, "G_DEBUG": "gc-friendly,fatal-criticals",
                         "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.folder}/no-system-bus"})
        self.server = None
        self.preload = []

    def __enter__(self):
        self.start_bus()
        self.address = self.env["DBUS_SESSION_BUS_ADDRESS"]
        self.bus = Gio.DBusConnection.new_for_address_sync(
            self.address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        return self

    def close(self):
        self.stop_server()
        self.bus.close_sync()
        super().close()

    def start_bus(self):
        services = os.path.join(self.folder, "services")
        launcher = os.path.join(self.folder, "launch-footbridge")
        with open(launcher, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\n. '{self.folder}/environment'\n"
                       f"exec '{self.program}' --gapplication-service >>'{self.folder}/service.log' 2>&1\n")
        os.chmod(launcher, 0o700)
        with open(os.path.join(services, f"{self.app_id}.service"), "w", encoding="utf-8") as file:
            file.write(f"[D-BUS Service]\nName={self.app_id}\nExec={launcher}\n")
        config = os.path.join(self.folder, "bus.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write(BUS_CONFIG.format(services=services))
        output = subprocess.run(["dbus-daemon", f"--config-file={config}", "--fork", "--print-address=1",
                                 "--print-pid=1"], env=self.env, check=True, capture_output=True, text=True).stdout
        self.env["DBUS_SESSION_BUS_ADDRESS"], self.bus_pid = output.split()[0], int(output.split()[1])
        self.write_environment()

    def footbridge_env(self):
        env = super().footbridge_env()
        if getattr(self, "speed", None) and "FAKETIME" in env:
            env["FAKETIME"] += f" x{self.speed}"
        if self.preload:
            env["LD_PRELOAD"] = " ".join([env["LD_PRELOAD"], *self.preload] if "LD_PRELOAD" in env else self.preload)
        return env

    def start_server(self, markup=True, **how):
        self.server = Notifications(self.address, markup, **how)
        return self.server

    def stop_server(self):
        if self.server:
            self.server.close()
            self.server = None

    def shift_clock_to(self, local, speed=None):
        super().shift_clock_to(local)
        self.speed = speed
        self.write_environment()

    def call(self, path, interface, method, parameters=None):
        return self.bus.call_sync(self.app_id, path, interface, method, parameters, None, 0, 20000)

    def activate(self, **platform_data):
        self.call("/" + self.app_id.replace(".", "/"), "org.freedesktop.Application", "Activate",
                  GLib.Variant("(a{sv})", ({key.replace("_", "-"): GLib.Variant("s", value)
                                            for key, value in platform_data.items()},)))

    def activate_action(self, name, *parameters):
        self.call("/" + self.app_id.replace(".", "/"), "org.freedesktop.Application", "ActivateAction",
                  GLib.Variant("(sava{sv})", (name, list(parameters), {})))

    def start_service(self):
        self.bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "StartServiceByName",
                           GLib.Variant("(su)", (self.app_id, 0)), None, 0, 20000)
        return self.service_pid()

    def properties(self):
        return self.call(self.path, "org.freedesktop.DBus.Properties", "GetAll",
                         GLib.Variant("(s)", (self.interface,))).unpack()[0]

    def window_events(self, kind=None):
        if not os.path.exists(self.window_log):
            return []
        with open(self.window_log, encoding="utf-8") as file:
            events = [json.loads(line) for line in file]
        return [event for event in events if kind is None or event[1] == kind]

    def service_log(self):
        path = os.path.join(self.folder, "service.log")
        if not os.path.exists(path):
            return ""
        with open(path, encoding="utf-8") as file:
            return file.read()

    def wait_for_shown(self, seconds=20.0):
        return wait_for("a notification", lambda: list(self.server.shown.values()), seconds)[0]
