// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <span>
#include <vector>
#include <zlib.h>

namespace palimpsest {

inline QByteArray bigEndian(std::uint32_t value, int byteCount = 4) {
    QByteArray bytes;
    for (int shift = 8 * (byteCount - 1); shift >= 0; shift -= 8) {
        bytes.append(static_cast<char>(value >> shift));
    }
    return bytes;
}

/// A PNG put together chunk by chunk, so that it can be of any kind.
struct PngBuilder {
    int width = 0;
    int height = 0;
    int bits = 8;
    int colourType = 0; ///< 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA
    std::vector<std::uint16_t> samples;
    QByteArray chunks; ///< between header and pixels, from chunk()
    bool isInterlaced = false;

    static QByteArray chunk(const char* name, const QByteArray& data) {
        const QByteArray content = name + data;
        const auto sum = ::crc32_z(0, reinterpret_cast<const Bytef*>(content.constData()), content.size());
        return bigEndian(static_cast<std::uint32_t>(data.size())) + content +
               bigEndian(static_cast<std::uint32_t>(sum));
    }

    QByteArray file() const {
        QByteArray header = bigEndian(width) + bigEndian(height);
        for (const int value : {bits, colourType, 0, 0, isInterlaced ? 1 : 0}) {
            header.append(static_cast<char>(value));
        }
        const QByteArray rows = allRows();
        QByteArray packed(static_cast<int>(::compressBound(rows.size())), '\0');
        uLongf size = packed.size();
        ::compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(rows.constData()),
                   rows.size());
        packed.truncate(static_cast<int>(size));
        return QByteArray("\x89PNG\r\n\x1a\n") + chunk("IHDR", header) + chunks + chunk("IDAT", packed) +
               chunk("IEND", {});
    }

    std::vector<std::byte> bytes() const {
        const QByteArray content = file();
        const auto view = std::as_bytes(std::span(content.constData(), static_cast<std::size_t>(content.size())));
        return {view.begin(), view.end()};
    }

private:
    int channels() const {
        constexpr int kChannels[] = {1, 0, 3, 1, 2, 0, 4};
        return kChannels[colourType];
    }

    /// Without filters; of every `dx`th column and `dy`th row from (x, y) on.
    QByteArray rowsFrom(int x, int y, int dx, int dy) const {
        QByteArray rows;
        for (; y < height && x < width; y += dy) {
            rows.append('\0');
            int filled = 8;
            for (int column = x; column < width; column += dx) {
                for (int channel = 0; channel < channels(); ++channel) {
                    const int sample = samples[static_cast<std::size_t>((y * width + column) * channels() + channel)];
                    if (bits >= 8) {
                        rows.append(bigEndian(static_cast<std::uint32_t>(sample), bits / 8));
                        continue;
                    }
                    if (filled == 8) {
                        rows.append('\0');
                        filled = 0;
                    }
                    filled += bits;
                    rows.back() = static_cast<char>(rows.back() | sample << (8 - filled));
                }
            }
        }
        return rows;
    }

    QByteArray allRows() const {
        if (!isInterlaced) {
            return rowsFrom(0, 0, 1, 1);
        }
        constexpr int kPasses[7][4] = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4},
                                       {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}};
        QByteArray rows;
        for (const auto& pass : kPasses) {
            rows += rowsFrom(pass[0], pass[1], pass[2], pass[3]);
        }
        return rows;
    }
};

} // namespace palimpsest
