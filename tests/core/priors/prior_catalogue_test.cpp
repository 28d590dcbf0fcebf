// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/priors/prior_catalogue.h"
#include "tests/support/tiny_prior.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace palimpsest;

class PriorCatalogueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QDir(folder_->path()).mkpath("bundled");
        QDir(folder_->path()).mkpath("user");
    }

    void listsBundledBeforeUser();
    void foldersNeedNotExist();
    void brokenPriorsAreListedWithTheirProblem();
    void idsAreUnique();
    void findsByIdAndByFolder();
    void unknownIdListsTheKnown();
    void removesOnlyThePriorOfTheUser();

private:
    std::string path(const char* name) const { return folder_->filePath(name).toStdString(); }

    void write(const char* name, const QByteArray& content) const {
        QDir(folder_->path()).mkpath(QFileInfo(name).path());
        QFile file(folder_->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    PriorCatalogue catalogue() const { return {path("bundled"), path("user")}; }

    std::unique_ptr<QTemporaryDir> folder_;
};

void PriorCatalogueTest::listsBundledBeforeUser() {
    makeTinyPrior(path("user/a"), "a");
    makeTinyPrior(path("bundled/z"), "z");
    makeTinyPrior(path("bundled/m"), "m");
    const auto entries = catalogue().list();
    QCOMPARE(entries.size(), 3u);
    QCOMPARE(entries[0].card.id, "m");
    QCOMPARE(entries[1].card.id, "z");
    QCOMPARE(entries[2].card.id, "a");
    QVERIFY(entries[0].bundled && !entries[2].bundled);
    QVERIFY(entries[0].byteSize > 1000);
    for (const auto& entry : entries) {
        QVERIFY2(entry.problem.isEmpty(), entry.problem.text().c_str());
    }
}

void PriorCatalogueTest::foldersNeedNotExist() {
    QVERIFY(PriorCatalogue(path("nowhere"), "").list().empty());
    QVERIFY_EXCEPTION_THROWN(PriorCatalogue(path("nowhere"), "").find("photo"), Error);
}

void PriorCatalogueTest::brokenPriorsAreListedWithTheirProblem() {
    write("user/not-json/card.json", "{ \"id\": ");
    write("user/binary/card.json", QByteArray("\0\xff\xfe\x80", 4));
    write("user/empty/readme.txt", "no card here");
    write("user/stray-file", "no folder");
    makeTinyPrior(path("user/headless"), "headless");
    QVERIFY(QFile::remove(folder_->filePath("user/headless/weights.safetensors")));
    makeTinyPrior(path("user/good"), "good");
    const auto entries = catalogue().list();
    QCOMPARE(entries.size(), 5u);
    int problems = 0;
    for (const auto& entry : entries) {
        problems += entry.problem.isEmpty() ? 0 : 1;
        QVERIFY(entry.problem.text().find('\n') == std::string::npos);
        if (entry.card.id == "headless") {
            QVERIFY(entry.problem.text().find("missing") != std::string::npos);
        }
    }
    QCOMPARE(problems, 4);
    QVERIFY_EXCEPTION_THROWN(catalogue().find("headless"), Error);
    QCOMPARE(catalogue().find("good").card.id, "good");
}

void PriorCatalogueTest::idsAreUnique() {
    makeTinyPrior(path("bundled/photo"), "photo");
    makeTinyPrior(path("user/mine"), "photo");
    const auto entries = catalogue().list();
    QVERIFY(entries[0].problem.isEmpty());
    QVERIFY(entries[1].problem.text().find("taken") != std::string::npos);
    QCOMPARE(catalogue().find("photo").folder, path("bundled/photo"));
    QCOMPARE(catalogue().find(path("user/mine")).folder, path("user/mine"));
}

void PriorCatalogueTest::findsByIdAndByFolder() {
    makeTinyPrior(path("elsewhere"), "other");
    QCOMPARE(catalogue().find(path("elsewhere")).card.id, "other");
    QVERIFY_EXCEPTION_THROWN(catalogue().find("other"), Error);
    QVERIFY_EXCEPTION_THROWN(catalogue().find(path("not-there")), Error);
    QVERIFY_EXCEPTION_THROWN(catalogue().find(""), Error);
}

void PriorCatalogueTest::unknownIdListsTheKnown() {
    makeTinyPrior(path("bundled/photo"), "photo");
    try {
        catalogue().find("foto");
        QFAIL("an unknown prior was found");
    } catch (const Error& error) {
        QCOMPARE(error.code(), ErrorCode::badArgument);
        QVERIFY(error.message().text().find("foto") != std::string::npos);
        QVERIFY(error.hint().text().find("photo") != std::string::npos);
    }
}

void PriorCatalogueTest::removesOnlyThePriorOfTheUser() {
    makeTinyPrior(path("bundled/photo"), "photo");
    makeTinyPrior(path("user/mine"), "mine");
    makeTinyPrior(path("user/kept"), "kept");
    makeTinyPrior(path("elsewhere"), "other");
    write("user/kept/notes.txt", "the user's own");
    for (const std::string& id :
         {std::string("photo"), path("elsewhere"), std::string("../elsewhere"), std::string()}) {
        QVERIFY_EXCEPTION_THROWN(catalogue().remove(id), Error);
    }
    catalogue().remove("mine");
    catalogue().remove(path("user/kept"));
    QVERIFY(!QDir(folder_->filePath("user/mine")).exists());
    QCOMPARE(QDir(folder_->filePath("user/kept")).entryList(QDir::Files), QStringList{"notes.txt"});
    QCOMPARE(catalogue().find("photo").card.id, "photo");
    QCOMPARE(catalogue().find(path("elsewhere")).card.id, "other");
}

QTEST_GUILESS_MAIN(PriorCatalogueTest)
#include "prior_catalogue_test.moc"
