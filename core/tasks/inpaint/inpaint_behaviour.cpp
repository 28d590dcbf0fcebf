// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/methods/method_rows.h"
#include "core/methods/recipes.h"
#include "core/tasks/behaviour/task_behaviour.h"

#include <limits>
#include <string>

namespace palimpsest {
namespace {

/// px: with the frequency selective estimate, the pyramid needs to be no deeper than this.
constexpr double kFrequencyRadius = 16;
/// Pixels of the coarsest level that the frequency selective fill is given: more would take longer than the network.
constexpr double kFrequencyPixels = 100000;

/// px: the likeliest answer of wider holes is a smear.
constexpr double kWideRadius = 10;

bool wantsTexture(const MethodRequest& request) {
    const auto detail = given<std::string>(request.taskParameters, "detail");
    return detail ? *detail == "detailed" : request.holes.radius > kWideRadius;
}

/// What the rest of the picture shows, made to fit by the prior: variants leave it farther behind.
MethodSettings detailedFill(int sample) {
    MethodSettings settings = fromEstimate("ddnm", "exemplar", sample > 0 ? LevelRecipe{0.3, 10} : LevelRecipe{0.1, 4});
    settings.finer = settings.coarsest;
    settings.coarsestRadius = std::numeric_limits<double>::infinity();
    settings.coarsestSide = 0;
    return settings;
}

double coarsestPixels(const HoleStatistics& holes) {
    auto pixels = static_cast<double>(holes.covered);
    for (double radius = holes.radius; radius > kFrequencyRadius; radius /= 2) {
        pixels /= 4;
    }
    return pixels;
}

void requireMask(Size picture, const Mask& mask) {
    if (mask.size().isEmpty()) {
        throw Error(ErrorCode::badInput, "inpainting needs a mask, and there is none",
                    "paint over the damage, or give --mask");
    }
    if (mask.size() != picture) {
        throw Error(ErrorCode::badInput,
                    Message("the mask is %1 x %2 pixels, the picture %3 x %4", mask.width(), mask.height(),
                            picture.width, picture.height),
                    "make the mask as large as the picture");
    }
    if (mask.bounds().isEmpty()) {
        throw Error(ErrorCode::badInput, "the mask covers nothing, so there is nothing to restore",
                    "paint over the damage, or make it white in the mask file");
    }
}

/// Crops around holes, solved coarse to fine.
class Inpaint : public TaskBehaviour {
public:
    void requireUsable(const RestoreSpec& /*spec*/, const RestoreInput& input) const override {
        requireMask(input.picture().size(), input.mask);
    }

    /// Found by `palimpsest bench search` on tests/benchmarks/search_pictures, and by eye; DECISIONS.md has the
    /// figures. Smooth: the first variant is the best single estimate, the feed-forward network's; the others are drawn
    /// from the prior around it: sharper, and each different, at a small loss in every measure of likeness.
    MethodSettings defaultMethod(const MethodRequest& request) const override {
        if (wantsTexture(request)) {
            return detailedFill(request.sample);
        }
        MethodSettings settings = feedForwardFill(request.holes);
        if (coarsestPixels(request.holes) <= kFrequencyPixels) {
            settings.firstEstimate = "fsr";
            settings.coarsestRadius = kFrequencyRadius;
            settings.fillViews = 4;
        }
        if (request.sample > 0) {
            settings.coarsest = {0.35, 8};
            settings.finer = {0.2, 6};
        }
        return settings;
    }

    std::string_view operatorId() const override { return "inpainting-mask"; }

    MethodSettings completed(MethodSettings settings) const override {
        if (!settings.firstEstimate) {
            settings.firstEstimate = "navier-stokes";
        }
        return settings;
    }
};

} // namespace

std::unique_ptr<TaskBehaviour> inpaintBehaviour() { return std::make_unique<Inpaint>(); }

} // namespace palimpsest
