// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/record_file.h"
#include "tests/support/command_line_fixture.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace palimpsest;

namespace {

constexpr Size kSize = CommandLineFixture::kSize;

QStringList words(const char* text) { return QString(text).split(' '); }

/// A stroke of red on a transparent layer.
Image redStroke() {
    std::vector<std::uint8_t> values(static_cast<std::size_t>(kSize.area()) * 4, 0);
    for (int x = 10; x < 20; ++x) {
        const std::size_t at = (static_cast<std::size_t>(8) * kSize.width + x) * 4;
        values[at] = 200;
        values[at + 3] = 255;
    }
    return imageOf(kSize, 4, values);
}

/// Grey 128 with noise of the standard deviation 0.1.
Image noisyGrey(Size size) {
    QRandomGenerator random(5);
    std::vector<std::uint8_t> values;
    for (std::int64_t i = 0; i < size.area() * 3; ++i) {
        values.push_back(static_cast<std::uint8_t>(128 + 25.5 * std::sqrt(3) * (2 * random.generateDouble() - 1)));
    }
    return imageOf(size, 3, values);
}

float largest(const Image& image) {
    float most = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            most = std::max(most, image.valueAt(x, y, 0));
        }
    }
    return most;
}

} // namespace

/// The commands of the photo tasks from outside, with a tiny prior and tiny pictures.
class TasksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void resultsReplay_data();
    void resultsReplay();
    void hintsAreKeptTo();
    void sigmaIsEstimated();
    void mapsOfSamples();
    void mapsOfOneResult();
    void mapsOfAHole();
    void specFilesNameTheTask();
    void theSeedDecidesOnTheDamage();

private:
    ProgramRun runTask(const QStringList& arguments) const {
        return fixture_.run(arguments + words("--prior ./tiny --device cpu --threads 1 --json"));
    }
    void succeeds(const QStringList& arguments) const {
        const ProgramRun run = runTask(arguments);
        QVERIFY2(run.exitCode == 0, run.output.constData());
    }
    Json json(const char* name) const { return Json::parse(fixture_.content(name).toStdString()); }

    CommandLineFixture fixture_;
};

void TasksTest::initTestCase() {
    writeImage(fixture_.path("grey.png"), patterned(kSize, 1, PixelDepth::uint8));
    writeImage(fixture_.path("hints.png"), redStroke());
    writeImage(fixture_.path("noisy.png"), noisyGrey(kSize));
    writeImage(fixture_.path("blocky.jpg"), patterned(kSize, 3, PixelDepth::uint8), {.format = "jpeg", .quality = 20});
    writeImage(fixture_.path("kernel.png"), imageOf<std::uint8_t>({3, 3}, 1, {0, 1, 0, 1, 4, 1, 0, 1, 0}));
}

void TasksTest::resultsReplay_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("channels");
    const auto row = [](const char* name, const char* arguments, Size size, int channels) {
        QTest::newRow(name) << words(arguments) << size.width << size.height << channels;
    };
    row("colours by hints", "colorize grey.png --hints hints.png --method ddnm --steps 2 --samples 2", kSize, 3);
    row("colours", "colorize photo.png --method ddnm --steps 2", kSize, 3);
    row("twice the size", "upscale photo.png --factor 2 --method lanczos", {88, 72}, 3);
    row("eight times the size", "upscale grey.png --factor 8 --downsampling bicubic --method ddnm --steps 1",
        {352, 288}, 1);
    row("a kernel's picture", "deblur photo.png --kernel kernel.png --method wiener", kSize, 3);
    row("a named kernel", "deblur photo.png --kernel motion:5,30 --method ddnm --steps 2", kSize, 3);
    row("noise", "denoise noisy.png --sigma auto --method posterior-mean", kSize, 3);
    row("old photograph without a mask", "old-photo photo.png --method ddnm --steps 2", kSize, 3);
    row("old photograph with everything",
        "old-photo grey.png --mask mask.png --hints hints.png --kernel gaussian:1 --method ddnm --steps 2", kSize, 3);
    row("old photograph in colour", "old-photo grey.png --mask mask.png --keep-colours --method ddnm --steps 2", kSize,
        1);
    row("a JPEG file", "dejpeg blocky.jpg", kSize, 3);
    row("a JPEG of a known quality", "dejpeg photo.png --quality 20 --method ddnm --steps 2 --t0 0.2", kSize, 3);
    row("lost highlights", "declip photo.png --headroom 2 --steps 2", kSize, 3);
    row("what was cut off on either side", "declip photo.png --clipped both --method mpgd --steps 2", kSize, 3);
    row("damaged by compression", "dejpeg photo.png --degrade --method as-is", kSize, 3);
    row("damaged noise", "denoise photo.png --degrade --sigma 0.1 --method non-local-means", kSize, 3);
    row("damaged size", "upscale photo.png --degrade --factor 4 --method lanczos", kSize, 3);
    row("damaged sharpness", "deblur photo.png --degrade --kernel kernel.png --method wiener", {42, 34}, 3);
    row("damaged colours", "colorize photo.png --degrade --method grey", kSize, 3);
}

