// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/downloads/download.h"
#include "tests/support/hostile_server.h"
#include "tests/support/refusal.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <functional>
#include <memory>
#include <sys/resource.h>
#include <thread>
#include <vector>

using namespace palimpsest;

namespace {

/// Of the server's file of 1000, of 300,000 and of 3,000,000 bytes.
const std::string kSmallSha256 = "64293a705776b1a47a953d1d6050e5afa89c564e0c66d4feb81277ebd4427cb8";
const std::string kSha256 = "6edf90530215a4eb6e9e91e32d961c38e962bb2e4226dd4d1370b0e20822fdb0";
const std::string kLargeSha256 = "8f267bd2d4db5f01a3a3c9c256d2e5789c59c8acffb4847c0c82a7555318a4bb";
constexpr std::int64_t kSize = 300'000;

struct Listener : ProgressSink {
    std::vector<Progress> reports;
    std::vector<Message> notices;
    std::function<void(const Progress&)> react;

    void progressed(const Progress& progress) override {
        reports.push_back(progress);
        if (react) {
            react(progress);
        }
    }
    void noticed(const Message& sentence) override { notices.push_back(sentence); }
};

/// Files of at most so many bytes can be written while this lives.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes, before_.rlim_max};
        std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

} // namespace

class DownloadTest : public QObject {
    Q_OBJECT

private:
    HostileServer server_;
    std::unique_ptr<QTemporaryDir> folder_;
    Listener listener_;

    std::string file() const { return folder_->filePath("model.pt").toStdString(); }

    DownloadRequest request(const std::string& path) const {
        return {.urls = {server_.url(path)}, .file = file(), .largestSize = 10 << 20, .network = server_.network()};
    }

    DownloadResult fetch(const DownloadRequest& request) { return download(request, listener_, {}); }

