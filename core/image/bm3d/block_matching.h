// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>

#include <vector>

namespace palimpsest {

struct BlockMatchSettings {
    int reach = 19;            ///< px, how far similar blocks are looked for
    int most = 16;             ///< blocks in a group, at most 32
    float largestDistance = 0; ///< mean squared difference
};

/// A block of 8 x 8 px, by its first pixel, and how unlike the reference it is.
struct MatchedBlock {
    float distance = 0; ///< sum of squared differences
    int x = 0;
    int y = 0;
};

/// The blocks that look like the reference block, which comes first; then the nearest first.
using BlockGroup = std::vector<MatchedBlock>;

/// Groups of the reference blocks of one row; their buffers live on from row to row. For one thread.
class BlockMatcher {
public:
    /// plane: CV_32FC1 of at least 8 x 8 px, has to live as long. columns: of the reference blocks, ascending.
    BlockMatcher(const cv::Mat& plane, const std::vector<int>& columns, const BlockMatchSettings& settings);

    /// Groups of the reference blocks that begin in row y, in the order of the columns.
    const std::vector<BlockGroup>& groups(int y);

private:
    void compare(int y, int dx, int dy);
    void offer(BlockGroup& group, std::size_t index, const MatchedBlock& block);

    const cv::Mat& plane_;
    const std::vector<int>& columns_;
    BlockMatchSettings settings_;
    float limit_;
    std::vector<BlockGroup> groups_;
    std::vector<float> worst_; ///< largest distance of a full group, else the limit
    std::vector<float> sums_;
};

} // namespace palimpsest
