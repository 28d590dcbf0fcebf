// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoints/safetensors.h"
#include "tests/support/command_line_fixture.h"

#include <QTest>

#include <limits>

using namespace palimpsest;

namespace {

/// A GIF of two frames, one pixel each.
const QByteArray kAnimatedGif =
    QByteArray::fromHex("474946383961010001008000000000"
                        "00ffffff21ff0b4e45545343415045322e30030100000021f90404000000002c00000000010001000002024401003b"
                        "21f90404000000002c00000000010001000002024401003b");

/// The head of a PNG that claims 60 000 x 60 000 pixels.
const QByteArray kHugePng = QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000ea600000ea600802000000b1f2e4a5");

} // namespace

/// Every kind of bad input: one sentence with cause and next step, the right exit code, and no new file.
class BadInputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pictures_data();
    void pictures();
    void masks_data();
    void masks();
    void outputs_data();
    void outputs();
    void specs_data();
    void specs();
    void tasks_data();
    void tasks();
    void priors_data();
    void priors();
    void records_data();
    void records();
    void trainings();
    void fullDiskKeepsTheOldFile();

private:
    /// Runs, and compares exit code, message and the list of files.
    void refuses(const QStringList& arguments, int exitCode, const char* about);
    void makeBrokenPriors();

    CommandLineFixture fixture_;
};

void BadInputTest::refuses(const QStringList& arguments, int exitCode, const char* about) {
    const QStringList before = fixture_.files();
    const ProgramRun run = fixture_.run(arguments + QStringList{"--json"});
    const auto events = eventsOf(run.output);
    QVERIFY2(!events.empty() && events.back().is_object(), run.output.constData());
    const Json& last = events.back();
    QVERIFY2(last.value("event", "") == "error", run.output.constData());
    const std::string message = last.at("message");
    const std::string hint = last.at("hint");
    qInfo("%s: %s", message.c_str(), hint.c_str());
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY(last.at("exitCode") == exitCode);
    QVERIFY2((message + hint).find(about) != std::string::npos, about);
    QVERIFY2(!message.empty() && !hint.empty(), "a cause and a next step");
    QVERIFY2((message + hint).find('\n') == std::string::npos, "one line");
    QVERIFY2(message.find("internal error") == std::string::npos, "not the program's fault");
    QCOMPARE(fixture_.files(), before);
}

void BadInputTest::makeBrokenPriors() {
    for (const char* name : {"missing", "truncated", "altered", "no-card", "odd-card"}) {
        makeTinyPrior(fixture_.path(name), "broken");
    }
    QFile::remove(fixture_.home() + "/missing/weights.safetensors");
    QFile::remove(fixture_.home() + "/no-card/card.json");
    QFile::resize(fixture_.home() + "/truncated/weights.safetensors", 1000);
    QByteArray bytes = fixture_.content("altered/weights.safetensors");
    bytes[bytes.size() - 1] = static_cast<char>(bytes.back() ^ 1);
    fixture_.write("altered/weights.safetensors", bytes);
    fixture_.write("odd-card/card.json", "{\"id\": 3}");
    const PriorEntry notNumbers = makeTinyPrior(fixture_.path("not-numbers"), "broken");
    Safetensors damaged;
    for (const auto& [name, tensor] : tinyWeights(notNumbers.card)) {
        damaged.tensors.add(name, at::full_like(tensor, std::numeric_limits<float>::quiet_NaN()).to(at::kHalf));
    }
    writeSafetensors(notNumbers.folder + "/weights.safetensors", damaged);
    PriorCard card = notNumbers.card;
    card.weightsSha256 = WeightsHash().fresh(notNumbers.folder + "/weights.safetensors");
    fixture_.write("not-numbers/card.json", QByteArray::fromStdString(toJson(card).dump()));
}

