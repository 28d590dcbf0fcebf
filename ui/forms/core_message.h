// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <QString>

#include <string_view>

namespace palimpsest::ui {

/// A message in the current language: its pattern is translated (context "Core"), and so are messages that fill its
/// gaps; other arguments stay as they are. English where there is no translation.
QString coreText(const Message& message);

/// The same with a capital at the beginning and a full stop at the end.
QString coreStatement(const Message& message);

/// Words that core declares, in a catalogue or as values to choose from, in the current language.
QString catalogueText(std::string_view text);

} // namespace palimpsest::ui
