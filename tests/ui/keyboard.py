#!/usr/bin/python3 -W ignore
# keyboard.py: a day's work in the real program by the keyboard alone
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# keyboard.py PROGRAM: imports, reviews ten incidents, corrects a place, undoes it, filters and
# searches. What came of it is read from the project file. Needs what e2e.py needs.

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from gi.repository import Atspi, GLib

from e2e import Failure, Program, ok, run, wait_for

N_REVIEWED = 10


class Keyboard(Program):
    """Presses keys, and looks at the focus and the file; nothing else is touched."""

    def __init__(self, path, data_folder):
        os.environ["XDG_DATA_HOME"] = data_folder
        self.focus = None
        self.in_front = None  # the title of a window over the first
        self.listener = Atspi.EventListener.new(self.on_focus)
        self.listener.register("object:state-changed:focused")
        super().__init__(path)
        self.data_folder = data_folder

    def query(self, sql, *values):
        """Of a copy: the program lets nobody into the file that it has open."""
        folder = os.path.join(self.data_folder, "dateline", "scratch")
        with tempfile.TemporaryDirectory() as copies:
            for name in os.listdir(folder):
                shutil.copy(os.path.join(folder, name), copies)
            project = next(name for name in os.listdir(copies) if name.endswith(".dateline"))
            database = sqlite3.connect(os.path.join(copies, project))
            try:
                return database.execute(sql, values).fetchall()
            finally:
                database.close()

    def window_id(self):
        """Nothing else brings a window to the front where there is no window manager."""
        if self.in_front is None:
            return super().window_id()
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", self.in_front], capture_output=True, text=True, check=False)
        return found.stdout.split()[0] if found.stdout else None

    def type(self, text):
        """What the keyboard has no key for is typed by its number, as GTK takes it anywhere."""
        for letter in text:
            if letter < "\x80":
                self.xdotool("type", "--delay", "20", letter)
            else:
                self.xdotool("key", "ctrl+shift+u", *f"{ord(letter):x}", "space")

    def on_focus(self, event, *_):
        if event.detail1:
            self.focus = event.source

    def focused_name(self):
        """What the focus was told to be at: its own name, or that of what it is a part of."""
        context = GLib.MainContext.default()
        end = time.monotonic() + 0.15
        while time.monotonic() < end:
            if not context.iteration(False):
                time.sleep(0.01)
        node = self.focus
        while node is not None and re.match("(Gtk[A-Z]|$)", node.get_name()):
            node = node.get_parent()
        return node.get_name() if node is not None else ""

    def tab_to(self, name, key="Tab", n_most=60):
        seen = []
        for _ in range(n_most):
            self.key(key)
            seen.append(self.focused_name())
            # A label with a mnemonic is told twice, with it and without.
            if seen[-1] == name or ("_" in seen[-1] and seen[-1].endswith(" " + name)):
                return
        raise Failure(f"“{name}” is not reached with {key}, but {seen}")


def count(program, status):
    return program.query("SELECT count(*) FROM incident WHERE part_of IS NULL AND status = ?", status)[0][0]


def import_samples(program):
    wait_for("the first page", lambda: program.find("push button|button", "Open Sample Articles"))
    program.tab_to("Open Sample Articles")
    program.key("Return")
    program.wait_for_text("reports in")
    wait_for("the end of the import", lambda: program.query("SELECT count(*) FROM article WHERE sketch IS NOT NULL")[0][0] > 10 and
             program.query("SELECT unmerged FROM project") == [(0,)])
    ok("articles are imported")


def review(program):
    # The first key selects an incident, the others judge it and move on.
    program.key("a")
    program.wait_for_text("excerpt")
    if count(program, 1) != 0:
        raise Failure("a key judged what nobody had seen")
    for i in range(N_REVIEWED):
        key, status = (("a", 1), ("r", 3))[i % 3 == 2]
        before = count(program, status)
        program.key(key)
        wait_for(f"a {i + 1}th judgement", lambda: count(program, status) == before + 1)
    if count(program, 1) + count(program, 3) != N_REVIEWED:
        raise Failure("another number of incidents was judged")
    ok("ten incidents are judged with a key each")