void BadInputTest::initTestCase() {
    const QByteArray whole = fixture_.content("photo.png");
    fixture_.write("empty.png", "");
    fixture_.write("truncated.png", whole.left(whole.size() / 2));
    fixture_.write("text.png", "This is no picture.");
    fixture_.write("animated.gif", kAnimatedGif);
    fixture_.write("huge.png", kHugePng);
    fixture_.write("folder.png/inside", "x");
    writeMask(fixture_.path("small-mask.png"), Mask({10, 10}, 255));
    writeMask(fixture_.path("black-mask.png"), Mask(CommandLineFixture::kSize, 0));
    writeImage(fixture_.path("small-hints.png"), patterned({10, 10}, 4, PixelDepth::uint8));
    writeImage(fixture_.path("hints.png"), patterned(CommandLineFixture::kSize, 3, PixelDepth::uint16));
    writeImage(fixture_.path("black-kernel.png"), imageOf({3, 3}, 1, std::vector<std::uint8_t>(9, 0)));
    writeImage(fixture_.path("large-kernel.png"), patterned({61, 61}, 1, PixelDepth::uint8));
    writeImage(fixture_.path("mean.png"), patterned(CommandLineFixture::kSize, 3, PixelDepth::uint8));
    makeBrokenPriors();
}

void BadInputTest::pictures_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("about");
    QTest::newRow("missing") << "nothing.png" << QByteArray("nothing.png");
    QTest::newRow("folder") << "folder.png" << QByteArray("folder");
    QTest::newRow("zero bytes") << "empty.png" << QByteArray("empty");
    QTest::newRow("truncated") << "truncated.png" << QByteArray("truncated.png");
    QTest::newRow("text with the extension of a picture") << "text.png" << QByteArray("text.png");
    QTest::newRow("animated") << "animated.gif" << QByteArray("animated.gif");
    QTest::newRow("60000 x 60000") << "huge.png" << QByteArray("huge.png");
}

void BadInputTest::pictures() {
    QFETCH(QString, file);
    QFETCH(QByteArray, about);
    refuses({"inpaint", file, "--mask", "mask.png", "-o", "out.png"}, 2, about);
    refuses({"inpaint", "photo.png", "--mask", file, "-o", "out.png"}, 2, about);
}

void BadInputTest::masks_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("about");
    QTest::newRow("other size") << "small-mask.png" << QByteArray("10 x 10");
    QTest::newRow("covers nothing") << "black-mask.png" << QByteArray("covers nothing");
}

void BadInputTest::masks() {
    QFETCH(QString, file);
    QFETCH(QByteArray, about);
    refuses({"inpaint", "photo.png", "--mask", file, "-o", "out.png", "--prior", "./tiny", "--method", "ddnm"}, 2,
            about);
}

void BadInputTest::outputs_data() {
    QTest::addColumn<QString>("output");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("about");
    QTest::newRow("folder that is missing") << "none/out.png" << 1 << QByteArray("none/out.png");
    QTest::newRow("folder that cannot be written") << "/proc/out.png" << 1 << QByteArray("/proc/out.png");
    QTest::newRow("is a folder") << "folder.png" << 1 << QByteArray("folder.png");
    QTest::newRow("unknown extension") << "out.xyz" << 2 << QByteArray(".png");
    QTest::newRow("no extension") << "out" << 2 << QByteArray(".png");
    QTest::newRow("is the picture") << "./photo.png" << 2 << QByteArray("inputs");
    QTest::newRow("is the mask") << "mask.png" << 2 << QByteArray("inputs");
}

void BadInputTest::outputs() {
    QFETCH(QString, output);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, about);
    refuses({"inpaint", "photo.png", "--mask", "mask.png", "-o", output}, exitCode, about);
}

void BadInputTest::specs_data() {
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QByteArray>("about");
    QTest::newRow("unknown method") << QStringList{"--method", "magic"} << QByteArray("ddnm");
    QTest::newRow("unknown prior") << QStringList{"--prior", "nobody"} << QByteArray("nobody");
    QTest::newRow("negative steps") << QStringList{"--steps", "-3"} << QByteArray("1 to 1000");
    QTest::newRow("t0 of zero") << QStringList{"--t0", "0"} << QByteArray("t0");
    QTest::newRow("unknown device") << QStringList{"--device", "abacus"} << QByteArray("abacus");
    QTest::newRow("unknown parameter") << QStringList{"--method", "dps", "--set", "zeal=3"} << QByteArray("zeal");
    QTest::newRow("parameter out of range")
        << QStringList{"--method", "dps", "--set", "guidance.scale=-1"} << QByteArray("guidance.scale");
    QTest::newRow("no samples") << QStringList{"--samples", "0"} << QByteArray("1 to 64");
    QTest::newRow("unknown estimate") << QStringList{"--start", "estimate", "--estimate", "none.png"}
                                      << QByteArray("none.png");
    QTest::newRow("fill as a diffusion prior")
        << QStringList{"--prior", "photo-fill", "--method", "ddnm"} << QByteArray("fill");
}

