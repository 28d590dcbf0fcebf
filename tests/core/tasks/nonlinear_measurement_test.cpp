// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Compressed and cut off pictures, from real files of our own writer.
#include "core/tasks/nonlinear_measurement.h"

#include "core/base/error.h"
#include "core/io/image_file.h"
#include "core/io/jpeg_tables.h"
#include "core/io/pixel_codec.h"
#include "core/tensor/tensor_image.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <QtTest>

using namespace palimpsest;

namespace {

Image photo() { return readImage(PALIMPSEST_SOURCE_DIR "/tests/benchmarks/pictures/kingfisher.png"); }

Image compressed(const Image& image, int quality) { return decodeImage(encodeImage(image, {.format = "jpeg", .quality = quality}), "test"); }

RestoreSpec specOf(const char* task) {
    RestoreSpec spec;
    spec.task = task;
    return spec;
}

double rootMeanSquare(const at::Tensor& x) { return x.square().mean().sqrt().item<double>(); }

at::Tensor tensorOf(const Image& image) { return toTensor(image, {0, 0, image.width(), image.height()}); }

} // namespace

class NonlinearMeasurementTest : public QObject {
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
        metadata->compression = std::make_shared<const JpegCompression>(turned(*stored.metadata()->compression, orientation));
        const Image picture = oriented(stored, orientation).withMetadata(metadata);
        const RestoreSpec spec = specOf("dejpeg");
        const PictureTensors input = pictureTensors(spec, {picture, {}, {}});
        const Measurement measured = measure(spec, input, 0);
        // Chroma is smoothed by decoders while they enlarge it.
        const double error = rootMeanSquare(measured.A->forward(measured.y) - measured.y);
        auto straight = std::make_shared<ImageMetadata>();
        straight->compression = stored.metadata()->compression;
        const PictureTensors wrong = pictureTensors(spec, {picture.withMetadata(straight), {}, {}});
        const double unturned = rootMeanSquare(measure(spec, wrong, 0).A->forward(wrong.picture) - wrong.picture);
        QVERIFY2(error < 0.02, qPrintable(QString::number(error)));
        QVERIFY2(orientation == 1 || quality > 90 || unturned > 1.5 * error, qPrintable(QString::number(unturned)));
    }

    /// Told from the picture alone.
    void theErrorIsExpected() {
        const Image truth = photo();
        for (const int quality : {10, 30, 60}) {
            const PictureTensors input = pictureTensors(specOf("dejpeg"), {compressed(truth, quality), {}, {}});
            const double expected = measure(specOf("dejpeg"), input, 0).directError;
            const double real = rootMeanSquare((input.picture - tensorOf(truth)).mean(1));
            QVERIFY2(expected > 0.6 * real && expected < 1.6 * real, qPrintable(QString("%1 for %2").arg(expected).arg(real)));
        }
    }

    void aQualityWillDoWithoutAFile() {
        RestoreSpec spec = specOf("dejpeg");
        QVERIFY_EXCEPTION_THROWN(pictureTensors(spec, {photo(), {}, {}}), Error);
        spec.quality = 30;
        const PictureTensors told = pictureTensors(spec, {photo(), {}, {}});
        const PictureTensors read = pictureTensors(specOf("dejpeg"), {compressed(photo(), 30), {}, {}});
        QVERIFY(at::equal(told.quantisation, read.quantisation));
        QCOMPARE(told.chroma, read.chroma);
    }

    void whatIsNearTheLimitIsCutOff() {
        RestoreSpec spec = specOf("declip");
        spec.headroom = 2;
        const PictureTensors input = pictureTensors(spec, {photo(), {}, {}});
        const Measurement measured = measure(spec, input, 0);
        const at::Tensor plain = measured.A->directReconstruction(measured.y);
        QVERIFY(plain.max().item<double>() <= 1e-6); // half as bright
        const at::Tensor brighter = measured.A->projectOnMeasurement(at::ones_like(plain), measured.y);
        const at::Tensor isCut = input.picture > 1 - 2 * 3.5 / 255;
        QVERIFY(at::equal(brighter > 0.5, isCut));
        QVERIFY(relativeError(measured.A->forward(brighter), measured.y) < 1e-5);
    }
};

QTEST_GUILESS_MAIN(NonlinearMeasurementTest)
#include "nonlinear_measurement_test.moc"
