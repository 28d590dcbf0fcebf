// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/benchmarks/quality_table.h"
#include "tests/support/refusal.h"

#include <QStringList>
#include <QTest>

using namespace palimpsest;

namespace {

/// The cells of every line that is not empty.
std::vector<QStringList> cells(const std::string& text) {
    std::vector<QStringList> lines;
    for (const QString& line : QString::fromStdString(text).split('\n', Qt::SkipEmptyParts)) {
        lines.push_back(line.split(' ', Qt::SkipEmptyParts));
    }
    return lines;
}

} // namespace

class QualityTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreMeans() {
        QualityTable table;
        table.add("ddnm", "blobs", {20, 0.5, 0.25, 1, 10, 1});
        table.add("ddnm", "blobs", {30, 0.7, 0.75, 2, 30, 1});
        table.add("telea", "blobs", {15, 0.25, 0.125, 0.5, 0, 1});
        const auto lines = cells(table.text({"blobs"}, {"ddnm", "telea"}));
        QCOMPARE(lines.size(), std::size_t{3});
        QCOMPARE(lines[0], (QStringList{"blobs", "PSNR", "SSIM", "HaarPSI", "NFE", "s"}));
        QCOMPARE(lines[1], (QStringList{"ddnm", "25.00", "0.6000", "0.5000", "20", "1.50"}));
        QCOMPARE(lines[2], (QStringList{"telea", "15.00", "0.2500", "0.1250", "0", "0.50"}));
    }

    void ordersAreTheGivenOnes() {
        QualityTable table;
        for (const char* kind : {"a", "b", "c"}) {
            for (const char* title : {"x", "y"}) {
                table.add(title, kind, {1, 1, 1, 1, 1, 1});
            }
        }
        const auto lines = cells(table.text({"c", "missing", "a"}, {"y", "unknown", "x"}));
        QStringList first;
        for (const QStringList& line : lines) {
            first.push_back(line.front());
        }
        QCOMPARE(first, (QStringList{"c", "y", "x", "a", "y", "x"}));
    }

    void columnsLineUpUnderLongTitles() {
        QualityTable table;
        const std::string longTitle = "a title that is longer than twenty-five letters";
        table.add(longTitle, "blobs", {25, 0.5, 0.5, 1, 1, 1});
        table.add("b", "blobs", {9, 0.5, 0.5, 1, 1, 1});
        const QStringList lines =
            QString::fromStdString(table.text({"blobs"}, {longTitle, "b"})).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines[0].indexOf("PSNR") + 4, lines[1].indexOf("25.00") + 5);
        QCOMPARE(lines[1].indexOf("25.00") + 5, lines[2].indexOf("9.00") + 4);
        QCOMPARE(lines[1].size(), lines[2].size());
    }

    void argumentsAreNamed() {
        const BenchmarkArguments arguments({"limit=3", "kinds=a,,b", "sheet=", "pictures=/p=q"},
                                           {"limit", "kinds", "sheet", "pictures", "methods"});
        QCOMPARE(arguments.number("limit", 9), 3);
        QCOMPARE(arguments.number("methods", 9), 9);
        QCOMPARE(arguments.words("kinds"), (std::vector<std::string>{"a", "b"}));
        QVERIFY(arguments.words("methods").empty());
        QVERIFY(arguments.has("sheet") && !arguments.has("methods"));
        QCOMPARE(arguments.text("pictures", "x"), std::string("/p=q"));
        QCOMPARE(arguments.text("methods", "x"), std::string("x"));
    }

    void otherArgumentsAreRefused() {
        const std::vector<std::string> known{"limit", "kinds"};
        for (const char* word : {"limt=3", "limit", "=3", ""}) {
            const QString complaint = refusal(ErrorCode::badArgument, [&] { BenchmarkArguments({word}, known); });
            QVERIFY2(complaint.contains(QString("\"%1\"").arg(word)) && complaint.contains("limit=... kinds=..."),
                     qPrintable(complaint));
        }
        for (const char* word : {"limit=three", "limit=3x", "limit=", "limit=99999999999"}) {
            const BenchmarkArguments arguments({word}, known);
            const QString complaint = refusal(ErrorCode::badArgument, [&] { arguments.number("limit", 0); });
            QVERIFY2(complaint.contains(word), qPrintable(complaint));
        }
    }
};

QTEST_GUILESS_MAIN(QualityTableTest)
#include "quality_table_test.moc"
