// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_loader.h"
#include "core/specs/restore_spec.h"
#include "tests/support/translation_file.h"
#include "ui/forms/schema_text.h"

#include <QFile>
#include <QSet>
#include <QTest>

#include <set>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

void add(std::set<std::string>& texts, const ParameterSchemas& schemas) {
    for (const ParameterSchema& schema : schemas) {
        texts.insert({englishLabel(schema.name), schema.description, schema.unit});
        for (const std::string& choice : schema.choices) {
            texts.insert(englishLabel(choice));
        }
    }
}

void add(std::set<std::string>& texts, const TaskDescription& task) {
    texts.insert({task.title, task.description});
    for (const InputSlot& slot : task.inputs) {
        texts.insert(slot.description);
    }
    for (const std::string& estimate : task.firstEstimates) {
        texts.insert(englishLabel(estimate));
    }
    add(texts, restoreSchemas(task.id));
}

/// Every text that core declares in English and the window shows.
std::set<std::string> declaredTexts() {
    std::set<std::string> texts = {englishLabel("auto")};
    const auto engine = loadEngine();
    for (const TaskDescription& task : engine->tasks()) {
        add(texts, task);
    }
    for (const MethodDescription& method : engine->methods()) {
        texts.insert({method.title, method.description});
        for (const MethodForTask& served : method.tasks) {
            add(texts, served.parameters);
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

/// A header for lupdate, which looks for texts in sources.
std::string headerText(const std::set<std::string>& texts) {
    std::string out = "static const char* const kSchemaTexts[] = {\n";
    for (const std::string& text : texts) {
        out += "    QT_TRANSLATE_NOOP(\"Schema\", " + quoted(text) + "),\n";
    }
    return out + "};\n";
}

} // namespace

class SchemaTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDeclaredTextIsTranslated();
};

void SchemaTextsTest::everyDeclaredTextIsTranslated() {
    QSet<QString> translated;
    for (const TranslatedText& text : translatedTexts(translationFile("palimpsest_de.ts"))) {
        if (text.context == QLatin1String("Schema") && text.isTranslated()) {
            translated.insert(text.source);
        }
    }
    for (const std::string& text : declaredTexts()) {
        QVERIFY2(translated.contains(QString::fromStdString(text)),
                 ("translate it in translations/palimpsest_de.ts, context Schema: " + text).c_str());
    }
}

/// With `--write FILE` it is no test: it writes the declared texts for `cmake --build ... --target update_translations`.
int main(int argc, char* argv[]) {
    if (argc == 3 && std::string(argv[1]) == "--write") {
        QFile file(QString::fromLocal8Bit(argv[2]));
        const std::string text = headerText(declaredTexts());
        return file.open(QIODevice::WriteOnly) && file.write(text.data(), static_cast<qint64>(text.size())) > 0 ? 0 : 1;
    }
    SchemaTextsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "schema_texts_test.moc"
