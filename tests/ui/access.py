#!/usr/bin/python3 -W ignore
# access.py: walks what a screen reader is told, in every state of the real program, in a language that does not exist
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# access.py PROGRAM DATELINE-EXTRACT PSEUDO-LOCALE SOURCE-ROOT: every control has a name, and every name
# that is not out of an article stands in the brackets of the pseudo-locale. Needs what e2e.py needs.

import json
import re
import subprocess
import sys
import tempfile
import time

from gi.repository import Atspi, GLib

from e2e import Failure, Program, is_showing, ok, run, wait_for, walk

CONTROLS = {"push button", "button", "toggle button", "check box", "radio button", "combo box", "entry", "text", "password text",
            "slider", "spin button", "list box", "list", "tree table", "table", "menu item", "check menu item", "radio menu item",
            "page tab", "link", "switch", "dialog", "alert", "frame", "window", "column header", "table column header", "list item"}

BUTTONS = {"push button", "button", "toggle button"}

# Of GTK and libadwaita, which have translators of their own.
TOOLKIT = {"Close", "Minimize", "Maximize", "Restore", "Back", "Menu", "Search", "Clear", "Previous", "Next", "Pages", "Clear entry",
           "Clear text", "Show search entry", "Search Shortcuts", "No Results Found", "Try a different search.", "Dismiss", "Undo", "Redo",
           "Details", "Credits", "Legal", "Troubleshooting", "Website", "What’s New", "Show more", "Sidebar", "Shortcuts"}
KEY = re.compile(r"^((Ctrl|Shift|Alt|Super|Space|Escape|Return|Enter|Home|End|Left|Right|Up|Down|Tab|Page[ _](Up|Down)|F\d+|[A-Za-z]|[←→↑↓⇧+−?,./ ]|Comma)[+ ]?)+$")


# What GTK says of a widget that has no name.
CLASS_NAME = re.compile(r"^(Gtk|Adw|Shumate|Dateline)[A-Z][A-Za-z]+$")
# The map's scale is libshumate's.
SCALE = re.compile(r"^[\d,. \u00a0]+(km|m|mi|ft)$")


class Data:
    """What the articles say, which no translator touches."""

    def __init__(self, extract, samples):
        done = subprocess.run([extract, "--entities", samples], capture_output=True, check=True)
        self.values, self.texts = set(), []
        for line in done.stdout.decode().splitlines():
            self.read(json.loads(line))
        self.text = "\n".join(self.texts)

    def read(self, value):
        if isinstance(value, dict):
            for each in value.values():
                self.read(each)
        elif isinstance(value, list):
            for each in value:
                self.read(each)
        elif isinstance(value, str):
            self.values.add(value)
            self.texts.append(re.sub(r"\s+", " ", value))

    def has(self, fragment):
        fragment = re.sub(r"\s+", " ", fragment.strip(" …“”‘’\"()[]⁨⁩,.;:·–—→"))
        return fragment in self.values or fragment in self.text


def shows(node):
    """The program itself and the page of a stack have no place on the screen: None."""
    try:
        return is_showing(node)
    except GLib.GError:
        return None


def walk_shown(node):
    """What is on the screen, and nothing below what is not."""
    shown = shows(node)
    if shown:
        yield node
    if shown is not False:
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is not None:
                yield from walk_shown(child)


def strip_brackets(text):
    shorter = re.sub(r"⟦[^⟦⟧]*⟧", "¦", text)
    return text if shorter == text else strip_brackets(shorter)


def find_untranslated(text, data):
    """Pieces with a letter that stand outside of brackets and in no article."""
    if text in TOOLKIT or KEY.match(text) or CLASS_NAME.match(text) or SCALE.match(text):
        return []
    if text.startswith("⟦") and text.endswith("⟧"):
        return []
    pieces = re.split(r"[¦\n·→]|, | – |: | \(|\)", strip_brackets(text))
    return [piece for piece in pieces if re.search(r"[^\W\d_]{2}", piece) and not data.has(piece)]


