// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/non_local_means.h"

#include "core/base/error.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace palimpsest {
namespace {

/// Rows that are worked on at once: what belongs to them stays in the cache.
constexpr int kStripRows = 32;

/// A strip of rows and what surrounds it.
class Strip {
public:
    /// `padded`: the planes mirrored by searchRadius + patchRadius on all sides; `rows` of the picture itself.
    Strip(const std::vector<cv::Mat>& padded, const cv::Range& rows, int width, const NonLocalMeans& settings)
        : padded_(padded), rows_(rows), width_(width), settings_(settings),
          weights_(rows.size(), width, CV_32F, cv::Scalar(0)), largest_(weights_.clone()) {
        for (std::size_t i = 0; i < padded.size(); ++i) {
            sums_.push_back(cv::Mat(weights_.size(), CV_32F, cv::Scalar(0)));
        }
    }

    void run() {
        const int reach = settings_.searchRadius;
        for (int dy = -reach; dy <= reach; ++dy) {
            for (int dx = -reach; dx <= reach; ++dx) {
                if (dx != 0 || dy != 0) {
                    add(dx, dy);
                }
            }
        }
        addWeighted(cv::max(largest_, 1e-6), 0, 0);
    }

    void write(std::vector<cv::Mat>& planes) const {
        for (std::size_t i = 0; i < planes.size(); ++i) {
            cv::Mat target = planes[i].rowRange(rows_);
            cv::divide(sums_[i], weights_, target);
        }
    }

private:
    /// The strip of a plane, moved, with `around` more pixels on each side.
    cv::Mat part(std::size_t plane, int dx, int dy, int around) const {
        const int margin = settings_.searchRadius + settings_.patchRadius;
        return padded_[plane](cv::Rect(margin + dx - around, rows_.start + margin + dy - around, width_ + 2 * around,
                                       rows_.size() + 2 * around));
    }

    void add(int dx, int dy) {
        const int r = settings_.patchRadius;
        for (std::size_t i = 0; i < padded_.size(); ++i) {
            cv::subtract(part(i, 0, 0, r), part(i, dx, dy, r), difference_);
            if (i == 0) {
                cv::multiply(difference_, difference_, squares_);
            } else {
                cv::accumulateSquare(difference_, squares_);
            }
        }
        cv::boxFilter(squares_, distance_, CV_32F, {2 * r + 1, 2 * r + 1}, {-1, -1}, true, cv::BORDER_CONSTANT);
        const double h = settings_.strength * settings_.sigma;
        const double scale = -1 / (h * h * static_cast<double>(padded_.size()));
        const double expected = 2 * settings_.sigma * settings_.sigma * static_cast<double>(padded_.size());
        cv::Mat exponent = distance_(cv::Rect(r, r, width_, rows_.size()));
        exponent.convertTo(weight_, CV_32F, scale, -scale * expected);
        cv::min(weight_, 0.0, weight_);
        cv::exp(weight_, weight_);
        cv::max(largest_, weight_, largest_);
        addWeighted(weight_, dx, dy);
    }

    void addWeighted(const cv::Mat& weight, int dx, int dy) {
        cv::add(weights_, weight, weights_);
        for (std::size_t i = 0; i < padded_.size(); ++i) {
            cv::accumulateProduct(part(i, dx, dy, 0), weight, sums_[i]);
        }
    }

    const std::vector<cv::Mat>& padded_;
    cv::Range rows_;
    int width_;
    NonLocalMeans settings_;
    cv::Mat weights_;
    cv::Mat largest_;
    std::vector<cv::Mat> sums_;
    cv::Mat difference_, squares_, distance_, weight_;
};

} // namespace

void averageNonLocally(std::vector<cv::Mat>& planes, const NonLocalMeans& settings, const std::stop_token& stop) {
    if (settings.sigma <= 0) {
        return;
    }
    const int margin = settings.searchRadius + settings.patchRadius;
    std::vector<cv::Mat> padded(planes.size());
    for (std::size_t i = 0; i < planes.size(); ++i) {
        cv::copyMakeBorder(planes[i], padded[i], margin, margin, margin, margin, cv::BORDER_REFLECT);
    }
    const int height = planes.front().rows;
    const int strips = (height + kStripRows - 1) / kStripRows;
    cv::parallel_for_({0, strips}, [&](const cv::Range& range) {
        for (int i = range.start; i < range.end && !stop.stop_requested(); ++i) {
            const cv::Range rows(i * kStripRows, std::min((i + 1) * kStripRows, height));
            Strip strip(padded, rows, planes.front().cols, settings);
            strip.run();
            strip.write(planes);
        }
    });
    if (stop.stop_requested()) {
        throw Cancelled();
    }
}

} // namespace palimpsest
