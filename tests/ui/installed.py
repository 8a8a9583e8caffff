#!/usr/bin/python3 -W ignore
# installed.py: installs into an empty folder, and tries the program from there
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# installed.py BUILD-FOLDER SOURCE-ROOT: needs what e2e.py needs. The build folder stays; tests/dist tries it without.

import os
import re
import subprocess
import sys
import tempfile

from e2e import Failure, Program, ok, run, wait_for

FILES = [
    "bin/dateline", "bin/dateline-extract",
    "share/applications/io.github.dateline.Dateline.desktop",
    "share/dateline/engine.dat", "share/dateline/basemap.dat", "share/dateline/samples/2014-06-10-mosul.txt",
    "share/dbus-1/services/io.github.dateline.Dateline.service",
    "share/glib-2.0/schemas/io.github.dateline.Dateline.gschema.xml",
    "share/gnome-shell/search-providers/io.github.dateline.Dateline.search-provider.ini",
    "share/help/C/dateline/index.page",
    "share/icons/hicolor/scalable/apps/io.github.dateline.Dateline.svg",
    "share/icons/hicolor/symbolic/apps/io.github.dateline.Dateline-symbolic.svg",
    "share/icons/hicolor/scalable/mimetypes/application-x-dateline.svg",
    "share/locale/ar/LC_MESSAGES/dateline.mo", "share/locale/de/LC_MESSAGES/dateline.mo",
    "share/man/man1/dateline.1", "share/man/man1/dateline-extract.1",
    "share/metainfo/io.github.dateline.Dateline.metainfo.xml",
    "share/mime/packages/io.github.dateline.Dateline.mime.xml",
]


def install(build, folder):
    subprocess.run(["meson", "install", "-C", build, "--no-rebuild", "--destdir", folder], check=True, stdout=subprocess.DEVNULL)
    for parent, _, names in os.walk(folder):
        if "dateline" in names and parent.endswith("/bin"):
            return os.path.dirname(parent)
    raise Failure("no bin/dateline was installed")


def check_files(prefix):
    missing = [name for name in FILES if not os.path.exists(os.path.join(prefix, name))]
    if missing:
        raise Failure(f"not installed: {missing}")
    ok("everything is installed")


def check_command(prefix, build):
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "LANGUAGE": "de", "HOME": "/nonexistent"}
    command = os.path.join(prefix, "bin/dateline-extract")
    done = subprocess.run([command, "--format=geojson", "--merge", os.path.join(prefix, "share/dateline/samples")],
                          env=environment, cwd="/", capture_output=True, check=False)
    if done.returncode != 0 or done.stdout.count(b'"Feature"') < 30:
        raise Failure(f"the command ends with {done.returncode}: {done.stderr.decode()}")
    trace = subprocess.run(["grep", "-c", os.path.abspath(build), os.path.join(prefix, "share/applications/io.github.dateline.Dateline.desktop"),
                            os.path.join(prefix, "share/dbus-1/services/io.github.dateline.Dateline.service")],
                           capture_output=True, text=True, check=False).stdout
    if re.search(r":[1-9]", trace):
        raise Failure(f"an installed file names the build folder: {trace}")
    ok("the command works from there")


def find_german(root, text):
    with open(f"{root}/po/de.po", encoding="utf-8") as po:
        found = re.search(rf'^msgid "{text}"\nmsgstr "(.+)"$', po.read(), re.MULTILINE)
    return found[1].replace("_", "")


def main():
    build, root = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        prefix = install(build, folder)
        check_files(prefix)
        check_command(prefix, build)
        subprocess.run(["glib-compile-schemas", "--strict", os.path.join(prefix, "share/glib-2.0/schemas")], check=True)
        program = Program(os.path.join(prefix, "bin/dateline"), LANGUAGE="de",
                          XDG_DATA_DIRS=f"{prefix}/share:/usr/share")
        try:
            program.press(find_german(root, "Open _Sample Articles"))
            ok("the window speaks German")
            wait_for("the slider", lambda: program.find("slider"))
            wait_for("a marker", program.markers)
            ok("the window reads the sample articles, and shows markers")
        finally:
            program.close()


if __name__ == "__main__":
    run(main)
