// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/formats/jpeg_codec.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <cstdio> // jpeglib.h needs it
#include <jpeglib.h>

namespace palimpsest {
namespace {

constexpr int kFullColourQuality = 90;

/// The library reports errors by a function that must not return. Frames between setjmp and longjmp hold no objects
/// with destructors: those live outside.
struct ErrorHandler {
    jpeg_error_mgr base{};
    std::jmp_buf escape{};
    char message[JMSG_LENGTH_MAX] = {};
};

void fail(j_common_ptr codec) {
    auto* handler = reinterpret_cast<ErrorHandler*>(codec->err);
    codec->err->format_message(codec, handler->message);
    std::longjmp(handler->escape, 1);
}

void sayNothing(j_common_ptr, int) {}

jpeg_error_mgr* prepared(ErrorHandler& handler) {
    jpeg_std_error(&handler.base);
    handler.base.error_exit = fail;
    handler.base.emit_message = sayNothing;
    return &handler.base;
}

/// Owns the decoder; its functions return false after an error.
class Decoder {
public:
    Decoder() {
        codec_.err = prepared(handler_);
        jpeg_create_decompress(&codec_);
    }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
    ~Decoder() { jpeg_destroy_decompress(&codec_); }

    bool start(std::span<const std::byte> bytes) {
        if (setjmp(handler_.escape)) {
            return false;
        }
        jpeg_mem_src(&codec_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
        jpeg_read_header(&codec_, TRUE);
        const bool isInks = codec_.jpeg_color_space == JCS_CMYK || codec_.jpeg_color_space == JCS_YCCK;
        codec_.out_color_space = codec_.num_components == 1 ? JCS_GRAYSCALE : isInks ? JCS_CMYK : JCS_RGB;
        jpeg_start_decompress(&codec_);
        return true;
    }

    bool readRow(std::byte* row) {
        if (setjmp(handler_.escape)) {
            return false;
        }
        auto* samples = reinterpret_cast<JSAMPROW>(row);
        return jpeg_read_scanlines(&codec_, &samples, 1) == 1;
    }

    Size size() const { return {static_cast<int>(codec_.output_width), static_cast<int>(codec_.output_height)}; }
    int components() const { return codec_.output_components; }
    /// Programs that write Adobe's marker store inks the other way round.
    bool inksAreInverted() const { return codec_.saw_Adobe_marker != 0; }

private:
    ErrorHandler handler_;
    jpeg_decompress_struct codec_{};
};

/// RGB of one row of inks.
void toRgb(const std::vector<std::byte>& inks, bool areInverted, std::byte* rgb, int width) {
    const auto light = [&](std::size_t at) {
        const int value = std::to_integer<int>(inks[at]);
        return areInverted ? value : 255 - value;
    };
    for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x) {
        for (std::size_t channel = 0; channel < 3; ++channel) {
            rgb[x * 3 + channel] = static_cast<std::byte>((light(x * 4 + channel) * light(x * 4 + 3) + 127) / 255);
        }
    }
}

class Encoder {
public:
    Encoder() {
        codec_.err = prepared(handler_);
        jpeg_create_compress(&codec_);
    }
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;
    ~Encoder() {
        jpeg_destroy_compress(&codec_);
        std::free(bytes_);
    }

    bool start(const Image& image, int quality, int dotsPerInchX, int dotsPerInchY) {
        if (setjmp(handler_.escape)) {
            return false;
        }
        jpeg_mem_dest(&codec_, &bytes_, &byteCount_);
        codec_.image_width = static_cast<JDIMENSION>(image.width());
        codec_.image_height = static_cast<JDIMENSION>(image.height());
        codec_.input_components = image.channels();
        codec_.in_color_space = image.channels() == 1 ? JCS_GRAYSCALE : JCS_RGB;
        jpeg_set_defaults(&codec_);
        jpeg_set_quality(&codec_, quality, TRUE);
        codec_.optimize_coding = TRUE;
        if (quality >= kFullColourQuality) {
            codec_.comp_info[0].h_samp_factor = codec_.comp_info[0].v_samp_factor = 1;
        }
        if (dotsPerInchX > 0 && dotsPerInchY > 0) {
            codec_.density_unit = 1;
            codec_.X_density = static_cast<UINT16>(dotsPerInchX);
            codec_.Y_density = static_cast<UINT16>(dotsPerInchY);
        }
        jpeg_start_compress(&codec_, TRUE);
        return true;
    }

    bool writeRow(const std::byte* row) {
        if (setjmp(handler_.escape)) {
            return false;
        }
        auto* samples = const_cast<JSAMPROW>(reinterpret_cast<const JSAMPLE*>(row));
        return jpeg_write_scanlines(&codec_, &samples, 1) == 1;
    }

    bool finish() {
        if (setjmp(handler_.escape)) {
            return false;
        }
        jpeg_finish_compress(&codec_);
        return true;
    }

    std::span<const std::byte> bytes() const { return std::as_bytes(std::span(bytes_, byteCount_)); }
    std::string message() const { return handler_.message; }

private:
    ErrorHandler handler_;
    jpeg_compress_struct codec_{};
    unsigned char* bytes_ = nullptr;
    unsigned long byteCount_ = 0;
};

int toDensity(double dotsPerInch) { return static_cast<int>(std::lround(std::clamp(dotsPerInch, 0.0, 65535.0))); }

} // namespace

Image decodeJpeg(std::span<const std::byte> bytes, const std::string& origin) {
    const Error undecodable(ErrorCode::badInput,
                            Message("%1 is damaged, or a kind of JPEG that cannot be decoded", origin),
                            "open and save it with another program, as PNG or TIFF");
    Decoder decoder;
    if (!decoder.start(bytes)) {
        throw undecodable;
    }
    const Size size = decoder.size();
    const int channels = decoder.components() == 1 ? 1 : 3;
    const std::size_t rowBytes = static_cast<std::size_t>(size.width) * channels;
    std::vector<std::byte> pixels(rowBytes * size.height);
    std::vector<std::byte> inks(decoder.components() == 4 ? static_cast<std::size_t>(size.width) * 4 : 0);
    for (int y = 0; y < size.height; ++y) {
        std::byte* row = pixels.data() + y * rowBytes;
        if (!decoder.readRow(inks.empty() ? row : inks.data())) {
            throw undecodable;
        }
        if (!inks.empty()) {
            toRgb(inks, decoder.inksAreInverted(), row, size.width);
        }
    }
    return {size, channels, PixelDepth::uint8, std::move(pixels)};
}

std::vector<std::byte> encodeJpeg(const Image& image, int quality, double dotsPerInchX, double dotsPerInchY) {
    if (image.isNull() || image.depth() != PixelDepth::uint8 || image.hasAlpha()) {
        throw Bug("JPEG holds grey and RGB pictures of 8 bits");
    }
    Encoder encoder;
    bool isGood = encoder.start(image, std::clamp(quality, 1, 100), toDensity(dotsPerInchX), toDensity(dotsPerInchY));
    for (int y = 0; isGood && y < image.height(); ++y) {
        isGood = encoder.writeRow(image.row(y).data());
    }
    if (!isGood || !encoder.finish()) {
        throw Error(ErrorCode::failed, Message("the picture cannot be written as JPEG: %1", encoder.message()),
                    "choose PNG or TIFF");
    }
    return {encoder.bytes().begin(), encoder.bytes().end()};
}

} // namespace palimpsest
