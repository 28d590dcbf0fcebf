// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/schema_text.h"

#include <QTest>

using namespace palimpsest;
using namespace palimpsest::ui;

class SchemaTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labels();
    void toolTipHoldsTheRange();
};

void SchemaTextTest::labels() {
    QCOMPARE(englishLabel("step-rule"), std::string("Step rule"));
    QCOMPARE(englishLabel("ddim"), std::string("DDIM"));
    QCOMPARE(englishLabel("bf16"), std::string("bf16"));
    QCOMPARE(englishLabel("guidance.scale"), std::string("Guidance scale"));
    QCOMPARE(englishLabel("t0"), std::string("t0"));
}

void SchemaTextTest::toolTipHoldsTheRange() {
    const ParameterSchema schema{.name = "grow",
                                 .type = ParameterType::integer,
                                 .defaultValue = std::int64_t{0},
                                 .minimum = 0,
                                 .maximum = 256,
                                 .unit = "px",
                                 .description = "How far."};
    QCOMPARE(schemaToolTip(schema), QStringLiteral("How far.\n(0 to 256 px)"));
}

QTEST_GUILESS_MAIN(SchemaTextTest)
#include "schema_text_test.moc"
