// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/image/display_frame.h"
#include "core/image/image.h"

#include <cstdint>
#include <string>

namespace palimpsest {

/// How far a job is. Work is counted in units declared before the start (network evaluations for a restoration,
/// training steps for a training).
struct Progress {
    std::int64_t done = 0;
    std::int64_t total = 0;
    double secondsElapsed = 0;
    double secondsLeft = -1; ///< from measured units; negative: not yet known
    Message phase;           ///< a few words: "loading the prior", "level 2 of 4"

    double fraction() const { return total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0; }
};

/// How well the current estimate fits the measurement.
struct FitReport {
    int sample = 0;
    int step = 0;
    int steps = 1;
    double residual =
        0; ///< root mean square of A x0 - y in units of the noise (of 1/255 if noiseless): 1 is a perfect fit to noise
};

/// What a running job tells. Called from the worker's thread; implementations must return quickly.
class ProgressSink {
public:
    virtual ~ProgressSink() = default;
    virtual void progressed(const Progress& progress) = 0;
    /// One sentence the user should know: a fallback to the CPU, a smaller tile.
    virtual void noticed(const Message& /*sentence*/) {}
    /// Asked before a preview is packed: false skips the work (the last one is still on its way, or nobody looks).
    virtual bool wantsPreview() { return false; }
    /// The denoised estimate of a region of one sample, while it forms.
    virtual void previewed(const DisplayFrame& /*frame*/, int /*sample*/) {}
    /// After steps whose preview was packed: reading it off waits for the device.
    virtual void fitted(const FitReport& /*report*/) {}
    /// A finished sample, the moment it exists. `index` counts from 0.
    virtual void finished(const Image& /*result*/, int /*index*/) {}
};

} // namespace palimpsest
