// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/classical_fill.h"
#include "core/image/classical_restorer.h"
#include "core/methods/method_rows.h"
#include "core/methods/recipes.h"
#include "core/methods/sampling_recipe.h"
#include "core/sampling/published_presets.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace palimpsest;

namespace {

const TaskDescription& task(const char* id) { return taskCatalogue().at(id); }

bool serves(const char* method, const char* id) { return methodCatalogue().at(method).serves(task(id)); }

MethodSettings settings(const char* method, std::string_view operatorId, const MethodRequest& request = {}) {
    return settingsOf(methodCatalogue().at(method), request, operatorId);
}

} // namespace

class MethodRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsOfUse();
    void scopesServeTheirTasks();
    void whoServesWhat();
    void everyRecipeCanBeDone();
    void papersChooseByTheOperator();
    void publishedRowsAreThePresets();
    void classicalRowsUseNoNetwork();
    void theDefaultIsTheTasks();
    void gradientsTakeSmallPieces();
    void wideHolesAreSolvedDeep();
    void unknownMethodsAreRefused();
};

void MethodRowsTest::everyRowIsOfUse() {
    std::set<std::string> ids;
    std::set<std::string> titles;
    for (const MethodEntry& method : methodCatalogue()) {
        QVERIFY2(ids.insert(method.id).second, method.id.c_str());
        QVERIFY2(titles.insert(method.title).second, method.title.c_str());
        QVERIFY2(method.description.size() > 10 && method.description.back() == '.', method.id.c_str());
        QVERIFY2(std::any_of(taskCatalogue().begin(), taskCatalogue().end(),
                             [&](const TaskDescription& t) { return method.serves(t); }),
                 method.id.c_str());
        QCOMPARE(method.recipe != nullptr, method.kind == MethodKind::recipe);
    }
    QCOMPARE(std::count_if(methodCatalogue().begin(), methodCatalogue().end(),
                           [](const MethodEntry& m) { return m.kind == MethodKind::taskDefault; }),
             1);
}

void MethodRowsTest::scopesServeTheirTasks() {
    for (const MethodEntry& method : methodCatalogue()) {
        for (const TaskDescription& one : taskCatalogue()) {
            const bool isInScope =
                method.scope == MethodScope::everyTask || (method.scope == MethodScope::linearTasks && one.isLinear);
            QCOMPARE(method.serves(one), isInScope || one.hasMethod(method.id));
        }
    }
    TaskDescription made;
    made.isLinear = false;
    made.methods = {"wiener"};
    QVERIFY(methodCatalogue().at("default").serves(made) && methodCatalogue().at("ddnm").serves(made));
    QVERIFY(!methodCatalogue().at("ddrm").serves(made) && !methodCatalogue().at("dps-2023").serves(made));
    QVERIFY(methodCatalogue().at("wiener").serves(made) && !methodCatalogue().at("telea").serves(made));
}

void MethodRowsTest::whoServesWhat() {
    QVERIFY(serves("fill", "inpaint") && !serves("fill", "old-photo"));
    QVERIFY(serves("telea", "inpaint") && !serves("telea", "deblur"));
    QVERIFY(serves("wiener", "deblur") && !serves("wiener", "denoise"));
    QVERIFY(serves("total-variation", "deblur") && serves("total-variation", "dejpeg") &&
            !serves("total-variation", "upscale"));
    QVERIFY(serves("posterior-mean", "denoise") && !serves("posterior-mean", "deblur"));
    QVERIFY(serves("mcg", "colorize") && !serves("mcg", "declip") && !serves("mcg", "dejpeg"));
    QVERIFY(serves("diffpir", "declip") && serves("repaint-2022", "inpaint") && !serves("repaint-2022", "dejpeg"));
    for (const TaskDescription& one : taskCatalogue()) {
        QVERIFY(serves("default", one.id.c_str()));
    }
}

void MethodRowsTest::everyRecipeCanBeDone() {
    for (const MethodEntry& method : methodCatalogue()) {
        if (method.kind == MethodKind::taskDefault) {
            continue;
        }
        for (const char* operatorId : {"inpainting-mask", "grey", "blur", "downsample-bicubic", "identity"}) {
            const MethodSettings made =
                settingsOf(method, {.holes = {30, 3000}, .sigma = 0.1, .sample = 1}, operatorId);
            const SamplingRecipe recipe = samplingRecipe(made); // throws for what there is not
            QVERIFY2(recipe.rule != nullptr, method.id.c_str());
            QCOMPARE(evaluationsOf(made, made.coarsest) > 0, made.usesPrior());
            QCOMPARE(made.isClassical(), method.kind == MethodKind::classical);
            QCOMPARE(needsGraph(made), made.usesPrior() && recipe.guidance.needsGraph);
        }
    }
}

