// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"
#include "ui/session/document/clipboard_image.h"
#include "ui/window/sample_pictures.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QStatusBar>
#include <QUrl>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

Image deepWithAlpha() {
    return pictureOf<std::uint16_t>({9, 7}, 4, [](int x, int y, int c) {
        return static_cast<std::uint16_t>(c == 3 ? 65535 - x * 100 : x * 7000 + y * 11 + c);
    });
}

} // namespace

class FilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAndRemembers();
    void unreadableFilesAreExplained_data();
    void unreadableFilesAreExplained();
    void conversionsAreSaid();
    void masksGoInAndOut();
    void anAmbiguousMaskIsAskedAbout();
    void aMaskOfAnotherSizeIsRefused();
    void savesPictureRecordAndMask();
    void anUnwritableFileLeavesTheWorkUnsaved();
    void dropsOpen();
    void clipboardRoundTrip_data();
    void clipboardRoundTrip();
    void copyAndPaste();
    void samplesAreOffered();
};

void FilesTest::opensAndRemembers() {
    WindowFixture fixture;
    fixture.openPicture();
    QVERIFY(fixture.document().picture() == patternedPicture(WindowFixture::kSize));
    QVERIFY(fixture.window->windowTitle().contains(QStringLiteral("picture.png")));
    QCOMPARE(fixture.settings->settings().recentFiles.front(), fixture.picturePath().toStdString());
    auto* menu = fixture.window->findChild<QMenu*>(QStringLiteral("menu.recent"));
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 1);
    fixture.action("file.close")->trigger();
    QVERIFY(fixture.document().isEmpty());
    menu->actions().front()->trigger();
    QVERIFY(!fixture.document().isEmpty());
}

void FilesTest::unreadableFilesAreExplained_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("this is no picture");
    QTest::newRow("truncated") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
}

void FilesTest::unreadableFilesAreExplained() {
    QFETCH(QByteArray, content);
    WindowFixture fixture;
    QFile file(fixture.folder.filePath(QStringLiteral("bad.png")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    fixture.openPicture();
    QString cause;
    whenDialogOpens([&](QDialog* dialog) {
        cause = dialog->findChild<QLabel*>(QStringLiteral("cause"))->text();
        dialog->close();
    });
    QVERIFY(!fixture.window->files().open(file.fileName()));
    QTRY_VERIFY(cause.endsWith(QLatin1Char('.')) && cause.size() > 10);
    QVERIFY(fixture.document().picture() == patternedPicture(WindowFixture::kSize)); // the old picture stays
}

void FilesTest::conversionsAreSaid() {
    WindowFixture fixture;
    QVERIFY(fixture.window->files().open(QStringLiteral(PALIMPSEST_SOURCE_DIR "/tests/golden/pictures/cmyk.jpg")));
    QVERIFY(fixture.window->statusBar()->currentMessage().contains(QStringLiteral("CMYK")));
}

void FilesTest::masksGoInAndOut() {
    WindowFixture fixture;
    const Mask mask = maskOf(WindowFixture::kSize, [](int x, int y) { return (x + y) % 256; });
    const QString path = fixture.folder.filePath(QStringLiteral("mask.png"));
    writeMask(path.toStdString(), mask);
    fixture.openPicture();
    QVERIFY(fixture.window->files().importMask(path));
    QVERIFY(std::ranges::equal(fixture.document().mask().values(), mask.values()));
    fixture.action("edit.undo")->trigger();
    QVERIFY(fixture.document().maskBounds().isEmpty());
}

void FilesTest::anAmbiguousMaskIsAskedAbout() {
    WindowFixture fixture;
    const QString path = fixture.folder.filePath(QStringLiteral("mask.png"));
    const Mask marked = maskOf(WindowFixture::kSize, [](int x, int y) { return x < 12 && y < 30 ? 255 : 0; });
    writeMask(path.toStdString(), inverted(marked));
    fixture.openPicture();
    QStringList choices;
    whenDialogOpens([&](QDialog* dialog) {
        auto* question = qobject_cast<QInputDialog*>(dialog);
        choices = question->comboBoxItems();
        question->setTextValue(choices.value(1));
        question->accept();
    });
    QVERIFY(fixture.window->files().importMask(path));
    QVERIFY2(choices.size() >= 2 && choices[0].startsWith(QStringLiteral("White")) &&
                 choices[1].startsWith(QStringLiteral("Black")) && choices[1].contains(QLatin1Char('%')),
             qPrintable(choices.join(QLatin1Char('|'))));
    QVERIFY(std::ranges::equal(fixture.document().mask().values(), marked.values()));
    fixture.document().markSaved();
}

void FilesTest::aMaskOfAnotherSizeIsRefused() {
    WindowFixture fixture;
    const QString path = fixture.folder.filePath(QStringLiteral("mask.png"));
    writeMask(path.toStdString(), Mask({10, 10}, 255));
    fixture.openPicture();
    QString cause;
    whenDialogOpens([&](QDialog* dialog) {
        cause = dialog->findChild<QLabel*>(QStringLiteral("cause"))->text();
        dialog->close();
    });
    QVERIFY(!fixture.window->files().importMask(path));
    QTRY_VERIFY(cause.contains(QStringLiteral("10")) && cause.contains(QStringLiteral("120")));
}

void FilesTest::savesPictureRecordAndMask() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.paint();
    fixture.run();
    QVERIFY(fixture.waitForRun());
    QVERIFY(fixture.window->isWindowModified());
    const QString path = fixture.folder.filePath(QStringLiteral("out.png"));
    QVERIFY(fixture.window->files().saveTo(path));
    QVERIFY(!fixture.window->isWindowModified());
    QVERIFY(readImage(path.toStdString()) == fixture.document().result());
    QVERIFY(QFile::exists(path + QStringLiteral(".json")));
    QVERIFY(QFile::exists(path + QStringLiteral(".mask.png")));
    QVERIFY(fixture.window->session().variants().variants()[0].isSaved);
    fixture.action("select.invert")->trigger();
    QVERIFY(fixture.window->isWindowModified());
    QVERIFY(fixture.window->files().save()); // to the same file, without a question
    QVERIFY(readImage(fixture.picturePath().toStdString()) == patternedPicture(WindowFixture::kSize));
}

void FilesTest::anUnwritableFileLeavesTheWorkUnsaved() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.paint();
    bool wasShown = false;
    whenDialogOpens([&](QDialog* dialog) {
        wasShown = true;
        dialog->close();
    });
    QVERIFY(!fixture.window->files().saveTo(fixture.folder.filePath(QStringLiteral("no/such/folder/out.png"))));
    QTRY_VERIFY(wasShown);
    QVERIFY(fixture.window->session().isUnsaved());
}

