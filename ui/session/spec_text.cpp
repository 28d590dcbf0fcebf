// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/spec_text.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

namespace palimpsest::ui {

std::string specText(const RestoreSpec& spec) { return toJson(spec).dump(); }

RestoreSpec specFromText(const std::string& text) {
    if (text.empty()) {
        return {};
    }
    try {
        return restoreSpecFromJson(parseJson(text, "the settings"));
    } catch (const Error&) {
        return {};
    }
}

} // namespace palimpsest::ui
