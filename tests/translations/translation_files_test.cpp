// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message {
    QString context;
    QString source;
    QStringList translations; ///< several for plurals
    bool isUnfinished = false;

    QString key() const { return context + QLatin1Char('|') + source; }
};

void readMessage(QXmlStreamReader& xml, Message& message) {
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.isUnfinished = xml.attributes().hasAttribute(QStringLiteral("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            message.translations = text.split(QLatin1Char('\n'));
        } else {
            xml.skipCurrentElement();
        }
    }
}

QList<Message> messagesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            Message message{.context = context};
            readMessage(xml, message);
            messages.append(message);
        }
    }
    return messages;
}

QSet<QString> placesOf(const QString& text) {
    static const QRegularExpression place(QStringLiteral("%(\\d|n)"));
    QSet<QString> places;
    for (auto matches = place.globalMatch(text); matches.hasNext();) {
        places.insert(matches.next().captured());
    }
    return places;
}

QString sourceFile(const char* name) {
    return QStringLiteral(PALIMPSEST_SOURCE_DIR "/translations/") + QLatin1String(name);
}

} // namespace

class TranslationFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void placesAreKept();
};

void TranslationFilesTest::everyTextIsTranslated_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("flags");
    QTest::newRow("German") << QStringLiteral("palimpsest_de.ts") << QStringList();
    QTest::newRow("English plurals") << QStringLiteral("palimpsest_en.ts")
                                     << QStringList(QStringLiteral("-pluralonly"));
}

/// Looks for texts as `cmake --build . --target update_translations` does, in a copy.
void TranslationFilesTest::everyTextIsTranslated() {
    QFETCH(QString, name);
    QFETCH(QStringList, flags);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(name);
    QVERIFY(QFile::copy(sourceFile(qPrintable(name)), copy));
    QProcess lupdate;
    lupdate.start(QStringLiteral(PALIMPSEST_LUPDATE),
                  QStringList{QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                              QStringLiteral("-no-obsolete"), QStringLiteral("-I"),
                              QStringLiteral(PALIMPSEST_SOURCE_DIR)} +
                      flags +
                      QStringList{QStringLiteral(PALIMPSEST_SOURCE_DIR "/ui"),
                                  QStringLiteral(PALIMPSEST_SOURCE_DIR "/app/gui"), QStringLiteral("-ts"), copy});
    QVERIFY(lupdate.waitForFinished(60000));
    QCOMPARE(lupdate.exitCode(), 0);
    const auto messages = messagesOf(copy);
    QVERIFY(messages.size() > 3);
    for (const Message& message : messages) {
        QVERIFY2(!message.isUnfinished, qPrintable(QStringLiteral("not translated: ") + message.key()));
        for (const QString& translation : message.translations) {
            QVERIFY2(!translation.trimmed().isEmpty(), qPrintable(message.key()));
        }
    }
    QCOMPARE(messages.size(), messagesOf(sourceFile(qPrintable(name))).size()); // nothing obsolete
}

void TranslationFilesTest::placesAreKept() {
    for (const Message& message : messagesOf(sourceFile("palimpsest_de.ts"))) {
        for (const QString& translation : message.translations) {
            QVERIFY2(placesOf(translation) == placesOf(message.source), qPrintable(message.key()));
            const bool endsAlike = message.source.endsWith(QChar(u'…')) == translation.endsWith(QChar(u'…'));
            QVERIFY2(endsAlike, qPrintable(message.key()));
        }
    }
}

QTEST_GUILESS_MAIN(TranslationFilesTest)
#include "translation_files_test.moc"
