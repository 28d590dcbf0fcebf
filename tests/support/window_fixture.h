// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/image_file.h"
#include "core/io/mask_file.h"
#include "tests/support/canvas_pointer.h"
#include "tests/support/fake_engine.h"
#include "tests/support/test_pictures.h"
#include "ui/actions/actions.h"
#include "ui/canvas/canvas_view.h"
#include "ui/main_window.h"
#include "ui/session/recovery/recovery.h"
#include "ui/window/file_controller.h"
#include "ui/window/restore_controller.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <memory>

namespace palimpsest::ui {

/// A main window over a fake engine and a folder of its own, with a picture of 120 x 80 in a file.
struct WindowFixture {
    static constexpr Size kSize{120, 80};

    explicit WindowFixture(FakeEngine::Options engineOptions = {}, bool offersRecovery = false)
        : engine(std::make_shared<FakeEngine>(std::move(engineOptions))) {
        writeImage(picturePath().toStdString(), patternedPicture(kSize));
        open(offersRecovery);
    }

    /// A new window over the same folder, as after a start of the program.
    void open(bool offersRecovery) {
        window.reset();
        Locations places;
        places.recovery = folder.path().toStdString() + "/recovery";
        places.config = folder.path().toStdString() + "/config";
        places.samplePictures = PALIMPSEST_SOURCE_DIR "/resources/samples";
        settings = std::make_unique<SettingsKeeper>(Settings(), std::string());
        window = std::make_unique<MainWindow>(MainWindow::Options{.engineSource = [e = engine] { return e; },
                                                                  .locations = places,
                                                                  .offersRecovery = offersRecovery,
                                                                  .published = published},
                                              *settings);
        window->resize(1000, 640);
        window->show();
        window->finishStart();
        QVERIFY(QTest::qWaitFor([this] { return !window->session().engine().devices().empty(); }));
    }

    QString picturePath() const { return folder.filePath(QStringLiteral("picture.png")); }
    void openPicture() { QVERIFY(window->files().open(picturePath())); }
    QAction* action(const char* id) { return window->actions().at(QString::fromLatin1(id)); }
    Document& document() { return window->session().document(); }

    /// A stroke of the brush over the middle.
    void paint() {
        CanvasPointer pointer(window->canvas());
        action("tool.brush")->trigger();
        pointer.drag({{40, 40}, {50, 42}, {80, 40}});
    }

    void run(int samples = 1) {
        RestoreSpec spec = window->session().spec();
        spec.samples = samples;
        window->session().setSpec(spec);
        action("restore.run")->trigger();
    }

    /// The folder of the session that was left behind.
    QString onlySession() const {
        const auto left = abandonedSessions(folder.path() + QStringLiteral("/recovery"));
        return left.size() == 1 ? left.front().folder : QString();
    }

    bool waitForRun() {
        return QTest::qWaitFor([this] { return !window->session().jobs().isRunning(); }, 20000);
    }

    QTemporaryDir folder;
    PublishedSource published = publishedOnTheNet(); ///< takes effect with the next open()
    std::shared_ptr<FakeEngine> engine;
    std::unique_ptr<SettingsKeeper> settings;
    std::unique_ptr<MainWindow> window;
};

/// The pixel of a picture as the screen shows it.
inline QRgb toQRgb(const Image& image, int x, int y) {
    const auto byte = [&](int channel) {
        return static_cast<int>(255 * image.valueAt(x, y, std::min(channel, image.colourChannels() - 1)) + 0.5F);
    };
    return qRgb(byte(0), byte(1), byte(2));
}

/// The dialogs on the screen now.
inline QSet<QWidget*> openDialogs() {
    QSet<QWidget*> dialogs;
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (qobject_cast<QDialog*>(widget) && widget->isVisible()) {
            dialogs.insert(widget);
        }
    }
    return dialogs;
}

/// Does something, once, with the dialog that opens next and blocks (or not), as soon as it is there. A dialog that is
/// open already (the one a question is asked over) is not meant.
inline void whenDialogOpens(const std::function<void(QDialog*)>& act) {
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, act, before = openDialogs()] {
        const QSet<QWidget*> opened = openDialogs() - before;
        if (!opened.isEmpty()) {
            timer->stop(); // now: its deletion waits until the dialog's event loop has ended
            timer->deleteLater();
            act(qobject_cast<QDialog*>(*opened.begin()));
        }
    });
    timer->start(10);
}

} // namespace palimpsest::ui
