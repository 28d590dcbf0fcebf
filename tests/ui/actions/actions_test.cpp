// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "ui/actions/actions.h"
#include "ui/actions/hold_keys.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace palimpsest;
using namespace palimpsest::ui;

class ActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRowHasTextsAndAnAction();
    void needsEnable();
    void toolTipsNameTheKeys();
    void aHeldKeyIsOnUntilItIsReleased();
    void typingDoesNotHold();
    void anotherKeyCanBeHeld();
};

void ActionsTest::everyRowHasTextsAndAnAction() {
    const Actions actions(nullptr);
    for (const ActionRow& row : actionTable()) {
        QAction* action = actions.at(QString::fromLatin1(row.id));
        QVERIFY2(!action->text().isEmpty(), row.id);
        QVERIFY2(action->toolTip().startsWith(QString::fromUtf8(row.tip)), row.id);
        QVERIFY2(!action->statusTip().isEmpty(), row.id);
        QVERIFY2(!action->toolTip().endsWith(QLatin1Char('.')), row.id);
        QCOMPARE(action->isCheckable(), row.kind == ActionKind::toggle);
    }
    QVERIFY_EXCEPTION_THROWN(actions.at(QStringLiteral("no.such")), Bug);
}

void ActionsTest::needsEnable() {
    Actions actions(nullptr);
    QAction* run = actions.at(QStringLiteral("restore.run"));
    QVERIFY(!run->isEnabled());
    QVERIFY(actions.at(QStringLiteral("file.open"))->isEnabled());
    actions.setAvailable(needPicture | needInput);
    QVERIFY(!run->isEnabled());
    actions.setAvailable(needPicture | needInput | needEngine);
    QVERIFY(run->isEnabled());
}

void ActionsTest::toolTipsNameTheKeys() {
    Actions actions(nullptr);
    ShortcutMap map;
    map.setKeys(QStringLiteral("file.open"), {QKeySequence(QStringLiteral("F7"))});
    actions.setShortcuts(map);
    QVERIFY(actions.at(QStringLiteral("file.open"))->toolTip().endsWith(QStringLiteral("(F7)")));
    QCOMPARE(actions.at(QStringLiteral("file.open"))->shortcut(), QKeySequence(QStringLiteral("F7")));
    QVERIFY(actions.at(QStringLiteral("view.before"))->shortcut().isEmpty());
    QVERIFY(actions.at(QStringLiteral("view.before"))->toolTip().contains(QLatin1Char('\\')));
}

/// A window with a line of text and a plain part, and the keys watched.
struct Desk {
    Actions actions{nullptr};
    HoldKeys keys{&actions};
    QSignalSpy spy{&keys, &HoldKeys::held};
    QWidget window;
    QWidget* plain = new QWidget(&window);
    QLineEdit* line = new QLineEdit(&window);

    Desk() {
        plain->setFocusPolicy(Qt::StrongFocus);
        auto* layout = new QVBoxLayout(&window);
        layout->addWidget(plain);
        layout->addWidget(line);
        actions.setAvailable(needPicture);
        window.show();
    }
};

void ActionsTest::aHeldKeyIsOnUntilItIsReleased() {
    Desk desk;
    QTest::keyPress(desk.plain, Qt::Key_Backslash);
    QTest::keyPress(desk.plain, Qt::Key_Backslash); // a repeat
    QCOMPARE(desk.spy.count(), 1);
    QCOMPARE(desk.spy.at(0), QVariantList({QStringLiteral("view.before"), true}));
    QTest::keyRelease(desk.plain, Qt::Key_Backslash);
    QCOMPARE(desk.spy.count(), 2);
    QCOMPARE(desk.spy.at(1), QVariantList({QStringLiteral("view.before"), false}));
}

void ActionsTest::typingDoesNotHold() {
    Desk desk;
    QTest::keyClick(desk.line, Qt::Key_Backslash);
    QCOMPARE(desk.spy.count(), 0);
    desk.actions.setAvailable(needNothing);
    QTest::keyClick(desk.plain, Qt::Key_Backslash);
    QCOMPARE(desk.spy.count(), 0);
}

void ActionsTest::anotherKeyCanBeHeld() {
    Desk desk;
    ShortcutMap map;
    map.setKeys(QStringLiteral("view.before"), {QKeySequence(QStringLiteral("Ctrl+J"))});
    desk.actions.setShortcuts(map);
    QTest::keyClick(desk.plain, Qt::Key_Backslash);
    QCOMPARE(desk.spy.count(), 0);
    QTest::keyClick(desk.plain, Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(desk.spy.count(), 2);
}

QTEST_MAIN(ActionsTest)
#include "actions_test.moc"
