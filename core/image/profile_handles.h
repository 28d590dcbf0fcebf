// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <lcms2.h>
#include <memory>

namespace palimpsest {

struct ProfileCloser {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
struct TransformCloser {
    void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
struct CurveCloser {
    void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};

/// What lcms2 made, closed with its owner.
using Profile = std::unique_ptr<void, ProfileCloser>;
using Transform = std::unique_ptr<void, TransformCloser>;
using Curve = std::unique_ptr<cmsToneCurve, CurveCloser>;

} // namespace palimpsest
