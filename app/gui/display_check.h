// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace palimpsest::ui {

/// Where no screen can be reached, Qt ends the program with an abort. Help, the version and wrong options are answered
/// here before, and so are calls without any display, with a sentence. Nothing: the window can be opened.
std::optional<int> exitCodeWithoutDisplay(int argc, char** argv);

} // namespace palimpsest::ui
