// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/bm3d/block_matching.h"

#include "core/image/bm3d/block_kernels.h"
#include "core/image/bm3d/block_transform.h"

#include <algorithm>

namespace palimpsest {
namespace {

bool isNearer(const MatchedBlock& a, const MatchedBlock& b) { return a.distance < b.distance; }

} // namespace

BlockMatcher::BlockMatcher(const cv::Mat& plane, const std::vector<int>& columns, const BlockMatchSettings& settings)
    : plane_(plane), columns_(columns), settings_(settings), limit_(settings.largestDistance * kBlockArea),
      groups_(columns.size()), worst_(columns.size()), sums_(static_cast<std::size_t>(plane.cols) + kBlockSide) {}

const std::vector<BlockGroup>& BlockMatcher::groups(int y) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        groups_[i].assign(1, {-1, columns_[i], y}); // nothing is nearer than the block itself
        worst_[i] = limit_;
    }
    const int lastRow = plane_.rows - kBlockSide;
    for (int dy = std::max(-settings_.reach, -y); dy <= std::min(settings_.reach, lastRow - y); ++dy) {
        for (int dx = -settings_.reach; dx <= settings_.reach; ++dx) {
            if (dx != 0 || dy != 0) {
                compare(y, dx, dy);
            }
        }
    }
    for (BlockGroup& group : groups_) {
        std::ranges::sort(group, isNearer);
    }
    return groups_;
}

/// All reference blocks with those that lie (dx, dy) from them.
void BlockMatcher::compare(int y, int dx, int dy) {
    const int first = std::max(0, -dx);
    const int blocks = plane_.cols - kBlockSide + 1 - std::max(0, dx) - first; // that have a partner, side by side
    if (blocks <= 0) {
        return;
    }
    const auto stride = static_cast<std::ptrdiff_t>(plane_.step1());
    blockDistances(plane_.ptr<float>(y) + first, plane_.ptr<float>(y + dy) + first + dx, stride, blocks, sums_.data());
    const auto begin = std::ranges::lower_bound(columns_, first) - columns_.begin();
    const auto end = std::ranges::lower_bound(columns_, first + blocks) - columns_.begin();
    for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end); ++i) {
        const float distance = sums_[columns_[i] - first];
        if (distance < worst_[i]) {
            offer(groups_[i], i, {distance, columns_[i] + dx, y + dy});
        }
    }
}

void BlockMatcher::offer(BlockGroup& group, std::size_t index, const MatchedBlock& block) {
    const auto most = static_cast<std::size_t>(settings_.most);
    if (group.size() < most) {
        group.push_back(block);
    } else {
        *std::ranges::max_element(group, isNearer) = block;
    }
    if (group.size() == most) {
        worst_[index] = std::ranges::max_element(group, isNearer)->distance;
    }
}

} // namespace palimpsest
