// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/image_file.h"
#include "core/provenance/record_file.h"
#include "tests/support/fake_engine.h"
#include "tests/support/test_pictures.h"
#include "ui/session/recovery/recovery.h"
#include "ui/session/session.h"
#include "ui/session/variants/result_export.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

constexpr Size kSize{48, 36};

Mask corner() {
    return maskOf(kSize, [](int x, int y) { return x < 12 && y < 9 ? 255 : 0; });
}

std::unique_ptr<Session> makeSession(const QString& root, FakeEngine::Options options = {}) {
    return std::make_unique<Session>(Session::Options{
        .engineSource = [options] { return std::make_shared<FakeEngine>(options); }, .recoveryRoot = root});
}

bool waitForEngine(Session& session) {
    session.engine().load();
    return QTest::qWaitFor([&] { return session.engine().state() == EngineBridge::State::ready; });
}

bool runToTheEnd(Session& session, int samples) {
    RestoreSpec spec = session.spec();
    spec.samples = samples;
    spec.seed = 77;
    session.setSpec(spec);
    session.startRun(10);
    return QTest::qWaitFor([&] { return !session.jobs().isRunning(); }, 20000);
}

/// What the killed program of the recovery test does: works, says so, and waits for its end.
int victim(const QString& root, const QString& picture) {
    auto session = makeSession(root);
    session->open(readImage(picture.toStdString()), QStringLiteral("victim.png"), picture.toStdString());
    if (!waitForEngine(*session)) {
        return 1;
    }
    session->document().replaceMask(corner(), QStringLiteral("corner"));
    if (!runToTheEnd(*session, 2)) {
        return 1;
    }
    session->document().growMask(3);
    QTest::qWait(1500); // the journal is at most a second old
    std::puts("ready");
    std::fflush(stdout);
    QTest::qWait(60000);
    return 0;
}

} // namespace

class SessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRunBecomesVariants();
    void estimatesAreAnsweredByTheNewest();
    void aFailedEngineCanBeTriedAgain();
    void closeLeavesNothing();
    void leaveIsOfferedAgain();
    void aRunningSessionIsNotOffered();
    void survivesKill();
    void aChangedPictureIsNoticed();
    void aPastedPictureIsKept();
    void withoutRecoveryNothingIsOffered();
    void exportedResultsCanBeReplayed();
    void openingAnotherPictureAbandonsTheRun();

private:
    std::unique_ptr<QTemporaryDir> folder_;
    QString root() const { return folder_->path() + QStringLiteral("/recovery"); }
    QString picture() const { return folder_->path() + QStringLiteral("/picture.png"); }
};

void SessionTest::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    writeImage(picture().toStdString(), patternedPicture(kSize));
}

void SessionTest::aRunBecomesVariants() {
    auto session = makeSession(root());
    session->open(patternedPicture(kSize), QStringLiteral("a.png"), {});
    QVERIFY_EXCEPTION_THROWN(session->startRun(0), Bug);
    QVERIFY(waitForEngine(*session));
    session->document().replaceMask(corner(), {});
    session->document().markSaved();
    QVERIFY(runToTheEnd(*session, 3));
    QCOMPARE(session->variants().variants().size(), std::size_t(4)); // and their mean
    QVERIFY(session->variants().variants()[0].key.isMean());
    QCOMPARE(session->shownVariant(), 3);
    QVERIFY(session->shownImage() == fakeResult(patternedPicture(kSize), corner(), fakeLevel(77, 2)));
    QVERIFY(session->isUnsaved());
    session->showVariant(-1);
    QVERIFY(session->shownImage() == patternedPicture(kSize));
    session->showVariant(0);
    session->variants().remove(0);
    QCOMPARE(session->shownVariant(), -1);
    QVERIFY(!session->document().hasResult());
}

