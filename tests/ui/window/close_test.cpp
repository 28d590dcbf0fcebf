// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"
#include "ui/session/recovery/recovery.h"

#include <QDir>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>

using namespace palimpsest;
using namespace palimpsest::ui;
using namespace std::chrono_literals;

namespace {

/// Presses the button with the role in the message box that opens next.
void answer(QMessageBox::ButtonRole role, int* asked) {
    whenDialogOpens([=](QDialog* dialog) {
        auto* box = qobject_cast<QMessageBox*>(dialog);
        ++*asked;
        for (auto* button : box->buttons()) {
            if (box->buttonRole(button) == role) {
                button->click();
                return;
            }
        }
    });
}

int sessionFolders(const WindowFixture& fixture) {
    return static_cast<int>(
        QDir(fixture.folder.filePath(QStringLiteral("recovery"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
}

} // namespace

class CloseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closesWithoutAQuestionWhenNothingIsLost();
    void asksWhenSomethingIsLost();
    void discardDeletes();
    void keepIsOfferedAtTheNextStart();
    void aSavedResultIsNoLoss();
    void closingARunStopsIt();
    void recoveredWorkCanBeDeleted();
    void laterKeepsEverything();
};

void CloseTest::closesWithoutAQuestionWhenNothingIsLost() {
    WindowFixture fixture;
    fixture.openPicture();
    QVERIFY(fixture.window->close());
    QCOMPARE(sessionFolders(fixture), 0);
}

void CloseTest::asksWhenSomethingIsLost() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.paint();
    int asked = 0;
    answer(QMessageBox::RejectRole, &asked);
    QVERIFY(!fixture.window->close());
    QCOMPARE(asked, 1);
    QVERIFY(fixture.window->isVisible());
    QVERIFY(!fixture.document().maskBounds().isEmpty());
    answer(QMessageBox::RejectRole, &asked);
    QVERIFY(!fixture.window->files().open(fixture.picturePath())); // opening another picture asks too
    QCOMPARE(asked, 2);
}

void CloseTest::discardDeletes() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.paint();
    int asked = 0;
    answer(QMessageBox::DestructiveRole, &asked);
    QVERIFY(fixture.window->close());
    QCOMPARE(asked, 1);
    QCOMPARE(sessionFolders(fixture), 0);
}

void CloseTest::keepIsOfferedAtTheNextStart() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.paint();
    fixture.run();
    QVERIFY(fixture.waitForRun());
    const Mask mask = fixture.document().mask();
    int asked = 0;
    answer(QMessageBox::YesRole, &asked);
    QVERIFY(fixture.window->close());
    QCOMPARE(asked, 1);
    whenDialogOpens([](QDialog* dialog) {
        QCOMPARE(dialog->findChild<QListWidget*>(QStringLiteral("sessions"))->count(), 1);
        dialog->findChild<QPushButton*>(QStringLiteral("recover"))->click();
    });
    fixture.open(true);
    QTRY_VERIFY(!fixture.document().isEmpty());
    QVERIFY(std::ranges::equal(fixture.document().mask().values(), mask.values()));
    QCOMPARE(fixture.window->session().variants().variants().size(), std::size_t(1));
    QVERIFY(fixture.window->isWindowModified());
}

void CloseTest::aSavedResultIsNoLoss() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.paint();
    fixture.run();
    QVERIFY(fixture.waitForRun());
    QVERIFY(fixture.window->files().saveTo(fixture.folder.filePath(QStringLiteral("out.png"))));
    QVERIFY(fixture.window->close());
}

void CloseTest::closingARunStopsIt() {
    WindowFixture fixture({.steps = 100000, .stepTime = 1ms});
    fixture.openPicture();
    fixture.paint();
    fixture.document().markSaved();
    fixture.run();
    QTRY_VERIFY(fixture.window->canvas().hasPreview());
    int asked = 0;
    answer(QMessageBox::DestructiveRole, &asked);
    QVERIFY(fixture.window->close());
    QCOMPARE(asked, 1);
    QVERIFY(!fixture.window->session().jobs().isRunning());
}

void CloseTest::recoveredWorkCanBeDeleted() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.paint();
    fixture.window->session().leave();
    QCOMPARE(sessionFolders(fixture), 1);
    int asked = 0;
    whenDialogOpens([&asked](QDialog* dialog) {
        answer(QMessageBox::DestructiveRole, &asked);
        dialog->findChild<QPushButton*>(QStringLiteral("delete"))->click();
    });
    fixture.open(true);
    QTRY_COMPARE(sessionFolders(fixture), 0);
    QCOMPARE(asked, 1);
}

void CloseTest::laterKeepsEverything() {
    WindowFixture fixture;
    fixture.openPicture();
    fixture.paint();
    fixture.window->session().leave();
    bool wasAsked = false;
    whenDialogOpens([&](QDialog* dialog) {
        wasAsked = true;
        dialog->findChild<QPushButton*>(QStringLiteral("later"))->click();
    });
    fixture.open(true);
    QTRY_VERIFY(wasAsked);
    QVERIFY(fixture.document().isEmpty());
    QCOMPARE(sessionFolders(fixture), 1);
}

QTEST_MAIN(CloseTest)
#include "close_test.moc"
