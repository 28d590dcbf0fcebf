// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_loader.h"
#include "core/specs/restore_spec.h"
#include "ui/forms/schema_text.h"
#include "ui/forms/schema_texts.h"

#include <QFile>
#include <QTest>

#include <set>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

constexpr const char* kHeader = PALIMPSEST_SOURCE_DIR "/ui/forms/schema_texts.h";

void add(std::set<std::string>& texts, const ParameterSchemas& schemas) {
    for (const ParameterSchema& schema : schemas) {
        texts.insert({englishLabel(schema.name), schema.description, schema.unit});
        for (const std::string& choice : schema.choices) {
            texts.insert(englishLabel(choice));
        }
    }
}

/// Every text that core declares and the window shows.
std::set<std::string> declaredTexts() {
    std::set<std::string> texts = {englishLabel("auto"), englishLabel("telea"), englishLabel("navier-stokes"),
                                   englishLabel("fsr"), "%1 to %2"};
    add(texts, restoreSchemas());
    const auto engine = loadEngine();
    for (const TaskDescription& task : engine->tasks()) {
        texts.insert({task.title, task.description});
    }
    for (const MethodDescription& method : engine->methods()) {
        texts.insert({method.title, method.description});
        add(texts, method.parameters);
        for (const auto& [task, parameters] : method.otherParameters) {
            add(texts, parameters);
        }
    }
    for (const PriorDescription& prior : engine->priors()) {
        if (prior.folder.starts_with(PALIMPSEST_SOURCE_DIR)) {
            texts.insert({prior.title, prior.trainingData, englishLabel(prior.id)});
        }
    }
    texts.erase("");
    return texts;
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    }
    return out + "\"";
}

std::string headerText(const std::set<std::string>& texts) {
    std::string out =
        "// SPDX-FileCopyrightText: The Palimpsest authors\n// SPDX-License-Identifier: GPL-3.0-or-later\n#pragma "
        "once\n\n"
        "#include <QtGlobal>\n\nnamespace palimpsest::ui {\n\n// clang-format off\n\n"
        "/// What core declares in English and the window translates. Written by schema_texts_test --write.\n"
        "inline constexpr const char* kSchemaTexts[] = {\n";
    for (const std::string& text : texts) {
        out += "    QT_TRANSLATE_NOOP(\"Schema\", " + quoted(text) + "),\n";
    }
    return out + "};\n\n// clang-format on\n\n} // namespace palimpsest::ui\n";
}

} // namespace

class SchemaTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theListIsComplete();
};

void SchemaTextsTest::theListIsComplete() {
    const std::set<std::string> listed(std::begin(kSchemaTexts), std::end(kSchemaTexts));
    for (const std::string& text : declaredTexts()) {
        QVERIFY2(listed.contains(text),
                 ("missing in ui/forms/schema_texts.h, run this test with --write: " + text).c_str());
    }
    QCOMPARE(listed.size(), declaredTexts().size());
}

int main(int argc, char* argv[]) {
    if (argc > 1 && std::string(argv[1]) == "--write") {
        QFile file(QString::fromLatin1(kHeader));
        const std::string text = headerText(declaredTexts());
        return file.open(QIODevice::WriteOnly) && file.write(text.data(), static_cast<qint64>(text.size())) > 0 ? 0 : 1;
    }
    SchemaTextsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "schema_texts_test.moc"
