// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/behaviour/linear_task.h"

namespace palimpsest {

// What tasks share whose measurement is the grey of the unknown image, with strokes of known colour where there are
// hints.

/// Hints of the input into the tensors; none where nothing is painted.
void readHints(const Image& hints, PictureTensors& tensors);

/// "grey" in the chain, or with hints "grey-with-hints".
void addGrey(OperatorChain& chain, const PictureTensors& input);

/// y: the grey of the given picture, with the colours of the hints.
at::Tensor greyValues(const PictureTensors& input);

} // namespace palimpsest
