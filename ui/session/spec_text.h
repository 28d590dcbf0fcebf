// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/specs/restore_spec.h"

#include <string>

namespace palimpsest::ui {

/// A spec as one line of JSON, for the settings.
std::string specText(const RestoreSpec& spec);
/// Never throws: text that is empty or of another version gives the defaults.
RestoreSpec specFromText(const std::string& text);

} // namespace palimpsest::ui
