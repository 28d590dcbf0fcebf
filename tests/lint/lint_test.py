#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each check finds what it is there to find, and lets a good tree pass."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
LICENCE = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
GOOD = {
    "CMakeLists.txt": "# SPDX-License-Identifier: GPL-3.0-or-later\nadd_subdirectory(core)\n",
    "core/CMakeLists.txt": "# SPDX-License-Identifier: GPL-3.0-or-later\nadd_subdirectory(tensor)\n",
    "core/tensor/CMakeLists.txt": "# SPDX-License-Identifier: GPL-3.0-or-later\n"
                                  "palimpsest_add_module(tensor TORCH HEADERS a.h SOURCES a.cpp DEPENDS base image)\n",
    "core/tensor/a.h": LICENCE + '#include "core/base/error.h"\n// #include <QImage> is only talked about\n',
    "core/tensor/a.cpp": LICENCE + "#include <ATen/ATen.h>\nint f() {\n    return 1;\n}\n",
}


def long_function(lines):
    return LICENCE + "namespace n {\nint f(int x) {\n" + "    ++x;\n" * (lines - 3) + "    return x;\n}\n}\n"


class CheckTest(unittest.TestCase):
    def setUp(self):
        self.root = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.root)
        for path, text in GOOD.items():
            self.write(path, text)

    def write(self, path, text):
        whole = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "w", encoding="utf-8") as file:
            file.write(text)

    def run_check(self, check, *arguments):
        done = subprocess.run([sys.executable, os.path.join(HERE, check), *(arguments or [self.root])],
                              capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def assert_finds(self, check, piece):
        code, output = self.run_check(check)
        self.assertEqual(code, 1, output)
        self.assertIn(piece, output)

    def assert_passes(self, check):
        code, output = self.run_check(check)
        self.assertEqual(code, 0, output)


class LayersTest(CheckTest):
    def offence(self, path, include, why):
        self.write(path, f"{LICENCE}#include {include}\n")
        self.assert_finds("check_layers.py", f"{path}:2")
        self.assert_finds("check_layers.py", why)

    def test_good_tree_passes(self):
        self.assert_passes("check_layers.py")

    def test_higher_module(self):
        self.offence("core/base/b.cpp", '"core/image/image.h"', "core/image is above core/base")

    def test_qt_in_core(self):
        self.offence("core/image/b.h", "<QImage>", "core knows no Qt")
        self.offence("core/image/b.h", "<QtCore/QString>", "core knows no Qt")

    def test_tensor_in_ui(self):
        self.offence("ui/b.cpp", "<ATen/core/Tensor.h>", "tensors end at the engine")

    def test_engine_in_ui(self):
        self.offence("ui/b.cpp", '"core/local_engine/inspection.h"', "ui/ may include")

    def test_ui_in_core(self):
        self.offence("core/tasks/b.cpp", '"ui/window.h"', "core includes core alone")

    def test_opencv_in_numerics(self):
        self.offence("core/operators/b.cpp", "<opencv2/imgproc.hpp>", "without OpenCV")

    def test_json_in_header(self):
        self.offence("core/tasks/b.h", "<nlohmann/json.hpp>", "through core/base/json.h")

    def test_link_to_higher_module(self):
        self.write("core/base/CMakeLists.txt", "palimpsest_add_module(base SOURCES b.cpp DEPENDS tensor)\n")
        self.assert_finds("check_layers.py", "core/tensor is above core/base")

    def test_target_of_another_name(self):
        self.write("core/tasks/CMakeLists.txt", "palimpsest_add_module(tasks SOURCES b.cpp DEPENDS base engine_interface)\n")
        self.assert_finds("check_layers.py", "core/engine is above core/tasks")

    def test_second_module_of_a_folder(self):
        self.write("core/tasks/CMakeLists.txt", "palimpsest_add_module(tasks SOURCES b.cpp DEPENDS base)\n"
                                                "palimpsest_add_module(task_behaviours TORCH DEPENDS base restoration)\n")
        self.assert_finds("check_layers.py", "core/restoration is above core/task_behaviours")

    def test_behaviour_of_a_task_sees_tensors(self):
        source = LICENCE + '#include "core/tensor/a.h"\n#include <ATen/ATen.h>\n'
        self.write("core/tasks/deblur/deblur_behaviour.cpp", source)
        self.write("core/tasks/behaviour/whole_task.h", source)
        self.assert_passes("check_layers.py")
        self.write("core/tasks/deblur/deblur.cpp", source)
        self.assert_finds("check_layers.py", "deblur.cpp:2: includes core/tensor/a.h: core/tensor is above core/tasks")
        self.assert_finds("check_layers.py", "deblur.cpp:3: includes ATen/ATen.h: tensors end at the engine")

    def test_values_know_no_behaviour(self):
        self.offence("core/specs/b.cpp", '"core/tasks/behaviour/whole_task.h"', "core/task_behaviours is above core/specs")


class MessagesTest(CheckTest):
    def offence(self, code, why):
        self.write("core/base/b.cpp", f"{LICENCE}void f(const std::string& a) {{\n    {code};\n}}\n")
        self.assert_finds("check_messages.py", "core/base/b.cpp:3")
        self.assert_finds("check_messages.py", why)

    def test_good_messages_pass(self):
        self.write("core/base/b.cpp", LICENCE + 'void f() { throw Error(ErrorCode::failed, Message("%2 of %1", a + ".png", b), "wait"); }\n')
        self.assert_passes("check_messages.py")

    def test_joined_words(self):
        self.offence('throw Error(ErrorCode::failed, "cannot read " + a, "wait")', "joined with +")
        self.offence('throw Error(ErrorCode::failed, Message("cannot read %1", a + " or so"))', "joined with +")
        self.offence('sink.noticed(a + "!")', "joined with +")

    def test_gaps(self):
        self.offence('throw Error(ErrorCode::failed, "cannot read %1")', "nothing fills")
        self.offence('throw Error(ErrorCode::failed, Message("cannot read %2", a))', "other gaps")
        self.offence('throw Error(ErrorCode::failed, Message("cannot read it", a))', "other gaps")

    def test_every_place_is_found(self):
        self.write("core/base/b.h", """struct Row { int id; Message title; std::vector<Message> facts; };
            struct Refusal { Refusal(int code, Message why); };
            void refuse(const std::string& key, const Message& why = "default");
            inline constexpr char kNotice[] = "constant";
            """)
        self.write("core/base/b.cpp", """const Row rows[] = {{1, "row"}, {2, Message("%1 of row", 3)}};
            Message f(bool a) { if (a) { return "returned"; } return a ? Message("one") : Message("other"); }
            std::vector<Message> g() { return {"first", "second"}; }
            Refusal h() { return {1, "refused"}; }
            void k(Row row) {
                const auto say = [](const Message& what) { tell(what); };
                say("lambda");
                row.title = "assigned"; row.facts.push_back("pushed"); row.facts.emplace_back(kNotice);
                refuse("key", "because"); refuse("other key", Message("in "
                                                                      "pieces"));
                const Message local("local %1", row.id);
                std::string text = "not a message"; log("nor this"); // Message("nor a comment")
                throw Error(ErrorCode::failed, x < 1 ? local : Message("small > \\"%1\\"", x), "hint");
            }
            """)
        script = os.path.join(HERE, "..", "..", "translations", "core_messages.py")
        done = subprocess.run([sys.executable, script, self.root, "--list"], capture_output=True, text=True, check=True)
        found = {line.split("\t")[0] for line in done.stdout.splitlines()}
        self.assertEqual(found, {"default", "constant", "row", "%1 of row", "returned", "one", "other", "first", "second", "refused", "lambda",
                                 "assigned", "pushed", "because", "in pieces", "local %1", 'small > "%1"', "hint"})

    def test_own_sentence_as_foreign_text(self):
        self.offence('throw Error(ErrorCode::failed, Message::verbatim("the disk is full"))', "can be translated")


class SizesTest(CheckTest):
    def test_caps_are_exact(self):
        self.write("core/tensor/a.cpp", long_function(60))
        self.assert_passes("check_sizes.py")
        self.write("core/tensor/a.cpp", long_function(61))
        self.assert_finds("check_sizes.py", "a.cpp:3: f has 61 lines")

    def test_long_file(self):
        self.write("core/tensor/a.cpp", LICENCE + "int a;\n" * 599)
        self.assert_passes("check_sizes.py")
        self.write("core/tensor/a.cpp", LICENCE + "int a;\n" * 600)
        self.assert_finds("check_sizes.py", "a.cpp: 601 lines")

    def test_long_member_with_initialisers(self):
        body = "    ++b_;\n" * 60
        self.write("core/tensor/a.cpp", LICENCE + "A::A(int a)\n    : a_{a}, b_({.c = 1}),\n      d_(2) {\n" + body + "}\n")
        self.assert_finds("check_sizes.py", "A::A has 64 lines")

    def test_braces_in_text_do_not_count(self):
        self.write("core/tensor/a.cpp", LICENCE + "const char* f() { return \"{{{\"; } // {\nint g() { return '{'; }\n" +
                   "const int table[] = {\n" + "    1,\n" * 70 + "};\n")
        self.assert_passes("check_sizes.py")

    def test_long_script(self):
        self.write("packaging/a.py", "def f():\n" + "    print()\n" * 60)
        self.assert_finds("check_sizes.py", "a.py:1: f has 61 lines")


class CMakeListsTest(CheckTest):
    def test_good_tree_passes(self):
        self.assert_passes("check_cmake_lists.py")

    def test_forgotten_source(self):
        self.write("core/tensor/forgotten.cpp", LICENCE)
        self.assert_finds("check_cmake_lists.py", "core/tensor/forgotten.cpp: is not named in core/tensor/CMakeLists.txt")

    def test_a_comment_does_not_count(self):
        self.write("core/tensor/forgotten.cpp", LICENCE)
        self.write("core/tensor/CMakeLists.txt", "add_library(x a.h a.cpp) # forgotten.cpp\n")
        self.assert_finds("check_cmake_lists.py", "core/tensor/forgotten.cpp")

    def test_forgotten_folder(self):
        self.write("core/base/CMakeLists.txt", "")
        self.assert_finds("check_cmake_lists.py", "core/CMakeLists.txt does not add its folder")


class NamesTest(CheckTest):
    def test_good_tree_passes(self):
        self.assert_passes("check_names.py")

    def test_machine_path(self):
        self.write("README.md", "See /home/somebody/palimpsest.\n")
        self.assert_finds("check_names.py", "README.md:1: /home/somebody")

    def test_unfinished_work(self):
        self.write("core/tensor/a.h", LICENCE + "// TODO later\n")
        self.assert_finds("check_names.py", "core/tensor/a.h:2: TODO")

    def test_name_without_idea(self):
        self.write("core/tensor/tensor_utils.h", LICENCE)
        self.assert_finds("check_names.py", "core/tensor/tensor_utils.h")

    def test_missing_licence(self):
        self.write("core/tensor/a.h", "int a;\n")
        self.assert_finds("check_names.py", "core/tensor/a.h: has no SPDX")


@unittest.skipUnless(shutil.which("c++") or shutil.which("g++"), "no compiler")
class SymbolsTest(CheckTest):
    def library(self, name, code):
        source = os.path.join(self.root, "source.cpp")
        self.write("source.cpp", code)
        binary = os.path.join(self.root, name)
        subprocess.run([shutil.which("c++") or shutil.which("g++"), "-shared", "-fPIC", "-o", binary, source], check=True)
        return binary

    def test_plain_library_passes(self):
        binary = self.library("libplain.so", "namespace torch { void load_nothing(); } int f() { torch::load_nothing(); return 1; }")
        code, output = self.run_check("check_symbols.py", binary)
        self.assertEqual(code, 0, output)

    def test_torch_script_loader(self):
        binary = self.library("libloads.so", "namespace torch::jit { void load(int); } void f() { torch::jit::load(1); }")
        code, output = self.run_check("check_symbols.py", binary)
        self.assertEqual(code, 1, output)
        self.assertIn("torch::jit::load(int)", output)

    def test_other_loaders(self):
        for scope, name in (("torch", "load"), ("torch", "pickle_load"), ("torch::jit", "unpickle"),
                            ("torch::jit", "_load_for_mobile"), ("torch::nativert::ModelRunnerHandle", "run"),
                            ("torch::inductor::AOTIModelPackageLoader", "run"), ("torch::serialize::InputArchive", "read"),
                            ("caffe2::serialize::PyTorchStreamReader", "init")):
            source = f"namespace {scope} {{ void {name}(int); }} void f() {{ {scope}::{name}(1); }}"
            code, output = self.run_check("check_symbols.py", self.library("libloads.so", source))
            self.assertEqual(code, 1, f"{scope}::{name}: {output}")

    def test_library_that_a_program_must_not_name(self):
        self.library("libQt6Fake.so", "int f() { return 1; }")
        self.write("user.cpp", "int f(); int g() { return f(); }")
        binary = os.path.join(self.root, "libpalimpsest_engine.so")
        subprocess.run([shutil.which("c++") or shutil.which("g++"), "-shared", "-fPIC", "-o", binary,
                        os.path.join(self.root, "user.cpp"), "-L" + self.root, "-lQt6Fake"], check=True)
        code, output = self.run_check("check_symbols.py", binary)
        self.assertEqual(code, 1, output)
        self.assertIn("links libQt6Fake.so", output)


if __name__ == "__main__":
    unittest.main()
