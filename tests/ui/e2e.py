#!/usr/bin/python3 -W ignore
# e2e.py: drives the real program in a real window, as a reader would
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# e2e.py PROGRAM ARTICLE SCENARIO: looks through the accessibility bus (AT-SPI), clicks and types with
# xdotool. Needs a display that outlives its clients (Xvfb -noreset) and a session bus: see tests/run.

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE_S = 30
n_tests = 0


class Failure(Exception):
    pass


def wait_for(what, find):
    """Asks again until find() gives something true, and returns that."""
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            found = find()
        except Exception:  # a widget that went while it was looked at
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Failure(f"waited in vain for {what}")
        time.sleep(0.1)


def walk(node):
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def is_showing(node):
    """GTK 4.8 tells no state, but what is not on the screen has no size."""
    extents = node.get_extents(Atspi.CoordType.WINDOW)
    return extents.width > 0 and extents.height > 0


def ok(name):
    global n_tests
    n_tests += 1
    print(f"ok {n_tests} - {name}", flush=True)


class Program:
    def __init__(self, path, *arguments, **environment):
        self.log = tempfile.NamedTemporaryFile(suffix=".log")
        environment = {**os.environ, "DATELINE_TEST": "1", "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "LC_ALL": "C.UTF-8",
                       "GTK_A11Y": "atspi", "GSETTINGS_BACKEND": "memory", **environment}
        environment = {name: value for name, value in environment.items() if value is not None}
        self.process = subprocess.Popen([path, *arguments], env=environment, stderr=self.log, stdout=self.log)
        self.root = wait_for("the program", self.find_root)

    def find_root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        if self.process.poll() is not None:
            raise SystemExit("Bail out! the program ended: " + self.read_log())
        return None

    def read_log(self):
        with open(self.log.name, encoding="utf-8", errors="replace") as log:
            return log.read()

    def labels(self):
        self.root.clear_cache()
        return [node.get_name() for node in walk(self.root) if node.get_role_name() in ("label", "status bar") and is_showing(node)]

    def has(self, text):
        return any(text in label for label in self.labels())

    def wait_for_text(self, text):
        return wait_for(f"“{text}”; on the screen: {self.labels()}", lambda: self.has(text))

    def find(self, role, name=None):
        self.root.clear_cache()
        for node in walk(self.root):
            if node.get_role_name() in role.split("|") and is_showing(node) and (name is None or name in node.get_name()):
                return node
        return None

    def press(self, name):
        button = wait_for(f"the button “{name}”", lambda: self.find("push button|button", name))
        button.do_action(0)

    def list_lines(self):
        """Titles of the incidents in the list."""
        self.root.clear_cache()
        for node in walk(self.root):
            if node.get_role_name() == "list" and node.get_name() == "Incidents shown" and is_showing(node):
                return [row for row in walk(node) if row.get_role_name() == "list item"]
        return []

    def list_titles(self):
        titles = []
        for row in self.list_lines():
            names = [node.get_name() for node in walk(row) if node.get_role_name() == "label"]
            if names:
                titles.append(names[0])
        return titles

    def markers(self):
        """What the program says of its markers in test mode: the last report."""
        reports = re.findall(r"^markers (\[.*\])$", self.read_log(), re.MULTILINE)
        return json.loads(reports[-1]) if reports else []

    def find_marker(self, place):
        for marker in self.markers():
            if place in marker["place"]:
                return marker
        return None

    def window_ids(self):
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)], capture_output=True, text=True, check=False).stdout.split()

    def window_id(self):
        found = self.window_ids()
        # A tooltip is a window as well, but a small one.
        return max(found, key=self.window_width) if found else None

    def window_width(self, window):
        geometry = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], capture_output=True, text=True, check=False).stdout
        width = re.search(r"WIDTH=(\d+)", geometry)
        return int(width.group(1)) if width else 0

    def xdotool(self, *arguments):
        subprocess.run(["xdotool", *arguments], check=True)

    def click(self, x, y):
        self.xdotool("mousemove", "--window", wait_for("the window", self.window_id), str(round(x)), str(round(y)))
        time.sleep(0.2)
        self.xdotool("click", "1")

    def scroll_to(self, node, x, bottom):
        """Turns the wheel at x until the top of the node is well above the bottom; where it is then."""
        for _ in range(20):
            extents = node.get_extents(Atspi.CoordType.WINDOW)
            if extents.y + 48 < bottom:
                return extents
            self.xdotool("mousemove", "--window", wait_for("the window", self.window_id), str(round(x)), str(round(bottom - 40)))
            self.xdotool("click", "5")
            time.sleep(0.3)
        raise Failure("the wheel does not bring it up")

    def key(self, *keys):
        self.xdotool("windowfocus", wait_for("the window", self.window_id))
        for key in keys:
            self.xdotool("key", "--clearmodifiers", key)

    def close(self):
        self.process.terminate()
        self.process.wait()


