// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/formats/tiff_codec.h"

#include "core/base/error.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <tiffio.h>

namespace palimpsest {
namespace {

/// A file in memory, read or grown.
struct Memory {
    std::span<const std::byte> source;
    std::vector<std::byte> written;
    std::size_t at = 0;
    bool ranOutOfMemory = false;

    std::size_t size() const { return source.empty() ? written.size() : source.size(); }
};

Memory& memoryOf(thandle_t handle) { return *static_cast<Memory*>(handle); }

tmsize_t readSome(thandle_t handle, void* target, tmsize_t count) {
    Memory& memory = memoryOf(handle);
    const std::byte* from = memory.source.empty() ? memory.written.data() : memory.source.data();
    const std::size_t rest = memory.size() - std::min(memory.at, memory.size());
    const std::size_t taken = std::min(rest, static_cast<std::size_t>(std::max<tmsize_t>(count, 0)));
    if (taken > 0) {
        std::memcpy(target, from + memory.at, taken);
    }
    memory.at += taken;
    return static_cast<tmsize_t>(taken);
}

/// No exception may pass through the library.
tmsize_t writeSome(thandle_t handle, void* data, tmsize_t count) noexcept {
    Memory& memory = memoryOf(handle);
    try {
        const std::size_t end = memory.at + static_cast<std::size_t>(count);
        memory.written.resize(std::max(memory.written.size(), end));
        std::memcpy(memory.written.data() + memory.at, data, static_cast<std::size_t>(count));
        memory.at = end;
        return count;
    } catch (const std::bad_alloc&) {
        memory.ranOutOfMemory = true;
        return -1;
    }
}

toff_t seek(thandle_t handle, toff_t offset, int whence) {
    Memory& memory = memoryOf(handle);
    const std::size_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? memory.at : memory.size();
    memory.at = base + offset;
    return memory.at;
}

int closeNothing(thandle_t) { return 0; }
toff_t sizeOf(thandle_t handle) { return memoryOf(handle).size(); }
int sayNothing(TIFF*, void*, const char*, const char*, va_list) { return 1; }

struct TiffCloser {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using Tiff = std::unique_ptr<TIFF, TiffCloser>;

struct OptionsDeleter {
    void operator()(TIFFOpenOptions* options) const { TIFFOpenOptionsFree(options); }
};

Tiff opened(Memory& memory, const char* mode) {
    constexpr tmsize_t kLargestPiece = tmsize_t{1} << 30;
    const std::unique_ptr<TIFFOpenOptions, OptionsDeleter> options(TIFFOpenOptionsAlloc());
    if (!options) {
        throw std::bad_alloc();
    }
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), kLargestPiece);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), sayNothing, nullptr);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), sayNothing, nullptr);
    return Tiff(TIFFClientOpenExt("", mode, &memory, readSome, writeSome, seek, closeNothing, sizeOf, nullptr, nullptr,
                                  options.get()));
}

/// Where a strip or tile lies in the picture, and how it is stored.
struct Piece {
    std::uint32_t x = 0;
    std::uint32_t y = 0;
    std::uint32_t width = 0; ///< in the picture; a tile's rows may be longer
    std::uint32_t height = 0;
    std::size_t rowBytes = 0; ///< as stored
    std::uint16_t firstSample = 0;
    std::uint16_t samples = 0; ///< interleaved in it
};

/// Samples as they are stored, of one size and kind.
class SampleReader {
public:
    SampleReader(TIFF* tiff, const TiffKind& kind) : tiff_(tiff), kind_(kind), isTiled_(TIFFIsTiled(tiff) != 0) {
        TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &bits_);
        TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &samples_);
        TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &planes_);
        TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width_);
        TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height_);
        if (isTiled_) {
            TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &pieceWidth_);
            TIFFGetField(tiff, TIFFTAG_TILELENGTH, &pieceHeight_);
        } else {
            pieceWidth_ = width_;
            TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &pieceHeight_);
            pieceHeight_ = std::min(pieceHeight_, height_);
        }
    }

    /// False if the file is not what it seemed, or damaged.
    bool read(std::vector<std::byte>& pixels) {
        const bool isExpected = width_ == static_cast<std::uint32_t>(kind_.size.width) &&
                                height_ == static_cast<std::uint32_t>(kind_.size.height) &&
                                samples_ == kind_.channels && pieceWidth_ > 0 && pieceHeight_ > 0 &&
                                (bits_ == 8 || bits_ == 16 || bits_ == 32 || bits_ == 64);
        if (!isExpected) {
            return false;
        }
        const tmsize_t bytes = isTiled_ ? TIFFTileSize(tiff_) : TIFFStripSize(tiff_);
        constexpr tmsize_t kLargestPiece = tmsize_t{4} << 30;
        if (bytes <= 0 || bytes > kLargestPiece) {
            return false;
        }
        buffer_.resize(static_cast<std::size_t>(bytes));
        const std::uint32_t count = isTiled_ ? TIFFNumberOfTiles(tiff_) : TIFFNumberOfStrips(tiff_);
        for (std::uint32_t i = 0; i < count; ++i) {
            if (!readPiece(i, pixels)) {
                return false;
            }
        }
        return true;
    }

