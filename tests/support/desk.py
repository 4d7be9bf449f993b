# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk for tests that use Footbridge as a person does.

A Desk is a private X server, a session bus that can start nothing but the accessibility bus and
Footbridge itself, a real notification daemon (dunst), and a home of its own. Everything started is
ended again, by process id. The clock of Footbridge's programs can be shifted with libfaketime; the
machine's own clock is never touched.
"""

import glob
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

DUNST_CONFIG = """[global]
    monitor = 0
    origin = top-right
    offset = 12x12
    width = 340
    height = 200
    font = Cantarell 11
    idle_threshold = 0
    show_indicators = no
    markup = full
    format = "<b>%s</b>\\n%b"
    history_length = 50
    mouse_left_click = do_action
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
"""


def find_faketime():
    """The path of libfaketime, which may stand in any of the architecture's library folders."""
    found = sorted(glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
                   + glob.glob("/usr/lib*/faketime/libfaketime.so.1"))
    if not found:
        raise RuntimeError("libfaketime is not installed")
    return found[0]


def wait_for(what, condition, seconds=40.0, every=0.05):
    """Calls condition until it gives something true, and gives that back; fails by name after the time."""
    end = time.monotonic() + seconds
    while True:
        try:
            value = condition()
        except Exception as error:  # what is looked at may vanish while it is looked at
            value, last = None, error
        else:
            last = None
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:.0f} s for {what}" + (f" (last: {last})" if last else ""))
        time.sleep(every)


def remove(folder):
    """Removes a folder. What a portal has mounted in it, and left when its bus went, is let go first."""
    with open("/proc/self/mounts", encoding="utf-8") as file:
        mounts = [line.split()[1] for line in file]
    for path in mounts:
        if path.startswith(folder + "/"):
            subprocess.run(["umount", "--lazy", path], check=False, capture_output=True)
    shutil.rmtree(folder, ignore_errors=True)


def add_agreed(run, *words):
    """Adds a ritual that is agreed with `run`, which gives what the command line printed; gives its id. One for both is
    one's own first, and for both once the other one has said yes: so what lies behind is planned, too, as if the two
    had agreed on it then."""
    names = [person["name"] for person in json.loads(run("person", "list", "--json"))]
    if len(names) < 2 or "--who" in words or "--state" in words:
        return run("ritual", "add", *words)
    ritual = run("ritual", "add", "--who", "me", *words)
    run("ritual", "edit", ritual, "--who", "both")
    run("--as", names[1], "ritual", "agree", ritual)
    return ritual


