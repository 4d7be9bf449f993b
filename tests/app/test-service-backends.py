#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The service where a shell or a portal shows notifications, beside a freedesktop server: what they are told, what comes
back from them, and what is taken down. Usage: test-service-backends.py FOOTBRIDGE APP-ID VERSION [TEST…]"""

import os
import signal
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from commands import main  # noqa: E402
from counter import Shell  # noqa: E402
from desk import wait_for  # noqa: E402
from service_case import ServiceCase  # noqa: E402
from gi.repository import GLib  # noqa: E402


class BackendCase(ServiceCase):
    def on(self, backend, **how):
        """From now on this backend is the desktop's; gives what stands in for it, unless that is a freedesktop server."""
        self.desk.env.update({"GNOTIFICATION_BACKEND": backend, "GTK_USE_PORTAL": "1" if backend == "portal" else "0"})
        if backend == "freedesktop":
            self.desk.start_server()
            return None
        shell = Shell(self.desk.address, backend, **how)
        self.addCleanup(shell.close)
        return shell

    def kill(self, pid):
        os.kill(pid, signal.SIGKILL)
        wait_for("the service to be gone", lambda: self.desk.service_pid() != pid)


class Backends(BackendCase):
    """The same service where a shell or a portal shows notifications."""

    def through(self, backend):
        self.plan("--smaller", "Two minutes", "--when-then", "When <b>A&B</b>, we sit.", server=False)
        shell = self.on(backend)
        pid = self.reminders_on("--titles", "on")
        shown = wait_for("a notification", lambda: shell.shown.get(self.name))
        self.assertIn("When <b>A&B</b>, we sit.", shown["body"])
        self.assertEqual((shown["default-action"], shown["default-action-target"]), ("app.open", self.name))
        self.assertEqual([(button["label"], button["action"]) for button in shown["buttons"]],
                         [("We did it", "app.kept"), ("Smaller version", "app.smaller"), ("In 10 minutes", "app.snooze-to"),
                          ("Not today", "app.not-today")])
        self.assertEqual(self.desk.properties()["Backend"], backend)
        self.assertTrue(self.desk.properties()["NotificationServer"])
        # Here notifications have names, and outlive the service: another one of it can take them back.
        self.kill(pid)
        self.desk.activate_action("smaller", GLib.Variant("s", shown["buttons"][1]["target"]))
        wait_for("the outcome", lambda: self.outcome() == "smaller")
        self.assertEqual(shell.refused, [])
        wait_for("it to be taken back", lambda: self.name in shell.removed)

    def through_portal(self, **how):
        """What a portal like this is told to show."""
        self.plan(server=False)
        portal = self.on("portal", **how)
        self.reminders_on()
        shown = wait_for("a notification", lambda: portal.shown.get(self.name))
        self.assertEqual(shown["priority"], "normal")
        wait_for("it to be on record", lambda: self.states() == ["shown"])
        return portal, shown

    def test_portal_without_hints(self):
        """a portal of the first version is told nothing that it does not know"""
        portal, shown = self.through_portal(version=1)
        self.assertNotIn("display-hint", shown)
        self.assertEqual(portal.refused, [])

    def test_portal_without_version(self):
        """a portal that does not say its version is taken for the first"""
        self.assertNotIn("display-hint", self.through_portal(version=None)[1])

    def test_portal_with_hints(self):
        """a portal of the second version is asked to keep the words from the lock screen, and to show each one as new"""
        portal, shown = self.through_portal(version=2)
        self.assertEqual(shown["display-hint"], ["hide-content-on-lock-screen", "show-as-new"])
        self.assertEqual(portal.refused, [])

    def test_portal_with_other_words(self):
        """a portal that calls it otherwise still shows the reminder"""
        portal, shown = self.through_portal(version=2, hints=("hide-content-on-lockscreen", "show-as-new"))
        self.assertEqual(shown["display-hint"], ["hide-content-on-lockscreen", "show-as-new"])
        self.assertEqual(portal.refused, ["hide-content-on-lock-screen"])
        self.desk.run("reminders", "test")
        self.assertEqual(len(portal.refused), 1)

    def test_portal_that_knows_no_hint(self):
        """a portal that refuses the hints still shows the reminder"""
        portal, shown = self.through_portal(version=3, hints=())
        self.assertNotIn("display-hint", shown)
        self.assertEqual(len(set(portal.refused)), 3)

    def test_portal_that_shows_nothing_as_new(self):
        """of the hints only the one that a portal refuses is left out"""
        portal, shown = self.through_portal(version=2, hints=("hide-content-on-lock-screen",))
        self.assertEqual(shown["display-hint"], ["hide-content-on-lock-screen"])
        self.desk.run("reminders", "test")
        self.assertEqual(portal.refused, ["show-as-new"])

    def test_gtk(self):
        """a shell is told words as they are, and a button after a crash brings the service back"""
        self.through("gtk")

    def test_portal(self):
        """a portal is told words as they are, and a button after a crash brings the service back"""
        self.through("portal")


