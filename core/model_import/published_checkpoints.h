// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// A checkpoint that its authors published. Shapes identify the configuration, the name of the file which of those that
/// share it: what the tensors do not tell follows.
struct PublishedCheckpoint {
    std::string_view family; ///< id of the recogniser
    std::string_view id;
    std::string_view title;
    std::string_view
        licence; ///< of the weights, as catalogue.json has it for the same id; empty: the authors name none
    std::string_view trainingData;           ///< one sentence
    std::vector<std::string_view> fileNames; ///< that it is passed around under
    std::size_t tensors = 0;
    std::int64_t parameters = 0;
    std::map<std::string, std::string> answers; ///< by ModelChoice::name
};

const std::vector<PublishedCheckpoint>& publishedCheckpoints();

/// What is known of weights with these shapes.
struct PublishedMatch {
    const PublishedCheckpoint* checkpoint =
        nullptr; ///< the one whose name the file has, or the only one; null: none, or any of several
    std::vector<const PublishedCheckpoint*> candidates; ///< all of these shapes
    std::map<std::string, std::string> answers;         ///< of `checkpoint`, or what all candidates agree on
    bool isNamed =
        false; ///< the file has the name of `checkpoint`; else it may be another's, trained on from it or anew
};

PublishedMatch publishedMatch(std::string_view family, std::size_t tensors, std::int64_t parameters,
                              const std::string& path);

} // namespace palimpsest
