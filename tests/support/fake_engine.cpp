// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_engine.h"

#include "core/provenance/run_record.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <thread>

namespace palimpsest {
namespace {

int factorOf(const RestoreSpec& spec) {
    return spec.task == "upscale" ? static_cast<int>(std::get<std::int64_t>(completeTaskParameters(spec).at("factor")))
                                  : 1;
}

std::vector<MethodForTask> inEveryTask(const ParameterSchemas& parameters, int evaluations) {
    std::vector<MethodForTask> all;
    for (const TaskDescription& task : taskCatalogue()) {
        all.push_back({task.id, parameters, evaluations});
    }
    return all;
}

template <typename T>
void fill(std::vector<std::byte>& pixels, const Image& picture, const Mask& mask, float value, float strength) {
    auto* out = reinterpret_cast<T*>(pixels.data());
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            for (int c = 0; mask.at(x, y) > 0 && c < picture.colourChannels(); ++c) {
                T& pixel = out[(std::size_t(y) * picture.width() + x) * picture.channels() + c];
                pixel = static_cast<T>(pixel + (value - pixel) * strength);
            }
        }
    }
}

DisplayFrame packed(const RestoreSpec& spec, const RestoreInput& input, float level, float strength) {
    const bool isWhole = spec.task != "inpaint";
    const int scale = factorOf(spec);
    const Size size = input.picture().size();
    const Rect area = isWhole ? Rect{0, 0, size.width * scale, size.height * scale} : input.mask.bounds();
    const auto grey = static_cast<std::uint32_t>(255 * level * strength);
    const std::uint32_t pixel = 0xff000000U | grey << 16U | grey << 8U | grey;
    return {area, area.size(), std::make_shared<std::vector<std::uint32_t>>(area.size().area(), pixel), scale};
}

/// An image of floats whose values are `value(x, y, channel)`.
template <typename Value>
Image floats(Size size, int channels, Value value) {
    std::vector<float> values;
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            for (int c = 0; c < channels; ++c) {
                values.push_back(value(x, y, c));
            }
        }
    }
    std::vector<std::byte> bytes(values.size() * sizeof(float));
    std::memcpy(bytes.data(), values.data(), bytes.size());
    return {size, channels, PixelDepth::float32, std::move(bytes)};
}

Image atDepth(const Image& image, PixelDepth depth) {
    const auto count = static_cast<std::size_t>(image.size().area()) * static_cast<std::size_t>(image.channels());
    const auto* from = reinterpret_cast<const float*>(image.pixels().data());
    std::vector<std::byte> bytes(count * static_cast<std::size_t>(byteSizeOf(depth)));
    for (std::size_t i = 0; i < count; ++i) {
        const float value = std::clamp(from[i], 0.0F, 1.0F);
        if (depth == PixelDepth::uint8) {
            bytes[i] = static_cast<std::byte>(std::lround(255 * value));
        } else if (depth == PixelDepth::uint16) {
            reinterpret_cast<std::uint16_t*>(bytes.data())[i] = static_cast<std::uint16_t>(std::lround(65535 * value));
        } else {
            reinterpret_cast<float*>(bytes.data())[i] = from[i];
        }
    }
    return {image.size(), image.channels(), depth, std::move(bytes)};
}

SolutionMaps mapsOf(const RestoreSpec& spec, const RestoreInput& input, const std::vector<Image>& samples) {
    const Size size = samples.front().size();
    const auto count = static_cast<float>(samples.size());
    const auto meanAt = [&](int x, int y, int c) {
        float sum = 0;
        for (const Image& sample : samples) {
            sum += sample.valueAt(x, y, c);
        }
        return sum / count;
    };
    SolutionMaps maps;
    if (samples.size() > 1) {
        maps.mean = floats(size, samples.front().channels(), meanAt);
        maps.deviation = floats(size, 1, [&](int x, int y, int) {
            float sum = 0;
            for (const Image& sample : samples) {
                sum += std::pow(sample.valueAt(x, y, 0) - meanAt(x, y, 0), 2.0F);
            }
            return std::sqrt(sum / count);
        });
    }
    maps.invented =
        floats(size, 1, [&](int x, int, int) { return 0.2F * static_cast<float>(x) / static_cast<float>(size.width); });
    maps.residual =
        floats(input.picture().size(), 1, [&](int, int y, int) { return 2.0F * static_cast<float>(y % 16) / 16; });
    maps.residualCurve = {32, 16, 8, 4, 2, 1};
    maps.sigma = given<double>(spec.taskParameters, "sigma").value_or(0.05);
    return maps;
}