private:
    Piece pieceAt(std::uint32_t index) const {
        const std::uint32_t across = (width_ + pieceWidth_ - 1) / pieceWidth_;
        const std::uint32_t down = (height_ + pieceHeight_ - 1) / pieceHeight_;
        const bool isSeparate = planes_ == PLANARCONFIG_SEPARATE;
        Piece piece;
        piece.firstSample = static_cast<std::uint16_t>(isSeparate ? index / (across * down) : 0);
        piece.samples = isSeparate ? std::uint16_t{1} : samples_;
        piece.x = index % across * pieceWidth_;
        piece.y = index / across % down * pieceHeight_;
        piece.width = std::min(pieceWidth_, width_ - piece.x);
        piece.height = std::min(pieceHeight_, height_ - piece.y);
        piece.rowBytes = static_cast<std::size_t>(pieceWidth_) * piece.samples * (bits_ / 8);
        return piece;
    }

    bool readPiece(std::uint32_t index, std::vector<std::byte>& pixels) {
        const Piece piece = pieceAt(index);
        const std::size_t needed = piece.rowBytes * piece.height;
        if (piece.firstSample >= samples_ || needed > buffer_.size()) {
            return false;
        }
        const auto bytes = static_cast<tmsize_t>(isTiled_ ? buffer_.size() : needed);
        const tmsize_t got = isTiled_ ? TIFFReadEncodedTile(tiff_, index, buffer_.data(), bytes)
                                      : TIFFReadEncodedStrip(tiff_, index, buffer_.data(), bytes);
        if (got < static_cast<tmsize_t>(needed)) {
            return false;
        }
        for (std::uint32_t row = 0; row < piece.height; ++row) {
            place(piece, row, pixels);
        }
        return true;
    }

    void place(const Piece& piece, std::uint32_t row, std::vector<std::byte>& pixels) const {
        const std::size_t sampleBytes = bits_ / 8;
        const std::size_t targetBytes = static_cast<std::size_t>(byteSizeOf(kind_.depth));
        const std::byte* from = buffer_.data() + row * piece.rowBytes;
        std::byte* to = pixels.data() + ((std::size_t{piece.y} + row) * width_ + piece.x) * samples_ * targetBytes +
                        piece.firstSample * targetBytes;
        if (piece.samples == samples_ && sampleBytes == targetBytes) {
            std::memcpy(to, from, std::size_t{piece.width} * samples_ * sampleBytes);
            return;
        }
        for (std::size_t x = 0; x < piece.width; ++x) {
            for (std::size_t sample = 0; sample < piece.samples; ++sample) {
                copySample(from + (x * piece.samples + sample) * sampleBytes,
                           to + (x * samples_ + sample) * targetBytes);
            }
        }
    }

    void copySample(const std::byte* from, std::byte* to) const {
        if (kind_.depth != PixelDepth::float32 || bits_ == 32) {
            std::memcpy(to, from, static_cast<std::size_t>(bits_ / 8));
            return;
        }
        float value = 0;
        if (bits_ == 64) {
            double exact = 0;
            std::memcpy(&exact, from, sizeof exact);
            value = static_cast<float>(exact);
        } else {
            cv::float16_t half;
            std::memcpy(static_cast<void*>(&half), from, 2);
            value = static_cast<float>(half);
        }
        std::memcpy(to, &value, sizeof value);
    }

    TIFF* tiff_;
    TiffKind kind_;
    bool isTiled_;
    std::uint16_t bits_ = 1;
    std::uint16_t samples_ = 1;
    std::uint16_t planes_ = PLANARCONFIG_CONTIG;
    std::uint32_t width_ = 0;
    std::uint32_t height_ = 0;
    std::uint32_t pieceWidth_ = 0;
    std::uint32_t pieceHeight_ = 0;
    std::vector<std::byte> buffer_;
};

/// 8-bit pixels of any kind, by the library.
bool readConverted(TIFF* tiff, const TiffKind& kind, std::vector<std::byte>& pixels) {
    TIFFRGBAImage image{};
    char reason[1024] = {};
    if (!TIFFRGBAImageOK(tiff, reason) || !TIFFRGBAImageBegin(&image, tiff, 1, reason)) {
        return false;
    }
    const std::unique_ptr<TIFFRGBAImage, void (*)(TIFFRGBAImage*)> owner(&image, TIFFRGBAImageEnd);
    image.req_orientation = image.orientation; // as stored
    const bool isExpected = image.width == static_cast<std::uint32_t>(kind.size.width) &&
                            image.height == static_cast<std::uint32_t>(kind.size.height);
    std::vector<std::uint32_t> raster(isExpected ? std::size_t{image.width} * image.height : 0);
    if (!isExpected || !TIFFRGBAImageGet(&image, raster.data(), image.width, image.height)) {
        return false;
    }
    std::byte* to = pixels.data();
    for (const std::uint32_t colour : raster) {
        for (int channel = 0; channel < kind.channels; ++channel) {
            *to++ = static_cast<std::byte>(colour >> (8 * channel));
        }
    }
    return true;
}

