// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/denoisers/evaluation_batch.h"

#include <QTest>

using namespace palimpsest;

class EvaluationBatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void smallPicturesGoTogether() {
        QCOMPARE(preferredBatch(64 * 64, false), 8);
        QCOMPARE(preferredBatch(128 * 128, true), 4);
        QCOMPARE(preferredBatch(256 * 256, false), 2);
        QCOMPARE(preferredBatch(256 * 256, true), 1);
        QCOMPARE(preferredBatch(4000 * 3000, false), 1);
        QCOMPARE(preferredBatch(0, true), 8);
    }
};

QTEST_GUILESS_MAIN(EvaluationBatchTest)
#include "evaluation_batch_test.moc"
