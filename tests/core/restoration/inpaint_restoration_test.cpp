// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/provenance/run_record.h"
#include "core/restoration/method_choice.h"
#include "core/restoration/restoration_run.h"
#include "tests/support/engine_run.h"
#include "tests/support/refusal.h"

#include <QtTest>

#include <cstring>

using namespace palimpsest;

namespace {

Mask rectangle(Size size, const Rect& area) {
    Mask mask(size);
    for (int y = area.y; y < area.bottom(); ++y) {
        std::fill_n(mask.row(y) + area.x, area.width, std::uint8_t{255});
    }
    return mask;
}

bool outsideIsUntouched(const Image& before, const Image& after, const Mask& mask) {
    const std::size_t pixelBytes = static_cast<std::size_t>(before.channels()) * byteSizeOf(before.depth());
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x) {
            if (mask.at(x, y) == 0 && std::memcmp(before.row(y).data() + x * pixelBytes,
                                                  after.row(y).data() + x * pixelBytes, pixelBytes) != 0) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

class InpaintRestorationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void everyMethodRestoresEveryKindOfPicture_data() {
        QTest::addColumn<QString>("method");
        for (const MethodEntry& entry : methodCatalogue()) {
            if (entry.serves(taskCatalogue().at("inpaint")) &&
                entry.kind != MethodKind::published) { // those differ in numbers alone, and take a thousand steps
                QTest::newRow(entry.id.c_str()) << QString::fromStdString(entry.id);
            }
        }
    }

    void everyMethodRestoresEveryKindOfPicture() {
        QFETCH(QString, method);
        RestoreSpec spec = quick(method.toStdString());
        for (const int channels : {1, 2, 3, 4}) {
            for (const PixelDepth depth : {PixelDepth::uint8, PixelDepth::uint16, PixelDepth::float32}) {
                const Image picture = pattern({37, 29}, channels, depth);
                const Mask mask = rectangle(picture.size(), {10, 8, 12, 9});
                CountingSink sink;
                const RestoreResult result = run(spec, picture, mask, sink);
                QCOMPARE(result.samples.size(), std::size_t{1});
                QVERIFY(result.samples[0] != picture);
                QCOMPARE(result.samples[0].depth(), depth);
                QVERIFY(outsideIsUntouched(picture, result.samples[0], mask));
                QCOMPARE(sink.last.done, sink.last.total);
                QCOMPARE(sink.finishedSamples, 1);
                QVERIFY(sink.sizesAgree);
                for (int y = 0; picture.hasAlpha() && y < 29; ++y) {
                    for (int x = 0; x < 37; ++x) {
                        QCOMPARE(result.samples[0].valueAt(x, y, channels - 1), picture.valueAt(x, y, channels - 1));
                    }
                }
            }
        }
    }

    void everySizeAndEveryMask() {
        const RestoreSpec spec = quick("default");
        for (const Size size : {Size{1, 1}, Size{1, 40}, Size{2, 3}, Size{7, 5}, Size{33, 64}, Size{130, 70}}) {
            const Image picture = pattern(size, 3, PixelDepth::uint8);
            std::vector<Mask> masks{Mask(size, 255), rectangle(size, {0, 0, 1, 1}),
                                    rectangle(size, {size.width / 2, 0, size.width - size.width / 2, size.height})};
            Mask islands(size);
            for (int y = 0; y < size.height; y += 9) {
                for (int x = 0; x < size.width; x += 11) {
                    islands.set(x, y, 200);
                }
            }
            masks.push_back(islands);
            for (const Mask& mask : masks) {
                CountingSink sink;
                const RestoreResult result = run(spec, picture, mask, sink);
                QVERIFY(outsideIsUntouched(picture, result.samples[0], mask));
                QCOMPARE(sink.last.done, sink.last.total);
            }
        }
    }

    void largePicturesAreTiled() {
        RestoreSpec spec = quick("default");
        spec.tile = 128;
        spec.taskParameters["detail"] = std::string("smooth"); // which has a pyramid
        const Image picture = pattern({500, 300}, 3, PixelDepth::uint8);
        const Mask mask = rectangle(picture.size(), {20, 20, 440, 240});
        CountingSink sink;
        const RestoreResult result = run(spec, picture, mask, sink);
        QVERIFY(outsideIsUntouched(picture, result.samples[0], mask));
        QCOMPARE(sink.last.done, sink.last.total);
        QVERIFY(result.record.regions[0].levels.size() > 2);
    }

    void equalSpecsGiveEqualBytes() {
        RestoreSpec spec = quick("default");
        spec.samples = 3;
        spec.seed = 11;
        const Image picture = pattern({48, 40}, 3, PixelDepth::uint16);
        const Mask mask = rectangle(picture.size(), {8, 8, 20, 20});
        CountingSink sink;
        const RestoreResult three = run(spec, picture, mask, sink);
        QVERIFY(three.samples[0] != three.samples[1]);
        QVERIFY(three.samples[1] != three.samples[2]);
        QCOMPARE(sink.last.done, sink.last.total);
        spec.samples = 2;
        QVERIFY(run(spec, picture, mask, sink).samples[1] == three.samples[1]);
        spec.samples = 1; // N samples begin as one does
        QVERIFY(run(spec, picture, mask, sink).samples[0] == three.samples[0]);
        spec.threads = 1; // and the number of threads changes nothing
        QVERIFY(run(spec, picture, mask, sink).samples[0] == three.samples[0]);
        spec.seed = 12;
        spec.samples = 2;
        QVERIFY(run(spec, picture, mask, sink).samples[1] != three.samples[1]);
    }

    void cancelsWithinOneEvaluation() {
        RestoreSpec spec = quick("ddnm");
        spec.steps = 40;
        const Image picture = pattern({64, 64}, 3, PixelDepth::uint8);
        CountingSink sink;
        sink.stopAfter = 5;
        QVERIFY_EXCEPTION_THROWN(run(spec, picture, rectangle(picture.size(), {10, 10, 30, 30}), sink), Cancelled);
        QVERIFY(sink.last.done <= 6);
        QCOMPARE(sink.finishedSamples, 0);
    }

    void keepReturnsTheEstimate() {
        RestoreSpec spec = quick("ddnm");
        spec.steps = 40;
        const Image picture = pattern({64, 64}, 3, PixelDepth::uint8);
        const Mask mask = rectangle(picture.size(), {10, 10, 30, 30});
        CountingSink sink;
        sink.keepAfter = 5;
        const RestoreResult result = run(spec, picture, mask, sink);
        QVERIFY(result.stoppedEarly);
        QVERIFY(sink.last.done <= 6);
        QVERIFY(result.samples[0] != picture);
        QVERIFY(outsideIsUntouched(picture, result.samples[0], mask));
    }

    void theRecordTellsTheRun() {
        const Image picture = pattern({40, 40}, 3, PixelDepth::uint8);
        const Mask mask = rectangle(picture.size(), {10, 10, 12, 12});
        CountingSink sink;
        RestoreSpec spec = quick("mcg");
        const RestoreResult result = run(spec, picture, mask, sink);
        const RunRecord& record = result.record;
        QVERIFY(record.spec == spec);
        QCOMPARE(runRecordFromText(toText(record), "test"), record);
        QCOMPARE(record.acquisitionKind, std::string("picture"));
        QCOMPARE(record.acquisition.sha256, contentHash(picture));
        QCOMPARE(record.mask.sha256, contentHash(mask));
        QCOMPARE(record.samples[0].pixelsSha256, contentHash(result.samples[0]));
        QCOMPARE(record.resolved.device, std::optional<std::string>("cpu"));
        QCOMPARE(record.resolved.method, std::optional<std::string>("mcg"));
        QCOMPARE(record.resolved.prior, std::optional<std::string>("photo"));
        QCOMPARE(record.resolved.steps, std::optional(2));
        QCOMPARE(record.samples[0].seed, spec.seed);
        QCOMPARE(record.samples[0].index, 0);
        QCOMPARE(record.weights.size(), std::size_t{1});
        QVERIFY(record.samples[0].residual && *record.samples[0].residual < 1e-6);
    }

    /// Networks that answer with NaN are an error in words, never a picture.
    void noNumbersAreAnError() {
        const std::string root = tiny_.folder.path().toStdString();
        PriorCard card = tinyCard("huge");
        StateDict weights;
        const StateDict small = tinyWeights(card);
        for (const auto& [name, tensor] : small) {
            weights.add(name, at::full(tensor.sizes(), 6e4f));
        }
        savePrior(root + "/user/huge", card, weights);
        RestoreSpec spec = quick("ddnm");
        spec.prior = "huge";
        spec.precision = "fp32";
        const Image picture = pattern({40, 40}, 3, PixelDepth::uint8);
        CountingSink sink;
        const QString complaint =
            refusal(ErrorCode::failed, [&] { run(spec, picture, rectangle(picture.size(), {10, 10, 12, 12}), sink); });
        QVERIFY2(complaint.contains("NaN"), qPrintable(complaint));
    }

    void refusesWhatCannotBeDone() {
        const Image picture = pattern({64, 64}, 3, PixelDepth::uint8);
        CountingSink sink;
        const auto complaint = [&](ErrorCode code, const RestoreSpec& spec, const Mask& mask) {
            return refusal(code, [&] { run(spec, picture, mask, sink); });
        };
        const QString ofSize = complaint(ErrorCode::badInput, quick("default"), rectangle({65, 64}, {10, 10, 8, 8}));
        QVERIFY2(ofSize.contains("65 x 64"), qPrintable(ofSize));
        const QString ofNothing = complaint(ErrorCode::badInput, quick("default"), Mask({64, 64}));
        QVERIFY2(ofNothing.contains("covers nothing"), qPrintable(ofNothing));
        RestoreSpec negative = quick("default");
        negative.steps = -3;
        const QString ofSteps = complaint(ErrorCode::badArgument, negative, rectangle({64, 64}, {10, 10, 8, 8}));
        QVERIFY2(ofSteps.contains("steps = -3"), qPrintable(ofSteps));
    }

private:
    static RestoreSpec quick(const std::string& method) {
        RestoreSpec spec;
        spec.method = method;
        spec.device = "cpu";
        if (methodSettings(methodCatalogue().at(method), "inpaint").usesPrior()) {
            spec.steps = 2;
        }
        return spec;
    }

    RestoreResult run(const RestoreSpec& spec, const Image& picture, const Mask& mask, CountingSink& sink) {
        return runRestoration(spec, {.acquisition = picture, .mask = mask}, *tiny_.store, sink, sink.stop.get_token(),
                              &sink.keep);
    }

    TinyPriors tiny_;
};

QTEST_GUILESS_MAIN(InpaintRestorationTest)
#include "inpaint_restoration_test.moc"
