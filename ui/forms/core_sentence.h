// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace palimpsest::ui {

/// A sentence of core's in the current language: the pattern of core_sentences.h that fits is translated, and what it
/// left open is filled in (translated too where it is such a sentence itself). English if none fits.
QString coreSentence(const std::string& sentence);

/// The same with a capital at the beginning and a full stop at the end.
QString coreStatement(const std::string& sentence);

} // namespace palimpsest::ui
