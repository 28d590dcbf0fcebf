// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisitions/acquisition.h"
#include "core/base/error.h"
#include "tests/support/test_pictures.h"

#include <QTest>

#include <functional>
#include <set>

using namespace palimpsest;

namespace {

/// All that a sinogram is made from, so that one thing can be changed.
struct SinogramParts {
    int slices = 2;
    int bins = 3;
    ScanGeometry geometry{.angles = {0, 0.5, 1, 1.5},
                          .binSpacing = 0.8,
                          .centreOfRotation = 0.25,
                          .sourceToAxis = 500,
                          .axisToDetector = 400};
    std::vector<float> values;
    Sinogram::Quantity quantity = Sinogram::Quantity::lineIntegrals;
    double i0 = 0;

    SinogramParts() {
        for (int i = 0; i < 2 * 4 * 3; ++i) {
            values.push_back(static_cast<float>(i) / 7);
        }
    }
    Sinogram whole() const { return {slices, bins, geometry, values, quantity, i0}; }
};

struct KSpaceParts {
    int slices = 2;
    int coils = 3;
    std::vector<std::uint8_t> sampled{1, 0, 1, 1};
    int readout = 5;
    Size matrix{4, 3};
    std::vector<std::complex<float>> values;

    KSpaceParts() {
        for (int i = 0; i < 2 * 3 * 4 * 5; ++i) {
            values.emplace_back(static_cast<float>(i), static_cast<float>(-i) / 3);
        }
    }
    KSpace whole() const { return {slices, coils, sampled, readout, matrix, values}; }
};

const std::vector<std::function<void(SinogramParts&)>> kSinogramChanges{
    [](SinogramParts& s) { std::swap(s.slices, s.bins); }, // as many values
    [](SinogramParts& s) { s.geometry.kind = TomographyGeometry::fanFlat; },
    [](SinogramParts& s) { s.geometry.kind = TomographyGeometry::fanCurved; },
    [](SinogramParts& s) { s.geometry.angles[2] += 1e-12; },
    [](SinogramParts& s) { std::swap(s.geometry.angles[0], s.geometry.angles[1]); },
    [](SinogramParts& s) { s.geometry.binSpacing = 0.9; },
    [](SinogramParts& s) { s.geometry.centreOfRotation = -0.25; },
    [](SinogramParts& s) { s.geometry.sourceToAxis = 400; },
    [](SinogramParts& s) { s.geometry.axisToDetector = 500; },
    [](SinogramParts& s) { std::swap(s.geometry.sourceToAxis, s.geometry.axisToDetector); },
    [](SinogramParts& s) { s.quantity = Sinogram::Quantity::counts; },
    [](SinogramParts& s) { s.i0 = 1e5; },
    [](SinogramParts& s) { s.values.back() += 1e-3F; },
    [](SinogramParts& s) { std::swap(s.values[0], s.values[1]); },
};

const std::vector<std::function<void(KSpaceParts&)>> kKSpaceChanges{
    [](KSpaceParts& k) { std::swap(k.slices, k.coils); },
    [](KSpaceParts& k) { k.sampled[1] = 1; },
    [](KSpaceParts& k) { k.sampled = {1, 0, 1, 1, 1}, k.readout = 4; }, // as many values
    [](KSpaceParts& k) { k.matrix.width = 3; },
    [](KSpaceParts& k) { k.matrix = {3, 4}; },
    [](KSpaceParts& k) { k.values[7] = {0, 0}; },
    [](KSpaceParts& k) { k.values[7] = std::conj(k.values[7]); },
};

} // namespace

class AcquisitionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSinogramKeepsItsParts() {
        const SinogramParts parts;
        const Sinogram sinogram = parts.whole();
        QVERIFY(!sinogram.isNull() && Sinogram().isNull());
        QCOMPARE(sinogram.slices(), 2);
        QCOMPARE(sinogram.views(), 4);
        QCOMPARE(sinogram.bins(), 3);
        QVERIFY(sinogram.geometry() == parts.geometry);
        QVERIFY(sinogram.quantity() == Sinogram::Quantity::lineIntegrals);
        QCOMPARE(sinogram.values(), parts.values);
        const Sinogram copy = sinogram;
        QCOMPARE(copy.values().data(), sinogram.values().data()); // shared
        QVERIFY(Sinogram().values().empty());
    }

    void aKSpaceKeepsItsParts() {
        const KSpaceParts parts;
        const KSpace kSpace = parts.whole();
        QVERIFY(!kSpace.isNull() && KSpace().isNull());
        QCOMPARE(kSpace.slices(), 2);
        QCOMPARE(kSpace.coils(), 3);
        QCOMPARE(kSpace.phaseEncodes(), 4);
        QCOMPARE(kSpace.readout(), 5);
        QCOMPARE(kSpace.matrix(), (Size{4, 3}));
        QVERIFY(kSpace.sampled() == parts.sampled && kSpace.values() == parts.values);
        const KSpace copy = kSpace;
        QCOMPARE(copy.values().data(), kSpace.values().data());
        QVERIFY(KSpace().values().empty());
    }

    void everyFieldOfASinogramCounts() {
        const Sinogram plain = SinogramParts().whole();
        QVERIFY(plain == SinogramParts().whole());
        QCOMPARE(contentHash(plain), contentHash(SinogramParts().whole()));
        std::set<std::string> hashes{contentHash(plain), contentHash(Sinogram())};
        for (std::size_t i = 0; i < kSinogramChanges.size(); ++i) {
            SinogramParts parts;
            kSinogramChanges[i](parts);
            QVERIFY2(!(parts.whole() == plain), std::to_string(i).c_str());
            QVERIFY2(hashes.insert(contentHash(parts.whole())).second, std::to_string(i).c_str());
        }
    }

    void everyFieldOfAKSpaceCounts() {
        const KSpace plain = KSpaceParts().whole();
        QVERIFY(plain == KSpaceParts().whole());
        QCOMPARE(contentHash(plain), contentHash(KSpaceParts().whole()));
        std::set<std::string> hashes{contentHash(plain), contentHash(KSpace())};
        for (std::size_t i = 0; i < kKSpaceChanges.size(); ++i) {
            KSpaceParts parts;
            kKSpaceChanges[i](parts);
            QVERIFY2(!(parts.whole() == plain), std::to_string(i).c_str());
            QVERIFY2(hashes.insert(contentHash(parts.whole())).second, std::to_string(i).c_str());
        }
    }

    void wrongSizesAreBugs() {
        const std::vector<std::function<void(SinogramParts&)>> sinograms{
            [](SinogramParts& s) { s.values.pop_back(); },
            [](SinogramParts& s) { s.values.push_back(0); },
            [](SinogramParts& s) { s.slices = 0; },
            [](SinogramParts& s) { s.slices = -2; },
            [](SinogramParts& s) { s.bins = 4; },
            [](SinogramParts& s) { s.geometry.angles.pop_back(); },
            [](SinogramParts& s) { s.geometry.angles.clear(), s.values.clear(); }};
        for (const auto& change : sinograms) {
            SinogramParts parts;
            change(parts);
            QVERIFY_EXCEPTION_THROWN(parts.whole(), Bug);
        }
        const std::vector<std::function<void(KSpaceParts&)>> kSpaces{
            [](KSpaceParts& k) { k.values.pop_back(); },
            [](KSpaceParts& k) { k.coils = 4; },
            [](KSpaceParts& k) { k.readout = -5; },
            [](KSpaceParts& k) { k.matrix = {}; },
            [](KSpaceParts& k) { k.sampled.push_back(0); },
            [](KSpaceParts& k) { k.sampled.clear(), k.values.clear(); },
            [](KSpaceParts& k) { k.slices = -2, k.coils = -3; }};
        for (const auto& change : kSpaces) {
            KSpaceParts parts;
            change(parts);
            QVERIFY_EXCEPTION_THROWN(parts.whole(), Bug);
        }
    }

    void kindsHaveTheirOwnNamesAndHashes() {
        const Image picture = patternedPicture({4, 3});
        const Acquisition acquisitions[] = {picture, SinogramParts().whole(), KSpaceParts().whole()};
        const char* names[] = {"picture", "sinogram", "k-space"};
        std::set<std::string> hashes;
        for (std::size_t i = 0; i < std::size(acquisitions); ++i) {
            QCOMPARE(kindOf(acquisitions[i]), std::string_view(names[i]));
            QVERIFY(!isNull(acquisitions[i]));
            hashes.insert(contentHash(acquisitions[i]));
        }
        QCOMPARE(contentHash(acquisitions[0]), contentHash(picture)); // as records before acquisitions told it
        QVERIFY(isNull(Acquisition()) && isNull(Acquisition(Sinogram())) && isNull(Acquisition(KSpace())));
        for (const Acquisition& none : {Acquisition(), Acquisition(Sinogram()), Acquisition(KSpace())}) {
            hashes.insert(contentHash(none));
        }
        QCOMPARE(hashes.size(), std::size_t{6});
        QCOMPARE(kindOf(Acquisition()), std::string_view("picture"));
    }
};

QTEST_GUILESS_MAIN(AcquisitionTest)
#include "acquisition_test.moc"
