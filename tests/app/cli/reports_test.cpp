// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console_report.h"
#include "app/cli/json_report.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>

using namespace palimpsest;

namespace {

/// What a JSON report writes while `speak` runs, line by line.
template <typename Speak>
std::vector<Json> lines(Speak speak) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::tmpfile(), &std::fclose);
    JsonReport report(file.get());
    speak(report);
    std::rewind(file.get());
    std::string text;
    for (int c = 0; (c = std::fgetc(file.get())) != EOF;) {
        text += static_cast<char>(c);
    }
    std::vector<Json> parsed;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        parsed.push_back(Json::parse(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return parsed;
}

} // namespace

class ReportsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void durations();
    void progressLineFitsTheTerminal();
    void oneObjectPerLine();
    void textThatIsNotUtf8StaysReadable();
    void errorsCarryTheExitCode();
};

void ReportsTest::durations() {
    QCOMPARE(durationInWords(0), "0 s");
    QCOMPARE(durationInWords(59.2), "1 min 00 s");
    QCOMPARE(durationInWords(125), "2 min 05 s");
    QCOMPARE(durationInWords(7260), "2 h 01 min");
    QCOMPARE(durationInWords(-3), "0 s");
    QCOMPARE(durationInWords(1e300), "277777 h 46 min");
}

void ReportsTest::progressLineFitsTheTerminal() {
    const Progress half{.done = 6, .total = 12, .secondsLeft = 72, .phase = "level 2 of 4"};
    const std::string line = progressLine(half, 200);
    QVERIFY2(line.starts_with("level 2 of 4  [###############---------------]  50 %  1 min 12 s left"), line.c_str());
    QCOMPARE(progressLine(half, 20).size(), 20u);
    QCOMPARE(progressLine(half, -1).size(), 0u);
    QVERIFY(progressLine({.done = 5, .total = 0}, 80).find("  0 %") != std::string::npos);
    QVERIFY(progressLine({.done = 15, .total = 10}, 80).find("100 %") != std::string::npos);
    QVERIFY(progressLine({.done = 1, .total = 10}, 80).find("left") == std::string::npos);
}

void ReportsTest::oneObjectPerLine() {
    const auto all = lines([](Report& report) {
        report.started({{"picture", "a\nb.png"}});
        report.progressed({.done = 1, .total = 4, .secondsElapsed = 2, .phase = "loading"});
        report.progressed({.done = 2, .total = 4, .secondsElapsed = 2, .secondsLeft = 3});
        report.noticed("");
        report.noticed("one sentence");
        report.previewSaved("p.png", {1, 2, 3, 4}, 1);
        report.succeeded("done\n", {{"outputs", {"o.png"}}});
    });
    QCOMPARE(all.size(), 6u);
    QVERIFY(all[0].at("event") == "started");
    QVERIFY(all[0].at("picture") == "a\nb.png");
    QVERIFY(all[1].at("secondsLeft").is_null());
    QCOMPARE(all[1].at("fraction").get<double>(), 0.25);
    QCOMPARE(all[2].at("secondsLeft").get<double>(), 3.0);
    QVERIFY(all[3].at("text") == "one sentence");
    QVERIFY(all[3].at("messageId") == "one sentence" && all[3].at("arguments").empty());
    QVERIFY(all[4].at("height") == 4);
    QVERIFY(all[5].at("event") == "finished");
    QVERIFY(all[5].at("outputs").at(0) == "o.png");
}

void ReportsTest::textThatIsNotUtf8StaysReadable() {
    const auto all =
        lines([](Report& report) { report.noticed(Message("%1 has changed since it was saved", "caf\xe9.png")); });
    QVERIFY(all.at(0).at("text").get<std::string>().starts_with("caf"));
}

void ReportsTest::errorsCarryTheExitCode() {
    const auto all = lines([](Report& report) {
        report.failed(Error(ErrorCode::badInput, "cause", "next step"));
        report.failed(Error(ErrorCode::outOfMemory, "cause"));
        report.failed(Error(ErrorCode::failed, "cause"));
        report.cancelled();
        report.failed(Error(ErrorCode::badInput,
                            Message("cannot read %1: %2 (%3)", "a.png", Message("it has %1 bytes", 3), 0.5)));
    });
    QVERIFY(all[0] == (Json{{"event", "error"},
                            {"code", "badInput"},
                            {"exitCode", 2},
                            {"message", "cause"},
                            {"hint", "next step"},
                            {"messageId", "cause"},
                            {"arguments", Json::array()}}));
    QVERIFY(all[1].at("exitCode") == 4);
    QVERIFY(all[2].at("exitCode") == 1);
    QVERIFY(all[3].at("exitCode") == 3);
    QVERIFY(all[3].at("code") == "cancelled");
    QVERIFY(all[4].at("message") == "cannot read a.png: it has 3 bytes (0.5)");
    QVERIFY(all[4].at("messageId") == "cannot read %1: %2 (%3)");
    QVERIFY(all[4].at("arguments") == (Json{"a.png", "it has 3 bytes", "0.5"}));
}

QTEST_GUILESS_MAIN(ReportsTest)
#include "reports_test.moc"
