// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

namespace palimpsest {

/// Where the program keeps and finds its files. Absolute paths without a final slash; they need not exist.
///
/// The environment variable PALIMPSEST_DATA moves everything that is written except the settings, PALIMPSEST_CONFIG the
/// settings: for tests and for a program on a memory stick. Otherwise the XDG base directories hold.
struct Locations {
    std::string config;   ///< settings.json
    std::string data;     ///< what belongs to the user
    std::string cache;    ///< what can be made again
    std::string state;    ///< logs
    std::string recovery; ///< unsaved work, one folder per session
    std::string userPriors;
    std::string resources; ///< what came with the program: priors, samples
    std::string samplePictures;
    std::string benchmarkPictures; ///< these two exist only in a source tree
    std::string searchPictures;

    std::string settingsFile() const { return config + "/settings.json"; }
};

/// What Locations are found from.
struct Surroundings {
    std::function<std::string(const std::string& name)> environment; ///< empty for a variable that is not set
    std::string home;
    std::string executableFolder;
    std::string sourceTree; ///< where this program was built from; used only if the installed resources are not there
};

Locations locationsIn(const Surroundings& surroundings);

/// Those of this process.
Locations locations();

/// Makes a folder and those above it, for this user alone, unless it exists; returns its path. Throws Error(failed).
const std::string& madeFolder(const std::string& path);

} // namespace palimpsest
