// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/denoiser.h"
#include "core/engine/engine.h"
#include "core/jobs/progress_meter.h"
#include "core/restoration/inpaint/fill_network.h"
#include "core/schedules/noise_schedule.h"

#include <c10/core/Device.h>

#include <stop_token>

namespace palimpsest {

class Restorer;

/// What all parts of a run share. References live as long as the run.
struct SolverResources {
    at::Device device = at::kCPU;
    const Denoiser* denoiser = nullptr;      ///< null if no level uses a prior
    const NoiseSchedule* schedule = nullptr; ///< of the prior
    const FillNetwork* fill = nullptr;       ///< null if it is not used
    const Restorer* restorer = nullptr;      ///< null if no first estimate is its
    ProgressMeter& meter;
    ProgressSink& sink;
    std::stop_token stop;
    const KeepRequest* keep = nullptr;

    bool shallKeep() const { return keep && keep->asked(); }
    void throwIfStopped() const;
};

/// Adds the time of every evaluation to the meter's network time.
class MeteredDenoiser : public Denoiser {
public:
    MeteredDenoiser(const Denoiser& denoiser, ProgressMeter& meter) : denoiser_(denoiser), meter_(meter) {}
    Prediction predict(const at::Tensor& xt, const Step& step) const override;

private:
    const Denoiser& denoiser_;
    ProgressMeter& meter_;
};

} // namespace palimpsest
