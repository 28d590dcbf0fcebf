// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/locations.h"

#include "core/base/error.h"

#include <cstdlib>
#include <filesystem>
#include <pwd.h>
#include <unistd.h>

namespace palimpsest {
namespace {

namespace fs = std::filesystem;

/// XDG Base Directory Specification 0.8: a relative path counts as not set.
std::string baseFolder(const Surroundings& surroundings, const std::string& variable, const std::string& otherwise) {
    const std::string value = surroundings.environment(variable);
    const fs::path base = fs::path(value).is_absolute() ? fs::path(value) : fs::path(surroundings.home) / otherwise;
    return (base / "palimpsest").string();
}

std::string withoutFinalSlash(const std::string& path) {
    const std::string normal = fs::absolute(path).lexically_normal().string();
    return normal.size() > 1 && normal.back() == '/' ? normal.substr(0, normal.size() - 1) : normal;
}

std::string resourcesIn(const Surroundings& surroundings) {
    const fs::path installed = (fs::path(surroundings.executableFolder) / "../share/palimpsest").lexically_normal();
    const fs::path built = fs::path(surroundings.sourceTree) / "resources";
    std::error_code failure;
    return fs::is_directory(installed, failure) || !fs::is_directory(built, failure) ? installed.string()
                                                                                     : built.string();
}

std::string homeFolder() {
    if (const char* home = std::getenv("HOME"); home && *home) {
        return home;
    }
    const passwd* user = ::getpwuid(::getuid());
    return user && user->pw_dir ? user->pw_dir : "/";
}

std::string executableFolder() {
    std::error_code failure;
    return fs::read_symlink("/proc/self/exe", failure).parent_path().string();
}

} // namespace

Locations locationsIn(const Surroundings& surroundings) {
    Locations found;
    const std::string ownData = surroundings.environment("PALIMPSEST_DATA");
    const std::string ownConfig = surroundings.environment("PALIMPSEST_CONFIG");
    found.config =
        ownConfig.empty() ? baseFolder(surroundings, "XDG_CONFIG_HOME", ".config") : withoutFinalSlash(ownConfig);
    if (ownData.empty()) {
        found.data = baseFolder(surroundings, "XDG_DATA_HOME", ".local/share");
        found.cache = baseFolder(surroundings, "XDG_CACHE_HOME", ".cache");
        found.state = baseFolder(surroundings, "XDG_STATE_HOME", ".local/state");
    } else {
        found.data = withoutFinalSlash(ownData);
        found.cache = found.data + "/cache";
        found.state = found.data + "/state";
    }
    found.recovery = found.data + "/recovery";
    found.userPriors = found.data + "/priors";
    found.resources = resourcesIn(surroundings);
    found.samplePictures = found.resources + "/samples";
    found.benchmarkPictures = surroundings.sourceTree + "/tests/benchmarks/pictures";
    found.searchPictures = surroundings.sourceTree + "/tests/benchmarks/search_pictures";
    return found;
}

Locations locations() {
    const auto environment = [](const std::string& name) {
        const char* value = std::getenv(name.c_str());
        return std::string(value ? value : "");
    };
    return locationsIn({environment, homeFolder(), executableFolder(), PALIMPSEST_SOURCE_TREE});
}

const std::string& madeFolder(const std::string& path) {
    std::error_code failure;
    const bool isNew = fs::create_directories(path, failure);
    if (isNew) {
        std::error_code ignored; // a file system without permissions
        fs::permissions(path, fs::perms::owner_all, ignored);
    }
    if (failure || !fs::is_directory(path)) {
        throw Error(ErrorCode::failed,
                    failure ? Message("cannot make the folder %1: %2", path, Message::verbatim(failure.message()))
                            : Message("cannot make the folder %1", path),
                    "check the permissions of the folders above it");
    }
    return path;
}

} // namespace palimpsest
