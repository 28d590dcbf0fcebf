// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/method_settings.h"
#include "core/specs/restore_spec.h"

#include <string_view>

namespace palimpsest {

/// What a user says about the start must not be ignored in silence. own: the settings of the method before the spec
/// overrides them; method: its id. Throws Error(badArgument) if start, estimate or t0 are given to a method that has no
/// use for them, contradict each other, or do not belong to the task. restorer: id of an installed one that serves it.
void requireUsedStart(const RestoreSpec& spec, std::string_view method, const MethodSettings& own,
                      std::string_view restorer = {});

} // namespace palimpsest
