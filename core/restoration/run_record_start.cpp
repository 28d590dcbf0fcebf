// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/run_record_start.h"

#include "core/base/version.h"
#include "core/restoration/loaded_priors.h"
#include "core/tensor/device.h"

#include <torch/version.h>

namespace palimpsest {
namespace {

RestoreSpec resolvedSpec(const RestoreSpec& spec, const MethodSettings& settings, const ComputeSetup& setup) {
    RestoreSpec resolved = spec;
    resolved.method = spec.method == "auto" ? "default" : spec.method;
    resolved.start = settings.coarsest.t0 >= 1 && !settings.startsAtItsNoise ? "noise" : "estimate";
    resolved.estimate = settings.refineWithFill ? kFillPrior : settings.firstEstimate;
    resolved.t0 = settings.coarsest.t0 > 0 ? settings.coarsest.t0 : -1;
    resolved.steps = settings.coarsest.steps;
    resolved.stepRule = settings.stepRule;
    resolved.tile = settings.tileSide;
    resolved.device = setup.deviceId;
    resolved.precision = setup.precision;
    resolved.threads = setup.threads;
    return resolved;
}

std::string titleOf(const std::string& device) {
    for (const DeviceInfo& info : availableDevices()) {
        if (info.id == device) {
            return info.title;
        }
    }
    return device;
}

} // namespace

RunRecord startedRecord(const RestoreSpec& spec, const MethodSettings& settings, const ComputeSetup& setup, const RestoreInput& input) {
    RunRecord record;
    record.spec = spec;
    record.resolved = resolvedSpec(spec, settings, setup);
    record.picture.sha256 = contentHash(input.picture);
    record.mask.sha256 = contentHash(input.mask);
    record.hints.sha256 = contentHash(input.hints);
    record.kernel.sha256 = record.estimate.sha256 = contentHash(Image());
    record.programVersion = kVersion;
    record.torchVersion = TORCH_VERSION;
    record.deviceTitle = titleOf(setup.deviceId);
    return record;
}

} // namespace palimpsest
