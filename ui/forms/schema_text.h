// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

#include <QString>

#include <string>
#include <string_view>

namespace palimpsest::ui {

/// Texts that core declares in English, in the current language (context "Schema"; tests/ui/forms/schema_texts_test.cpp
/// collects them).
QString schemaText(std::string_view text);

/// English label made from a name or choice of a schema: "step-rule" gives "Step rule", "ddim" gives "DDIM".
std::string englishLabel(std::string_view name);
QString schemaLabel(std::string_view name);

/// "Steps: network evaluations per level. 0 to 1000 evaluations." for tooltip and accessible description.
QString schemaToolTip(const ParameterSchema& schema);

} // namespace palimpsest::ui
