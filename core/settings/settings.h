// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/message.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace palimpsest {

/// What the user chose in the window and finds again at the next start. A value: the window holds one and saves it.
struct Settings {
    static constexpr int kVersion = 1;
    static constexpr std::size_t kMostRecentFiles = 12;

    std::string theme = "system";         ///< system | light | dark
    std::string language;                 ///< "en", "de" ...; empty: the system's
    std::vector<std::string> recentFiles; ///< newest first, absolute paths
    std::string lastFolder;               ///< of the file dialogs
    std::int64_t undoByteBudget = 64 << 20;
    bool recovery = true;            ///< keep unsaved work on disk
    int previewFramesPerSecond = 10; ///< 1 .. 60
    bool showsAdvanced = false;      ///< of the restore form
    double brushSize = 40;           ///< px of the picture, 1 .. 2000
    double brushHardness = 0.8;      ///< 0 .. 1
    std::string maskColour = "#ff00ff";
    std::string device = "auto"; ///< as RestoreSpec
    int threads = 0;             ///< 0: all cores
    std::string proxy;           ///< of downloads: "http://host:port"; empty: that of the environment; "none": none
    std::string restoreSpec;     ///< JSON text of the last RestoreSpec; empty: the defaults
    std::map<std::string, std::string> shortcuts; ///< action id to keys in portable text; only changed ones
    std::string windowGeometry;                   ///< base64
    std::string windowState;                      ///< base64

    bool operator==(const Settings&) const = default;
};

/// Settings, and what was wrong with their file, for a log.
struct LoadedSettings {
    Settings settings;
    std::vector<Message> problems;
};

Json toJson(const Settings& settings);
/// Every value that is unknown, of a wrong type or out of range is replaced by its default, alone, and noted. Files of
/// other versions are read the same way.
LoadedSettings settingsFromJson(const Json& json);

/// Never throws: without a file the defaults hold, and a file that is no JSON is noted and set aside as `path`.broken.
LoadedSettings loadSettings(const std::string& path);
/// Writes atomically, and makes the folder. Throws Error(failed).
void saveSettings(const std::string& path, const Settings& settings);

/// Puts a path first in the list of recent files, without a second copy.
void rememberFile(Settings& settings, const std::string& path);

} // namespace palimpsest
