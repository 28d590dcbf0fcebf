#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No file tells where it was written, no file is named after nothing, none carries unfinished work.

Usage: check_names.py [ROOT]
"""
import posixpath
import re

from source_tree import SourceTree, report, root_argument

# Folders that exist on somebody's machine only.
MACHINE_PATH = re.compile(r"(?<![\w.$}~/])/(?:work|root|home|Users)/[\w.-]+")
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX)\b")
EMPTY_NAME = re.compile(r"(?:^|_)(?:utils?|helpers?|misc|manager)(?:_|\.|$)|^common(?:\.|$)")
# A licence is due in every file of ours that can hold a comment.
SPDX = re.compile(r"SPDX-License-Identifier: GPL-3\.0-or-later")
WITH_LICENCE = re.compile(r"(\.(h|cpp|cu|cuh|py|sh|cmake)|CMakeLists\.txt)$|^dev$|^\.ci/run$")

# (path, text that is allowed there, why)
ALLOWED = [
    ("LICENSE", "", "the text of the licence is not ours"),
    ("tests/core/specs/spec_upgrade_test.cpp", "/home" "/user", "a made-up path in a spec"),
    ("tests/support/whole_record.h", "/home" "/someone", "a made-up path in a record"),
    ("tests/lint/lint_test.py", "", "holds the offences that the checks must find"),
]


def is_allowed(path, text):
    return any(path == allowed and piece in text for allowed, piece, _ in ALLOWED)


def line_problems(path, text):
    for number, line in enumerate(text.splitlines(), start=1):
        for pattern, why in ((MACHINE_PATH, "a path of one machine"), (UNFINISHED, "finish it or file it")):
            match = pattern.search(line)
            if match and not is_allowed(path, line):
                yield f"{path}:{number}: {match.group()}: {why}"


def problems(tree):
    for path in tree.paths:
        for part in path.split("/"):
            if EMPTY_NAME.search(part):
                yield f"{path}: a file without a name for its idea has no idea"
        if not tree.is_text(path):
            continue
        text = tree.text(path)
        yield from line_problems(path, text)
        if WITH_LICENCE.search(path) and not SPDX.search(text[:1000]):
            yield f"{posixpath.normpath(path)}: has no SPDX-License-Identifier at its top"


if __name__ == "__main__":
    repository = SourceTree(root_argument())
    report("names", list(problems(repository)), f"{len(repository.paths)} files")
