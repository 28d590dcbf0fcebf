// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <cstdio> // jpeglib.h needs it
#include <cstdlib>
#include <jpeglib.h>
#include <span>
#include <vector>

namespace palimpsest {

/// Kinds of JPEG that our own writer does not make.
struct JpegKind {
    bool isRgb = false; ///< components are R, G and B
    int columns = 1;    ///< pixels that share a sample of chroma
    int rows = 1;
    bool isArithmetic = false;
    int quality = 40;
};

/// The file of an RGB picture of 8 bits.
inline std::vector<std::byte> jpegOf(const Image& image, const JpegKind& kind) {
    jpeg_error_mgr errors{};
    jpeg_compress_struct codec{};
    codec.err = jpeg_std_error(&errors);
    jpeg_create_compress(&codec);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&codec, &bytes, &size);
    codec.image_width = static_cast<JDIMENSION>(image.width());
    codec.image_height = static_cast<JDIMENSION>(image.height());
    codec.input_components = 3;
    codec.in_color_space = JCS_RGB;
    jpeg_set_defaults(&codec);
    jpeg_set_colorspace(&codec, kind.isRgb ? JCS_RGB : JCS_YCbCr);
    jpeg_set_quality(&codec, kind.quality, TRUE);
    codec.comp_info[0].h_samp_factor = kind.columns;
    codec.comp_info[0].v_samp_factor = kind.rows;
    codec.arith_code = kind.isArithmetic ? TRUE : FALSE;
    jpeg_start_compress(&codec, TRUE);
    for (int y = 0; y < image.height(); ++y) {
        auto* row = const_cast<JSAMPROW>(reinterpret_cast<const JSAMPLE*>(image.row(y).data()));
        jpeg_write_scanlines(&codec, &row, 1);
    }
    jpeg_finish_compress(&codec);
    jpeg_destroy_compress(&codec);
    const auto view = std::as_bytes(std::span(bytes, size));
    std::vector<std::byte> file(view.begin(), view.end());
    std::free(bytes);
    return file;
}

} // namespace palimpsest
