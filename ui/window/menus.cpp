// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/menus.h"

#include "ui/actions/actions.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace palimpsest::ui {
namespace {

struct MenuRow {
    const char* id;
    const char* title;
    const char* entries; ///< action ids; "|" is a line, "+x" the submenu x
};

// Submenus stand before the menus that hold them.
constexpr MenuRow kMenus[] = {
    {"recent", QT_TRANSLATE_NOOP("Menus", "Open &Recent"), ""},
    {"priors", QT_TRANSLATE_NOOP("Menus", "&Priors"),
     "priors.manage | priors.add-file priors.add-folder priors.published"},
    {"samples", QT_TRANSLATE_NOOP("Menus", "&Sample Pictures"), ""},
    {"tools", QT_TRANSLATE_NOOP("Menus", "&Tools"),
     "tool.pan tool.brush tool.eraser tool.rectangle tool.lasso tool.polygon tool.wand | brush.smaller brush.larger "
     "brush.softer brush.harder brush.swap brush.reset"},
    {"hints", QT_TRANSLATE_NOOP("Menus", "C&olour Hints"),
     "tool.hint-brush tool.hint-eraser hints.pick hints.colour | hints.clear hints.import hints.export"},
    {"task", QT_TRANSLATE_NOOP("Menus", "&Task"),
     "task.inpaint task.colorize task.upscale task.deblur task.denoise task.old-photo task.dejpeg "
     "task.declip"},
    {"presets", QT_TRANSLATE_NOOP("Menus", "&Presets"), "preset.save"},
    {"sure", QT_TRANSLATE_NOOP("Menus", "How Su&re"),
     "sure.none sure.deviation sure.disagreement sure.invented sure.residual | sure.next"},
    {"zoom", QT_TRANSLATE_NOOP("Menus", "&Zoom"),
     "view.zoom-in view.zoom-out view.fit | view.100 view.200 view.400 view.800"},
    {"variant", QT_TRANSLATE_NOOP("Menus", "&Variant"),
     "variant.show variant.apply variant.star variant.compare variant.compare-shown variant.export variant.delete | "
     "variant.previous variant.next"},
    {"file", QT_TRANSLATE_NOOP("Menus", "&File"),
     "file.open +recent | file.save file.save-as | file.import-mask file.export-mask | +priors | file.close file.quit"},
    {"edit", QT_TRANSLATE_NOOP("Menus", "&Edit"),
     "edit.undo edit.redo | edit.copy edit.paste | edit.shortcuts edit.settings"},
    {"view", QT_TRANSLATE_NOOP("Menus", "&View"),
     "+zoom | view.before view.wipe view.grid +sure | view.mask view.quick-mask view.estimates | view.full-screen"},
    {"select", QT_TRANSLATE_NOOP("Menus", "&Select"),
     "select.all select.none select.invert | select.grow select.shrink select.feather | +tools +hints"},
    {"restore", QT_TRANSLATE_NOOP("Menus", "&Restore"),
     "+task +presets | restore.run restore.keep restore.cancel restore.cancel-all | restore.new-seed restore.lock-seed "
     "| strength.less strength.more +variant"},
    {"window", QT_TRANSLATE_NOOP("Menus", "&Window"), "window.reset |"},
    {"help", QT_TRANSLATE_NOOP("Menus", "&Help"), "help.start edit.shortcuts +samples | help.diagnostics help.about"},
};

bool isSubmenu(const MenuRow& row) {
    const QString mark = QLatin1Char('+') + QString::fromLatin1(row.id);
    for (const MenuRow& other : kMenus) {
        if (QString::fromLatin1(other.entries).split(QLatin1Char(' ')).contains(mark)) {
            return true;
        }
    }
    return false;
}

} // namespace

Menus::Menus(QMainWindow& window, const Actions& actions) : QObject(&window) {
    for (const MenuRow& row : kMenus) {
        auto* menu = new QMenu(window.menuBar());
        menu->setObjectName(QStringLiteral("menu.") + QLatin1String(row.id));
        menu->setToolTipsVisible(true);
        menus_[row.id] = menu;
        for (const QString& entry : QString::fromLatin1(row.entries).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            if (entry == QLatin1String("|")) {
                menu->addSeparator();
            } else if (entry.startsWith(QLatin1Char('+'))) {
                menu->addMenu(menus_.at(entry.mid(1).toStdString()));
            } else {
                menu->addAction(actions.at(entry));
            }
        }
        if (!isSubmenu(row)) {
            window.menuBar()->addMenu(menu);
        }
    }
    retranslate();
}

void Menus::retranslate() {
    for (const MenuRow& row : kMenus) {
        menus_.at(row.id)->setTitle(QCoreApplication::translate("Menus", row.title));
    }
}

} // namespace palimpsest::ui
