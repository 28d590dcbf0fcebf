// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/strided_reading.h"

#include <algorithm>
#include <cstring>

namespace palimpsest {
namespace {

constexpr std::uint64_t kWindow = 1u << 20;

struct Side {
    std::int64_t count;
    std::int64_t sourceStride; ///< elements
    std::int64_t targetStride; ///< elements
};

/// The dimensions longer than 1, widest stride first: counting them up walks forwards through the storage.
std::vector<Side> sidesFromWidest(const std::vector<std::int64_t>& shape, const std::vector<std::int64_t>& strides) {
    std::vector<Side> sides;
    std::int64_t targetStride = 1;
    for (std::size_t i = shape.size(); i-- > 0;) {
        if (shape[i] > 1) {
            sides.push_back({shape[i], strides[i], targetStride});
            targetStride *= shape[i];
        }
    }
    std::stable_sort(sides.begin(), sides.end(),
                     [](const Side& a, const Side& b) { return a.sourceStride > b.sourceStride; });
    return sides;
}

class Window {
public:
    Window(const ByteSource& file, ByteRange storage) : file_(file), storage_(storage) {}

    /// Bytes of the storage from `position` on, valid until the next call.
    const std::byte* at(std::uint64_t position, std::size_t size) {
        if (position < begin_ || position + size > begin_ + buffer_.size()) {
            begin_ = position;
            buffer_.resize(std::min(kWindow, storage_.size - position));
            file_.read(storage_.begin + begin_, buffer_);
        }
        return buffer_.data() + (position - begin_);
    }

private:
    const ByteSource& file_;
    ByteRange storage_;
    std::uint64_t begin_ = 0;
    std::vector<std::byte> buffer_;
};

} // namespace

bool elementsOverlap(const std::vector<std::int64_t>& shape, const std::vector<std::int64_t>& strides) {
    const std::vector<Side> sides = sidesFromWidest(shape, strides);
    std::int64_t inner = 0; // from the first to the last element of the narrower dimensions
    for (std::size_t i = sides.size(); i-- > 0;) {
        if (sides[i].sourceStride != 0 && sides[i].sourceStride <= inner) {
            return true;
        }
        inner += (sides[i].count - 1) * sides[i].sourceStride;
    }
    return false;
}

void readStrided(const ByteSource& file, ByteRange storage, const StridedView& view, std::span<std::byte> target) {
    const std::vector<Side> sides = sidesFromWidest(view.shape, view.strides);
    std::vector<std::int64_t> index(sides.size());
    Window window(file, storage);
    const std::size_t width = view.elementBytes;
    std::uint64_t source = view.offset;
    std::uint64_t place = 0;
    for (std::size_t remaining = target.size() / width;;) {
        std::memcpy(target.data() + place * width, window.at(source * width, width), width);
        if (--remaining == 0) {
            return;
        }
        for (std::size_t i = sides.size(); i-- > 0;) {
            source += static_cast<std::uint64_t>(sides[i].sourceStride);
            place += static_cast<std::uint64_t>(sides[i].targetStride);
            if (++index[i] < sides[i].count) {
                break;
            }
            source -= static_cast<std::uint64_t>(sides[i].sourceStride * sides[i].count);
            place -= static_cast<std::uint64_t>(sides[i].targetStride * sides[i].count);
            index[i] = 0;
        }
    }
}

} // namespace palimpsest
