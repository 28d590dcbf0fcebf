// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/methods/method_catalogue.h"

#include <QtTest>

using namespace palimpsest;

namespace {

struct Wish {
    const char* name;
    const char* task;
    const char* method;
    const char* start;
    const char* estimate;
    double t0;
    const char* refusal; ///< part of the sentence; null: it acts
};

const Wish kWishes[] = {
    {"denoise starts from its noise", "denoise", "default", "auto", "non-local-means", -1, "takes no start"},
    {"denoise at a time", "denoise", "auto", "auto", "auto", 0.3, "takes no start"},
    {"denoise from noise", "denoise", "posterior-mean", "noise", "auto", -1, "takes no start"},
    {"denoise by sampling", "denoise", "ddnm", "auto", "non-local-means", 0.3, nullptr},
    {"denoise from noise by sampling", "denoise", "ddnm", "noise", "auto", 1, nullptr},
    {"a classical method", "deblur", "wiener", "auto", "auto", 0.3, "takes no start"},
    {"the feed-forward fill", "inpaint", "fill", "auto", "telea", -1, "takes no start"},
    {"the default of holes", "inpaint", "auto", "estimate", "telea", 0.3, nullptr},
    {"noise and an estimate", "upscale", "ddnm", "noise", "lanczos", -1, "takes no first estimate"},
    {"noise in the middle", "upscale", "ddnm", "noise", "auto", 0.5, "takes no first estimate"},
    {"an estimate under all the noise", "upscale", "ddnm", "estimate", "lanczos", 1, "nothing is left"},
    {"a fill without holes", "upscale", "ddnm", "auto", "photo-fill", -1, "is for holes"},
    {"a fill of holes", "inpaint", "ddnm", "auto", "photo-fill", -1, nullptr},
};

} // namespace

class StartFieldsTest : public QObject {
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
        RestoreSpec spec;
        spec.task = wish.task;
        spec.method = wish.method;
        spec.start = wish.start;
        spec.estimate = wish.estimate;
        spec.t0 = wish.t0;
        RestoreSpec plain;
        plain.task = wish.task;
        plain.method = wish.method;
        const MethodRequest request{.task = spec.task, .region = {}, .sigma = 0.1};
        try {
            const MethodSettings settings = settingsFor(spec, request);
            QVERIFY2(!wish.refusal, "it was to be refused");
            QVERIFY(std::string(wish.start) == "noise" || settings.coarsest.t0 < 1);
            QVERIFY(spec.start == "noise" || !(settings == settingsFor(plain, request)));
        } catch (const Error& error) {
            QVERIFY2(wish.refusal && error.message().find(wish.refusal) != std::string::npos, error.message().c_str());
        }
    }

    void anEstimateIsStartedFrom() {
        RestoreSpec spec;
        spec.task = "upscale";
        spec.method = "mcg";
        spec.estimate = "lanczos";
        const MethodSettings settings = settingsFor(spec, {.task = "upscale", .region = {}});
        QVERIFY(settings.coarsest.t0 < 1);
        QCOMPARE(settings.firstEstimate, std::string("lanczos"));
        QVERIFY(!settings.refineWithFill);
    }
};

QTEST_GUILESS_MAIN(StartFieldsTest)
#include "start_fields_test.moc"
