// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <QString>
#include <QStringList>

namespace palimpsest::ui {

/// Its title, translated where it comes with the program; its id if it has none.
QString priorTitle(const PriorDescription& prior);
/// "Diffusion prior · 256 px · 93.6 million parameters · 374 MB", of what is known.
QString priorSummary(const PriorDescription& prior);
/// "Diffusion prior", "Fill network".
QString priorKind(const PriorDescription& prior);
/// "3 (colours)".
QString channelText(int channels);

} // namespace palimpsest::ui
