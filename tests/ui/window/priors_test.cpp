// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_fixture.h"
#include "ui/priors/priors_window.h"
#include "ui/window/prior_controller.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QStatusBar>
#include <QToolButton>
#include <QUrl>

#include <thread>

using namespace palimpsest;
using namespace palimpsest::ui;
using namespace std::chrono_literals;

namespace {

template <typename Widget>
Widget* find(const QWidget& parent, const char* name) {
    auto* widget = parent.findChild<Widget*>(QString::fromLatin1(name));
    if (!widget) {
        qFatal("no widget %s", name);
    }
    return widget;
}

void click(const QWidget& parent, const char* name) {
    QTest::mouseClick(find<QAbstractButton>(parent, name), Qt::LeftButton);
}

/// A file with the first bytes of a checkpoint of PyTorch.
QString checkpoint(const WindowFixture& fixture, const char* name = "faces.pt") {
    QFile file(fixture.folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write("PK\x03\x04 and more", 13) != 13) {
        qFatal("the test file cannot be written");
    }
    return file.fileName();
}

/// As the window system delivers a drag that ends on the widget.
void drop(QWidget& target, const QStringList& paths) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths) {
        urls.append(QUrl::fromLocalFile(path));
    }
    data.setUrls(urls);
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&target, &event);
}

ImportDialog* openImport() {
    for (QWidget* dialog : openDialogs()) {
        if (auto* import = qobject_cast<ImportDialog*>(dialog)) {
            return import;
        }
    }
    return nullptr;
}

/// The import dialog, when it has looked at the checkpoint.
ImportDialog* waitForImport() {
    if (!QTest::qWaitFor([] { return openImport() && openImport()->findChild<QLabel*>(QStringLiteral("family")); })) {
        qFatal("no import dialog");
    }
    return openImport();
}

bool hasPrior(const WindowFixture& fixture, const char* id) {
    return fixture.window->session().engine().prior(id) != nullptr;
}

/// The cause in the error dialog that opens next.
void noteError(QString& cause) {
    whenDialogOpens([&cause](QDialog* dialog) {
        cause = dialog->findChild<QLabel*>(QStringLiteral("cause"))->text();
        dialog->close();
    });
}

PriorsWindow& select(WindowFixture& fixture, const char* id) {
    PriorsWindow& priors = fixture.window->priors().show();
    auto* list = find<QListWidget>(priors, "priors");
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->data(Qt::UserRole).toString() == QLatin1String(id)) {
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(row)).center());
        }
    }
    return priors;
}

QString allText(const QWidget& parent) {
    QStringList texts;
    for (const auto* label : parent.findChildren<QLabel*>()) {
        texts.append(label->text());
    }
    return texts.join(QLatin1Char('\n'));
}

/// Three models and no network: the first takes long, the second is for nobody's business, the third comes by hand
/// alone.
PublishedSource shop() {
    PublishedModel large;
    large.id = "photographs";
    large.title = "Large";
    large.purpose = "Everything.";
    large.imageSize = 256;
    large.licence = "MIT";
    large.page = "https://example.org";
    large.files = {{.name = "large.pt",
                    .urls = {"https://example.org/large.pt"},
                    .byteSize = 2'200'000'000,
                    .sha256 = std::string(64, 'b')}};
    PublishedModel faces = large;
    faces.id = "faces-256";
    faces.title = "Small faces";
    faces.licence = "CC-BY-NC-4.0";
    faces.nonCommercial = true;
    faces.notice = "CC BY-NC 4.0: not for commercial use.";
    faces.recognition = {{"attention-order", "new"}};
    faces.files[0].byteSize = 30'000'000;
    PublishedModel manual = large;
    manual.id = "by-hand";
    manual.title = "By hand";
    manual.files.clear();
    return {.list = [=] { return std::vector<PublishedModel>{large, faces, manual}; },
            .fetch =
                [](const PublishedModel& model, ProgressSink& sink, const std::stop_token& stop) {
                    Progress progress{.total = model.knownBytes(), .phase = "fetching large.pt, 3.2 MB/s"};
                    while (progress.done < progress.total) {
                        if (stop.stop_requested()) {
                            throw Cancelled();
                        }
                        std::this_thread::sleep_for(5ms);
                        progress.done = std::min(progress.total, progress.done + 2'000'000);
                        progress.secondsLeft = static_cast<double>(progress.total - progress.done) / 4e8;
                        sink.progressed(progress);
                    }
                    return FetchedModel{.path = "/tmp/" + model.id + ".pt", .files = {}};
                },
            .discard = [](const PublishedModel&) {}};
}