RunRecord recordOf(const RestoreSpec& spec, const RestoreInput& input, const RestoreResult& result) {
    RunRecord record;
    record.spec = record.resolved = spec;
    record.acquisitionKind = std::string(kindOf(input.acquisition));
    record.acquisition.sha256 = contentHash(input.acquisition);
    record.mask.sha256 = contentHash(input.mask);
    record.hints.sha256 = contentHash(input.hints);
    record.kernel.sha256 = record.estimate.sha256 = contentHash(Image());
    record.stoppedEarly = result.stoppedEarly;
    for (const Image& sample : result.samples) {
        record.samples.push_back({.seed = spec.seed, .pixelsSha256 = contentHash(sample)});
    }
    return record;
}

} // namespace

float fakeLevel(std::uint64_t seed, int index) {
    return 0.25F + 0.05F * static_cast<float>((seed + static_cast<std::uint64_t>(index)) % 11);
}

Image fakeResult(const Image& picture, const Mask& mask, float level, float strength) {
    std::vector<std::byte> pixels(picture.pixels().begin(), picture.pixels().end());
    switch (picture.depth()) {
    case PixelDepth::uint8:
        fill<std::uint8_t>(pixels, picture, mask, 255 * level, strength);
        break;
    case PixelDepth::uint16:
        fill<std::uint16_t>(pixels, picture, mask, 65535 * level, strength);
        break;
    case PixelDepth::float32:
        fill<float>(pixels, picture, mask, level, strength);
        break;
    }
    return Image(picture.size(), picture.channels(), picture.depth(), std::move(pixels))
        .withMetadata(picture.metadata());
}

Image fakeWholeResult(const RestoreSpec& spec, const RestoreInput& input, float level, float strength) {
    const Image& picture = input.picture();
    const bool colours = spec.task == "colorize" || spec.task == "old-photo";
    const int factor = factorOf(spec);
    const int channels = colours && picture.channels() < 3 ? picture.channels() + 2 : picture.channels();
    const auto value = [&](int x, int y, int c) {
        const int alpha = channels == 2 || channels == 4 ? channels - 1 : -1;
        const int from = c == alpha ? picture.channels() - 1 : std::min(c, picture.colourChannels() - 1);
        const float old = picture.valueAt(x / factor, y / factor, from);
        if (!input.hints.isNull() && c != alpha && input.hints.valueAt(x, y, 3) > 0) {
            return input.hints.valueAt(x, y, c);
        }
        return c == alpha || (colours && c > 0) ? old : old + 0.5F * strength * (level - old);
    };
    const Size size{picture.width() * factor, picture.height() * factor};
    return atDepth(floats(size, channels, value), picture.depth()).withMetadata(picture.metadata());
}

std::vector<TaskDescription> FakeEngine::tasks() const { return {taskCatalogue().begin(), taskCatalogue().end()}; }

std::vector<MethodDescription> FakeEngine::methods() const {
    const ParameterSchema scale = {.name = "guidance.scale",
                                   .type = ParameterType::real,
                                   .defaultValue = 1.0,
                                   .minimum = 0,
                                   .maximum = 10,
                                   .description = "Strength of the guidance.",
                                   .advanced = true};
    return {{.id = "default",
             .title = "Default",
             .description = "The default that the search found.",
             .tasks = inEveryTask({}, options_.steps)},
            {.id = "dps",
             .title = "DPS",
             .description = "Follows the gradient of the measurement.",
             .tasks = inEveryTask({scale}, 10 * options_.steps)},
            {.id = "bicubic",
             .title = "Bicubic",
             .description = "Classical enlargement.",
             .usesPrior = false,
             .samples = false,
             .tasks = {{.task = "upscale"}}},
            {.id = "telea",
             .title = "Telea",
             .description = "Classical fill.",
             .usesPrior = false,
             .samples = false,
             .tasks = {{.task = "inpaint"}}}};
}