void BadInputTest::specs() {
    QFETCH(QStringList, more);
    QFETCH(QByteArray, about);
    refuses(QStringList{"inpaint", "photo.png", "--mask", "mask.png", "-o", "out.png"} + more, 2, about);
}

void BadInputTest::tasks_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("about");
    const auto row = [](const char* name, const char* arguments, const char* about, int exitCode = 2) {
        QTest::newRow(name) << QString(arguments) << exitCode << QByteArray(about);
    };
    row("kernel larger than the picture", "deblur photo.png --kernel large-kernel.png", "larger than the picture");
    row("named kernel larger than the picture", "deblur photo.png --kernel gaussian:9 --method wiener",
        "larger than the picture");
    row("kernel larger than a clean picture", "deblur photo.png --kernel large-kernel.png --degrade",
        "larger than the picture");
    row("kernel of zeros", "deblur photo.png --kernel black-kernel.png", "completely black");
    row("a picture that no JPEG was", "dejpeg photo.png", "it is no JPEG file");
    row("a start that denoising has not", "denoise photo.png --estimate non-local-means", "takes no start");
    row("a fill without a hole", "upscale photo.png --method ddnm --estimate photo-fill",
        "neither one of the task upscale nor a file");
    row("kernel that is missing", "old-photo photo.png --kernel nowhere.png", "nowhere.png");
    row("half a kernel", "deblur photo.png --kernel motion:9", "motion:LENGTH,ANGLE");
    row("factor", "upscale photo.png --factor 3", "2, 4, 8");
    row("hints of another size", "colorize photo.png --hints small-hints.png", "10 x 10");
    row("hints without strokes", "colorize photo.png --hints photo.png", "no strokes");
    row("noise above white", "denoise photo.png --sigma 7", "0 to 1");
    row("negative noise", "denoise photo.png --sigma -0.5", "0 to 1");
    row("noise that is no number", "denoise photo.png --sigma nan", "sigma");
    row("method of another task", "denoise photo.png --method lanczos", "does not serve the task denoise");
    row("fill of a whole picture", "upscale photo.png --method telea", "does not serve the task upscale");
    row("estimate of another task", "upscale photo.png --estimate wiener --start estimate", "wiener");
    row("estimate of another size", "upscale photo.png --estimate ./photo.png", "176 x 144");
    row("estimate that is missing", "upscale photo.png --estimate nowhere.png", "nowhere.png");
    row("flag of another task", "denoise photo.png --factor 2", "--factor");
    row("mask of a task without one", "upscale photo.png --mask mask.png", "--mask");
    row("mask of another size", "old-photo photo.png --mask small-mask.png", "10 x 10");
    row("no mask", "inpaint photo.png", "--mask");
    row("maps in a file", "denoise photo.png --maps mask.png", "mask.png", 1);
    row("maps where nothing can be written", "denoise photo.png --maps /proc/maps-of-mine", "/proc", 1);
    row("maps over the input", "denoise mean.png --maps .", "mean.png");
}

void BadInputTest::tasks() {
    QFETCH(QString, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, about);
    refuses(arguments.split(' ') + QStringList{"-o", "out.png"}, exitCode, about);
}

void BadInputTest::priors_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QByteArray>("about");
    QTest::newRow("missing weights") << "./missing" << QByteArray("missing");
    QTest::newRow("truncated weights") << "./truncated" << QByteArray("incomplete");
    QTest::newRow("altered weights") << "./altered" << QByteArray("altered");
    QTest::newRow("weights that are NaN") << "./not-numbers" << QByteArray("NaN");
    QTest::newRow("no card") << "./no-card" << QByteArray("card.json");
    QTest::newRow("card of wrong types") << "./odd-card" << QByteArray("\"id\"");
    QTest::newRow("no folder") << "./nowhere" << QByteArray("nowhere");
}

