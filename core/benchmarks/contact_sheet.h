// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <string>
#include <vector>

namespace palimpsest {

/// Pictures side by side, rows below each other, for comparison by eye.
class ContactSheet {
public:
    /// All pictures of one row must have one size (else Bug); the sheet is as wide as its longest row.
    void addRow(const std::vector<Image>& pictures);
    /// As 8-bit RGB PNG. Throws Error as writeImage does.
    void write(const std::string& path) const;

private:
    std::vector<std::vector<Image>> rows_;
};

} // namespace palimpsest
