// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/io/byte_reader.h"

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace palimpsest {

/// Collects from the segments of a JPEG file how it was quantised. ITU-T T.81, B.2.2 and B.2.4.1.
class JpegTables {
public:
    /// The segment DQT, at its marker.
    void readQuantisation(const ByteReader& reader, std::size_t marker);
    /// The segment SOF, at its marker.
    void readComponents(const ByteReader& reader, std::size_t marker);
    /// The segments APP0 and APP14, at their markers: they decide whether components are colours or luma and chroma.
    void readJfif(const ByteReader& reader, std::size_t marker);
    void readAdobe(const ByteReader& reader, std::size_t marker);
    /// Of a grey, YCbCr or RGB picture; null if a table is missing, the first component is coarser than the others, or
    /// chroma has other than 1, 2 or 4 rows and columns of pixels.
    std::shared_ptr<const JpegCompression> compression() const;

private:
    struct Component {
        int id = 0;
        int across = 1;
        int down = 1;
        int table = 0;
    };

    std::map<int, std::array<std::uint16_t, 64>> tables_;
    bool isRgb() const;

    std::vector<Component> components_;
    bool hasJfif_ = false;
    std::optional<int> adobeTransform_;
};

/// The same for the picture after the EXIF orientation (1 .. 8) was applied to it.
JpegCompression turned(const JpegCompression& stored, int orientation);

} // namespace palimpsest
