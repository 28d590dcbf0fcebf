// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/behaviour/linear_task.h"

#include <string>

namespace palimpsest {

/// The blur of a task, from its parameters "kernel" and "boundary".
struct BlurParameters {
    std::string kernel;      ///< word of blurKernelFromText(), "none", or the path of a picture that the input holds
    bool isCircular = false; ///< the blur saw the opposite side beyond the border
    bool isGiven = false;    ///< the user named the kernel

    bool isNone() const { return kernel == "none"; }
};

/// automatic: the kernel that stands for one that nobody named.
BlurParameters blurParameters(const RestoreSpec& spec, const std::string& automatic);

/// Puts the kernel into the tensors. Throws Error(badInput) for one that is larger than the picture, Error(badArgument)
/// for a word that is neither a kernel nor a picture that was opened.
void readKernelOf(const BlurParameters& blur, const RestoreInput& input, PictureTensors& tensors);

void addBlur(OperatorChain& chain, const BlurParameters& blur, const PictureTensors& input);

/// px on either side that a blur with real borders saw beyond the picture.
Size blurMargin(const BlurParameters& blur, const PictureTensors& input);

/// A blur's noise, [0,1] units: at least the rounding of the picture, and 0.004 where noise or kernel is not given;
/// below 0.001 it is 0.
double effectiveBlurNoise(const BlurParameters& blur, bool isNoiseGiven, double sigma, double rounding);

/// sigma, or what the blur cannot have let through (noiseBeyondBlur) where that is more. notices: gets a sentence where
/// the blur cannot be the picture's.
double noiseWithBlur(double sigma, const PictureTensors& input, std::vector<Message>& notices);

} // namespace palimpsest
