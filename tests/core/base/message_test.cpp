// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/message.h"

#include <QTest>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

using namespace palimpsest;

class MessageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void literalsAreMessages() {
        const Message message = "it is a folder";
        QCOMPARE(message.text(), std::string("it is a folder"));
        QVERIFY(!message.isEmpty() && message.arguments().empty());
        QVERIFY(Message().isEmpty());
        QCOMPARE(Message().text(), std::string());
    }

    void gapsAreFilled() {
        const std::string path = "a.png";
        const char* cause = "no such file";
        QCOMPARE(Message("cannot read %1: %2", path, cause).text(), std::string("cannot read a.png: no such file"));
        QCOMPARE(Message("%2, and not %1", "first", std::string_view("second")).text(),
                 std::string("second, and not first"));
        QCOMPARE(Message("%1 of %1", "one").text(), std::string("one of one"));
        QCOMPARE(Message("%1%2%3%4%5%6%7%8%9", "a", "b", "c", "d", "e", "f", "g", "h", "i").text(),
                 std::string("abcdefghi"));
    }

    void numbersAreText() {
        QCOMPARE(Message("%1 of %2", 2, std::size_t{14}).text(), std::string("2 of 14"));
        QCOMPARE(Message("%1", std::numeric_limits<std::int64_t>::min()).text(), std::string("-9223372036854775808"));
        QCOMPARE(Message("%1", std::uint8_t{200}).text(), std::string("200"));
        QCOMPARE(Message("%1, %2, %3", 0.5, 3.0, -1e-9).text(), std::string("0.5, 3, -1e-09"));
        QCOMPARE(Message("%1", 1.0 / 3).text(), std::string("0.333333"));
    }

    void messagesNest() {
        const Message cause("it has %1 pixels", 3);
        const Message whole("cannot read %1: %2", "a.png", cause);
        QCOMPARE(whole.text(), std::string("cannot read a.png: it has 3 pixels"));
        const Message outer("%1; trying %2 next", whole, "b.png");
        QCOMPARE(outer.text(), std::string("cannot read a.png: it has 3 pixels; trying b.png next"));
        QVERIFY(whole.arguments().at(1).message.at(0) == cause);
    }

    void textIsNotFilledAgain() {
        QCOMPARE(Message("%1 and %2", "%2", "%1").text(), std::string("%2 and %1"));
        const Message nested("cannot read %1: %2", "100%1.png", Message("it is %1", "%2"));
        QCOMPARE(nested.text(), std::string("cannot read 100%1.png: it is %2"));
    }

    void verbatimTextStaysAsItIs() {
        for (const char* text : {"100 % full", "50%1", "%", "%%1", "a %9 b"}) {
            QCOMPARE(Message::verbatim(text).text(), std::string(text));
            QCOMPARE(Message("failed: %1", Message::verbatim(text)).text(), std::string("failed: ") + text);
        }
        QVERIFY(Message::verbatim("").isEmpty());
    }

    void percentSignsThatAreNoGapsStay() {
        const Message literal = "50 % of the memory, %0 and %a";
        QCOMPARE(literal.text(), std::string("50 % of the memory, %0 and %a"));
        QCOMPARE(Message("%1 % of %2%", 5, "x").text(), std::string("5 % of x%"));
    }

    void partsMakeTheSameMessage() {
        const Message made("cannot read %1: %2", "a.png", Message("it has %1 pixels", 3));
        const Message remade(made.pattern(), made.arguments());
        QVERIFY(remade == made);
        QCOMPARE(remade.text(), made.text());
        const Message lacksOne(std::string("%1 of %2"), std::vector<Message::Argument>{{std::string("one"), {}}});
        QCOMPARE(lacksOne.text(), std::string("one of %2")); // as a damaged file may have it
    }

    void equalityIsOfPatternAndArguments() {
        QVERIFY(Message("level %1 of %2", 1, 2) == Message("level %1 of %2", 1, 2));
        QVERIFY(Message("level %1 of %2", 1, 2) != Message("level %1 of %2", 2, 2));
        QVERIFY(Message("restoring") != Message("loading"));
        QVERIFY(Message("%1", 1) != Message("%1", "1")); // one is a number in any language
        QVERIFY(Message("%1", Message("x")) != Message("%1", "x"));
        QVERIFY(Message("%1", Message("it is %1", 1)) != Message("%1", Message("it is %1", 2)));
    }

    void errorsShowMessageAndHint() {
        const Error error(ErrorCode::badInput, Message("cannot read %1", "a.png"), "choose another");
        QCOMPARE(std::string(error.what()), std::string("cannot read a.png: choose another"));
        QCOMPARE(std::string(Error(ErrorCode::failed, "it failed").what()), std::string("it failed"));
    }
};

QTEST_GUILESS_MAIN(MessageTest)
#include "message_test.moc"
