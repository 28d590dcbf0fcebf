// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_loader.h"
#include "core/specs/restore_spec.h"
#include "tests/support/translation_file.h"
#include "ui/forms/schema_text.h"

#include <QFile>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

bool isLetter(unsigned char character) { return std::isalpha(character) != 0; }

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
    add(texts, restoreSchemas(task.id));
}

/// Those that are methods are shown by their titles.
void addFirstEstimates(std::set<std::string>& texts, const std::vector<TaskDescription>& tasks,
                       const std::vector<MethodDescription>& methods) {
    for (const TaskDescription& task : tasks) {
        for (const std::string& id : task.firstEstimates) {
            if (std::ranges::none_of(methods, [&](const MethodDescription& method) { return method.id == id; })) {
                texts.insert(englishLabel(id));
            }
        }
    }
}

/// Every text that core declares in English and the window shows.
std::set<std::string> declaredTexts() {
    std::set<std::string> texts = {englishLabel("auto")};
    const auto engine = loadEngine();
    for (const TaskDescription& task : engine->tasks()) {
        add(texts, task);
    }
    const auto methods = engine->methods();
    addFirstEstimates(texts, engine->tasks(), methods);
    for (const MethodDescription& method : methods) {
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
    std::erase_if(texts, [](const std::string& text) { return std::ranges::none_of(text, isLetter); }); // "8"
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

/// With `--write FILE` it is no test: it writes the declared texts for `cmake --build ... --target
/// update_translations`.
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