FakeEngine::FakeEngine(Options options)
    : options_(std::move(options)), priors_{{.id = "photo",
                                             .title = "Photographs",
                                             .kind = "diffusion",
                                             .licence = "GPL-3.0-or-later",
                                             .architecture = "compact-unet",
                                             .trainingData = "A few photographs.",
                                             .nativeSize = 64,
                                             .parameterCount = 4'100'000,
                                             .byteSize = 8'300'000,
                                             .sha256 = std::string(64, 'a'),
                                             .bundled = true},
                                            {.id = "photo-fill", .title = "Fill", .kind = "fill", .bundled = true},
                                            {.id = "broken",
                                             .title = "Broken",
                                             .kind = "diffusion",
                                             .byteSize = 374'000'000,
                                             .problem = "the weights are missing"}} {
    priors_.insert(priors_.end(), options_.morePriors.begin(), options_.morePriors.end());
}

std::vector<PriorDescription> FakeEngine::priors() const {
    const std::scoped_lock lock(mutex_);
    return priors_;
}

ModelImport FakeEngine::lastImport() const {
    const std::scoped_lock lock(mutex_);
    return lastImport_;
}

std::vector<std::string> FakeEngine::verified() const {
    const std::scoped_lock lock(mutex_);
    return verified_;
}

std::vector<DeviceDescription> FakeEngine::devices() const { return {{.id = "cpu", .title = "Test processor"}}; }

void FakeEngine::verifyPrior(const std::string& idOrFolder) const {
    std::this_thread::sleep_for(options_.stepTime);
    const std::scoped_lock lock(mutex_);
    verified_.push_back(idOrFolder);
    if (idOrFolder == "broken") {
        throw Error(ErrorCode::badInput, "the weights are missing", "copy the whole folder of the prior again");
    }
}

void FakeEngine::removePrior(const std::string& id) {
    const std::scoped_lock lock(mutex_);
    if (std::erase_if(priors_, [&](const PriorDescription& prior) { return prior.id == id && !prior.bundled; }) == 0) {
        throw Error(ErrorCode::badArgument, Message("there is no prior of yours \"%1\" to remove", id));
    }
}

RecognisedModel FakeEngine::recogniseModel(const std::string& path) const {
    if (path.ends_with(".html")) {
        throw Error(ErrorCode::badInput, Message("%1 is no checkpoint", path), "choose a file with weights");
    }
    RecognisedModel model{
        .path = path,
        .family = "ADM U-Net as guided-diffusion saves it",
        .facts = {"the widest of its 6 levels has 512 channels", "it attends at 16 px"},
        .choices = {{"attention-order", "In which order are the channels of a head?", {"legacy", "new"}, "legacy"},
                    {"schedule", "Which noise schedule was it trained with?", {"linear", "cosine"}, "linear", true}},
        .id = "faces",
        .title = "Faces",
        .architecture = "adm-unet",
        .nativeSize = 256,
        .parameterCount = 93'563'910,
        .byteSize = 374'000'000};
    if (path.ends_with(".lora")) {
        model.problem = "it holds parts of a network alone";
    }
    return model;
}

PriorDescription FakeEngine::importModel(const ModelImport& import, ProgressSink& sink, std::stop_token stop) {
    {
        const std::scoped_lock lock(mutex_);
        lastImport_ = import;
    }
    Progress progress{.total = options_.steps};
    for (int step = 0; step < options_.steps; ++step) {
        work(progress, sink, stop);
    }
    const PriorDescription prior{.id = import.id.empty() ? "faces" : import.id,
                                 .title = import.title,
                                 .kind = "diffusion",
                                 .licence = import.licence,
                                 .architecture = "adm-unet",
                                 .nativeSize = 256,
                                 .parameterCount = 93'563'910,
                                 .byteSize = 374'000'000};
    const std::scoped_lock lock(mutex_);
    priors_.push_back(prior);
    return prior;
}

