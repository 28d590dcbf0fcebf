// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/shape_text.h"

namespace palimpsest {

std::string shapeText(const std::vector<std::int64_t>& shape) {
    std::string text;
    for (const std::int64_t side : shape) {
        text += (text.empty() ? "" : " x ") + std::to_string(side);
    }
    return text.empty() ? "one number" : text;
}

std::string countText(std::int64_t number) {
    constexpr std::size_t kGroup = 3;
    std::string text = std::to_string(number);
    for (std::size_t end = text.size(); end > kGroup; end -= kGroup) {
        text.insert(end - kGroup, 1, ' ');
    }
    return text;
}

} // namespace palimpsest
