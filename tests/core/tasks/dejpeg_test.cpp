// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Compressed pictures, from real files of our own writer.
#include "core/base/error.h"
#include "core/io/formats/jpeg_tables.h"
#include "core/io/image_file.h"
#include "core/io/pixel_codec.h"
#include "core/tasks/behaviour/whole_task.h"
#include "core/tensor/tensor_image.h"
#include "tests/support/refusal.h"

#include <ATen/ATen.h>
#include <QtTest>

using namespace palimpsest;

namespace {

Image photo() { return readImage(PALIMPSEST_SOURCE_DIR "/tests/benchmarks/pictures/kingfisher.png"); }

Image compressed(const Image& image, int quality) {
    return decodeImage(encodeImage(image, {.format = "jpeg", .quality = quality}), "test");
}

const WholeTask& dejpeg() { return *taskBehaviour("dejpeg").asWhole(); }

/// quality: 0 leaves it open.
RestoreSpec specOf(std::int64_t quality = 0) {
    RestoreSpec spec;
    spec.task = "dejpeg";
    if (quality > 0) {
        spec.taskParameters["quality"] = quality;
    }
    spec.taskParameters = completeTaskParameters(spec);
    return spec;
}

PictureTensors tensorsFor(const RestoreSpec& spec, const Image& picture) {
    return dejpeg().tensors(spec, {.acquisition = picture}, picture);
}

TaskMeasurement measured(const PictureTensors& input) { return dejpeg().measure(specOf(), input, 0, {}); }

double rootMeanSquare(const at::Tensor& x) { return x.square().mean().sqrt().item<double>(); }

at::Tensor tensorOf(const Image& image) { return toTensor(image, {0, 0, image.width(), image.height()}); }

} // namespace

class DejpegTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// What a decoder makes of a file is measured again as it is, however the picture was turned.
    void aFileAgreesWithItsTables_data() {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<int>("quality");
        for (const int quality : {10, 30, 92}) {
            for (const int orientation : {1, 3, 6, 8}) {
                QTest::addRow("quality %d, orientation %d", quality, orientation) << orientation << quality;
            }
        }
    }

    void aFileAgreesWithItsTables() {
        QFETCH(int, orientation);
        QFETCH(int, quality);
        const Image stored = compressed(cropped(photo(), {3, 5, 117, 90}), quality);
        auto metadata = std::make_shared<ImageMetadata>();
        metadata->compression =
            std::make_shared<const JpegCompression>(turned(*stored.metadata()->compression, orientation));
        const Image picture = oriented(stored, orientation).withMetadata(metadata);
        const Measurement known = measured(tensorsFor(specOf(), picture)).known;
        // Chroma is smoothed by decoders while they enlarge it.
        const double error = rootMeanSquare(known.A->forward(known.y) - known.y);
        auto straight = std::make_shared<ImageMetadata>();
        straight->compression = stored.metadata()->compression;
        const PictureTensors wrong = tensorsFor(specOf(), picture.withMetadata(straight));
        const double unturned = rootMeanSquare(measured(wrong).known.A->forward(wrong.picture) - wrong.picture);
        QVERIFY2(error < 0.02, qPrintable(QString::number(error)));
        QVERIFY2(orientation == 1 || quality > 90 || unturned > 1.5 * error, qPrintable(QString::number(unturned)));
    }

    /// Told from the picture alone.
    void theErrorIsExpected() {
        const Image truth = photo();
        for (const int quality : {10, 30, 60}) {
            const PictureTensors input = tensorsFor(specOf(), compressed(truth, quality));
            const double expected = measured(input).directError;
            const double real = rootMeanSquare((input.picture - tensorOf(truth)).mean(1));
            QVERIFY2(expected > 0.6 * real && expected < 1.6 * real,
                     qPrintable(QString("%1 for %2").arg(expected).arg(real)));
        }
    }

    void aQualityWillDoWithoutAFile() {
        const QString complaint = refusal(ErrorCode::badInput, [] { tensorsFor(specOf(), photo()); });
        QVERIFY2(complaint.contains("it is no JPEG file"), qPrintable(complaint));
        const PictureTensors told = tensorsFor(specOf(30), photo());
        const PictureTensors read = tensorsFor(specOf(), compressed(photo(), 30));
        QVERIFY(at::equal(told.quantisation, read.quantisation));
        QCOMPARE(told.chroma, read.chroma);
        QVERIFY(!at::equal(told.quantisation, tensorsFor(specOf(80), photo()).quantisation));
    }

    /// For study: a clean picture is saved as badly as the spec says.
    void damageIsThatOfAFile() {
        RestoreSpec spec = specOf(10);
        spec.taskParameters["degrade"] = true;
        const PictureTensors damaged = dejpeg().degraded(spec, tensorsFor(spec, photo()));
        QVERIFY(at::equal(damaged.picture, tensorOf(compressed(photo(), 10))));
    }

    void theMeasurementHasNoNoise() {
        std::vector<Message> notices;
        QCOMPARE(dejpeg().noiseLevel(specOf(), tensorsFor(specOf(30), photo()), notices), 0.0);
        QVERIFY(notices.empty());
        QVERIFY(dejpeg().keepsColourSpace()); // where it was rounded
    }
};

QTEST_GUILESS_MAIN(DejpegTest)
#include "dejpeg_test.moc"
