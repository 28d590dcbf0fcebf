// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmarks/quality_trial.h"

#include "core/base/error.h"
#include "core/base/random_seed.h"
#include "core/benchmarks/damage.h"
#include "core/image/metrics.h"
#include "core/io/image_file.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

namespace palimpsest {
namespace {

/// Progress of the single runs is not shown; a stop request reaches them.
class QuietSink : public ProgressSink {
public:
    void progressed(const Progress&) override {}
};

Rect whole(const Image& image) { return {0, 0, image.width(), image.height()}; }

Image withBlackHole(const Image& image, const Mask& mask) {
    Compositor compositor(image);
    compositor.blend(at::full({1, 3, image.height(), image.width()}, -1.0f), mask, whole(image));
    return compositor.image();
}

Image meanOf(const std::vector<Image>& samples, const Image& original, const Mask& mask) {
    at::Tensor sum = toTensor(samples.front(), whole(original));
    for (std::size_t i = 1; i < samples.size(); ++i) {
        sum += toTensor(samples[i], whole(original));
    }
    Compositor compositor(original);
    compositor.blend(sum / static_cast<double>(samples.size()), mask, whole(original));
    return compositor.image();
}

} // namespace

std::vector<std::string> pictureFiles(const std::string& folder, int limit) {
    std::vector<std::string> files;
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
        if (entry.is_regular_file()) {
            files.push_back(entry.path().string());
        }
    }
    if (files.empty()) {
        throw Error(ErrorCode::badInput, Message("there are no pictures in %1", folder),
                    "name a folder with pictures=FOLDER");
    }
    std::sort(files.begin(), files.end());
    if (limit > 0 && files.size() > static_cast<std::size_t>(limit)) {
        files.resize(limit);
    }
    return files;
}

void Quality::add(const Quality& other) {
    psnr += other.psnr;
    ssim += other.ssim;
    haarPsi += other.haarPsi;
    seconds += other.seconds;
    evaluations += other.evaluations;
    count += other.count;
}

Quality Quality::mean() const {
    const double n = std::max(1, count);
    return {psnr / n, ssim / n, haarPsi / n, seconds / n, evaluations / n, count};
}

RestoreSpec onDamage(const RestoreSpec& method, const RestoreSpec& damage) {
    RestoreSpec spec = method;
    spec.task = damage.task;
    spec.taskParameters = damage.taskParameters;
    return spec;
}

std::vector<DamagedPicture> damagedPictures(const std::string& folder, int limit,
                                            const std::vector<std::string>& kinds) {
    std::vector<DamagedPicture> pictures;
    std::uint64_t index = 0;
    for (const std::string& file : pictureFiles(folder, limit)) {
        const Image truth = readImage(file);
        for (const DamageKind& kind : damageKinds()) {
            if (kinds.empty() || std::find(kinds.begin(), kinds.end(), kind.id) != kinds.end()) {
                Mask mask = damageMask(kind, truth.size(), streamSeed(1, "picture", index));
                Image damaged = withBlackHole(truth, mask);
                pictures.push_back({std::filesystem::path(file).stem().string(),
                                    kind.id,
                                    truth,
                                    std::move(damaged),
                                    std::move(mask),
                                    {}});
            }
        }
        ++index;
    }
    return pictures;
}

Quality measureQuality(const BenchmarkRun& run, const RestoreSpec& spec, const DamagedPicture& picture, Image* result) {
    QuietSink sink;
    const RestoreInput input{
        .acquisition = picture.damaged, .mask = picture.mask, .hints = {}, .kernel = {}, .estimate = {}};
    const auto evaluations = static_cast<double>(run.engine.estimate(spec, input).evaluations);
    const auto begin = std::chrono::steady_clock::now();
    const RestoreResult restored = run.engine.restore(spec, input, sink, run.stop);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const bool isWhole = picture.mask.size().isEmpty();
    Image image = restored.samples.front();
    if (restored.samples.size() > 1) {
        image = isWhole ? restored.maps.mean : meanOf(restored.samples, picture.damaged, picture.mask);
    }
    if (result) {
        *result = image;
    }
    const Mask* region = isWhole ? nullptr : &picture.mask;
    return {psnr(picture.truth, image, region),
            ssim(picture.truth, image, region),
            haarPsi(picture.truth, image, region),
            seconds,
            evaluations,
            1};
}

} // namespace palimpsest
