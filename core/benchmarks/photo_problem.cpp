// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmarks/photo_problem.h"

#include "core/tasks/task_measurement.h"
#include "core/restoration/solution_map_pictures.h"
#include "core/image/image.h"
#include "core/io/image_file.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <filesystem>

namespace palimpsest {
namespace {

PhotoProblem problem(std::string id, const std::string& task, double sigma, const std::string& kernel,
                     std::vector<std::string> baselines) {
    PhotoProblem made{std::move(id), {}, std::move(baselines)};
    made.damage.task = task;
    made.damage.sigma = sigma;
    made.damage.kernel = kernel;
    made.damage.factor = 4;
    made.damage.degrade = true;
    return made;
}

PhotoProblem compressed(std::string id, int quality) {
    PhotoProblem made = problem(std::move(id), "dejpeg", 0, "auto", {"as-is", "non-local-means", "total-variation"});
    made.damage.quality = quality;
    return made;
}

/// The middle of the truth that the restored picture shows.
Image truthOf(const Image& truth, Size result) {
    return cropped(truth, {(truth.width() - result.width) / 2, (truth.height() - result.height) / 2, result.width, result.height});
}

DamagedPicture damagedPhoto(const std::string& file, const PhotoProblem& problem, std::uint64_t index) {
    const Image truth = readImage(file);
    RestoreSpec damage = problem.damage;
    damage.seed = index;
    const PictureTensors damaged = degraded(damage, pictureTensors(damage, {truth, {}, {}}));
    const int factor = enlargementOf(damage);
    const Size result{static_cast<int>(damaged.picture.size(3)) * factor, static_cast<int>(damaged.picture.size(2)) * factor};
    damage.degrade = false;
    damage.seed = 0;
    return {.name = std::filesystem::path(file).stem().string(), .kind = problem.id, .truth = truthOf(truth, result),
            .damaged = floatImage(damaged.picture.add(1).div(2)), .mask = {}, .damage = damage};
}

} // namespace

const std::vector<PhotoProblem>& photoProblems() {
    static const std::vector<PhotoProblem> problems = {
        problem("colorize", "colorize", 0, "auto", {"grey"}),
        problem("upscale-4", "upscale", 0, "auto", {"lanczos", "bicubic"}),
        problem("upscale-4-noisy", "upscale", 0.05, "auto", {"lanczos", "bicubic"}),
        problem("gaussian-blur", "deblur", 0, "gaussian:2", {"wiener", "total-variation"}),
        problem("gaussian-blur-noisy", "deblur", 0.05, "gaussian:2", {"wiener", "total-variation"}),
        problem("motion-blur", "deblur", 0, "motion:15,30", {"wiener", "total-variation"}),
        problem("motion-blur-noisy", "deblur", 0.05, "motion:15,30", {"wiener", "total-variation"}),
        problem("denoise", "denoise", 0.1, "auto", {"non-local-means", "total-variation"}),
        compressed("jpeg-10", 10),
        compressed("jpeg-30", 30),
        problem("clipped", "declip", 0, "auto", {"as-is"}),
    };
    return problems;
}

std::vector<DamagedPicture> damagedPhotos(const std::string& folder, int limit, const std::vector<std::string>& kinds) {
    std::vector<DamagedPicture> pictures;
    std::uint64_t index = 0;
    for (const std::string& file : pictureFiles(folder, limit)) {
        for (const PhotoProblem& problem : photoProblems()) {
            if (kinds.empty() || std::find(kinds.begin(), kinds.end(), problem.id) != kinds.end()) {
                pictures.push_back(damagedPhoto(file, problem, index));
            }
        }
        ++index;
    }
    return pictures;
}

} // namespace palimpsest
