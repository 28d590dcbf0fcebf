// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specs/restore_spec.h"
#include "ui/forms/parameter_form.h"
#include "ui/forms/seed_editor.h"
#include "ui/forms/slider_field.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

ParameterSchemas everyType() {
    return {
        {.name = "flag", .type = ParameterType::boolean, .defaultValue = true, .description = "A flag."},
        {.name = "count", .type = ParameterType::integer, .defaultValue = std::int64_t{0}, .minimum = 0, .maximum = 9},
        {.name = "scale", .type = ParameterType::real, .defaultValue = -1.0, .minimum = -1, .maximum = 1},
        {.name = "kind", .type = ParameterType::choice, .defaultValue = std::string("two"), .choices = {"one", "two"}},
        {.name = "note", .type = ParameterType::text, .defaultValue = std::string("as it was")}};
}

} // namespace

class ParameterFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsDefaults();
    void valuesSurviveARoundTrip();
    void theWordAutoStandsForTheAutomaticValue();
    void realsThatTheBoxCannotShowAreKept();
    void onlyTheUserIsAChange();
    void theSpecsFieldsAreEditable();
    void everyEditorHasNameAndToolTip();
    void seedsAreExact();
    void slidersFollowTheNumber();
};

void ParameterFormTest::showsDefaults() {
    ParameterForm form;
    form.setSchemas(everyType());
    ParameterValues defaults;
    for (const auto& schema : everyType()) {
        defaults[schema.name] = schema.defaultValue;
    }
    QVERIFY(form.values() == defaults);
}

void ParameterFormTest::valuesSurviveARoundTrip() {
    ParameterForm form;
    form.setSchemas(everyType());
    const ParameterValues values = {{"flag", false},
                                    {"count", std::int64_t{7}},
                                    {"scale", 0.25},
                                    {"kind", std::string("one")},
                                    {"note", std::string("other")}};
    form.setValues(values);
    QVERIFY(form.values() == values);
    form.setValues({{"unknown", true}});
    QVERIFY(form.values() == values);
}

void ParameterFormTest::theWordAutoStandsForTheAutomaticValue() {
    ParameterForm form;
    form.setSchemas(
        {{.name = "count", .type = ParameterType::integer, .defaultValue = Automatic{}, .minimum = 1, .maximum = 9},
         {.name = "scale", .type = ParameterType::real, .defaultValue = Automatic{}, .minimum = 0, .maximum = 1}});
    auto* count = form.findChild<QSpinBox*>(QStringLiteral("count"));
    auto* scale = form.findChild<QDoubleSpinBox*>(QStringLiteral("scale"));
    QCOMPARE(count->text(), QStringLiteral("Auto"));
    QCOMPARE(scale->text(), QStringLiteral("Auto"));
    QVERIFY(form.values().at("count") == ParameterValue(Automatic{}));
    QVERIFY(form.values().at("scale") == ParameterValue(Automatic{}));
    count->stepUp();
    QVERIFY(form.values().at("count") == ParameterValue(std::int64_t{1}));
    form.setValues({{"count", Automatic{}}});
    QCOMPARE(count->text(), QStringLiteral("Auto"));
    scale->stepUp();
    QVERIFY(form.values().at("scale") == ParameterValue(0.05));
    scale->stepDown();
    QVERIFY(form.values().at("scale") == ParameterValue(Automatic{}));
}

void ParameterFormTest::realsThatTheBoxCannotShowAreKept() {
    ParameterForm form;
    form.setSchemas(everyType());
    form.setValues({{"scale", 0.123456789}});
    QVERIFY(form.values().at("scale") == ParameterValue(0.123456789));
    form.findChild<QDoubleSpinBox*>(QStringLiteral("scale"))->setValue(0.5);
    QVERIFY(form.values().at("scale") == ParameterValue(0.5));
}

void ParameterFormTest::onlyTheUserIsAChange() {
    ParameterForm form;
    form.setSchemas(everyType());
    QSignalSpy spy(&form, &ParameterForm::changed);
    form.setValues({{"count", std::int64_t{3}}, {"kind", std::string("one")}, {"flag", false}});
    QCOMPARE(spy.count(), 0);
    form.findChild<QSpinBox*>(QStringLiteral("count"))->stepUp();
    QCOMPARE(spy.count(), 1);
    form.findChild<QCheckBox*>(QStringLiteral("flag"))->click();
    QCOMPARE(spy.count(), 2);
    form.show();
    QTest::keyClick(form.findChild<QComboBox*>(QStringLiteral("kind")), Qt::Key_Down);
    QCOMPARE(spy.count(), 3);
    QVERIFY(form.values().at("kind") == ParameterValue(std::string("two")));
}

void ParameterFormTest::theSpecsFieldsAreEditable() {
    for (const TaskDescription& task : taskCatalogue()) {
        ParameterForm form;
        form.setSchemas(restoreSchemas(task.id));
        form.setValues({{"task", task.id}});
        RestoreSpec spec;
        spec.task = task.id;
        RestoreSpec expected = spec;
        expected.taskParameters = completeTaskParameters(spec);
        for (const auto& [name, value] : form.values()) {
            if (name != "seed") { // reaches beyond an int: SeedEditor
                setField(spec, name, value);
            }
        }
        QVERIFY2(spec == expected, task.id.c_str());
    }
}

void ParameterFormTest::everyEditorHasNameAndToolTip() {
    for (const TaskDescription& task : taskCatalogue()) {
        ParameterForm form;
        form.setSchemas(restoreSchemas(task.id));
        for (const auto& schema : restoreSchemas(task.id)) {
            auto* editor = form.findChild<QWidget*>(QString::fromStdString(schema.name));
            QVERIFY2(editor, schema.name.c_str());
            QVERIFY2(!editor->toolTip().isEmpty(), schema.name.c_str());
            QVERIFY2(!editor->accessibleName().isEmpty(), schema.name.c_str());
        }
    }
}

void ParameterFormTest::seedsAreExact() {
    QAction dice;
    QAction lock;
    SeedEditor editor(&dice, &lock);
    for (const std::uint64_t seed : {0ULL, 17ULL, 9007199254740991ULL}) {
        editor.setSeed(seed);
        QCOMPARE(editor.seed(), seed);
    }
    QVERIFY(newSeed() < 1000000U);
}

void ParameterFormTest::slidersFollowTheNumber() {
    SliderField field({1, 2000, SliderField::Scale::logarithmic, QStringLiteral(" px")});
    QSignalSpy spy(&field, &SliderField::changed);
    for (const int value : {1, 2, 40, 999, 2000}) {
        field.setValue(value);
        QCOMPARE(field.value(), value);
    }
    QCOMPARE(spy.count(), 0);
    auto* slider = field.findChild<QSlider*>();
    slider->setValue(500);
    QCOMPARE(field.value(), 45); // the square root of 2000
    QCOMPARE(spy.count(), 1);
}

QTEST_MAIN(ParameterFormTest)
#include "parameter_form_test.moc"
