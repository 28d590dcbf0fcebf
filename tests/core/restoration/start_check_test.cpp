// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/restoration/method_choice.h"
#include "core/restoration/start_check.h"

#include <QtTest>

#include <cmath>

using namespace palimpsest;

namespace {

constexpr const char* kOpen = nullptr;

struct Wish {
    const char* name;
    const char* task;
    const char* method; ///< null: left open, as the others
    const char* start;
    const char* estimate;
    double t0;           ///< 0: left open
    const char* refusal; ///< part of the sentence; null: it acts
};

const Wish kWishes[] = {
    {"denoise starts from its noise", "denoise", "default", kOpen, "non-local-means", 0, "takes no start"},
    {"denoise at a time", "denoise", kOpen, kOpen, kOpen, 0.3, "takes no start"},
    {"denoise from noise", "denoise", "posterior-mean", "noise", kOpen, 0, "takes no start"},
    {"denoise by sampling", "denoise", "ddnm", kOpen, "non-local-means", 0.3, nullptr},
    {"denoise from noise by sampling", "denoise", "ddnm", "noise", kOpen, 1, nullptr},
    {"a classical method", "deblur", "wiener", kOpen, kOpen, 0.3, "takes no start"},
    {"the feed-forward fill", "inpaint", "fill", kOpen, "telea", 0, "takes no start"},
    {"the default of holes", "inpaint", kOpen, "estimate", "telea", 0.3, nullptr},
    {"noise and an estimate", "upscale", "ddnm", "noise", "lanczos", 0, "takes no first estimate"},
    {"noise in the middle", "upscale", "ddnm", "noise", kOpen, 0.5, "takes no first estimate"},
    {"an estimate under all the noise", "upscale", "ddnm", "estimate", "lanczos", 1, "nothing is left"},
    {"a fill without holes", "upscale", "ddnm", kOpen, "photo-fill", 0,
     "\"photo-fill\" is neither one of the task upscale nor a file"},
    {"a fill of holes", "inpaint", "ddnm", kOpen, "photo-fill", 0, nullptr},
    {"an estimate of another task", "deblur", "ddnm", kOpen, "lanczos", 0, "neither one of the task deblur nor a file"},
    {"a picture of the user's", "deblur", "ddnm", kOpen, "guess.png", 0, nullptr},
    {"a picture of the user's for a classical method", "deblur", "wiener", kOpen, "guess.png", 0, "takes no start"},
};

RestoreSpec specOf(const Wish& wish) {
    RestoreSpec spec;
    spec.task = wish.task;
    const auto set = [](std::optional<std::string>& field, const char* text) {
        if (text) {
            field = text;
        }
    };
    set(spec.method, wish.method);
    set(spec.start, wish.start);
    set(spec.estimate, wish.estimate);
    if (wish.t0 > 0) {
        spec.t0 = wish.t0;
    }
    return spec;
}

} // namespace

class StartCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyWishActsOrIsRefused_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < std::size(kWishes); ++i) {
            QTest::newRow(kWishes[i].name) << static_cast<int>(i);
        }
    }

    void everyWishActsOrIsRefused() {
        QFETCH(int, index);
        const Wish& wish = kWishes[index];
        const RestoreSpec spec = specOf(wish);
        RestoreSpec plain;
        plain.task = spec.task;
        plain.method = spec.method;
        const MethodRequest request{.sigma = 0.1};
        try {
            const MethodSettings settings = settingsFor(spec, request);
            QVERIFY2(!wish.refusal, "it was to be refused");
            QVERIFY(spec.start == "noise" || settings.coarsest.t0 < 1);
            QVERIFY(spec.start == "noise" || !(settings == settingsFor(plain, request)));
        } catch (const Error& error) {
            QVERIFY2(wish.refusal && error.message().text().find(wish.refusal) != std::string::npos,
                     error.message().text().c_str());
            QVERIFY(error.code() == ErrorCode::badArgument && !error.hint().isEmpty());
        }
    }

    void anEstimateIsStartedFrom() {
        RestoreSpec spec;
        spec.task = "upscale";
        spec.method = "mcg";
        spec.estimate = "lanczos";
        const MethodSettings settings = settingsFor(spec, {});
        QVERIFY(settings.coarsest.t0 < 1);
        QCOMPARE(settings.firstEstimate, std::optional<std::string>("lanczos"));
        QVERIFY(!settings.refineWithFill);
    }

    /// It is as large as the result: no level is smaller.
    void aPictureOfTheUsersHasNoPyramid() {
        RestoreSpec spec;
        spec.task = "colorize";
        spec.method = "ddnm";
        spec.estimate = "grey";
        QVERIFY(settingsFor(spec, {}).coarsestSide > 0);
        spec.estimate = "guess.png";
        QCOMPARE(settingsFor(spec, {}).coarsestSide, 0);
        QVERIFY(std::isinf(settingsFor(spec, {}).coarsestRadius));
    }

    /// What is open is no wish.
    void nothingIsAskedOfAnyMethod() {
        for (const TaskDescription& task : taskCatalogue()) {
            for (const MethodEntry& method : methodCatalogue()) {
                if (method.serves(task)) {
                    RestoreSpec spec;
                    spec.task = task.id;
                    requireUsedStart(spec, method.id, methodSettings(method, task.id, {.sample = 1}));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(StartCheckTest)
#include "start_check_test.moc"