void SessionTest::estimatesAreAnsweredByTheNewest() {
    auto session = makeSession(root());
    QVERIFY(waitForEngine(*session));
    QSignalSpy answers(&session->engine(), &EngineBridge::estimated);
    QSignalSpy refusals(&session->engine(), &EngineBridge::notEstimated);
    std::int64_t evaluations = 0;
    connect(&session->engine(), &EngineBridge::estimated, this,
            [&](const RunEstimate& e) { evaluations = e.evaluations; });
    RestoreSpec spec;
    for (spec.samples = 1; spec.samples < 20; ++spec.samples) {
        session->engine().askEstimate(spec, {patternedPicture(kSize), corner(), {}});
    }
    QTRY_COMPARE(evaluations, std::int64_t{19 * 6});
    QVERIFY(answers.count() < 19);
    session->engine().askEstimate(spec, {patternedPicture(kSize), Mask(kSize), {}});
    QTRY_COMPARE(refusals.count(), 1);
}

void SessionTest::aFailedEngineCanBeTriedAgain() {
    std::atomic<int> attempts{0};
    Session session({.engineSource = [&]() -> std::shared_ptr<Engine> {
                         if (++attempts == 1) {
                             throw Error(ErrorCode::failed, "no library");
                         }
                         return std::make_shared<FakeEngine>();
                     },
                     .recoveryRoot = root()});
    session.engine().load();
    QTRY_COMPARE(session.engine().state(), EngineBridge::State::failed);
    session.engine().load();
    QTRY_COMPARE(session.engine().state(), EngineBridge::State::ready);
    QTRY_COMPARE(session.engine().devices().size(), std::size_t(1));
}

