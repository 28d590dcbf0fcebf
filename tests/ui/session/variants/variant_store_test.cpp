// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_pictures.h"
#include "ui/session/variants/variant_model.h"
#include "ui/session/variants/variant_store.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

constexpr Size kSize{23, 17};

Image floatPicture() {
    return pictureOf<float>(kSize, 3,
                            [](int x, int y, int c) { return 0.013F * static_cast<float>(x * 3 + y + c) - 0.1F; });
}

Image deepPicture() {
    return pictureOf<std::uint16_t>(
        kSize, 4, [](int x, int y, int c) { return static_cast<std::uint16_t>(x * 2711 + y * 13 + c * 7); });
}

Mask stripes() {
    return maskOf(kSize, [](int x, int y) { return (x * 17 + y * 3) % 256; });
}

} // namespace

class VariantStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pixelsOnTheDiskAreExact_data();
    void pixelsOnTheDiskAreExact();
    void anotherStoreFindsEverything();
    void rowsAreInTheOrderOfRuns();
    void removedMeansGone();
    void aDamagedFileTakesOnlyItself();
    void memoryIsBounded();
    void mapsComeBackExactly();
    void mapsKeepToTheirBudget();
    void anUnwritableFolderIsTold();
    void newsOfAnOldFolderAreDropped();
    void theModelIsSound();

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::string path() const { return folder_->path().toStdString() + "/variants"; }
};

void VariantStoreTest::init() { folder_ = std::make_unique<QTemporaryDir>(); }

void VariantStoreTest::pixelsOnTheDiskAreExact_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("8 bit") << 0;
    QTest::newRow("16 bit with alpha") << 1;
    QTest::newRow("float") << 2;
}

void VariantStoreTest::pixelsOnTheDiskAreExact() {
    QFETCH(int, kind);
    const Image image = kind == 0 ? patternedPicture(kSize) : kind == 1 ? deepPicture() : floatPicture();
    VariantStore store;
    store.setFolder(path());
    const int run = store.beginRun({}, "", {.mask = stripes()});
    store.writer(run)(image, 0);
    store.flush();
    QVERIFY(VariantFiles(path()).readImage({run, 1}) == image);
    QVERIFY(VariantFiles(path()).readMask(run, kSize).values().size() == stripes().values().size());
    QVERIFY(std::ranges::equal(VariantFiles(path()).readMask(run, kSize).values(), stripes().values()));
}

void VariantStoreTest::anotherStoreFindsEverything() {
    RestoreSpec spec;
    spec.seed = 4711;
    spec.method = "dps";
    {
        VariantStore store;
        store.setFolder(path());
        const int run = store.beginRun(spec, "/some/picture.jpg", {.mask = stripes()});
        for (const int index : {0, 1}) {
            store.writer(run)(directReconstruction(kSize, static_cast<std::uint8_t>(10 + index)), index);
            store.add(run, directReconstruction(kSize, static_cast<std::uint8_t>(10 + index)), index);
        }
        store.endRun(run, R"({"a": 1})", true);
        store.setStarred(1, true);
        store.markSaved(0);
    }
    VariantStore store;
    store.setFolder(path());
    QCOMPARE(store.variants().size(), std::size_t(2));
    QVERIFY(store.variants()[1].isStarred && !store.variants()[0].isStarred);
    QVERIFY(store.variants()[0].isSaved && store.hasUnsaved());
    QVERIFY(!store.variants()[0].thumbnail.isNull());
    QVERIFY(store.run(1).spec == spec);
    QCOMPARE(store.run(1).picturePath, std::string("/some/picture.jpg"));
    QCOMPARE(store.run(1).record, std::string(R"({"a": 1})"));
    QVERIFY(store.run(1).stoppedEarly);
    QVERIFY(store.image(1) == directReconstruction(kSize, 11));
    QCOMPARE(store.beginRun({}, "", {.mask = stripes()}), 2);
}

void VariantStoreTest::rowsAreInTheOrderOfRuns() {
    VariantStore store;
    store.setFolder(path());
    const int first = store.beginRun({}, "", {.mask = stripes()});
    const int second = store.beginRun({}, "", {.mask = stripes()});
    store.add(second, directReconstruction(kSize, 1), 0);
    store.add(first, directReconstruction(kSize, 2), 1);
    store.add(first, directReconstruction(kSize, 3), 0);
    QCOMPARE(store.rowOf({first, 1}), 0);
    QCOMPARE(store.rowOf({first, 2}), 1);
    QCOMPARE(store.rowOf({second, 1}), 2);
    QCOMPARE(store.rowOf({second, 2}), -1);
}

void VariantStoreTest::removedMeansGone() {
    VariantStore store;
    store.setFolder(path());
    const int run = store.beginRun({}, "", {.mask = stripes()});
    store.writer(run)(directReconstruction(kSize, 1), 0);
    store.add(run, directReconstruction(kSize, 1), 0);
    store.remove(0);
    store.flush();
    QVERIFY(store.variants().empty());
    QVERIFY(VariantFiles(path()).variants().empty());
}

