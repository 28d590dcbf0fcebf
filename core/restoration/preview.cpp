// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/preview.h"

#include "core/tensor/display_pack.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

constexpr std::int64_t kMostPixels = 1 << 20;

} // namespace

bool showPreview(ProgressSink& sink, const at::Tensor& x, const Rect& area, int level, int sample, int enlarged) {
    if (!sink.wantsPreview()) {
        return false;
    }
    std::int64_t reduction = 1;
    while (x.size(2) * x.size(3) > kMostPixels * reduction * reduction) {
        ++reduction;
    }
    const at::Tensor shown =
        reduction == 1 ? x : at::avg_pool2d(x, {reduction, reduction}, {reduction, reduction}, {0, 0}, true, false);
    const int scale = static_cast<int>(reduction) << level;
    const Size size{static_cast<int>(shown.size(3)), static_cast<int>(shown.size(2))};
    // Odd sizes are rounded up by the pyramid: the frame may reach a little beyond the region.
    sink.previewed(
        {{area.x, area.y, size.width * scale, size.height * scale}, size, packForDisplay(shown[0]), enlarged}, sample);
    return true;
}

} // namespace palimpsest
