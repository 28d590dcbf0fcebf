// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a stroke takes from the move of the mouse to the painted canvas, on a 12-megapixel picture, with the
// processor idle and with a job's worth of busy threads and previews beside it. Prints a table; asserts nothing.
//     stroke_latency [MOVES]          moves per row of the table, 1000 if not given
#include "tests/support/test_pictures.h"
#include "ui/canvas/canvas_view.h"
#include "ui/session/document/document.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numbers>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace palimpsest;
using namespace palimpsest::ui;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;

constexpr Size kPicture{4000, 3000};
constexpr auto kMoveInterval = 8ms; ///< a mouse of 125 Hz
constexpr int kPreviewInterval = 100;
constexpr int kBusyThreads = 2;

/// A mouse move that knows when the hand made it.
class StampedMove : public QMouseEvent {
public:
    StampedMove(QEvent::Type type, const QPointF& place, Qt::MouseButton button, Qt::MouseButtons buttons)
        : QMouseEvent(type, place, place, button, buttons, Qt::NoModifier) {}
    const Clock::time_point made = Clock::now();
};

/// Notes when moves have been delivered and when the window they show in has been painted and handed to the screen.
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        const auto* move = event->type() == QEvent::MouseMove ? dynamic_cast<const StampedMove*>(event) : nullptr;
        const auto made = move ? move->made : Clock::time_point();
        const bool isUpdate = event->type() == QEvent::UpdateRequest;
        const bool handled = QApplication::notify(receiver, event);
        if (move) {
            delivered_.push_back(made);
        }
        if (isUpdate) {
            const auto now = Clock::now();
            for (const auto& start : delivered_) {
                milliseconds.push_back(std::chrono::duration<double, std::milli>(now - start).count());
            }
            delivered_.clear();
        }
        return handled;
    }

    std::vector<double> milliseconds;

private:
    std::vector<Clock::time_point> delivered_;
};

struct Load {
    const char* name;
    int threads;
    int nice; ///< more than the program's own
};

struct Stroke {
    const char* name;
    double zoom; ///< 0: fitted
    double brush;
    int moves;
};

/// Computes and streams through memory until told to stop, as a network evaluation does.
void keepBusy(std::stop_token stop, int nice) {
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), getpriority(PRIO_PROCESS, 0) + nice);
    std::vector<float> values(2 << 20, 1.0f);
    while (!stop.stop_requested()) {
        for (float& value : values) {
            value = value * 0.999f + 0.001f;
        }
    }
}

/// A hand that draws a curve over the visible canvas, in its own time.
void draw(CanvasView& view, const Stroke& stroke) {
    const QPointF middle = QRectF(view.rect()).center();
    const auto place = [&](int i) {
        const double angle = 2 * std::numbers::pi * i / 300;
        return middle + QPointF(middle.x() * 0.8 * std::cos(angle), middle.y() * 0.8 * std::sin(1.7 * angle));
    };
    const auto post = [&](QEvent::Type type, int i, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QCoreApplication::postEvent(&view, new StampedMove(type, place(i), button, buttons));
    };
    post(QEvent::MouseButtonPress, 0, Qt::LeftButton, Qt::LeftButton);
    auto next = Clock::now();
    for (int i = 0; i < stroke.moves; ++i) {
        std::this_thread::sleep_until(next += kMoveInterval);
        post(QEvent::MouseMove, i, Qt::NoButton, Qt::LeftButton);
    }
    post(QEvent::MouseButtonRelease, stroke.moves, Qt::LeftButton, Qt::NoButton);
}

double quantile(std::vector<double> values, double share) {
    std::ranges::sort(values);
    return values.empty() ? 0 : values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

DisplayFrame previewFrame(int shade) {
    const Size size{1024, 1024};
    const auto colour = static_cast<std::uint32_t>(qRgb(shade % 256, 128, 90));
    return {{1400, 900, 1024, 1024},
            size,
            std::make_shared<const std::vector<std::uint32_t>>(static_cast<std::size_t>(size.area()), colour)};
}

void measure(WatchedApplication& application, CanvasView& view, const Stroke& stroke, const Load& load) {
    ToolOptions options = view.toolOptions();
    options.brushSize = stroke.brush;
    view.setToolOptions(options);
    stroke.zoom > 0 ? view.setZoom(stroke.zoom) : view.zoomToFit();
    QCoreApplication::processEvents();
    std::vector<std::jthread> busy;
    for (int i = 0; i < load.threads; ++i) {
        busy.emplace_back(keepBusy, load.nice);
    }
    QTimer previews;
    int frame = 0;
    QObject::connect(&previews, &QTimer::timeout, &view, [&] { view.setPreview(previewFrame(++frame)); });
    if (load.threads > 0) {
        previews.start(kPreviewInterval);
    }
    application.milliseconds.clear();
    std::jthread hand([&] {
        draw(view, stroke);
        QMetaObject::invokeMethod(&application, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    });
    QApplication::exec();
    view.clearPreview();
    const auto& times = application.milliseconds;
    std::printf("%-26s %-30s %6zu %8.2f %8.2f %8.2f\n", stroke.name, load.name, times.size(), quantile(times, 0.5),
                quantile(times, 0.99), quantile(times, 1));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    WatchedApplication application(argc, argv);
    const int moves = argc > 1 ? std::atoi(argv[1]) : 1000;
    Document document;
    CanvasView view(&document);
    view.resize(1600, 1000);
    view.show();
    document.setPicture(patternedPicture(kPicture));
    const std::vector<Stroke> strokes{{"fitted, brush 60 px", 0, 60, moves},
                                      {"fitted, brush 600 px", 0, 600, moves},
                                      {"100 %, brush 60 px", 1, 60, moves}};
    const std::vector<Load> loads{{"idle", 0, 0},
                                  {"2 threads at nice 10, previews", kBusyThreads, 10},
                                  {"2 threads at nice 0, previews", kBusyThreads, 0}};
    std::printf("%d x %d pixels, %s, %u processors; milliseconds from move to painted\n", kPicture.width,
                kPicture.height, qPrintable(QGuiApplication::platformName()), std::thread::hardware_concurrency());
    std::printf("%-26s %-30s %6s %8s %8s %8s\n", "stroke", "load", "moves", "p50", "p99", "max");
    for (const Stroke& stroke : strokes) {
        for (const Load& load : loads) {
            measure(application, view, stroke, load);
            document.clearMask();
        }
    }
    return 0;
}
