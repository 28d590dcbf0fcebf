// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/formats/jpeg_tables.h"

#include <utility>

namespace palimpsest {
namespace {

constexpr int kSide = 8;

/// Where the frequencies lie, in the order of the file: T.81, figure A.6.
constexpr std::array<int, 64> zigzag() {
    std::array<int, 64> order{};
    int row = 0;
    int column = 0;
    for (int& place : order) {
        place = row * kSide + column;
        const bool isRising = (row + column) % 2 == 0;
        int& along = isRising ? column : row;
        int& against = isRising ? row : column;
        if (along == kSide - 1) {
            ++against;
        } else {
            ++along;
            against -= against > 0 ? 1 : 0;
        }
    }
    return order;
}

std::array<std::uint16_t, 64> transposed(const std::array<std::uint16_t, 64>& table) {
    std::array<std::uint16_t, 64> result{};
    for (int row = 0; row < kSide; ++row) {
        for (int column = 0; column < kSide; ++column) {
            result[static_cast<std::size_t>(column * kSide + row)] =
                table[static_cast<std::size_t>(row * kSide + column)];
        }
    }
    return result;
}

} // namespace

void JpegTables::readQuantisation(const ByteReader& reader, std::size_t marker) {
    static constexpr std::array<int, 64> kOrder = zigzag();
    const std::size_t end = marker + 2 + reader.u16(marker + 2);
    for (std::size_t at = marker + 4; at < end;) {
        const int kind = reader.u8(at++);
        const std::size_t width = kind >> 4 == 0 ? 1 : 2;
        auto& table = tables_[kind & 15];
        for (const int place : kOrder) {
            table[static_cast<std::size_t>(place)] = width == 1 ? reader.u8(at) : reader.u16(at);
            at += width;
        }
    }
}

void JpegTables::readComponents(const ByteReader& reader, std::size_t marker) {
    components_.clear();
    const int count = reader.u8(marker + 9);
    for (int i = 0; i < count; ++i) {
        const std::size_t at = marker + 10 + static_cast<std::size_t>(i) * 3;
        const int sampling = reader.u8(at + 1);
        components_.push_back({reader.u8(at), sampling >> 4, sampling & 15, reader.u8(at + 2)});
    }
}

void JpegTables::readJfif(const ByteReader& reader, std::size_t marker) {
    hasJfif_ = hasJfif_ || reader.has(marker + 4, std::string_view("JFIF\0", 5));
}

void JpegTables::readAdobe(const ByteReader& reader, std::size_t marker) {
    constexpr int kLength = 14;
    if (reader.has(marker + 4, "Adobe") && reader.u16(marker + 2) >= kLength) {
        adobeTransform_ = reader.u8(marker + 15);
    }
}

/// As libjpeg decides.
bool JpegTables::isRgb() const {
    if (components_.size() != 3 || hasJfif_) {
        return false;
    }
    if (adobeTransform_) {
        return *adobeTransform_ == 0;
    }
    return components_[0].id == 'R' && components_[1].id == 'G' && components_[2].id == 'B';
}

std::shared_ptr<const JpegCompression> JpegTables::compression() const {
    if (components_.size() != 1 && components_.size() != 3) {
        return nullptr;
    }
    const Component& luma = components_.front();
    const Component& chroma = components_.back();
    if (!tables_.contains(luma.table) || !tables_.contains(chroma.table) || chroma.across < 1 || chroma.down < 1) {
        return nullptr;
    }
    JpegCompression found{.luma = tables_.at(luma.table), .chroma = tables_.at(chroma.table)};
    if (components_.size() == 3) {
        const auto fits = [](int whole, int part) { return whole == part || whole == 2 * part || whole == 4 * part; };
        const Component& second = components_[1];
        const bool isAlike =
            second.table == chroma.table && second.across == chroma.across && second.down == chroma.down;
        if (!isAlike || !fits(luma.across, chroma.across) || !fits(luma.down, chroma.down)) {
            return nullptr;
        }
        found.chromaColumns = luma.across / chroma.across;
        found.chromaRows = luma.down / chroma.down;
    }
    found.isRgb = isRgb();
    return std::make_shared<const JpegCompression>(found);
}

JpegCompression turned(const JpegCompression& stored, int orientation) {
    JpegCompression result = stored;
    if (orientation >= 5) {
        result.luma = transposed(stored.luma);
        result.chroma = transposed(stored.chroma);
        std::swap(result.chromaRows, result.chromaColumns);
    }
    // EXIF: where the stored picture's first row and column are now.
    result.fromRight = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
    result.fromBottom = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
    return result;
}

} // namespace palimpsest
