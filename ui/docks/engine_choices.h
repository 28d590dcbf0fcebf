// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/engine/engine.h"
#include "ui/forms/parameter_editor.h"

#include <string>
#include <vector>

namespace palimpsest::ui {

class EngineBridge;

/// The method can do the task.
bool serves(const MethodDescription& method, const std::string& task);

/// What the menus of the restore form offer, translated. Before the engine is there only "auto" or the default.
/// Those that serve the task.
std::vector<EditorChoice> methodChoices(const EngineBridge& engine, const std::string& task);
/// Priors for sampling. Those that do not fit the task cannot be chosen and say why; of several that fit, one is
/// suggested for a picture of this size.
std::vector<EditorChoice> priorChoices(const EngineBridge& engine, const std::string& task, Size picture);
std::vector<EditorChoice> deviceChoices(const EngineBridge& engine);
/// First estimates that the task offers.
std::vector<EditorChoice> estimateChoices(const EngineBridge& engine, const std::string& task);

} // namespace palimpsest::ui
