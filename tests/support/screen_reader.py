# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Footbridge as a screen reader meets it: widgets by role and name, pressed and written into over AT-SPI."""

import os

# The accessibility library warns of what GTK 4.8 leaves out; that shall not end the one who reads.
os.environ.pop("G_DEBUG", None)

import gi  # noqa: E402  (GLib looks at the environment when it is loaded)

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from desk import wait_for  # noqa: E402

PRESSABLE = {"push button", "toggle button", "radio button", "menu item", "check menu item", "radio menu item", "switch"}

# What later versions of the accessibility library call otherwise.
RENAMED = {"button": "push button"}


def role_of(node):
    return RENAMED.get(node.get_role_name(), node.get_role_name())


def said(node):
    """A name as it is meant. GTK 4.8 says a button's mnemonic with its underscore, and what is both labelled and has a
    label twice; later versions do not."""
    name = (node.get_name() or "").replace("_", "").strip()
    half = len(name) // 2
    return name[:half] if len(name) % 2 and name[half] == " " and name[:half] == name[half + 1:] else name


def named(node):
    """Whether it has a name of ours; GTK 4.8 says the class where there is none."""
    return said(node) != "" and not said(node).startswith(("Gtk", "Adw", "Bridge"))


def shows(node):
    """Whether it has a place on the screen. GTK 4.8 says of windows only that they are showing."""
    component = node.get_component_iface()
    if component is None:
        return False
    box = component.get_extents(Atspi.CoordType.WINDOW)
    return box.width > 0 and box.height > 0


def can_be_pressed(node):
    action = node.get_action_iface()
    return action is not None and action.get_n_actions() > 0


def children(node):
    return [node.get_child_at_index(index) for index in range(node.get_child_count())]


class Reader:
    """One application on the accessibility bus, by its name."""

    def __init__(self, name, desk):
        self.name, self.desk = name, desk

    def application(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_name() == self.name:
                return child
        return None

    def wait_for_application(self):
        return wait_for(f"“{self.name}” on the accessibility bus", self.application, seconds=60)

    def walk(self, node=None):
        """Every accessible that shows, in tree order."""
        node = node or self.application()
        if node is None:
            return
        node.clear_cache_single() if hasattr(node, "clear_cache_single") else None
        yield node
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child is not None and child.get_state_set().contains(Atspi.StateType.VISIBLE):
                yield from self.walk(child)

    def find_all(self, name=None, role=None, contains=None):
        found = []
        for node in self.walk():
            if role is not None and role_of(node) not in (role if isinstance(role, tuple) else (role,)):
                continue
            label = said(node)
            if name is not None and label != name:
                continue
            if contains is not None and contains not in label:
                continue
            if shows(node):
                found.append(node)
        return found

    def find(self, name=None, role=None, contains=None, seconds=30.0):
        what = f"{role or 'a widget'} “{name or contains}”"
        return wait_for(what, lambda: (self.find_all(name, role, contains) or [None])[0], seconds)

    def is_gone(self, name=None, role=None, contains=None, seconds=30.0):
        return wait_for(f"{role or 'widget'} “{name or contains}” to go",
                        lambda: not self.find_all(name, role, contains), seconds)

    def press(self, name, role=tuple(PRESSABLE), seconds=30.0):
        """Presses a button by its name, as a screen reader's user would."""
        found = wait_for(f"{role} “{name}”", lambda: self.find_all(name=name, role=role), seconds)
        # A menu button of later versions of GTK goes by the name of the one in it that can be pressed.
        node = next(filter(can_be_pressed, found), found[0])
        if not can_be_pressed(node) or not node.get_action_iface().do_action(0):
            self.click(node)
        return node

    def wait_until_in_view(self, name, role=tuple(PRESSABLE)):
        """Until it is within its window, which has scrolled to it."""
        _, height = self.desk.window_size()

        def is_in_view():
            boxes = [node.get_component_iface().get_extents(Atspi.CoordType.WINDOW) for node in self.find_all(name=name, role=role)]
            return any(box.y >= 0 and box.y + box.height <= height for box in boxes)

        wait_for(f"“{name}” in view", is_in_view)

    def click(self, node):
        """Clicks in the middle of an accessible, for the few widgets GTK 4.8 gives no action."""
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        x, y = self.desk.window_origin()
        self.desk.click(x + box.x + box.width // 2, y + box.y + box.height // 2)

    def write(self, name, text, role=("text", "entry"), seconds=30.0):
        node = self.find(name=name, role=role, seconds=seconds)
        editable = node.get_editable_text_iface()
        if editable is None:
            raise AssertionError(f"“{name}” cannot be written into")
        editable.set_text_contents(text)
        return node

    def focus(self, node):
        node.get_component_iface().grab_focus()

    def focused(self):
        """The name of what has the keyboard, or ""."""
        return next((said(node) for node in self.walk() if node.get_state_set().contains(Atspi.StateType.FOCUSED)), "")

    def unnamed(self):
        """What can be focused but has no name a person could be told: neither its own, nor that of the widget it is a
        part of (the button inside a drop-down), nor of what is in it (a row of a list)."""
        bad = []
        for node in self.walk():
            states = node.get_state_set()
            if not states.contains(Atspi.StateType.FOCUSABLE) or not shows(node):
                continue
            if role_of(node) in ("scroll pane", "list"):  # what is in them has the focus
                continue
            if role_of(node) == "push button" and said(node) == "GtkImage":  # clears a search entry of GTK 4.8
                continue
            # What is in a list's item is read with it, however deep it lies.
            within = self.walk(node) if role_of(node) == "list item" else children(node)
            family = [node, node.get_parent(), *within]
            if not any(named(one) for one in family if one is not None):
                bad.append(f"{role_of(node)} “{said(node)}”")
        return bad

    def check_names(self, seconds=5.0):
        """Fails with what cannot be told to a person; what is just coming or going has a moment to do so."""
        last = []

        def all_named():
            last[:] = self.unnamed()
            return not last

        try:
            wait_for("names", all_named, seconds, every=0.3)
        except AssertionError:
            raise AssertionError(f"without a name: {', '.join(last)}") from None

    def outline(self):
        """The names that show, for a message when something was not found."""
        return "\n".join(f"{role_of(node)}: {said(node)}" for node in self.walk() if said(node))
