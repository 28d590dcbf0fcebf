// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

namespace palimpsest::ui {

class Document;

// What a task uses of a document. A task that is null (the engine is not there yet) counts as one that needs a mask.

inline bool takesMask(const TaskDescription* task) { return !task || task->takes(InputKind::mask); }
inline bool takesHints(const TaskDescription* task) { return task && task->takes(InputKind::hints); }

/// Pixels outside the mask change too, as in all tasks but inpainting.
inline bool changesWhole(const TaskDescription* task) { return task && task->coverage == Coverage::whole; }

/// A picture is there, and a mask if there must be one.
bool hasInput(const Document& document, const TaskDescription* task);

/// The document's picture with what the task takes; a mask or hints without a pixel are null.
RestoreInput inputOf(const Document& document, const TaskDescription* task);

} // namespace palimpsest::ui
