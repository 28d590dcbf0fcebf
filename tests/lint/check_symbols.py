#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the built programs call and load: model files never run code, and each program links what it may.

Usage: check_symbols.py BINARY [BINARY ...]      (needs nm and readelf of binutils)
"""
import os
import re
import subprocess
import sys

from source_tree import report

# Functions of LibTorch that run or rebuild what a file says: TorchScript, pickle, packages of compiled models.
CODE_FROM_FILES = re.compile(
    r"\btorch::jit::(?:load|import_ir_module|load_jit_module|unpickle|pickle_load|pickle_load_obj|_load_for_mobile"
    r"|_load_parameters|readArchiveAndTensors|parse_and_initialize|Unpickler\b|ScriptModuleDeserializer\b"
    r"|SourceImporter\b)"
    r"|\btorch::(?:load|pickle_load)\b"
    r"|\btorch::serialize::InputArchive\b"
    r"|\bcaffe2::serialize::PyTorchStreamReader\b"
    r"|\btorch::inductor::(?:AOTIModelPackageLoader|AOTIModelContainerRunner)"
    r"|\btorch::nativert::ModelRunner"
    r"|\btorch::deploy\b"
)

# (binary by name, library that it must not name itself, why)
FORBIDDEN_LIBRARIES = [
    (r"", r"libopencv_(highgui|viz|videoio)", "brings Qt 5 or more into the process"),
    (r"", r"libtorch_cuda|libc10_cuda", "is opened at run time, if there is a GPU"),
    (r"^palimpsest$|^libpalimpsest_engine", r"libQt", "the core and the command line know no Qt"),
    (r"^palimpsest(-gui)?$", r"libtorch|libc10", "LibTorch is loaded with the engine, after the first paint"),
    (r"^libpalimpsest_", r"libcurl", "the programs open connections, when somebody asks for a download, never the engine"),
    (r"^libpalimpsest_cuda", r"libtorch|libc10|libQt|libopencv", "kernels are plain functions on pointers"),
]


def lines_of(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def undefined_symbols(binary):
    return [line.strip()[2:] for line in lines_of("nm", "-DCu", binary)]


def needed_libraries(binary):
    return re.findall(r"\(NEEDED\).*\[(.+?)\]", "\n".join(lines_of("readelf", "-d", binary)))


def problems(binary):
    name = os.path.basename(binary)
    for symbol in undefined_symbols(binary):
        if CODE_FROM_FILES.search(symbol):
            yield f"{name}: calls {symbol}: a model file must not run code"
    for library in needed_libraries(binary):
        for binaries, forbidden, why in FORBIDDEN_LIBRARIES:
            if re.search(binaries, name) and re.search(forbidden, library):
                yield f"{name}: links {library}: {why}"


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("check_symbols.py: give it the built programs and libraries")
    report("symbols", [problem for path in sys.argv[1:] for problem in problems(path)], f"{len(sys.argv) - 1} binaries")
