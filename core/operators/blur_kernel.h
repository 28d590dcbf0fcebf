// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/shape.h"

#include <ATen/core/Tensor.h>

#include <string>

namespace palimpsest {

enum class BlurShape { gaussian, motion, disk };

/// A blur by name. As text: "gaussian:SIGMA", "motion:LENGTH,ANGLE" or "disk:RADIUS"; lengths in pixels, the angle in
/// degrees against the horizontal, counter-clockwise.
struct BlurKernel {
    BlurShape shape = BlurShape::gaussian;
    double size = 1;  ///< standard deviation (0.1 to 100), length (1 to 400) or radius (0.5 to 200)
    double angle = 0; ///< of motion

    bool operator==(const BlurKernel&) const = default;
};

/// Throws Error(badArgument) for a text that names no blur, or a size out of range.
BlurKernel blurKernelFromText(const std::string& text);
std::string toText(const BlurKernel& kernel);

/// [k,k] float64 with k odd, the largest kernel that is not negligible; no value is negative, they sum to one. A
/// Gaussian is cut off at four standard deviations; motion and disk have soft edges (they cover parts of pixels).
at::Tensor kernelPixels(const BlurKernel& kernel);

struct PreparedKernel {
    at::Tensor pixels;          ///< [rows,columns] float64, both odd, summing to one
    bool wasNormalised = false; ///< it did not sum to one (to 0.1 %) and was divided by its sum: to be said to the user
};

/// A kernel from elsewhere, [rows,columns] of any real dtype, made fit for the blur operator: sides made odd by a row
/// or column of zeros at the end, and the sum made one. Throws Error(badInput) if it is empty, has a negative, NaN or
/// infinite value, or sums to zero.
PreparedKernel preparedKernel(const at::Tensor& raw);

/// Throws Error(badInput) if the kernel is larger than the picture.
void requireKernelFits(const at::Tensor& pixels, const Shape& domain);

} // namespace palimpsest
