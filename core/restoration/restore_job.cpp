// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/restore_job.h"

#include "core/base/error.h"
#include "core/base/random_seed.h"
#include "core/restoration/compute_setup.h"
#include "core/restoration/preview.h"
#include "core/restoration/inpaint/region_solver.h"
#include "core/restoration/run_record_start.h"
#include "core/methods/sampling_recipe.h"
#include "core/restoration/solution_map_pictures.h"
#include "core/restoration/user_estimate.h"
#include "core/image/colour_transform.h"
#include "core/image/original_outside.h"
#include "core/provenance/run_record.h"
#include "core/tensor/device.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace palimpsest {
namespace {

/// The plans of all variants: they differ between the first and the others at most.
struct SamplePlans {
    RestorePlan first;
    RestorePlan others;
    int samples;

    SamplePlans(const RestoreSpec& spec, Size picture, const Mask& mask, const PriorTraits& prior)
        : first(planRestoration(spec, picture, mask, 0, prior)),
          others(spec.samples > 1 ? planRestoration(spec, picture, mask, 1, prior) : RestorePlan{}), samples(spec.samples) {}

    const RestorePlan& of(int sample) const { return sample == 0 ? first : others; }
    std::int64_t evaluations() const { return first.evaluations() + (samples - 1) * others.evaluations(); }
    std::int64_t pixels() const { return first.pixels() + (samples - 1) * others.pixels(); }
    double work() const { return first.work() + (samples - 1) * others.work(); }
    bool usesPrior() const { return first.usesPrior() || others.usesPrior(); }
    bool usesFillNetwork() const { return first.usesFillNetwork() || others.usesFillNetwork(); }
};

at::Tensor crop(const at::Tensor& x, const Rect& area) {
    return x.defined() ? x.slice(2, area.y, area.bottom()).slice(3, area.x, area.right()) : x;
}

/// One sample: every region in turn.
class SampleRun {
public:
    SampleRun(const RestorePlan& plan, const Image& picture, const at::Tensor& estimate, const SolverResources& resources,
              ProgressSink& sink)
        : plan_(plan), picture_(picture), estimate_(estimate), resources_(resources), sink_(sink) {}

    Image run(std::uint64_t seed, int sample) {
        Compositor compositor(picture_);
        for (std::size_t i = 0; i < plan_.regions.size(); ++i) {
            resources_.throwIfStopped();
            const RegionPlan& region = plan_.regions[i];
            const Rect& area = region.region.area;
            const at::Tensor picture = toTensor(picture_, area);
            const at::Tensor hole = holeTensor(plan_.solved, area);
            RegionSolver solver(resources_, region);
            const at::Tensor x =
                solver.solve(picture, hole, crop(estimate_, area), streamSeed(seed, "region", i),
                             [&](const at::Tensor& current, int level) { showPreview(sink_, current, area, level, sample); });
            addResidual((x - picture) * (1 - hole), hole);
            compositor.blend(x, plan_.weights, area);
        }
        return compositor.image();
    }

    /// Root mean square over the measured pixels of all regions, in [0,1] units; 0 by construction, measured to be sure.
    double residual() const { return measured_ > 0 ? 0.5 * std::sqrt(squares_ / measured_) : 0; }

private:
    void addResidual(const at::Tensor& difference, const at::Tensor& hole) {
        squares_ += difference.square().sum().item<double>();
        measured_ += 3 * (1 - hole).sum().item<double>();
    }