    QStringList leftovers() const { return QDir(folder_->path()).entryList(QDir::Files | QDir::Hidden); }

private Q_SLOTS:
    void initTestCase() { QCOMPARE(server_.start(), QString()); }

    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        listener_ = {};
        server_.requests();
    }

    void wholeFile() {
        const DownloadResult result = fetch(request("plain/300000"));
        QCOMPARE(result.sha256, kSha256);
        QCOMPARE(result.byteSize, kSize);
        QCOMPARE(result.url, server_.url("plain/300000"));
        QCOMPARE(sha256OfFile(file()), kSha256);
        QCOMPARE(leftovers(), QStringList{"model.pt"});
        QCOMPARE(listener_.reports.back().done, kSize);
        QCOMPARE(listener_.reports.back().total, kSize);
        QVERIFY(listener_.reports.back().phase.text().starts_with("fetching model.pt"));
        QVERIFY(listener_.notices.empty());
    }

    void goodWays_data() {
        QTest::addColumn<QString>("path");
        for (const char* path : {"redirect", "chunked", "cut-once", "silent-once", "cut-every-third/3000000", "changed",
                                 "without-tag", "without-ranges", "other-range", "plain/1"}) {
            QTest::newRow(path) << path;
        }
    }

    void goodWays() {
        QFETCH(QString, path);
        DownloadRequest wanted = request(path.toStdString());
        const bool isLarge = path.endsWith("3000000");
        const DownloadResult result = fetch(wanted);
        QCOMPARE(sha256OfFile(file()), result.sha256);
        if (!path.endsWith("/1")) {
            QCOMPARE(result.sha256, isLarge ? kLargeSha256 : kSha256);
        }
        QCOMPARE(leftovers(), QStringList{"model.pt"});
    }

    void cutConnectionGoesOnWhereItStopped() {
        fetch(request("cut-once/299999"));
        QCOMPARE(server_.requests(),
                 (QStringList{"GET /cut-once/299999 - -", "GET /cut-once/299999 bytes=99999- \"1\""}));
    }

    void everyCutIsMended() {
        for (int position = 0; position < 1000; position += 37) {
            DownloadRequest wanted = request("cut-at/" + std::to_string(position));
            QCOMPARE(fetch(wanted).sha256, kSmallSha256);
            QCOMPARE(leftovers(), QStringList{"model.pt"});
        }
    }

    void everyAlteredByteIsSeen() {
        for (int position = 0; position < 1000; position += 37) {
            DownloadRequest wanted = request("flip-at/" + std::to_string(position));
            wanted.sha256 = kSmallSha256;
            QVERIFY(refusal(ErrorCode::failed, [&] { fetch(wanted); }).contains("is not the expected file"));
            QVERIFY(leftovers().isEmpty());
        }
    }

    void laterCallGoesOnWhereTheLastStopped() {
        DownloadRequest wanted = request("slow/300000");
        std::stop_source stop;
        listener_.react = [&](const Progress& progress) { progress.done > 0 ? stop.request_stop() : false; };
        QElapsedTimer timer;
        timer.start();
        QVERIFY_EXCEPTION_THROWN(download(wanted, listener_, stop.get_token()), Cancelled);
        QVERIFY(timer.elapsed() < 1000);
        QCOMPARE(leftovers(), (QStringList{"model.pt.part", "model.pt.part.json"}));
        listener_.react = {};
        QCOMPARE(fetch(wanted).sha256, kSha256);
        QCOMPARE(server_.requests().back(), QString("GET /slow/300000 bytes=150000- \"1\""));
        QCOMPARE(leftovers(), QStringList{"model.pt"});
    }

    void bytesThatChangedOnTheDiskAreNotContinued() {
        DownloadRequest wanted = request("cut-always/300000");
        QVERIFY_EXCEPTION_THROWN(fetch(wanted), Error);
        QFile part(QString::fromStdString(file()) + ".part");
        QVERIFY(part.size() > 1000);
        QVERIFY(part.open(QIODevice::ReadWrite));
        part.write("x");
        part.close();
        server_.requests();
        QVERIFY_EXCEPTION_THROWN(fetch(wanted), Error);
        QCOMPARE(server_.requests().front(), QString("GET /cut-always/300000 - -"));
    }

    /// The server says that nothing changed; the hash knows better, and the whole file is fetched.
    void changedFileUnderTheSameTag() {
        DownloadRequest wanted = request("changed-unsaid/300000");
        wanted.sha256 = kSha256;
        wanted.urls.push_back(server_.url("plain/300000"));
        QCOMPARE(fetch(wanted).url, server_.url("plain/300000"));
    }

    void otherMirrorContinuesAPinnedFile() {
        DownloadRequest wanted = request("cut-always/300000");
        wanted.urls.push_back(server_.url("plain/300000"));
        wanted.sha256 = kSha256;
        QCOMPARE(fetch(wanted).sha256, kSha256);
        QCOMPARE(server_.requests().back(), QString("GET /plain/300000 bytes=3000- -"));
        QCOMPARE(listener_.notices.size(), std::size_t{1});
    }

    void otherMirrorStartsAnUnpinnedFileAnew() {
        DownloadRequest wanted = request("cut-always/300001");
        wanted.urls.push_back(server_.url("plain/300000"));
        QCOMPARE(fetch(wanted).sha256, kSha256);
        QCOMPARE(server_.requests().back(), QString("GET /plain/300000 - -"));
    }

    void mirrorsAreAskedInOrder() {
        DownloadRequest wanted = request("status/404");
        wanted.urls.push_back(server_.url("altered/300000"));
        wanted.urls.push_back(server_.url("plain/300000"));
        wanted.sha256 = kSha256;
        QCOMPARE(fetch(wanted).url, wanted.urls.back());
        QCOMPARE(listener_.notices.size(), std::size_t{2});
        QVERIFY(listener_.notices[0].text().find("no longer has the file") != std::string::npos);
        QVERIFY(listener_.notices[1].text().find("not the expected file") != std::string::npos);
    }

    void fileThatIsThereIsNotFetched() {
        DownloadRequest wanted = request("plain/300000");
        fetch(wanted);
        server_.requests();
        wanted.sha256 = kSha256;
        QCOMPARE(fetch(wanted).url, std::string());
        QVERIFY(server_.requests().isEmpty());
    }

    void otherFileOfThatNameStaysUntilTheNewOneIsWhole() {
        QFile old(QString::fromStdString(file()));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        QVERIFY_EXCEPTION_THROWN(fetch(request("html")), Error);
        QCOMPARE(old.size(), 3);
        fetch(request("plain/300000"));
        QCOMPARE(old.size(), kSize);
    }

    void refusals_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<bool>("keepsPart");
        const auto row = [](const char* path, const char* sentence, bool keepsPart = false) {
            QTest::newRow(path) << path << sentence << keepsPart;
        };
        row("altered", "is not the expected file: its SHA-256 is");
        row("plain/299999", "has 299999 bytes, not 300000");
        row("plain/300001", "has 300001 bytes, not 300000");
        row("cut-always", "was lost", true);
        row("to-http", "redirects to an address that is not https: http://127.0.0.1:");
        row("to-file", "redirects to an address that is not https: file:///");
        row("loop", "redirects endlessly");
        row("too-long", "sends more than the 10.5 MB");
        row("endless", "sends more than the 300.0 kB");
        row("html", "answers with a web page, not with the file");
        row("html-as-file", "answers with a web page, not with the file");
        row("html-in-drops", "answers with a web page, not with the file");
        row("login", "asks for a login");
        row("empty", "sent an empty file");
        row("packed", "sends the file compressed");
        row("status/401", "requires a login");
        row("status/403", "refuses to send the file (HTTP 403)");
        row("status/404", "no longer has the file (HTTP 404)");
        row("status/416", "another length");
        row("status/429", "too many requests");
        row("status/500", "has an internal problem (HTTP 500)");
        row("status/204", "did not answer with a file");
    }

    void refusals() {
        QFETCH(QString, path);
        QFETCH(QString, sentence);
        QFETCH(bool, keepsPart);
        DownloadRequest wanted = request(path.toStdString());
        wanted.sha256 = kSha256;
        wanted.byteSize = kSize;
        const QString error = refusal(ErrorCode::failed, [&] { fetch(wanted); });
        QVERIFY2(error.contains(sentence), qPrintable(error));
        QCOMPARE(leftovers(), keepsPart ? (QStringList{"model.pt.part", "model.pt.part.json"}) : QStringList());
        QVERIFY(server_.requests().filter("UNENCRYPTED").isEmpty());
    }

    void unknownFilesAreRefusedByTheirLooks_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("page") << "html-as-file" << "answers with a web page, not with the file";
        QTest::newRow("drops") << "html-in-drops" << "answers with a web page, not with the file";
        QTest::newRow("login") << "login" << "asks for a login";
        QTest::newRow("empty") << "empty" << "sent an empty file";
        QTest::newRow("endless") << "endless" << "sends more than the 10.5 MB";
        QTest::newRow("unmarked") << "unmarked" << "does not say how long the file is";
    }

    void unknownFilesAreRefusedByTheirLooks() {
        QFETCH(QString, path);
        QFETCH(QString, sentence);
        const QString error = refusal(ErrorCode::failed, [&] { fetch(request(path.toStdString())); });
        QVERIFY2(error.contains(sentence), qPrintable(error));
        QVERIFY(leftovers().isEmpty());
    }

    void unmarkedEndIsTakenIfTheHashIsKnown() {
        DownloadRequest wanted = request("unmarked/300000");
        wanted.sha256 = kSha256;
        QCOMPARE(fetch(wanted).byteSize, kSize);
    }

    void untrustedCertificate() {
        DownloadRequest wanted = request("plain/300000");
        wanted.network.authorities.clear();
        const QString error = refusal(ErrorCode::failed, [&] { fetch(wanted); });
        QVERIFY2(error.startsWith("the certificate of 127.0.0.1"), qPrintable(error));
        QVERIFY(leftovers().isEmpty());
        QVERIFY(server_.requests().isEmpty());
    }

    void onlyHttpsIsAsked_data() {
        QTest::addColumn<QString>("url");
        QTest::newRow("http") << "http://127.0.0.1/a";
        QTest::newRow("file") << "file:///etc/hostname";
        QTest::newRow("nothing") << "";
        QTest::newRow("line") << "https://127.0.0.1/a\r\nX: y";
    }

    void onlyHttpsIsAsked() {
        QFETCH(QString, url);
        DownloadRequest wanted = request("plain/300000");
        wanted.urls = {url.toStdString()};
        const QString error = refusal(ErrorCode::badArgument, [&] { fetch(wanted); });
        QVERIFY2(error.contains("only downloaded from addresses that begin with https://"), qPrintable(error));
    }

    void proxyOfTheSettings() {
        DownloadRequest wanted = request("plain/300000");
        wanted.network.proxy = server_.proxy();
        QCOMPARE(fetch(wanted).sha256, kSha256);
        QVERIFY(server_.requests().front().startsWith("CONNECT 127.0.0.1:"));
    }

    void proxyOfTheEnvironment() {
        DownloadRequest wanted = request("plain/300000");
        wanted.network.proxy.clear();
        qputenv("https_proxy", QByteArray::fromStdString(server_.proxy()));
        qputenv("no_proxy", "");
        fetch(wanted);
        qunsetenv("https_proxy");
        QVERIFY(server_.requests().front().startsWith("CONNECT 127.0.0.1:"));
    }

    void silentServerIsLeftAtOnceWhenCancelled() {
        std::stop_source stop;
        std::jthread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            stop.request_stop();
        });
        DownloadRequest wanted = request("silent");
        wanted.network.stallTimeout = std::chrono::seconds(30);
        QElapsedTimer timer;
        timer.start();
        QVERIFY_EXCEPTION_THROWN(download(wanted, listener_, stop.get_token()), Cancelled);
        QVERIFY(timer.elapsed() < 1000);
        QVERIFY(leftovers().isEmpty());
    }

    void closedPort() {
        DownloadRequest wanted = request("plain/300000");
        wanted.urls = {"https://127.0.0.1:1/model.pt"};
        const QString error = refusal(ErrorCode::failed, [&] { fetch(wanted); });
        QVERIFY2(error.contains("no connection to 127.0.0.1:1") || error.contains("no network"), qPrintable(error));
    }

    void spaceIsAskedBeforehand() {
        DownloadRequest wanted = request("too-long");
        wanted.largestSize = std::int64_t{1} << 60;
        const QString error = refusal(ErrorCode::failed, [&] { fetch(wanted); });
        QVERIFY2(error.startsWith("model.pt needs 1125899.9 GB, but only"), qPrintable(error));
        QVERIFY(leftovers().isEmpty());
    }

    void fullDiskKeepsWhatItHas() {
        DownloadRequest wanted = request("plain/300000");
        {
            const SmallDisk disk(100'000);
            const QString error = refusal(ErrorCode::failed, [&] { fetch(wanted); });
            QVERIFY2(error.startsWith("cannot write"), qPrintable(error));
            QVERIFY2(error.contains("free some space"), qPrintable(error));
        }
        QVERIFY(leftovers().contains("model.pt.part"));
        QVERIFY(!leftovers().contains("model.pt"));
        fetch(wanted);
        QVERIFY(server_.requests().back().startsWith("GET /plain/300000 bytes="));
    }

    void folderThatCannotBeWrittenTo() {
        for (const char* path : {"/sys/kernel/model.pt", "/dev/null/model.pt"}) {
            DownloadRequest wanted = request("plain/300000");
            wanted.file = path;
            const QString error = refusal(ErrorCode::failed, [&] { fetch(wanted); });
            QVERIFY2(error.startsWith(QString("cannot write ") + path), qPrintable(error));
        }
        QVERIFY(server_.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(DownloadTest)
#include "download_test.moc"
