// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/image_file.h"
#include "core/io/image_metadata.h"
#include "tests/support/test_images.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <exiv2/exiv2.hpp>

#include <cmath>

using namespace palimpsest;

namespace {

using Bytes = std::vector<std::byte>;

constexpr const char* kXmp =
    R"(<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">)"
    R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="")"
    R"( xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="an attic" xmlns:tiff="http://ns.adobe.com/tiff/1.0/")"
    R"( tiff:Orientation="6"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>)";

template <typename Range>
Bytes bytesOf(const Range& range) {
    const auto bytes = std::as_bytes(std::span(range));
    return {bytes.begin(), bytes.end()};
}

Exiv2::ExifData exifOf(const Bytes& blob) {
    Exiv2::ExifData exif;
    Exiv2::ExifParser::decode(exif, reinterpret_cast<const Exiv2::byte*>(blob.data()),
                              static_cast<std::uint32_t>(blob.size()));
    return exif;
}

std::string value(const Bytes& blob, const char* key) {
    const Exiv2::ExifData exif = exifOf(blob);
    const auto found = exif.findKey(Exiv2::ExifKey(key));
    return found == exif.end() ? "" : found->toString();
}

Bytes cameraExif(int orientation) {
    Exiv2::ExifData exif;
    exif["Exif.Image.Make"] = "Box camera";
    exif["Exif.Image.Orientation"] = static_cast<std::uint16_t>(orientation);
    exif["Exif.Photo.DateTimeOriginal"] = "1931:05:02 12:00:00";
    exif["Exif.Photo.PixelXDimension"] = std::uint32_t{4000};
    exif["Exif.GPSInfo.GPSLatitudeRef"] = "N";
    Exiv2::Blob blob;
    Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, exif);
    return bytesOf(blob);
}

Bytes profile() {
    QFile file(PALIMPSEST_SOURCE_DIR "/tests/golden/pictures/srgb.icc");
    [[maybe_unused]] const bool isOpen = file.open(QIODevice::ReadOnly);
    return bytesOf(file.readAll());
}

ImageMetadata everything() {
    Exiv2::IptcData iptc;
    iptc["Iptc.Application2.Caption"] = "Aunt Emma at the lake";
    const Exiv2::DataBuf buffer = Exiv2::IptcParser::encode(iptc);
    ImageMetadata metadata;
    metadata.iccProfile = profile();
    metadata.exif = cameraExif(1);
    metadata.xmp = bytesOf(std::string(kXmp));
    metadata.iptc = bytesOf(std::span(buffer.pData_, static_cast<std::size_t>(buffer.size_)));
    metadata.dotsPerInchX = 300;
    metadata.dotsPerInchY = 200;
    return metadata;
}

Image labelled(const Image& image, const ImageMetadata& metadata) {
    return image.withMetadata(std::make_shared<const ImageMetadata>(metadata));
}

} // namespace

class ImageMetadataTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;

    /// Written as `name` and read again.
    Image again(const Image& image, const QString& name) const {
        const std::string path = folder_.filePath(name).toStdString();
        writeImage(path, image);
        return readImage(path);
    }

