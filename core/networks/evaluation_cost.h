// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace palimpsest {

class Network;

/// What one evaluation of a network costs for each pixel of the picture, on any machine. Convolutions alone: the rest
/// is a few hundredths of these networks.
struct EvaluationCost {
    double multiplyAdds = 0; ///< MACs
    double activations = 0;  ///< values that convolutions return, and a graph keeps about twice

    bool isKnown() const { return multiplyAdds > 0; }
    bool operator==(const EvaluationCost&) const = default;
};

/// While one lives, the convolutions of this thread are counted.
class ConvolutionCount {
public:
    enum class Work {
        done,
        skipped, ///< their results are zeros, for which no weights are needed
    };
    explicit ConvolutionCount(Work work = Work::done);
    ~ConvolutionCount();
    ConvolutionCount(const ConvolutionCount&) = delete;
    ConvolutionCount& operator=(const ConvolutionCount&) = delete;

    double multiplyAdds = 0;
    double activations = 0;

    /// Whether the innermost one skips the work.
    static bool skips();
    /// Adds a convolution that returned `outputs` numbers by as many sums of `terms` products.
    static void add(std::int64_t outputs, std::int64_t terms);

private:
    ConvolutionCount* outer_;
    Work work_;
};

/// Counts one evaluation of a grey picture of 64 px without computing its convolutions: for networks of any size, also
/// for those that have no weights (see PlaceholderWeights).
EvaluationCost evaluationCost(const Network& network);

} // namespace palimpsest
