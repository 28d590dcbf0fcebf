// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/action_table.h"
#include "ui/actions/shortcut_map.h"

#include <QSet>
#include <QTest>

using namespace palimpsest::ui;

class ShortcutMapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreUniqueAndReadable();
    void defaultsFollowTheProposal_data();
    void defaultsFollowTheProposal();
    void changesSurviveARoundTrip();
    void unknownAndUnreadableChangesAreIgnored();
    void conflictNamesTheOtherAction();
    void aKeyThatBeginsAnotherIsAConflict();
    void resetForgetsChanges();
};

void ShortcutMapTest::defaultsAreUniqueAndReadable() {
    const ShortcutMap map;
    QSet<QString> ids;
    QSet<QString> used;
    for (const ActionRow& row : actionTable()) {
        const QString id = QString::fromLatin1(row.id);
        QVERIFY2(!ids.contains(id), row.id);
        ids.insert(id);
        const auto keys = map.keys(id);
        const auto wanted = QString::fromLatin1(row.shortcuts).split(QStringLiteral(", "), Qt::SkipEmptyParts);
        QVERIFY2(keys.size() == wanted.size(), row.id);
        for (const QKeySequence& key : keys) {
            QVERIFY2(!used.contains(key.toString()), row.id);
            used.insert(key.toString());
            QVERIFY2(map.conflict(id, key).isEmpty(), row.id);
        }
    }
    QVERIFY(used.size() > 50);
}

void ShortcutMapTest::defaultsFollowTheProposal_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("keys");
    const auto row = [](const char* id, const QStringList& keys) {
        QTest::newRow(id) << QString::fromLatin1(id) << keys;
    };
    row("brush.smaller", {"["});
    row("brush.larger", {"]"});
    row("tool.brush", {"B"});
    row("tool.eraser", {"E"});
    row("brush.swap", {"X"});
    row("brush.reset", {"D"});
    row("view.fit", {"Ctrl+0"});
    row("view.100", {"Ctrl+1", "1"});
    row("view.200", {"Ctrl+2", "2"});
    row("view.400", {"Ctrl+3", "3"});
    row("view.800", {"Ctrl+4", "4"});
    row("edit.undo", {"Ctrl+Z"});
    row("edit.redo", {"Ctrl+Shift+Z", "Ctrl+Y"});
    row("restore.run", {"Ctrl+Return", "Ctrl+Enter"});
    row("restore.cancel", {"Esc"});
    row("view.before", {"\\"});
    row("select.all", {"Ctrl+A"});
    row("select.none", {"Ctrl+Shift+A"});
    row("select.invert", {"Ctrl+Shift+I"});
    row("select.feather", {"Shift+F6"});
    row("view.mask", {"Ctrl+H"});
    row("view.quick-mask", {"Shift+Q"});
    row("view.full-screen", {"F11"});
    row("help.start", {"F1"});
    row("edit.shortcuts", {"Ctrl+/"});
}

void ShortcutMapTest::defaultsFollowTheProposal() {
    QFETCH(QString, id);
    QFETCH(QStringList, keys);
    QStringList found;
    for (const QKeySequence& key : ShortcutMap().keys(id)) {
        found.append(key.toString(QKeySequence::PortableText));
    }
    QCOMPARE(found, keys);
}

void ShortcutMapTest::changesSurviveARoundTrip() {
    ShortcutMap map;
    map.setKeys(QStringLiteral("tool.brush"),
                {QKeySequence(QStringLiteral("Ctrl+B")), QKeySequence(QStringLiteral(","))});
    map.setKeys(QStringLiteral("variant.previous"), {});
    const auto changes = map.changes();
    QCOMPARE(changes.size(), std::size_t(2));
    QCOMPARE(changes.at("tool.brush"), std::string("Ctrl+B, ,"));
    QVERIFY(ShortcutMap(changes) == map);
    QVERIFY(!(ShortcutMap(changes) == ShortcutMap()));
}

void ShortcutMapTest::unknownAndUnreadableChangesAreIgnored() {
    const ShortcutMap map({{"no.such", "Ctrl+B"}, {"tool.brush", "Ctrl+Nonsense"}});
    QVERIFY(map == ShortcutMap());
}

void ShortcutMapTest::conflictNamesTheOtherAction() {
    const ShortcutMap map;
    QCOMPARE(map.conflict(QStringLiteral("tool.brush"), QKeySequence(QStringLiteral("Ctrl+S"))),
             QStringLiteral("file.save"));
    QCOMPARE(map.conflict(QStringLiteral("file.save"), QKeySequence(QStringLiteral("Ctrl+S"))), QString());
    QCOMPARE(map.conflict(QStringLiteral("tool.brush"), QKeySequence(QStringLiteral("Ctrl+F12"))), QString());
}

void ShortcutMapTest::aKeyThatBeginsAnotherIsAConflict() {
    ShortcutMap map;
    map.setKeys(QStringLiteral("tool.brush"), {QKeySequence(QStringLiteral("Ctrl+F12, B"))});
    QCOMPARE(map.conflict(QStringLiteral("tool.eraser"), QKeySequence(QStringLiteral("Ctrl+F12"))),
             QStringLiteral("tool.brush"));
}

void ShortcutMapTest::resetForgetsChanges() {
    ShortcutMap map;
    map.setKeys(QStringLiteral("tool.brush"), {});
    map.setKeys(QStringLiteral("tool.eraser"), {});
    map.reset(QStringLiteral("tool.brush"));
    QCOMPARE(map.keys(QStringLiteral("tool.brush")), map.defaultKeys(QStringLiteral("tool.brush")));
    QVERIFY(map.keys(QStringLiteral("tool.eraser")).isEmpty());
    map.resetAll();
    QVERIFY(map.changes().empty());
}

QTEST_GUILESS_MAIN(ShortcutMapTest)
#include "shortcut_map_test.moc"
