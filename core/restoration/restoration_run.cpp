// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/restoration_run.h"

#include "core/base/error.h"
#include "core/image/colour_transform.h"
#include "core/jobs/progress_meter.h"
#include "core/restoration/inpaint/inpaint_solver.h"
#include "core/restoration/run_record_start.h"
#include "core/restoration/solver.h"
#include "core/restoration/whole/whole_solver.h"
#include "core/tensor/compute_setup.h"
#include "core/tensor/device.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

#include <utility>

namespace palimpsest {
namespace {

RestoreSpec withCompleteParameters(RestoreSpec spec) {
    validate(spec);
    spec.taskParameters = completeTaskParameters(spec);
    return spec;
}

/// How a run may be ended from outside.
struct RunControl {
    std::stop_token stop;
    const KeepRequest* keep = nullptr;
};

/// One restoration, from the values that came in to those that go out.
class RestorationRun {
public:
    RestorationRun(const RestoreSpec& spec, const RestoreInput& input, PriorStore& store, ProgressSink& sink,
                   RunControl control)
        : asked_(spec), spec_(withCompleteParameters(spec)), input_(input), store_(store), sink_(sink),
          control_(std::move(control)), setup_(setUpCompute(spec.device, spec.precision, spec.threads)),
          scope_(setup_.device), task_(taskBehaviour(spec.task)) {}

    RestoreResult run() {
        if (!asked_.device) {
            sink_.noticed(setup_.notice);
        }
        task_.requireUsable(spec_, input_);
        const auto solver = plannedSolver();
        for (const Message& notice : solver->notices()) {
            sink_.noticed(notice);
        }
        try {
            return solved(*solver);
        } catch (...) {
            if (translateCurrentException().code() != ErrorCode::outOfMemory) {
                throw;
            }
        }
        sink_.noticed("the memory ran out; the run starts again in smaller pieces, one variant at a time");
        solver->usePiecesAsSmallAsPossible();
        return solved(*solver);
    }

private:
    std::unique_ptr<Solver> plannedSolver() const {
        const Problem problem{spec_, input_, task_, priorTraits(store_.catalogue, spec_.prior.value_or(kDefaultPrior)),
                              chosenRestorer(spec_, store_.catalogue)};
        return task_.asWhole() ? makeWholeSolver(problem, *task_.asWhole(), setup_.device) : makeInpaintSolver(problem);
    }

    RestoreResult solved(Solver& solver) {
        const PlannedWork work = solver.work();
        ProgressMeter meter(sink_, work.evaluations, work.pixels);
        meter.phase("loading the prior");
        const LoadedPriors priors = loadPriors(requiredPriors(work, solver), setup_, store_);
        const double loading = meter.secondsElapsed();
        const at::Tensor estimate = userEstimate(solver.resultSize());
        RestoreResult result;
        result.record = startedRecord(asked_, solver, setup_, input_);
        result.record.weights = priors.weights;
        const SolverResources resources = resourcesOf(priors, meter);
        result.maps = solver.solve(resources, estimate, [&](const SolvedSample& sample) { keep(sample, result); });
        finish(result, resources, work, loading);
        return result;
    }

    RequiredPriors requiredPriors(const PlannedWork& work, const Solver& solver) const {
        const std::optional<RestorerTraits> chosen = chosenRestorer(spec_, store_.catalogue);
        const bool isUsed = chosen && solver.settings().firstEstimate == chosen->id;
        const WholeTask* whole = task_.asWhole();
        return {.prior = spec_.prior,
                .classLabel = spec_.classLabel,
                .restorer = isUsed ? std::optional(chosen->id) : std::nullopt,
                .needsPrior = work.usesPrior,
                .needsFill = work.usesFillNetwork,
                .needsColours = whole && whole->recoversColour(spec_)};
    }

    SolverResources resourcesOf(const LoadedPriors& priors, ProgressMeter& meter) const {
        return {.device = setup_.device,
                .denoiser = priors.denoiser.get(),
                .schedule = priors.schedule ? &*priors.schedule : nullptr,
                .fill = priors.fill ? &*priors.fill : nullptr,
                .restorer = priors.restorer ? &*priors.restorer : nullptr,
                .meter = meter,
                .sink = sink_,
                .stop = control_.stop,
                .keep = control_.keep};
    }

    at::Tensor userEstimate(Size result) const {
        const Image& estimate = input_.estimate;
        if (estimate.isNull()) {
            return {};
        }
        if (estimate.size() != result) {
            throw Error(ErrorCode::badInput,
                        Message("the first estimate is %1 x %2 pixels, the result %3 x %4", estimate.width(),
                                estimate.height(), result.width, result.height),
                        "make it as large as the result");
        }
        return toTensor(toWorkingSpace(estimate), {0, 0, result.width, result.height});
    }

    void keep(const SolvedSample& sample, RestoreResult& result) {
        result.samples.push_back(sample.picture);
        result.record.samples.push_back({.seed = spec_.seed,
                                         .index = sample.index,
                                         .residual = sample.residual,
                                         .pixelsSha256 = contentHash(sample.picture)});
        sink_.finished(sample.picture, sample.index);
    }

    void finish(RestoreResult& result, const SolverResources& resources, const PlannedWork& work,
                double loading) const {
        const ProgressMeter& meter = resources.meter;
        result.stoppedEarly = resources.shallKeep();
        result.record.stoppedEarly = result.stoppedEarly;
        result.record.timings = {
            {"loading", loading}, {"network", meter.secondsInNetwork()}, {"total", meter.secondsElapsed()}};
        if (work.macs > 0) {
            result.macsPerSecond = work.macs / (meter.secondsElapsed() - loading);
        }
    }

    const RestoreSpec& asked_;
    RestoreSpec spec_; ///< with complete task parameters
    const RestoreInput& input_;
    PriorStore& store_;
    ProgressSink& sink_;
    RunControl control_;
    ComputeSetup setup_;
    DeviceScope scope_;
    const TaskBehaviour& task_;
};

} // namespace

RunEstimate estimateRestoration(const RestoreSpec& given, const RestoreInput& input, const PriorCatalogue& priors) {
    const RestoreSpec spec = withCompleteParameters(given);
    const TaskBehaviour& task = taskBehaviour(spec.task);
    task.requireUsable(spec, input);
    const Problem problem{spec, input, task, priorTraits(priors, spec.prior.value_or(kDefaultPrior)),
                          chosenRestorer(spec, priors)};
    const PlannedWork work =
        task.asWhole() ? estimateWholeWork(problem, *task.asWhole()) : makeInpaintSolver(problem)->work();
    return {.evaluations = work.evaluations, .macs = work.macs, .seconds = {}, .memoryBytes = work.memoryBytes};
}

RestoreResult runRestoration(const RestoreSpec& spec, const RestoreInput& input, PriorStore& store, ProgressSink& sink,
                             std::stop_token stop, const KeepRequest* keep) {
    return RestorationRun(spec, input, store, sink, {std::move(stop), keep}).run();
}

} // namespace palimpsest
