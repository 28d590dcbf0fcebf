// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/picture_job.h"

#include "core/base/available_memory.h"
#include "core/base/error.h"
#include "core/base/random_seed.h"
#include "core/methods/method_rows.h"
#include "core/tasks/nonlinear_measurement.h"
#include "core/tasks/picture_estimate.h"
#include "core/restoration/whole/whole_solver.h"
#include "core/restoration/preview.h"
#include "core/restoration/run_record_start.h"
#include "core/restoration/solution_map_pictures.h"
#include "core/restoration/user_estimate.h"
#include "core/image/colour_transform.h"
#include "core/image/resample.h"
#include "core/tensor/device.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace palimpsest {
namespace {

Rect whole(Size size) { return {0, 0, size.width, size.height}; }

/// What the result is mixed into: the picture, in the working space, at the result's size and with its channels. Gives
/// alpha, depth and metadata.
Image canvasFor(const RestoreSpec& spec, const Image& working, Size result) {
    const bool becomesColour = working.colourChannels() == 1 && recoversColour(spec);
    const Image canvas = becomesColour ? withThreeColours(working) : working;
    return canvas.size() == result ? canvas : resampled(canvas, result);
}

PictureTensors onDevice(PictureTensors tensors, at::Device device) {
    for (at::Tensor* tensor : {&tensors.picture, &tensors.known, &tensors.hints, &tensors.hinted}) {
        *tensor = tensor->defined() ? tensor->to(device) : *tensor;
    }
    return tensors;
}

/// The input of a run as tensors, damaged first if the spec asks for it, and its noise.
struct PreparedInput {
    Image working; ///< the picture in the working space
    PictureTensors tensors;
    double sigma = 0;
    Size picture; ///< size of what was measured
};

PreparedInput prepared(const RestoreSpec& spec, const RestoreInput& input) {
    PreparedInput result;
    result.working = isNonlinear(spec.task) ? input.picture : toWorkingSpace(input.picture);
    result.tensors = pictureTensors(spec, {result.working, input.mask, input.hints});
    if (spec.keepColours && !input.hints.isNull()) {
        result.tensors.notices.emplace_back("the colour hints are not used, since the picture keeps its colours");
    }
    result.tensors.rounding = roundingOf(input.picture.depth());
    if (spec.degrade) {
        result.tensors = degraded(spec, result.tensors);
    }
    result.sigma = noiseLevelOf(spec, result.tensors, &result.tensors.notices);
    result.picture = {static_cast<int>(result.tensors.picture.size(3)), static_cast<int>(result.tensors.picture.size(2))};
    return result;
}

Size resultOf(const RestoreSpec& spec, Size measured) {
    const int factor = enlargementOf(spec);
    return {measured.width * factor, measured.height * factor};
}

/// How a run may be ended from outside.
struct RunControl {
    std::stop_token stop;
    const KeepRequest* keep = nullptr;
};

/// One group of samples after the other; keeps what the maps are made from.
class PictureRun {
public:
    PictureRun(const RestoreSpec& spec, const RestoreInput& input, const PreparedInput& ready, const PicturePlan& plan,
               const SolverResources& resources, ProgressSink& sink)
        : spec_(spec), original_(input.picture), ready_(ready), plan_(plan), resources_(resources), sink_(sink),
          canvas_(canvasFor(spec, ready.working, plan.result)), unit_(residualUnit({.sigmaY = 2 * ready.sigma})) {}

    void run(const at::Tensor& estimate, RunRecord& record, RestoreResult& result) {
        const PictureTensors tensors = onDevice(ready_.tensors, resources_.device);
        const Measurement measured = measure(spec_, tensors, ready_.sigma, resources_.stop);
        std::vector<at::Tensor> solved;
        for (const SampleGroup& group : plan_.groups) {
            if (!solved.empty() && resources_.shallKeep()) {
                break;
            }
            PictureSolver solver(resources_, spec_, group, ready_.sigma);
            solved.push_back(solver.solve(tensors, measured, estimate, streamSeed(spec_.seed, "picture", 0),
                                          [&](const PictureStep& step) { observed(group, step); }));
            finish(group, solved.back(), measured, record, result);
        }
        result.maps = solutionMaps(at::cat(solved), measured);
        result.maps.residualCurve = residualCurve();
    }

private:
    void observed(const SampleGroup& group, const PictureStep& step) {
        const int sample = static_cast<int>(group.samples.front());
        const at::Tensor residual = step.residual[0] / (std::sqrt(static_cast<double>(step.measured)) * unit_);
        if (sample == 0) {
            curve_.push_back(residual); // read off at the end: reading waits for the device
        }
        const bool isShown = showPreview(sink_, step.x0.slice(0, 0, 1), whole(plan_.result), step.level, sample,
                                         std::max(1, plan_.result.width / original_.width()));
        if (isShown || step.step + 1 == step.steps) {
            sink_.fitted({.sample = sample, .step = step.step, .steps = step.steps, .residual = residual.item<double>()});
        }
    }

    std::vector<double> residualCurve() const {
        std::vector<double> values;
        for (const at::Tensor& residual : curve_) {
            values.push_back(residual.item<double>());
        }
        return values;
    }

