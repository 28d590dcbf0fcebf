// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/run_record.h"

namespace palimpsest {

/// A run record in which every field has a value of its own.
inline RunRecord wholeRecord() {
    RunRecord record;
    record.spec.seed = 9007199254740991u;
    record.spec.samples = 2;
    record.spec.taskParameters = {{"grow", std::int64_t{3}}, {"feather", std::int64_t{2}}};
    record.spec.parameters = {{"guidance.scale", 0.5}, {"ddim.eta", 0.0}, {"loops", std::int64_t{3}}, {"clip", true}};
    record.resolved = record.spec;
    record.resolved.method = "ddnm";
    record.resolved.prior = "photo";
    record.resolved.classLabel = 7;
    record.resolved.start = "estimate";
    record.resolved.estimate = "telea";
    record.resolved.t0 = 0.3;
    record.resolved.steps = 12;
    record.resolved.stepRule = "ddim";
    record.resolved.tile = 256;
    record.resolved.device = "cpu";
    record.resolved.precision = "bf16";
    record.resolved.threads = 2;
    record.acquisitionKind = "sinogram";
    record.acquisition = {"photo.jpg", std::string(64, '1')};
    record.mask = {"/home/someone/mask.png", std::string(64, '2')};
    record.hints = {"hints.png", std::string(64, '8')};
    record.kernel = {"kernel.png", std::string(64, '9')};
    record.estimate = {"estimate.png", std::string(64, 'a')};
    record.weights = {{"photo", std::string(64, '3')}, {"photo-fill", std::string(64, '4')}};
    record.programVersion = "0.1.0";
    record.torchVersion = "2.11.0";
    record.deviceTitle = "A processor";
    record.regions = {
        {{3, 4, 100, 80}, {{{25, 20}, 1, 12, 1.0}, {{100, 80}, 4, 8, 0.25}}, "telea", "ddnm", "ddim", 256},
        {{200, 0, 8, 8}, {{{8, 8}, 1, 3, 1}}, "photo-fill", "", "", 512}};
    record.samples = {{18446744073709551615u, 4, 0.001, std::string(64, '5'), "out-1.png", std::string(64, '6')},
                      {7, 1, std::nullopt, std::string(64, '7'), "", ""}};
    record.scale = PhysicalScale{"HU", {0.5, 0.25, 2}, DisplayWindow{40, 400}};
    record.stoppedEarly = true;
    record.timings = {{"total", 12.5}, {"network", 11.25}};
    return record;
}

} // namespace palimpsest
