// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"
#include "ui/appearance/language.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

/// Texts that are alike in both languages.
bool mayStayEnglish(const QString& text) {
    static const QStringList alike = {QStringLiteral("&Lasso"), QStringLiteral("P&olygon"), QStringLiteral("&100 %"),
                                      QStringLiteral("&200 %"), QStringLiteral("&400 %"),   QStringLiteral("&800 %")};
    return alike.contains(text);
}

QString mnemonicsTwice(const QList<QAction*>& actions) {
    QStringList seen;
    for (const QAction* action : actions) {
        const auto place = action->text().indexOf(QLatin1Char('&'));
        const QString letter = place < 0 ? QString() : action->text().mid(place + 1, 1).toLower();
        if (!letter.isEmpty() && seen.contains(letter)) {
            return action->text();
        }
        seen.append(letter);
    }
    return {};
}

void verifyMnemonics(const WindowFixture& fixture) {
    for (const auto* menu : fixture.window->findChildren<QMenu*>()) {
        const QString twice = mnemonicsTwice(menu->actions());
        QVERIFY2(twice.isEmpty(), qPrintable(menu->title() + QStringLiteral(": ") + twice));
    }
    const QString twice = mnemonicsTwice(fixture.window->menuBar()->actions());
    QVERIFY2(twice.isEmpty(), qPrintable(twice));
}

} // namespace

class GermanWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyActionIsTranslated();
    void theWindowFollowsTheLanguage();
    void menuLettersAreUnique();
    void pluralsAreRight();
    void theSystemsLanguageIsTheDefault();
};

void GermanWindowTest::everyActionIsTranslated() {
    Translations translations;
    translations.use(QStringLiteral("de"));
    WindowFixture fixture;
    for (const ActionRow& row : actionTable()) {
        const QString english = QString::fromUtf8(row.text);
        QVERIFY2(fixture.action(row.id)->text() != english || mayStayEnglish(english), row.id);
        QVERIFY2(!fixture.action(row.id)->toolTip().startsWith(QString::fromUtf8(row.tip)), row.id);
    }
}

void GermanWindowTest::theWindowFollowsTheLanguage() {
    Translations translations;
    translations.use(QStringLiteral("en"));
    WindowFixture fixture;
    auto* dock = fixture.window->findChild<QDockWidget*>(QStringLiteral("dock.tools"));
    auto* button = fixture.window->findChild<QPushButton*>(QStringLiteral("run"));
    QCOMPARE(dock->windowTitle(), QStringLiteral("Tools"));
    translations.use(QStringLiteral("de"));
    QCoreApplication::processEvents();
    QCOMPARE(dock->windowTitle(), QStringLiteral("Werkzeuge"));
    QCOMPARE(button->text(), QStringLiteral("Restaurieren"));
    QCOMPARE(fixture.action("file.open")->text(), QStringLiteral("Ö&ffnen …"));
    QCOMPARE(fixture.window->findChild<QLabel*>(QStringLiteral("state"))->text(), QStringLiteral("Bereit"));
    QVERIFY(!fixture.window->findChild<QLabel*>(QStringLiteral("runNote"))->text().contains(QStringLiteral("picture")));
    translations.use(QStringLiteral("en"));
    QCoreApplication::processEvents();
    QCOMPARE(dock->windowTitle(), QStringLiteral("Tools"));
}

void GermanWindowTest::menuLettersAreUnique() {
    Translations translations;
    for (const Language& language : languages()) {
        translations.use(QString::fromLatin1(language.code));
        verifyMnemonics(WindowFixture());
    }
}

void GermanWindowTest::pluralsAreRight() {
    Translations translations;
    const auto restore = [](int count) {
        return QCoreApplication::translate("palimpsest::ui::RunPanel", "Restore %n variant(s)", nullptr, count);
    };
    translations.use(QStringLiteral("en"));
    QCOMPARE(restore(1), QStringLiteral("Restore 1 variant"));
    QCOMPARE(restore(3), QStringLiteral("Restore 3 variants"));
    translations.use(QStringLiteral("de"));
    QCOMPARE(restore(1), QStringLiteral("1 Variante restaurieren"));
    QCOMPARE(restore(3), QStringLiteral("3 Varianten restaurieren"));
}

void GermanWindowTest::theSystemsLanguageIsTheDefault() {
    QCOMPARE(languageFor(QStringLiteral("de")), QStringLiteral("de"));
    QCOMPARE(languageFor(QStringLiteral("xx")), languageFor({}));
    QVERIFY(languageFor({}) == QStringLiteral("en") || languageFor({}) == QStringLiteral("de"));
}

QTEST_MAIN(GermanWindowTest)
#include "german_window_test.moc"