template <typename Value>
void invert(std::vector<std::byte>& pixels, int channels) {
    for (std::size_t at = 0; at < pixels.size(); at += sizeof(Value) * static_cast<std::size_t>(channels)) {
        Value value{};
        std::memcpy(&value, pixels.data() + at, sizeof value);
        value = static_cast<Value>(~value);
        std::memcpy(pixels.data() + at, &value, sizeof value);
    }
}

bool describe(TIFF* tiff, const Image& image, const ImageMetadata& metadata) {
    const bool isFloat = image.depth() == PixelDepth::float32;
    constexpr std::size_t kStripBytes = 8192; // TIFF 6.0 recommends it
    const auto rows = static_cast<int>(
        std::clamp<std::size_t>(kStripBytes / image.rowByteSize(), 1, static_cast<std::size_t>(image.height())));
    bool isGood = TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, image.width()) &&
                  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, image.height()) &&
                  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, byteSizeOf(image.depth()) * 8) &&
                  TIFFSetField(tiff, TIFFTAG_COMPRESSION, isFloat ? COMPRESSION_NONE : COMPRESSION_LZW) &&
                  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC,
                               image.colourChannels() == 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK) &&
                  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, image.channels()) &&
                  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG) &&
                  TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, rows) &&
                  TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, isFloat ? SAMPLEFORMAT_IEEEFP : SAMPLEFORMAT_UINT);
    if (!isFloat) {
        isGood = isGood && TIFFSetField(tiff, TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL);
    }
    if (image.hasAlpha()) {
        const std::uint16_t straight = EXTRASAMPLE_UNASSALPHA;
        isGood = isGood && TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &straight);
    }
    if (metadata.dotsPerInchX > 0 && metadata.dotsPerInchY > 0) {
        isGood = isGood && TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH) &&
                 TIFFSetField(tiff, TIFFTAG_XRESOLUTION, metadata.dotsPerInchX) &&
                 TIFFSetField(tiff, TIFFTAG_YRESOLUTION, metadata.dotsPerInchY);
    }
    if (!metadata.iccProfile.empty()) {
        isGood =
            isGood && TIFFSetField(tiff, TIFFTAG_ICCPROFILE, static_cast<std::uint32_t>(metadata.iccProfile.size()),
                                   metadata.iccProfile.data());
    }
    return isGood;
}

bool writeRows(TIFF* tiff, const Image& image) {
    std::vector<std::byte> row; // the predictor changes it
    for (int y = 0; y < image.height(); ++y) {
        row.assign(image.row(y).begin(), image.row(y).end());
        if (TIFFWriteScanline(tiff, row.data(), static_cast<std::uint32_t>(y), 0) < 0) {
            return false;
        }
    }
    return TIFFWriteDirectory(tiff) != 0;
}

} // namespace

Image decodeTiff(std::span<const std::byte> bytes, const TiffKind& kind, const std::string& origin) {
    const Error undecodable(ErrorCode::badInput,
                            Message("%1 is damaged, or a kind of TIFF that cannot be decoded", origin),
                            "open and save it with another program, as PNG or TIFF");
    Memory memory{.source = bytes};
    const Tiff tiff = opened(memory, "rm"); // m: no memory map
    if (!tiff) {
        throw undecodable;
    }
    std::vector<std::byte> pixels(static_cast<std::size_t>(kind.size.width) * kind.size.height * kind.channels *
                                  byteSizeOf(kind.depth));
    if (kind.isConverted ? !readConverted(tiff.get(), kind, pixels) : !SampleReader(tiff.get(), kind).read(pixels)) {
        throw undecodable;
    }
    if (kind.isInverted && kind.depth == PixelDepth::uint8) {
        invert<std::uint8_t>(pixels, kind.channels);
    } else if (kind.isInverted && kind.depth == PixelDepth::uint16) {
        invert<std::uint16_t>(pixels, kind.channels);
    }
    return {kind.size, kind.channels, kind.depth, std::move(pixels)};
}

std::vector<std::byte> encodeTiff(const Image& image, const ImageMetadata& metadata) {
    if (image.isNull()) {
        throw Bug("a picture without pixels cannot be written");
    }
    Memory memory;
    bool isGood = false;
    {
        const Tiff tiff = opened(memory, "w");
        isGood = tiff && describe(tiff.get(), image, metadata) && writeRows(tiff.get(), image);
    }
    if (memory.ranOutOfMemory) {
        throw std::bad_alloc();
    }
    if (!isGood) {
        throw Error(ErrorCode::failed, "the picture cannot be written as TIFF", "choose another format, such as PNG");
    }
    return std::move(memory.written);
}

} // namespace palimpsest
