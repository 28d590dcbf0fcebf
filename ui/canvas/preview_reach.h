// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace palimpsest::ui {

/// Where a preview is seen: under the mask, by its values, or everywhere.
enum class PreviewReach { mask, whole };

} // namespace palimpsest::ui
