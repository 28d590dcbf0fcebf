// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/restore_input.h"

#include "core/base/error.h"

namespace palimpsest {

const Image& RestoreInput::picture() const {
    if (const Image* picture = std::get_if<Image>(&acquisition)) {
        return *picture;
    }
    throw Bug("this task restores pictures");
}

} // namespace palimpsest