void FilesTest::dropsOpen() {
    WindowFixture fixture;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(fixture.picturePath())});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(fixture.window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(fixture.window.get(), &drop);
    QVERIFY(fixture.document().picture() == patternedPicture(WindowFixture::kSize));
    QMimeData text;
    text.setText(QStringLiteral("text"));
    QVERIFY(!FileController::canTake(text));
}

void FilesTest::clipboardRoundTrip_data() {
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < 4; ++kind) {
        QTest::addRow("%d", kind) << kind;
    }
}

void FilesTest::clipboardRoundTrip() {
    QFETCH(int, kind);
    const Image image = kind == 0   ? patternedPicture({31, 5})
                        : kind == 1 ? directReconstruction({5, 3}, 77, 1)
                        : kind == 2 ? directReconstruction({5, 3}, 77, 4)
                                    : deepWithAlpha();
    QVERIFY(fromClipboard(toClipboard(image)) == image);
}

void FilesTest::copyAndPaste() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.action("edit.copy")->trigger();
    fixture.action("file.close")->trigger();
    fixture.action("edit.paste")->trigger();
    QVERIFY(fixture.document().picture() == patternedPicture(WindowFixture::kSize));
    QVERIFY(fixture.window->session().picturePath().empty());
    QVERIFY(fixture.window->session().isUnsaved());
}

void FilesTest::samplesAreOffered() {
    const auto samples = samplePictures(QStringLiteral(PALIMPSEST_SOURCE_DIR "/resources/samples"));
    QVERIFY(samples.size() >= 3);
    WindowFixture fixture;
    auto* menu = fixture.window->findChild<QMenu*>(QStringLiteral("menu.samples"));
    Q_EMIT menu->aboutToShow();
    QCOMPARE(static_cast<std::size_t>(menu->actions().size()), samples.size());
    menu->actions().front()->trigger();
    QVERIFY(!fixture.document().isEmpty());
    QVERIFY(!fixture.document().maskBounds().isEmpty());
    QVERIFY(!fixture.window->session().isUnsaved());
}

QTEST_MAIN(FilesTest)
#include "files_test.moc"
