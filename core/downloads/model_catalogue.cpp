// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/model_catalogue.h"

#include "core/base/catalogue.h"
#include "core/base/error.h"
#include "core/base/json_object.h"
#include "core/settings/locations.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <set>

namespace palimpsest {
namespace {

constexpr std::int64_t kLargestFile = std::int64_t{1} << 40;
constexpr int kLargestSide = 8192;
constexpr int kMostChannels = 64;
constexpr std::size_t kLongestName = 100;

bool isId(const std::string& text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

/// A name that stays in its folder on every system.
bool isFileName(const std::string& text) {
    return !text.empty() && text.size() <= kLongestName && text.front() != '.' &&
           std::ranges::all_of(text, [](unsigned char letter) {
               return std::isalnum(letter) || letter == '.' || letter == '_' || letter == '-';
           });
}

bool isAddress(const std::string& text) {
    return text.starts_with("https://") &&
           std::ranges::all_of(text, [](unsigned char letter) { return letter > 0x20 && letter < 0x7f; });
}

std::string checked(JsonObject& object, const std::string& key, const std::function<bool(const std::string&)>& fits,
                    const Message& expected) {
    std::string text = object.text(key);
    if (!fits(text)) {
        object.refuse(key, expected);
    }
    return text;
}

std::vector<std::string> addresses(JsonObject& object) {
    const Json& list = object.value("urls");
    std::vector<std::string> urls;
    for (const Json& one : list) {
        if (!one.is_string() || !isAddress(one.get<std::string>())) {
            object.refuse("urls", "addresses that begin with https://");
        }
        urls.push_back(one.get<std::string>());
    }
    if (!list.is_array() || urls.empty()) {
        object.refuse("urls", "a list of addresses");
    }
    return urls;
}

/// `bytes` and `sha256` are null where they are not known: nobody forgets one.
PublishedFile fileFrom(JsonObject object) {
    PublishedFile file;
    file.name = checked(object, "name", isFileName, "a file name without a path");
    file.urls = addresses(object);
    if (!object.value("bytes").is_null()) {
        file.byteSize = object.integer("bytes", 1, kLargestFile);
    }
    if (!object.value("sha256").is_null()) {
        file.sha256 = object.sha256("sha256");
    }
    object.finish();
    return file;
}

std::map<std::string, std::string> recognitionFrom(JsonObject object) {
    std::map<std::string, std::string> answers;
    for (const std::string& name : object.keys()) {
        answers[name] = object.word(name);
    }
    return answers;
}

PublishedModel modelFrom(JsonObject object) {
    PublishedModel model;
    model.id = checked(object, "id", isId, "lower case letters, digits and hyphens");
    model.title = object.word("title");
    model.purpose = object.word("purpose");
    model.family = object.choice("family", {"guided-diffusion", "score-sde", "ddpm", "diffusers"});
    model.architecture = checked(object, "architecture", isId, "the id of an architecture");
    model.imageSize = static_cast<int>(object.integer("imageSize", 1, kLargestSide));
    model.channels = static_cast<int>(object.integer("channels", 1, kMostChannels));
    model.trainingData = object.word("trainingData");
    model.licence = object.word("licence");
    model.nonCommercial = object.boolean("nonCommercial");
    model.notice = object.text("notice");
    if (model.nonCommercial && model.notice.empty()) {
        object.refuse("notice", "the sentence that tells what the licence forbids");
    }
    model.page = checked(object, "page", isAddress, "an address that begins with https://");
    model.recognition = recognitionFrom(object.object("recognition"));
    std::set<std::string> names;
    for (const JsonObject& file : object.objects("files")) {
        model.files.push_back(fileFrom(file));
        if (!names.insert(model.files.back().name).second) {
            object.refuse("files", "each name once");
        }
    }
    object.finish();
    return model;
}

} // namespace

std::int64_t PublishedModel::knownBytes() const {
    std::int64_t sum = 0;
    for (const PublishedFile& file : files) {
        sum += std::max<std::int64_t>(file.byteSize, 0);
    }
    return sum;
}

bool PublishedModel::isPinned() const {
    return std::ranges::none_of(files, [](const PublishedFile& file) { return file.sha256.empty(); });
}

std::vector<PublishedModel> publishedModelsFromJson(const Json& json, const std::string& origin) {
    JsonObject object(json, origin);
    object.integer("version", 1, 1);
    std::vector<PublishedModel> models;
    std::set<std::string> ids;
    for (const JsonObject& model : object.objects("models")) {
        models.push_back(modelFrom(model));
        if (!ids.insert(models.back().id).second) {
            object.refuse("models", Message("each id once; \"%1\" is there twice", models.back().id));
        }
    }
    object.finish();
    return models;
}

std::vector<PublishedModel> publishedModels() {
    const std::string path = locations().resources + "/catalogue.json";
    return publishedModelsFromJson(readJson(path), path);
}

const PublishedModel& publishedModel(const std::vector<PublishedModel>& models, std::string_view id) {
    return Catalogue<PublishedModel>(Message("published model"), models).at(id);
}

} // namespace palimpsest
