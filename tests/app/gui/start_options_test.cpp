// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/start_options.h"

#include <QTest>

using namespace palimpsest::ui;

class StartOptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAPlainStart();
    void everythingIsRead();
    void aMomentImpliesARun();
    void wrongArgumentsAreRefused_data();
    void wrongArgumentsAreRefused();
    void helpEndsWell();
};

void StartOptionsTest::nothingIsAPlainStart() {
    int exitCode = -1;
    const auto options = parseStartOptions({}, exitCode);
    QVERIFY(options && !options->isScripted() && !options->runs && options->picture.isEmpty() &&
            options->size.isEmpty());
}

void StartOptionsTest::everythingIsRead() {
    int exitCode = -1;
    const auto options =
        parseStartOptions({QStringLiteral("--screenshot"), QStringLiteral("out.png"), QStringLiteral("--size"),
                           QStringLiteral("1280x800"), QStringLiteral("picture.jpg"), QStringLiteral("--mask"),
                           QStringLiteral("mask.png"), QStringLiteral("--run"), QStringLiteral("--theme"),
                           QStringLiteral("dark"), QStringLiteral("--language"), QStringLiteral("de")},
                          exitCode);
    QVERIFY(options);
    QVERIFY(options->isScripted());
    QCOMPARE(options->screenshot, QStringLiteral("out.png"));
    QCOMPARE(options->size, QSize(1280, 800));
    QCOMPARE(options->picture, QStringLiteral("picture.jpg"));
    QCOMPARE(options->mask, QStringLiteral("mask.png"));
    QVERIFY(options->runs);
    QVERIFY(options->moment == StartOptions::Moment::before);
    QCOMPARE(options->theme + options->language, QStringLiteral("darkde"));
}

void StartOptionsTest::aMomentImpliesARun() {
    int exitCode = -1;
    const auto options = parseStartOptions({QStringLiteral("--when"), QStringLiteral("after")}, exitCode);
    QVERIFY(options && options->runs && options->moment == StartOptions::Moment::after);
}

void StartOptionsTest::wrongArgumentsAreRefused_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown flag") << QStringList{QStringLiteral("--no-such-flag")};
    QTest::newRow("size") << QStringList{QStringLiteral("--size"), QStringLiteral("large")};
    QTest::newRow("moment") << QStringList{QStringLiteral("--when"), QStringLiteral("never")};
    QTest::newRow("two pictures") << QStringList{QStringLiteral("a.png"), QStringLiteral("b.png")};
    QTest::newRow("missing value") << QStringList{QStringLiteral("--mask")};
}

void StartOptionsTest::wrongArgumentsAreRefused() {
    QFETCH(QStringList, arguments);
    int exitCode = -1;
    QVERIFY(!parseStartOptions(arguments, exitCode));
    QCOMPARE(exitCode, 2);
}

void StartOptionsTest::helpEndsWell() {
    for (const char* flag : {"--help", "-h", "--version"}) {
        int exitCode = -1;
        QVERIFY(!parseStartOptions({QString::fromLatin1(flag)}, exitCode));
        QCOMPARE(exitCode, 0);
    }
}

QTEST_GUILESS_MAIN(StartOptionsTest)
#include "start_options_test.moc"
