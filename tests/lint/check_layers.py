#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom. Usage: check_layers.py [ROOT]

The tables below are the whole rule; ARCHITECTURE.md tells the reasons.
"""
import re

from source_tree import HEADERS, SourceTree, includes, report, root_argument

# Modules of core/, lower first: a module may include itself and those before it, minus what FORBIDDEN_EDGES takes away.
VALUES = ["base", "files", "containers", "image", "io", "jobs", "settings", "downloads", "acquisitions", "tasks", "specs",
          "provenance", "engine", "runs"]
NUMERICS = ["tensor", "schedules", "checkpoints", "networks", "denoisers", "operators", "sampling", "training"]
JOINING = ["priors", "restorers", "model_import", "methods", "task_behaviours", "restoration", "benchmarks", "local_engine"]
ORDER = VALUES + NUMERICS + JOINING

# A module is a folder, but for this one: the halves of the tasks that see tensors stand beside the halves that do not.
TASK_BEHAVIOUR = re.compile(r"^core/tasks/(?=behaviour/|\w+/\w+_behaviour\.)")

# Modules whose CMake target is not called after them.
TARGETS = {"engine_interface": "engine"}

# Numerics build against LibTorch alone: of the values they see these.
SEEN_BY_NUMERICS = {"base", "files", "containers", "image", "acquisitions"}
FORBIDDEN_EDGES = {module: set(VALUES) - SEEN_BY_NUMERICS for module in NUMERICS}

# Folders above core, and what they may include of the project.
UPPER = {
    "ui/": [f"core/{module}/" for module in VALUES] + ["ui/"],
    "app/gui/": [f"core/{module}/" for module in VALUES] + ["ui/", "app/gui/"],
    "app/cli/": [f"core/{module}/" for module in VALUES] + ["app/cli/"],
}

TORCH = re.compile(r"^(ATen|c10|torch|caffe2)/")
QT = re.compile(r"^(Q[A-Z]\w*|Qt\w+/.*)$")
OPENCV = re.compile(r"^opencv2/")
JSON = re.compile(r"^nlohmann/")

# (files by path, headers only, forbidden include, why)
FORBIDDEN_INCLUDES = [
    (r"core/", False, QT, "core knows no Qt"),
    (r"app/cli/", False, QT, "the command line knows no Qt"),
    (rf"(ui|app|core/({'|'.join(VALUES)}))/", False, TORCH, "tensors end at the engine"),
    (r"(ui|app)/", False, OPENCV, "pictures are Image, codecs live in core/io"),
    (rf"core/({'|'.join(NUMERICS)})/", False, OPENCV, "numerical modules build without OpenCV"),
    (r"", False, re.compile(r"^opencv2/highgui"), "highgui brings Qt 5 into the process"),
    (r"", False, re.compile(r"^opencv2/imgcodecs"), "pictures are read and written by core/io/formats"),
    (r"(core/(?!io/)|ui/|app/)", False, re.compile(r"^(png|jpeglib|tiffio|Imf\w+)\.h$|^webp/"), "codecs live in core/io/formats"),
    (r"(core/(?!base/json\.h$)|ui/|app/)", True, JSON, "headers see JSON through core/base/json.h"),
    (r"core/", False, re.compile(r"^torch/torch\.h$"), "costs 14 s a file: include the part that is used"),
]


def placed(path):
    """The path as if every module had a folder of its own."""
    return TASK_BEHAVIOUR.sub("core/task_behaviours/", path)


def project_edge_problem(path, included):
    """Why the file at `path` may not include the project's header `included` (both placed), or None."""
    for folder, allowed in UPPER.items():
        if path.startswith(folder) and not included.startswith(tuple(allowed)):
            return f"{folder} may include {' '.join(allowed)}"
    mine, theirs = (re.match(r"core/(\w+)/", name) for name in (path, included))
    if path.startswith("core/") and not theirs:
        return "core includes core alone"
    if not mine or not theirs:
        return None
    return edge_problem(mine.group(1), theirs.group(1))


def edge_problem(mine, theirs):
    for module in (mine, theirs):
        if module not in ORDER:
            return f"core/{module} is not in the table of check_layers.py"
    if ORDER.index(theirs) > ORDER.index(mine):
        return f"core/{theirs} is above core/{mine}"
    if theirs in FORBIDDEN_EDGES.get(mine, ()):
        return f"core/{mine} must not know core/{theirs}"
    return None


def include_problems(tree):
    for path in tree.code():
        if path.startswith("tests/"):
            continue
        place = placed(path)
        for line, _, name in includes(tree.text(path)):
            where = f"{path}:{line}: includes {name}"
            if name.startswith(("core/", "ui/", "app/")):
                problem = project_edge_problem(place, placed(name))
                if problem:
                    yield f"{where}: {problem}"
            for files, headers_only, pattern, why in FORBIDDEN_INCLUDES:
                applies = re.match(files, place) and (path.endswith(HEADERS) or not headers_only)
                if applies and pattern.search(name):
                    yield f"{where}: {why}"


def link_problems(tree):
    """The same order for the DEPENDS of the modules' CMake targets."""
    for path in tree.paths:
        if not re.fullmatch(r"core/\w+/CMakeLists\.txt", path):
            continue
        modules = re.findall(r"palimpsest_add_module\((\w+)[^)]*?DEPENDS\s+([a-z_0-9\s]+)", tree.text(path))
        for mine, depends in modules:
            for theirs in depends.split():
                problem = edge_problem(TARGETS.get(mine, mine), TARGETS.get(theirs, theirs))
                if problem:
                    yield f"{path}: {mine} links {theirs}: {problem}"


if __name__ == "__main__":
    repository = SourceTree(root_argument())
    report("layers", [*include_problems(repository), *link_problems(repository)], f"{len(repository.code())} files")
