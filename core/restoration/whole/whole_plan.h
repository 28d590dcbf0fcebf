// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/methods/method_settings.h"
#include "core/priors/prior_traits.h"
#include "core/restorers/restorer_choice.h"
#include "core/specs/restore_spec.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace palimpsest {

/// Samples that are drawn together with the same settings.
struct SampleGroup {
    MethodSettings settings;
    std::vector<std::uint64_t> samples;
    std::vector<Size> levels; ///< of the unknown image, fine (0) to coarse
    bool recomputes = false;  ///< a gradient computes again what does not fit into the memory (CheckpointScope)

    const LevelRecipe& recipe(int level) const {
        return level + 1 == static_cast<int>(levels.size()) ? settings.coarsest : settings.finer;
    }
    /// Network evaluations of one sample on one level.
    int evaluations(int level) const;
};

/// All that is decided before a whole image is restored.
struct WholePlan {
    Size result;      ///< of the unknown image
    double sigma = 0; ///< noise, [0,1] units
    std::vector<SampleGroup> groups;
    PriorTraits prior;
    std::optional<RestorerTraits> restorer;

    std::int64_t evaluations() const;
    std::int64_t pixels() const; ///< times evaluations
    double macs() const;         ///< of all evaluations
    bool usesPrior() const;
    std::optional<int> tile() const; ///< px, the side of all groups; none if groups differ
    std::int64_t memoryBytes() const;
};

/// The same work in the smallest pieces: one sample at a time, on small tiles, recomputing.
WholePlan inSmallestPieces(const WholePlan& plan);

/// Where a plan is to run.
struct Machine {
    std::optional<std::int64_t> free; ///< bytes of memory; none: unknown
    bool isCpu = true;                ///< false: a GPU, which gains from larger batches
};

/// result: the size of the unknown image. Batches are what the machine gains from; little memory cuts them, and
/// rounding with them. A gradient of one sample that does not fit is recomputed in parts. Throws Error(badArgument),
/// and Error(outOfMemory) with the size that fits if even one sample does not.
WholePlan planWhole(const RestoreSpec& spec, Size result, double sigma, const Machine& machine,
                    const PriorTraits& prior = {}, const std::optional<RestorerTraits>& restorer = {});

} // namespace palimpsest
