// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/image_file.h"
#include "core/io/mask_file.h"
#include "ui/appearance/language.h"
#include "ui/forms/core_sentence.h"
#include "ui/forms/core_sentences.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <new>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

Error thrownBy(const std::function<void()>& work) {
    try {
        work();
    } catch (...) {
        return translateCurrentException();
    }
    return Error(ErrorCode::failed, "nothing was thrown");
}

void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class CoreSentenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void englishStaysAsItIs();
    void gapsAreFilled();
    void everyPatternTakesItself();
    void whatCoreReallySaysIsKnown();
    void statementsBeginAndEndAsSentencesDo();
};

void CoreSentenceTest::englishStaysAsItIs() {
    for (const char* text :
         {"level 2 of 14", "cannot read /a: b/c.png: it is a folder", "nobody has ever said this", ""}) {
        QCOMPARE(coreSentence(text), QString::fromLatin1(text));
    }
}

void CoreSentenceTest::gapsAreFilled() {
    Translations translations;
    translations.use(QStringLiteral("de"));
    QCOMPARE(coreSentence("level 2 of 14"), QStringLiteral("Stufe 2 von 14"));
    QCOMPARE(coreSentence("cannot read /a: b/c.png: it is a folder"),
             QStringLiteral("/a: b/c.png kann nicht gelesen werden: es ist ein Ordner"));
    QCOMPARE(coreSentence("Computing on the processor, because there is no NVIDIA driver (libcuda.so.1)."),
             QStringLiteral("Gerechnet wird auf dem Prozessor, denn es gibt keinen NVIDIA-Treiber (libcuda.so.1)."));
    QCOMPARE(coreSentence("/tmp/100%1.png is truncated"), QStringLiteral("/tmp/100%1.png ist abgeschnitten"));
    QCOMPARE(coreSentence("nobody has ever said this"), QStringLiteral("nobody has ever said this"));
}

void CoreSentenceTest::everyPatternTakesItself() {
    Translations translations;
    translations.use(QStringLiteral("de"));
    for (const char* pattern : kCoreSentences) {
        QString sentence = QString::fromUtf8(pattern);
        for (int gap = 1; gap < 4; ++gap) {
            sentence.replace(QStringLiteral("%%1").arg(gap), QStringLiteral("<%1>").arg(gap));
        }
        QVERIFY2(coreSentence(sentence.toStdString()) != sentence, pattern);
    }
}

void CoreSentenceTest::whatCoreReallySaysIsKnown() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("picture.png"));
    const std::string path = file.toStdString();
    Translations translations;
    translations.use(QStringLiteral("de"));
    const auto verifyKnown = [](const Error& error) {
        for (const std::string& sentence : {error.message(), error.hint()}) {
            QVERIFY2(sentence.empty() || coreSentence(sentence) != QString::fromStdString(sentence), sentence.c_str());
        }
    };
    verifyKnown(thrownBy([&] { readImage(path); })); // missing
    verifyKnown(thrownBy([&] { readImage(folder.path().toStdString()); }));
    for (const QByteArray& content :
         {QByteArray(), QByteArray("no picture"), QByteArray("GIF89a......"), QByteArray("\x89PNG\r\n\x1a\n")}) {
        write(file, content);
        verifyKnown(thrownBy([&] { readImage(path); }));
    }
    writeMask(path, Mask({4, 3}));
    verifyKnown(thrownBy([&] { readMask(path, {5, 3}); }));
    verifyKnown(thrownBy([&] { writeImage(folder.path().toStdString() + "/no/such.png", readImage(path)); }));
    verifyKnown(thrownBy([&] { writeImage(path + ".xyz", readImage(path)); }));
    verifyKnown(thrownBy([] { throw std::bad_alloc(); }));
    verifyKnown(thrownBy([] { throw std::runtime_error("unforeseen"); }));
}

void CoreSentenceTest::statementsBeginAndEndAsSentencesDo() {
    QCOMPARE(coreStatement("the file is empty"), QStringLiteral("The file is empty."));
    QCOMPARE(coreStatement("Done."), QStringLiteral("Done."));
    QCOMPARE(coreStatement(""), QString());
}

QTEST_GUILESS_MAIN(CoreSentenceTest)
#include "core_sentence_test.moc"
