// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mask_meaning.h"

#include "core/base/error.h"
#include "core/image/mask_cleaning.h"
#include "core/io/mask_file.h"
#include "core/io/mask_planes.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace palimpsest {
namespace {

/// A copy of the picture agrees with it here, by channel and level of 255.
constexpr double kSameLevel = 8;
/// What was painted over in a copy differs by more.
constexpr double kOtherLevel = 24;
constexpr double kMostlyEqual = 0.9; ///< of what a copy with transparency shows
constexpr double kPartlyEqual = 0.4; ///< of a copy that was painted over
constexpr double kHalf = 50;         ///< percent

struct Decision {
    MaskMeaning meaning = MaskMeaning::white;
    bool isAmbiguous = false;
};

[[noreturn]] void refuse(Message what) {
    throw Error(ErrorCode::badInput, std::move(what),
                "give a picture that marks what is to be restored, or tell with --mask-meaning what this one marks");
}

double share(const cv::Mat& chosen, const cv::Mat& of) {
    const int all = cv::countNonZero(of);
    return all == 0 ? 0 : static_cast<double>(cv::countNonZero(chosen & of)) / all;
}

double shareOfAll(const cv::Mat& chosen) {
    return static_cast<double>(cv::countNonZero(chosen)) / static_cast<double>(chosen.total());
}

/// Nothing if the file is no copy of the picture.
std::optional<Decision> asCopy(const MaskPlanes& file, const MaskPlanes& picture, const std::string& origin) {
    const cv::Mat difference = largestDifference(file.colours, picture.colours);
    const cv::Mat same = (difference <= kSameLevel) & file.visible;
    const bool alike = variation(picture.colours, same) >= 4;
    if (alike && share(same, file.visible) >= kMostlyEqual && file.hasClearPart) {
        if (cv::norm(file.alpha, picture.alpha, cv::NORM_INF) == 0) {
            refuse(Message("the mask %1 is the picture itself; its transparent part can be restored with "
                           "--mask-meaning erased",
                           origin));
        }
        return Decision{MaskMeaning::erased, shareOfAll(~file.visible) * 100 > kHalf};
    }
    if (cv::countNonZero(difference > kSameLevel) == 0 && !file.hasClearPart && !file.isBlackAndWhite()) {
        refuse(Message("the mask %1 is the picture itself, so it marks nothing, unlike one that is transparent "
                       "somewhere",
                       origin));
    }
    if (alike && !file.hasClearPart && !file.isBlackAndWhite() && shareOfAll(same) >= kPartlyEqual &&
        cv::countNonZero(difference > kOtherLevel) > 0) {
        return Decision{MaskMeaning::erased, false};
    }
    return std::nullopt;
}

Decision byTransparency(const MaskPlanes& file) {
    const double painted = shareOfAll(file.visible) * 100;
    if (variation(file.colours, file.visible) >= 3 && file.isBlackAndWhite()) {
        return {MaskMeaning::white, false};
    }
    const bool isUniform = variation(file.colours, file.visible) < 3;
    return painted > kHalf ? Decision{MaskMeaning::erased, true} : Decision{MaskMeaning::alpha, !isUniform};
}

Decision byColours(const MaskPlanes& file, const std::string& origin) {
    if (looksLikePhotograph(file)) {
        refuse(Message("the mask %1 looks like a photograph; a mask is black and white, or transparent", origin));
    }
    if (file.isColourful() || holdsLabels(file)) {
        return {MaskMeaning::labels, false};
    }
    return {MaskMeaning::white, shareOfAll(file.grey > 127) * 100 > kHalf};
}

Decision decided(const MaskPlanes& file, const MaskPlanes& picture, const std::string& origin) {
    if (const auto copy = asCopy(file, picture, origin)) {
        return *copy;
    }
    return file.hasClearPart ? byTransparency(file) : byColours(file, origin);
}

cv::Mat valuesOf(const MaskPlanes& file, const MaskPlanes& picture, MaskMeaning meaning) {
    switch (meaning) {
    case MaskMeaning::alpha:
        return file.alpha;
    case MaskMeaning::erased:
        return file.hasClearPart ? cv::Mat(~file.alpha)
                                 : cv::Mat(largestDifference(file.colours, picture.colours) > kOtherLevel);
    case MaskMeaning::labels:
        return notBackground(file);
    default:
        break;
    }
    cv::Mat values = meaning == MaskMeaning::black ? cv::Mat(~stretched(file)) : stretched(file);
    values.setTo(0, ~file.visible);
    return values;
}

Message understood(MaskMeaning meaning, double percent) {
    switch (meaning) {
    case MaskMeaning::white:
        return Message("the mask is read as white on black: %1 % is marked", percent);
    case MaskMeaning::black:
        return Message("the mask is read as black on white: %1 % is marked", percent);
    case MaskMeaning::alpha:
        return Message("the mask is read as paint on a transparent layer: %1 % is marked", percent);
    case MaskMeaning::erased:
        return Message("the mask is read as what was erased, transparent or painted over: %1 % is marked", percent);
    case MaskMeaning::labels:
        return Message("the mask is read as labels, all but the background: %1 % is marked", percent);
    case MaskMeaning::exact:
        break;
    }
    return Message("the mask is read value by value: %1 % is marked", percent);
}

} // namespace

const std::vector<std::string>& maskMeaningNames() {
    static const std::vector<std::string> names{"white", "black", "alpha", "erased", "labels", "exact"};
    return names;
}

const std::string& nameOf(MaskMeaning meaning) { return maskMeaningNames().at(static_cast<std::size_t>(meaning)); }

std::optional<MaskMeaning> maskMeaningFrom(const std::string& name) {
    if (name.empty() || name == "auto") {
        return std::nullopt;
    }
    const auto& names = maskMeaningNames();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        throw Error(ErrorCode::badArgument, Message("a mask cannot mean \"%1\"", name),
                    "take auto, white, black, alpha, erased, labels or exact");
    }
    return static_cast<MaskMeaning>(found - names.begin());
}

double markedPercent(const Mask& mask) {
    const double percent = 100.0 * static_cast<double>(mask.coveredPixels()) / static_cast<double>(mask.size().area());
    const double digits = percent < 10 ? 100 : 1;
    return percent > 0 ? std::max(std::round(percent * digits) / digits, 1 / digits) : 0;
}

MaskReading understoodMask(const Image& file, const Image& picture, std::optional<MaskMeaning> meaning,
                           const std::string& origin) {
    MaskReading reading;
    if (meaning == MaskMeaning::exact) {
        reading.mask = maskFromImage(file);
        reading.notices.push_back(understood(*meaning, markedPercent(reading.mask)));
        return reading;
    }
    const MaskPlanes planes = maskPlanes(file);
    const MaskPlanes picturePlanes = maskPlanes(picture);
    const Decision decision = meaning ? Decision{*meaning, false} : decided(planes, picturePlanes, origin);
    reading.meaning = decision.meaning;
    reading.isAmbiguous = decision.isAmbiguous;
    const CleanedMask clean = cleaned(maskFromCv(valuesOf(planes, picturePlanes, decision.meaning)));
    reading.mask = clean.mask;
    reading.notices.push_back(understood(decision.meaning, markedPercent(clean.mask)));
    if (clean.hadNoise) {
        reading.notices.emplace_back("the mask has the noise of a lossy format, which was removed");
    }
    if (clean.hadRim) {
        reading.notices.emplace_back("the thin grey rim of the mask is restored like the rest of it");
    }
    return reading;
}

} // namespace palimpsest