PublishedDialog& openCatalogue(WindowFixture& fixture) {
    fixture.action("priors.published")->trigger();
    for (QWidget* dialog : openDialogs()) {
        if (auto* catalogue = qobject_cast<PublishedDialog*>(dialog)) {
            return *catalogue;
        }
    }
    qFatal("no dialog of published models");
}

} // namespace

/// Takes the place of the file manager.
class OpenedUrls : public QObject {
    Q_OBJECT

public:
    QList<QUrl> urls;

public Q_SLOTS:
    void open(const QUrl& url) { urls.append(url); }
};

class PriorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theKeyOpensTheList();
    void everythingKnownIsShown();
    void aCheckpointDroppedOnTheWindowIsImported();
    void aCheckpointThatIsOpenedIsImported();
    void aDroppedPictureStillOpens();
    void whatIsDroppedOnTheListIsAddedInTurn();
    void choicesAreTriedAndMade();
    void anImportCanBeCancelled();
    void anImportThatFailsIsExplained();
    void whatIsNoCheckpointIsExplained();
    void whatCannotBeAPriorIsNotImported();
    void anIdMustBeOne();
    void verifyingTells_data();
    void verifyingTells();
    void removingAsks();
    void whatComesWithTheProgramStays();
    void aPriorIsUsed();
    void theFolderIsShown();
    void aPublishedModelIsFetchedAndImported();
    void aDownloadCanBeCancelled();
    void aDownloadThatFailsIsExplained();
    void thePickerSaysWhatDoesNotFit();
    void thePickerSuggests();
    void aFasterMethodIsOffered();
    void aSmallerPriorIsOffered();
};

// clang-format off: long tables of texts
void PriorsTest::theKeyOpensTheList() {
    WindowFixture fixture;
    QTest::keyClick(fixture.window.get(), Qt::Key_M, Qt::ControlModifier);
    QTRY_COMPARE(openDialogs().size(), 1);
    auto* window = qobject_cast<PriorsWindow*>(*openDialogs().begin());
    QVERIFY(window);
    QCOMPARE(find<QListWidget>(*window, "priors")->count(), 3);
    QCOMPARE(find<QLabel>(*window, "priorTitle")->text(), QStringLiteral("Photographs")); // the one that is in use
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_VERIFY(openDialogs().isEmpty());
}

void PriorsTest::everythingKnownIsShown() {
    WindowFixture fixture({.morePriors = {{.id = "maps", .title = "Maps", .kind = "diffusion", .channels = 4},
                                          {.id = "slices", .title = "Slices", .kind = "diffusion", .channels = 1}}});
    const PriorsWindow& priors = select(fixture, "photo");
    const QString text = allText(priors);
    for (const char* part : {"Diffusion prior", "Inpaint, Colorize", "A few photographs", "GPL-3.0-or-later", "64 px", "3 (colours)",
                             "4.1 million", "8.3 MB", "compact-unet", "Comes with the program"}) {
        QVERIFY2(text.contains(QLatin1String(part)), part);
    }
    select(fixture, "broken");
    QCOMPARE(find<QLabel>(priors, "priorState")->text(), QStringLiteral("The weights are missing."));
    QVERIFY(!find<QPushButton>(priors, "usePrior")->isEnabled());
    select(fixture, "maps");
    QVERIFY(find<QLabel>(priors, "priorState")->text().contains(QStringLiteral("4 channels")));
    QVERIFY(allText(priors).contains(QStringLiteral("No task")));
    select(fixture, "slices"); // grey: everything but colours
    QVERIFY(allText(priors).contains(QStringLiteral("Inpaint, Upscale")));
}