void BadInputTest::priors() {
    QFETCH(QString, folder);
    QFETCH(QByteArray, about);
    refuses({"inpaint", "photo.png", "--mask", "mask.png", "-o", "out.png", "--prior", folder, "--method", "ddnm"}, 2,
            about);
    const ProgramRun run = fixture_.run({"models", "verify", folder});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.messages.contains(about), run.messages.constData());
}

void BadInputTest::records_data() {
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("about");
    QTest::newRow("spec that is no JSON") << QByteArray("restore") << QByteArray("{\"input\": ") << QByteArray("JSON");
    QTest::newRow("spec that is a list") << QByteArray("restore") << QByteArray("[]") << QByteArray("object");
    QTest::newRow("spec without input") << QByteArray("restore") << QByteArray("{}") << QByteArray("input");
    QTest::newRow("spec with an unknown key")
        << QByteArray("restore")
        << QByteArray(R"({"input":"photo.png","mask":"mask.png","output":"out.png","stepz":3})") << QByteArray("stepz");
    QTest::newRow("spec with a key twice")
        << QByteArray("restore") << QByteArray(R"({"input":"photo.png","input":"mask.png"})") << QByteArray("twice");
    QTest::newRow("spec of inpainting without a mask")
        << QByteArray("restore") << QByteArray(R"({"input":"photo.png","output":"out.png"})")
        << QByteArray("needs a mask");
    QTest::newRow("spec with a mask that its task does not take")
        << QByteArray("restore")
        << QByteArray(R"({"task":"denoise","input":"photo.png","mask":"mask.png","output":"out.png"})")
        << QByteArray("takes no mask");
    QTest::newRow("spec with hints that its task does not take")
        << QByteArray("restore")
        << QByteArray(R"({"task":"denoise","input":"photo.png","hints":"hints.png","output":"out.png"})")
        << QByteArray("takes no colour hints");
    QTest::newRow("spec of an unknown task")
        << QByteArray("restore") << QByteArray(R"({"task":"fly","input":"photo.png","output":"out.png"})")
        << QByteArray("old-photo");
    QTest::newRow("record that is none") << QByteArray("replay") << QByteArray("{}") << QByteArray("not a run record");
    QTest::newRow("record that is empty") << QByteArray("replay") << QByteArray("") << QByteArray("JSON");
}

void BadInputTest::records() {
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, about);
    fixture_.write("given.json", content);
    refuses({command, "given.json"}, 2, about);
    QFile::remove(fixture_.home() + "/given.json");
}

void BadInputTest::trainings() {
    refuses({"train", "nowhere", "-o", "prior"}, 2, "nowhere");
    refuses({"train", "folder.png", "-o", "photo.png"}, 2, "photo.png");
    refuses({"train", "folder.png", "-o", "/proc/prior"}, 1, "/proc");
    refuses({"train", "folder.png", "-o", "prior", "--batch", "0"}, 2, "1 to 4096");
    refuses({"train", "folder.png"}, 2, "--output");
}

/// The file size limit of the shell stands in for a full disk.
void BadInputTest::fullDiskKeepsTheOldFile() {
    writeImage(fixture_.path("large.png"), patterned({600, 600}, 3, PixelDepth::uint8));
    writeMask(fixture_.path("large-mask.png"), discMask({600, 600}, 300, 300, 8));
    fixture_.write("old.bmp", "the old file");
    const QStringList before = fixture_.files();
    QProcess process;
    preparePalimpsest(process, {}, fixture_.home());
    process.setArguments(
        {"-c",
         "trap '' XFSZ; ulimit -f 300; exec \"$0\" inpaint large.png --mask large-mask.png -o old.bmp --method telea",
         PALIMPSEST_BINARY_DIR "/bin/palimpsest"});
    process.setProgram("/bin/bash");
    process.start();
    QVERIFY(process.waitForFinished(60000));
    const QByteArray messages = process.readAllStandardError();
    QCOMPARE(process.exitCode(), 1);
    QVERIFY2(messages.contains("old.bmp"), messages.constData());
    QCOMPARE(fixture_.content("old.bmp"), QByteArray("the old file"));
    QCOMPARE(fixture_.files(), before);
}

QTEST_GUILESS_MAIN(BadInputTest)
#include "bad_input_test.moc"
