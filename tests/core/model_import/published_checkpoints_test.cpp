// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/model_catalogue.h"
#include "core/model_import/published_checkpoints.h"

#include <QTest>

#include <algorithm>

using namespace palimpsest;

/// What can be downloaded and what is recognised are two tables; a checkpoint of one id has one licence in both.
class PublishedCheckpointsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void catalogueAgrees() {
        int both = 0;
        for (const PublishedModel& model : publishedModels()) {
            const auto& known = publishedCheckpoints();
            const auto found = std::find_if(known.begin(), known.end(),
                                            [&](const PublishedCheckpoint& one) { return one.id == model.id; });
            if (found == known.end()) {
                continue;
            }
            ++both;
            QVERIFY2(found->title == model.title, model.id.c_str());
            QVERIFY2(found->licence == model.licence, model.id.c_str());
            QVERIFY2(found->answers == model.recognition, model.id.c_str());
        }
        QVERIFY(both > 10);
    }
};

QTEST_GUILESS_MAIN(PublishedCheckpointsTest)
#include "published_checkpoints_test.moc"
