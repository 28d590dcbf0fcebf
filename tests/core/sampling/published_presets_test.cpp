// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/sampling/published_presets.h"
#include "tests/core/sampling/gaussian_oracle.h"

#include <QTest>

#include <set>

using namespace palimpsest;

namespace {

int evaluations(const PublishedPreset& preset) {
    return plannedEvaluations(preset.steps, *makeStepRule(preset.stepRule, preset.stepRuleParameters),
                              guidancePlan(preset.guidance, preset.guidanceParameters));
}

} // namespace

class PublishedPresetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPresetCanBeMade() {
        for (const char* operatorId : {"inpainting-mask", "blur"}) {
            std::set<std::string> ids;
            for (const PublishedPreset& preset : publishedPresets(operatorId)) {
                ids.insert(preset.id);
                timestepSpacing(preset.spacing);
                QVERIFY(evaluations(preset) > 0);
                QCOMPARE(preset.start == "estimate", preset.t0 < 1);
                QVERIFY(!preset.description.empty());
            }
            QCOMPARE(ids.size(), std::size_t{10});
        }
    }

    void evaluationsAreThoseOfThePapers() {
        const auto of = [](const char* id, const char* operatorId) {
            return evaluations(publishedPreset(id, operatorId));
        };
        QCOMPARE(of("mcg-2022", "grey"), 1000);
        QCOMPARE(of("ccdf-2022", "inpainting-mask"), 200);
        QCOMPARE(of("ccdf-2022", "downsample-area"), 100);
        QCOMPARE(of("dps-2023", "blur"), 1000);
        QCOMPARE(of("ddnm-2023", "blur"), 100);
        QCOMPARE(of("diffpir-2023", "blur"), 100);
        QCOMPARE(of("diffpir-2023", "inpainting-mask"), 20);
        QCOMPARE(of("ddrm-2022", "blur"), 20);
        QCOMPARE(of("repaint-2022", "inpainting-mask"), 2410);
        QCOMPARE(of("daps-2024", "blur"), 200 * 5 - (4 + 3 + 2 + 1)); // the last levels have fewer nodes ahead
        QCOMPARE(of("dds-2024", "blur"), 50);
        QCOMPARE(of("pigdm-2023", "blur"), 100);
    }

    void anUnknownPresetIsRefused() { QVERIFY_EXCEPTION_THROWN(publishedPreset("mcg-2021", "blur"), Error); }
};

QTEST_GUILESS_MAIN(PublishedPresetsTest)
#include "published_presets_test.moc"
