// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <functional>

namespace palimpsest {

/// What `action` throws: its message and hint, or a text that says what went wrong instead. Every refusal must name a
/// cause and a next step.
inline QString refusal(ErrorCode code, const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        if (error.code() != code) {
            return QString("wrong code: ") + error.what();
        }
        return error.hint().isEmpty() ? QString("no next step: ") + error.what() : QString(error.what());
    } catch (const std::exception& error) {
        return QString("no Error: ") + error.what();
    }
    return "nothing was thrown";
}

} // namespace palimpsest