void PriorsTest::aCheckpointDroppedOnTheWindowIsImported() {
    WindowFixture fixture;
    drop(*fixture.window, {checkpoint(fixture)});
    ImportDialog* import = waitForImport();
    QCOMPARE(find<QLabel>(*import, "family")->text(), QStringLiteral("ADM U-Net as guided-diffusion saves it"));
    const QString facts = find<QLabel>(*import, "facts")->text();
    QVERIFY(facts.contains(QStringLiteral("It attends at 16 px.")) && facts.contains(QStringLiteral("93.6 million")));
    auto* licence = find<QLineEdit>(*import, "modelLicence");
    licence->setFocus();
    QTest::keyClicks(licence, QStringLiteral("MIT"));
    click(*import, "import");
    QTRY_VERIFY(hasPrior(fixture, "faces"));
    QCOMPARE(fixture.engine->lastImport().path, checkpoint(fixture).toStdString());
    QCOMPARE(fixture.engine->lastImport().licence, std::string("MIT"));
    QCOMPARE(fixture.engine->lastImport().choices.at("attention-order"), std::string("legacy"));
    QTRY_VERIFY(!openImport());
    PriorsWindow& priors = fixture.window->priors().show();
    QTRY_COMPARE(find<QLabel>(priors, "priorTitle")->text(), QStringLiteral("Faces")); // it is selected
    QVERIFY(fixture.window->statusBar()->currentMessage().contains(QStringLiteral("Faces")));
    auto* menu = find<QComboBox>(*fixture.window, "prior");
    QVERIFY(menu->findData(QStringLiteral("faces")) >= 0);
}

void PriorsTest::aCheckpointThatIsOpenedIsImported() {
    WindowFixture fixture;
    QVERIFY(!fixture.window->files().open(checkpoint(fixture)));
    QCOMPARE(find<QLabel>(*waitForImport(), "family")->text(), QStringLiteral("ADM U-Net as guided-diffusion saves it"));
}

void PriorsTest::aDroppedPictureStillOpens() {
    WindowFixture fixture;
    drop(*fixture.window, {fixture.picturePath()});
    QVERIFY(!fixture.document().isEmpty());
    QVERIFY(openDialogs().isEmpty());
}

void PriorsTest::whatIsDroppedOnTheListIsAddedInTurn() {
    WindowFixture fixture;
    const QString folder = fixture.folder.filePath(QStringLiteral("diffusers"));
    QVERIFY(QDir().mkdir(folder));
    drop(fixture.window->priors().show(), {checkpoint(fixture), folder});
    click(*waitForImport(), "closeImport");
    QTRY_VERIFY(openImport() && openImport()->findChild<QWidget*>(QStringLiteral("import")) &&
                allText(*openImport()).contains(QStringLiteral("diffusers")));
    QTest::keyClick(waitForImport(), Qt::Key_Escape);
    QTRY_VERIFY(!openImport());
    QVERIFY(!hasPrior(fixture, "faces"));
}

void PriorsTest::choicesAreTriedAndMade() {
    WindowFixture fixture;
    fixture.window->priors().add({checkpoint(fixture)});
    ImportDialog* import = waitForImport();
    auto* order = find<QComboBox>(*import, "choice.attention-order");
    QVERIFY(order->currentText().contains(QStringLiteral("assumed")));
    QVERIFY(find<QComboBox>(*import, "choice.schedule")->currentText().contains(QStringLiteral("known")));
    click(*import, "try.attention-order");
    const auto grey = [&](const char* name) {
        const QImage picture = find<QToolButton>(*import, name)->icon().pixmap(146, 72).toImage();
        return qGray(picture.pixel(20, 20));
    };
    QTRY_VERIFY(std::abs(grey("sample.legacy") - 64) < 3);
    QTRY_VERIFY(std::abs(grey("sample.new") - 191) < 3);
    QVERIFY(find<QToolButton>(*import, "sample.legacy")->isChecked());
    click(*import, "sample.new");
    QCOMPARE(order->currentData().toString(), QStringLiteral("new"));
    auto* schedule = find<QComboBox>(*import, "choice.schedule");
    schedule->setFocus();
    QTest::keyClick(schedule, Qt::Key_Down);
    click(*import, "import");
    QTRY_VERIFY(hasPrior(fixture, "faces"));
    QCOMPARE(fixture.engine->lastImport().choices.at("attention-order"), std::string("new"));
    QCOMPARE(fixture.engine->lastImport().choices.at("schedule"), std::string("cosine"));
}

