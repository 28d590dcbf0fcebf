// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/download_error.h"
#include "core/downloads/transfer_progress.h"
#include "core/downloads/web_page.h"

#include <QRegularExpression>
#include <QTest>

#include <cerrno>
#include <curl/curl.h>
#include <vector>

using namespace palimpsest;

namespace {

struct Reports : ProgressSink {
    std::vector<Progress> all;
    void progressed(const Progress& progress) override { all.push_back(progress); }
};

} // namespace

class TransferProgressTest : public QObject {
    Q_OBJECT

private:
    TransferProgress::Clock::time_point now_{};
    Reports reports_;

    TransferProgress progress() {
        return {reports_, "a.pt", [this] { return now_; }};
    }
    void pass(int milliseconds) { now_ += std::chrono::milliseconds(milliseconds); }

private Q_SLOTS:
    void init() {
        now_ = {};
        reports_.all.clear();
    }

    void rateIsThatOfTheLastSeconds() {
        TransferProgress meter = progress();
        meter.aims(1'000'000, 9'000'000); // a resumed file: what is there took no time
        for (int second = 1; second <= 4; ++second) {
            pass(1000);
            meter.reached(1'000'000 + second * 500'000);
        }
        QCOMPARE(reports_.all.back().done, 3'000'000);
        QCOMPARE(reports_.all.back().total, 9'000'000);
        QCOMPARE(reports_.all.back().secondsElapsed, 4.0);
        QCOMPARE(reports_.all.back().secondsLeft, 12.0);
        QCOMPARE(reports_.all.back().phase.text(), std::string("fetching a.pt, 500.0 kB/s"));
        for (int second = 0; second < 10; ++second) { // nothing comes any more
            pass(1000);
            meter.reached(3'000'000);
        }
        QCOMPARE(reports_.all.back().phase.text(), std::string("fetching a.pt"));
        QVERIFY(reports_.all.back().secondsLeft < 0);
    }

    void tenReportsASecond() {
        TransferProgress meter = progress();
        meter.aims(0, 10'000);
        for (int i = 1; i <= 1000; ++i) {
            pass(1);
            meter.reached(i);
        }
        QVERIFY(reports_.all.size() <= 12);
        meter.reached(10'000); // the last is always told
        QCOMPARE(reports_.all.back().done, 10'000);
    }

    void unknownTotal() {
        TransferProgress meter = progress();
        meter.aims(0, -1);
        pass(1000);
        meter.reached(5000);
        QCOMPARE(reports_.all.back().total, 0);
        QCOMPARE(reports_.all.back().done, 5000);
        QVERIFY(reports_.all.back().secondsLeft < 0);
    }

    void bytes() {
        QCOMPARE(bytesInWords(999), std::string("999 bytes"));
        QCOMPARE(bytesInWords(1500), std::string("1.5 kB"));
        QCOMPARE(bytesInWords(374'417'833), std::string("374.4 MB"));
        QCOMPARE(bytesInWords(2'211'383'297), std::string("2.2 GB"));
    }

    void hosts() {
        QCOMPARE(hostOf("https://example.org/a?b=c"), std::string("example.org"));
        QCOMPARE(hostOf("https://me:secret@example.org:8443/a"), std::string("example.org:8443"));
    }

    void networkSentences_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("systemError");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("name") << int(CURLE_COULDNT_RESOLVE_HOST) << 0
                              << "the host far.example was not found|no network";
        QTest::newRow("proxy") << int(CURLE_COULDNT_RESOLVE_PROXY) << 0 << "the proxy was not found";
        QTest::newRow("refused") << int(CURLE_COULDNT_CONNECT) << ECONNREFUSED
                                 << "no connection to far.example: Connection refused|no network";
        QTest::newRow("offline") << int(CURLE_COULDNT_CONNECT) << ENETUNREACH
                                 << "this computer has no network connection";
        QTest::newRow("stalled") << int(CURLE_OPERATION_TIMEDOUT) << 0 << "far.example has stopped sending data";
        QTest::newRow("certificate") << int(CURLE_PEER_FAILED_VERIFICATION) << 0
                                     << "the certificate of far.example is not trusted \\(why\\)";
        QTest::newRow("tls") << int(CURLE_SSL_CONNECT_ERROR) << 0 << "no secure connection to far.example";
        QTest::newRow("authorities") << int(CURLE_SSL_CACERT_BADFILE) << 0 << "the trusted certificates cannot be read";
        QTest::newRow("cut") << int(CURLE_PARTIAL_FILE) << 0 << "the connection to far.example was lost \\(why\\)";
        QTest::newRow("redirect") << int(CURLE_UNSUPPORTED_PROTOCOL) << 0
                                  << "near.example redirects to an address that is not https";
    }

    void networkSentences() {
        QFETCH(int, code);
        QFETCH(int, systemError);
        QFETCH(QString, sentence);
        const DownloadError error =
            curlError({code, systemError, "https://near.example/a", "https://far.example/b", "why"});
        QVERIFY2(QRegularExpression(sentence).match(QString::fromStdString(error.message().text())).hasMatch(),
                 error.what());
        QVERIFY(!error.hint().isEmpty());
    }

    void pages_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        const int none = static_cast<int>(PageKind::none);
        const int page = static_cast<int>(PageKind::page);
        QTest::newRow("doctype") << QByteArray("<!DOCTYPE html><p>") << page;
        QTest::newRow("mark and space") << QByteArray("\xef\xbb\xbf \r\n<HTML>") << page;
        QTest::newRow("script") << QByteArray("<script>location=") << page;
        QTest::newRow("xml") << QByteArray("<?xml version=\"1.0\"?><Error>") << page;
        QTest::newRow("login") << QByteArray("<html>Sign in to continue") << static_cast<int>(PageKind::login);
        QTest::newRow("zip") << QByteArray("PK\x03\x04") << none;
        QTest::newRow("pickle") << QByteArray("\x80\x02.") << none;
        QTest::newRow("json") << QByteArray("{\"html\": \"<html>\"}") << none;
        QTest::newRow("empty") << QByteArray() << none;
    }

    void pages() {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        QCOMPARE(static_cast<int>(pageKindOf(text.toStdString())), kind);
    }
};

QTEST_GUILESS_MAIN(TransferProgressTest)
#include "transfer_progress_test.moc"
