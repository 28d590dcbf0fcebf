// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmarks/contact_sheet.h"

#include "core/base/error.h"
#include "core/io/image_file.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace palimpsest {
namespace {

constexpr int kGap = 4;

} // namespace

void ContactSheet::addRow(const std::vector<Image>& pictures) {
    for (const Image& picture : pictures) {
        if (picture.size() != pictures.front().size()) {
            throw Bug("a row of a contact sheet holds pictures of several sizes");
        }
    }
    rows_.push_back(pictures);
}

void ContactSheet::write(const std::string& path) const {
    std::vector<at::Tensor> strips;
    std::int64_t width = 1;
    for (const auto& row : rows_) {
        std::vector<at::Tensor> cells;
        for (const Image& picture : row) {
            cells.push_back(at::constant_pad_nd(toTensor(picture, {0, 0, picture.width(), picture.height()}),
                                                {0, kGap, 0, kGap}, 1.0));
        }
        strips.push_back(at::cat(cells, 3));
        width = std::max(width, strips.back().size(3));
    }
    for (at::Tensor& strip : strips) {
        strip = at::constant_pad_nd(strip, {0, width - strip.size(3)}, 1.0);
    }
    const at::Tensor sheet =
        at::cat(strips, 2)[0].permute({1, 2, 0}).add(1).mul(127.5).round().clamp(0, 255).to(at::kByte).contiguous();
    const auto* begin = reinterpret_cast<const std::byte*>(sheet.data_ptr<std::uint8_t>());
    writeImage(path, Image({static_cast<int>(sheet.size(1)), static_cast<int>(sheet.size(0))}, 3, PixelDepth::uint8,
                           std::vector<std::byte>(begin, begin + sheet.numel())));
}

} // namespace palimpsest
