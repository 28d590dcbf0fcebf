// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/model_import.h"
#include "core/image/image.h"
#include "core/jobs/progress.h"

#include <stop_token>
#include <vector>

namespace palimpsest {

/// Draws `count` small pictures from a checkpoint as the choices read it, by DDIM from noise: at most 64 px wide, which
/// shows whether the choices make sense and not how well it draws. Always the same noise, so that choices can be
/// compared. Nothing is written. Needs the memory of the whole network. Throws as importPrior(), Cancelled within one
/// evaluation.
std::vector<Image> drawModelPreview(const ModelImport& import, int count, ProgressSink& sink, std::stop_token stop);

} // namespace palimpsest
