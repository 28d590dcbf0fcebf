// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/model_preview.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/denoisers/denoiser.h"
#include "core/jobs/progress_meter.h"
#include "core/model_import/read_model.h"
#include "core/networks/catalogue.h"
#include "core/networks/layers/class_label.h"
#include "core/priors/prior_denoiser.h"
#include "core/sampling/catalogue.h"
#include "core/sampling/sample.h"
#include "core/tensor/compute_setup.h"
#include "core/tensor/finite.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace palimpsest {
namespace {

constexpr int kLargestSide = 64; // px
constexpr int kSteps = 25;
constexpr std::uint64_t kSeed = 1;

/// The first three channels, or grey: what can be seen of [1,C,H,W].
at::Tensor visible(const at::Tensor& x) {
    return x.size(1) >= 3 ? x.slice(1, 0, 3) : x.slice(1, 0, 1).expand({-1, 3, -1, -1});
}

/// Samples of a prior from noise alone.
class PreviewRun {
public:
    PreviewRun(const ReadModel& model, const ComputeSetup& setup, ProgressSink& sink)
        : card_(model.card), setup_(setup), sink_(sink) {
        network_ = makeNetwork(card_.architecture, parseJson(card_.config, "the configuration of " + card_.id));
        network_->load(model.weights);
        network_->to(setup.device, setup.dtype);
    }

    std::vector<Image> draw(int count, std::stop_token stop) {
        const std::int64_t side = std::min(card_.nativeSize, kLargestSide);
        const Shape shape{card_.channels, side, side};
        const auto denoiser = priorDenoiser(network_, card_, card_.channels, anyClass(*network_));
        const auto rule = makeStepRule("ddim");
        const auto start = makeStart("noise");
        const SamplingPlan plan{.steps = plannedSteps(priorSchedule(card_), TimestepSpacing::trailing, kSteps, *start),
                                .denoiser = *denoiser,
                                .stepRule = *rule,
                                .start = *start,
                                .shape = shape};
        return drawFrom(plan, count, std::move(stop));
    }

private:
    std::vector<Image> drawFrom(const SamplingPlan& plan, int count, std::stop_token stop) {
        const auto evaluations = static_cast<std::int64_t>(plan.steps.size()) * count;
        const std::int64_t pixels = plan.shape[1] * plan.shape[2];
        ProgressMeter meter(sink_, evaluations, evaluations * pixels);
        meter.phase("drawing a preview");
        std::vector<Image> pictures;
        for (int sample = 0; sample < count; ++sample) {
            NoiseSource noise(kSeed, {static_cast<std::uint64_t>(sample)},
                              at::TensorOptions(at::kFloat).device(setup_.device));
            const auto afterStep = [&](const StepReport&) {
                meter.evaluated(pixels);
                return AfterStep::goOn;
            };
            const at::Tensor x = palimpsest::sample(plan, noise, afterStep, stop);
            requireFinite(x, "these choices do not fit the checkpoint: choose others");
            pictures.push_back(toImage(visible(x).to(at::kCPU)));
            sink_.finished(pictures.back(), sample);
        }
        return pictures;
    }

    PriorCard card_;
    ComputeSetup setup_;
    ProgressSink& sink_;
    std::shared_ptr<Network> network_;
};

} // namespace

std::vector<Image> drawModelPreview(const ModelImport& import, int count, ProgressSink& sink, std::stop_token stop) {
    const at::NoGradGuard guard;
    const ReadModel model = readModel(import, sink, stop);
    if (model.card.kind != "diffusion") {
        throw Error(ErrorCode::badInput, Message("%1 restores pictures and draws none by itself", import.path),
                    "add it, and try it on a picture");
    }
    PreviewRun run(model, setUpCompute({}, {}, {}), sink);
    return run.draw(count, std::move(stop));
}

} // namespace palimpsest
