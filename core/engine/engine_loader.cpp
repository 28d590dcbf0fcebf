// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_loader.h"

#include "core/base/error.h"

#include <cstdlib>
#include <dlfcn.h>
#include <filesystem>
#include <mutex>

namespace palimpsest {
namespace {

std::filesystem::path engineLibrary() {
    const auto program = std::filesystem::read_symlink("/proc/self/exe");
    for (const char* folder : {"../lib", "../lib/palimpsest", "."}) {
        auto candidate = program.parent_path() / folder / "libpalimpsest_engine.so";
        if (std::filesystem::exists(candidate)) {
            return candidate;
        }
    }
    return PALIMPSEST_ENGINE_BUILD_PATH;
}

// The program's image libraries bring the reference BLAS in, whose names LibTorch's own, many times faster one shares:
// the numerical library must find its own names first. Sanitizers do not allow that.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(RTLD_DEEPBIND)
constexpr int kOwnNamesFirst = 0;
#else
constexpr int kOwnNamesFirst = RTLD_DEEPBIND;
#endif

std::shared_ptr<Engine> load() {
    // Idle compute threads sleep instead of spinning, so that the window and other programs stay quick, but only after
    // some 10 microseconds: a network hands out work more often than that, and waking up costs it a seventh of its
    // time. OpenMP reads this once, when LibTorch brings it in.
    setenv("OMP_WAIT_POLICY", "PASSIVE", 0);
    setenv("GOMP_SPINCOUNT", "5000", 0);
    const auto path = engineLibrary();
    void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL | kOwnNamesFirst);
    if (!library) {
        throw Error(ErrorCode::failed,
                    Message("the numerical library could not be loaded: %1", Message::verbatim(dlerror())),
                    "install the program again");
    }
    using Create = Engine* (*)();
    const auto create = reinterpret_cast<Create>(dlsym(library, "palimpsestCreateEngine"));
    if (!create) {
        throw Error(ErrorCode::failed, Message("%1 is not a library of this program", path.string()),
                    "install the program again");
    }
    return std::shared_ptr<Engine>(create());
}

} // namespace

std::shared_ptr<Engine> loadEngine() {
    static std::mutex mutex;
    static std::shared_ptr<Engine> engine;
    const std::scoped_lock lock(mutex);
    if (!engine) {
        engine = load();
    }
    return engine;
}

} // namespace palimpsest
