// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/image/mask.h"

namespace at {
class Tensor;
}

namespace palimpsest {

/// The colours of `area` (within the image) as float32 [1,3,H,W] on the host: [0,1] of the depth becomes [-1,1];
/// grey is repeated three times; alpha is left out; float pictures are clamped to [0,1] and NaN becomes 0.
at::Tensor toTensor(const Image& image, const Rect& area);

/// 1 where the mask is above 0 and else 0: float32 [1,1,H,W] on the host.
at::Tensor holeTensor(const Mask& mask, const Rect& area);

/// An RGB float32 image with the values of x [1,3,H,W] in [-1,1] mapped to [0,1], clamped.
Image toImage(const at::Tensor& x);

/// [1,C,H,W] as a float32 picture of C channels, values as they are.
Image floatImage(const at::Tensor& values);

/// Mixes x [1,3,H,W] in [-1,1] into a copy of `image` at `area`: result = picture + weight * (x - picture), with the
/// mask's values / 255 as weights. Pixels with weight 0 keep their bytes, alpha keeps its own everywhere; a grey
/// picture takes the mean of the three colours; integer depths are rounded to nearest.
class Compositor {
public:
    explicit Compositor(const Image& image);
    void blend(const at::Tensor& x, const Mask& weights, const Rect& area);
    Image image() const;

private:
    Image original_;
    std::vector<std::byte> pixels_;
};

} // namespace palimpsest
