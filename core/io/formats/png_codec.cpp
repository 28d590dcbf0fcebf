// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/formats/png_codec.h"

#include "core/base/error.h"
#include "core/io/image_limits.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstring>
#include <png.h>

namespace palimpsest {
namespace {

/// The library reports errors by a function that must not return. Frames between setjmp and longjmp hold no objects
/// with destructors: those live outside.
[[noreturn]] void fail(png_structp codec, png_const_charp) { png_longjmp(codec, 1); }
void sayNothing(png_structp, png_const_charp) {}

constexpr bool kIsLittleEndian = std::endian::native == std::endian::little;

/// Owns the decoder; its functions return false after an error.
class Decoder {
public:
    explicit Decoder(std::span<const std::byte> bytes)
        : rest_(bytes), codec_(png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, sayNothing)),
          info_(codec_ ? png_create_info_struct(codec_) : nullptr) {
        if (!info_) {
            png_destroy_read_struct(&codec_, nullptr, nullptr);
            throw std::bad_alloc();
        }
    }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
    ~Decoder() { png_destroy_read_struct(&codec_, &info_, nullptr); }

    bool start() {
        if (setjmp(png_jmpbuf(codec_))) {
            return false;
        }
        png_set_read_fn(codec_, this, take);
        png_set_user_limits(codec_, kLongestSide, kLongestSide);
        passOverMetadata();
        png_read_info(codec_, info_);
        png_set_expand(codec_); // palettes, few bits, transparent colours
        if (kIsLittleEndian) {
            png_set_swap(codec_);
        }
        png_set_interlace_handling(codec_);
        png_read_update_info(codec_, info_);
        return true;
    }

    /// `rows` point to rowBytes() bytes each.
    bool readAll(std::vector<png_bytep>& rows) {
        if (setjmp(png_jmpbuf(codec_))) {
            return false;
        }
        png_read_image(codec_, rows.data());
        return true;
    }

    Size size() const {
        return {static_cast<int>(png_get_image_width(codec_, info_)),
                static_cast<int>(png_get_image_height(codec_, info_))};
    }
    int channels() const { return png_get_channels(codec_, info_); }
    int bits() const { return png_get_bit_depth(codec_, info_); }
    std::size_t rowBytes() const { return png_get_rowbytes(codec_, info_); }

private:
    static void take(png_structp codec, png_bytep target, std::size_t count) {
        auto* self = static_cast<Decoder*>(png_get_io_ptr(codec));
        if (count > self->rest_.size()) {
            png_error(codec, "truncated");
        }
        std::memcpy(target, self->rest_.data(), count);
        self->rest_ = self->rest_.subspan(count);
    }

    /// What damage there is in it is not the pixels'.
    void passOverMetadata() {
        static constexpr png_byte kNames[] = "bKGD\0cHRM\0eXIf\0gAMA\0hIST\0iCCP\0iTXt\0oFFs\0pCAL\0sCAL\0pHYs\0"
                                             "sBIT\0sPLT\0sRGB\0sTER\0tEXt\0tIME\0zTXt";
        png_set_keep_unknown_chunks(codec_, PNG_HANDLE_CHUNK_NEVER, kNames, static_cast<int>(sizeof kNames / 5));
        png_set_keep_unknown_chunks(codec_, PNG_HANDLE_CHUNK_NEVER, nullptr, 0);
    }

    std::span<const std::byte> rest_;
    png_structp codec_;
    png_infop info_;
};

class Encoder {
public:
    Encoder()
        : codec_(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, sayNothing)),
          info_(codec_ ? png_create_info_struct(codec_) : nullptr) {
        if (!info_) {
            png_destroy_write_struct(&codec_, nullptr);
            throw std::bad_alloc();
        }
    }
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;
    ~Encoder() { png_destroy_write_struct(&codec_, &info_); }

    bool write(const Image& image, PngCompression compression, std::vector<png_bytep>& rows) {
        if (setjmp(png_jmpbuf(codec_))) {
            return false;
        }
        constexpr std::array kColourTypes{PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_COLOR_TYPE_RGB,
                                          PNG_COLOR_TYPE_RGB_ALPHA};
        png_set_write_fn(codec_, this, put, nullptr);
        png_set_compression_level(codec_, compression.level);
        png_set_compression_strategy(codec_, compression.strategy);
        png_set_IHDR(codec_, info_, static_cast<png_uint_32>(image.width()), static_cast<png_uint_32>(image.height()),
                     byteSizeOf(image.depth()) * 8, kColourTypes[static_cast<std::size_t>(image.channels()) - 1],
                     PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        png_write_info(codec_, info_);
        if (kIsLittleEndian) {
            png_set_swap(codec_);
        }
        png_write_image(codec_, rows.data());
        png_write_end(codec_, info_);
        return true;
    }

    std::vector<std::byte> takeBytes() { return std::move(bytes_); }
    bool ranOutOfMemory() const { return ranOutOfMemory_; }

private:
    static void put(png_structp codec, png_bytep data, std::size_t count) {
        if (!static_cast<Encoder*>(png_get_io_ptr(codec))->append(data, count)) {
            png_error(codec, "out of memory");
        }
    }

    /// No exception may pass through the library.
    bool append(png_const_bytep data, std::size_t count) noexcept {
        try {
            const auto* more = reinterpret_cast<const std::byte*>(data);
            bytes_.insert(bytes_.end(), more, more + count);
        } catch (const std::bad_alloc&) {
            ranOutOfMemory_ = true;
        }
        return !ranOutOfMemory_;
    }

    std::vector<std::byte> bytes_;
    bool ranOutOfMemory_ = false;
    png_structp codec_;
    png_infop info_;
};

} // namespace

Image decodePng(std::span<const std::byte> bytes, const std::string& origin) {
    const Error undecodable(ErrorCode::badInput, Message("%1 is damaged: its pixels cannot be decoded", origin),
                            "get another copy of it");
    Decoder decoder(bytes);
    if (!decoder.start()) {
        throw undecodable;
    }
    const Size size = checkedSize(decoder.size().width, decoder.size().height, origin);
    const int bytesPerPixel = decoder.channels() * decoder.bits() / 8;
    if (decoder.rowBytes() != static_cast<std::size_t>(size.width) * bytesPerPixel) {
        throw undecodable;
    }
    std::vector<std::byte> pixels(decoder.rowBytes() * size.height);
    std::vector<png_bytep> rows;
    for (int y = 0; y < size.height; ++y) {
        rows.push_back(reinterpret_cast<png_bytep>(pixels.data() + y * decoder.rowBytes()));
    }
    if (!decoder.readAll(rows)) {
        throw undecodable;
    }
    return {size, decoder.channels(), decoder.bits() == 16 ? PixelDepth::uint16 : PixelDepth::uint8, std::move(pixels)};
}

std::vector<std::byte> encodePng(const Image& image, PngCompression compression) {
    if (image.isNull() || image.depth() == PixelDepth::float32) {
        throw Bug("PNG holds pictures of 8 and 16 bits");
    }
    std::vector<png_bytep> rows;
    for (int y = 0; y < image.height(); ++y) {
        rows.push_back(const_cast<png_bytep>(reinterpret_cast<png_const_bytep>(image.row(y).data())));
    }
    Encoder encoder;
    if (!encoder.write(image, compression, rows)) {
        if (encoder.ranOutOfMemory()) {
            throw std::bad_alloc();
        }
        throw Error(ErrorCode::failed, "the picture cannot be written as PNG", "choose another format, such as TIFF");
    }
    return encoder.takeBytes();
}

} // namespace palimpsest