/// Grey of one level for a value of the first choice.
std::vector<Image> FakeEngine::previewModel(const ModelImport& import, int count, ProgressSink& sink,
                                            std::stop_token stop) const {
    Progress progress{.total = 1};
    work(progress, sink, stop);
    const auto order = import.choices.find("attention-order");
    const float level = order != import.choices.end() && order->second == "new" ? 0.75F : 0.25F;
    return {static_cast<std::size_t>(count), floats({16, 16}, 3, [&](int, int, int) { return level; })};
}

void FakeEngine::evaluateNetwork(const NetworkEvaluation& /*evaluation*/) const {}

std::string FakeEngine::inspect(const std::string& path) const { return path; }

RunEstimate FakeEngine::estimate(const RestoreSpec& spec, const RestoreInput& input) const {
    std::this_thread::sleep_for(options_.stepTime);
    if (spec.task == "inpaint" && input.mask.bounds().isEmpty()) {
        throw Error(ErrorCode::badInput, "the mask is empty", "paint over what is to be restored");
    }
    const double trueTime = std::chrono::duration<double>(options_.stepTime).count();
    const int steps = spec.method == "dps" ? 10 * options_.steps : options_.steps;
    const int slower = spec.prior.value_or(kDefaultPrior) == kDefaultPrior ? 1 : 20;
    const double perEvaluation = options_.secondsPerEvaluation ? *options_.secondsPerEvaluation * slower : trueTime;
    return {.evaluations = std::int64_t{steps} * spec.samples,
            .seconds = steps * spec.samples * perEvaluation,
            .memoryBytes = options_.memoryBytes};
}

RestoreResult FakeEngine::restore(const RestoreSpec& spec, const RestoreInput& input, ProgressSink& sink,
                                  std::stop_token stop, const KeepRequest* keep) {
    ++runs_;
    RestoreResult result;
    Progress progress{.total = std::int64_t{options_.steps} * spec.samples, .phase = "level 1 of 1"};
    sink.progressed(progress);
    for (int sample = 0; sample < spec.samples && !result.stoppedEarly; ++sample) {
        const float level = fakeLevel(spec.seed, sample);
        int step = 0;
        for (; step < options_.steps && !result.stoppedEarly; ++step) {
            work(progress, sink, stop);
            if (sink.wantsPreview()) {
                sink.previewed(packed(spec, input, level, part(step + 1)), sample);
                sink.fitted({.sample = sample,
                             .step = step,
                             .steps = options_.steps,
                             .residual = std::pow(2.0, options_.steps - step)});
            }
            result.stoppedEarly = keep && keep->asked();
        }
        result.samples.push_back(spec.task == "inpaint" ? fakeResult(input.picture(), input.mask, level, part(step))
                                                        : fakeWholeResult(spec, input, level, part(step)));
        sink.finished(result.samples.back(), sample);
    }
    result.maps = options_.givesMaps ? mapsOf(spec, input, result.samples) : SolutionMaps();
    result.record = recordOf(spec, input, result);
    ++finishedRuns_;
    return result;
}

void FakeEngine::work(Progress& progress, ProgressSink& sink, const std::stop_token& stop) const {
    if (stop.stop_requested()) {
        throw Cancelled();
    }
    if (options_.failure && progress.done == options_.steps / 2) {
        throw *options_.failure;
    }
    std::this_thread::sleep_for(options_.stepTime);
    const double seconds = std::chrono::duration<double>(options_.stepTime).count();
    ++progress.done;
    progress.secondsElapsed = options_.secondsAlreadyElapsed + static_cast<double>(progress.done) * seconds;
    progress.secondsLeft = static_cast<double>(progress.total - progress.done) * seconds;
    sink.progressed(progress);
}

float FakeEngine::part(int steps) const { return static_cast<float>(steps) / static_cast<float>(options_.steps); }

void FakeEngine::train(const TrainSpec&, ProgressSink&, std::stop_token) {}

std::string FakeEngine::benchmark(const std::string&, const std::vector<std::string>&, ProgressSink&, std::stop_token) {
    return {};
}

} // namespace palimpsest
