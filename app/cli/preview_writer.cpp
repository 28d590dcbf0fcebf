// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/preview_writer.h"

#include "core/io/image_file.h"

#include <cstdio>
#include <filesystem>

namespace palimpsest {
namespace {

Image pictureOf(const DisplayFrame& frame) {
    std::vector<std::byte> pixels;
    pixels.reserve(frame.pixels->size() * 3);
    for (const std::uint32_t pixel : *frame.pixels) {
        for (const int shift : {16, 8, 0}) {
            pixels.push_back(static_cast<std::byte>(pixel >> shift & 255));
        }
    }
    return {frame.size, 3, PixelDepth::uint8, std::move(pixels)};
}

} // namespace

PreviewWriter::PreviewWriter(Report& report, std::string folder) : report_(report), folder_(std::move(folder)) {
    if (folder_.empty()) {
        return;
    }
    std::error_code failure;
    std::filesystem::create_directories(folder_, failure);
    if (failure) {
        throw Error(ErrorCode::failed,
                    Message("cannot make the folder %1: %2", folder_, Message::verbatim(failure.message())),
                    "choose another --preview-dir");
    }
}

void PreviewWriter::previewed(const DisplayFrame& frame, int sample) {
    if (!wantsPreview()) {
        return;
    }
    char name[64];
    std::snprintf(name, sizeof name, "sample-%d-%04d.png", sample + 1, ++counts_[sample]);
    const std::string path = (std::filesystem::path(folder_) / name).string();
    writeImage(path, pictureOf(frame));
    report_.previewSaved(path, frame.area, sample);
}

} // namespace palimpsest
