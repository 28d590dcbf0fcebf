// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/sample_sheet.h"

#include <ATen/ATen.h>

#include <cstring>

namespace palimpsest {

RgbPicture sampleSheet(const std::vector<at::Tensor>& columns) {
    constexpr std::int64_t kGap = 2;
    std::vector<at::Tensor> padded;
    for (const at::Tensor& column : columns) {
        padded.push_back(at::constant_pad_nd(column.to(at::kFloat).clamp(-1, 1), {0, kGap, 0, kGap}, 1));
    }
    const at::Tensor rows = at::cat(padded, 3).permute({0, 2, 3, 1}); // [N, S + gap, columns * (S + gap), 3]
    const at::Tensor bytes = ((rows + 1) * 127.5).round().to(at::kByte).contiguous();
    RgbPicture sheet{{static_cast<int>(bytes.size(2)), static_cast<int>(bytes.size(0) * bytes.size(1))}, {}};
    sheet.pixels.resize(static_cast<std::size_t>(bytes.numel()));
    std::memcpy(sheet.pixels.data(), bytes.const_data_ptr(), sheet.pixels.size());
    return sheet;
}

} // namespace palimpsest