void SessionTest::closeLeavesNothing() {
    auto session = makeSession(root());
    session->open(patternedPicture(kSize), QStringLiteral("a.png"), {});
    session->document().replaceMask(corner(), {});
    QCOMPARE(QDir(root()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    session->close();
    QVERIFY(QDir(root()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
    QVERIFY(session->document().isEmpty());
    QVERIFY(!session->isUnsaved());
}

void SessionTest::leaveIsOfferedAgain() {
    auto session = makeSession(root());
    session->open(readImage(picture().toStdString()), QStringLiteral("left.png"), picture().toStdString());
    session->document().replaceMask(corner(), {});
    session->leave();
    const auto left = abandonedSessions(root());
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left[0].title, QStringLiteral("left.png"));
    QVERIFY(left[0].hasMask);
    session->recover(left[0].folder);
    QVERIFY(std::ranges::equal(session->document().mask().values(), corner().values()));
    QCOMPARE(session->picturePath(), picture().toStdString());
    QVERIFY(session->isUnsaved());
}

void SessionTest::aRunningSessionIsNotOffered() {
    auto session = makeSession(root());
    session->open(patternedPicture(kSize), QStringLiteral("a.png"), {});
    session->document().replaceMask(corner(), {});
    QVERIFY(abandonedSessions(root()).empty());
    const QString folder =
        root() + QLatin1Char('/') + QDir(root()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0);
    auto other = makeSession(root());
    QVERIFY_EXCEPTION_THROWN(other->recover(folder), Error);
}

void SessionTest::survivesKill() {
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--victim"), root(), picture()});
    QVERIFY(process.waitForStarted());
    QVERIFY(QTest::qWaitFor([&] { return process.readAllStandardOutput().contains("ready"); }, 20000));
    QVERIFY(abandonedSessions(root()).empty()); // it still runs
    ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
    QVERIFY(process.waitForFinished());

    const auto left = abandonedSessions(root());
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left[0].title, QStringLiteral("victim.png"));
    QCOMPARE(left[0].variantCount, 2);
    QVERIFY(!left[0].thumbnail.isNull());
    auto session = makeSession(root());
    session->recover(left[0].folder);
    QVERIFY(std::ranges::equal(session->document().mask().values(), grown(corner(), 3).values()));
    QCOMPARE(session->spec().samples, 2);
    QCOMPARE(session->spec().seed, std::uint64_t{77});
    QCOMPARE(session->variants().variants().size(), std::size_t(3));
    QVERIFY(session->variants().image(2) == fakeResult(patternedPicture(kSize), corner(), fakeLevel(77, 1)));
    QVERIFY(!session->variants().run(1).record.empty());
    session->showVariant(2);
    QVERIFY(session->maps() && !session->maps()->deviation.isNull() && !session->maps()->residualCurve.empty());
    QCOMPARE(abandonedSessions(root()).size(), std::size_t(0)); // now it is this session's
}

void SessionTest::aChangedPictureIsNoticed() {
    auto session = makeSession(root());
    session->open(readImage(picture().toStdString()), QStringLiteral("left.png"), picture().toStdString());
    session->document().replaceMask(corner(), {});
    session->leave();
    writeImage(picture().toStdString(), directReconstruction(kSize, 3));
    const auto left = abandonedSessions(root());
    QCOMPARE(left.size(), std::size_t(1));
    QVERIFY_EXCEPTION_THROWN(session->recover(left[0].folder), Error);
    QCOMPARE(abandonedSessions(root()).size(), std::size_t(1)); // nothing was lost by trying
}

void SessionTest::aPastedPictureIsKept() {
    auto session = makeSession(root());
    session->open(directReconstruction(kSize, 99), QStringLiteral("Pasted"), {});
    session->document().markUnsaved();
    session->leave();
    const auto left = abandonedSessions(root());
    QCOMPARE(left.size(), std::size_t(1));
    session->recover(left[0].folder);
    QVERIFY(session->document().picture() == directReconstruction(kSize, 99));
}

void SessionTest::withoutRecoveryNothingIsOffered() {
    {
        auto session = makeSession(root());
        session->setRecovery(false);
        session->open(directReconstruction(kSize, 99), QStringLiteral("Pasted"), {});
        session->document().markUnsaved();
        QTest::qWait(1200);
    } // as a crash: neither closed nor left
    QVERIFY(abandonedSessions(root()).empty());
}

void SessionTest::exportedResultsCanBeReplayed() {
    auto session = makeSession(root());
    session->open(readImage(picture().toStdString()), QStringLiteral("picture.png"), picture().toStdString());
    QVERIFY(waitForEngine(*session));
    session->document().replaceMask(corner(), {});
    QVERIFY(runToTheEnd(*session, 2));
    auto& variants = session->variants();
    variants.flush();
    const std::string path = folder_->path().toStdString() + "/out.png";
    exportResult(path, {.image = variants.image(2),
                        .key = variants.variants()[2].key,
                        .run = variants.run(1),
                        .mask = variants.mask(2, kSize),
                        .hints = variants.hints(2)});
    const RunRecord record = readRunRecord(path + ".json");
    QCOMPARE(record.acquisition.path, std::string("picture.png"));
    QCOMPARE(record.mask.path, std::string("out.png.mask.png"));
    QCOMPARE(record.samples.size(), std::size_t(2));
    QVERIFY(record.samples[0].path.empty());
    QCOMPARE(record.samples[1].path, std::string("out.png"));
    QCOMPARE(record.samples[1].pixelsSha256, contentHash(readImage(path)));
    QCOMPARE(record.mask.sha256, contentHash(corner()));
    QCOMPARE(suggestedPath("/a/b.jpg", "b", "/c"), std::string("/a/b-restored.png"));
    QCOMPARE(suggestedPath("", "Pasted", "/c"), std::string("/c/Pasted-restored.png"));
}

void SessionTest::openingAnotherPictureAbandonsTheRun() {
    auto session = makeSession(root(), {.steps = 40});
    session->open(patternedPicture(kSize), QStringLiteral("a.png"), {});
    QVERIFY(waitForEngine(*session));
    session->document().replaceMask(corner(), {});
    session->startRun(10);
    session->open(directReconstruction({10, 10}, 4), QStringLiteral("b.png"), {});
    QTest::qWait(400);
    QVERIFY(session->variants().variants().empty());
    QVERIFY(!session->document().hasResult());
    session->close();
    QVERIFY(QDir(root()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
}

int main(int argc, char* argv[]) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--victim")) {
        return victim(arguments.value(2), arguments.value(3));
    }
    SessionTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "session_test.moc"
