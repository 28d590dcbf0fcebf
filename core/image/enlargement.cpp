// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/enlargement.h"

#include <opencv2/core.hpp>

#include <cmath>
#include <numbers>
#include <vector>

namespace palimpsest {
namespace {

/// A filter's value at a distance in old pixels; it is zero from `reach` on.
struct Filter {
    double (*value)(double distance);
    int reach;
};

double sinc(double x) { return x == 0 ? 1 : std::sin(std::numbers::pi * x) / (std::numbers::pi * x); }

double lanczos(double distance) { return std::abs(distance) < 3 ? sinc(distance) * sinc(distance / 3) : 0; }

double keys(double distance) {
    const double x = std::abs(distance);
    if (x < 1) {
        return (1.5 * x - 2.5) * x * x + 1;
    }
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
}

/// New pixel of index q * factor + phase: its first old pixel is q + first, its weights follow.
struct Phase {
    int first = 0;
    std::vector<float> weights;
};

std::vector<Phase> phasesOf(const Filter& filter, int factor) {
    std::vector<Phase> phases(static_cast<std::size_t>(factor));
    for (int i = 0; i < factor; ++i) {
        const double position = (i + 0.5) / factor - 0.5;
        Phase& phase = phases[static_cast<std::size_t>(i)];
        phase.first = static_cast<int>(std::floor(position)) - filter.reach + 1;
        double sum = 0;
        for (int tap = 0; tap < 2 * filter.reach; ++tap) {
            sum += filter.value(position - (phase.first + tap));
        }
        for (int tap = 0; tap < 2 * filter.reach; ++tap) {
            phase.weights.push_back(static_cast<float>(filter.value(position - (phase.first + tap)) / sum));
        }
    }
    return phases;
}

cv::Mat widened(const cv::Mat& plane, const std::vector<Phase>& phases, int reach) {
    const int factor = static_cast<int>(phases.size());
    cv::Mat padded;
    cv::copyMakeBorder(plane, padded, 0, 0, reach, reach, cv::BORDER_REFLECT);
    cv::Mat result(plane.rows, plane.cols * factor, CV_32F);
    cv::parallel_for_({0, plane.rows}, [&](const cv::Range& rows) {
        for (int y = rows.start; y < rows.end; ++y) {
            const float* from = padded.ptr<float>(y) + reach;
            float* to = result.ptr<float>(y);
            for (int x = 0; x < result.cols; ++x) {
                const Phase& phase = phases[static_cast<std::size_t>(x % factor)];
                const float* first = from + x / factor + phase.first;
                float sum = 0;
                for (std::size_t tap = 0; tap < phase.weights.size(); ++tap) {
                    sum += phase.weights[tap] * first[tap];
                }
                to[x] = sum;
            }
        }
    });
    return result;
}

cv::Mat enlarged(const cv::Mat& plane, int factor, const Filter& filter) {
    const std::vector<Phase> phases = phasesOf(filter, factor);
    return widened(widened(plane, phases, filter.reach).t(), phases, filter.reach).t();
}

} // namespace

cv::Mat enlargedByLanczos(const cv::Mat& plane, int factor) { return enlarged(plane, factor, {lanczos, 3}); }

cv::Mat enlargedByCubic(const cv::Mat& plane, int factor) { return enlarged(plane, factor, {keys, 2}); }

} // namespace palimpsest
