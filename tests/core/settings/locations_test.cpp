// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/settings/locations.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace palimpsest;

namespace {

Surroundings with(std::map<std::string, std::string> variables) {
    return {[variables](const std::string& name) {
                const auto found = variables.find(name);
                return found == variables.end() ? std::string() : found->second;
            },
            "/people/ada", "/usr/bin", "/nowhere"};
}

} // namespace

class LocationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultsFollowXdg() {
        const Locations found = locationsIn(with({}));
        QCOMPARE(found.data, std::string("/people/ada/.local/share/palimpsest"));
        QCOMPARE(found.config, std::string("/people/ada/.config/palimpsest"));
        QCOMPARE(found.cache, std::string("/people/ada/.cache/palimpsest"));
        QCOMPARE(found.state, std::string("/people/ada/.local/state/palimpsest"));
        QCOMPARE(found.recovery, found.data + "/recovery");
        QCOMPARE(found.userPriors, found.data + "/priors");
        QCOMPARE(found.settingsFile(), std::string("/people/ada/.config/palimpsest/settings.json"));
        QCOMPARE(found.resources, std::string("/usr/share/palimpsest"));
    }

    void xdgVariablesCountIfAbsolute() {
        const Locations found =
            locationsIn(with({{"XDG_DATA_HOME", "/data"}, {"XDG_CONFIG_HOME", "relative"}, {"XDG_CACHE_HOME", "/c/"}}));
        QCOMPARE(found.data, std::string("/data/palimpsest"));
        QCOMPARE(found.config, std::string("/people/ada/.config/palimpsest"));
        QCOMPARE(found.cache, std::string("/c/palimpsest"));
    }

    void ownVariablesMoveEverythingThatIsWritten() {
        const Locations found = locationsIn(with(
            {{"PALIMPSEST_DATA", "/stick/data/"}, {"PALIMPSEST_CONFIG", "/stick/config"}, {"XDG_DATA_HOME", "/data"}}));
        QCOMPARE(found.data, std::string("/stick/data"));
        QCOMPARE(found.cache, std::string("/stick/data/cache"));
        QCOMPARE(found.state, std::string("/stick/data/state"));
        QCOMPARE(found.recovery, std::string("/stick/data/recovery"));
        QCOMPARE(found.settingsFile(), std::string("/stick/config/settings.json"));
        QVERIFY(QDir::isAbsolutePath(QString::fromStdString(locationsIn(with({{"PALIMPSEST_DATA", "here"}})).data)));
    }

    void resourcesComeFromTheInstallationThenFromTheSource() {
        QTemporaryDir root;
        QDir(root.path()).mkpath("bin");
        QDir(root.path()).mkpath("source/resources");
        Surroundings surroundings = with({});
        surroundings.executableFolder = root.filePath("bin").toStdString();
        surroundings.sourceTree = root.filePath("source").toStdString();
        QCOMPARE(locationsIn(surroundings).resources, root.filePath("source/resources").toStdString());
        QDir(root.path()).mkpath("share/palimpsest");
        QCOMPARE(locationsIn(surroundings).resources, root.filePath("share/palimpsest").toStdString());
    }

    void thisBuildFindsItsResources() {
        const Locations found = locations();
        QVERIFY(QFileInfo(QString::fromStdString(found.resources)).isDir());
        QVERIFY(QFileInfo(QString::fromStdString(found.samplePictures)).isDir());
    }

    void foldersAreMadeForThisUserAlone() {
        QTemporaryDir root;
        const std::string path = root.filePath("a/b/c").toStdString();
        QCOMPARE(madeFolder(path), path);
        QCOMPARE(madeFolder(path), path);
        const QFileInfo info(QString::fromStdString(path));
        QVERIFY(info.isDir());
        QVERIFY(!(info.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)));
        QFile(root.filePath("file")).open(QIODevice::WriteOnly);
        QVERIFY_THROWS_EXCEPTION(Error, madeFolder(root.filePath("file").toStdString()));
        QVERIFY_THROWS_EXCEPTION(Error, madeFolder(root.filePath("file/below").toStdString()));
    }
};

QTEST_GUILESS_MAIN(LocationsTest)
#include "locations_test.moc"
