// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/foreign_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace palimpsest {
namespace {

using namespace std::string_view_literals;

/// Parts of Python that act on the machine or make code, by the first segment of the module.
constexpr std::array kActing{
    "os"sv,
    "posix"sv,
    "nt"sv,
    "posixpath"sv,
    "ntpath"sv,
    "subprocess"sv,
    "sys"sv,
    "shutil"sv,
    "pty"sv,
    "socket"sv,
    "ssl"sv,
    "http"sv,
    "urllib"sv,
    "urllib2"sv,
    "requests"sv,
    "ftplib"sv,
    "smtplib"sv,
    "telnetlib"sv,
    "xmlrpc"sv,
    "socketserver"sv,
    "asyncio"sv,
    "aiohttp"sv,
    "httplib"sv,
    "httpx"sv,
    "runpy"sv,
    "importlib"sv,
    "imp"sv,
    "pkgutil"sv,
    "zipimport"sv,
    "ctypes"sv,
    "_ctypes"sv,
    "cffi"sv,
    "pickle"sv,
    "_pickle"sv,
    "cPickle"sv,
    "dill"sv,
    "cloudpickle"sv,
    "joblib"sv,
    "marshal"sv,
    "shelve"sv,
    "code"sv,
    "codeop"sv,
    "codecs"sv,
    "bdb"sv,
    "pdb"sv,
    "trace"sv,
    "timeit"sv,
    "profile"sv,
    "cProfile"sv,
    "pydoc"sv,
    "doctest"sv,
    "webbrowser"sv,
    "antigravity"sv,
    "commands"sv,
    "popen2"sv,
    "pip"sv,
    "operator"sv,
    "_operator"sv,
    "functools"sv,
    "itertools"sv,
    "inspect"sv,
    "gc"sv,
    "weakref"sv,
    "types"sv,
    "threading"sv,
    "_thread"sv,
    "multiprocessing"sv,
    "concurrent"sv,
    "signal"sv,
    "tempfile"sv,
    "io"sv,
    "_io"sv,
    "fileinput"sv,
    "glob"sv,
    "mmap"sv,
    "resource"sv,
    "platform"sv,
    "ast"sv,
    "dis"sv,
    "tokenize"sv,
    "setuptools"sv,
    "distutils"sv,
    "venv"sv,
    "ensurepip"sv,
    "idlelib"sv,
    "tkinter"sv,
    "sqlite3"sv,
    "sysconfig"sv,
};

/// Parts of larger packages whose objects are passed over; all else of those packages is refused.
constexpr std::array kHarmless{
    std::pair{"torch"sv, "torch.optim"sv},       std::pair{"torch"sv, "torch.utils.data"sv},
    std::pair{"torch"sv, "torch.amp"sv},         std::pair{"torch"sv, "torch.cuda.amp"sv},
    std::pair{"torch"sv, "torch.distributed"sv}, std::pair{"torch"sv, "torch.torch_version"sv},
    std::pair{"numpy"sv, "numpy.random"sv},
};

/// Single names of packages that are refused otherwise.
constexpr std::array kHarmlessNames{
    std::pair{"numpy.core.multiarray"sv, "_reconstruct"sv},
    std::pair{"numpy._core.multiarray"sv, "_reconstruct"sv},
    std::pair{"numpy.core.numeric"sv, "_frombuffer"sv},
    std::pair{"numpy._core.numeric"sv, "_frombuffer"sv},
    std::pair{"numpy"sv, "ndarray"sv},
    std::pair{"types"sv, "SimpleNamespace"sv},
};

constexpr std::array kBuiltins{
    "object"sv,  "list"sv,  "dict"sv,   "tuple"sv,    "frozenset"sv,      "complex"sv, "bytearray"sv,
    "slice"sv,   "range"sv, "xrange"sv, "int"sv,      "long"sv,           "float"sv,   "str"sv,
    "unicode"sv, "bytes"sv, "bool"sv,   "Ellipsis"sv, "NotImplemented"sv,
};

template <typename List, typename Item>
bool isAmong(const List& list, const Item& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

/// Letters, digits, underscores and dots, without attributes of Python's own ("__globals__").
bool isPlainName(std::string_view name) {
    return !name.empty() && name.find("__"sv) == std::string_view::npos &&
           std::all_of(name.begin(), name.end(),
                       [](unsigned char c) { return (std::isalnum(c) != 0 && c < 128) || c == '_' || c == '.'; });
}

bool isWithin(std::string_view module, std::string_view package) {
    return module == package || (module.starts_with(package) && module[package.size()] == '.');
}

} // namespace

bool isPassedOver(std::string_view module, std::string_view name) {
    if (isAmong(kHarmlessNames, std::pair{module, name})) {
        return true;
    }
    if (module == "builtins" || module == "__builtin__") {
        return isAmong(kBuiltins, name);
    }
    if (!isPlainName(name) || (module != "__main__" && !isPlainName(module))) {
        return false;
    }
    const std::string_view first = module.substr(0, module.find('.'));
    if (first == "torch" || first == "numpy") {
        return std::any_of(kHarmless.begin(), kHarmless.end(),
                           [&](const auto& known) { return known.first == first && isWithin(module, known.second); });
    }
    return !isAmong(kActing, first);
}

} // namespace palimpsest
