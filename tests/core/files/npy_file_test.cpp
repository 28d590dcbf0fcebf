// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/npy_file.h"
#include "tests/support/refusal.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace palimpsest;

class NpyFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrips() {
        for (const NpyArray& array : {NpyArray{{2, 3}, {1, 2, 3, 4, 5, -6.5F}}, NpyArray{{3}, {0, 1, 2}},
                                      NpyArray{{}, {7}}, NpyArray{{0, 4}, {}}}) {
            writeNpy(path(), array);
            QCOMPARE(readNpy(path()), array);
        }
    }

    /// The bytes that numpy 1.24 writes for numpy.arange(2, dtype="<f4").
    void writesWhatNumpyWrites() {
        writeNpy(path(), {{2}, {0, 1}});
        QByteArray expected("\x93NUMPY\x01\x00\x76\x00", 10);
        expected += "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";
        expected += QByteArray(127 - expected.size(), ' ') + '\n' + QByteArray("\0\0\0\0\0\0\x80\x3f", 8);
        QFile file(QString::fromStdString(path()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), expected);
    }

    void readsOtherVersions() {
        const QByteArray header = "{'shape': (1,2), 'descr':'<f4' , 'fortran_order':False}\n";
        write(QByteArray("\x93NUMPY\x02\x00", 8) + char(header.size()) + QByteArray(3, '\0') + header +
              QByteArray(8, '\0'));
        QCOMPARE(readNpy(path()), (NpyArray{{1, 2}, {0, 0}}));
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        const QByteArray two(8, '\0');
        QTest::newRow("other file") << QByteArray("PK\x03\x04 something else") << "does not begin";
        QTest::newRow("version") << QByteArray("\x93NUMPY\x09\x00\x02\x00{}", 12) << "version";
        QTest::newRow("cut header") << QByteArray("\x93NUMPY\x01\x00\xff\xff{}", 12) << "beyond the end";
        QTest::newRow("no length") << QByteArray("\x93NUMPY\x01\x00", 8) << "ends in its header";
        QTest::newRow("double") << file("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }") + two << "<f8";
        QTest::newRow("big-endian") << file("{'descr': '>f4', 'fortran_order': False, 'shape': (2,), }") + two << ">f4";
        QTest::newRow("objects") << file("{'descr': '|O', 'fortran_order': False, 'shape': (2,), }") + two << "|O";
        QTest::newRow("fortran") << file("{'descr': '<f4', 'fortran_order': True, 'shape': (2,), }") + two
                                 << "Fortran order";
        QTest::newRow("too short") << file("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }") + two
                                   << "do not fill";
        QTest::newRow("too long") << file("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }") + two
                                  << "do not fill";
        QTest::newRow("half a number") << file("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }") +
                                              QByteArray(5, '\0')
                                       << "do not fill";
        QTest::newRow("overflow") << file(
                                         "{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775807,9), }")
                                  << "larger than memory";
        QTest::newRow("huge number")
            << file("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }") << "whole numbers";
        QTest::newRow("negative") << file("{'descr': '<f4', 'fortran_order': False, 'shape': (-2,), }") + two
                                  << "whole numbers";
        QTest::newRow("missing") << file("{'descr': '<f4', 'shape': (2,), }") + two << "dictionary of";
        QTest::newRow("twice") << file("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2,)}") + two
                               << "twice";
        QTest::newRow("more") << file("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'x': 1}") + two
                              << "unknown entry";
        QTest::newRow("code") << file("__import__('os')") + two << "lacks a {";
        QTest::newRow("open text") << file("{'descr") + two << "inside a string";
        QTest::newRow("behind") << file("{'descr': '<f4', 'fortran_order': False, 'shape': (2,)} more") + two
                                << "dictionary of";
    }

    void refuses() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        write(bytes);
        const QString message = refusal(ErrorCode::badInput, [&] { readNpy(path()); });
        QVERIFY2(message.contains(words), qPrintable(message));
    }

private:
    static QByteArray file(const QByteArray& header) {
        return QByteArray("\x93NUMPY\x01\x00", 8) + char(header.size()) + '\0' + header;
    }
    std::string path() const { return folder_.filePath("x.npy").toStdString(); }
    void write(const QByteArray& bytes) const {
        QFile out(QString::fromStdString(path()));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }

    QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(NpyFileTest)
#include "npy_file_test.moc"
