// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local_engine/training_run.h"

#include "core/base/error.h"
#include "core/image/classical_fill.h"
#include "core/io/image_file.h"
#include "core/local_engine/picture_folder.h"
#include "core/networks/compact/compact_unet.h"
#include "core/priors/prior.h"
#include "core/tensor/compute_setup.h"
#include "core/training/diffusion_objective.h"
#include "core/training/fill_objective.h"
#include "core/training/training_loop.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/photo.hpp>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <span>
#include <system_error>

namespace palimpsest {
namespace {

/// The share of a run, at its end, in which the learning rate falls to zero.
constexpr double kCooldownShare = 0.2;
constexpr double kInpaintRadius = 3; // px, as the classical fills at run time

void fillByFrequencies(RgbPicture& picture, const std::vector<std::uint8_t>& hole) {
    const auto* begin = reinterpret_cast<const std::byte*>(picture.pixels.data());
    const Image image(picture.size, 3, PixelDepth::uint8, std::vector<std::byte>(begin, begin + picture.pixels.size()));
    std::vector<std::uint8_t> covered(hole.size());
    std::transform(hole.begin(), hole.end(), covered.begin(), [](std::uint8_t value) { return value != 0 ? 255 : 0; });
    const Image filled = classicalFill("fsr", image, Mask(picture.size, std::move(covered)));
    std::memcpy(picture.pixels.data(), filled.pixels().data(), picture.pixels.size());
}

void fillHole(RgbPicture& picture, const std::vector<std::uint8_t>& hole, HoleFill fill) {
    if (fill == HoleFill::frequencySelective) {
        return fillByFrequencies(picture, hole);
    }
    cv::Mat pixels(picture.size.height, picture.size.width, CV_8UC3, picture.pixels.data());
    const cv::Mat mask = cv::Mat(hole, true).reshape(1, picture.size.height);
    cv::Mat filled;
    cv::inpaint(pixels, mask, filled, kInpaintRadius, fill == HoleFill::telea ? cv::INPAINT_TELEA : cv::INPAINT_NS);
    filled.copyTo(pixels);
}

void writeSheet(const RgbPicture& sheet, const std::string& path) {
    const auto bytes = std::as_bytes(std::span(sheet.pixels));
    writeImage(path, Image(sheet.size, 3, PixelDepth::uint8, {bytes.begin(), bytes.end()}), {.format = "png"});
}

/// Small enough for a CPU; a fill gets picture, hole and estimate, and no time.
CompactUNetConfig networkOf(const std::string& kind) {
    if (kind == "fill") {
        return {.inputChannels = 7, .upBlocks = {1, 2, 1}};
    }
    return {.timeWidth = 128};
}

TrainSettings settingsOf(const TrainSpec& spec, const ComputeSetup& setup) {
    return {.kind = spec.kind,
            .outputFolder = spec.output,
            .cropSide = spec.crop,
            .batch = spec.batch,
            .steps = spec.steps,
            .minutes = spec.minutes.value_or(0),
            .cooldownSteps = static_cast<std::int64_t>(static_cast<double>(spec.steps) * kCooldownShare),
            .cooldownMinutes = spec.minutes.value_or(0) * kCooldownShare,
            .learningRate = spec.learningRate,
            .bfloat16 = setup.dtype == at::kBFloat16,
            .device = setup.deviceId,
            .seed = spec.seed,
            .checkpointMinutes = static_cast<double>(spec.checkpointMinutes),
            .resume = spec.resume};
}

PriorCard cardOf(const TrainSpec& spec, const CompactUNetConfig& config) {
    const bool isFill = spec.kind == "fill";
    return {.id = spec.id,
            .title = spec.title.empty() ? spec.id : spec.title,
            .licence = spec.licence.empty() ? "not stated" : spec.licence,
            .architecture = "compact-unet",
            .config = toJson(config).dump(),
            .kind = spec.kind,
            .parametrisation = isFill ? "x0" : "v",
            .schedule = isFill ? "" : "cosine",
            .scheduleSteps = isFill ? 0 : 1000,
            .channels = 3,
            .nativeSize = spec.crop,
            .trainingData = spec.trainingData};
}

Message phaseOf(const TrainingReport& report) {
    char loss[32];
    char rate[32];
    std::snprintf(loss, sizeof loss, "%.4f", report.loss);
    std::snprintf(rate, sizeof rate, "%.1f", report.cropsPerSecond);
    return Message("loss %1, %2 crops/s", loss, rate);
}

TrainingOutputs outputsOf(const TrainSpec& spec, const CompactUNetConfig& config, ProgressSink& sink) {
    const std::filesystem::path folder(spec.output);
    TrainingOutputs outputs;
    outputs.report = [&sink](const TrainingReport& report) {
        sink.progressed({report.step, report.stepsTotal, report.secondsElapsed, report.secondsLeft, phaseOf(report)});
    };
    outputs.exportWeights = [folder, card = cardOf(spec, config)](const StateDict& weights, std::int64_t) {
        savePrior((folder / "prior").string(), card, weights);
    };
    outputs.validated = [folder, &sink](const Validation& validation, std::int64_t step) {
        writeSheet(validation.sheet, (folder / "samples.png").string());
        sink.noticed(Message("step %1: %2", step, validation.summary));
    };
    return outputs;
}

std::unique_ptr<Objective> objectiveOf(const TrainSettings& settings, const TrainingPhotos& photos) {
    if (settings.kind == "fill") {
        return std::make_unique<FillObjective>(settings, photos, fillHole);
    }
    return std::make_unique<DiffusionObjective>(settings, photos);
}

} // namespace

void runTraining(const TrainSpec& spec, ProgressSink& sink, std::stop_token stop) {
    validate(spec);
    const ComputeSetup setup = setUpCompute(spec.device, spec.precision, spec.threads);
    sink.noticed(setup.notice);
    std::error_code failure;
    std::filesystem::create_directories(spec.output, failure);
    if (failure) {
        throw Error(ErrorCode::failed,
                    Message("cannot make the folder %1: %2", spec.output, Message::verbatim(failure.message())),
                    "choose another output folder");
    }
    const TrainingPhotos photos = readPictureFolder(
        spec.pictures, {.leastSide = spec.crop},
        [&](std::size_t done, std::size_t total) {
            sink.progressed(
                {static_cast<std::int64_t>(done), static_cast<std::int64_t>(total), 0, -1, "reading photos"});
        },
        stop);
    sink.noticed(Message("%1 training photos, %2 validation photos", photos.training.size(), photos.validation.size()));
    const TrainSettings settings = settingsOf(spec, setup);
    const CompactUNetConfig config = networkOf(spec.kind);
    const std::unique_ptr<Objective> objective = objectiveOf(settings, photos);
    train(settings, std::make_unique<CompactUNet>(config, spec.seed), *objective, outputsOf(spec, config, sink), stop);
}

} // namespace palimpsest
