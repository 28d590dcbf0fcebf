// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>

namespace palimpsest {

/// Where planes of one size are convolved with one kernel by Fourier transforms. Transforms are periodic and pictures
/// are not: unless the blur itself was periodic, a margin is added in which the mirrored right side passes smoothly
/// into the mirrored left one, and bottom into top, so that no edge appears where the picture ends. Nothing was
/// measured in the margin: iterative methods replace it by their estimate (withMeasured).
class ConvolutionFrame {
public:
    /// `kernel`: CV_32FC1 with odd sides, the centred point spread function. Throws Error(badInput) if it is larger
    /// than the picture.
    ConvolutionFrame(cv::Size picture, const cv::Mat& kernel, bool isPeriodic);

    cv::Size size() const { return size_; }
    /// Spectrum of the kernel, CV_32FC2, as all spectra here.
    const cv::Mat& kernel() const { return kernel_; }
    /// |gradient|^2 of forward differences by frequency, CV_32FC1.
    const cv::Mat& gradientPower() const { return gradientPower_; }

    /// The plane (CV_32FC1) with its margin, of this frame's size.
    cv::Mat widened(const cv::Mat& plane) const;
    bool hasMargin() const { return size_ != picture_; }
    /// `expected` with the picture itself, without its margin, from `measured`; both of this frame's size.
    cv::Mat withMeasured(const cv::Mat& measured, const cv::Mat& expected) const;
    cv::Mat blurred(const cv::Mat& estimate) const;
    cv::Mat cropped(const cv::Mat& frame) const { return frame(cv::Rect({}, picture_)).clone(); }
    static cv::Mat spectrum(const cv::Mat& frame);
    static cv::Mat inverse(const cv::Mat& spectrum);

private:
    cv::Size picture_;
    cv::Size size_;
    cv::Mat kernel_;
    cv::Mat gradientPower_;
};

/// |spectrum|^2, CV_32FC1.
cv::Mat power(const cv::Mat& spectrum);
/// a * b, or conj(a) * b.
cv::Mat product(const cv::Mat& a, const cv::Mat& b);
cv::Mat conjugateProduct(const cv::Mat& a, const cv::Mat& b);
/// A spectrum divided by real numbers.
cv::Mat quotient(const cv::Mat& spectrum, const cv::Mat& divisor);

} // namespace palimpsest
