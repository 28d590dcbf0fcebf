// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/layout_refusal.h"

#include "core/base/error.h"

namespace palimpsest {

void refuseLayout(const Message& why) {
    throw Error(ErrorCode::badInput, why,
                "the file may be incomplete, or of a variant of the network that is not known here");
}

} // namespace palimpsest