void MethodRowsTest::papersChooseByTheOperator() {
    QCOMPARE(settings("ccdf-2022", "inpainting-mask").coarsest, (LevelRecipe{0.2, 200}));
    QCOMPARE(settings("ccdf-2022", "downsample-bicubic").coarsest, (LevelRecipe{0.1, 100}));
    QCOMPARE(settings("diffpir-2023", "inpainting-mask").coarsest.steps, 20);
    QCOMPARE(settings("diffpir-2023", "blur").coarsest.steps, 100);
    QCOMPARE(settings("mcg-2022", "inpainting-mask").guidanceParameters.at("scale"), ParameterValue(1.0));
    QCOMPARE(settings("mcg-2022", "grey").guidanceParameters.at("scale"), ParameterValue(0.1));
    QVERIFY(settings("ddnm", "blur") == settings("ddnm", "inpainting-mask")); // ours are the same for all
}

void MethodRowsTest::publishedRowsAreThePresets() {
    int count = 0;
    for (const MethodEntry& method : methodCatalogue()) {
        if (method.kind != MethodKind::published) {
            continue;
        }
        ++count;
        const PublishedPreset preset = publishedPreset(method.id, "blur");
        const MethodSettings made = settingsOf(method, {}, "blur");
        QCOMPARE(made.guidance, preset.guidance);
        QVERIFY(made.guidanceParameters == preset.guidanceParameters &&
                made.stepRuleParameters == preset.stepRuleParameters);
        QCOMPARE(made.stepRule, preset.stepRule);
        QCOMPARE(made.spacing, preset.spacing);
        QCOMPARE(made.coarsest, (LevelRecipe{preset.t0, preset.steps}));
        QVERIFY(!made.refineWithFill && std::isinf(made.coarsestRadius) &&
                made.coarsestSide == 0); // one level, no other network
        QVERIFY2(method.title.ends_with(preset.id.substr(preset.id.rfind('-') + 1)), method.title.c_str());
    }
    QCOMPARE(count, static_cast<int>(publishedPresets("blur").size()));
    QCOMPARE(methodCatalogue().at("pigdm-2023").title, std::string("PiGDM 2023"));
}

void MethodRowsTest::classicalRowsUseNoNetwork() {
    std::set<std::string> expected;
    for (const ClassicalFill& fill : classicalFills()) {
        expected.insert(fill.id);
    }
    for (const ClassicalRestorer& restorer : classicalRestorers()) {
        expected.insert(restorer.id);
    }
    std::set<std::string> found;
    for (const MethodEntry& method : methodCatalogue()) {
        if (method.kind == MethodKind::classical) {
            found.insert(method.id);
            const MethodSettings made = settingsOf(method, {}, "blur");
            QVERIFY(made.isClassical() && std::isinf(made.coarsestRadius));
            QCOMPARE(made.firstEstimate, std::optional(method.id));
        }
    }
    QVERIFY(found == expected);
}

void MethodRowsTest::theDefaultIsTheTasks() { QVERIFY_EXCEPTION_THROWN(settings("default", "blur"), Bug); }

void MethodRowsTest::gradientsTakeSmallPieces() {
    for (const char* id : {"dps", "mcg", "pigdm", "dps-2023", "mcg-2022", "pigdm-2023"}) {
        QVERIFY2(needsGraph(settings(id, "blur")) && settings(id, "blur").tileSide == 256, id);
    }
    for (const char* id : {"ddnm", "ddrm", "diffpir", "daps", "ddnm-2023"}) {
        QVERIFY2(!needsGraph(settings(id, "blur")) && settings(id, "blur").tileSide == 512, id);
    }
    QVERIFY(!needsGraph(classicalAlone("wiener")));
}

void MethodRowsTest::wideHolesAreSolvedDeep() {
    QCOMPARE(feedForwardFill({.radius = 8, .covered = 100}).coarsestRadius, 8.0);
    QCOMPARE(feedForwardFill({.radius = 8.5, .covered = 100}).coarsestRadius, 4.0);
    QVERIFY(settings("fill", "inpainting-mask", {.holes = {20, 1000}}) == feedForwardFill({20, 1000}));
}

void MethodRowsTest::unknownMethodsAreRefused() {
    QVERIFY_EXCEPTION_THROWN(methodCatalogue().at("magic"), Error);
    QVERIFY(!methodCatalogue().find("") && !methodCatalogue().find("mcg-2021"));
}

QTEST_GUILESS_MAIN(MethodRowsTest)
#include "method_rows_test.moc"
