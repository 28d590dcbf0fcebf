// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/parameter.h"

#include <cstdint>
#include <string>

namespace palimpsest {

/// A restoration described completely: the window, a batch and the command line build the same value and give it to
/// Engine::restore with the picture and the mask. Equal specs on equal input give equal bytes on one device.
struct RestoreSpec {
    std::string task = "inpaint"; ///< id of the engine's task catalogue: inpaint, colorize, upscale, deblur, denoise, old-photo, dejpeg, declip
    std::string method = "auto"; ///< id of the engine's method catalogue: default, mcg, dps, ddnm, projection, fill, telea ...
    std::string prior = "photo"; ///< id of an installed prior, or the path of a prior's folder
    int classLabel = -1;         ///< of a class-conditional prior; -1: none
    std::string start = "auto";  ///< auto | noise | estimate
    std::string estimate = "auto"; ///< first estimate: auto | photo-fill | telea | navier-stokes | fsr | path of a picture
    double t0 = -1;              ///< where `estimate` starts, in (0,1] of the schedule; negative: the method's default
    int steps = 0;               ///< network evaluations per pyramid level; 0: the method's default
    std::string stepRule = "auto"; ///< auto | ddpm | ddim
    double sigma = -1;           ///< noise of the picture, standard deviation in [0,1] units; -1: estimated from it
    int factor = 4;              ///< upscale: 2, 4 or 8
    std::string downsampling = "area"; ///< upscale: how the small picture came about: area | bicubic
    std::string kernel = "auto"; ///< deblur, old-photo: auto (gaussian:1.6; none for an old photo) | none | gaussian:SIGMA | motion:LENGTH,ANGLE | disk:RADIUS | path of a picture
    std::string boundary = "real"; ///< deblur: real | circular, what the blur saw beyond the rim
    int quality = 0;             ///< dejpeg: 1 .. 100 as the picture was saved; 0: from the JPEG file itself
    double headroom = 1.5;       ///< declip: how many times brighter than its limit the picture may have been
    std::string clipped = "highlights"; ///< declip: highlights | shadows | both
    bool keepColours = false;    ///< old-photo: the picture still has its colours, and keeps them
    bool degrade = false;        ///< the picture is a clean one: it is damaged as the task describes first, for study
    std::uint64_t seed = 0;
    int samples = 1;             ///< variants, each with its own stream of the seed
    int grow = 0;                ///< px: the solved mask reaches this far beyond the given one
    int feather = 0;             ///< px: width of the band at the rim of the solved mask where the result fades into the picture
    int tile = 0;                ///< px, side of the largest piece given to the network at once; 0: from the memory there is
    std::string device = "auto"; ///< auto | cpu | cuda[:N]
    std::string precision = "auto"; ///< auto | fp32 | bf16 | fp16
    int threads = 0;             ///< 0: all cores
    ParameterValues parameters;  ///< of method, guidance and step rule, named "guidance.scale", "ddim.eta" ...

    bool operator==(const RestoreSpec&) const = default;
};

/// Schemas of the fields above (not of `parameters`): flags, form, JSON check and manual are made from them.
const ParameterSchemas& restoreSchemas();

/// Throws Error(badArgument) for a value out of its schema's range, for unknown words, a negative noise and for t0 = 0.
void validate(const RestoreSpec& spec);

/// Sets one field by its schema's name. Throws as validate does.
void setField(RestoreSpec& spec, const std::string& name, const ParameterValue& value);
ParameterValue field(const RestoreSpec& spec, const std::string& name);

Json toJson(const RestoreSpec& spec);
/// Unknown keys are refused by name.
RestoreSpec restoreSpecFromJson(const Json& json);

} // namespace palimpsest
