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

DisplayFrame packed(const Mask& mask, float level, float strength) {
    const Rect area = mask.bounds();
    const auto grey = static_cast<std::uint32_t>(255 * level * strength);
    const std::uint32_t pixel = 0xff000000U | grey << 16U | grey << 8U | grey;
    return {area, area.size(), std::make_shared<std::vector<std::uint32_t>>(area.size().area(), pixel)};
}

std::string recordText(const RestoreSpec& spec, const Image& picture, const Mask& mask, const RestoreResult& result) {
    RunRecord record;
    record.spec = record.resolved = spec;
    record.picture.sha256 = contentHash(picture);
    record.mask.sha256 = contentHash(mask);
    record.stoppedEarly = result.stoppedEarly;
    for (const Image& sample : result.samples) {
        record.samples.push_back({.seed = spec.seed, .pixelsSha256 = contentHash(sample)});
    }
    return toText(record);
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

std::vector<TaskDescription> FakeEngine::tasks() const {
    return {{.id = "inpaint", .title = "Inpaint", .description = "Restores what is painted over.", .fields = {"grow", "feather"},
             .needsMask = true, .takesMask = true},
            {.id = "colorize", .title = "Colorize", .description = "Gives colours to a grey picture.", .fields = {"sigma"},
             .takesHints = true},
            {.id = "upscale", .title = "Upscale", .description = "Makes a picture larger.", .fields = {"factor", "downsampling", "sigma"}},
            {.id = "deblur", .title = "Deblur", .description = "Sharpens a blurred picture.", .fields = {"kernel", "boundary", "sigma"}},
            {.id = "denoise", .title = "Denoise", .description = "Takes the noise out of a picture.", .fields = {"sigma"}},
            {.id = "old-photo", .title = "Old photo", .description = "Scratches, grey, blur and noise at once.",
             .fields = {"keep-colours", "kernel", "sigma"}, .takesMask = true, .takesHints = true}};
}

std::vector<MethodDescription> FakeEngine::methods() const {
    const ParameterSchema scale = {.name = "guidance.scale",
                                   .type = ParameterType::real,
                                   .defaultValue = 1.0,
                                   .minimum = 0,
                                   .maximum = 10,
                                   .description = "Strength of the guidance.",
                                   .advanced = true};
    return {
        {.id = "default", .title = "Default", .description = "The default that the search found."},
        {.id = "dps", .title = "DPS", .description = "Follows the gradient of the measurement.", .parameters = {scale}},
        {.id = "telea", .title = "Telea", .description = "Classical fill.", .usesPrior = false, .samples = false}};
}

std::vector<PriorDescription> FakeEngine::priors() const {
    return {{.id = "photo", .title = "Photographs", .kind = "diffusion"},
            {.id = "photo-fill", .title = "Fill", .kind = "fill"},
            {.id = "broken", .title = "Broken", .kind = "diffusion", .problem = "the weights are missing"}};
}

std::vector<DeviceDescription> FakeEngine::devices() const { return {{.id = "cpu", .title = "Test processor"}}; }

void FakeEngine::verifyPrior(const std::string& idOrFolder) const {
    if (idOrFolder == "broken") {
        throw Error(ErrorCode::badInput, "the weights are missing");
    }
}

std::string FakeEngine::inspect(const std::string& path) const { return path; }

RunEstimate FakeEngine::estimate(const RestoreSpec& spec, const RestoreInput& input) const {
    std::this_thread::sleep_for(options_.stepTime);
    if (input.mask.bounds().isEmpty()) {
        throw Error(ErrorCode::badInput, "the mask is empty", "paint over what is to be restored");
    }
    return {.evaluations = std::int64_t{options_.steps} * spec.samples,
            .seconds = static_cast<double>(options_.steps * spec.samples) *
                       std::chrono::duration<double>(options_.stepTime).count()};
}

RestoreResult FakeEngine::restore(const RestoreSpec& spec, const RestoreInput& input, ProgressSink& sink, std::stop_token stop,
                                  const KeepRequest* keep) {
    const auto& [picture, mask, hints] = input;
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
                sink.previewed(packed(mask, level, part(step + 1)), sample);
            }
            result.stoppedEarly = keep && keep->asked();
        }
        result.samples.push_back(fakeResult(picture, mask, level, part(step)));
        sink.finished(result.samples.back(), sample);
    }
    result.record = recordText(spec, picture, mask, result);
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
