// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random_stream.h"
#include "core/training/training_picture.h"

#include <vector>

namespace palimpsest {

/// A square of a photo, planes R, G, B in [-1,1]: 3 * side * side values.
struct Crop {
    int side = 0;
    std::vector<float> planes;
};

struct CropOptions {
    int side = 64;
    bool augment = true; ///< mirrors, turns, mild changes of colour
};

/// Draws square crops of photos at all scales: the factor by which the photo is shrunk (averaging areas) is
/// log-uniform from 1 to where the crop spans the shorter side, so that one network learns every level of a pyramid.
class CropSource {
public:
    /// Throws Error(badInput) if no picture is at least `side` pixels high and wide.
    CropSource(const std::vector<TrainingPicture>& pictures, CropOptions options);
    /// Four of five crops that are almost of one colour are drawn again.
    Crop draw(RandomStream& random) const;
    /// A crop of one picture at a given shrinking factor (at most largestFactor), around the given relative centre.
    Crop cut(const TrainingPicture& picture, double factor, double centreX, double centreY) const;
    double largestFactor(const TrainingPicture& picture) const;
    const std::vector<const TrainingPicture*>& usable() const { return usable_; }

private:
    const TrainingPicture& choose(RandomStream& random) const;
    Crop drawPlain(RandomStream& random) const;

    CropOptions options_;
    std::vector<const TrainingPicture*> usable_;
    std::vector<double> cumulativeWeights_; ///< a picture's share grows with the square root of its area
};

/// Mirrors, quarter turns and mild changes of brightness, contrast, colour; sometimes grey. Values stay in [-1,1].
void augment(Crop& crop, RandomStream& random);

} // namespace palimpsest