    void finish(const SampleGroup& group, const at::Tensor& solved, const Measurement& measured, RunRecord& record,
                RestoreResult& result) {
        const at::Tensor residual = (measured.A->forward(solved) - measured.y).flatten(1).square().mean(1).sqrt().to(at::kCPU);
        const at::Tensor pictures = withoutMargin(solved, measured.margin).to(at::kCPU);
        for (std::size_t i = 0; i < group.samples.size(); ++i) {
            Compositor compositor(canvas_);
            compositor.blend(pictures.slice(0, i, i + 1).contiguous(), Mask(plan_.result, 255), whole(plan_.result));
            result.samples.push_back(inOwnSpace(compositor.image()));
            record.samples.push_back({.seed = spec_.seed,
                                      .residual = 0.5 * residual[static_cast<std::int64_t>(i)].item<double>(),
                                      .pixelsSha256 = contentHash(result.samples.back())});
            sink_.finished(result.samples.back(), static_cast<int>(group.samples[i]));
        }
    }

    Image inOwnSpace(const Image& result) const {
        return isNonlinear(spec_.task) ? result.withMetadata(withoutCompression(original_.metadata())) : fromWorkingSpace(result, original_);
    }

    const RestoreSpec& spec_;
    const Image& original_;
    const PreparedInput& ready_;
    const PicturePlan& plan_;
    const SolverResources& resources_;
    ProgressSink& sink_;
    Image canvas_;
    double unit_;
    std::vector<at::Tensor> curve_; ///< of sample 0, by step
};

std::vector<RegionRecord> regionRecords(const PicturePlan& plan) {
    const SampleGroup& group = plan.groups.front();
    RegionRecord record{whole(plan.result), {}};
    for (int level = static_cast<int>(group.levels.size()) - 1; level >= 0; --level) {
        record.levels.push_back({group.levels[level], 1, group.evaluations(level), group.recipe(level).t0});
    }
    return {record};
}

} // namespace

RunEstimate estimatePictureRun(const RestoreSpec& spec, const RestoreInput& input, const PriorTraits& prior) {
    validate(spec);
    const Size measured = input.picture.size();
    const double rounding = spec.degrade ? 0 : roundingOf(input.picture.depth());
    const double sigma = noiseOfTask(spec, spec.sigma < 0 ? kOrdinaryNoise : spec.sigma, rounding);
    const PicturePlan plan = planPicture(spec, spec.degrade ? measured : resultOf(spec, measured), sigma,
                                         {.free = availableMemory(), .isCpu = !spec.device.starts_with("cuda")}, prior);
    return {.evaluations = plan.evaluations(), .work = plan.work(), .memoryBytes = plan.memoryBytes()};
}

namespace {

/// All of a run behind its plan.
RestoreResult runPlan(const RestoreSpec& spec, const RestoreInput& input, const PreparedInput& ready, const PicturePlan& plan,
                      const ComputeSetup& setup, PriorStore& store, ProgressSink& sink, const RunControl& control) {
    ProgressMeter meter(sink, plan.evaluations(), plan.pixels());
    meter.phase("loading the prior");
    const LoadedPriors priors = loadPriors(spec, plan.usesPrior(), false, setup, store);
    RunRecord record = startedRecord(spec, plan.groups.front().settings, setup, input);
    record.resolved.sigma = ready.sigma;
    record.resolved.tile = plan.tile();
    record.regions = regionRecords(plan);
    record.weights = priors.weights;
    record.timings["loading"] = meter.secondsElapsed();
    const SolverResources resources{.device = setup.device,
                                    .denoiser = priors.denoiser.get(),
                                    .schedule = priors.schedule ? &*priors.schedule : nullptr,
                                    .meter = meter,
                                    .stop = control.stop,
                                    .keep = control.keep};
    meter.phase("restoring");
    RestoreResult result;
    const UserEstimate estimate = readUserEstimate(spec, plan.result);
    record.estimate.sha256 = estimate.sha256;
    if (!ready.tensors.kernelSha256.empty()) {
        record.kernel.sha256 = ready.tensors.kernelSha256;
    }
    PictureRun run(spec, input, ready, plan, resources, sink);
    run.run(estimate.x.defined() ? estimate.x.to(setup.device) : estimate.x, record, result);
    result.stoppedEarly = resources.shallKeep();
    record.stoppedEarly = result.stoppedEarly;
    record.timings["network"] = meter.secondsInNetwork();
    record.timings["total"] = meter.secondsElapsed();
    result.workPerSecond = plan.work() > 0 ? plan.work() / (meter.secondsElapsed() - record.timings["loading"]) : -1;
    result.record = toText(record);
    return result;
}

} // namespace

RestoreResult runPictureRestoration(const RestoreSpec& spec, const RestoreInput& input, PriorStore& store, ProgressSink& sink,
                                    std::stop_token stop, const KeepRequest* keep) {
    validate(spec);
    const ComputeSetup setup = setUpCompute(spec.device, spec.precision, spec.threads);
    if (spec.device == "auto") {
        sink.noticed(setup.notice);
    }
    const DeviceScope scope(setup.device);
    const PreparedInput ready = prepared(spec, input);
    for (const std::string& notice : ready.tensors.notices) {
        sink.noticed(notice);
    }
    const PicturePlan plan = planPicture(spec, resultOf(spec, ready.picture), ready.sigma,
                                         {.free = availableMemory(), .isCpu = setup.device.is_cpu()},
                                         priorTraits(store.catalogue, spec.prior));
    const RunControl control{std::move(stop), keep};
    try {
        return runPlan(spec, input, ready, plan, setup, store, sink, control);
    } catch (...) {
        const Error error = translateCurrentException();
        if (error.code() != ErrorCode::outOfMemory) {
            throw;
        }
    }
    sink.noticed("the memory ran out; the run starts again in smaller pieces, one variant at a time");
    return runPlan(spec, input, ready, inSmallestPieces(plan), setup, store, sink, control);
}

} // namespace palimpsest
