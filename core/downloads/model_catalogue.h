// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// One file of a published model.
struct PublishedFile {
    std::string name;              ///< in the folder that it goes to; no path
    std::vector<std::string> urls; ///< https, the publisher's own first
    std::int64_t byteSize = -1;    ///< negative: not known
    std::string sha256; ///< empty: not pinned, the hash of the first download is recorded and holds from then on
};

/// A checkpoint that its authors published. The program brings none of them; each comes under its own licence.
struct PublishedModel {
    std::string id; ///< lower case letters, digits and hyphens
    std::string title;
    std::string purpose;      ///< one sentence for users: what it is good for
    std::string family;       ///< whose file format and layout: "guided-diffusion", "score-sde", "ddpm", "diffusers"
    std::string architecture; ///< id in the catalogue of networks
    int imageSize = 0;        ///< px
    int channels = 3;
    std::string trainingData; ///< one sentence
    std::string licence;      ///< an SPDX id or a sentence
    bool nonCommercial = false;
    std::string notice; ///< to be shown before the download; empty only if the licence restricts nothing
    std::string page;   ///< the publisher's, for a browser
    std::map<std::string, std::string> recognition; ///< what the tensors do not tell, by ModelChoice::name
    std::vector<PublishedFile> files; ///< empty: the publisher's page is the only way, fetch by hand and add the file

    bool canBeFetched() const { return !files.empty(); }
    /// Sum over the files whose size is known; 0: of none.
    std::int64_t knownBytes() const;
    bool isPinned() const;
};

/// Strict: unknown or missing entries, ids or names twice, names with a path, addresses that are not https, and a
/// restricting licence without a notice throw Error(badInput). `origin` names the file in it.
std::vector<PublishedModel> publishedModelsFromJson(const Json& json, const std::string& origin);

/// Those of catalogue.json, which comes with the program. Throws Error(badInput).
std::vector<PublishedModel> publishedModels();

/// Throws Error(badArgument) with the known ids.
const PublishedModel& publishedModel(const std::vector<PublishedModel>& models, std::string_view id);

} // namespace palimpsest
