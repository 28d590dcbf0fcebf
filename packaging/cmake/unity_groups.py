#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which sources may be compiled together. Usage: unity_groups.py ROOT FOLDER ...

Names in anonymous namespaces are private to a file, and files use the same ones (make, schemas, Reader). Sources of a
module get the same number where no such name of one is a word of the other: those may share a compiler run. Prints
CMake code: one line set(palimpsest_unity_PATH NUMBER) a source.
"""
import os
import re
import sys

MOST_FILES = 14  # in a group: more would leave one core idle at the end

_BLANK = re.compile(r'R"(?P<d>[^()\\ ]{0,16})\(.*?\)(?P=d)"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])+\''
                    r"|//[^\n]*|/\*.*?\*/", re.DOTALL)
_INCLUDE = re.compile(r'^#include "((?:core|ui|app)/[^"]+)"', re.MULTILINE)
_PREPROCESSOR = re.compile(r"^[ \t]*#(?:[^\n\\]|\\.|\\\n)*", re.MULTILINE)
_WORD = re.compile(r"(?<![\w.>:])(?<!->)[A-Za-z_]\w*")
_TYPE = re.compile(r"(?:class|struct|union|enum(?: class)?)\s+(\w+)")
_ALIAS = re.compile(r"using\s+(\w+)\s*=|using\s+(?:\w+::)+(\w+)$|namespace\s+(\w+)\s*=")
_OTHER = re.compile(r"(\w+|operator\W+)\s*(?:\(|\[|\{|=|$)")
_INTERNAL = re.compile(r"static\b|using\b|constexpr\b|const\b|namespace\s+\w+\s*=")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def without_template_head(head):
    if not head.startswith("template"):
        return head
    depth = 0
    for position, character in enumerate(head):
        depth += (character == "<") - (character == ">")
        if character == ">" and depth == 0:
            return head[position + 1:].strip()
    return head


def declared_name(head):
    head = without_template_head(re.sub(r"\[\[.*?\]\]", "", head).strip())
    for pattern in (_ALIAS, _TYPE):
        match = pattern.match(head)
        if match:
            return next(name for name in match.groups() if name)
    match = _OTHER.search(re.sub(r"<[^()]*>", "", head))
    return match.group(1).strip() if match else None


def private_names(text):
    """Names that a source without comments and strings declares for itself alone."""
    names = set(re.findall(r"^[ \t]*#define\s+(\w+)", text, re.MULTILINE))
    text = _PREPROCESSOR.sub("", text)
    scopes = []  # of each open brace: "named", "anonymous" or "inside"
    head = ""
    for piece in re.split(r"([{};])", text):
        if piece not in ("{", "}", ";"):
            head += piece
            continue
        scope = scopes[-1] if scopes else "named"
        opens_namespace = piece == "{" and re.search(r"\bnamespace\b[\s\w:]*$", head)
        if scope != "inside" and not opens_namespace:
            stripped = head.strip()
            if stripped and (scope == "anonymous" or _INTERNAL.match(stripped)):
                names.add(declared_name(stripped))
        if piece == "{":
            named = opens_namespace and re.search(r"\bnamespace\s+\w", head)
            kind = "inside" if not opens_namespace or scope == "inside" else "named" if named else "anonymous"
            scopes.append("anonymous" if scope == "anonymous" and kind == "named" else kind)
        elif piece == "}" and scopes:
            scopes.pop()
        head = ""
    return names - {None}


class Source:
    def __init__(self, root, path):
        self.path = path
        text = read(os.path.join(root, path))
        code = _BLANK.sub(" ", text)
        self.names = private_names(code)
        self.words = set(_WORD.findall(code))
        for header in _INCLUDE.findall(text):
            whole = os.path.join(root, header)
            if os.path.exists(whole):
                self.words |= set(_WORD.findall(_BLANK.sub(" ", read(whole))))

    def goes_with(self, other):
        return not self.names & other.words and not other.names & self.words


def grouped(sources):
    """Lists of sources that go together, filled in order."""
    groups = []
    for source in sources:
        fitting = (group for group in groups
                   if len(group) < MOST_FILES and all(source.goes_with(member) for member in group))
        group = next(fitting, None)
        if group is None:
            groups.append([source])
        else:
            group.append(source)
    return groups


def modules(root, folders):
    """The sources below the folders by module, which is a folder such as core/image."""
    found = {}
    for folder in folders:
        for here, _, names in os.walk(os.path.join(root, folder)):
            for name in names:
                if name.endswith(".cpp"):
                    path = os.path.relpath(os.path.join(here, name), root)
                    found.setdefault("/".join(path.split("/")[:2]), []).append(path)
    return found


if __name__ == "__main__":
    for module, paths in sorted(modules(sys.argv[1], sys.argv[2:]).items()):
        for number, group in enumerate(grouped([Source(sys.argv[1], path) for path in sorted(paths)])):
            for member in group:
                print(f"set(palimpsest_unity_{member.path} {number})")
