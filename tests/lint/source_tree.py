# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The repository as the checks see it: its files, their text without comments, their includes."""
import os
import re
import subprocess
import sys

OURS = ("app", "core", "ui", "tests")
HEADERS = (".h", ".cuh")
SOURCES = (".cpp", ".cu")


class SourceTree:
    """Files below a root, as paths with forward slashes relative to it."""

    def __init__(self, root):
        self.root = os.path.abspath(root)
        self.paths = sorted(self._listed_by_git() or self._walked())

    def _listed_by_git(self):
        command = ["git", "-C", self.root, "ls-files", "--cached", "--others", "--exclude-standard"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            return []
        if done.returncode != 0:
            return []
        return [path for path in done.stdout.splitlines() if os.path.isfile(os.path.join(self.root, path))]

    def _walked(self):
        found = []
        for folder, folders, names in os.walk(self.root):
            folders[:] = [name for name in folders if name not in (".git", "build", "__pycache__")]
            found += [os.path.relpath(os.path.join(folder, name), self.root).replace(os.sep, "/") for name in names]
        return found

    def text(self, path):
        with open(os.path.join(self.root, path), encoding="utf-8", errors="replace") as file:
            return file.read()

    def is_text(self, path):
        with open(os.path.join(self.root, path), "rb") as file:
            return b"\0" not in file.read(4096)

    def code(self, extensions=HEADERS + SOURCES):
        """Our own files with one of the extensions."""
        return [path for path in self.paths if path.startswith(OURS) and path.endswith(extensions)]


_TOKENS = re.compile(
    r'R"(?P<delimiter>[^()\\ ]{0,16})\(.*?\)(?P=delimiter)"'  # raw string
    r'|"(?:\\.|[^"\\\n])*"'  # string
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'"  # character, not a digit separator
    r"|//[^\n]*"
    r"|/\*.*?\*/",
    re.DOTALL,
)


def without_comments(text, keep_strings=False):
    """C++ text with comments, and unless kept also strings, blanked; line numbers stay."""

    def blank(match):
        token = match.group()
        if keep_strings and not token.startswith("/"):
            return token
        return '""' + "\n" * token.count("\n") if not token.startswith("/") else " " + "\n" * token.count("\n")

    return _TOKENS.sub(blank, text)


_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def includes(text):
    """(line number, '<' or '"', name) of every include that is not in a comment."""
    code = without_comments(text, keep_strings=True)
    return [(code.count("\n", 0, m.start()) + 1, m.group(1), m.group(2)) for m in _INCLUDE.finditer(code)]


def report(name, problems, summary):
    """Prints what was found and ends the program: 0 if there is nothing to mend."""
    for problem in problems:
        print(problem)
    print(f"{name}: {summary}, {len(problems)} to mend")
    sys.exit(1 if problems else 0)


def root_argument():
    """The folder to check: the first argument, or the repository that holds this file."""
    here = os.path.dirname(os.path.abspath(__file__))
    return sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.dirname(here))
