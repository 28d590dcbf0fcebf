// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"
#include "core/tasks/task.h"

#include <string>

namespace palimpsest {

// Parameters and inputs that several tasks have.

/// "sigma": the noise of the measurement.
ParameterSchema noiseSchema();
/// "degrade": simulate the degradation on a clean picture.
ParameterSchema degradeSchema();
/// "kernel"; automatic: what it stands for, in words.
ParameterSchema kernelSchema(const std::string& automatic);
/// "boundary" of a blur.
ParameterSchema boundarySchema();

/// Whether a kernel is described in words ("gaussian:1.6", "none"), not by a picture of it.
bool isKernelInWords(const std::string& kernel);

InputSlot pictureSlot(std::string description);
InputSlot maskSlot(bool isRequired);
InputSlot hintsSlot();

} // namespace palimpsest
