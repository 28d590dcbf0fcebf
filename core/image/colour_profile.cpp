// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/colour_profile.h"

#include "core/image/profile_handles.h"

#include <algorithm>
#include <cmath>
#include <lcms2.h>
#include <span>

namespace palimpsest {
namespace {

constexpr double kUnit = 100000;
/// Private tags that carry the numbers, so that they can be written as they were read.
constexpr auto kGammaTag = static_cast<cmsTagSignature>(0x67414d41);     // gAMA
constexpr auto kPrimariesTag = static_cast<cmsTagSignature>(0x6348524d); // cHRM
constexpr std::array<std::uint32_t, 8> kSrgbPrimaries{31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000};

/// Exponents that a file may say: beyond them nothing could be seen.
constexpr std::uint32_t kLeastGamma = 10000;
constexpr std::uint32_t kMostGamma = 1000000;

Curve curveOf(std::uint32_t gamma) {
    if (gamma != 0) {
        return Curve(cmsBuildGamma(nullptr, kUnit / gamma));
    }
    constexpr std::array<double, 5> kSrgb{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}; // IEC 61966-2-1
    return Curve(cmsBuildParametricToneCurve(nullptr, 4, kSrgb.data()));
}

Profile rgbProfile(const std::array<std::uint32_t, 8>& primaries, cmsToneCurve* curve) {
    const auto point = [&](std::size_t index) {
        return cmsCIExyY{primaries[2 * index] / kUnit, primaries[2 * index + 1] / kUnit, 1.0};
    };
    for (std::size_t i = 0; i < 4; ++i) {
        if (primaries[2 * i + 1] == 0) {
            return nullptr;
        }
    }
    const cmsCIExyY white = point(0);
    const cmsCIExyYTRIPLE colours{point(1), point(2), point(3)};
    const std::array<cmsToneCurve*, 3> curves{curve, curve, curve};
    return Profile(cmsCreateRGBProfile(&white, &colours, curves.data()));
}

/// Numbers as PNG stores them.
template <typename Numbers>
std::vector<std::uint8_t> bigEndian(const Numbers& numbers) {
    std::vector<std::uint8_t> bytes;
    for (const std::uint32_t number : numbers) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes.push_back(static_cast<std::uint8_t>(number >> shift));
        }
    }
    return bytes;
}

bool writeTag(void* profile, cmsTagSignature tag, const std::vector<std::uint8_t>& bytes) {
    return cmsWriteRawTag(profile, tag, bytes.data(), static_cast<cmsUInt32Number>(bytes.size()));
}

template <std::size_t Count>
std::optional<std::array<std::uint32_t, Count>> readTag(void* profile, cmsTagSignature tag) {
    std::array<std::uint8_t, Count * 4> bytes{};
    if (!cmsIsTag(profile, tag) || cmsReadRawTag(profile, tag, nullptr, 0) != bytes.size() ||
        cmsReadRawTag(profile, tag, bytes.data(), static_cast<cmsUInt32Number>(bytes.size())) != bytes.size()) {
        return std::nullopt;
    }
    std::array<std::uint32_t, Count> numbers{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        numbers[i / 4] = numbers[i / 4] << 8 | bytes[i];
    }
    return numbers;
}

/// The file of a profile, with a fixed date in its header: equal profiles are to be equal bytes.
std::vector<std::byte> fileOf(void* profile) {
    cmsUInt32Number size = 0;
    if (!cmsSaveProfileToMem(profile, nullptr, &size) || size < 128) {
        return {};
    }
    std::vector<std::byte> bytes(size);
    if (!cmsSaveProfileToMem(profile, bytes.data(), &size)) {
        return {};
    }
    constexpr std::array<std::uint8_t, 12> kDate{0x07, 0xd0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0}; // 1 January 2000
    std::ranges::copy(std::as_bytes(std::span(kDate)), bytes.begin() + 24);
    return bytes;
}

Profile opened(const std::vector<std::byte>& bytes) {
    return Profile(cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())));
}

/// Relative luminance of `count` equal values of R, G and B between 0 and 1; empty if the profile maps nothing.
std::vector<float> tonesOf(void* rgb, int count) {
    const Profile xyz(cmsCreateXYZProfile());
    constexpr cmsUInt32Number kFlags = cmsFLAGS_NOCACHE | cmsFLAGS_NOOPTIMIZE;
    const Transform transform(
        cmsCreateTransform(rgb, TYPE_RGB_FLT, xyz.get(), TYPE_XYZ_FLT, INTENT_RELATIVE_COLORIMETRIC, kFlags));
    if (!transform) {
        return {};
    }
    std::vector<float> tones;
    for (int i = 0; i < count; ++i) {
        const float value = static_cast<float>(i) / static_cast<float>(count - 1);
        const std::array<float, 3> in{value, value, value};
        std::array<float, 3> out{};
        cmsDoTransform(transform.get(), in.data(), out.data(), 1);
        tones.push_back(out[1]);
    }
    const float white = tones.back();
    if (!std::isfinite(white) || white <= 0) {
        return {};
    }
    std::ranges::for_each(tones, [&](float& tone) { tone = std::clamp(tone / white, 0.0f, 1.0f); });
    return tones;
}

