#!/usr/bin/python3 -W ignore
# search.py: asks the real program for incidents as the desktop's search does, and for what it showed last
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# search.py PROGRAM FOLDER: needs what e2e.py needs.

import glob
import os
import shutil
import sys
import tempfile
import time

from gi.repository import Gio, GLib

from e2e import Failure, Program, ok, run, wait_for

NAME = "io.github.dateline.Dateline"
RECENT = """<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0" xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks" xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info">
  <bookmark href="file://{path}" added="2026-01-01T00:00:00Z" modified="2026-01-01T00:00:00Z" visited="2026-01-01T00:00:00Z">
    <info><metadata owner="http://freedesktop.org">
      <mime:mime-type type="application/x-dateline"/>
      <bookmark:applications><bookmark:application name="dateline" exec="&apos;dateline %u&apos;" modified="2026-01-01T00:00:00Z" count="1"/></bookmark:applications>
    </metadata></info>
  </bookmark>
</xbel>
"""


def ask(method, arguments, answer):
    """As the shell: the bus starts nothing here, the program is running."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync(NAME, "/io/github/dateline/Dateline/SearchProvider", "org.gnome.Shell.SearchProvider2", method,
                         arguments, answer and GLib.VariantType(answer), Gio.DBusCallFlags.NONE, 20000, None).unpack()


def search(*words):
    return ask("GetInitialResultSet", GLib.Variant("(as)", (list(words),)), "(as)")[0]


def check_metas(ids, word):
    metas = ask("GetResultMetas", GLib.Variant("(as)", (ids,)), "(aa{sv})")[0]
    if len(metas) != len(ids) or not all(meta["name"] and meta["description"] and meta["icon"] for meta in metas):
        raise Failure(f"of {ids} is told {metas}")
    if not any(word in meta["name"] for meta in metas):
        raise Failure(f"no name of {metas} has {word}")
    return metas


def start(program, data, *arguments):
    # The keyfile backend remembers from one start to the next, in this folder alone.
    return Program(program, *arguments, DATELINE_TEST=None, XDG_DATA_HOME=data, XDG_CONFIG_HOME=data, XDG_CACHE_HOME=data, GSETTINGS_BACKEND="keyfile")


def is_selected(program, title):
    return lambda: program.has(title) and program.find("push button|button", "Accept") is not None


def main():
    path, samples = sys.argv[1:]
    with tempfile.TemporaryDirectory() as data:
        program = start(path, data, samples)
        try:
            wait_for("the import", lambda: len(search("Mosul")) > 1)
            ids = search("Mosul")
            check_metas(ids, "Mosul")
            ok("incidents of an open project are found by their place")
            if search("Mosul", "zzzz"):
                raise Failure("what is not there is found")
            if not set(ask("GetSubsearchResultSet", GLib.Variant("(asas)", (ids, ["Mosul", "Islamic"])), "(as)")[0]) <= set(search("Islamic")):
                raise Failure("more words find what they do not name")
            ok("more words narrow the search, to actors as well")
            time.sleep(2)
        finally:
            program.process.kill()
            program.process.wait()

        project = os.path.join(data, "Ninewa.dateline")
        scratch = glob.glob(os.path.join(data, "dateline", "scratch", "*.dateline"))[0]
        for each in glob.glob(scratch + "*"):
            shutil.move(each, project + each[len(scratch):])
        with open(os.path.join(data, "recently-used.xbel"), "w", encoding="utf-8") as recent:
            recent.write(RECENT.format(path=project))

        program = start(path, data)
        try:
            wait_for("the bus", lambda: search("Mosul") or True)
            ids = search("Mosul")
            metas = check_metas(ids, "Mosul")
            if not all("Ninewa" in meta["description"] for meta in metas):
                raise Failure(f"not all of {metas} name their project")
            ok("incidents of a project that is not open are found")

            ask("ActivateResult", GLib.Variant("(sasu)", (ids[0], ["Mosul"], 0)), None)
            wait_for(f"{metas[0]['name']}", is_selected(program, metas[0]["name"]))
            ok("one that is chosen is opened in its project")
            program.key("ctrl+q")
            wait_for("the end", lambda: program.process.poll() is not None)
        finally:
            program.close()

        program = start(path, data)
        try:
            wait_for(f"{metas[0]['name']} again", is_selected(program, metas[0]["name"]))
            ok("the next start shows the same incident of the same project")
            ask("LaunchSearch", GLib.Variant("(asu)", (["Mosul"], 0)), None)
            wait_for("a shorter list", lambda: 0 < len(program.list_titles()) < 10)
            ok("all results are shown in the list")
        finally:
            program.close()


if __name__ == "__main__":
    run(main)
