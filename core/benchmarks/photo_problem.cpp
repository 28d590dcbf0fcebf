// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmarks/photo_problem.h"

#include "core/image/image.h"
#include "core/io/image_file.h"
#include "core/tasks/behaviour/whole_task.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <filesystem>

namespace palimpsest {
namespace {

PhotoProblem problem(std::string id, const std::string& task, std::vector<std::string> baselines,
                     ParameterValues parameters = {}) {
    PhotoProblem made{std::move(id), {}, std::move(baselines)};
    made.damage.task = task;
    made.damage.taskParameters = std::move(parameters);
    return made;
}

/// The middle of the ground truth that the restored picture shows.
Image truthOf(const Image& truth, Size result) {
    return cropped(
        truth, {(truth.width() - result.width) / 2, (truth.height() - result.height) / 2, result.width, result.height});
}

DamagedPicture damagedPhoto(const std::string& file, const PhotoProblem& problem, std::uint64_t index) {
    const Image truth = readImage(file);
    RestoreSpec degradation = problem.damage;
    degradation.seed = index;
    degradation.taskParameters["degrade"] = true;
    degradation.taskParameters = completeTaskParameters(degradation);
    const WholeTask& task = *taskBehaviour(degradation.task).asWhole();
    const PictureTensors damaged = task.degraded(degradation, task.tensors(degradation, {.acquisition = truth}, truth));
    const int factor = task.enlargement(degradation);
    const Size result{static_cast<int>(damaged.picture.size(3)) * factor,
                      static_cast<int>(damaged.picture.size(2)) * factor};
    return {.name = std::filesystem::path(file).stem().string(),
            .kind = problem.id,
            .truth = truthOf(truth, result),
            .damaged = floatImage(damaged.picture.add(1).div(2)),
            .mask = {},
            .damage = problem.damage};
}

} // namespace

const std::vector<PhotoProblem>& photoProblems() {
    const ParameterValues exact{{"sigma", 0.0}};
    const auto blur = [](const char* kernel, double sigma) {
        return ParameterValues{{"kernel", std::string(kernel)}, {"sigma", sigma}};
    };
    const auto quality = [](std::int64_t value) { return ParameterValues{{"quality", value}}; };
    const std::vector<std::string> enlargers{"lanczos", "bicubic"};
    const std::vector<std::string> sharpeners{"wiener", "total-variation"};
    const std::vector<std::string> cleaners{"as-is", "non-local-means", "total-variation"};
    const std::vector<std::string> denoisers{"bm3d", "non-local-means", "total-variation"};
    static const std::vector<PhotoProblem> problems = {
        problem("colorize", "colorize", {"grey"}, exact),
        problem("upscale-4", "upscale", enlargers, exact),
        problem("upscale-4-noisy", "upscale", enlargers, {{"sigma", 0.05}}),
        problem("gaussian-blur", "deblur", sharpeners, blur("gaussian:2", 0)),
        problem("gaussian-blur-noisy", "deblur", sharpeners, blur("gaussian:2", 0.05)),
        problem("motion-blur", "deblur", sharpeners, blur("motion:15,30", 0)),
        problem("motion-blur-noisy", "deblur", sharpeners, blur("motion:15,30", 0.05)),
        problem("denoise-0.02", "denoise", denoisers, {{"sigma", 0.02}}),
        problem("denoise-0.05", "denoise", denoisers, {{"sigma", 0.05}}),
        problem("denoise", "denoise", denoisers, {{"sigma", 0.1}}),
        problem("jpeg-10", "dejpeg", cleaners, quality(10)),
        problem("jpeg-30", "dejpeg", cleaners, quality(30)),
        problem("clipped", "declip", {"as-is"}, {{"tones", std::string("darken")}}),
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