void PriorsTest::anImportCanBeCancelled() {
    WindowFixture fixture({.steps = 100000, .stepTime = 1ms});
    fixture.window->priors().add({checkpoint(fixture)});
    ImportDialog* import = waitForImport();
    click(*import, "import");
    QTRY_VERIFY(find<QPushButton>(*import, "cancelWork")->isVisible());
    QVERIFY(!find<QPushButton>(*import, "import")->isEnabled());
    QTRY_VERIFY(!find<QLabel>(*import, "workDetail")->text().isEmpty()); // it tells the time that is left
    click(*import, "cancelWork");
    QTRY_VERIFY(find<QLabel>(*import, "work")->text().contains(QStringLiteral("nothing was added")));
    QVERIFY(find<QPushButton>(*import, "import")->isEnabled());
    QVERIFY(!hasPrior(fixture, "faces"));
    click(*import, "import");
    QTest::keyClick(import, Qt::Key_Escape); // ends the import too
    QTRY_VERIFY(!openImport());
}

void PriorsTest::anImportThatFailsIsExplained() {
    WindowFixture fixture({.failure = Error(ErrorCode::failed, "the disk is full", "free some space")});
    fixture.window->priors().add({checkpoint(fixture)});
    ImportDialog* import = waitForImport();
    QString cause;
    noteError(cause);
    click(*import, "import");
    QTRY_COMPARE(cause, QStringLiteral("The disk is full."));
    QVERIFY(find<QPushButton>(*import, "import")->isEnabled()); // after mending it can be tried again
    import->close();
}

void PriorsTest::whatIsNoCheckpointIsExplained() {
    WindowFixture fixture;
    fixture.window->priors().add({checkpoint(fixture, "page.html")});
    QTRY_VERIFY(!openDialogs().isEmpty() && !openImport()); // the import dialog goes again
    QDialog* error = qobject_cast<QDialog*>(*openDialogs().begin());
    QVERIFY(find<QLabel>(*error, "cause")->text().contains(QStringLiteral("is no checkpoint")));
    error->close();
}

void PriorsTest::whatCannotBeAPriorIsNotImported() {
    WindowFixture fixture;
    fixture.window->priors().add({checkpoint(fixture, "style.lora")});
    ImportDialog* import = waitForImport();
    QVERIFY(find<QLabel>(*import, "facts")->text().startsWith(QStringLiteral("It holds parts of a network alone.")));
    QVERIFY(!find<QPushButton>(*import, "import")->isEnabled());
    import->close();
}

void PriorsTest::anIdMustBeOne() {
    WindowFixture fixture;
    fixture.window->priors().add({checkpoint(fixture)});
    ImportDialog* import = waitForImport();
    auto* id = find<QLineEdit>(*import, "modelId");
    id->selectAll();
    QTest::keyClicks(id, QStringLiteral("My Faces-2")); // capitals and spaces do not get in
    QCOMPARE(id->text(), QStringLiteral("yaces-2"));
    id->clear();
    QVERIFY(!find<QPushButton>(*import, "import")->isEnabled());
    import->close();
}

void PriorsTest::verifyingTells_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isInOrder");
    QTest::newRow("whole") << "photo" << true;
    QTest::newRow("broken") << "broken" << false;
}

