// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local_engine/picture_folder.h"

#include "core/base/error.h"
#include "core/image/colour_transform.h"
#include "core/image/cv_view.h"
#include "core/io/image_file.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <vector>

namespace palimpsest {
namespace {

std::vector<std::string> filesBelow(const std::string& folder) {
    std::error_code failure;
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, failure)) {
        if (entry.is_regular_file()) {
            paths.push_back(entry.path().string());
        }
    }
    if (failure) {
        throw Error(ErrorCode::badInput,
                    Message("the folder \"%1\" cannot be read: %2", folder, Message::verbatim(failure.message())),
                    "choose a folder of photos");
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// 8-bit RGB in sRGB, without alpha.
cv::Mat rgbOf(const Image& image) {
    const Image shown = withThreeColours(toDisplay(image));
    const cv::Mat pixels = cvView(shown);
    cv::Mat colours;
    if (shown.hasAlpha()) {
        cv::cvtColor(pixels, colours, cv::COLOR_RGBA2RGB);
    } else {
        colours = pixels;
    }
    cv::Mat bytes;
    colours.convertTo(bytes, CV_8U, pixels.depth() == CV_8U ? 1.0 : pixels.depth() == CV_16U ? 255.0 / 65535 : 255.0);
    return bytes;
}

/// Shrunk to the limit; nothing if the file is no picture or too small.
std::optional<RgbPicture> readPhoto(const std::string& path, const PictureFolderOptions& options) {
    cv::Mat picture;
    try {
        picture = rgbOf(readImage(path));
    } catch (const Error&) {
        return std::nullopt; // no picture, a damaged one, or one beyond the limits
    }
    const double factor = static_cast<double>(options.longestSide) / std::max(picture.cols, picture.rows);
    if (factor < 1) {
        cv::resize(picture, picture, {}, factor, factor, cv::INTER_AREA);
    }
    if (std::min(picture.cols, picture.rows) < options.leastSide) {
        return std::nullopt;
    }
    RgbPicture result{{picture.cols, picture.rows}, {}};
    result.pixels.assign(picture.datastart, picture.dataend);
    return result;
}

} // namespace

TrainingPhotos readPictureFolder(const std::string& folder, const PictureFolderOptions& options,
                                 const std::function<void(std::size_t, std::size_t)>& progressed,
                                 std::stop_token stop) {
    const std::vector<std::string> paths = filesBelow(folder);
    TrainingPhotos photos;
    std::size_t found = 0;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        if (std::optional<RgbPicture> photo = readPhoto(paths[i], options)) {
            const bool isHeldOut = found++ % static_cast<std::size_t>(options.validationEvery) == 0;
            (isHeldOut ? photos.validation : photos.training)
                .push_back(makeTrainingPicture(paths[i], std::move(*photo), options.leastSide));
        }
        progressed(i + 1, paths.size());
    }
    if (photos.training.empty()) {
        throw Error(ErrorCode::badInput,
                    Message("the folder \"%1\" holds fewer than two photos that can be used", folder),
                    "choose a folder with JPEG, PNG or TIFF photos");
    }
    return photos;
}

} // namespace palimpsest
