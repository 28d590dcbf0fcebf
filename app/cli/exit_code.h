// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace palimpsest {

/// What scripts see. Documented in the manual; never renumbered.
inline constexpr int kExitDone = 0;
inline constexpr int kExitFailed = 1;
inline constexpr int kExitBadInput = 2;
inline constexpr int kExitCancelled = 3;
inline constexpr int kExitOutOfMemory = 4;

inline int exitCodeOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::badArgument:
    case ErrorCode::badInput:
        return kExitBadInput;
    case ErrorCode::outOfMemory:
        return kExitOutOfMemory;
    case ErrorCode::failed:
        break;
    }
    return kExitFailed;
}

} // namespace palimpsest
