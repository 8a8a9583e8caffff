#!/usr/bin/env python3
# check-source.py: holds the tree to the rules of its layout
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: check-source.py SOURCE-ROOT

import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])

TOP_LEVEL = {"meson.build", "README.md", "LICENSE", "src", "data", "ui", "po", "tests"}
BELOW_MODEL = ["core", "text", "place", "time", "event", "extract", "store", "exchange", "cli"]
WIDGETS = re.compile(r'^\s*#\s*include\s*[<"](?:gtk/|gdk/|gsk/|adwaita|shumate/|libadwaita)', re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
TRANSLATED = re.compile(r'\b(?:_|C_|N_|ngettext)\s?\(')

# Who may include whom; what a folder may use, those it names may use too.
NEEDS = {
    "core": [],
    "text": ["core"],
    "place": ["text"],
    "time": ["text"],
    "event": ["text"],
    "extract": ["place", "time", "event"],
    "store": ["core"],
    "exchange": ["core"],
    "model": ["core", "store"],
    "map": ["model"],
    "timeline": ["model"],
    "panel": ["model"],
    "app": ["map", "timeline", "panel", "cli"],
    "cli": ["extract", "store", "exchange", "map"],
}


def sources(folder):
    return sorted(path for path in (root / folder).rglob("*") if path.suffix in (".c", ".h"))


def reach(folder):
    found = {folder}
    for other in NEEDS[folder]:
        found |= reach(other)
    return found


def top_level():
    ignored = re.compile(r"^(build.*|subprojects|.*\.pyc)$")
    there = {path.name for path in root.iterdir() if not path.name.startswith(".") and not ignored.match(path.name)}
    for name in sorted(there ^ TOP_LEVEL):
        yield f"{name}: {'must not be' if name in there else 'is missing'} at the top level"


def folders():
    there = {path.name for path in (root / "src").iterdir() if path.is_dir()}
    for name in sorted(there ^ set(NEEDS)):
        yield f"src/{name}: {'not in the design' if name in there else 'is missing'}"


def no_widgets_below_model():
    for folder in BELOW_MODEL:
        for path in sources(f"src/{folder}"):
            for include in WIDGETS.findall(path.read_text(encoding="utf-8")):
                yield f"{path.relative_to(root)}: {include.strip()}… below model"


def includes_follow_the_arrows():
    home = {path.name: path.parent.name for path in sources("src") if path.suffix == ".h"}
    for folder in NEEDS:
        allowed = reach(folder)
        for path in sources(f"src/{folder}"):
            for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
                if home.get(name, folder) not in allowed:
                    yield f"{path.relative_to(root)}: {name} is of src/{home[name]}"


def licences():
    for path in sources("src") + sources("tests"):
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in path.read_text(encoding="utf-8")[:400]:
            yield f"{path.relative_to(root)}: no SPDX line at its top"


def nothing_left_to_do():
    for path in sources("src") + sources("tests"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(r"\b(TODO|FIXME|XXX)\b", line):
                yield f"{path.relative_to(root)}:{number}: {line.strip()}"


def tables_name_their_source():
    for folder in ["lexicon", "gazetteer", "basemap", "exchange"]:
        for path in sorted((root / "data" / folder).iterdir()):
            if path.name == "README" or path.suffix == ".py":
                continue
            opening = []
            with open(path, encoding="utf-8") as table:
                for line in table:
                    if not line.startswith("#"):
                        break
                    opening.append(line)
            text = "".join(opening).lower()
            for what, pattern in [("source", r"\bsource: \S"), ("licence", r"\blicence: \S"), ("date", r"\bdate: \d{4}-\d\d-\d\d")]:
                if not re.search(pattern, text):
                    yield f"{path.relative_to(root)}: its opening names no {what}"


def translated_files_are_listed():
    listed = [line for line in (root / "po/POTFILES.in").read_text(encoding="utf-8").splitlines()
              if line and not line.startswith("#")]
    for name in listed:
        if not (root / name).is_file():
            yield f"po/POTFILES.in: {name} does not exist"
    for path in sources("src"):
        if path.suffix == ".c" and TRANSLATED.search(path.read_text(encoding="utf-8")):
            if str(path.relative_to(root)) not in listed:
                yield f"{path.relative_to(root)}: not in po/POTFILES.in"
    for path in sorted((root / "ui").glob("*.ui")):
        if "translatable" in path.read_text(encoding="utf-8") and str(path.relative_to(root)) not in listed:
            yield f"{path.relative_to(root)}: not in po/POTFILES.in"


CHECKS = [top_level, folders, no_widgets_below_model, includes_follow_the_arrows, licences,
          nothing_left_to_do, tables_name_their_source, translated_files_are_listed]

print(f"1..{len(CHECKS)}")
failed = 0
for number, check in enumerate(CHECKS, 1):
    faults = list(check())
    failed += bool(faults)
    print(f"{'not ok' if faults else 'ok'} {number} /style/{check.__name__.replace('_', '-')}")
    for fault in faults:
        print(f"# {fault}")
sys.exit(1 if failed else 0)
