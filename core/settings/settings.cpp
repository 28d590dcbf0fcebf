// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"

#include "core/base/error.h"
#include "core/files/atomic_file.h"
#include "core/settings/locations.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>

namespace palimpsest {
namespace {

namespace fs = std::filesystem;

template <typename Value>
using Check = std::function<bool(const Value&)>;

template <typename Value>
Check<Value> within(Value lowest, Value highest) {
    return [=](const Value& value) { return value >= lowest && value <= highest; };
}

Check<std::string> oneOf(std::set<std::string> words) {
    return [words = std::move(words)](const std::string& value) { return words.contains(value); };
}

bool isColour(const std::string& text) {
    return text.size() == 7 && text[0] == '#' &&
           text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
}

/// Scheme, host and port; what is left out has libcurl's defaults.
bool isProxy(const std::string& text) {
    return std::ranges::all_of(text, [](unsigned char letter) { return letter > 0x20 && letter < 0x7f; });
}

bool areFewFiles(const std::vector<std::string>& files) { return files.size() <= Settings::kMostRecentFiles; }

/// The one list of fields: visit(name, value[, check]).
template <typename AnySettings, typename Visitor>
void eachField(AnySettings& settings, Visitor visit) {
    visit("theme", settings.theme, oneOf({"system", "light", "dark"}));
    visit("language", settings.language);
    visit("recentFiles", settings.recentFiles, areFewFiles);
    visit("lastFolder", settings.lastFolder);
    visit("undoByteBudget", settings.undoByteBudget, within<std::int64_t>(1 << 20, std::int64_t{16} << 30));
    visit("recovery", settings.recovery);
    visit("previewFramesPerSecond", settings.previewFramesPerSecond, within(1, 60));
    visit("showsAdvanced", settings.showsAdvanced);
    visit("brushSize", settings.brushSize, within(1.0, 2000.0));
    visit("brushHardness", settings.brushHardness, within(0.0, 1.0));
    visit("maskColour", settings.maskColour, isColour);
    visit("device", settings.device);
    visit("threads", settings.threads, within(0, 4096));
    visit("proxy", settings.proxy, isProxy);
    visit("restoreSpec", settings.restoreSpec);
    visit("shortcuts", settings.shortcuts);
    visit("windowGeometry", settings.windowGeometry);
    visit("windowState", settings.windowState);
}

/// True if JSON holds just this type: the library would turn 1.5 into an int and true into 1.
bool holds(const Json& json, const bool&) { return json.is_boolean(); }
bool holds(const Json& json, const int&) { return json.is_number_integer() && json == json.get<int>(); }
bool holds(const Json& json, const std::int64_t&) {
    return json.is_number_integer() && json == json.get<std::int64_t>();
}
bool holds(const Json& json, const double&) { return json.is_number(); }
bool holds(const Json& json, const std::string&) { return json.is_string(); }
bool areTexts(const Json& json) {
    return std::ranges::all_of(json, [](const Json& item) { return item.is_string(); });
}
bool holds(const Json& json, const std::vector<std::string>&) { return json.is_array() && areTexts(json); }
bool holds(const Json& json, const std::map<std::string, std::string>&) { return json.is_object() && areTexts(json); }

/// Takes the values that fit out of a JSON object.
class Reader {
public:
    Reader(const Json& json, LoadedSettings& loaded) : json_(json), loaded_(loaded) {}

    template <typename Value>
    void operator()(const char* name, Value& value, const Check<Value>& check) {
        const auto found = json_.find(name);
        if (found == json_.end()) {
            return;
        }
        if (holds(*found, value)) {
            if (const auto given = found->template get<Value>(); !check || check(given)) {
                value = given;
                return;
            }
        }
        loaded_.problems.push_back(Message("the setting %1 had an invalid value; the default is used", name));
    }

    template <typename Value>
    void operator()(const char* name, Value& value) {
        (*this)(name, value, Check<Value>{});
    }

    template <typename Value, typename Function>
    void operator()(const char* name, Value& value, const Function& check) {
        (*this)(name, value, Check<Value>(check));
    }

private:
    const Json& json_;
    LoadedSettings& loaded_;
};

void noteUnknown(const Json& json, LoadedSettings& loaded) {
    std::set<std::string> known{"version"};
    eachField(loaded.settings, [&](const char* name, const auto&...) { known.insert(name); });
    for (const auto& [name, value] : json.items()) {
        if (!known.contains(name)) {
            loaded.problems.push_back(Message("the setting %1 is unknown; it is ignored", name));
        }
    }
}

/// Moves an unreadable file out of the way, so that the next save does not destroy what can be mended by hand.
void setAside(const std::string& path) {
    std::error_code ignored;
    if (fs::is_regular_file(path, ignored)) {
        fs::rename(path, path + ".broken", ignored);
    }
}

} // namespace

Json toJson(const Settings& settings) {
    Json json{{"version", Settings::kVersion}};
    eachField(settings, [&](const char* name, const auto& value, const auto&...) { json[name] = value; });
    return json;
}

LoadedSettings settingsFromJson(const Json& json) {
    LoadedSettings loaded;
    if (!json.is_object()) {
        loaded.problems.emplace_back("the settings are not a JSON object; the defaults are used");
        return loaded;
    }
    eachField(loaded.settings, Reader(json, loaded));
    noteUnknown(json, loaded);
    return loaded;
}

LoadedSettings loadSettings(const std::string& path) {
    std::error_code failure;
    if (!fs::exists(path, failure)) {
        return {};
    }
    try {
        return settingsFromJson(readJson(path));
    } catch (const Error& error) {
        setAside(path);
        const Message& cause = error.message();
        return {{},
                {error.hint().isEmpty() ? Message("%1; the defaults are used", cause)
                                        : Message("%1: %2; the defaults are used", cause, error.hint())}};
    }
}

void saveSettings(const std::string& path, const Settings& settings) {
    if (const std::string folder = fs::path(path).parent_path().string(); !folder.empty()) {
        madeFolder(folder);
    }
    // Names of files need not be UTF-8; JSON must be.
    writeFileAtomically(path, toJson(settings).dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

void rememberFile(Settings& settings, const std::string& path) {
    std::erase(settings.recentFiles, path);
    settings.recentFiles.insert(settings.recentFiles.begin(), path);
    settings.recentFiles.resize(std::min(settings.recentFiles.size(), Settings::kMostRecentFiles));
}

} // namespace palimpsest