/// The curve that all three colours of a profile of curves and a matrix have; null if there is none.
Curve commonCurve(void* rgb) {
    if (!cmsIsMatrixShaper(rgb)) {
        return nullptr;
    }
    std::array<const cmsToneCurve*, 3> curves{};
    std::ranges::transform(std::array{cmsSigRedTRCTag, cmsSigGreenTRCTag, cmsSigBlueTRCTag}, curves.begin(),
                           [&](auto tag) { return static_cast<const cmsToneCurve*>(cmsReadTag(rgb, tag)); });
    for (const cmsToneCurve* curve : curves) {
        for (int i = 0; i <= 64; ++i) {
            const float value = static_cast<float>(i) / 64;
            if (!curve ||
                std::abs(cmsEvalToneCurveFloat(curve, value) - cmsEvalToneCurveFloat(curves.front(), value)) > 1e-5f) {
                return nullptr;
            }
        }
    }
    return Curve(cmsDupToneCurve(curves.front()));
}

std::vector<std::byte> greyFileOf(cmsToneCurve* curve) {
    const Profile grey(curve ? cmsCreateGrayProfile(cmsD50_xyY(), curve) : nullptr);
    return grey ? fileOf(grey.get()) : std::vector<std::byte>{};
}

} // namespace

bool meansSrgb(const GammaAndPrimaries& colours) {
    constexpr int kSameGamma = 550;
    constexpr int kSamePlace = 200;
    const auto near = [](std::uint32_t a, std::uint32_t b, int distance) {
        return std::abs(static_cast<std::int64_t>(a) - static_cast<std::int64_t>(b)) <= distance;
    };
    return (colours.gamma == 0 || near(colours.gamma, 45455, kSameGamma)) &&
           (!colours.primaries ||
            std::ranges::equal(*colours.primaries, kSrgbPrimaries,
                               [&](std::uint32_t a, std::uint32_t b) { return near(a, b, kSamePlace); }));
}

std::vector<std::byte> profileFrom(const GammaAndPrimaries& colours, int colourChannels) {
    if (colours.gamma != 0 && (colours.gamma < kLeastGamma || colours.gamma > kMostGamma)) {
        return {};
    }
    const Curve curve = curveOf(colours.gamma);
    const Profile profile = colourChannels == 3 ? rgbProfile(colours.primaries.value_or(kSrgbPrimaries), curve.get())
                                                : Profile(cmsCreateGrayProfile(cmsD50_xyY(), curve.get()));
    if (!profile || (colours.gamma != 0 && !writeTag(profile.get(), kGammaTag, bigEndian(std::array{colours.gamma}))) ||
        (colours.primaries && !writeTag(profile.get(), kPrimariesTag, bigEndian(*colours.primaries)))) {
        return {};
    }
    return fileOf(profile.get());
}

std::optional<GammaAndPrimaries> gammaAndPrimariesOf(const std::vector<std::byte>& profile) {
    const Profile found = opened(profile);
    if (!found) {
        return std::nullopt;
    }
    const auto gamma = readTag<1>(found.get(), kGammaTag);
    const auto primaries = readTag<8>(found.get(), kPrimariesTag);
    if (!gamma && !primaries) {
        return std::nullopt;
    }
    return GammaAndPrimaries{gamma ? gamma->front() : 0, primaries};
}

std::vector<std::byte> greyProfileFrom(const std::vector<std::byte>& rgbProfile) {
    const Profile rgb = opened(rgbProfile);
    if (!rgb || cmsGetColorSpace(rgb.get()) != cmsSigRgbData) {
        return {};
    }
    if (const Curve common = commonCurve(rgb.get())) {
        return greyFileOf(common.get());
    }
    std::vector<std::uint16_t> table;
    for (const float tone : tonesOf(rgb.get(), 4096)) {
        table.push_back(static_cast<std::uint16_t>(std::lround(tone * 65535)));
    }
    const auto count = static_cast<cmsUInt32Number>(table.size());
    const Curve curve(count == 0 ? nullptr : cmsBuildTabulatedToneCurve16(nullptr, count, table.data()));
    return greyFileOf(curve.get());
}

} // namespace palimpsest
