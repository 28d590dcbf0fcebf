// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/downloads/model_catalogue.h"
#include "tests/support/refusal.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include <functional>
#include <set>

using namespace palimpsest;

namespace {

Json whole() {
    const Json file{{"name", "a.pt"}, {"urls", {"https://example.org/a.pt"}}, {"bytes", 5}, {"sha256", nullptr}};
    const Json model{{"id", "a-1"},
                     {"title", "A"},
                     {"purpose", "Cats."},
                     {"family", "ddpm"},
                     {"architecture", "unet2d"},
                     {"imageSize", 64},
                     {"channels", 3},
                     {"trainingData", "Cats."},
                     {"licence", "MIT"},
                     {"nonCommercial", false},
                     {"notice", ""},
                     {"page", "https://example.org/"},
                     {"recognition", {{"size", "64"}}},
                     {"files", Json::array({file})}};
    return {{"version", 1}, {"models", Json::array({model})}};
}

} // namespace

class ModelCatalogueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEntryIsRead() {
        const auto models = publishedModelsFromJson(whole(), "here");
        QCOMPARE(models.size(), std::size_t{1});
        const PublishedModel& model = publishedModel(models, "a-1");
        QCOMPARE(model.purpose, std::string("Cats."));
        QCOMPARE(model.imageSize, 64);
        QCOMPARE(model.recognition.at("size"), std::string("64"));
        QCOMPARE(model.files.front().byteSize, 5);
        QCOMPARE(model.knownBytes(), 5);
        QVERIFY(!model.isPinned());
        QVERIFY(model.canBeFetched());
        const QString error = refusal(ErrorCode::badArgument, [&] { publishedModel(models, "b"); });
        QVERIFY2(error.contains("a-1"), qPrintable(error));
    }

    void badEntries_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* path, const char* value) {
            QTest::addRow("%s %s", path, value) << path << value;
        };
        row("/version", "2");
        row("/extra", "1");
        row("/models/0/extra", "1");
        row("/models/0/id", "\"A B\"");
        row("/models/0/id", "\"\"");
        row("/models/0/title", "\"\"");
        row("/models/0/family", "\"gan\"");
        row("/models/0/imageSize", "0");
        row("/models/0/channels", "1.5");
        row("/models/0/nonCommercial", "true"); // without a notice
        row("/models/0/nonCommercial", "\"no\"");
        row("/models/0/page", "\"http://example.org\"");
        row("/models/0/recognition", "{\"size\": 64}");
        row("/models/0/files", "{}");
        row("/models/0/files/0/extra", "1");
        row("/models/0/files/0/name", "\"../a.pt\"");
        row("/models/0/files/0/name", "\".hidden\"");
        row("/models/0/files/0/name", "\"a/b\"");
        row("/models/0/files/0/urls", "[]");
        row("/models/0/files/0/urls", "\"https://example.org\"");
        row("/models/0/files/0/urls", "{\"a\": \"https://example.org\"}");
        row("/models/0/files/0/urls/0", "\"http://example.org/a.pt\"");
        row("/models/0/files/0/urls/0", "\"https://example.org/a b\"");
        row("/models/0/files/0/bytes", "0");
        row("/models/0/files/0/bytes", "\"5\"");
        row("/models/0/files/0/sha256", "\"abc\"");
    }

    void badEntries() {
        QFETCH(QString, path);
        QFETCH(QString, value);
        Json json = whole();
        json[Json::json_pointer(path.toStdString())] = Json::parse(value.toStdString());
        const QString error = refusal(ErrorCode::badInput, [&] { publishedModelsFromJson(json, "here"); });
        QVERIFY2(error.startsWith("here"), qPrintable(error));
    }

    void everyEntryIsNeeded() {
        const auto lacks = [](const Json::json_pointer& parent, const std::string& key) {
            Json json = whole();
            json[parent].erase(key);
            return refusal(ErrorCode::badInput, [&] { publishedModelsFromJson(json, "here"); });
        };
        for (const char* parent : {"/models/0", "/models/0/files/0"}) {
            const Json complete = whole()[Json::json_pointer(parent)];
            for (const auto& [key, value] : complete.items()) {
                const QString error = lacks(Json::json_pointer(parent), key);
                QVERIFY2(error.contains(QString::fromStdString(key)), qPrintable(error));
            }
        }
    }

    void nothingIsThereTwice() {
        Json json = whole();
        json["models"].push_back(json["models"][0]);
        QVERIFY(refusal(ErrorCode::badInput, [&] { publishedModelsFromJson(json, "here"); }).contains("there twice"));
        json = whole();
        json["models"][0]["files"].push_back(json["models"][0]["files"][0]);
        QVERIFY(
            refusal(ErrorCode::badInput, [&] { publishedModelsFromJson(json, "here"); }).contains("each name once"));
    }

    /// The catalogue that comes with the program.
    void shippedCatalogue() {
        const auto models = publishedModels();
        QVERIFY(models.size() > 20);
        std::set<std::string> architectures;
        std::set<std::string> urls;
        for (const PublishedModel& model : models) {
            architectures.insert(model.architecture);
            QVERIFY2(model.purpose.ends_with('.') && model.trainingData.ends_with('.'), model.id.c_str());
            QVERIFY2(model.notice.empty() || model.notice.ends_with('.'), model.id.c_str());
            for (const PublishedFile& file : model.files) {
                // Only a hash makes another's copy as good as the publisher's.
                QVERIFY2(file.urls.size() == 1 || !file.sha256.empty(), file.name.c_str());
                for (const std::string& url : file.urls) {
                    QVERIFY2(urls.insert(url).second, url.c_str());
                }
            }
        }
        QCOMPARE(architectures, (std::set<std::string>{"adm-unet", "ncsnpp", "unet2d"}));
        QCOMPARE(publishedModel(models, "ffhq-256").files.front().byteSize, 374'417'833);
    }
};

QTEST_GUILESS_MAIN(ModelCatalogueTest)
#include "model_catalogue_test.moc"