void PriorsTest::verifyingTells() {
    QFETCH(QString, id);
    QFETCH(bool, isInOrder);
    WindowFixture fixture;
    PriorsWindow& priors = select(fixture, id.toLatin1().constData());
    QString cause;
    if (!isInOrder) {
        noteError(cause);
    }
    click(priors, "verifyPrior");
    QVERIFY(!find<QPushButton>(priors, "verifyPrior")->isEnabled()); // while it goes on
    QTRY_VERIFY(find<QPushButton>(priors, "verifyPrior")->isEnabled());
    QCOMPARE(fixture.engine->verified(), std::vector<std::string>{id.toStdString()});
    if (isInOrder) {
        QVERIFY(find<QLabel>(priors, "work")->text().contains(QStringLiteral("is in order")));
    } else {
        QTRY_COMPARE(cause, QStringLiteral("The weights are missing."));
    }
}

void PriorsTest::removingAsks() {
    WindowFixture fixture;
    PriorsWindow& priors = select(fixture, "broken");
    QString question;
    whenDialogOpens([&](QDialog* dialog) {
        question = allText(*dialog);
        QTest::keyClick(dialog, Qt::Key_Return); // keeping is the default
    });
    click(priors, "removePrior");
    QTRY_VERIFY(question.contains(QStringLiteral("374")) && openDialogs().size() == 1);
    QVERIFY(hasPrior(fixture, "broken"));
    whenDialogOpens([](QDialog* dialog) { click(*dialog, "confirmRemove"); });
    click(priors, "removePrior");
    QTRY_VERIFY(!hasPrior(fixture, "broken"));
    QCOMPARE(find<QListWidget>(priors, "priors")->count(), 2);
    QVERIFY(find<QLabel>(priors, "work")->text().contains(QStringLiteral("374")));
}

void PriorsTest::whatComesWithTheProgramStays() {
    WindowFixture fixture;
    const auto* remove = find<QPushButton>(select(fixture, "photo"), "removePrior");
    QVERIFY(!remove->isEnabled());
    QVERIFY(remove->toolTip().contains(QStringLiteral("comes with the program")));
}

void PriorsTest::aPriorIsUsed() {
    WindowFixture fixture({.morePriors = {{.id = "faces", .title = "Faces", .kind = "diffusion"}}});
    PriorsWindow& priors = select(fixture, "faces");
    click(priors, "usePrior");
    QCOMPARE(fixture.window->session().spec().prior, std::optional<std::string>("faces"));
    QCOMPARE(find<QComboBox>(*fixture.window, "prior")->currentText(), QStringLiteral("Faces"));
    QVERIFY(find<QLabel>(priors, "priorState")->text().contains(QStringLiteral("next run")));
    whenDialogOpens([](QDialog* dialog) { click(*dialog, "confirmRemove"); });
    click(priors, "removePrior");
    // What is gone cannot be used.
    QTRY_COMPARE(fixture.window->session().spec().prior.value_or(kDefaultPrior), std::string("photo"));
}

void PriorsTest::theFolderIsShown() {
    WindowFixture fixture({.morePriors = {{.id = "faces", .title = "Faces", .kind = "diffusion", .folder = "/some/folder"}}});
    OpenedUrls opened;
    QDesktopServices::setUrlHandler(QStringLiteral("file"), &opened, "open");
    click(select(fixture, "faces"), "revealPrior");
    QCOMPARE(opened.urls, QList<QUrl>{QUrl::fromLocalFile(QStringLiteral("/some/folder"))});
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
}

