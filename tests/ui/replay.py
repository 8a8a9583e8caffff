#!/usr/bin/python3 -W ignore
# replay.py: plays the sample articles in the real program, and holds what each frame drew against the store
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# replay.py PROGRAM FOLDER: needs what e2e.py needs.

import json
import re
import sys
import time

from e2e import Failure, Program, ok, run, wait_for, walk

N_DATES = 30
DAY_S = 86400
REGION_OFFSET_S = 3 * 3600


def read_frames(program):
    """Every frame that showed another window, with what was stored then."""
    stored = {}
    frames = []
    for line in program.read_log().splitlines():
        if line.startswith("stored "):
            stored = json.loads(line[len("stored "):])
        elif line.startswith("drawn ") and line.endswith("}"):
            frames.append((json.loads(line[len("drawn "):]), stored))
    return frames


def check(frame, stored):
    start = frame["first"] * DAY_S - REGION_OFFSET_S
    end = (frame["last"] + 1) * DAY_S - REGION_OFFSET_S
    expected = {row for row, begin, finish in stored if begin < end and start < finish}
    if set(frame["incidents"]) != expected or len(frame["incidents"]) != len(expected):
        raise Failure(f"days {frame['first']} to {frame['last']}: drawn {sorted(frame['incidents'])}, stored {sorted(expected)}")


def play(program, skip):
    """Plays from the first day on until enough dates were seen, then pauses; gives the frames."""
    program.key("Home")
    begin = len(read_frames(program))
    program.key("l", *["l"] * skip)
    wait_for(f"{N_DATES} dates", lambda: len({frame["last"] for frame, _ in read_frames(program)[begin:]}) >= N_DATES)
    program.key("k")
    time.sleep(0.5)
    paused = len(read_frames(program))
    time.sleep(1.5)
    if len(read_frames(program)) != paused:
        raise Failure("the replay went on after K")
    return read_frames(program)[begin:]


def is_quiet(program):
    stored = program.read_log().count("stored [")
    time.sleep(2)
    return stored > 0 and program.read_log().count("stored [") == stored


def press(program, roles, name):
    """Of a menu button, AT-SPI sees two: the one inside is pressed."""
    def find():
        program.root.clear_cache()
        for node in walk(program.root):
            if node.get_role_name() in roles and name in node.get_name() and node.get_n_actions() > 0:
                return node
        return None

    wait_for(f"“{name}”", find).do_action(0)


def type_date(program, text):
    """L and Space play, but not where text goes into."""
    press(program, ("push button", "button", "toggle button"), "Go to a date")
    wait_for("the entry", lambda: program.find("text|entry", "Date"))
    program.xdotool("type", text)
    program.key("Return")


def main():
    path, folder = sys.argv[1:3]
    program = Program(path, folder)
    try:
        program.wait_for_text("reports in")
        wait_for("an end of the import", lambda: is_quiet(program))
        press(program, ("push button", "button", "toggle button"), "a second")
        press(program, ("check menu item", "menu item", "check box"), "Skip quiet days")
        program.key("Escape")
        for text, length in (("", None), ("last 30 days", 30), ("last day", 1)):
            if text:
                type_date(program, text)
            frames = play(program, 0 if text else 2)
            if length is not None and any(frame["last"] - frame["first"] + 1 != length for frame, _ in frames[-10:]):
                raise Failure(f"“{text}” shows {frames[-1][0]}")
            for frame, stored in frames:
                check(frame, stored)
            dates = {frame["last"] for frame, _ in frames}
            sets = {tuple(sorted(frame["incidents"])) for frame, _ in frames}
            print(f"# {len(dates)} dates, {len(sets)} sets of markers")
            if len(sets) < N_DATES / 2:
                raise Failure(f"only {len(sets)} sets of markers on {len(dates)} dates")
            ok(f"each date shows what is stored for it: {text or 'up to the date'}")
        if re.search(r"(CRITICAL|WARNING) \*\*", program.read_log()):
            raise Failure("the program complained: " + program.read_log())
        ok("the program complained of nothing")
    finally:
        program.close()


if __name__ == "__main__":
    run(main)
