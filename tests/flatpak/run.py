#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""run.py STATE APP-ID BRANCH: tests the Flatpak that flatpak/check.sh has built into STATE, installed from its
repository and from its bundle, in its sandbox, with real portals and a real notification daemon outside.

Pictures go to STATE/pictures. The last line says "N passed, N failed"; it ends with 1 if any did.
"""

import datetime
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import traceback
import zoneinfo

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path[:0] = [os.path.join(ROOT, "tests/support"), os.path.dirname(os.path.abspath(__file__))]
os.environ.pop("G_DEBUG", None)

from camera import Camera  # noqa: E402
from desk import wait_for  # noqa: E402
import lint  # noqa: E402
from sandbox import SandboxDesk  # noqa: E402

KEPT, SMALLER = "Ten quiet minutes", "A walk around the block"


class Counted:
    """Runs parts by name, prints each as a line of TAP, and counts."""

    def __init__(self):
        self.passed, self.failures = 0, []

    def part(self, name, function, *arguments):
        number = self.passed + len(self.failures) + 1
        try:
            value = function(*arguments)
        except Exception:  # whatever it is, the others shall be tried, too
            for line in traceback.format_exc().rstrip().splitlines():
                print(f"# {line}")
            print(f"not ok {number} - {name}", flush=True)
            self.failures.append(name)
            return None
        print(f"ok {number} - {name}", flush=True)
        self.passed += 1
        return value


class Installed:
    """The parts; each leaves the desk as the next expects it."""

    def __init__(self, desk, camera, state):
        self.desk, self.camera, self.state = desk, camera, state
        self.id = desk.app_id
        self.reader = None

    # ---- Installing and the sandbox -------------------------------------------------------------------------------

    def install(self):
        desk = self.desk
        desk.flatpak("--user", "uninstall", "--noninteractive", self.id, check=False)
        desk.flatpak("--user", "remote-add", "--if-not-exists", "--no-gpg-verify", "footbridge", f"{self.state}/repo")
        desk.flatpak("--user", "install", "--noninteractive", "footbridge", f"{self.id}//{desk.branch}")
        assert self.id in desk.flatpak("list", "--app", "--columns=application")

    def stay_inside(self):
        desk = self.desk
        with open(os.path.join(desk.home, "secret"), "w", encoding="utf-8") as file:
            file.write("for nobody")
        status, said = desk.inside(f"cat {desk.home}/secret")
        assert status != 0 and "for nobody" not in said, said
        status, said = desk.inside("tail -n +3 /proc/net/dev | cut -d : -f 1")
        assert status == 0 and set(said.split()) <= {"lo"}, said
        for name in ("org.freedesktop.Notifications", "org.freedesktop.impl.portal.PermissionStore"):
            status, said = desk.inside("gdbus call --session --timeout 5 --dest org.freedesktop.DBus "
                                       f"--object-path / --method org.freedesktop.DBus.GetNameOwner {name}")
            assert status != 0, said

    def find_libraries(self):
        """Loaded by name, as a program would, from the installed Flatpak."""
        for library, symbol in lint.LIBRARIES.items():
            name = lint.library_of(os.path.join(self.state, "app"), library)
            status, said = self.desk.inside(f"python3 -c 'import ctypes; ctypes.CDLL(\"{name}\").{symbol}(); "
                                            "print(open(\"/proc/self/maps\").read())'")
            assert status == 0 and f"/app/lib/{name}" in said, said

    # ---- The window -----------------------------------------------------------------------------------------------

    def make_reader(self, name):
        desk = self.desk
        os.environ.update({key: desk.env[key] for key in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")})
        from screen_reader import Reader
        reader = Reader(name, desk)
        reader.wait_for_application()
        return reader

    def open_window(self):
        self.desk.start(["flatpak", "run", self.id])
        window = self.camera.window(60)
        self.camera.focus(window)
        return window

    def show_window(self):
        self.open_window()
        self.reader = self.make_reader(self.id)
        self.reader.find(contains="Whom it is not for", seconds=30)
        self.camera.shoot("flatpak-window")

    def close_window(self):
        self.desk.key("ctrl+w")
        wait_for("the window to close", lambda: not self.desk.windows())

    def first_run(self):
        reader = self.reader
        reader.press("Begin")
        reader.write("Your name", "Robin")
        reader.write("The other’s name", "Kim")
        reader.press("Continue")
        reader.press("None for Now")
        self.camera.focus(self.camera.window())
        reader.press("Turn Reminders On")
        people = wait_for("the names", lambda: self.desk.json("person", "list"))
        assert [person["name"] for person in people] == ["Robin", "Kim"], people

    def be_allowed(self):
        """A desktop that allows what nobody has forbidden, and says so afterwards."""
        wait_for("the autostart file", lambda: os.path.exists(self.desk.autostart))
        wait_for("the answer to be kept", lambda: self.status()["background"] == "allowed")

    def answer_question(self):
        """The desktop's own question, answered as a person would."""
        dialog = self.make_reader("xdg-desktop-portal-gtk")
        dialog.find(name="Allow", seconds=30)
        self.camera.shoot("flatpak-question")
        dialog.press("Allow")
        self.be_allowed()

    def status(self):
        return self.desk.json("reminders", "status")

    def look_into_autostart(self):
        app, enable, command, flags = self.desk.background.calls[-1]
        assert (app, enable, flags) == (self.id, True, 0), self.desk.background.calls
        assert command[:2] == ["flatpak", "run"] or command[0].endswith("flatpak"), command
        assert command[-1] == "--gapplication-service" and "--command=footbridge" in command, command

    # ---- Reminders ------------------------------------------------------------------------------------------------

    def know_zone(self):
        status = self.status()
        assert (status["zone"], status["zone_source"]) == ("Europe/Berlin", "timedate1"), status

    def move_zone(self):
        self.desk.timedate.move_to("Pacific/Auckland")
        wait_for("the zone to be known", lambda: self.status()["zone"] == "Pacific/Auckland")
        self.desk.timedate.move_to("Europe/Berlin")
        wait_for("the zone to be known", lambda: self.status()["zone"] == "Europe/Berlin")

    def plan(self):
        """Two rituals, one minute and two minutes after the next full one."""
        now = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Berlin"))
        ready = now + datetime.timedelta(seconds=25)
        first = ready.replace(second=0, microsecond=0) + datetime.timedelta(minutes=1)
        ids = []
        for title, at in ((KEPT, first), (SMALLER, first + datetime.timedelta(minutes=1))):
            ids.append(self.desk.add_agreed("--title", title, "--start", at.strftime("%Y-%m-%dT%H:%M"),
                                     "--smaller", "One minute", "--remind", "0"))
        self.kept, self.smaller = ids
        moments = json.loads(self.desk.flatpak("run", self.id, "agenda", "--json"))
        assert [(moment["ritual_id"], moment["title"]) for moment in moments] == list(zip(ids, (KEPT, SMALLER))), moments
        starts = [datetime.datetime.fromisoformat(moment["start"]) for moment in moments]
        assert starts == [at.replace(tzinfo=None) for at in (first, first + datetime.timedelta(minutes=1))], moments

    def outcome(self, ritual):
        return [one.get("outcome") for one in self.desk.json("occurrences", ritual, "--days", "2")]

    def answer_with_window_closed(self):
        desk = self.desk
        self.close_window()
        assert desk.service_pid(), "the service went with the window"
        assert self.status()["backend"] == "portal", self.status()
        wait_for("the reminder", lambda: desk.shown_notifications() == 1, seconds=150)
        self.camera.shoot("flatpak-notification")
        said = desk.press_notification("We did it")
        assert KEPT not in said, said
        wait_for("the outcome", lambda: "kept" in self.outcome(self.kept))
        assert not desk.windows(), "the button opened a window"
        self.clear_screen()

    def clear_screen(self):
        """From its menu, dunst leaves a notification on the screen that GTK's portal takes for closed."""
        self.desk.dunstctl("close-all")
        wait_for("an empty screen", lambda: self.desk.shown_notifications() == 0)

    def answer_with_service_gone(self):
        desk = self.desk
        wait_for("the reminder", lambda: desk.shown_notifications() == 1, seconds=150)
        desk.end_sandboxes()
        assert desk.shown_notifications() == 1, "the notification went with the service"
        menu = os.path.join(desk.folder, "menu")
        if os.path.exists(menu):
            os.remove(menu)
        desk.press_notification("Smaller version")
        wait_for("the outcome", lambda: "smaller" in self.outcome(self.smaller), 30)
        assert desk.service_pid(), "nobody was started"
        self.clear_screen()

    def start_at_login(self):
        self.desk.end_sandboxes()
        with open(self.desk.autostart, encoding="utf-8") as file:
            line = next(line for line in file if line.startswith("Exec="))
        self.desk.start(["sh", "-c", line.strip().removeprefix("Exec=")], log="autostart")
        wait_for("the service", self.desk.service_pid)
        assert not self.desk.windows()

    # ---- Data -----------------------------------------------------------------------------------------------------

    def keep_data(self):
        database = os.path.join(self.desk.data, "space.db")
        assert stat.S_IMODE(os.stat(database).st_mode) == 0o600
        assert stat.S_IMODE(os.stat(self.desk.data).st_mode) == 0o700
        assert not os.path.exists(os.path.join(self.desk.home, ".local/share/footbridge"))
        self.desk.run("win", "add", "Kim put the phone away")
        self.before = self.everything()
        assert len(self.before["wins"]) == 1 and len(self.before["rituals"]) == 2, self.before

    def everything(self):
        return {"wins": self.desk.json("win", "list"), "rituals": self.desk.json("ritual", "list"),
                "people": self.desk.json("person", "list")}

    def deployed(self):
        return self.desk.flatpak("info", "--show-commit", self.id)

    def update(self):
        desk = self.desk
        before = self.deployed()
        newer = os.path.join(self.state, "newer")
        shutil.rmtree(newer, ignore_errors=True)
        shutil.copytree(os.path.join(self.state, "app"), newer, symlinks=True)
        with open(os.path.join(newer, "files/share/a-newer-one"), "w", encoding="utf-8") as file:
            file.write("as an update would bring")
        desk.flatpak("build-export", "--disable-sandbox", "--subject=An update", f"{self.state}/repo", newer, desk.branch)
        shutil.rmtree(newer)
        desk.flatpak("--user", "update", "--noninteractive", self.id)
        assert self.deployed() != before, "it was not updated"
        desk.end_sandboxes()
        assert desk.inside("cat /app/share/a-newer-one")[0] == 0
        assert self.everything() == self.before
        # The repository is left as it was built.
        ref = desk.flatpak("info", "--show-ref", self.id)
        subprocess.run(["ostree", "reset", f"--repo={self.state}/repo", ref, before], env=desk.env, check=True,
                       stdout=subprocess.DEVNULL)
        desk.flatpak("build-update-repo", f"{self.state}/repo")

    def install_from_bundle(self):
        desk = self.desk
        desk.end_sandboxes()
        desk.flatpak("--user", "uninstall", "--noninteractive", self.id)
        assert self.id not in desk.flatpak("list", "--app", "--columns=application")
        assert os.path.exists(os.path.join(desk.data, "space.db")), "the data went with the program"
        desk.flatpak("--user", "install", "--noninteractive", "--bundle", f"{self.state}/footbridge.flatpak")
        assert self.everything() == self.before

    # ---- Preferences ----------------------------------------------------------------------------------------------

    def open_preferences(self):
        self.open_window()
        self.reader = self.make_reader(self.id)
        self.reader.find(name="Today", seconds=30)
        self.desk.key("ctrl+comma")
        self.reader.find(contains="When this window is closed", seconds=20)

    def switch_reminders(self):
        self.camera.focus(self.desk.windows()[-1])
        self.reader.press("Remind me", role=("toggle button", "switch", "check box"))

    def turn_off(self):
        self.open_preferences()
        self.reader.find(contains="lets Footbridge remind you while this window is closed")
        self.camera.shoot("flatpak-preferences-allowed")
        self.switch_reminders()
        wait_for("the autostart file to go", lambda: not os.path.exists(self.desk.autostart))
        assert not self.status()["reminders_on"]

    def be_refused(self):
        """Somebody has said no before, for good."""
        self.desk.flatpak("permission-set", "background", "background", self.id, "no")
        self.switch_reminders()
        wait_for("the answer to be kept", lambda: self.status()["background"] == "refused")
        self.reader.find(contains="flatpak permission-reset", seconds=20)
        self.camera.shoot("flatpak-preferences-refused")
        status = self.status()
        assert status["reminders_on"], "reminders are off because the desktop said no"
        assert not os.path.exists(self.desk.autostart)

    def be_allowed_again(self):
        self.desk.flatpak("permission-reset", self.id)
        self.desk.flatpak("permission-set", "background", "background", self.id, "ask")
        self.switch_reminders()
        wait_for("reminders to be off", lambda: not self.status()["reminders_on"])
        self.switch_reminders()
        self.answer_question()

    def be_started_by_nobody(self):
        self.desk.background.starts = False
        self.desk.flatpak("permission-reset", self.id)
        self.switch_reminders()
        wait_for("the autostart file to go", lambda: not os.path.exists(self.desk.autostart))
        self.switch_reminders()
        wait_for("the answer to be kept", lambda: self.status()["background"] == "once-opened")
        self.reader.find(contains="does not start it at log-in", seconds=20)
        self.camera.shoot("flatpak-preferences-once-opened")
        assert "background-once-opened" in [finding["id"] for finding in self.status()["findings"]]
        assert not os.path.exists(self.desk.autostart)