void PriorsTest::aPublishedModelIsFetchedAndImported() {
    WindowFixture fixture;
    bool isDiscarded = false;
    fixture.published = shop();
    fixture.published.discard = [&](const PublishedModel& model) { isDiscarded = model.id == "faces-256"; };
    fixture.open(false);
    PublishedDialog& dialog = openCatalogue(fixture);
    auto* list = find<QListWidget>(dialog, "published");
    QCOMPARE(list->count(), 3);
    QVERIFY(find<QPushButton>(dialog, "download")->isEnabled()); // the first forbids nothing
    QTest::keyClick(list, Qt::Key_Down);
    QVERIFY(list->currentItem()->text().contains(QStringLiteral("not for commercial use")));
    QVERIFY(find<QLabel>(dialog, "modelNotice")->text().contains(QStringLiteral("CC BY-NC")));
    QVERIFY(!find<QPushButton>(dialog, "download")->isEnabled());
    QTest::keyClick(find<QCheckBox>(dialog, "acceptLicence"), Qt::Key_Space);
    click(dialog, "download");
    ImportDialog* import = waitForImport();
    QCOMPARE(find<QLineEdit>(*import, "modelId")->text(), QStringLiteral("faces-256"));
    QCOMPARE(find<QLineEdit>(*import, "modelLicence")->text(), QStringLiteral("CC-BY-NC-4.0"));
    QCOMPARE(find<QComboBox>(*import, "choice.attention-order")->currentText(), QStringLiteral("new (known)")); // it is published
    click(*import, "import");
    QTRY_VERIFY(hasPrior(fixture, "faces-256"));
    QVERIFY(isDiscarded);
    QTRY_VERIFY(list->item(1)->text().contains(QStringLiteral("installed")));
    QTest::keyClick(list, Qt::Key_Down);
    QVERIFY(!find<QPushButton>(dialog, "download")->isVisible()); // by hand alone
    QVERIFY(find<QPushButton>(dialog, "openPage")->isEnabled());
}

void PriorsTest::aDownloadCanBeCancelled() {
    WindowFixture fixture;
    fixture.published = shop();
    fixture.open(false);
    PublishedDialog& dialog = openCatalogue(fixture);
    click(dialog, "download"); // the large one
    QTRY_VERIFY(find<QLabel>(dialog, "workDetail")->text().contains(QStringLiteral("of 2.2 GB")));
    QTRY_VERIFY(find<QLabel>(dialog, "workDetail")->text().contains(QStringLiteral("MB/s")));
    QVERIFY(find<QLabel>(dialog, "workDetail")->text().contains(QStringLiteral("left")));
    dialog.close(); // it goes on
    QVERIFY(dialog.isFetching());
    fixture.action("priors.published")->trigger();
    QVERIFY(dialog.isVisible() && find<QLabel>(dialog, "workDetail")->isVisible());
    click(dialog, "cancelWork");
    QTRY_VERIFY(!dialog.isFetching());
    QVERIFY(find<QLabel>(dialog, "work")->text().contains(QStringLiteral("goes on from there")));
    QVERIFY(find<QPushButton>(dialog, "download")->isEnabled());
    QVERIFY(!openImport());
}

void PriorsTest::aDownloadThatFailsIsExplained() {
    WindowFixture fixture;
    fixture.published = shop();
    fixture.published.fetch = [](const PublishedModel&, ProgressSink&, const std::stop_token&) -> FetchedModel {
        throw Error(ErrorCode::failed, "there is no network", "connect this computer");
    };
    fixture.open(false);
    PublishedDialog& dialog = openCatalogue(fixture);
    QString cause;
    noteError(cause);
    click(dialog, "download");
    QTRY_COMPARE(cause, QStringLiteral("There is no network."));
    QVERIFY(find<QPushButton>(dialog, "download")->isEnabled());
}

void PriorsTest::thePickerSaysWhatDoesNotFit() {
    WindowFixture fixture({.morePriors = {{.id = "maps", .title = "Maps", .kind = "diffusion", .channels = 4},
                                          {.id = "slices", .title = "Slices", .kind = "diffusion", .channels = 1},
                                          {.id = "classes", .title = "Classes", .kind = "diffusion", .classes = 1000}}});
    auto* menu = find<QComboBox>(*fixture.window, "prior");
    const auto tip = [&](const char* id) {
        return menu->itemData(menu->findData(QLatin1String(id)), Qt::ToolTipRole).toString();
    };
    const auto isEnabled = [&](const char* id) {
        return menu->model()->flags(menu->model()->index(menu->findData(QLatin1String(id)), 0)).testFlag(Qt::ItemIsEnabled);
    };
    QVERIFY(isEnabled("auto")); // the default one
    QVERIFY(!isEnabled("broken") && tip("broken") == QStringLiteral("The weights are missing."));
    QVERIFY(!isEnabled("maps") && tip("maps").contains(QStringLiteral("4 channels")));
    QVERIFY(isEnabled("classes") && tip("classes").contains(QStringLiteral("1000 classes: give the number")));
    QVERIFY(isEnabled("slices"));
    QVERIFY(menu->findData(QStringLiteral("photo-fill")) < 0); // it is for first estimates
    QCOMPARE(menu->currentText(), QStringLiteral("Photographs (suggested)"));
    fixture.action("task.colorize")->trigger();
    menu = find<QComboBox>(*fixture.window, "prior");
    QVERIFY(!isEnabled("slices") && tip("slices").contains(QStringLiteral("finds colours")));
}

