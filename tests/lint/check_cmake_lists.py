#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source is named in the nearest CMakeLists.txt and every folder is added. Usage: check_cmake_lists.py [ROOT]

A test that nobody builds is worse than none: this finds it.
"""
import posixpath
import re

from source_tree import HEADERS, SourceTree, report, root_argument


def words(tree, path):
    """The words of a CMake file, without comments."""
    return set(re.findall(r'[^\s()"]+', re.sub(r"#[^\n]*", "", tree.text(path))))


def nearest_list(lists, folder):
    while folder:
        candidate = f"{folder}/CMakeLists.txt"
        if candidate in lists:
            return candidate
        folder = posixpath.dirname(folder)
    return "CMakeLists.txt"


def named(path, folder, list_words):
    relative = posixpath.relpath(path, folder or ".")
    return any(word == relative or word.endswith("/" + relative) for word in list_words)


def problems(tree):
    lists = {path: words(tree, path) for path in tree.paths if posixpath.basename(path) == "CMakeLists.txt"}
    checks = [path for path in tree.paths if re.fullmatch(r"tests/lint/\w+_test\.py|tests/lint/check_\w+\.py", path)]
    sources = [path for path in tree.code() if not (path.startswith("tests/") and path.endswith(HEADERS))]
    for path in sources + checks:
        owner = nearest_list(lists, posixpath.dirname(path))
        if not named(path, posixpath.dirname(owner), lists.get(owner, ())):
            yield f"{path}: is not named in {owner}"
    for path in lists:
        folder = posixpath.dirname(path)
        if not folder:
            continue
        owner = nearest_list(lists, posixpath.dirname(folder))
        if not named(folder, posixpath.dirname(owner), lists.get(owner, ())):
            yield f"{path}: {owner} does not add its folder"


if __name__ == "__main__":
    repository = SourceTree(root_argument())
    report("CMake lists", list(problems(repository)), f"{len(repository.code())} sources")
