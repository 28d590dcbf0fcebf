// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/image/image.h"
#include "core/jobs/progress.h"
#include "core/restoration/loaded_priors.h"
#include "tests/support/tiny_prior.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cstring>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace palimpsest {

/// Counts what a run tells, and may ask it to stop.
class CountingSink : public ProgressSink {
public:
    void progressed(const Progress& progress) override {
        last = progress;
        if (stopAfter >= 0 && progress.done >= stopAfter) {
            stop.request_stop();
        }
        if (keepAfter >= 0 && progress.done >= keepAfter) {
            keep.keep();
        }
    }
    bool wantsPreview() override { return true; }
    void previewed(const DisplayFrame& frame, int) override {
        ++previews;
        leastScale = std::min(leastScale, frame.scale);
        sizesAgree &= frame.pixels->size() == static_cast<std::size_t>(frame.size.area());
    }
    void noticed(const Message& sentence) override { notices.push_back(sentence.text()); }
    void finished(const Image&, int) override { ++finishedSamples; }

    Progress last;
    std::vector<std::string> notices;
    int previews = 0;
    int finishedSamples = 0;
    int leastScale = 1;
    bool sizesAgree = true;
    int stopAfter = -1;
    int keepAfter = -1;
    std::stop_source stop;
    KeepRequest keep;
};

inline Image pattern(Size size, int channels, PixelDepth depth) {
    const std::size_t bytes = static_cast<std::size_t>(size.area()) * channels * byteSizeOf(depth);
    std::vector<std::byte> pixels(bytes);
    if (depth == PixelDepth::float32) {
        for (std::size_t i = 0; i < bytes / 4; ++i) {
            const float value = static_cast<float>((i * 37) % 101) / 100.0f;
            std::memcpy(pixels.data() + 4 * i, &value, 4);
        }
    } else {
        for (std::size_t i = 0; i < bytes; ++i) {
            pixels[i] = static_cast<std::byte>((i * 37 + i / 97) % 256);
        }
    }
    return {size, channels, depth, std::move(pixels)};
}

/// A folder with a tiny prior "photo" and a tiny "photo-fill", and the store over it.
struct TinyPriors {
    TinyPriors() {
        const std::string root = folder.path().toStdString();
        makeTinyPrior(root + "/bundled/photo", "photo");
        PriorCard fill = tinyCard("photo-fill");
        Json config = parseJson(fill.config, "test");
        config["inputChannels"] = 7;
        config["timeWidth"] = 0;
        fill.config = config.dump();
        fill.kind = "fill";
        fill.parametrisation = "x0";
        fill.schedule = "";
        fill.scheduleSteps = 0;
        savePrior(root + "/bundled/photo-fill", fill, tinyWeights(fill));
        store.reset(
            new PriorStore{PriorCatalogue(root + "/bundled", root + "/user"), ModelCache(WeightsHash(), 1 << 24)});
    }

    QTemporaryDir folder;
    std::unique_ptr<PriorStore> store;
};

} // namespace palimpsest