void PriorsTest::thePickerSuggests() {
    WindowFixture fixture({.morePriors = {{.id = "faces", .title = "Faces", .kind = "diffusion", .nativeSize = 96}}});
    auto* menu = find<QComboBox>(*fixture.window, "prior");
    const auto title = [&](const char* id) { return menu->itemText(menu->findData(QLatin1String(id))); };
    QCOMPARE(title("auto"), QStringLiteral("Photographs (suggested)"));
    QCOMPARE(title("faces"), QStringLiteral("Faces"));
    const QString square = fixture.folder.filePath(QStringLiteral("square.png"));
    writeImage(square.toStdString(), patternedPicture({96, 96}));
    QVERIFY(fixture.window->files().open(square));
    menu = find<QComboBox>(*fixture.window, "prior");
    QCOMPARE(title("auto"), QStringLiteral("Photographs"));
    QCOMPARE(title("faces"), QStringLiteral("Faces (suggested)"));
    QVERIFY(menu->itemData(menu->findData(QStringLiteral("faces")), Qt::ToolTipRole).toString().contains(QStringLiteral("exactly this size")));
    menu->setFocus();
    QTest::keyClick(menu, Qt::Key_Down); // past the one that is broken
    QCOMPARE(fixture.window->session().spec().prior, std::optional<std::string>("faces"));
}

void PriorsTest::aFasterMethodIsOffered() {
    WindowFixture fixture({.secondsPerEvaluation = 20, .memoryBytes = 3'100'000'000});
    fixture.openPicture();
    fixture.paint();
    auto* offer = find<QLabel>(*fixture.window, "offer");
    auto* note = find<QLabel>(*fixture.window, "runNote");
    QTRY_VERIFY(note->text().contains(QStringLiteral("about 2 min")) && note->text().contains(QStringLiteral("3.1 GB")));
    QVERIFY(!offer->isVisible());
    RestoreSpec spec = fixture.window->session().spec();
    spec.method = "dps";
    fixture.window->session().setSpec(spec);
    QTRY_VERIFY(offer->isVisible());
    QVERIFY(note->text().contains(QStringLiteral("20 min")));
    QVERIFY(offer->text().contains(QStringLiteral("Default")) && offer->text().contains(QStringLiteral("2 min")));
    click(*fixture.window, "takeOffer");
    QCOMPARE(fixture.window->session().spec().method, std::optional<std::string>("default"));
    QVERIFY(!offer->isVisible());
    QTRY_VERIFY(note->text().contains(QStringLiteral("about 2 min")));
    QVERIFY(!offer->isVisible());
}

void PriorsTest::aSmallerPriorIsOffered() {
    WindowFixture fixture({.morePriors = {{.id = "faces", .title = "Faces", .kind = "diffusion"}}, .secondsPerEvaluation = 20});
    RestoreSpec spec = fixture.window->session().spec();
    spec.prior = "faces";
    fixture.window->session().setSpec(spec);
    fixture.openPicture();
    fixture.paint();
    auto* offer = find<QLabel>(*fixture.window, "offer");
    QTRY_VERIFY(offer->isVisible());
    QVERIFY(offer->text().contains(QStringLiteral("Photographs")));
    click(*fixture.window, "takeOffer");
    QCOMPARE(fixture.window->session().spec().prior.value_or(kDefaultPrior), std::string("photo"));
}

// clang-format on
QTEST_MAIN(PriorsTest)
#include "priors_test.moc"
