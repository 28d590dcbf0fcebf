// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/layout_facts.h"

#include <string>

namespace palimpsest {
namespace {

std::string listed(const std::vector<int>& numbers, const char* before = "") {
    std::string text;
    for (const int number : numbers) {
        text += (text.empty() ? "" : ", ") + std::string(before) + std::to_string(number);
    }
    return text;
}

} // namespace

Message levelsFact(const std::vector<int>& widths, int residualBlocks) {
    return residualBlocks == 1
               ? Message("Levels of %1 channels with one residual block each.", listed(widths))
               : Message("Levels of %1 channels with %2 residual blocks each.", listed(widths), residualBlocks);
}

Message attentionFact(const std::vector<int>& downsampling) {
    return downsampling.empty()
               ? Message("Attention in the middle only.")
               : Message("Attention in the middle and at %1 of the resolution.", listed(downsampling, "1/"));
}

} // namespace palimpsest