def test_installed(count, state, app_id, branch):
    pictures = os.path.join(state, "pictures")
    os.makedirs(pictures, exist_ok=True)
    with SandboxDesk(state, app_id, branch) as desk:
        it = Installed(desk, Camera(desk, pictures), state)
        count.part("it is installed from the repository", it.install)
        count.part("the sandbox has no home, no network and nobody to talk to", it.stay_inside)
        count.part("the libraries it brings along are found there", it.find_libraries)
        count.part("a window opens", it.show_window)
        count.part("the first run is gone through", it.first_run)
        count.part("the desktop is asked for the background, and its yes is kept", it.be_allowed)
        count.part("a start of the service, and not of the window, is asked for", it.look_into_autostart)
        count.part("the time zone is what timedated says", it.know_zone)
        count.part("rituals are added and listed on the command line", it.plan)
        count.part("a reminder shows outside, and its button counts with the window closed", it.answer_with_window_closed)
        count.part("a button counts after the service has gone", it.answer_with_service_gone)
        count.part("a change of the zone is noticed", it.move_zone)
        count.part("what log-in runs starts the service", it.start_at_login)
        count.part("data is in the sandbox's own folder, for nobody else", it.keep_data)
        count.part("data outlives an update", it.update)
        count.part("data outlives the program, which comes back from the bundle", it.install_from_bundle)
        count.part("reminders off: no start at log-in", it.turn_off)
        count.part("a desktop that refuses: reminders stay on, and Preferences says how to change that", it.be_refused)
        count.part("a desktop that asks the person, over the window, after a change of mind", it.be_allowed_again)
        count.part("a desktop that starts nothing at log-in: Preferences says what that means", it.be_started_by_nobody)
        if count.failures and "--keep" in sys.argv:
            desk.screenshot(os.path.join(pictures, "flatpak-last.png"))


def main():
    state, app_id, branch = os.path.abspath(sys.argv[1]), *sys.argv[2:4]
    count = Counted()
    path = os.path.join(ROOT, "flatpak", f"{app_id}.yml")
    manifest = lint.manifest_of(path)
    for check in lint.MANIFEST_CHECKS:
        count.part(check.__doc__, check, path, manifest, app_id)
    for check in lint.BUILD_CHECKS:
        count.part(check.__doc__, check, os.path.join(state, "app"), app_id)
    count.part(lint.check_as_written.__doc__, lint.check_as_written, os.path.join(state, "app"), path)
    count.part("there is a bundle of less than 5 MB", lambda: os.stat(f"{state}/footbridge.flatpak").st_size < 5e6 or 1 / 0)
    try:
        test_installed(count, state, app_id, branch)
    except Exception:
        traceback.print_exc(file=sys.stdout)
        count.failures.append("the desk")
    for failure in count.failures:
        print(f"failed: {failure}")
    print(f"{count.passed} passed, {len(count.failures)} failed")
    return 1 if count.failures else 0


if __name__ == "__main__":
    signal.alarm(900)
    sys.exit(main())
