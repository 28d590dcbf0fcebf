// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/image_file.h"
#include "core/io/mask_file.h"
#include "ui/appearance/language.h"
#include "ui/forms/core_message.h"

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

class CoreMessageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void englishStaysAsItIs();
    void gapsAreFilled();
    void argumentsStayAsTheyAre();
    void gapsMayChangePlaces();
    void whatCoreReallySaysIsKnown();
    void statementsBeginAndEndAsSentencesDo();
};

void CoreMessageTest::englishStaysAsItIs() {
    QCOMPARE(coreText(Message("level %1 of %2", 2, 14)), QStringLiteral("level 2 of 14"));
    QCOMPARE(coreText(Message("cannot read %1: %2", "/a: b/c.png", Message("it is a folder"))),
             QStringLiteral("cannot read /a: b/c.png: it is a folder"));
    QCOMPARE(coreText("nobody has ever said this"), QStringLiteral("nobody has ever said this"));
    QCOMPARE(coreText(Message()), QString());
}

void CoreMessageTest::gapsAreFilled() {
    Translations translations;
    translations.use(QStringLiteral("de"));
    QCOMPARE(coreText(Message("level %1 of %2", 2, 14)), QStringLiteral("Stufe 2 von 14"));
    QCOMPARE(coreText(Message("cannot read %1: %2", "/a: b/c.png", Message("it is a folder"))),
             QStringLiteral("/a: b/c.png kann nicht gelesen werden: es ist ein Ordner"));
    QCOMPARE(coreText(Message("cannot read %1: %2", "a.png", Message::verbatim("Permission denied"))),
             QStringLiteral("a.png kann nicht gelesen werden: keine Berechtigung"));
    QCOMPARE(coreText("nobody has ever said this"), QStringLiteral("nobody has ever said this"));
}

void CoreMessageTest::argumentsStayAsTheyAre() {
    Translations translations;
    translations.use(QStringLiteral("de"));
    QCOMPARE(coreText(Message("%1 is truncated", "/tmp/100%1.png")),
             QStringLiteral("/tmp/100%1.png ist abgeschnitten"));
    QCOMPARE(coreText(Message("%1 is truncated", "it is a folder")),
             QStringLiteral("it is a folder ist abgeschnitten"));
    QCOMPARE(coreText(Message("level %1 of %2", 0.25, 14)), QStringLiteral("Stufe 0.25 von 14"));
}

void CoreMessageTest::gapsMayChangePlaces() {
    const Message swapped(std::string("%2 before %1, 100 %"), {{"a%2", {}}, {"b%1", {}}});
    QCOMPARE(coreText(swapped), QStringLiteral("b%1 before a%2, 100 %"));
    QCOMPARE(coreText(Message(std::string("%1 and %3"), {{"a", {}}})), QStringLiteral("a and %3"));
}

void CoreMessageTest::whatCoreReallySaysIsKnown() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("picture.png"));
    const std::string path = file.toStdString();
    Translations translations;
    translations.use(QStringLiteral("de"));
    const auto verifyKnown = [](const Error& error) {
        for (const Message& message : {error.message(), error.hint()}) {
            QVERIFY2(message.isEmpty() || coreText(message) != QString::fromStdString(message.text()),
                     message.text().c_str());
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

void CoreMessageTest::statementsBeginAndEndAsSentencesDo() {
    QCOMPARE(coreStatement("the file is empty"), QStringLiteral("The file is empty."));
    QCOMPARE(coreStatement("Done."), QStringLiteral("Done."));
    QCOMPARE(coreStatement(Message()), QString());
}

QTEST_GUILESS_MAIN(CoreMessageTest)
#include "core_message_test.moc"