def click_marker(program, scenario):
    place = scenario["click"]
    wait_for(f"a marker at {place}", lambda: program.find_marker(place))
    # A cluster is a click away from its parts.
    for _ in range(5):
        marker = program.find_marker(place)
        program.click(marker["x"], marker["y"])
        end = time.monotonic() + 3
        while time.monotonic() < end:
            if any(text in label for label in program.labels() for text in scenario["where"]):
                return
            time.sleep(0.2)
    raise Failure(f"clicks at {place} selected nothing; markers: {program.markers()}")


def test_article_to_marker(path, article, scenario):
    program = Program(path, article)
    try:
        program.wait_for_text(scenario["title"])
        ok("an article given as argument is read")

        wait_for("the list", lambda: len(program.list_titles()) == scenario["n_incidents"])
        ok("the list has every incident")

        click_marker(program, scenario)
        ok("a click on the marker selects its incident")

        for text in scenario["excerpts"]:
            program.wait_for_text(text)
        ok("the panel quotes the article")

        slider = wait_for("the slider", lambda: program.find("slider", "Date"))
        value = slider.get_value_iface()
        value.set_current_value(value.get_minimum_value())
        wait_for("one incident on the first day", lambda: len(program.list_titles()) == 1)
        titles = program.list_titles()
        if scenario["first"] not in titles[0]:
            raise Failure(f"on the first day the list shows {titles}")
        ok("the slider leaves the first day's incident alone")

        extents = slider.get_extents(Atspi.CoordType.WINDOW)
        program.click(extents.x + extents.width - 12, extents.y + extents.height - 12)
        program.key("End")
        wait_for("every incident on the last day", lambda: len(program.list_titles()) == scenario["n_incidents"])
        program.key("Home")
        wait_for("one incident on the first day", lambda: len(program.list_titles()) == 1)
        ok("keys move the date")

        markers = wait_for("the map to follow", lambda: [m for m in program.markers() if scenario["first"] in m["place"]] if len(program.markers()) == 1 else None)
        if len(markers) != 1:
            raise Failure(f"on the first day the map shows {markers}")
        ok("the map shows what the list shows")
        if program.process.poll() is not None:
            raise Failure("the program ended")
        if re.search(r"(CRITICAL|WARNING) \*\*", program.read_log()):
            raise Failure("the program complained: " + program.read_log())
        ok("the program complained of nothing")
    finally:
        program.close()


def test_list_to_article(path, article, scenario):
    program = Program(path, article)
    try:
        program.wait_for_text(scenario["title"])
        row = wait_for("the list", lambda: program.list_lines())[0]
        extents = row.get_extents(Atspi.CoordType.WINDOW)
        program.click(extents.x + 40, extents.y + extents.height / 2)
        program.wait_for_text("excerpt")
        ok("a line of the list selects its incident")

        excerpt = wait_for("an excerpt", lambda: program.find("list", "Excerpts"))
        item = [node for node in walk(excerpt) if node.get_role_name() == "list item"][0]
        buttons = program.find("push button|button", "Accept").get_extents(Atspi.CoordType.WINDOW)
        extents = program.scroll_to(item, buttons.x + 60, buttons.y)
        program.click(extents.x + 60, extents.y + 16)
        text = wait_for("the article", lambda: program.find("text|text box", "Text of the article"))
        whole = Atspi.Text.get_text(text, 0, -1)
        if scenario["elsewhere"] not in whole:
            raise Failure(f"the article is not whole: {whole}")
        ok("an excerpt opens its whole article")

        program.press("Back to the incident")
        program.wait_for_text("excerpt")
        ok("and the way back leads to the incident")
    finally:
        program.close()


def test_bad_input(path):
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "noise.bin"), "wb") as file:
            file.write(bytes(range(256)) * 20)
        program = Program(path, os.path.join(folder, "noise.bin"))
        try:
            program.wait_for_text("noise.bin")
            program.wait_for_text("Could Not Be Read")
            ok("a file that cannot be read is named")
        finally:
            program.close()


def main():
    path, article, scenario_path = sys.argv[1:4]
    with open(scenario_path, encoding="utf-8") as file:
        scenario = json.load(file)
    test_article_to_marker(path, article, scenario)
    test_list_to_article(path, article, scenario)
    test_bad_input(path)


def run(tests):
    """libatspi falls over now and then when an object goes while it is read. That is this script's
    crash, not the program's, whose end is a failure of its own: so they run in a process of their
    own, which is tried again."""
    if "DATELINE_E2E" in os.environ:
        Atspi.init()
        try:
            tests()
        except Failure as failure:
            print(f"not ok {n_tests + 1} - {failure}")
        print(f"1..{max(n_tests, 1)}")
        return

    for _ in range(3):
        done = subprocess.run([sys.executable, "-W", "ignore", *sys.argv], env={**os.environ, "DATELINE_E2E": "1"},
                              stdout=subprocess.PIPE, check=False)
        if done.returncode not in (-signal.SIGSEGV, -signal.SIGABRT):
            break
    sys.stdout.buffer.write(done.stdout)
    sys.exit(done.returncode if done.returncode >= 0 else 1)


if __name__ == "__main__":
    run(main)
