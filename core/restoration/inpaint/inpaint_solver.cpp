// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/inpaint/inpaint_solver.h"

#include "core/base/error.h"
#include "core/base/random_seed.h"
#include "core/image/colour_transform.h"
#include "core/image/hidden_colours.h"
#include "core/image/original_outside.h"
#include "core/methods/sampling_recipe.h"
#include "core/restoration/inpaint/region_solver.h"
#include "core/restoration/preview.h"
#include "core/restoration/solution_map_pictures.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace palimpsest {
namespace {

/// px: small pieces spend their time on what they share with their neighbours.
constexpr int kSmallTile = 128;

/// The plans of all variants: they differ between the first and the others at most.
struct SamplePlans {
    InpaintPlan first;
    InpaintPlan others;
    int samples = 0;

    explicit SamplePlans(const Problem& problem, int largestTile = std::numeric_limits<int>::max())
        : first(plan(problem, 0, largestTile)),
          others(problem.spec.samples > 1 ? plan(problem, 1, largestTile) : InpaintPlan{}),
          samples(problem.spec.samples) {}

    const InpaintPlan& of(int sample) const { return sample == 0 ? first : others; }
    std::int64_t evaluations() const { return first.evaluations() + (samples - 1) * others.evaluations(); }
    std::int64_t pixels() const { return first.pixels() + (samples - 1) * others.pixels(); }
    double macs() const { return first.macs() + (samples - 1) * others.macs(); }
    bool usesPrior() const { return first.usesPrior() || others.usesPrior(); }
    bool usesFillNetwork() const { return first.usesFillNetwork() || others.usesFillNetwork(); }

private:
    static InpaintPlan plan(const Problem& problem, int sample, int largestTile) {
        return planInpainting(problem.spec, problem.input.mask, sample, problem.prior, largestTile, problem.restorer);
    }
};

at::Tensor crop(const at::Tensor& x, const Rect& area) {
    return x.defined() ? x.slice(2, area.y, area.bottom()).slice(3, area.x, area.right()) : x;
}

/// One sample: every region in turn.
class SampleRun {
public:
    SampleRun(const InpaintPlan& plan, const Image& picture, const at::Tensor& estimate,
              const SolverResources& resources)
        : plan_(plan), picture_(picture), estimate_(estimate), resources_(resources) {}

    Image run(std::uint64_t seed, int sample) {
        Compositor compositor(picture_);
        for (std::size_t i = 0; i < plan_.regions.size(); ++i) {
            resources_.throwIfStopped();
            const RegionPlan& region = plan_.regions[i];
            const Rect& area = region.region.area;
            const at::Tensor picture = toTensor(picture_, area);
            const at::Tensor hole = holeTensor(plan_.solved, area);
            RegionSolver solver(resources_, region);
            const at::Tensor x = solver.solve(picture, hole, crop(estimate_, area), streamSeed(seed, "region", i),
                                              [&](const at::Tensor& current, int level) {
                                                  showPreview(resources_.sink, current, area, level, sample);
                                              });
            addResidual((x - picture) * (1 - hole), hole);
            compositor.blend(x, plan_.weights, area);
        }
        return compositor.image();
    }

    /// Root mean square over the measured pixels of all regions, in [0,1] units; 0 by construction, measured to be
    /// sure.
    double residual() const { return measured_ > 0 ? 0.5 * std::sqrt(squares_ / measured_) : 0; }

private:
    void addResidual(const at::Tensor& difference, const at::Tensor& hole) {
        squares_ += difference.square().sum().item<double>();
        measured_ += 3 * (1 - hole).sum().item<double>();
    }

    const InpaintPlan& plan_;
    const Image& picture_;
    const at::Tensor& estimate_;
    const SolverResources& resources_;
    double squares_ = 0;
    double measured_ = 0;
};

/// Resident memory of a run: the picture and its copies, the float tensors of the largest region, the prior's weights,
/// and what the network needs for the largest tile.
std::int64_t plannedBytes(const InpaintPlan& plan, const Image& picture) {
    constexpr std::int64_t kRegionBytesPerPixel = 4 * (3 * 8 + 4);
    constexpr std::int64_t kProgramBytes = 500LL << 20;
    std::int64_t region = 0;
    double network = 0;
    for (const RegionPlan& entry : plan.regions) {
        const std::int64_t area = entry.region.area.size().area();
        const std::int64_t side = entry.settings.tileSide;
        const bool usesPrior = entry.settings.usesPrior();
        const double bytes =
            usesPrior ? plan.prior.bytesPerPixel(needsGraph(entry.settings)) : PriorTraits{}.bytesPerPixel(false);
        region = std::max(region, area);
        network = std::max(network, static_cast<double>(std::min(side * side, area)) * bytes);
    }
    return kProgramBytes + (plan.usesPrior() ? plan.prior.weightBytes : 0) +
           3 * static_cast<std::int64_t>(picture.byteSize()) + region * kRegionBytesPerPixel +
           static_cast<std::int64_t>(network);
}

class InpaintSolver : public Solver {
public:
    explicit InpaintSolver(const Problem& problem) : problem_(problem), plans_(problem) {}

    PlannedWork work() const override {
        const Image& picture = problem_.input.picture();
        return {.evaluations = plans_.evaluations(),
                .pixels = plans_.pixels(),
                .macs = plans_.macs(),
                .memoryBytes = std::max(plannedBytes(plans_.first, picture), plannedBytes(plans_.others, picture)),
                .usesPrior = plans_.usesPrior(),
                .usesFillNetwork = plans_.usesFillNetwork()};
    }

    const MethodSettings& settings() const override { return plans_.first.regions.front().settings; }

    std::vector<RegionRecord> regions() const override {
        std::vector<RegionRecord> records;
        for (const RegionPlan& region : plans_.first.regions) {
            records.push_back(recordOf(region));
        }
        return records;
    }

    void usePiecesAsSmallAsPossible() override { plans_ = SamplePlans(problem_, kSmallTile); }

    SolutionMaps solve(const SolverResources& resources, const at::Tensor& userEstimate,
                       const SampleSink& finished) override {
        const Image& original = problem_.input.picture();
        const Image picture = withSpreadColours(toWorkingSpace(original), problem_.input.mask);
        std::vector<Image> samples;
        const RestoreSpec& spec = problem_.spec;
        for (int sample = 0; sample < spec.samples && !(sample > 0 && resources.shallKeep()); ++sample) {
            SampleRun run(plans_.of(sample), picture, userEstimate, resources);
            const Image restored = run.run(streamSeed(spec.seed, "sample", sample), sample);
            samples.push_back(
                withOriginalOutside(fromWorkingSpace(restored, original), original, plans_.of(sample).weights));
            finished({sample, samples.back(), run.residual()});
        }
        return inpaintingMaps(samples, plans_.first.solved);
    }

    Size resultSize() const override { return problem_.input.picture().size(); }

private:
    static RegionRecord recordOf(const RegionPlan& region) {
        RegionRecord record = regionRecord(region.region.area, region.settings);
        for (int level = region.levelCount() - 1; level >= 0; --level) {
            const int scale = 1 << level;
            const Size size{(region.region.area.width + scale - 1) / scale,
                            (region.region.area.height + scale - 1) / scale};
            record.levels.push_back({size, static_cast<int>(region.tiles[level].size()),
                                     region.evaluationsPerTile(level), region.recipe(level).t0});
        }
        return record;
    }

    Problem problem_;
    SamplePlans plans_;
};

} // namespace

std::unique_ptr<Solver> makeInpaintSolver(const Problem& problem) { return std::make_unique<InpaintSolver>(problem); }

} // namespace palimpsest
