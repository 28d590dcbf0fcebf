// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/display_check.h"
#include "app/gui/gui_application.h"

int main(int argc, char* argv[]) {
    if (const auto exitCode = palimpsest::ui::exitCodeWithoutDisplay(argc, argv)) {
        return *exitCode;
    }
    palimpsest::ui::GuiApplication application(argc, argv);
    return application.run();
}