class Digest(BackendCase):
    def click(self, backend):
        """The one notice after an absence, clicked while a window is there."""
        self.plan(now="2026-11-20 12:00:00", server=False)
        self.desk.add_agreed("--title", "Other", "--start", "2026-11-21T08:00", "--rule", "FREQ=DAILY")
        shell = self.on(backend)
        self.kill(self.reminders_on())
        self.desk.shift_clock_to("2026-11-25 12:00:00")
        self.desk.start_service()
        self.desk.activate()
        wait_for("the window", lambda: self.desk.window_events("attached"))
        if shell:
            shown = wait_for("the digest", lambda: shell.shown.get("digest"))
            self.assertEqual((shown["default-action"], shown["default-action-target"]), ("app.open", "today"))
            self.desk.activate_action("open", GLib.Variant("s", shown["default-action-target"]))
            wait_for("it to be taken down", lambda: "digest" in shell.removed)
        else:
            shown = self.desk.wait_for_shown()
            self.desk.server.press(shown, "")
            wait_for("it to be taken down", lambda: not self.desk.server.shown)
        wait_for("Today", lambda: [event[2] for event in self.desk.window_events("present")] == ["today"])
        self.assertEqual(len(self.desk.window_events("start")), 1)

    def test_freedesktop(self):
        """a click on the digest takes the window that is there to Today"""
        self.click("freedesktop")

    def test_gtk(self):
        """a click on a shell's digest takes the window that is there to Today"""
        self.click("gtk")

    def test_portal(self):
        """a click on a portal's digest takes the window that is there to Today"""
        self.click("portal")

    def test_new_window(self):
        """with no window there a click on the digest opens one at Today"""
        self.plan(server=False)
        self.on("gtk")
        self.reminders_on()
        self.desk.activate_action("open", GLib.Variant("s", "today"))
        start = wait_for("the window", lambda: self.desk.window_events("start"))[0]
        self.assertEqual(start[2][-2:], ["--page", "today"])


class Stale(BackendCase):
    def answer_meanwhile(self, backend):
        """A reminder that stands is answered while the service is not there; the next service takes it back."""
        self.plan(server=False)
        shell = self.on(backend)
        pid = self.reminders_on()
        wait_for("a notification", lambda: shell.shown.get(self.name))
        wait_for("it to be on record", lambda: self.states() == ["shown"])
        self.kill(pid)
        self.desk.run("keep", self.name)
        time.sleep(0.5)
        self.assertIn(self.name, shell.shown)
        self.assertNotIn(self.name, shell.removed)
        self.desk.start_service()
        wait_for("it to be taken back", lambda: self.name in shell.removed)
        self.assertEqual(shell.shown, {})
        self.assertEqual(self.states(), ["answered"])

    def test_gtk(self):
        """what a shell still shows is taken back when it was answered while the service was not there"""
        self.answer_meanwhile("gtk")

    def test_portal(self):
        """what a portal still shows is taken back when it was answered while the service was not there"""
        self.answer_meanwhile("portal")


if __name__ == "__main__":
    main(program=None, app_id=None, version=None)