/// Every run declares its work, does it, and can be made again, byte by byte.
void TasksTest::resultsReplay() {
    QFETCH(QStringList, arguments);
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, channels);
    const bool isMany = arguments.contains("--samples");
    const ProgramRun run = runTask(arguments + words("-o out.png --seed 3"));
    QVERIFY2(run.exitCode == 0, run.output.constData());
    const auto events = eventsOf(run.output);
    std::int64_t done = 0;
    std::int64_t declared = 0;
    for (const Json& event : events) {
        declared = event.at("event") == "started" ? event.at("evaluations").get<std::int64_t>() : declared;
        done = event.at("event") == "progress" ? event.at("done").get<std::int64_t>() : done;
    }
    QCOMPARE(done, declared);
    QCOMPARE(declared > 0, !arguments.contains("lanczos") && !arguments.contains("wiener") &&
                               !arguments.contains("grey") && !arguments.contains("non-local-means") &&
                               !arguments.contains("as-is"));
    const Image result = readImage(fixture_.path(isMany ? "out-2.png" : "out.png"));
    QCOMPARE(result.size(), (Size{width, height}));
    QCOMPARE(result.channels(), channels);
    QCOMPARE(readRunRecord(fixture_.path("out.png.json")).spec.task, arguments.front().toStdString());
    const ProgramRun again = fixture_.run({"replay", "out.png.json"});
    QVERIFY2(again.exitCode == 0 && again.output.contains("the bytes agree"),
             (again.output + again.messages).constData());
}

void TasksTest::hintsAreKeptTo() {
    succeeds(words("colorize grey.png --hints hints.png --sigma 0 --method ddnm --steps 2 -o red.png"));
    const Image result = readImage(fixture_.path("red.png"));
    for (int x = 12; x < 18; ++x) {
        QVERIFY2(result.valueAt(x, 8, 0) - result.valueAt(x, 8, 2) > 0.2F, "the stroke is red");
    }
    const RunRecord record = readRunRecord(fixture_.path("red.png.json"));
    QCOMPARE(record.hints.path, "hints.png");
    QCOMPARE(record.mask.path, "");
    writeImage(fixture_.path("hints.png"), patterned(kSize, 3, PixelDepth::uint8));
    const ProgramRun other = fixture_.run({"replay", "red.png.json"});
    writeImage(fixture_.path("hints.png"), redStroke());
    QCOMPARE(other.exitCode, 2);
    QVERIFY2(other.messages.contains("hints.png is not the hints of the record"), other.messages.constData());
}

void TasksTest::sigmaIsEstimated() {
    succeeds(words("denoise noisy.png --sigma auto --method posterior-mean -o clean.png"));
    const RunRecord record = readRunRecord(fixture_.path("clean.png.json"));
    QCOMPARE(field(record.spec, "sigma"), ParameterValue(Automatic{}));
    const std::optional<double> sigma = given<double>(record.resolved.taskParameters, "sigma");
    QVERIFY(sigma);
    QVERIFY2(std::abs(*sigma - 0.1) < 0.03, std::to_string(*sigma).c_str());
}

