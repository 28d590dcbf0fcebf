// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/first_paint.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>

namespace palimpsest::ui {

FirstPaint::FirstPaint(QWidget* window) : QObject(window) { window->installEventFilter(this); }

bool FirstPaint::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Paint && !isOver_) {
        isOver_ = true;
        QTimer::singleShot(0, this, [this] {
            parent()->removeEventFilter(this);
            Q_EMIT happened();
        });
    }
    return QObject::eventFilter(watched, event);
}

double millisecondsSinceProcessStart() {
    std::ifstream file("/proc/self/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    // Field 22 is the start in clock ticks after the boot; the name in field 2 may hold spaces and ends with the last
    // ")".
    std::istringstream fields(text.substr(text.rfind(')') + 1));
    std::string field;
    for (int number = 3; number <= 22; ++number) {
        fields >> field;
    }
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
    return 1000.0 * (static_cast<double>(now.tv_sec) - std::stod(field) / ticks) +
           static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace palimpsest::ui
