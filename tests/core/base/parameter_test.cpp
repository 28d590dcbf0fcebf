// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/parameter.h"
#include "tests/support/refusal.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include <limits>

using namespace palimpsest;

namespace {

const ParameterSchema kCount{.name = "count",
                             .type = ParameterType::integer,
                             .defaultValue = std::int64_t{2},
                             .minimum = 1,
                             .maximum = 9,
                             .unit = "px"};
const ParameterSchema kFactor{.name = "factor",
                              .type = ParameterType::integer,
                              .defaultValue = std::int64_t{4},
                              .minimum = 2,
                              .maximum = 8,
                              .choices = {"2", "4", "8"}};
const ParameterSchema kScale{
    .name = "scale", .type = ParameterType::real, .defaultValue = 1.0, .minimum = 0, .maximum = 2};
const ParameterSchema kOpenScale{
    .name = "sigma", .type = ParameterType::real, .defaultValue = Automatic{}, .minimum = 0, .maximum = 1};
const ParameterSchema kOpenCount{
    .name = "quality", .type = ParameterType::integer, .defaultValue = Automatic{}, .minimum = 1, .maximum = 100};
const ParameterSchema kSide{
    .name = "side", .type = ParameterType::choice, .defaultValue = std::string("left"), .choices = {"left", "right"}};
const ParameterSchema kOpenSide{
    .name = "start", .type = ParameterType::choice, .defaultValue = Automatic{}, .choices = {"noise", "estimate"}};
const ParameterSchema kFlag{.name = "flag", .type = ParameterType::boolean, .defaultValue = false};
const ParameterSchema kWord{.name = "word", .type = ParameterType::text, .defaultValue = std::string("none")};
const ParameterSchema kOpenWord{.name = "kernel", .type = ParameterType::text, .defaultValue = Automatic{}};
const ParameterSchemas kAll{kCount, kFactor, kScale, kOpenScale, kOpenCount, kSide, kOpenSide, kFlag, kWord, kOpenWord};

ParameterValue checked(const ParameterSchema& schema, const ParameterValue& value) {
    return validated({schema}, {{schema.name, value}}, "the test").at(schema.name);
}

QString complaintAbout(const ParameterSchema& schema, const ParameterValue& value) {
    return refusal(ErrorCode::badArgument, [&] { checked(schema, value); });
}

} // namespace

class ParameterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsMissingHasItsDefault() {
        const ParameterValues complete = validated(kAll, {{"scale", 0.5}}, "the test");
        QCOMPARE(complete.size(), kAll.size());
        for (const ParameterSchema& schema : kAll) {
            QCOMPARE(complete.at(schema.name), schema.name == "scale" ? ParameterValue(0.5) : schema.defaultValue);
        }
    }

    void onlySomeMayStayOpen() {
        for (const ParameterSchema& schema : kAll) {
            const bool mayBeOpen = std::holds_alternative<Automatic>(schema.defaultValue);
            QCOMPARE(schema.mayBeOpen(), mayBeOpen);
            if (mayBeOpen) {
                QCOMPARE(checked(schema, Automatic{}), ParameterValue(Automatic{}));
                QCOMPARE(checked(schema, std::string("auto")), ParameterValue(Automatic{})); // as people write it
                QCOMPARE(parseParameter(schema, "auto"), ParameterValue(Automatic{}));
            } else {
                QVERIFY2(complaintAbout(schema, Automatic{}).contains(schema.name.c_str()), schema.name.c_str());
            }
        }
        QCOMPARE(checked(kWord, std::string("auto")), ParameterValue(std::string("auto"))); // a word like any other
        QCOMPARE(parseParameter(kWord, "auto"), ParameterValue(std::string("auto")));
        for (const ParameterSchema& schema : {kCount, kScale, kFlag}) {
            QVERIFY_EXCEPTION_THROWN(parseParameter(schema, "auto"), Error);
        }
        QVERIFY(complaintAbout(kSide, std::string("auto")).contains("left, right"));
    }

    void openValuesThatAreGivenAreChecked() {
        QCOMPARE(checked(kOpenScale, 0.25), ParameterValue(0.25));
        QVERIFY(complaintAbout(kOpenScale, -1.0).contains("0 to 1"));
        QVERIFY(complaintAbout(kOpenScale, std::string("automatic")).contains("sigma"));
        QVERIFY(complaintAbout(kOpenCount, std::int64_t{0}).contains("1 to 100"));
        QVERIFY(complaintAbout(kOpenSide, std::string("middle")).contains("noise, estimate"));
    }

    void givenValues() {
        const ParameterValues values{
            {"a", 0.5}, {"b", Automatic{}}, {"c", std::string("x")}, {"d", false}, {"e", std::int64_t{3}}};
        QCOMPARE(given<double>(values, "a"), std::optional(0.5));
        QCOMPARE(given<std::string>(values, "c"), std::optional<std::string>("x"));
        QCOMPARE(given<bool>(values, "d"), std::optional(false));
        QCOMPARE(given<std::int64_t>(values, "e"), std::optional(std::int64_t{3}));
        QVERIFY(!given<double>(values, "b") && !given<std::string>(values, "b"));
        QVERIFY(!given<double>(values, "missing"));
        QVERIFY_EXCEPTION_THROWN(given<double>(values, "c"), std::bad_variant_access);
        QVERIFY_EXCEPTION_THROWN(given<double>(values, "e"), std::bad_variant_access);
    }

    void wholeNumbersMayHaveChoices() {
        for (const std::int64_t factor : {2, 4, 8}) {
            QCOMPARE(checked(kFactor, factor), ParameterValue(factor));
        }
        for (const std::int64_t factor : {3, 6}) {
            const QString complaint = complaintAbout(kFactor, factor);
            QVERIFY2(complaint.contains(QString("factor = %1").arg(factor)) && complaint.contains("2, 4, 8"),
                     qPrintable(complaint));
        }
        QVERIFY(complaintAbout(kFactor, std::int64_t{16}).contains("2 to 8"));
        QVERIFY(complaintAbout(kFactor, 4.0).contains("whole number"));
    }

    void rangesAndTypes() {
        QVERIFY(complaintAbout(kCount, std::int64_t{10}).contains("count = 10") &&
                complaintAbout(kCount, std::int64_t{10}).contains("1 to 9 px"));
        QVERIFY(complaintAbout(kCount, std::int64_t{0}).contains("out of range"));
        QCOMPARE(checked(kScale, std::int64_t{2}), ParameterValue(2.0)); // a whole number is accepted for a real one
        QVERIFY(complaintAbout(kScale, std::numeric_limits<double>::quiet_NaN()).contains("scale"));
        QVERIFY(complaintAbout(kScale, std::numeric_limits<double>::infinity()).contains("scale"));
        QVERIFY(complaintAbout(kScale, true).contains("expected a number"));
        QVERIFY(complaintAbout(kFlag, std::string("yes")).contains("true or false"));
        QVERIFY(complaintAbout(kWord, 3.0).contains("expected text"));
        QVERIFY(complaintAbout(kSide, std::string("up")).contains("the test: side = up"));
    }

    void unknownNamesListTheKnown() {
        const QString complaint =
            refusal(ErrorCode::badArgument, [] { validated({kCount, kScale}, {{"skale", 1.0}}, "the test"); });
        QVERIFY2(complaint.contains("the test has no parameter skale") && complaint.contains("count, scale"),
                 qPrintable(complaint));
        const QString ofNone = refusal(ErrorCode::badArgument, [] { validated({}, {{"skale", 1.0}}, "the test"); });
        QVERIFY2(ofNone.contains("it has none"), qPrintable(ofNone));
    }

    void textAndBack() {
        for (const auto& [schema, text] : std::vector<std::pair<ParameterSchema, std::string>>{{kCount, "7"},
                                                                                               {kScale, "0.25"},
                                                                                               {kFlag, "true"},
                                                                                               {kFlag, "false"},
                                                                                               {kSide, "right"},
                                                                                               {kWord, ""},
                                                                                               {kOpenScale, "auto"},
                                                                                               {kOpenCount, "30"}}) {
            QCOMPARE(toText(parseParameter(schema, text)), text);
        }
        for (const auto& [schema, text] :
             std::vector<std::pair<ParameterSchema, std::string>>{{kCount, "7x"},
                                                                  {kCount, "1.5"},
                                                                  {kCount, ""},
                                                                  {kScale, "half"},
                                                                  {kScale, "0,5"},
                                                                  {kFlag, "1"},
                                                                  {kOpenScale, "automatic"}}) {
            const QString complaint = refusal(ErrorCode::badArgument, [&] { parseParameter(schema, text); });
            QVERIFY2(
                complaint.contains(QString::fromStdString("\"" + text + "\" is not a valid value for " + schema.name)),
                qPrintable(complaint));
        }
    }

    void jsonAndBack() {
        const ParameterValues values{{"count", std::int64_t{7}},
                                     {"factor", std::int64_t{2}},
                                     {"scale", 1.5},
                                     {"sigma", Automatic{}},
                                     {"quality", std::int64_t{30}},
                                     {"side", std::string("right")},
                                     {"start", Automatic{}},
                                     {"flag", true},
                                     {"word", std::string()},
                                     {"kernel", std::string("disk:2")}};
        const Json json = toJson(values);
        QVERIFY(json["sigma"] == "auto" && json["flag"] == true && json["scale"] == 1.5);
        QCOMPARE(parametersFromJson(kAll, Json::parse(json.dump()), "the test"), values);
        QCOMPARE(parametersFromJson(kAll, Json::object(), "the test"), validated(kAll, {}, "the test"));
        QCOMPARE(parametersFromJson({kScale}, Json{{"scale", 1}}, "the test").at("scale"), ParameterValue(1.0));
    }

    void jsonOfOtherKindsIsRefused() {
        for (const char* text :
             {"[1]", "3", "null", R"({"count": null})", R"({"count": [1]})", R"({"count": {}})", R"({"count": 1.0})",
              R"({"flag": 1})", R"({"side": 3})", R"({"count": "auto"})", R"({"more": 1})"}) {
            QVERIFY_EXCEPTION_THROWN(parametersFromJson(kAll, Json::parse(text), "the test"), Error);
        }
    }
};

QTEST_GUILESS_MAIN(ParameterTest)
#include "parameter_test.moc"
