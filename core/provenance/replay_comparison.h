// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/provenance/run_record.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palimpsest {

/// A circumstance that differs from the recorded run and may explain different bytes.
struct CircumstanceDifference {
    std::string name; ///< "device", "libtorch", "weights of photo" ...
    std::string recorded;
    std::string replayed;
    bool operator==(const CircumstanceDifference&) const = default;
};

/// Program and library versions, device, precision, threads, weights, every other resolved field, and the plan of
/// regions and levels; in this order. Timings are not compared.
std::vector<CircumstanceDifference> differingCircumstances(const RunRecord& recorded, const RunRecord& replayed);

struct SampleComparison {
    bool agrees = false;
    std::optional<double> psnr; ///< dB, against the saved picture; absent if it is not available
};

struct ReplayComparison {
    std::vector<SampleComparison> samples;
    std::vector<CircumstanceDifference> differences;

    /// All samples have equal bytes.
    bool agrees() const;
};

/// Compares the hashes of the samples, and where they differ the pixels. `savedPictures` are the recorded samples as
/// read from their files, null where there is none; `replayedPictures` are the new ones.
ReplayComparison compareReplay(const RunRecord& recorded, const RunRecord& replayed,
                               std::span<const Image> savedPictures, std::span<const Image> replayedPictures);

/// "the bytes agree", or a line per sample and a line per difference.
std::string inWords(const ReplayComparison& comparison);

} // namespace palimpsest
