// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/settings_keeper.h"
#include "ui/session/spec_text.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace palimpsest;
using namespace palimpsest::ui;

class SettingsKeeperTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesAreSavedByThemselves();
    void theEndSaves();
    void nothingNewIsNoNews();
    void anUnwritableFileIsTold();
    void specsSurviveARoundTrip();
};

void SettingsKeeperTest::changesAreSavedByThemselves() {
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("config/settings.json")).toStdString();
    SettingsKeeper keeper(Settings(), path);
    keeper.change([](Settings& settings) { settings.language = "de"; });
    QTRY_COMPARE(loadSettings(path).settings.language, std::string("de"));
    keeper.change([](Settings& settings) { settings.language = "en"; });
    QTRY_COMPARE(loadSettings(path).settings.language, std::string("en"));
}

void SettingsKeeperTest::theEndSaves() {
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("settings.json")).toStdString();
    {
        SettingsKeeper keeper(Settings(), path);
        keeper.change([](Settings& settings) { settings.brushSize = 77; });
    }
    QCOMPARE(loadSettings(path).settings.brushSize, 77.0);
}

void SettingsKeeperTest::nothingNewIsNoNews() {
    SettingsKeeper keeper(Settings(), {});
    QSignalSpy spy(&keeper, &SettingsKeeper::changed);
    keeper.change([](Settings& settings) { settings.theme = "system"; });
    QCOMPARE(spy.count(), 0);
    keeper.change([](Settings& settings) { settings.theme = "dark"; });
    QCOMPARE(spy.count(), 1);
}

void SettingsKeeperTest::anUnwritableFileIsTold() {
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    SettingsKeeper keeper(Settings(), file.fileName().toStdString() + "/settings.json");
    QSignalSpy spy(&keeper, &SettingsKeeper::saveFailed);
    keeper.change([](Settings& settings) { settings.theme = "dark"; });
    keeper.flush();
    QCOMPARE(spy.count(), 1);
    QCOMPARE(keeper.settings().theme, std::string("dark"));
}

void SettingsKeeperTest::specsSurviveARoundTrip() {
    RestoreSpec spec;
    spec.method = "dps";
    spec.seed = 9007199254740991ULL;
    spec.parameters["guidance.scale"] = 1.5;
    spec.taskParameters["grow"] = std::int64_t{12};
    QVERIFY(specFromText(specText(spec)) == spec);
    QVERIFY(specFromText("") == RestoreSpec());
    QVERIFY(specFromText("{\"no-such-field\": 1}") == RestoreSpec());
    QVERIFY(specFromText("no JSON") == RestoreSpec());
}

QTEST_GUILESS_MAIN(SettingsKeeperTest)
#include "settings_keeper_test.moc"
