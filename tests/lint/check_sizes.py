#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how long files and functions are, and fails on the caps. Usage: check_sizes.py [ROOT]"""
from functions import functions_of
from source_tree import HEADERS, SOURCES, SourceTree, report, root_argument

FILE_LINES = 600
FUNCTION_LINES = 60


def quantile(values, share):
    ordered = sorted(values)
    return ordered[round(share * (len(ordered) - 1))] if ordered else 0


def row(name, lengths):
    figures = "".join(f"{figure:8d}" for figure in (len(lengths), sum(lengths), quantile(lengths, 0.5),
                                                     quantile(lengths, 0.95), max(lengths, default=0)))
    print(f"{name:<12}{figures}")


def table(files, functions):
    print(f"{'':<12}{'count':>8}{'lines':>8}{'median':>8}{'p95':>8}{'max':>8}")
    for folder in ("core", "ui", "app", "tests", "packaging"):
        row(folder, [lines for path, lines in files.items() if path.startswith(folder + "/")])
    row("headers", [lines for path, lines in files.items() if path.endswith(HEADERS)])
    row("sources", [lines for path, lines in files.items() if path.endswith(SOURCES)])
    row("functions", [function.length for _, function in functions])


def problems(files, functions):
    for path, lines in files.items():
        if lines > FILE_LINES:
            yield f"{path}: {lines} lines, at most {FILE_LINES}: split it by its ideas"
    for path, function in functions:
        if function.length > FUNCTION_LINES:
            yield f"{path}:{function.line}: {function.name} has {function.length} lines, at most {FUNCTION_LINES}"


if __name__ == "__main__":
    tree = SourceTree(root_argument())
    paths = tree.code() + [path for path in tree.paths if path.endswith(".py")]
    line_counts = {path: tree.text(path).count("\n") for path in paths}
    all_functions = [(path, function) for path in paths for function in functions_of(path, tree.text(path))]
    table(line_counts, all_functions)
    report("sizes", list(problems(line_counts, all_functions)), f"{len(paths)} files, {len(all_functions)} functions")
