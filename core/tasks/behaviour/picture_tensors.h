// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/base/message.h"
#include "core/image/image.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

namespace palimpsest {

/// A picture with what was painted on it, as tensors on one device. Float32, [-1,1].
struct PictureTensors {
    at::Tensor picture;                 ///< [1,3,H,W]
    at::Tensor known;                   ///< [H,W] bool: false under the mask; undefined: all is known
    at::Tensor hints;                   ///< [1,3,H,W]: colours; undefined: none
    at::Tensor hinted;                  ///< [H,W] bool: where `hints` holds
    at::Tensor kernel;                  ///< [rows,columns] float64 of a blur; undefined: none
    double rounding = 0;                ///< standard deviation of what the picture's depth rounded off, [0,1] units
    at::Tensor quantisation;            ///< [2,8,8] float64 of a JPEG, see OperatorData; undefined: none
    std::string chroma;                 ///< of a JPEG: a name of jpeg_chroma.h
    std::vector<std::int64_t> mirrored; ///< of a JPEG, see OperatorData
    std::vector<Message> notices;       ///< what the user should know of the input
};

/// The picture alone, on the host.
PictureTensors tensorsOf(const Image& picture);

/// At half the size: means over areas of two by two pixels. The kernel is left as it is.
PictureTensors halved(const PictureTensors& full);

/// The middle [height, width] of everything that has the picture's size.
PictureTensors middleOf(const PictureTensors& input, std::int64_t height, std::int64_t width);

PictureTensors onDevice(PictureTensors tensors, at::Device device);

/// Standard deviation of what a depth rounds off, [0,1] units.
double roundingOf(PixelDepth depth);

/// x [N,3,H,W] without a margin, and with its border replicated into one.
at::Tensor withoutMargin(const at::Tensor& x, Size margin);
at::Tensor withMargin(const at::Tensor& x, Size margin);

/// Whether the three channels are the same.
bool isGrey(const at::Tensor& picture);

} // namespace palimpsest