void VariantStoreTest::aDamagedFileTakesOnlyItself() {
    {
        VariantStore store;
        store.setFolder(path());
        const int run = store.beginRun({}, "", {.mask = stripes()});
        store.writer(run)(directReconstruction(kSize, 1), 0);
        store.writer(run)(directReconstruction(kSize, 2), 1);
        store.writer(run)(directReconstruction(kSize, 3), 2);
    }
    QFile note(QString::fromStdString(path()) + QStringLiteral("/run-0001-01.json"));
    QVERIFY(note.open(QIODevice::WriteOnly));
    note.write("{");
    note.close();
    QFile image(QString::fromStdString(path()) + QStringLiteral("/run-0001-02.png"));
    QVERIFY(image.resize(40));
    VariantStore store;
    store.setFolder(path());
    QCOMPARE(store.variants().size(), std::size_t(1));
    QVERIFY(store.image(0) == directReconstruction(kSize, 3));
}

void VariantStoreTest::memoryIsBounded() {
    const Size large{400, 300};
    VariantStore store(nullptr, 3 * std::size_t(large.area()) * 5 / 2);
    store.setFolder(path());
    const int run = store.beginRun({}, "", {.mask = Mask(large)});
    std::weak_ptr<const ImageMetadata> watched;
    for (int index = 0; index < 4; ++index) {
        auto tag = std::make_shared<const ImageMetadata>();
        const Image image = directReconstruction(large, static_cast<std::uint8_t>(index)).withMetadata(tag);
        watched = index == 0 ? tag : watched;
        store.writer(run)(image, index);
        store.add(run, image, index);
    }
    store.flush();
    QTRY_VERIFY(watched.expired());
    QVERIFY(store.image(0) == directReconstruction(large, 0));
}

void VariantStoreTest::mapsComeBackExactly() {
    SolutionMaps maps;
    maps.deviation = pictureOf<float>(
        kSize, 1, [](int x, int y, int) { return 0.01F * static_cast<float>(x) + 1e-7F * static_cast<float>(y); });
    maps.residual = pictureOf<float>({11, 8}, 1, [](int x, int y, int) { return 3.5F * static_cast<float>(x - y); });
    maps.residualCurve = {4.5, 1.25};
    maps.sigma = 0.03;
    {
        VariantStore store;
        store.setFolder(path());
        store.storeMaps(3, maps);
    }
    VariantStore store;
    store.setFolder(path());
    const auto found = store.storedMaps(3);
    QVERIFY(found && found->deviation == maps.deviation && found->residual == maps.residual);
    QVERIFY(found->invented.isNull() && found->residualCurve == maps.residualCurve && found->sigma == 0.03);
    QVERIFY(!store.storedMaps(4));
    QFile::remove(QString::fromStdString(path() + "/run-0003-residual.tif"));
    QVERIFY(!store.storedMaps(3));
}

void VariantStoreTest::mapsKeepToTheirBudget() {
    SolutionMaps maps;
    maps.invented = pictureOf<float>(
        {64, 64}, 1, [](int x, int y, int) { return static_cast<float>((x * 37 + y * 101) % 251) / 251; });
    const StoredMaps stored(path(), 40000); // two of 16 KiB
    for (int run = 1; run <= 3; ++run) {
        stored.write(run, maps);
    }
    QVERIFY(!stored.read(1) && stored.read(2) && stored.read(3));
    const StoredMaps tiny(path(), 1000);
    tiny.write(4, maps);
    QVERIFY(!tiny.read(4) && tiny.read(3));
}

void VariantStoreTest::anUnwritableFolderIsTold() {
    QFile file(folder_->path() + QStringLiteral("/variants"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    VariantStore store;
    store.setFolder(path());
    QSignalSpy failures(&store, &VariantStore::writeFailed);
    const int run = store.beginRun({}, "", {.mask = stripes()});
    store.writer(run)(directReconstruction(kSize, 1), 0);
    store.add(run, directReconstruction(kSize, 1), 0);
    QTRY_VERIFY(failures.count() >= 1);
    QVERIFY(store.image(0) == directReconstruction(kSize, 1)); // still in memory
}

void VariantStoreTest::newsOfAnOldFolderAreDropped() {
    QFile file(folder_->path() + QStringLiteral("/variants"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    VariantStore store;
    store.setFolder(path());
    QSignalSpy failures(&store, &VariantStore::writeFailed);
    store.beginRun({}, "", {.mask = stripes()});
    store.setFolder(folder_->path().toStdString() + "/other");
    QTest::qWait(20);
    QCOMPARE(failures.count(), 0);
}

void VariantStoreTest::theModelIsSound() {
    VariantStore store;
    store.setFolder(path());
    VariantModel model(store);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int first = store.beginRun({}, "", {.mask = stripes()});
    store.add(first, directReconstruction(kSize, 2), 0);
    store.add(first, directReconstruction(kSize, 2), 1);
    const int second = store.beginRun({}, "", {.mask = stripes()});
    store.add(second, directReconstruction(kSize, 3), 0);
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.index(0).data(VariantModel::startsRunRole).toBool());
    QVERIFY(!model.index(1).data(VariantModel::startsRunRole).toBool());
    QVERIFY(model.index(2).data(VariantModel::startsRunRole).toBool());
    model.setShown(1);
    QVERIFY(model.index(1).data(VariantModel::shownRole).toBool());
    store.remove(1);
    QCOMPARE(model.rowCount(), 2);
    store.setFolder(path());
    store.setFolder({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(VariantStoreTest)
#include "variant_store_test.moc"
