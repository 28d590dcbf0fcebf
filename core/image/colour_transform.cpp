// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/colour_transform.h"

#include "core/base/error.h"
#include "core/image/cv_view.h"
#include "core/image/profile_handles.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <lcms2.h>
#include <memory>
#include <new>
#include <optional>
#include <utility>
#include <vector>

namespace palimpsest {
namespace {

/// Half of what a step of 8 bits can show: profiles nearer than this to sRGB are sRGB.
constexpr double kSameColour = 0.001;
/// Values per axis at which a profile is compared with sRGB.
constexpr int kProbes = 9;

/// sRGB, or its curve alone for one channel.
Profile workingProfile(int colours) {
    if (colours == 3) {
        return Profile(cmsCreate_sRGBProfile());
    }
    constexpr std::array<double, 5> kSrgb{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}; // IEC 61966-2-1
    const Curve curve(cmsBuildParametricToneCurve(nullptr, 4, kSrgb.data()));
    return Profile(cmsCreateGrayProfile(cmsD50_xyY(), curve.get()));
}

/// The embedded profile; null if it cannot be read or is for other colours.
Profile embeddedProfile(const std::vector<std::byte>& blob, int colours) {
    Profile profile(cmsOpenProfileFromMem(blob.data(), static_cast<cmsUInt32Number>(blob.size())));
    const auto space = colours == 3 ? cmsSigRgbData : cmsSigGrayData;
    return profile && cmsGetColorSpace(profile.get()) == space ? std::move(profile) : nullptr;
}

/// Float to float, without tables and thus without clipping where the profiles are curves and a matrix.
Transform exactTransform(const Profile& from, const Profile& to, int colours) {
    const auto format = static_cast<cmsUInt32Number>(colours == 3 ? TYPE_RGB_FLT : TYPE_GRAY_FLT);
    constexpr cmsUInt32Number kFlags = cmsFLAGS_NOCACHE | cmsFLAGS_NOOPTIMIZE | cmsFLAGS_BLACKPOINTCOMPENSATION;
    return Transform(cmsCreateTransform(from.get(), format, to.get(), format, INTENT_RELATIVE_COLORIMETRIC, kFlags));
}

double largestChange(const Transform& transform, int colours) {
    const int count = colours == 3 ? kProbes * kProbes * kProbes : kProbes;
    double largest = 0;
    for (int i = 0; i < count; ++i) {
        std::array<float, 3> in{};
        for (int channel = 0, rest = i; channel < colours; ++channel, rest /= kProbes) {
            in[channel] = static_cast<float>(rest % kProbes) / (kProbes - 1);
        }
        std::array<float, 3> out{};
        cmsDoTransform(transform.get(), in.data(), out.data(), 1);
        for (int channel = 0; channel < colours; ++channel) {
            largest = std::max(largest, static_cast<double>(std::abs(out[channel] - in[channel])));
        }
    }
    return largest;
}

/// Both ways between a picture's colours and the working space.
struct BothWays {
    Transform toWorking;
    Transform fromWorking;
    bool isIdentity = false;
};

const std::vector<std::byte>* profileOf(const Image& image) {
    return image.metadata() && !image.metadata()->iccProfile.empty() ? &image.metadata()->iccProfile : nullptr;
}

/// Nothing if the profile cannot be used.
std::optional<BothWays> bothWays(const std::vector<std::byte>& blob, int colours) {
    const Profile own = embeddedProfile(blob, colours);
    const Profile working = workingProfile(colours);
    if (!own || !working) {
        return std::nullopt;
    }
    BothWays ways{exactTransform(own, working, colours), exactTransform(working, own, colours)};
    if (!ways.toWorking || !ways.fromWorking) {
        return std::nullopt;
    }
    ways.isIdentity = largestChange(ways.toWorking, colours) < kSameColour;
    return ways;
}

/// Nothing if there is nothing to convert.
std::optional<BothWays> conversion(const Image& image) {
    const auto* profile = profileOf(image);
    std::optional<BothWays> ways = profile ? bothWays(*profile, image.colourChannels()) : std::nullopt;
    return ways && ways->isIdentity ? std::nullopt : std::move(ways);
}

double fullScale(int depth) { return depth == CV_8U ? 255 : depth == CV_16U ? 65535 : 1; }

Image inDepth(const Image& image, PixelDepth depth) {
    if (image.depth() == depth) {
        return image;
    }
    const cv::Mat pixels = cvView(image);
    const int target = CV_MAT_DEPTH(cvTypeOf(1, depth));
    cv::Mat result;
    pixels.convertTo(result, target, fullScale(target) / fullScale(pixels.depth()));
    return imageFromCv(result);
}

/// Colours of float rows through a transform, alpha as it is.
void transformRow(const Transform& transform, const float* from, float* to, int width, int channels) {
    const int colours = channels >= 3 ? 3 : 1;
    if (channels == colours) {
        cmsDoTransform(transform.get(), from, to, static_cast<cmsUInt32Number>(width));
        return;
    }
    std::vector<float> packed(static_cast<std::size_t>(width) * colours);
    for (int x = 0; x < width; ++x) {
        std::copy_n(from + std::ptrdiff_t{x} * channels, colours, packed.begin() + std::ptrdiff_t{x} * colours);
    }
    cmsDoTransform(transform.get(), packed.data(), packed.data(), static_cast<cmsUInt32Number>(width));
    for (int x = 0; x < width; ++x) {
        float* pixel = to + std::ptrdiff_t{x} * channels;
        std::copy_n(packed.begin() + std::ptrdiff_t{x} * colours, colours, pixel);
        pixel[colours] = from[std::ptrdiff_t{x} * channels + colours];
    }
}

/// The picture through a transform, at another depth; row by row, so that no float copy of all of it is made.
Image transformed(const Image& image, const Transform& transform, PixelDepth depth) {
    const cv::Mat source = cvView(image);
    cv::Mat result(source.size(), cvTypeOf(image.channels(), depth));
    cv::parallel_for_({0, source.rows}, [&](const cv::Range& rows) {
        cv::Mat exact;
        cv::Mat changed(1, source.cols, CV_32FC(source.channels()));
        for (int y = rows.start; y < rows.end; ++y) {
            source.row(y).convertTo(exact, CV_32F, 1 / fullScale(source.depth()));
            transformRow(transform, exact.ptr<float>(), changed.ptr<float>(), source.cols, source.channels());
            cv::Mat target = result.row(y);
            changed.convertTo(target, result.depth(), fullScale(result.depth()));
        }
    });
    return imageFromCv(result);
}

Image withoutProfile(const Image& image, const ImageMetadata& metadata) {
    auto bare = std::make_shared<ImageMetadata>(metadata);
    bare->iccProfile.clear();
    bare->compression.reset();
    return image.withMetadata(std::move(bare));
}

} // namespace

Image toWorkingSpace(const Image& image) {
    const std::optional<BothWays> ways = conversion(image);
    return ways ? transformed(image, ways->toWorking, PixelDepth::float32).withMetadata(image.metadata()) : image;
}

Image fromWorkingSpace(const Image& result, const Image& original) {
    if (result.colourChannels() != original.colourChannels() && profileOf(original)) {
        return withoutProfile(inDepth(result, original.depth()), *original.metadata());
    }
    const std::optional<BothWays> ways = conversion(original);
    const Image own =
        ways ? transformed(result, ways->fromWorking, original.depth()) : inDepth(result, original.depth());
    return own.withMetadata(withoutCompression(original.metadata()));
}

Image toDisplay(const Image& image) {
    const std::optional<BothWays> ways = conversion(image);
    return ways ? withoutProfile(transformed(image, ways->toWorking, image.depth()), *image.metadata()) : image;
}

Message profileNotice(const Image& image) {
    const auto* profile = profileOf(image);
    return profile && !bothWays(*profile, image.colourChannels())
               ? Message("the colour profile of the picture cannot be used; its colours are taken for sRGB")
               : Message();
}

} // namespace palimpsest
