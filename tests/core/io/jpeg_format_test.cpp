// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Unusual kinds of JPEG, and what stands in their segments.
#include "core/image/colour_profile.h"
#include "core/io/image_file.h"
#include "core/io/metadata_embedding.h"
#include "core/io/reading_notices.h"
#include "tests/support/jpeg_builder.h"
#include "tests/support/test_images.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <exiv2/exiv2.hpp>

#include <algorithm>
#include <cmath>

using namespace palimpsest;

namespace {

using Bytes = std::vector<std::byte>;

Image scene() {
    std::vector<std::uint8_t> values;
    for (int y = 0; y < 48; ++y) {
        for (int x = 0; x < 64; ++x) {
            values.push_back(static_cast<std::uint8_t>(128 + 90 * std::sin(x / 14.0 + y / 21.0)));
            values.push_back(static_cast<std::uint8_t>(110 + 60 * std::cos(y / 13.0)));
            values.push_back(static_cast<std::uint8_t>(90 + 50 * std::sin((x - y) / 19.0)));
        }
    }
    return imageOf({64, 48}, 3, values);
}

double meanDifference(const Image& a, const Image& b) {
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            for (int channel = 0; channel < 3; ++channel) {
                sum += std::abs(a.valueAt(x, y, channel) - b.valueAt(x, y, channel)) * 255;
            }
        }
    }
    return sum / (3.0 * a.width() * a.height());
}

Bytes bytesOf(const std::string& text) {
    const auto view = std::as_bytes(std::span(text));
    return {view.begin(), view.end()};
}

bool holds(const Bytes& file, const std::string& text) {
    return std::search(file.begin(), file.end(), reinterpret_cast<const std::byte*>(text.data()),
                       reinterpret_cast<const std::byte*>(text.data() + text.size())) != file.end();
}

/// A profile of a length, with the colours of a linear picture.
Bytes profileOf(std::size_t size) {
    Bytes profile = profileFrom({.gamma = 100000}, 3);
    for (std::size_t i = 0; profile.size() < size; ++i) {
        profile.push_back(static_cast<std::byte>(i * 7));
    }
    for (int i = 0; i < 4; ++i) { // the length stands in front
        profile[static_cast<std::size_t>(i)] = static_cast<std::byte>(profile.size() >> (24 - 8 * i));
    }
    return profile;
}

Bytes exifWith(const std::vector<std::pair<const char*, std::size_t>>& texts) {
    Exiv2::ExifData exif;
    exif["Exif.Image.Make"] = "Box camera";
    for (const auto& [key, length] : texts) {
        exif[key] = std::string(length, 'y');
    }
    Exiv2::Blob blob;
    Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, exif);
    const auto view = std::as_bytes(std::span(blob));
    return {view.begin(), view.end()};
}

Image labelled(ImageMetadata metadata) {
    return scene().withMetadata(std::make_shared<const ImageMetadata>(std::move(metadata)));
}

std::string packet(const std::string& content) {
    return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" " +
           content + "</rdf:Description></rdf:RDF></x:xmpmeta>";
}

const std::string kTitle = "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">an attic</rdf:li></rdf:Alt></dc:title>";

/// Our own file with a packet behind its first segment.
Bytes fileWith(const std::string& xmp) {
    ImageMetadata metadata;
    metadata.xmp = bytesOf(xmp);
    return encodeImage(labelled(metadata), {.format = "jpeg"});
}

} // namespace

class JpegFormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unusualKindsAreDecodedAndDescribed_data() {
        QTest::addColumn<bool>("isRgb");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("rows");
        QTest::addColumn<bool>("isArithmetic");
        QTest::newRow("RGB") << true << 1 << 1 << false;
        QTest::newRow("4:1:1") << false << 4 << 1 << false;
        QTest::newRow("4:4:0") << false << 1 << 2 << false;
        QTest::newRow("4:4:1") << false << 1 << 4 << false;
        QTest::newRow("4:1:0") << false << 4 << 2 << false;
        QTest::newRow("arithmetic") << false << 2 << 2 << true;
    }

    void unusualKindsAreDecodedAndDescribed() {
        QFETCH(bool, isRgb);
        QFETCH(int, columns);
        QFETCH(int, rows);
        QFETCH(bool, isArithmetic);
        const Bytes file =
            jpegOf(scene(), {.isRgb = isRgb, .columns = columns, .rows = rows, .isArithmetic = isArithmetic});
        const Image image = decodeImage(file, "test");
        QVERIFY(meanDifference(image, scene()) < 6);
        const auto compression = image.metadata()->compression;
        QVERIFY(compression != nullptr);
        QCOMPARE(compression->isRgb, isRgb);
        QCOMPARE(compression->chromaColumns, columns);
        QCOMPARE(compression->chromaRows, rows);
    }

    void aProfileArrivesWhateverElseIsThere() {
        ImageMetadata metadata;
        metadata.iccProfile = profileOf(150000);
        metadata.exif = exifWith({{"Exif.Image.Artist", 15000},
                                  {"Exif.Image.Copyright", 15000},
                                  {"Exif.Image.Software", 15000},
                                  {"Exif.Image.Model", 15000},
                                  {"Exif.Image.DocumentName", 15000},
                                  {"Exif.Image.ImageDescription", 15000}});
        metadata.xmp = bytesOf(packet("dc:source=\"" + std::string(90000, 'x') + "\">"));
        QVERIFY(metadata.exif.size() > 80000);
        const EncodedImage file = encodeImageWithNotices(labelled(metadata), {.format = "jpeg"});
        const auto read = decodeImage(file.bytes, "test").metadata();
        QVERIFY(read->iccProfile == metadata.iccProfile);
        QVERIFY(holds(read->exif, "Box camera"));
        QVERIFY(read->exif.size() > 40000 && read->exif.size() < 65536); // as much as there is room for
        QCOMPARE(file.notices.size(), std::size_t{2});
        QVERIFY(file.notices[0].text().find("left out: ") != std::string::npos);
        QCOMPARE(file.notices[1], Message(kXmpLoss));
    }

    void whatFitsIsNotMentioned() {
        ImageMetadata metadata;
        metadata.iccProfile = profileOf(1000);
        metadata.exif = exifWith({{"Exif.Image.Artist", 60000}});
        metadata.xmp = bytesOf(packet("dc:source=\"" + std::string(60000, 'x') + "\">"));
        const EncodedImage file = encodeImageWithNotices(labelled(metadata), {.format = "jpeg"});
        QVERIFY(file.notices.empty());
        const auto read = decodeImage(file.bytes, "test").metadata();
        QVERIFY(read->exif == metadata.exif);
        QVERIFY(read->iccProfile == metadata.iccProfile);
        QVERIFY(read->xmp == metadata.xmp);
    }

    void claimsOfWhatIsGoneAreTakenOff_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("gain map") << QByteArray(
            "xmlns:hdrgm=\"http://ns.adobe.com/hdr-gain-map/1.0/\" hdrgm:Version=\"1.0\" hdrgm:GainMapMax=\"3\">");
        QTest::newRow("container") << QByteArray(
            "xmlns:Container=\"http://ns.google.com/photos/1.0/container/\" "
            "xmlns:Item=\"http://ns.google.com/photos/1.0/container/item/\"><Container:Directory><rdf:Seq>"
            "<rdf:li rdf:parseType=\"Resource\"><Container:Item Item:Semantic=\"GainMap\" Item:Length=\"7\"/></rdf:li>"
            "</rdf:Seq></Container:Directory>");
        QTest::newRow("motion") << QByteArray("xmlns:GCamera=\"http://ns.google.com/photos/1.0/camera/\" "
                                              "GCamera:MotionPhoto=\"1\" GCamera:MotionPhotoVersion=\"1\" "
                                              "GCamera:MicroVideoOffset=\"99\">");
        QTest::newRow("depth map") << QByteArray("xmlns:GDepth=\"http://ns.google.com/photos/1.0/depthmap/\" "
                                                 "GDepth:Format=\"RangeInverse\" GDepth:Near=\"3\">");
        QTest::newRow("Apple's gain map") << QByteArray("xmlns:HDRGainMap=\"http://ns.apple.com/HDRGainMap/1.0/\" "
                                                        "HDRGainMap:HDRGainMapVersion=\"65536\">");
        QTest::newRow("further segments") << QByteArray("xmlns:xmpNote=\"http://ns.adobe.com/xmp/note/\" "
                                                        "xmpNote:HasExtendedXMP=\"0123\">");
    }

    void claimsOfWhatIsGoneAreTakenOff() {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        QFile file(folder.filePath("a.jpg"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Bytes bytes = fileWith(packet(content.toStdString() + kTitle));
        file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
        file.close();
        const ImageReading reading = readImageWithNotices(file.fileName().toStdString());
        QCOMPARE(reading.notices, std::vector<Message>{kAttachmentsNotice});
        const Bytes& xmp = reading.image.metadata()->xmp;
        QVERIFY(holds(xmp, "an attic"));
        for (const char* claim :
             {"GainMap", "hdr-gain-map", "Container", "MotionPhoto", "MicroVideo", "Depth", "HasExtended"}) {
            QVERIFY2(!holds(xmp, claim), claim);
        }
    }

    void otherPropertiesOfACameraStay() {
        const std::string kept = packet("xmlns:GCamera=\"http://ns.google.com/photos/1.0/camera/\" "
                                        "GCamera:SpecialTypeID=\"portrait\">" +
                                        kTitle);
        QVERIFY(decodeImage(fileWith(kept), "test").metadata()->xmp == bytesOf(kept));
    }

    void aGreyPictureKeepsTheTonesOfAnRgbProfile() {
        ImageMetadata metadata;
        metadata.iccProfile = profileFrom({.gamma = 55556}, 3);
        const Image grey = imageOf<std::uint8_t>({8, 8}, 1, std::vector<std::uint8_t>(64, 100));
        // Our writer would leave it out: it is put in afterwards.
        Bytes file = encodeImage(grey, {.format = "jpeg"});
        std::vector<Message> losses;
        embedInJpeg(file, metadata, losses);
        const Image read = decodeImage(file, "test");
        QVERIFY(read.metadata()->iccProfile == greyProfileFrom(metadata.iccProfile));
        for (const char* format : {"png", "jpeg", "tiff"}) {
            const auto again = decodeImage(encodeImage(read, {.format = format}), "again");
            QVERIFY2(again.metadata()->iccProfile == read.metadata()->iccProfile, format);
        }
        const Image webp = decodeImage(encodeImage(read, {.format = "webp", .quality = 101}), "webp"); // has no grey
        QVERIFY(webp.metadata()->iccProfile.empty());
        QVERIFY(std::abs(webp.valueAt(3, 3, 0) * 255 - 120) < 3); // (100 / 255)^1.8 in sRGB
    }
};

QTEST_GUILESS_MAIN(JpegFormatTest)
#include "jpeg_format_test.moc"
