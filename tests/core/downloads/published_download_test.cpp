// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/downloads/published_download.h"
#include "core/downloads/recorded_hashes.h"
#include "tests/support/hostile_server.h"
#include "tests/support/refusal.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace palimpsest;

namespace {

const std::string kSha256 = "6edf90530215a4eb6e9e91e32d961c38e962bb2e4226dd4d1370b0e20822fdb0"; ///< of plain/300000

struct Phases : ProgressSink {
    QStringList phases;
    void progressed(const Progress& progress) override {
        phases.push_back(QString::fromStdString(progress.phase.text()));
    }
};

} // namespace

class PublishedDownloadTest : public QObject {
    Q_OBJECT

private:
    HostileServer server_;
    std::unique_ptr<QTemporaryDir> folder_;
    Phases phases_;

    std::string path(const char* name) const { return folder_->filePath(name).toStdString(); }
    FetchSettings settings() const { return {server_.network(), path("known/known_files.json")}; }
    FetchedModel fetch(const PublishedModel& model) {
        return fetchPublished(model, path("in"), phases_, {}, settings());
    }
    PublishedFile file(const std::string& name, const std::string& url) const { return {name, {server_.url(url)}}; }
    QStringList fetched() const { return QDir(folder_->filePath("in")).entryList(QDir::Files | QDir::Hidden); }

private Q_SLOTS:
    void initTestCase() { QCOMPARE(server_.start(), QString()); }

    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        phases_.phases.clear();
        server_.requests();
    }

    void oneFile() {
        const FetchedModel model = fetch({.id = "a", .files = {file("a.pt", "plain/300000")}});
        QCOMPARE(model.path, path("in/a.pt"));
        QCOMPARE(model.files.front().sha256, kSha256);
        QVERIFY(!model.files.front().isPinned);
        QCOMPARE(RecordedHashes(settings().recordedHashes).find("a/a.pt"), kSha256);
        QVERIFY(phases_.phases.back().startsWith("fetching a.pt"));
    }

    void severalFiles() {
        const PublishedModel model{.id = "a",
                                   .files = {file("config.json", "plain/100"), file("b.bin", "plain/300000")}};
        QCOMPARE(fetch(model).path, path("in"));
        QCOMPARE(fetched(), (QStringList{"b.bin", "config.json"}));
        QVERIFY(phases_.phases.front().startsWith("file 1 of 2: fetching config.json"));
        QVERIFY(phases_.phases.back().startsWith("file 2 of 2: fetching b.bin"));
    }

    void secondFileThatFailsLeavesTheFirst() {
        PublishedModel model{.id = "a", .files = {file("config.json", "plain/100"), file("b.bin", "status/404")}};
        QVERIFY(refusal(ErrorCode::failed, [&] { fetch(model); }).contains("no longer has the file"));
        QCOMPARE(fetched(), QStringList{"config.json"});
        model.files.back() = file("b.bin", "plain/300000");
        server_.requests();
        fetch(model);
        QCOMPARE(server_.requests(), QStringList{"GET /plain/300000 - -"}); // the first is there, and known
    }

    void recordedHashHolds() {
        fetch({.id = "a", .files = {file("a.pt", "plain/300000")}});
        QVERIFY(QFile::remove(folder_->filePath("in/a.pt")));
        const QString error =
            refusal(ErrorCode::failed, [&] { fetch({.id = "a", .files = {file("a.pt", "altered/300000")}}); });
        QVERIFY2(error.contains("is not the expected file") && error.contains("remove \"a/a.pt\" from"),
                 qPrintable(error));
        QVERIFY(fetched().isEmpty());
        QVERIFY(fetch({.id = "b", .files = {file("a.pt", "altered/300000")}}).files.front().sha256 !=
                kSha256); // another model
    }

    void pinnedHashHolds() {
        PublishedModel model{.id = "a", .files = {file("a.pt", "altered/300000")}};
        model.files.front().sha256 = kSha256;
        QVERIFY(refusal(ErrorCode::failed, [&] { fetch(model); }).contains("is not the expected file"));
        QVERIFY(!QFile::exists(folder_->filePath("known/known_files.json")));
    }

    void configurationsAreShort() {
        const PublishedModel model{.id = "a", .files = {file("config.json", "plain/2000000")}};
        QVERIFY(refusal(ErrorCode::failed, [&] { fetch(model); }).contains("sends more than the 1.0 MB"));
        QVERIFY(fetched().isEmpty());
    }

    void modelsWithoutAnAddressAreFetchedByHand() {
        const PublishedModel model{.id = "a", .title = "A", .page = "https://example.org/a"};
        QVERIFY(refusal(ErrorCode::badArgument, [&] { fetch(model); }).contains("https://example.org/a"));
    }

    void brokenRecordIsNotReplaced() {
        QDir(folder_->path()).mkdir("known");
        QFile record(folder_->filePath("known/known_files.json"));
        QVERIFY(record.open(QIODevice::WriteOnly) && record.write("{}") == 2);
        record.close();
        const PublishedModel model{.id = "a", .files = {file("a.pt", "plain/300000")}};
        QVERIFY(refusal(ErrorCode::badInput, [&] { fetch(model); }).contains("known_files.json"));
        QCOMPARE(record.size(), 2);
    }

    void proxyComesFromTheSettingsFile() {
        qputenv("PALIMPSEST_CONFIG", folder_->path().toLocal8Bit());
        qputenv("PALIMPSEST_DATA", folder_->filePath("data").toLocal8Bit());
        QFile file(folder_->filePath("settings.json"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"version\": 1, \"proxy\": \"http://p:1\"}") > 0);
        file.close();
        const FetchSettings found = usersFetchSettings();
        QCOMPARE(found.network.proxy, std::string("http://p:1"));
        QCOMPARE(found.recordedHashes, path("data/known_files.json"));
    }
};

QTEST_GUILESS_MAIN(PublishedDownloadTest)
#include "published_download_test.moc"