    const RestorePlan& plan_;
    const Image& picture_;
    const at::Tensor& estimate_;
    const SolverResources& resources_;
    ProgressSink& sink_;
    double squares_ = 0;
    double measured_ = 0;
};

std::vector<RegionRecord> regionRecords(const RestorePlan& plan) {
    std::vector<RegionRecord> records;
    for (const RegionPlan& region : plan.regions) {
        RegionRecord record{region.region.area, {}};
        for (int level = region.levelCount() - 1; level >= 0; --level) {
            const int scale = 1 << level;
            const Size size{(region.region.area.width + scale - 1) / scale, (region.region.area.height + scale - 1) / scale};
            const LevelRecipe& recipe = region.recipe(level);
            record.levels.push_back({size, static_cast<int>(region.tiles[level].size()), region.evaluationsPerTile(level), recipe.t0});
        }
        records.push_back(std::move(record));
    }
    return records;
}

/// Resident memory of a run: the picture and its copies, the float tensors of the largest region, the prior's weights,
/// and what the network needs for the largest tile.
std::int64_t plannedBytes(const RestorePlan& plan, const Image& picture) {
    constexpr std::int64_t kRegionBytesPerPixel = 4 * (3 * 8 + 4);
    constexpr std::int64_t kProgramBytes = 500LL << 20;
    std::int64_t region = 0;
    double network = 0;
    for (const RegionPlan& entry : plan.regions) {
        const std::int64_t area = entry.region.area.size().area();
        const std::int64_t side = entry.settings.tileSide;
        const bool usesPrior = entry.settings.usesPrior();
        const double bytes = usesPrior ? plan.prior.bytesPerPixel(needsGraph(entry.settings)) : PriorTraits{}.bytesPerPixel(false);
        region = std::max(region, area);
        network = std::max(network, static_cast<double>(std::min(side * side, area)) * bytes);
    }
    return kProgramBytes + (plan.usesPrior() ? plan.prior.weightBytes : 0) + 3 * static_cast<std::int64_t>(picture.byteSize()) +
           region * kRegionBytesPerPixel + static_cast<std::int64_t>(network);
}

} // namespace

RunEstimate estimateRun(const RestoreSpec& spec, const RestoreInput& input, const PriorTraits& prior) {
    const Image& picture = input.picture;
    const SamplePlans plans(spec, picture.size(), input.mask, prior);
    RunEstimate estimate{.evaluations = plans.evaluations(), .work = plans.work()};
    estimate.memoryBytes = std::max(plannedBytes(plans.first, picture), plannedBytes(plans.others, picture));
    return estimate;
}

RestoreResult runRestoration(const RestoreSpec& spec, const RestoreInput& input, PriorStore& store, ProgressSink& sink,
                             std::stop_token stop, const KeepRequest* keep) {
    const Image picture = toWorkingSpace(input.picture);
    const SamplePlans plans(spec, picture.size(), input.mask, priorTraits(store.catalogue, spec.prior));
    const ComputeSetup setup = setUpCompute(spec.device, spec.precision, spec.threads);
    if (spec.device == "auto") {
        sink.noticed(setup.notice);
    }
    const DeviceScope scope(setup.device);
    ProgressMeter meter(sink, plans.evaluations(), plans.pixels());
    meter.phase("loading the prior");
    const LoadedPriors priors = loadPriors(spec, plans.usesPrior(), plans.usesFillNetwork(), setup, store);
    RunRecord record = startedRecord(spec, plans.first.regions.front().settings, setup, input);
    record.regions = regionRecords(plans.first);
    record.weights = priors.weights;
    record.timings["loading"] = meter.secondsElapsed();
    const UserEstimate estimate = readUserEstimate(spec, picture.size());
    record.estimate.sha256 = estimate.sha256;
    const SolverResources resources{.device = setup.device,
                                    .denoiser = priors.denoiser.get(),
                                    .schedule = priors.schedule ? &*priors.schedule : nullptr,
                                    .fill = priors.fill ? &*priors.fill : nullptr,
                                    .meter = meter,
                                    .stop = stop,
                                    .keep = keep};
    RestoreResult result;
    for (int sample = 0; sample < spec.samples && !(sample > 0 && resources.shallKeep()); ++sample) {
        const std::uint64_t seed = streamSeed(spec.seed, "sample", sample);
        SampleRun run(plans.of(sample), picture, estimate.x, resources, sink);
        result.samples.push_back(withOriginalOutside(fromWorkingSpace(run.run(seed, sample), input.picture), input.picture, plans.of(sample).weights));
        record.samples.push_back({.seed = seed, .residual = run.residual(), .pixelsSha256 = contentHash(result.samples.back())});
        sink.finished(result.samples.back(), sample);
    }
    result.maps = inpaintingMaps(result.samples, plans.first.solved);
    result.stoppedEarly = resources.shallKeep();
    record.stoppedEarly = result.stoppedEarly;
    record.timings["network"] = meter.secondsInNetwork();
    record.timings["total"] = meter.secondsElapsed();
    result.workPerSecond = plans.work() > 0 ? plans.work() / (meter.secondsElapsed() - record.timings["loading"]) : -1;
    result.record = toText(record);
    return result;
}

} // namespace palimpsest
