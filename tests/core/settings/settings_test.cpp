// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/settings/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace palimpsest;

namespace {

Settings everythingChanged() {
    Settings settings;
    settings.theme = "dark";
    settings.language = "de";
    settings.recentFiles = {"/a/b.png", "/c.jpg"};
    settings.lastFolder = "/a";
    settings.undoByteBudget = std::int64_t{5} << 30;
    settings.recovery = false;
    settings.previewFramesPerSecond = 25;
    settings.showsAdvanced = true;
    settings.brushSize = 12.5;
    settings.brushHardness = 0.25;
    settings.maskColour = "#00FFcc";
    settings.device = "cuda:1";
    settings.threads = 3;
    settings.proxy = "http://proxy.example:8080";
    settings.restoreSpec = "{\"method\": \"mcg\"}";
    settings.shortcuts = {{"file.open", "Ctrl+O, Ctrl+L"}, {"tool.brush", ""}};
    settings.windowGeometry = "AdnQywAD";
    settings.windowState = "AAAA/w==";
    return settings;
}

} // namespace

class SettingsTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;

    std::string written(const QByteArray& text) const {
        QFile file(folder_.filePath("settings.json"));
        [[maybe_unused]] const bool isOpen = file.open(QIODevice::WriteOnly | QIODevice::Truncate);
        file.write(text);
        return file.fileName().toStdString();
    }

private Q_SLOTS:
    void everyValueTravels() {
        const std::string path = folder_.filePath("new/folder/settings.json").toStdString();
        saveSettings(path, everythingChanged());
        const LoadedSettings loaded = loadSettings(path);
        QVERIFY(loaded.settings == everythingChanged());
        QVERIFY(loaded.problems.empty());
        const Json json = toJson(everythingChanged());
        const Json defaults = toJson(Settings{});
        QCOMPARE(json.at("version").get<int>(), Settings::kVersion);
        for (const auto& [name, value] : json.items()) {
            QVERIFY2(name == "version" || value != defaults.at(name), name.c_str()); // this test forgot none
        }
    }

    void withoutAFileTheDefaultsHold() {
        const LoadedSettings loaded = loadSettings(folder_.filePath("missing.json").toStdString());
        QVERIFY(loaded.settings == Settings{});
        QVERIFY(loaded.problems.empty());
    }

    void wrongValuesAreReplacedSingly() {
        const LoadedSettings loaded = loadSettings(written(
            QByteArray(
                "{ "
                "'version': 7, 'theme': 'pink', 'language': 5, 'recentFiles': ['/a', 3], 'undoByteBudget': -1, "
                "'recovery': 1, "
                "'previewFramesPerSecond': 12.5, 'brushSize': 'big', 'brushHardness': 2, 'maskColour': '#12345g', "
                "'threads': 99999999999999, 'shortcuts': {'file.open': 1}, 'device': null, 'fromTheFuture': true, "
                "'lastFolder': '/kept', 'showsAdvanced': true}")
                .replace('\'', '"')));
        Settings expected;
        expected.lastFolder = "/kept";
        expected.showsAdvanced = true;
        QVERIFY(loaded.settings == expected);
        QCOMPARE(loaded.problems.size(), 13u);
        QVERIFY(loaded.problems.back().text().find("fromTheFuture") != std::string::npos);
    }

    void wholeNumbersServeAsReals() { QCOMPARE(settingsFromJson(Json{{"brushSize", 7}}).settings.brushSize, 7.0); }

    void aBrokenFileIsSetAside() {
        const std::string path = written("{\"theme\": ");
        const LoadedSettings loaded = loadSettings(path);
        QVERIFY(loaded.settings == Settings{});
        QCOMPARE(loaded.problems.size(), 1u);
        QVERIFY(!QFile::exists(QString::fromStdString(path)));
        QVERIFY(QFile::exists(QString::fromStdString(path + ".broken")));
        QVERIFY(loadSettings(written("[1, 2]")).settings == Settings{});
        QVERIFY(loadSettings(folder_.path().toStdString()).settings == Settings{});
        QVERIFY(QDir(folder_.path()).exists());
    }

    void namesThatAreNoUtf8DoNotStopSaving() {
        Settings settings;
        settings.recentFiles = {"/caf\xe9.png"};
        const std::string path = folder_.filePath("latin.json").toStdString();
        saveSettings(path, settings);
        QCOMPARE(loadSettings(path).settings.recentFiles.size(), 1u);
    }

    void recentFilesAreFewAndDifferent() {
        Settings settings;
        for (int i = 0; i < 30; ++i) {
            rememberFile(settings, "/" + std::to_string(i));
        }
        QCOMPARE(settings.recentFiles.size(), Settings::kMostRecentFiles);
        rememberFile(settings, "/25");
        QCOMPARE(settings.recentFiles.size(), Settings::kMostRecentFiles);
        QCOMPARE(settings.recentFiles.front(), std::string("/25"));
        QCOMPARE(std::count(settings.recentFiles.begin(), settings.recentFiles.end(), "/25"), 1);
    }

    void anUnwritableFolderIsSaid() {
        QVERIFY_THROWS_EXCEPTION(Error, saveSettings("/proc/palimpsest/settings.json", Settings{}));
    }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
