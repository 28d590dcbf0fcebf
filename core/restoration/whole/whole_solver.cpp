// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/whole/whole_solver.h"

#include "core/base/available_memory.h"
#include "core/base/error.h"
#include "core/base/random_seed.h"
#include "core/image/colour_transform.h"
#include "core/image/hidden_colours.h"
#include "core/image/resample.h"
#include "core/restoration/preview.h"
#include "core/restoration/solution_map_pictures.h"
#include "core/restoration/whole/group_solver.h"
#include "core/restoration/whole/whole_plan.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace palimpsest {
namespace {

Rect whole(Size size) { return {0, 0, size.width, size.height}; }

Size enlarged(Size size, int factor) { return {size.width * factor, size.height * factor}; }

/// The input of a run as tensors, degraded first if the spec asks for it, and its noise.
struct PreparedInput {
    Image working; ///< the picture in the space that methods compute in
    PictureTensors tensors;
    double sigma = 0;

    Size measured() const {
        return {static_cast<int>(tensors.picture.size(3)), static_cast<int>(tensors.picture.size(2))};
    }
};

PreparedInput prepared(const Problem& problem, const WholeTask& task) {
    const RestoreSpec& spec = problem.spec;
    const Image& picture = problem.input.picture();
    PreparedInput ready;
    ready.working = task.keepsColourSpace() ? picture : toWorkingSpace(picture);
    ready.tensors = task.tensors(spec, problem.input, withSpreadColours(ready.working));
    ready.tensors.rounding = roundingOf(picture.depth());
    if (std::get<bool>(spec.taskParameters.at("degrade"))) {
        ready.tensors = task.degraded(spec, ready.tensors);
    }
    ready.sigma = task.noiseLevel(spec, ready.tensors, ready.tensors.notices);
    return ready;
}

Machine machineWith(bool isCpu) {
    const std::int64_t free = availableMemory();
    return {.free = free < 0 ? std::nullopt : std::optional(free), .isCpu = isCpu};
}

/// What the result is mixed into: the picture, in the working space, at the result's size and with its channels. Gives
/// alpha, depth and metadata.
Image canvasFor(const Image& working, Size result, bool recoversColour) {
    const Image canvas = working.colourChannels() == 1 && recoversColour ? withThreeColours(working) : working;
    return canvas.size() == result ? canvas : resampled(canvas, result);
}

/// One group of samples after the other; keeps what the maps are made from.
class WholeRun {
public:
    WholeRun(const Problem& problem, const WholeTask& task, const PreparedInput& ready, const WholePlan& plan,
             const SolverResources& resources, const SampleSink& finished)
        : spec_(problem.spec), original_(problem.input.picture()), task_(task), ready_(ready), plan_(plan),
          resources_(resources), finished_(finished),
          canvas_(canvasFor(ready.working, plan.result, task.recoversColour(problem.spec))),
          visible_(visiblePart(canvas_)), unit_(residualUnit({.sigmaY = 2 * ready.sigma})) {}

    SolutionMaps run(const at::Tensor& estimate) {
        const PictureTensors tensors = onDevice(ready_.tensors, resources_.device);
        const TaskMeasurement measured = task_.measure(spec_, tensors, ready_.sigma, resources_.stop);
        std::vector<at::Tensor> solved;
        for (const SampleGroup& group : plan_.groups) {
            if (!solved.empty() && resources_.shallKeep()) {
                break;
            }
            GroupSolver solver(resources_, task_, spec_, group, ready_.sigma);
            solved.push_back(solver.solve(tensors, measured, estimate, streamSeed(spec_.seed, "picture", 0),
                                          [&](const GroupStep& step) { observed(group, step); }));
            finish(group, solved.back(), measured);
        }
        SolutionMaps maps = solutionMaps(at::cat(solved), measured);
        maps.residualCurve = residualCurve();
        return maps;
    }

private:
    void observed(const SampleGroup& group, const GroupStep& step) {
        const int sample = static_cast<int>(group.samples.front());
        const at::Tensor residual = step.residual[0] / (std::sqrt(static_cast<double>(step.measured)) * unit_);
        if (sample == 0) {
            curve_.push_back(residual); // read at the end: reading waits for the device
        }
        const bool isShown =
            showPreview(resources_.sink, task_.shown(spec_, step.x0.slice(0, 0, 1)), whole(plan_.result), step.level,
                        sample, std::max(1, plan_.result.width / original_.width()));
        if (isShown || step.step + 1 == step.steps) {
            resources_.sink.fitted(
                {.sample = sample, .step = step.step, .steps = step.steps, .residual = residual.item<double>()});
        }
    }

    std::vector<double> residualCurve() const {
        std::vector<double> values;
        for (const at::Tensor& residual : curve_) {
            values.push_back(residual.item<double>());
        }
        return values;
    }

