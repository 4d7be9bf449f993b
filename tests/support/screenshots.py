# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py FOOTBRIDGE WINDOW APP-ID FOLDER [SCHEME…]: pictures of every page, to be looked at.

Light, dark, high contrast and large text; narrow as a phone, a small window, wide. The clock stands at a Sunday
evening and the data is a sample, so that two runs on one machine give the same pictures. Each scheme is
photographed on a desk of its own, and several desks work at the same time.
"""

from concurrent.futures import ThreadPoolExecutor
import datetime
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile

from camera import Camera
from desk import Desk, wait_for
import sample
import sample_year

NOW = datetime.datetime(2026, 11, 22, 18, 20)

SCHEMES = {
    "light": {},
    "dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"},
    "contrast": {"ADW_DEBUG_HIGH_CONTRAST": "1"},
    "contrast-dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark", "ADW_DEBUG_HIGH_CONTRAST": "1"},
    "large-text": {},
}
# Twice the dots to the inch are what GNOME makes of text of 200 %.
DPI = {"large-text": 192}

SIZES = [(360, 640), (800, 600), (1280, 800)]
PAGES = {"today": "alt+1", "rituals": "alt+2", "boundaries": "alt+3", "celebrate": "alt+4",
         "reflect": "alt+5"}

# What opens above the window
DIALOGS = {
    "ritual-editor": "ctrl+shift+n",
    "win-editor": "ctrl+n",
    "preferences": "ctrl+comma",
    "around-life": "ctrl+h",
    "reliability": "ctrl+r",
    "shortcuts": "ctrl+question",
}
# … and has more than can be seen at once
LONG_DIALOGS = ("around-life", "preferences", "reliability")
CLASH_NOTCHES = 4
PASSPHRASE = "a sample of a passphrase"


class Studio:
    """Photographs one scheme. The window is opened once for each state of the data and then only led about."""

    def __init__(self, paths, folder, scheme):
        self.paths, self.folder, self.scheme = paths, folder, scheme

    def run(self, spaces):
        """Takes all pictures; spaces: what gives the data folders once they have been filled, by name."""
        with self.desk() as self.desk_in_use:
            self.open()
            self.show_first_run()

        with self.desk(spaces["empty"].result()[0]) as self.desk_in_use:
            self.open("--page", "today")
            for page, key in PAGES.items():
                self.show(f"empty-{page}", key)
            self.key("alt+1")
            self.show("catalogue", "alt+r")

        with self.desk(spaces["settled"].result()[0]) as self.desk_in_use:
            self.open("--page", "today")
            self.scrolled("fewer-reminders", self.xid)

        data, rituals = spaces["sample"].result()
        with self.desk(data) as self.desk_in_use:
            self.open("--open", rituals["five-quiet-minutes"])
            self.sizes("ritual", self.xid)
            self.show_move()
            self.key("alt+Left")
            for page, key in PAGES.items():
                self.show(page, key)
            self.key("alt+2")
            self.show("rituals-week", "alt+w")
            self.show("rituals-month", "alt+m")
            self.key("alt+l")
            self.desk_in_use.run("reminders", "off")
            self.show("reminders-off", "alt+1")
            self.desk_in_use.run("reminders", "on")
            away = self.desk_in_use.run("away", "add", "--until", "2026-11-27")
            self.show("away", "alt+1")
            self.desk_in_use.run("away", "end", away)
            for dialog, key in DIALOGS.items():
                self.show_dialog(dialog, key)

        with self.desk(data) as self.desk_in_use:
            self.open("--open", rituals["friend-call"])
            self.show_clash()

        with self.desk(data) as self.desk_in_use:
            self.desk_in_use.run("soothing", "add", "A walk to the river")
            self.desk_in_use.run("soothing", "add", "Tea, and nobody talking")
            self.open("--page", "today")
            self.show("pause", "ctrl+shift+p")

        with self.desk(data) as self.desk_in_use:
            self.show_return()

        self.show_two(data)
        self.show_check_in(data)
        self.show_boundaries(data)
        self.show_review(data)
        self.show_milestones(data)
        self.show_private(spaces["private"].result()[0])
        self.show_log(spaces["year"].result()[0])
        self.show_look_back(spaces["year"].result()[0])

    def show_first_run(self):
        """All its steps, with two names; each has its own words and buttons."""
        self.sizes("first-run", self.xid)
        self.press("Begin")
        self.sizes("first-run-names", self.xid)
        self.press(f"Your name={sample.ME}", f"The other’s name={sample.PARTNER}", "Continue")
        self.sizes("first-run-ritual", self.xid)
        self.press("None for Now")
        self.sizes("first-run-reminders", self.xid)

    def show_two(self, data):
        """What there is because there are two: passing on, asking, promising; and what comes before all of it."""
        with self.desk(data) as self.desk_in_use:
            desk = self.desk_in_use
            desk.run("--as", sample.PARTNER, "invite", "moment", "--title", "A walk by the river (sample)", "--at",
                     "2026-11-24T18:30", "--words", "Only if you like, and as short as you like.")
            desk.run("--as", sample.PARTNER, "promise", "add", "Bring the old photographs down from the attic (sample)",
                     "--by", "2026-11-25")
            desk.run("promise", "add", "Ring the landlord about the heating (sample)", "--by", "2026-11-23")
            self.open("--page", "today")
            self.show("invitation", "alt+1")
            self.scrolled("invitation-end", self.xid)
            desk.run("invite", "moment", "--title", "Cinema, and no talk about the house (sample)", "--at", "2026-11-27T20:00")
            desk.run("promise", "add", "Sort the old letters together (sample)", "--by", "2026-11-29", "--who", "both")
            self.sizes("asking", self.xid)
            self.show_dialog("promise-editor", "ctrl+shift+r")
            self.show_question()
            self.key("F10")
            self.show_dialog("safety", ("Up", "Up", "Up", "Return"))
            self.show("hand-over", "ctrl+shift+h")
            # A pause lifts what covers the window, which then asks who is here.
            self.key("ctrl+shift+p")
            desk.run("pause", "take-back")
            self.sizes("who-is-here", self.xid)

    def show_boundaries(self, data):
        """Other words for one of them, agreed by both; the same for another one, not answered yet; and all of a page."""
        with self.desk(data) as self.desk_in_use:
            desk = self.desk_in_use
            boundaries = sample.list_boundaries(desk)
            desk.run("boundary", "revise", boundaries["pause-and-return"], sample.OTHER_WORDS)
            desk.run("--as", sample.PARTNER, "boundary", "agree", boundaries["pause-and-return"])
            desk.run("boundary", "revise", boundaries["quiet-is-no-verdict"], sample.MORE_WORDS)
            self.open("--page", "boundaries")
            self.sizes("boundaries-proposed", self.xid)
            self.scrolled("boundaries-end", self.xid)
            self.press("History of “When it gets*")
            self.sizes("boundary-history", self.xid)
            self.key("alt+Left")
            self.press("Edit “When it gets*")
            self.sizes("boundary-editor", self.wait_for_dialog("the editor"))

    def show_review(self, data):
        """Every step of a weekly review, and what stays of it."""
        with self.desk(data) as self.desk_in_use:
            desk = self.desk_in_use
            desk.run("meaning", "add", "Dancing in the kitchen (sample)", "--once")
            desk.run("--as", sample.PARTNER, "meaning", "add", "A garden with somewhere to sit (sample)", "--kind", "hope")
            desk.run("meaning", "add", "Doors that are left open (sample)", "--kind", "value", "--once")
            desk.run("care", "add", "sleep", "The light out by eleven (sample)")
            desk.run("care", "add", "friends", "A call to Mira on Sundays (sample)")
            desk.run("care", "review", "2026-12-06")
            self.open("--page", "reflect")
            for name, button in (("meanings", "What You Both Like"), ("care-plan", "Care Plan")):
                self.press(button)
                self.sizes(name, self.wait_for_dialog(f"the window “{button}”"))
                self.key("Escape")
            self.press("Begin the weekly review")
            self.sizes("review-thanks", self.xid)
            self.press("I was glad that you …=stayed at the table (sample)", "Note", "Next")
            self.press("This week it went right that …=we laughed about the rain (sample)")
            self.sizes("review-right", self.xid)
            self.press("Next", "When …=the phone is always on the table (sample)", "I feel …=far away",
                       "Would you be willing to …=leave it in the hall")
            self.sizes("review-point", self.xid)
            self.press("Next", "For this week I wish …=for a walk with nothing to carry (sample)")
            self.sizes("review-week", self.xid)
            self.press("Finish")
            self.sizes("review-summary", self.xid)

    def show_check_in(self, data):
        """One that is being filled in, one that waits to be opened together, and those of the last days."""
        with self.desk(data) as self.desk_in_use:
            desk = self.desk_in_use
            desk.run("check-in", "add", "--mood", "4", "--energy", "2", "--words", "A long day, and the tea was good (sample).")
            desk.run("--as", sample.PARTNER, "check-in", "add", "--mood", "3", "--closeness", "4", "--talking", "4")
            self.open("--page", "reflect")
            self.press("Mood: Light", "Energy: Tired", "A word about it, if you like=Glad to be home (sample)")
            self.sizes("check-in", self.xid)
            self.press("Closeness: Near", "Who sees it: Open together", "Save")
            self.sizes("check-in-waits", self.xid)
            self.scrolled("check-in-end", self.xid)

    def show_milestones(self, data):
        """Milestones of every kind on Celebrate, one of them opened, the editor, and a celebration."""
        with self.desk(data) as self.desk_in_use:
            sample.seed_milestones(self.desk_in_use)
            self.open("--page", "celebrate")
            celebration = self.wait_for_dialog("the celebration")
            self.sizes("celebration", celebration)
            self.scrolled("celebration-end", celebration)
            self.camera.focus(celebration)
            self.desk_in_use.key("Escape")
            wait_for("the end of the celebration", lambda: celebration not in self.desk_in_use.windows())
            self.sizes("milestones", self.xid)
            self.press("Ten walks on Sundays*")
            self.sizes("milestone", self.xid)
            self.scrolled("milestone-end", self.xid)
            self.press("Reshape…")
            self.sizes("milestone-editor", self.wait_for_dialog("the editor"))

    def show_question(self):
        desk = self.desk_in_use
        desk.key("ctrl+n")
        editor = self.wait_for_dialog("the editor")
        self.camera.wait_until_still(editor)
        desk.type("The kettle was on (sample)")
        desk.key("Escape")
        question = wait_for("the question", lambda: next((xid for xid in desk.windows() if xid not in (self.xid, editor)), None))
        self.camera.shoot(f"question-{self.scheme}", question)
        desk.key("Tab", "Return")
        wait_for("the question to go", lambda: len(desk.windows()) == 1)

    def show_private(self, data):
        with self.desk(data) as self.desk_in_use:
            self.open("--page", "reflect")
            self.show("private-closed", "alt+5")
            self.press("Unlock…")
            dialog = self.wait_for_dialog("the passphrase")
            self.camera.wait_until_still(dialog)
            self.desk_in_use.type(PASSPHRASE)
            self.sizes("private-passphrase", dialog)
            self.desk_in_use.key("Return")
            wait_for("the private space to open", lambda: dialog not in self.desk_in_use.windows())
            self.sizes("private-open", self.xid)
            self.press("Search what you wrote=quick")
            self.sizes("private-search", self.xid)
            self.key("ctrl+l")
            self.press("Unlock…")
            dialog = self.wait_for_dialog("the passphrase")
            self.press("Passphrase=not this one", "Unlock")
            self.sizes("private-slip", dialog)

    def desk(self, data=None):
        return new_desk(self.paths, data)

    def open(self, *words):
        desk = self.desk_in_use
        self.camera = Camera(desk, self.folder)
        subprocess.run(["xprop", "-root", "-format", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER",
                        f"Xft.dpi:\t{DPI.get(self.scheme, 96)}"], env=desk.env, check=True)
        desk.start([desk.window, *words], env={**desk.footbridge_env(), **SCHEMES[self.scheme]})
        self.xid = self.camera.window()
        self.camera.focus(self.xid)
        self.camera.wait_until_still(self.xid)

    def press(self, *what):
        """Presses buttons and writes into fields by their names, as press.py says."""
        subprocess.run([sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "press.py"),
                        self.desk_in_use.app_id, *what], env=self.desk_in_use.env, check=True, capture_output=True, text=True)
        self.camera.wait_until_still(self.xid)

    def key(self, key):
        self.desk_in_use.key(key)
        self.camera.wait_until_still(self.xid)

    def sizes(self, name, xid):
        for width, height in SIZES:
            self.camera.resize(xid, width, height)
            self.camera.shoot(f"{name}-{self.scheme}-{width}", xid)

    def show(self, name, key):
        self.key(key)
        self.sizes(name, self.xid)

    def turn_wheel(self, width, height, notches):
        """In the middle of the window, and takes the pointer away again: nothing is pointed at in a picture. Below 0: upwards."""
        subprocess.run(["xdotool", "mousemove", str(width // 2), str(height // 2), "click", "--repeat", str(abs(notches)),
                        "5" if notches > 0 else "4", "mousemove", "1279", "799"], env=self.desk_in_use.env, check=True)

    def scrolled(self, name, xid, notches=60):
        """As it is after the wheel was turned, usually to the end."""
        for width, height in SIZES:
            self.camera.resize(xid, width, height)
            self.camera.wait_until_still(xid)
            self.turn_wheel(width, height, notches)
            self.camera.shoot(f"{name}-{self.scheme}-{width}", xid)

    def wait_for_dialog(self, name):
        return wait_for(name, lambda: next((xid for xid in self.desk_in_use.windows() if xid != self.xid), None))

    def show_dialog(self, name, key):
        desk = self.desk_in_use
        desk.key(*((key,) if isinstance(key, str) else key))
        dialog = self.wait_for_dialog(name)
        self.sizes(name, dialog)
        if name in LONG_DIALOGS:
            self.scrolled(f"{name}-end", dialog)
        self.camera.focus(dialog)
        desk.key("Escape")
        wait_for(f"the end of {name}", lambda: dialog not in desk.windows())
        self.camera.focus(self.xid)

    def show_log(self, data):
        """Pictures beside small wins, and what is found by words and by kind."""
        with self.desk(data) as self.desk_in_use:
            self.open("--page", "celebrate")
            self.scrolled("log", self.xid, notches=CLASH_NOTCHES)
            self.key("ctrl+f")
            self.sizes("log-filter", self.xid)
            self.desk_in_use.type("kettle")
            self.camera.wait_until_still(self.xid)
            self.sizes("log-search", self.xid)

    def show_look_back(self, data):
        """Eight weeks in pictures, and a year, from the top to the end."""
        with self.desk(data) as self.desk_in_use:
            self.open("--page", "reflect")
            self.press("Look Back")
            self.sizes("look-back", self.xid)
            self.scrolled("look-back-end", self.xid)
            self.press("A Year")
            self.scrolled("look-back-year-end", self.xid)
            self.turn_wheel(*SIZES[-1], -60)
            self.sizes("look-back-year", self.xid)
            self.press("Show “Shared Moments by Week” as a table")
            self.sizes("look-back-table", self.xid)

    def show_return(self):
        """What follows a pause of twenty minutes: "ready?", the talk, the recovery window, and what is learnt in the end."""
        desk = self.desk_in_use
        desk.shift_clock_to(str(NOW - datetime.timedelta(minutes=21)))
        # Without a bus there is nothing that would open a window then.
        env = {key: value for key, value in desk.footbridge_env().items() if key != "DBUS_SESSION_BUS_ADDRESS"}
        subprocess.run([desk.program, "pause", "start"], env=env, check=True, capture_output=True)
        desk.shift_clock_to(str(NOW))
        self.open()
        self.sizes("pause-ready", self.xid)
        for name in (sample.ME, sample.PARTNER):
            desk.run("--as", name, "pause", "ready")
        self.sizes("pause-talk", self.xid)
        desk.run("pause", "topic", "Who calls the landlord about the heating")
        desk.run("pause", "next-turn")
        self.sizes("pause-turn", self.xid)
        desk.run("pause", "end")
        self.sizes("pause-quiet-time", self.xid)

    def show_move(self):
        """Another time for one moment, as it stands, and where what was typed is no time."""
        self.press("Tomorrow at 19:00: move or leave out")
        self.popover("move")
        self.press("New time=half past")
        self.popover("move-no-time")
        self.desk_in_use.key("Escape")
        self.camera.wait_until_still(self.xid)

    def popover(self, name):
        """What stands above the window, in a surface of its own: the whole screen is photographed."""
        for width, height in SIZES:
            self.camera.resize(self.xid, width, height)
            self.camera.shoot(f"{name}-{self.scheme}-{width}")

    def show_clash(self):
        """A ritual in the editor that falls into a stress peak, as far down as the times of the day."""
        self.desk_in_use.key("alt+e")
        dialog = self.wait_for_dialog("the editor")
        self.scrolled("clash", dialog, notches=CLASH_NOTCHES)


def new_desk(paths, data=None):
    """A desk on a Sunday evening, with a copy of what another desk left in its data folder."""
    desk = Desk(*paths, size="1280x800")
    if data:
        shutil.copytree(data, desk.data)
    settings = os.path.join(desk.env["XDG_CONFIG_HOME"], "gtk-4.0")
    os.makedirs(settings)
    with open(os.path.join(settings, "settings.ini"), "w", encoding="utf-8") as file:
        file.write("[Settings]\ngtk-font-name=Cantarell 11\n")
    desk.shift_clock_to(str(NOW))
    return desk


def enter_sample(desk):
    rituals = sample.seed(desk, NOW)
    sample.note_reminders(desk, rituals, NOW)
    desk.write_environment()
    desk.run("reminders", "on")
    return rituals


def enter_year(desk):
    sample.seed(desk, NOW)
    sample_year.note_year(desk, NOW)


def enter_private(desk):
    """A private space with a little in it. Passphrases are asked for at a terminal."""
    desk.run("setup", "--me", sample.ME, "--partner", sample.PARTNER, "--reminders", "off")
    at_terminal(desk, ["private", "setup"], [PASSPHRASE, PASSPHRASE, group_asked_for])
    for words in ("A good evening (sample). We talked about nothing much, and that was the good of it.",
                  "I was quick with an answer today, and would have liked to ask first (sample)."):
        at_terminal(desk, ["private", "write"], [PASSPHRASE], stdin=words)


def group_asked_for(said):
    code = re.search(r"([0-9A-Z]{5}-){6}[0-9A-Z]{5}", said)[0]
    return code.split("-")[int(re.search(r"group (\d)", said)[1]) - 1]


def at_terminal(desk, words, answers, stdin=None):
    """The command line with a terminal of its own, where each question gets the next answer."""
    parent, child = pty.openpty()

    def lead():
        os.setsid()
        os.close(os.open(os.ttyname(child), os.O_RDWR))

    with subprocess.Popen([desk.program, *words], env=desk.footbridge_env(), preexec_fn=lead, text=True,
                          stdin=child if stdin is None else subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as process:
        if stdin is not None:
            process.stdin.write(stdin)
            process.stdin.close()
        for answer in answers:
            said = ""
            while not said.endswith(": "):
                said += os.read(parent, 1000).decode()
            os.write(parent, ((answer(said) if callable(answer) else answer) + "\n").encode())
        if process.wait(60):
            raise AssertionError(f"footbridge {' '.join(words)}: {process.stderr.read()}")
    os.close(parent)
    os.close(child)


def fill(paths, folder, enter):
    """Gives a data folder in which the enter function entered something, and what that function gave."""
    with new_desk(paths) as desk:
        result = enter(desk)
        service = desk.service_pid()
        if service:
            os.kill(service, signal.SIGTERM)
            wait_for("the end of the service", lambda: not desk.service_pid())
        shutil.copytree(desk.data, folder)
    return folder, result


def main(program, window, app_id, folder, *schemes):
    paths = (program, window, app_id)
    schemes = schemes or tuple(SCHEMES)

    with tempfile.TemporaryDirectory(prefix="footbridge-pictures-") as spaces_folder, \
            ThreadPoolExecutor(max_workers=2) as filling, \
            ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 1)) as studios:
        spaces = {
            "empty": filling.submit(fill, paths, os.path.join(spaces_folder, "empty"), lambda desk: desk.run(
                "setup", "--me", sample.ME, "--partner", sample.PARTNER, "--reminders", "off")),
            "settled": filling.submit(fill, paths, os.path.join(spaces_folder, "settled"),
                                      lambda desk: sample.seed_settled(desk, NOW)),
            "year": filling.submit(fill, paths, os.path.join(spaces_folder, "year"), enter_year),
            "private": filling.submit(fill, paths, os.path.join(spaces_folder, "private"), enter_private),
            "sample": filling.submit(fill, paths, os.path.join(spaces_folder, "sample"), enter_sample),
        }
        for studio in [studios.submit(Studio(paths, folder, scheme).run, spaces) for scheme in schemes]:
            studio.result()


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except subprocess.CalledProcessError as error:
        sys.exit(f"{error.cmd[0]} did not work: {error.stderr}")
