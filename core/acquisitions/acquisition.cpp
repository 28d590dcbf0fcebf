// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisitions/acquisition.h"

#include <array>

namespace palimpsest {

std::string_view kindOf(const Acquisition& acquisition) {
    constexpr std::array<std::string_view, std::variant_size_v<Acquisition>> kinds{"picture", "sinogram", "k-space"};
    return kinds[acquisition.index()];
}

bool isNull(const Acquisition& acquisition) {
    return std::visit([](const auto& held) { return held.isNull(); }, acquisition);
}

std::string contentHash(const Acquisition& acquisition) {
    return std::visit([](const auto& held) { return contentHash(held); }, acquisition);
}

} // namespace palimpsest