private Q_SLOTS:
    void formatsWithMetadataKeepAllOfIt() {
        const Image image = labelled(patterned({30, 20}, 3, PixelDepth::uint8), everything());
        for (const char* name : {"a.png", "a.jpg", "a.tif", "a.webp"}) {
            const Image read = again(image, name);
            QVERIFY2(read.metadata() != nullptr, name);
            const ImageMetadata& metadata = *read.metadata();
            QVERIFY2(metadata.iccProfile == profile(), name);
            QCOMPARE(value(metadata.exif, "Exif.Image.Make"), std::string("Box camera"));
            QCOMPARE(value(metadata.exif, "Exif.Photo.DateTimeOriginal"), std::string("1931:05:02 12:00:00"));
            QCOMPARE(value(metadata.exif, "Exif.GPSInfo.GPSLatitudeRef"), std::string("N"));
            QCOMPARE(value(metadata.exif, "Exif.Photo.PixelXDimension"), std::string("30"));
            const QByteArray xmp(reinterpret_cast<const char*>(metadata.xmp.data()),
                                 static_cast<int>(metadata.xmp.size()));
            QVERIFY2(xmp.contains("an attic"), name);
            QVERIFY2(!xmp.contains("\"6\"") && !xmp.contains(">6<"), xmp.constData());
            if (QByteArray(name) != "a.webp") { // holds no IPTC, and no resolution beside EXIF
                QVERIFY2(metadata.iptc == everything().iptc, name);
                QVERIFY2(std::abs(metadata.dotsPerInchX - 300) < 0.5 && std::abs(metadata.dotsPerInchY - 200) < 0.5,
                         name);
            }
        }
    }

    void aSecondTripChangesNothing() {
        const Image image = labelled(patterned({30, 20}, 3, PixelDepth::uint8), everything());
        for (const char* name : {"b.png", "b.jpg", "b.tif", "b.webp"}) {
            const Image first = again(image, name);
            const Image second = again(first, QString("again_") + name);
            QVERIFY2(*first.metadata() == *second.metadata(), name);
        }
    }

    void pixelsAreThoseWithoutMetadata() {
        for (const PixelDepth depth : {PixelDepth::uint8, PixelDepth::uint16}) {
            const Image image = patterned({31, 17}, 4, depth);
            for (const char* name : {"c.png", "c.tif"}) {
                QVERIFY2(again(labelled(image, everything()), name) == image, name);
            }
        }
        const Image floats = patterned({31, 17}, 3, PixelDepth::float32);
        QVERIFY(again(labelled(floats, everything()), "c.tif") == floats);
    }

    void resolutionTravels() {
        ImageMetadata metadata;
        metadata.dotsPerInchX = 600;
        metadata.dotsPerInchY = 600;
        for (const char* name : {"d.png", "d.jpg", "d.tif", "d.bmp", "d.webp"}) {
            const Image read = again(labelled(patterned({8, 8}, 1, PixelDepth::uint8), metadata), name);
            QVERIFY2(std::abs(read.metadata()->dotsPerInchX - 600) < 0.5,
                     qPrintable(QString(name) + QString::number(read.metadata()->dotsPerInchX)));
        }
    }

    void theLayoutOfAFileIsNoMetadata() {
        for (const char* name :
             {"palette.tif", "jpeg.tif", "one_bit.tif", "cmyk.tif", "lzw.tif", "unassociated_alpha.tif"}) {
            const Image read = readImage(std::string(PALIMPSEST_SOURCE_DIR "/tests/golden/pictures/") + name);
            for (const Exiv2::Exifdatum& tag : exifOf(read.metadata()->exif)) {
                QVERIFY2(tag.key() == "Exif.Image.XResolution" || tag.key() == "Exif.Image.YResolution" ||
                             tag.key() == "Exif.Image.ResolutionUnit" || tag.key() == "Exif.Image.Orientation",
                         tag.key().c_str());
            }
            QVERIFY2(again(read, "again.tif") == read, name);
            QVERIFY2(again(read, "again.png") == read, name);
        }
    }

    void orientationIsResetEverywhere() {
        const Image image = patterned({20, 10}, 3, PixelDepth::uint8);
        ImageMetadata metadata;
        metadata.exif = cameraExif(6);
        const Image read = again(labelled(image, metadata), "e.png");
        QCOMPARE(read.size(), (Size{10, 20}));
        QCOMPARE(value(read.metadata()->exif, "Exif.Image.Orientation"), std::string("1"));
        QCOMPARE(again(read, "f.png").size(), (Size{10, 20}));
    }

    void profilesOfOtherColoursAreLeftOut() {
        const Image grey = labelled(patterned({20, 10}, 1, PixelDepth::uint8), everything());
        for (const char* name : {"g.png", "g.jpg", "g.tif"}) {
            QVERIFY2(again(grey, name).metadata()->iccProfile.empty(), name);
        }
    }

    void anXmpPacketTooLargeForJpegIsLeftOut() {
        ImageMetadata metadata = everything();
        std::string xmp = kXmp;
        xmp.insert(xmp.find("an attic"), std::string(100000, 'x'));
        metadata.xmp = bytesOf(xmp);
        const Image image = labelled(patterned({20, 10}, 3, PixelDepth::uint8), metadata);
        const Image photo = again(image, "h.jpg");
        QVERIFY(photo.metadata()->xmp.empty());
        QVERIFY(photo.metadata()->iccProfile == profile());
        QCOMPARE(value(photo.metadata()->exif, "Exif.Image.Make"), std::string("Box camera"));
        QVERIFY(again(image, "h.png").metadata()->xmp.size() > 100000);
    }

    void damagedMetadataKeepsNoOneFromThePixels() {
        const Image image = patterned({20, 10}, 3, PixelDepth::uint8);
        ImageMetadata metadata = everything();
        for (std::size_t i = 8; i < metadata.exif.size(); i += 3) {
            metadata.exif[i] = std::byte{0xee};
        }
        metadata.xmp = bytesOf(std::string("<broken"));
        metadata.iptc = bytesOf(std::string("\x1c\x02\x78\x7f\xff", 5));
        for (const char* name : {"i.png", "i.tif"}) {
            QVERIFY2(again(labelled(image, metadata), name) == image, name);
        }
    }

    void theEmbeddedThumbnailIsDropped() {
        Exiv2::ExifData exif;
        exif["Exif.Image.Make"] = "Box camera";
        const Bytes small = encodeImage(patterned({16, 12}, 3, PixelDepth::uint8), {.format = "jpeg"});
        Exiv2::ExifThumb(exif).setJpegThumbnail(reinterpret_cast<const Exiv2::byte*>(small.data()),
                                                static_cast<long>(small.size()));
        Exiv2::Blob blob;
        Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, exif);
        ImageMetadata metadata;
        metadata.exif = bytesOf(blob);
        QVERIFY(metadata.exif.size() > small.size());
        const Image read = again(labelled(patterned({20, 10}, 3, PixelDepth::uint8), metadata), "j.jpg");
        QVERIFY(read.metadata()->exif.size() < small.size());
        QCOMPARE(value(read.metadata()->exif, "Exif.Image.Make"), std::string("Box camera"));
    }
};

QTEST_GUILESS_MAIN(ImageMetadataTest)
#include "image_metadata_test.moc"