    void finish(const SampleGroup& group, const at::Tensor& solved, const TaskMeasurement& measured) {
        const at::Tensor misfit = measured.known.A->forward(solved) - measured.known.y;
        const at::Tensor residual = misfit.flatten(1).square().mean(1).sqrt().to(at::kCPU);
        const at::Tensor pictures = task_.shown(spec_, withoutMargin(solved, measured.margin)).to(at::kCPU);
        for (std::size_t i = 0; i < group.samples.size(); ++i) {
            Compositor compositor(canvas_);
            compositor.blend(pictures.slice(0, i, i + 1).contiguous(), visible_, whole(plan_.result));
            finished_({static_cast<int>(group.samples[i]), inOwnSpace(compositor.image()),
                       0.5 * residual[static_cast<std::int64_t>(i)].item<double>()});
        }
    }

    Image inOwnSpace(const Image& result) const {
        return task_.keepsColourSpace() ? result.withMetadata(withoutCompression(original_.metadata()))
                                        : fromWorkingSpace(result, original_);
    }

    const RestoreSpec& spec_;
    const Image& original_;
    const WholeTask& task_;
    const PreparedInput& ready_;
    const WholePlan& plan_;
    const SolverResources& resources_;
    const SampleSink& finished_;
    Image canvas_;
    Mask visible_; ///< hidden colours stay as they are
    double unit_;
    std::vector<at::Tensor> curve_; ///< of sample 0, by step
};

PlannedWork workOf(const WholePlan& plan) {
    return {.evaluations = plan.evaluations(),
            .pixels = plan.pixels(),
            .macs = plan.macs(),
            .memoryBytes = plan.memoryBytes(),
            .usesPrior = plan.usesPrior()};
}

class WholeSolver : public Solver {
public:
    WholeSolver(const Problem& problem, const WholeTask& task, c10::Device device)
        : problem_(problem), task_(task), ready_(prepared(problem, task)),
          plan_(planWhole(problem.spec, enlarged(ready_.measured(), task.enlargement(problem.spec)), ready_.sigma,
                          machineWith(device.is_cpu()), problem.prior, problem.restorer)) {}

    PlannedWork work() const override { return workOf(plan_); }
    std::vector<Message> notices() const override { return ready_.tensors.notices; }
    const MethodSettings& settings() const override { return plan_.groups.front().settings; }

    void resolve(RestoreSpec& resolved) const override {
        if (taskCatalogue().at(resolved.task).takesParameter("sigma")) {
            resolved.taskParameters["sigma"] = ready_.sigma;
        }
        resolved.tile =
            plan_.tile() > 0 ? std::optional(plan_.tile()) : std::nullopt; // samples may take different ones
    }

    std::vector<RegionRecord> regions() const override {
        const SampleGroup& group = plan_.groups.front();
        RegionRecord record = regionRecord(whole(plan_.result), group.settings);
        for (int level = static_cast<int>(group.levels.size()) - 1; level >= 0; --level) {
            record.levels.push_back({group.levels[level], 1, group.evaluations(level), group.recipe(level).t0});
        }
        return {record};
    }

    void usePiecesAsSmallAsPossible() override { plan_ = inSmallestPieces(plan_); }

    SolutionMaps solve(const SolverResources& resources, const at::Tensor& userEstimate,
                       const SampleSink& finished) override {
        resources.meter.phase("restoring");
        WholeRun run(problem_, task_, ready_, plan_, resources, finished);
        return run.run(userEstimate.defined() ? userEstimate.to(resources.device) : userEstimate);
    }

    Size resultSize() const override { return plan_.result; }

private:
    Problem problem_;
    const WholeTask& task_;
    PreparedInput ready_;
    WholePlan plan_;
};

} // namespace

std::unique_ptr<Solver> makeWholeSolver(const Problem& problem, const WholeTask& task, c10::Device device) {
    return std::make_unique<WholeSolver>(problem, task, device);
}

PlannedWork estimateWholeWork(const Problem& problem, const WholeTask& task) {
    const RestoreSpec& spec = problem.spec;
    const Image& picture = problem.input.picture();
    const bool isClean = std::get<bool>(spec.taskParameters.at("degrade"));
    const double rounding = isClean ? 0 : roundingOf(picture.depth());
    const double sigma =
        task.effectiveNoise(spec, given<double>(spec.taskParameters, "sigma").value_or(kTypicalNoise), rounding);
    const Size result = isClean ? picture.size() : enlarged(picture.size(), task.enlargement(spec));
    const bool isCpu = !spec.device.value_or("").starts_with("cuda");
    return workOf(planWhole(spec, result, sigma, machineWith(isCpu), problem.prior, problem.restorer));
}

} // namespace palimpsest
