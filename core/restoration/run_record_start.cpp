// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/run_record_start.h"

#include "core/base/version.h"
#include "core/restoration/method_choice.h"
#include "core/tensor/device.h"

#include <torch/version.h>

namespace palimpsest {
namespace {

RestoreSpec resolvedSpec(const RestoreSpec& asked, const MethodSettings& settings, const ComputeSetup& setup) {
    RestoreSpec resolved = asked;
    resolved.method = asked.method.value_or(kDefaultMethod);
    resolved.prior = asked.prior.value_or(kDefaultPrior);
    resolved.start = settings.coarsest.t0 >= 1 && !settings.startsAtItsNoise ? "noise" : "estimate";
    resolved.estimate = settings.refineWithFill ? std::optional<std::string>(kFillPrior) : settings.firstEstimate;
    resolved.t0 = settings.coarsest.t0 > 0 ? std::optional(settings.coarsest.t0) : std::nullopt;
    resolved.steps = settings.coarsest.steps > 0 ? std::optional(settings.coarsest.steps) : std::nullopt;
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

RunRecord startedRecord(const RestoreSpec& asked, const Solver& solver, const ComputeSetup& setup,
                        const RestoreInput& input) {
    RunRecord record;
    record.spec = asked;
    record.resolved = resolvedSpec(asked, solver.settings(), setup);
    solver.resolve(record.resolved);
    record.acquisitionKind = kindOf(input.acquisition);
    record.acquisition.sha256 = contentHash(input.acquisition);
    record.mask.sha256 = contentHash(input.mask);
    record.hints.sha256 = contentHash(input.hints);
    record.kernel.sha256 = contentHash(input.kernel);
    record.estimate.sha256 = contentHash(input.estimate);
    record.regions = solver.regions();
    record.programVersion = kVersion;
    record.torchVersion = TORCH_VERSION;
    record.deviceTitle = titleOf(setup.deviceId);
    return record;
}

} // namespace palimpsest
