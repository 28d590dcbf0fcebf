// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"
#include "ui/appearance/language.h"
#include "ui/appearance/theme.h"
#include "ui/priors/priors_window.h"
#include "ui/session/document/hint_layer.h"
#include "ui/window/prior_controller.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QTabBar>

using namespace palimpsest;
using namespace palimpsest::ui;

/// The window in both languages, light and dark, large and small, at work on each task: no text is cut off. With
/// PALIMPSEST_SHOTS set to a folder, pictures of all of it are written there.
class LookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsCut_data();
    void nothingIsCut();
    void nothingOfThePriorsIsCut_data() { nothingIsCut_data(); }
    void nothingOfThePriorsIsCut();

private:
    void look(const QString& moment);
    void lookAt(QWidget& window, const QString& moment);
    void paintHints();

    std::unique_ptr<WindowFixture> fixture_;
};

namespace {

constexpr const char* kPicture = PALIMPSEST_SOURCE_DIR "/resources/samples/palace_scratched.jpg";
constexpr const char* kMask = PALIMPSEST_SOURCE_DIR "/resources/samples/palace_scratched_mask.png";

/// Empty, or what is too narrow for its text. Labels that wrap lines and what lies in a part that is scrolled are fine.
QString cutText(const QWidget& window) {
    for (const auto* label : window.findChildren<QLabel*>()) {
        if (label->isVisible() && !label->wordWrap() && label->width() < label->sizeHint().width()) {
            return label->text();
        }
    }
    for (const auto* button : window.findChildren<QAbstractButton*>()) {
        const bool isOfTabs = qobject_cast<const QTabBar*>(button->parent());
        if (button->isVisible() && !isOfTabs && button->width() < button->minimumSizeHint().width()) {
            return button->text();
        }
    }
    for (const auto* scroll : window.findChildren<QScrollArea*>()) {
        const int needed = scroll->widget()->width();
        if (scroll->isVisible() && scroll->viewport()->width() < needed) {
            return QStringLiteral("a panel of %1 in %2 pixels").arg(needed).arg(scroll->viewport()->width());
        }
    }
    return {};
}

} // namespace

void LookTest::nothingIsCut_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("en-light-large") << "en" << false << QSize(1280, 800);
    QTest::newRow("en-dark-small") << "en" << true << QSize(960, 600);
    QTest::newRow("de-light-small") << "de" << false << QSize(960, 600);
    QTest::newRow("de-dark-large") << "de" << true << QSize(1280, 800);
}

void LookTest::look(const QString& moment) { lookAt(*fixture_->window, moment); }

void LookTest::lookAt(QWidget& window, const QString& moment) {
    const QString folder = qEnvironmentVariable("PALIMPSEST_SHOTS");
    QTest::qWait(folder.isEmpty() ? 20 : 400); // for pictures: timers of the status line and of the cost
    if (!folder.isEmpty()) {
        const QString name = QStringLiteral("%1-%2.png").arg(QLatin1String(QTest::currentDataTag()), moment);
        QVERIFY(window.grab().save(QDir(folder).filePath(name)));
    }
    const QString cut = cutText(window);
    QVERIFY2(cut.isEmpty(), qPrintable(moment + QStringLiteral(": ") + cut));
}

void LookTest::paintHints() {
    ToolOptions options = fixture_->window->canvas().toolOptions();
    options.brushSize = 24;
    CanvasPointer pointer(fixture_->window->canvas());
    for (const auto& [colour, y] : {std::pair(QColor(70, 120, 200), 60), std::pair(QColor(190, 150, 90), 240)}) {
        options.hintColour = colour;
        fixture_->window->canvas().setToolOptions(options);
        pointer.drag({{120, y * 1.0}, {220, y + 20.0}, {330, y * 1.0}});
    }
}

