// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/operators/measurement_operator.h"
#include "core/operators/noise_model.h"
#include "core/engine/restore_input.h"
#include "core/specs/restore_spec.h"

#include <ATen/core/Tensor.h>

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace palimpsest {

/// A picture with what was painted on it, as tensors on one device. Float32, [-1,1].
struct PictureTensors {
    at::Tensor picture; ///< [1,3,H,W]
    at::Tensor known;   ///< [H,W] bool: false under the mask; undefined: all is known
    at::Tensor hints;   ///< [1,3,H,W]: colours; undefined: none
    at::Tensor hinted;  ///< [H,W] bool: where `hints` holds
    at::Tensor kernel;  ///< [rows,columns] float64 of a blur; undefined: none
    std::string kernelSha256; ///< contentHash() of the picture that the kernel was read from; empty: none
    double rounding = 0;    ///< standard deviation of what the picture's depth rounded off, [0,1] units
    at::Tensor quantisation; ///< [2,8,8] float64 of a JPEG, see OperatorData; undefined: none
    std::string chroma;      ///< of a JPEG: 4:2:0, 4:2:2, 4:4:0 or 4:4:4
    std::vector<std::int64_t> mirrored; ///< of a JPEG, see OperatorData
    std::vector<std::string> notices; ///< what the user should know of the input
};

/// The input of a task in the working space, with the kernel that the spec names. Throws Error(badInput).
PictureTensors pictureTensors(const RestoreSpec& spec, const RestoreInput& input);

/// The same at half the size: means over areas of two by two pixels. The kernel is left as it is.
PictureTensors halved(const PictureTensors& full);

/// What was measured of the picture that is looked for.
struct Measurement {
    std::unique_ptr<MeasurementOperator> A; ///< domain: [3,H,W] of the picture looked for, and its margin
    at::Tensor y;                      ///< [1, A->range()...]
    NoiseModel noise;
    double directError = 0; ///< root mean square, model units, by which the plain picture of a noiseless y misses; 0: unknown
    Size margin; ///< px on either side that A's domain has beyond the result: what a real blur saw past the rim
};

/// Reads the task of the spec into an operator and its measurement. Throws Error(badInput, badArgument).
/// sigma: of the noise, [0,1] units; stop: see LinearOperator::stop.
Measurement measure(const RestoreSpec& spec, const PictureTensors& input, double sigma, const std::stop_token& stop = {});

/// `clean` as the task's damage leaves it: A x + noise, seeded. A blur with a real boundary and a factor that does not divide the
/// size give a smaller picture, of the middle. Masks and hints are cut alike.
PictureTensors degraded(const RestoreSpec& spec, const PictureTensors& clean);

/// The noise of a measurement as the prior has to take it. A grey picture is three equal channels to it, whose three noises
/// are one: their mean is as noisy as each, where that of three independent ones would be sqrt(3) times less. A measurement
/// that is grey itself is not concerned. (A grey picture with noise of 0.1 was left 2.6 dB noisier without this.)
NoiseModel noiseForPrior(const RestoreSpec& spec, const PictureTensors& input, const NoiseModel& noise);

/// Standard deviation of what a depth rounds off, [0,1] units.
double roundingOf(PixelDepth depth);

/// What a noise of sigma, given or estimated, comes to in the task, [0,1] units. For blurs at least the rounding of the picture, and
/// 0.004 where the noise is not given or the kernel is "auto"; below 0.001 it is 0.
double noiseOfTask(const RestoreSpec& spec, double sigma, double rounding);

/// The same of the given standard deviation, or of what the picture shows: `estimatedNoiseLevel`, and what the blur cannot have let
/// through (noiseBeyondBlur). notices: gets a sentence where the blur that is named cannot be the picture's.
double noiseLevelOf(const RestoreSpec& spec, const PictureTensors& input, std::vector<std::string>* notices = nullptr);

/// x [N,3,H,W] without a margin.
at::Tensor withoutMargin(const at::Tensor& x, Size margin);

/// The result has colours that the picture has not.
bool recoversColour(const RestoreSpec& spec);

/// How many times larger than the picture the result is.
int enlargementOf(const RestoreSpec& spec);

/// The word of the kernel that "auto" stands for in the task; "none" for no blur.
std::string kernelWord(const RestoreSpec& spec);

} // namespace palimpsest