class Walk:
    def __init__(self, program, data, folder):
        self.program, self.data = program, data
        self.translations = self.read_po(f"{folder}/xx.po")
        self.unnamed, self.untranslated, self.n_controls = [], {}, 0

    @staticmethod
    def read_po(path):
        with open(path, encoding="utf-8") as po:
            entries = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', po.read(), re.MULTILINE)
        return {source.replace("_", ""): target.replace("_", "") for source, target in entries}

    def tr(self, text):
        return self.translations[text]

    def look(self, state):
        """Everything that shows now; menus and dialogs are given the time to open."""
        time.sleep(1)
        self.program.root.clear_cache()
        for node in walk_shown(self.program.root):
            role, name = node.get_role_name(), node.get_name() or ""
            if role in CONTROLS:
                self.n_controls += 1
                if not is_named(node):
                    self.unnamed.append(f"{state}: {describe(node)}")
            for text in (name, node.get_description() or ""):
                for piece in find_untranslated(text, self.data):
                    self.untranslated.setdefault(piece, f"{state}: {role} “{text[:90]}”")

    def find_button(self, text):
        """Of a menu button there are two with the same name, and only the inner one can be pressed."""
        self.program.root.clear_cache()
        for node in walk_shown(self.program.root):
            if node.get_role_name() in BUTTONS and text in f"{node.get_name()} {node.get_description()}":
                for inner in walk(node):
                    if inner.get_role_name() in BUTTONS and inner.get_n_actions() > 0:
                        return inner
        return None

    def press(self, name):
        text = self.tr(name).split("%")[0]
        wait_for(f"the button “{name}”", lambda: self.find_button(text)).do_action(0)


def is_inside_of_named_combo_box(node):
    """A libadwaita row's list is some levels down."""
    parent = node.get_parent()
    while parent is not None and parent.get_role_name() != "combo box":
        parent = parent.get_parent()
    return parent is not None and is_named(parent)


def is_named(node):
    name = node.get_name() or ""
    if name.strip() != "" and not CLASS_NAME.match(name):
        return True
    # What GTK makes inside of a drop-down list and of a table, and the pictures in an entry.
    parent = node.get_parent()
    if parent is None:
        return False
    if is_inside_of_named_combo_box(node):
        return True
    return parent.get_role_name() in ("combo box", "tree table") and is_named(parent) or name == "GtkImage" and parent.get_role_name() == "panel"


def describe(node):
    """The way down to a node without a name, so that it can be found."""
    path = []
    while node is not None and len(path) < 6:
        path.append(f"{node.get_role_name()} “{(node.get_name() or '')[:30]}”")
        node = node.get_parent()
    return " < ".join(path)


# What opens something, by its name in English, and what to look at is called.
POPOVERS = ["Filter", "Map and names", "Legend", "Go to a date, now %s", "Speed", "Days shown: %s", "Main menu", "Other ways to open"]
# The table has no key that closes it, so it is the last.
KEYS = [("ctrl+question", "shortcuts"), ("ctrl+comma", "preferences"), ("ctrl+e", "export"),
        ("ctrl+shift+p", "picture"), ("ctrl+shift+r", "replay"), ("ctrl+t", "table")]


def look_at_popovers(walk_, program):
    for name in POPOVERS:
        walk_.press(name)
        walk_.look(name)
        program.key("Escape")


def look_at_windows(walk_, program):
    main = program.window_id()
    for key, state in KEYS:
        program.xdotool("windowfocus", main)
        program.xdotool("key", "--clearmodifiers", key)
        walk_.look(state)
        windows = program.window_ids()
        if windows == [main]:
            raise Failure(f"{key} opens no window")
        for window in windows:
            if window != main:
                program.xdotool("windowfocus", window, "key", "--clearmodifiers", "Escape")


def look_at_incident(walk_, program):
    row = wait_for("a line of the list", lambda: program.find("list item"))
    extents = row.get_extents(Atspi.CoordType.WINDOW)
    program.click(extents.x + 20, extents.y + 20)
    walk_.look("selected")
    program.key("e")
    walk_.look("form")
    program.key("Escape", "Escape")


def main():
    path, extract, pseudo_locale, root = sys.argv[1:]
    samples = f"{root}/data/samples"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([pseudo_locale, root, folder, "xx"], check=True)
        data = Data(extract, samples)
        program = Program(path, LANGUAGE="xx", DATELINE_LOCALE_DIR=folder)
        walk_ = Walk(program, data, folder)
        try:
            walk_.look("start")
            walk_.press("Open Sample Articles")
            wait_for("the incidents", lambda: program.find("slider"))
            time.sleep(4)
            walk_.look("samples")
            look_at_incident(walk_, program)
            look_at_popovers(walk_, program)
            look_at_windows(walk_, program)
        finally:
            program.close()
    if walk_.unnamed:
        raise Failure("controls without a name:\n# " + "\n# ".join(walk_.unnamed))
    ok(f"each of {walk_.n_controls} controls has a name")
    if walk_.untranslated:
        raise Failure("not translated:\n# " + "\n# ".join(f"{piece!r} in {where}" for piece, where in walk_.untranslated.items()))
    ok("every name is translated, or out of an article")


if __name__ == "__main__":
    run(main)
