// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/containers/hostile_case.h"
#include "tests/core/containers/pickle_builder.h"

namespace palimpsest::testing {

/// Python names that run something or make an object, which no file may hold.
inline constexpr std::pair<const char*, const char*> kCode[] = {
    {"os", "system"},
    {"posix", "system"},
    {"nt", "system"},
    {"os", "popen"},
    {"os", "execl"},
    {"os", "remove"},
    {"subprocess", "Popen"},
    {"subprocess", "check_output"},
    {"subprocess", "run"},
    {"builtins", "eval"},
    {"builtins", "exec"},
    {"builtins", "open"},
    {"builtins", "compile"},
    {"builtins", "getattr"},
    {"builtins", "__import__"},
    {"__builtin__", "eval"},
    {"__builtin__", "apply"},
    {"runpy", "_run_code"},
    {"pty", "spawn"},
    {"socket", "create_connection"},
    {"webbrowser", "open"},
    {"shutil", "rmtree"},
    {"importlib", "import_module"},
    {"ctypes", "CDLL"},
    {"pickle", "loads"},
    {"_pickle", "loads"},
    {"torch", "load"},
    {"torch.hub", "load"},
    {"torch.jit", "load"},
    {"torch.storage", "_load_from_bytes"},
    {"torch._utils", "_rebuild_sparse_tensor"},
    {"torch._utils", "_rebuild_qtensor"},
    {"torch._utils", "_rebuild_meta_tensor_no_storage"},
    {"torch._tensor", "_rebuild_from_type_v2"},
    {"torch.nn.modules.conv", "Conv2d"},
    {"torch.nn.parameter", "Parameter"},
    {"torch.serialization", "_get_layout"},
    {"torch._inductor.codecache", "compile_file"},
    {"torch.fx._symbolic_trace", "wrap"},
    {"numpy", "load"},
    {"numpy.testing._private.utils", "runstring"},
    {"operator", "attrgetter"},
    {"functools", "partial"},
    {"codecs", "decode"},
    {"timeit", "timeit"},
    {"pydoc", "pipepager"},
    {"bdb", "Bdb"},
    {"code", "InteractiveInterpreter"},
    {"torch", "FloatStorage.__init__"},
    {"torch._utils", "_rebuild_tensor_v2.__globals__"},
    {"", ""},
    {"os.system", ""},
};

inline HostileCases namesOfCode() {
    PickleCases cases;
    for (const auto& [module, function] : kCode) {
        const std::string full = std::string(module) + "." + function;
        cases.add("calls " + full, pickle::call(pickle::name(module, function), {pickle::text("touch hostile")}),
                  "Python object " + full);
    }
    return cases;
}

/// Code in other places than a plain call.
inline HostileCases hiddenCode() {
    using namespace pickle;
    PickleCases cases;
    const std::string command = text("touch hostile");
    const std::string code = name("os", "system");
    cases.add("names code without calling it", code, "os.system");
    cases.add("code as the key of a dictionary", dictionary({{code, goodTensor()}}), "os.system");
    cases.add("code as the value of a dictionary", dictionary({{text("a"), code}}), "os.system");
    cases.add("code that is thrown away", list({code}), "os.system");
    cases.add("code behind a tensor", dictionary({{text("a"), goodTensor()}, {text("b"), call(code, {command})}}),
              "os.system");
    cases.add("nested calls", call(call(name("builtins", "getattr"), {name("builtins", "eval")}), {command}),
              "builtins.getattr");
    cases.add(
        "call as the hooks of a tensor",
        call(name("torch._utils", "_rebuild_tensor_v2"), {storage("FloatStorage", "0", 4), integer(0), numbers({4}),
                                                          numbers({1}), truth(false), call(code, {command})}),
        "os.system");
    cases.add("attributes that hold code", ordered() + dictionary({{text("__reduce__"), code}}) + "b", "os.system");
    cases.add("names from the stack", text("os") + text("system") + "\x93", "os.system");
    cases.add("short names from the stack",
              "\x8c\x08"
              "builtins"
              "\x8c\x04"
              "eval"
              "\x93",
              "builtins.eval");
    cases.add("names from numbers", integer(1) + integer(2) + "\x93", "something other than text");
    cases.add("a name without an end", "c" + std::string(1000, 'o'), "cut off or longer");
    cases.add("a name of control characters", name("o\x01\x1b[31ms", "system"), "o??[31ms.system");
    return cases;
}

/// Instructions of the pickle language that weights do not need.
inline HostileCases foreignInstructions() {
    using namespace pickle;
    PickleCases cases;
    const std::string command = text("touch hostile");
    const std::string code = name("os", "system");
    cases.add("instruction INST", "(" + command + "ios\nsystem\n", "instruction 0x69");
    cases.add("instruction OBJ", "(" + code + command + "o", "os.system");
    cases.add("instruction OBJ with a known name", "(" + name("torch", "Size") + command + "o", "instruction 0x6f");
    cases.add("a new object of code", name("subprocess", "Popen") + tuple({command}) + "\x81", "subprocess.Popen");
    cases.add("a new object of code with names", name("builtins", "exec") + tuple({command}) + "}\x92",
              "builtins.exec");
    cases.add("a new object of a tensor's maker", name("torch._utils", "_rebuild_tensor_v2") + ")\x81",
              "wrong number of arguments");
    cases.add("instruction PERSID", "P1\n", "instruction 0x50");
    cases.add("instruction EXT1", "\x82\x01", "instruction 0x82");
    cases.add("instruction EXT2", "\x83\x01\x01", "instruction 0x83");
    cases.add("instruction EXT4", "\x84" + u32(1), "instruction 0x84");
    cases.add("instruction NEXT_BUFFER", "\x97", "instruction 0x97");
    cases.add("instruction STRING with escapes", "S'\\x6f\\x73'\n", "instruction 0x53");
    cases.add("instruction INT", "I1\n", "instruction 0x49");
    cases.add("instruction POP", "NN0", "instruction 0x30");
    cases.add("instruction DUP", "N2", "instruction 0x32");
    cases.add("unknown instruction", "\xff", "instruction 0xff");
    return cases;
}

/// Calls of what cannot be called.
inline HostileCases wrongCalls() {
    using namespace pickle;
    PickleCases cases;
    const std::string command = text("touch hostile");
    cases.add("calls a number", integer(1) + ")R", "calls something that is not a name");
    cases.add("calls a text", text("os.system") + tuple({command}) + "R", "calls something that is not a name");
    cases.add("calls a storage type", call(name("torch", "FloatStorage"), {integer(4)}), "not callable");
    cases.add("calls an element type", call(name("torch", "float32"), {}), "not callable");
    cases.add("calls a name that is only a key",
              call(name("pytorch_lightning.callbacks.model_checkpoint", "ModelCheckpoint"), {}), "not callable");
    cases.add("gives attributes to a name", name("torch", "Size") + "}b", "attributes of something that has none");
    cases.add("gives attributes to a list", "]}b", "attributes of something that has none");
    cases.add("weights in an object that is passed over", call(name("__main__", "Net"), {goodTensor()}),
              "__main__.Net");
    cases.add("arguments are no tuple", name("collections", "OrderedDict") + "]R", "no list of arguments");
    cases.add("a whole network",
              tuple({text("module"), name("torch", "Size"), text("net.py"), text("class Net")}) + "Q",
              "a whole network");
    return cases;
}

} // namespace palimpsest::testing