def correct_place(program):
    places = "SELECT incident, value FROM edit WHERE field = 'places'"
    program.key("e")
    wait_for("the form", lambda: program.find("combo box", "Place"))
    program.tab_to("Place")
    # The last line is for coordinates.
    program.key("space")
    time.sleep(0.5)
    program.key("End", "Return")
    program.tab_to("Latitude and longitude")
    program.type("33.5, 43.25")
    program.key("ctrl+Return")
    wait_for("the corrected place", lambda: any("33.5" in value and "43.25" in value for _, value in program.query(places)))
    if len(program.query(places)) != 1:
        raise Failure("the place of others was corrected, too")
    ok("a place is corrected")

    program.key("ctrl+z")
    wait_for("the place as it was", lambda: not program.query(places))
    program.key("ctrl+shift+z")
    wait_for("the place again", lambda: len(program.query(places)) == 1)
    program.key("ctrl+z")
    wait_for("the place as it was", lambda: not program.query(places))
    ok("which is undone, redone and undone")


def shown(program):
    return len(program.list_titles())


def filter_and_search(program):
    program.key("ctrl+f")
    wait_for("the search entry", lambda: "Search incidents" in program.focused_name())
    before = shown(program)
    program.tab_to("Filter")
    program.key("Return")
    program.tab_to("Yemen")
    program.key("space")
    wait_for("fewer incidents", lambda: 0 < shown(program) < before)
    filtered = shown(program)
    ok("the filter is reached and narrows the list")

    program.tab_to("Name of this filter", "shift+Tab")
    program.type("Yemen alone")
    program.key("Return")
    wait_for("the view", lambda: program.query("SELECT name FROM view") == [("Yemen alone",)])
    program.tab_to("Clear Filter", "shift+Tab")
    program.key("Return")
    wait_for("all incidents", lambda: shown(program) == before)
    program.tab_to("Yemen alone")
    program.key("Return")
    wait_for("the view's incidents", lambda: shown(program) == filtered)
    ok("it is saved under a name, and comes back with it")
    program.tab_to("Clear Filter", "shift+Tab")
    program.key("Return")
    program.key("Escape")
    wait_for("all incidents", lambda: shown(program) == before)

    program.key("ctrl+f")
    for words in ("Sana", "San'a", "صنعاء"):
        program.key("ctrl+a")
        program.type(words)
        wait_for(f"what is found for {words}", lambda: 0 < shown(program) < before and all("Sana" in title for title in program.list_titles()))
    ok("a place is found by what it is called, in Latin and Arabic letters")
    program.key("Escape")
    wait_for("all incidents", lambda: shown(program) == before)


def tables(program):
    program.tab_to("Main menu", "shift+Tab")
    program.key("ctrl+t")
    program.in_front = "Incidents and Articles"
    wait_for("the table", program.window_id)
    program.tab_to("Articles")
    program.key("space")
    wait_for("the articles", lambda: program.find("text|entry|text box", "Search articles"))
    program.tab_to("Search articles")
    program.type("صنعاء")
    wait_for("those found", lambda: any(re.fullmatch(r"\d+ of \d+ articles", label) for label in program.labels()))
    ok("articles are found in a table of their own")
    program.key("Escape")
    program.key("Escape")
    wait_for("the table to close", lambda: program.window_id() is None)
    program.in_front = None
    ok("which closes")


def main():
    with tempfile.TemporaryDirectory() as folder:
        program = Keyboard(sys.argv[1], folder)
        try:
            import_samples(program)
            review(program)
            correct_place(program)
            filter_and_search(program)
            tables(program)
            if "CRITICAL **" in program.read_log() or "WARNING **" in program.read_log():
                raise Failure("the program complained: " + program.read_log())
            ok("the program complained of nothing")
        finally:
            program.close()


if __name__ == "__main__":
    run(main)
