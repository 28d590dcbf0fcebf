// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <stop_token>
#include <vector>

namespace palimpsest {

class RandomStream;

constexpr int kPatchRadius = 3; ///< px: patches of 7 x 7
constexpr int kPatchSide = 2 * kPatchRadius + 1;

/// For every patch that touches a hole, a patch of known pixels that looks like it: a field of nearest neighbours,
/// found by PatchMatch (Barnes, Shechtman, Finkelstein, Goldman 2009). Patches are named by their middle and lie inside
/// of the picture. The search depends on seeds and sizes alone, not on the number of threads.
class PatchField {
public:
    /// hole: CV_8UC1, above 0 where pixels are unknown. sources: CV_8UC1, above 0 where pixels may be copied from.
    PatchField(const cv::Mat& hole, const cv::Mat& sources);

    /// Whether there is any patch to copy from.
    bool hasSources() const { return !sourcePlaces_.empty(); }
    bool isTarget(int x, int y) const { return targets_.at<std::uint8_t>(y, x) > 0; }
    cv::Point match(int x, int y) const { return matches_.at<cv::Point>(y, x); }
    /// Sum of squared differences of the features.
    float distance(int x, int y) const { return distances_.at<float>(y, x); }

    /// Random matches.
    void scatter(std::uint64_t seed);
    /// The matches of a field of half the size, doubled; where that has none, random ones.
    void refine(const PatchField& coarse, std::uint64_t seed);
    /// Measures all matches and improves them by `rounds` of propagation and random search. features: CV_32FC(n), the
    /// hole filled.
    void search(const cv::Mat& features, int rounds, std::uint64_t seed, const std::stop_token& stop);

private:
    bool isSource(const cv::Point& place) const;
    void searchRound(const cv::Mat& features, int round, std::uint64_t seed, const std::stop_token& stop);
    template <int kStep>
    void searchStrip(const cv::Mat& features, const cv::Range& rows, RandomStream& random);
    void improve(const cv::Mat& features, const cv::Point& target, const cv::Point& candidate);

    cv::Mat targets_;
    cv::Mat sources_; ///< middles of patches that may be copied
    std::vector<cv::Point> sourcePlaces_;
    cv::Mat matches_; ///< CV_32SC2
    cv::Mat before_;  ///< matches of the round before
    cv::Mat distances_;
};

} // namespace palimpsest
