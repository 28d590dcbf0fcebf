// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/crc32.h"

#include <QTest>

#include <string>

using namespace palimpsest;

namespace {

std::uint32_t of(const std::string& text) { return crc32(std::as_bytes(std::span(text))); }

/// Bit by bit, from the definition.
std::uint32_t byDefinition(const std::string& text) {
    std::uint32_t value = 0xffffffffu;
    for (const char letter : text) {
        value ^= static_cast<unsigned char>(letter);
        for (int bit = 0; bit < 8; ++bit) {
            value = value & 1 ? value >> 1 ^ 0xedb88320u : value >> 1;
        }
    }
    return ~value;
}

} // namespace

class Crc32Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checkValue() {
        QCOMPARE(of("123456789"), 0xcbf43926u); // the published check value
        QCOMPARE(of(""), 0u);
        QCOMPARE(of("IEND"), 0xae426082u);
    }

    void everyLength() {
        std::string text;
        for (int length = 0; length < 70; ++length) {
            QCOMPARE(of(text), byDefinition(text));
            text += static_cast<char>(length * 37 + 11);
        }
    }
};

QTEST_GUILESS_MAIN(Crc32Test)
#include "crc32_test.moc"