void TasksTest::mapsOfSamples() {
    succeeds(words("colorize grey.png --method ddnm --steps 3 --samples 2 -o sure.png --maps new/maps"));
    QCOMPARE(QDir(fixture_.home() + "/new/maps").entryList(QDir::Files | QDir::Hidden, QDir::Name),
             (QStringList{"deviation.png", "invented.png", "maps.json", "mean.png", "residual.png"}));
    QCOMPARE(readImage(fixture_.path("new/maps/mean.png")).channels(), 3);
    const Json facts = json("new/maps/maps.json");
    QCOMPARE(facts.at("white").at("mean").get<double>(), 1.0);
    QCOMPARE(facts.at("residualCurve").size(), std::size_t{3});
    for (const char* name : {"deviation", "invented", "residual"}) {
        const Image map = readImage(fixture_.path(("new/maps/" + std::string(name) + ".png").c_str()));
        QCOMPARE(map.size(), kSize);
        QCOMPARE(map.channels(), 1);
        QCOMPARE(map.depth(), PixelDepth::uint16);
        QVERIFY2(facts.at("white").at(name).get<double>() > 0, name);
    }
    QCOMPARE(largest(readImage(fixture_.path("new/maps/deviation.png"))), 1.0F);
}

void TasksTest::mapsOfOneResult() {
    succeeds(words("upscale photo.png --factor 2 --method lanczos --sigma 0.01 -o one.png --maps one"));
    QCOMPARE(QDir(fixture_.home() + "/one").entryList(QDir::Files | QDir::Hidden, QDir::Name),
             (QStringList{"invented.png", "maps.json", "residual.png"}));
    QCOMPARE(readImage(fixture_.path("one/invented.png")).size(), (Size{88, 72}));
    QCOMPARE(readImage(fixture_.path("one/residual.png")).size(), kSize);
    const Json facts = json("one/maps.json");
    QVERIFY(facts.at("white").at("deviation").is_null());
    QCOMPARE(facts.at("sigma").get<double>(), 0.01);
}

void TasksTest::mapsOfAHole() {
    succeeds(words("inpaint photo.png --mask mask.png --method telea -o hole.png --maps hole"));
    const Image invented = readImage(fixture_.path("hole/invented.png"));
    const Mask mask = readMask(fixture_.path("mask.png"), kSize);
    for (int y = 0; y < mask.height(); ++y) {
        for (int x = 0; x < mask.width(); ++x) {
            QCOMPARE(invented.valueAt(x, y, 0) > 0.5F, mask.at(x, y) > 127);
        }
    }
}

void TasksTest::specFilesNameTheTask() {
    fixture_.write("sub/spec.json",
                   R"({"task": "deblur", "input": "../photo.png", "output": "sharp.png", "kernel": "../kernel.png",
                                        "method": "wiener", "maps": "maps", "seed": 3})");
    const ProgramRun run = fixture_.run({"restore", "sub/spec.json"});
    QVERIFY2(run.exitCode == 0, run.messages.constData());
    QVERIFY(QFile::exists(fixture_.home() + "/sub/maps/maps.json"));
    succeeds(words("deblur photo.png --kernel kernel.png --method wiener -o flags.png"));
    QCOMPARE(fixture_.content("sub/sharp.png"), fixture_.content("flags.png"));
    QVERIFY(fixture_.content("flags.png") != fixture_.content("photo.png"));
}

void TasksTest::theSeedDecidesOnTheDamage() {
    for (const char* seed : {"1", "2"}) {
        succeeds(words("denoise photo.png --degrade --sigma 0.1 --method non-local-means") +
                 QStringList{"--seed", seed, "-o", QString("seed-%1.png").arg(seed)});
    }
    QVERIFY(fixture_.content("seed-1.png") != fixture_.content("seed-2.png"));
}

QTEST_GUILESS_MAIN(TasksTest)
#include "tasks_test.moc"
