// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What trainers leave in the pickle beside the weights: it is passed over, and the weights are found.
#include "core/base/error.h"
#include "core/containers/foreign_names.h"
#include "core/containers/pickled_contents.h"
#include "core/containers/restricted_unpickler.h"
#include "tests/core/containers/pickle_builder.h"

#include <QTest>

using namespace palimpsest;
using namespace palimpsest::testing::pickle;
using palimpsest::testing::u32;

namespace {

ContainerContents contentsWith(const std::string& leftover) {
    const std::string bytes = document(dictionary({{text("left"), leftover},
                                                   {text("model"), dictionary({{text("weight"), goodTensor()}})},
                                                   {text("epoch"), integer(3)}}));
    return flattenPickle(readPickle(bytes, "test"), {{0, 16, {}}}, "test", 1000);
}

std::string numpyType(const char* id) {
    return call(name("numpy", "dtype"), {text(id), truth(false), truth(true)}) +
           tuple({integer(3), text("<"), "N", "N", "N", integer(-1), integer(-1), integer(0)}) + "b";
}

std::string latin1(const std::string& bytes) { return call(name("_codecs", "encode"), {text(bytes), text("latin1")}); }

std::string scalar(const char* type, const std::string& bytes) {
    return call(name("numpy.core.multiarray", "scalar"), {numpyType(type), latin1(bytes)});
}

std::string newObject(const char* module, const char* object, const std::string& state) {
    return name(module, object) + ")\x81" + state + "b";
}

std::string longNumber(const std::string& digits) {
    return std::string("\x8a") + static_cast<char>(digits.size()) + digits;
}

} // namespace

class TrainerLeftoversTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void weightsAreFoundBesideThem_data() {
        QTest::addColumn<QByteArray>("leftover");
        const auto row = [](const char* title, const std::string& leftover) {
            QTest::newRow(title) << QByteArray(leftover.data(), static_cast<int>(leftover.size()));
        };
        const std::string state = dictionary({{text("lr"), integer(1)}, {text("inner"), goodTensor()}});
        row("Namespace", newObject("argparse", "Namespace", state));
        row("an object of the script's own", newObject("__main__", "Config", state));
        row("ListConfig", newObject("omegaconf.listconfig", "ListConfig", state));
        row("a path", call(name("pathlib", "PosixPath"), {text("/"), text("data")}));
        row("an enumeration", call(name("package.options", "Mode"), {text("train")}));
        row("a dictionary with defaults", call(name("collections", "defaultdict"), {name("__builtin__", "list")}) +
                                              "(" + text("a") + list({integer(1)}) + "u");
        row("a dictionary of a class", name("easydict", "EasyDict") + ")\x81(" + text("a") + integer(1) + "u");
        row("a list of a class", name("package", "Schedule") + ")\x81(" + integer(1) + integer(2) + "e");
        row("with named arguments", name("package", "Point") + ")" + dictionary({{text("x"), integer(1)}}) + "\x92");
        row("numpy text", scalar("U5", "abcde"));
        row("numpy half", scalar("f2", "ab"));
        row("numpy array",
            call(name("numpy.core.multiarray", "_reconstruct"),
                 {name("numpy", "ndarray"), tuple({integer(0)}), latin1("b")}) +
                tuple({integer(1), tuple({integer(2)}), numpyType("u4"), truth(false), latin1("12345678")}) + "b");
        row("seed of 64 bits", longNumber(std::string(8, '\xc5') + std::string(1, '\0')));
        row("state of 128 bits", longNumber(std::string(17, '\x11')));
        row("a set", "\x8f(" + integer(1) + "\x90");
        row("a frozen set", "(" + integer(1) + "\x91");
        row("a class as a key", dictionary({{name("package", "Callback"), integer(1)}}));
        row("a schedule", newObject("torch.optim.lr_scheduler", "CosineAnnealingLR", state));
        row("a class alone", name("package.nets", "UNet"));
    }

    void weightsAreFoundBesideThem() {
        QFETCH(QByteArray, leftover);
        const ContainerContents contents = contentsWith(leftover.toStdString());
        QCOMPARE(contents.tensors.size(), std::size_t{1});
        QCOMPARE(contents.tensors.front().info.name, std::string("model/weight"));
        QCOMPARE(contents.facts.at("epoch"), std::string("3"));
    }

    void numbersOfNumpyAreFacts() {
        QCOMPARE(contentsWith(scalar("u1", "\x07")).facts.at("left"), std::string("7"));
        QCOMPARE(contentsWith(scalar("i2", "\x7f\x01")).facts.at("left"), std::string("383"));
        QCOMPARE(contentsWith(scalar("u4", std::string("\x01\0\0\x7f", 4))).facts.at("left"),
                 std::string("2130706433"));
    }

    /// The files that are refused by name; nothing is run of the others either.
    void whatActsIsNotPassedOver() {
        for (const auto& [module, object] : {std::pair{"os", "system"},
                                             {"builtins", "eval"},
                                             {"torch.hub", "load"},
                                             {"numpy", "load"},
                                             {"subprocess.sub", "run"},
                                             {"torch.nn.modules.conv", "Conv2d"},
                                             {"package", "f.__globals__"}}) {
            QVERIFY2(!isPassedOver(module, object), module);
        }
        QVERIFY(isPassedOver("__main__", "Net"));
        QVERIFY(isPassedOver("builtins", "list"));
        QVERIFY(isPassedOver("osprey", "Net"));
    }
};

QTEST_GUILESS_MAIN(TrainerLeftoversTest)
#include "trainer_leftovers_test.moc"