class Desk:
    """See the module. Use it in a with statement."""

    def __init__(self, program, window, app_id, size="1280x900", zone="Europe/Berlin"):
        # Whole paths: the bus starts programs from another folder than ours.
        self.program, self.window, self.app_id = os.path.abspath(program), os.path.abspath(window), app_id
        self.folder = tempfile.mkdtemp(prefix="footbridge-desk-")
        self.processes = []
        self.size = size
        self.shift = None
        home = os.path.join(self.folder, "home")
        self.data = os.path.join(home, ".local/share/footbridge")
        for name in ("home", "services", "runtime"):
            os.makedirs(os.path.join(self.folder, name), mode=0o700)
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": home,
            "XDG_RUNTIME_DIR": os.path.join(self.folder, "runtime"),
            "XDG_DATA_HOME": os.path.join(home, ".local/share"),
            "XDG_CONFIG_HOME": os.path.join(home, ".config"),
            "XDG_CACHE_HOME": os.path.join(home, ".cache"),
            "XDG_DATA_DIRS": os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share"),
            "LC_ALL": "C.UTF-8",
            "TZ": zone,
            "GSETTINGS_BACKEND": "memory",
            "GDK_BACKEND": "x11",
            "GSK_RENDERER": "cairo",
            "GTK_A11Y": "atspi",
            "ADW_DISABLE_PORTAL": "1",
            "NO_AT_BRIDGE": "0",
            "GIO_USE_VFS": "local",
            "GNOTIFICATION_BACKEND": "freedesktop",
            "FOOTBRIDGE_WINDOW": self.window,
        }
        for name in ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                self.env[name] = os.environ[name]

    def __enter__(self):
        self.start_display()
        self.start_bus()
        self.start_dunst()
        return self

    def __exit__(self, *_):
        self.close()

    def shift_clock_to(self, local):
        """Lets the programs started from now on see a local time such as '2026-11-23 18:58:30', flowing on from now."""
        target = int(subprocess.run(["date", "-d", local, "+%s"], env=self.env, check=True,
                                    capture_output=True, text=True).stdout)
        self.shift = target - int(time.time())

    def footbridge_env(self):
        env = dict(self.env)
        if self.shift is not None:
            env.update({"LD_PRELOAD": find_faketime(), "FAKETIME": f"{self.shift:+d}s",
                        "FAKETIME_DONT_FAKE_MONOTONIC": "1"})
        return env

    def start(self, argv, env=None, log=None):
        out = open(os.path.join(self.folder, f"{log or os.path.basename(argv[0])}.log"), "ab")
        process = subprocess.Popen(argv, env=env or self.env, stdout=out, stderr=out,
                                   stdin=subprocess.DEVNULL, start_new_session=True)
        out.close()
        self.processes.append(process)
        return process

    def start_display(self):
        read_end, write_end = os.pipe()
        process = subprocess.Popen(["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{self.size}x24",
                                    "-noreset", "-nolisten", "tcp"], pass_fds=[write_end],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        os.close(write_end)
        self.processes.append(process)
        # To the end of the line: an X server that cannot finish its line gives up.
        with os.fdopen(read_end, encoding="utf-8") as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("the X server did not start")
        self.env["DISPLAY"] = f":{number}"

    def start_bus(self):
        services = os.path.join(self.folder, "services")
        shutil.copy("/usr/share/dbus-1/services/org.a11y.Bus.service", services)
        # Footbridge's own service goes through a launcher that reads its environment at each start, so that
        # the clock may be shifted while the bus stays.
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

    def write_environment(self):
        with open(os.path.join(self.folder, "environment"), "w", encoding="utf-8") as file:
            for key, value in self.footbridge_env().items():
                file.write(f"export {key}='{value}'\n")

    def start_dunst(self):
        # The menu in which a person would choose a button is answered with the one that the test wants.
        chooser = os.path.join(self.folder, "choose")
        with open(chooser, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\ntee '{self.folder}/menu' | grep -F \"$(cat '{self.folder}/choice')\" | head -n 1\n")
        os.chmod(chooser, 0o700)
        config = os.path.join(self.folder, "dunstrc")
        with open(config, "w", encoding="utf-8") as file:
            file.write(DUNST_CONFIG.replace("[global]\n", f"[global]\n    dmenu = {chooser}\n", 1))
        self.start(["dunst", "-conf", config])
        wait_for("the notification daemon", lambda: self.dunstctl("count", "displayed").isdigit())

    def dunstctl(self, *words):
        return subprocess.run(["dunstctl", *words], env=self.env, capture_output=True, text=True,
                              timeout=10).stdout.strip()

    def shown_notifications(self):
        return int(self.dunstctl("count", "displayed") or 0)

    def run(self, *words, check=True):
        """The command line tool; gives what it printed."""
        result = subprocess.run([self.program, *words], env=self.footbridge_env(), capture_output=True, text=True,
                                timeout=60, stdin=subprocess.DEVNULL)
        if check and result.returncode != 0:
            raise AssertionError(f"footbridge {' '.join(words)} ended with {result.returncode}: {result.stderr}")
        return result.stdout.strip()

    def add_agreed(self, *words):
        """A ritual that is agreed, by both where it is for both; gives its id."""
        return add_agreed(self.run, *words)

    def service_pid(self):
        """The process that owns the application id on the bus, or 0."""
        result = subprocess.run(["dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/",
                                 "org.freedesktop.DBus.GetConnectionUnixProcessID", f"string:{self.app_id}"],
                                env=self.env, capture_output=True, text=True)
        return int(result.stdout.split()[-1]) if result.returncode == 0 else 0

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", path], env=self.env, check=True)

    def window_id(self, title):
        """The X window with this title, or None."""
        result = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], env=self.env,
                                capture_output=True, text=True)
        return result.stdout.split()[-1] if result.stdout.split() else None

    def key(self, *keys):
        """Presses keys in the topmost window, which gets the keyboard first: no window manager gives it here."""
        self.focus_window()
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], env=self.env, check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "8", text], env=self.env, check=True)

    def click(self, x, y):
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], env=self.env, check=True)

    def close(self):
        pid = self.service_pid()
        if pid:
            os.kill(pid, signal.SIGTERM)
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        try:
            os.kill(self.bus_pid, signal.SIGTERM)
        except (AttributeError, ProcessLookupError):
            pass
        if "--keep" in sys.argv:
            print(f"# kept {self.folder}")
        else:
            remove(self.folder)

    def window_origin(self):
        """Where Footbridge's window stands on the screen: AT-SPI's window positions count from there."""
        return self.window_place("X", "Y")

    def window_size(self):
        return self.window_place("WIDTH", "HEIGHT")

    def window_place(self, *names):
        out = subprocess.run(["xdotool", "getwindowgeometry", "--shell", self.env_window()], env=self.env, check=True,
                             capture_output=True, text=True).stdout
        place = dict(line.split("=", 1) for line in out.split())
        return tuple(int(place[name]) for name in names)

    def env_window(self):
        """The topmost visible X window of Footbridge."""
        result = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", self.app_id], env=self.env,
                                capture_output=True, text=True)
        if not result.stdout.split():
            raise AssertionError("no window of Footbridge is on the screen")
        return result.stdout.split()[-1]

    def windows(self):
        """The X windows of Footbridge that can be seen."""
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--class", self.app_id], env=self.env,
                              capture_output=True, text=True).stdout.split()

    def focus_window(self):
        """Gives the topmost window the keyboard."""
        subprocess.run(["xdotool", "windowfocus", "--sync", self.env_window()], env=self.env, check=True)

    def press_notification(self, label):
        """Presses a button of the notification that shows, by what stands on it, through dunst's own menu; gives the
        menu, in which dunst also names each notification's summary."""
        with open(os.path.join(self.folder, "choice"), "w", encoding="utf-8") as file:
            file.write(f"#{label} ")
        self.dunstctl("context")
        menu = os.path.join(self.folder, "menu")
        with open(wait_for("the notification's menu", lambda: os.path.exists(menu) and menu), encoding="utf-8") as file:
            return file.read()
