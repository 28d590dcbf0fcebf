// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operators/linear_operator.h"
#include "core/operators/noise_model.h"

#include <ATen/core/Tensor.h>

#include <memory>

namespace palimpsest {

/// What is known of the unknown image x: y = A(x) + noise. A guidance is made with it; one without an A is none at all.
struct Measurement {
    std::shared_ptr<const MeasurementOperator> A; ///< in dtype and on the device of the run; null: nothing was measured
    at::Tensor y;          ///< [1 or N, A->range()...] in the range of A: zero where nothing was measured
    NoiseModel noise = {}; ///< of y

    bool isEmpty() const { return !A; }
    /// A, for those who need a linear one (GuidanceEntry::takesNonlinear says who does not). Throws Bug.
    const LinearOperator& linear() const;
    /// y for each sample of x [N,...], in its dtype and on its device. A view, unless y has another dtype or device.
    at::Tensor yFor(const at::Tensor& x) const;
};

/// A itself. Throws Bug if it is not linear.
const LinearOperator& linearOf(const MeasurementOperator& A);

/// Throws Bug unless there is an A and y is a batch of its range. Brings y to dtype and device of an A that tells them,
/// so that yFor() copies nothing.
Measurement prepared(Measurement measurement);

} // namespace palimpsest
