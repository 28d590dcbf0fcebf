// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/translation_file.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace palimpsest;

namespace {

QSet<QString> placesOf(const QString& text) {
    static const QRegularExpression place(QStringLiteral("%(\\d|n)"));
    QSet<QString> places;
    for (auto matches = place.globalMatch(text); matches.hasNext();) {
        places.insert(matches.next().captured());
    }
    return places;
}

void runProgram(const char* program, const QStringList& arguments) {
    QProcess process;
    process.start(QString::fromLocal8Bit(program), arguments);
    QVERIFY(process.waitForFinished(120000));
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
             process.readAllStandardError().constData());
}

} // namespace

class TranslationFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void placesAreKept();

private:
    QTemporaryDir texts_; ///< headers with the texts that are not in ui/ and app/gui
};

/// Looks for texts as `cmake --build . --target update_translations` does.
void TranslationFilesTest::initTestCase() {
    runProgram(PALIMPSEST_PYTHON,
               {QStringLiteral("-B"), QStringLiteral(PALIMPSEST_SOURCE_DIR "/translations/core_messages.py"),
                QStringLiteral(PALIMPSEST_SOURCE_DIR), QStringLiteral("--write"),
                texts_.filePath(QStringLiteral("core_messages.h"))});
    runProgram(PALIMPSEST_SCHEMA_TEXTS, {QStringLiteral("--write"), texts_.filePath(QStringLiteral("schema_texts.h"))});
}

void TranslationFilesTest::everyTextIsTranslated_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("flags");
    QTest::newRow("German") << QStringLiteral("palimpsest_de.ts") << QStringList();
    QTest::newRow("English plurals") << QStringLiteral("palimpsest_en.ts")
                                     << QStringList(QStringLiteral("-pluralonly"));
}

void TranslationFilesTest::everyTextIsTranslated() {
    QFETCH(QString, name);
    QFETCH(QStringList, flags);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(name);
    QVERIFY(QFile::copy(translationFile(qPrintable(name)), copy));
    runProgram(PALIMPSEST_LUPDATE, QStringList{QStringLiteral("-silent"), QStringLiteral("-locations"),
                                               QStringLiteral("none"), QStringLiteral("-no-obsolete"),
                                               QStringLiteral("-I"), QStringLiteral(PALIMPSEST_SOURCE_DIR)} +
                                       flags +
                                       QStringList{QStringLiteral(PALIMPSEST_SOURCE_DIR "/ui"),
                                                   QStringLiteral(PALIMPSEST_SOURCE_DIR "/app/gui"), texts_.path(),
                                                   QStringLiteral("-ts"), copy});
    const auto texts = translatedTexts(copy);
    QVERIFY(texts.size() > 3);
    QSet<QString> used;
    for (const TranslatedText& text : texts) {
        QVERIFY2(text.isTranslated(), qPrintable(QStringLiteral("not translated: ") + text.key()));
        for (const QString& translation : text.translations) {
            QVERIFY2(!translation.trimmed().isEmpty(), qPrintable(text.key()));
        }
        used.insert(text.key());
    }
    for (const TranslatedText& text : translatedTexts(translationFile(qPrintable(name)))) {
        QVERIFY2(used.contains(text.key()), qPrintable(QStringLiteral("no longer used: ") + text.key()));
    }
}

void TranslationFilesTest::placesAreKept() {
    for (const TranslatedText& text : translatedTexts(translationFile("palimpsest_de.ts"))) {
        for (const QString& translation : text.translations) {
            QVERIFY2(placesOf(translation) == placesOf(text.source), qPrintable(text.key()));
            const bool endsAlike = text.source.endsWith(QChar(u'…')) == translation.endsWith(QChar(u'…'));
            QVERIFY2(endsAlike, qPrintable(text.key()));
        }
    }
}

QTEST_GUILESS_MAIN(TranslationFilesTest)
#include "translation_files_test.moc"