void LookTest::nothingIsCut() {
    QFETCH(QString, language);
    QFETCH(bool, isDark);
    QFETCH(QSize, size);
    Translations translations;
    translations.use(language);
    applyTheme(isDark);
    fixture_ = std::make_unique<WindowFixture>();
    auto& window = *fixture_->window;
    window.resize(size);
    QVERIFY(window.files().open(QLatin1String(kPicture), QLatin1String(kMask)));
    const auto set = [&](const char* name, const ParameterValue& value) {
        RestoreSpec spec = window.session().spec();
        setField(spec, name, value);
        window.session().setSpec(spec);
    };
    set("grow", std::int64_t{12});
    look(QStringLiteral("1-inpaint"));
    fixture_->action("task.colorize")->trigger();
    paintHints();
    look(QStringLiteral("2-hints"));
    fixture_->action("task.deblur")->trigger();
    set("kernel", std::string("motion:14,30"));
    look(QStringLiteral("3-deblur"));
    fixture_->action("task.old-photo")->trigger();
    set("kernel", std::string("motion:14,30"));
    look(QStringLiteral("4-old-photo"));
    fixture_->action("task.denoise")->trigger();
    fixture_->run(3);
    QVERIFY(fixture_->waitForRun());
    window.findChild<QDockWidget*>(QStringLiteral("dock.sure"))->raise();
    fixture_->action("sure.invented")->trigger();
    CanvasPointer(window.canvas()).move({200, 150});
    look(QStringLiteral("5-invented"));
    fixture_->action("sure.residual")->trigger();
    look(QStringLiteral("6-residual"));
    window.findChild<QDockWidget*>(QStringLiteral("dock.restore"))->raise();
    fixture_->action("view.grid")->trigger();
    look(QStringLiteral("7-grid"));
    fixture_.reset();
    applyTheme(false);
}

void LookTest::nothingOfThePriorsIsCut() {
    QFETCH(QString, language);
    QFETCH(bool, isDark);
    QFETCH(QSize, size);
    Translations translations;
    translations.use(language);
    applyTheme(isDark);
    const PriorDescription faces{.id = "faces",
                                 .title = "Faces",
                                 .kind = "diffusion",
                                 .folder = "/data/palimpsest/priors/faces",
                                 .licence = "CC-BY-NC-SA-4.0",
                                 .architecture = "adm-unet",
                                 .trainingData = "Seventy thousand faces.",
                                 .nativeSize = 256,
                                 .parameterCount = 93'563'910,
                                 .byteSize = 374'000'000,
                                 .sha256 = std::string(64, 'f')};
    fixture_ = std::make_unique<WindowFixture>(
        FakeEngine::Options{.morePriors = {faces}, .secondsPerEvaluation = 20, .memoryBytes = 5'000'000'000});
    auto& window = *fixture_->window;
    window.resize(size);
    QVERIFY(window.files().open(QLatin1String(kPicture), QLatin1String(kMask)));
    RestoreSpec spec = window.session().spec();
    spec.prior = "faces";
    window.session().setSpec(spec);
    QTRY_VERIFY(window.findChild<QLabel*>(QStringLiteral("offer"))->isVisible());
    look(QStringLiteral("p1-offer"));
    PriorsWindow& priors = window.priors().show();
    if (size.width() < 1000) {
        priors.resize(640, 440);
    }
    lookAt(priors, QStringLiteral("p2-priors"));
    priors.select("broken");
    lookAt(priors, QStringLiteral("p3-broken"));
    window.priors().add({QStringLiteral("/somewhere/ffhq_10m.pt")});
    auto* import = priors.findChild<ImportDialog*>();
    QVERIFY(import);
    QTRY_VERIFY(import->findChild<QLabel*>(QStringLiteral("family")));
    import->findChild<QAbstractButton*>(QStringLiteral("try.attention-order"))->click();
    QTRY_VERIFY(!import->findChild<QWidget*>(QStringLiteral("cancelWork"))->isVisible());
    lookAt(*import, QStringLiteral("p4-import"));
    fixture_->action("priors.published")->trigger();
    auto* published = window.findChild<PublishedDialog*>();
    if (size.width() < 1000) {
        published->resize(640, 440);
    }
    published->findChild<QListWidget*>(QStringLiteral("published"))->setCurrentRow(1);
    lookAt(*published, QStringLiteral("p5-published"));
    fixture_.reset();
    applyTheme(false);
}

QTEST_MAIN(LookTest)
#include "look_test.moc"
