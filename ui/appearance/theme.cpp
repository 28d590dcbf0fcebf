// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/appearance/theme.h"

#include <QApplication>
#include <QIcon>
#include <QStandardPaths>
#include <QStringList>
#include <QStyle>

namespace palimpsest::ui {
namespace {

struct ThemeColours {
    QRgb window, base, alternate, text, button, dim, highlight, link;
};

constexpr ThemeColours kLight = {0xffeff0f1, 0xffffffff, 0xfff5f6f7, 0xff1d2125,
                                 0xfff3f4f5, 0xff767c82, 0xff2a7fb8, 0xff1b669a};
constexpr ThemeColours kDark = {0xff2a2d31, 0xff202327, 0xff26292d, 0xffe6e8ea,
                                0xff34383d, 0xff8d9399, 0xff2f80b9, 0xff5fb0e5};

/// Not every platform plug-in knows where the desktop's icons are.
void addIconFolders() {
    QStringList folders = QIcon::themeSearchPaths();
    for (const QString& data : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation)) {
        const QString icons = data + QStringLiteral("/icons");
        if (!folders.contains(icons)) {
            folders.append(icons);
        }
    }
    QIcon::setThemeSearchPaths(folders);
}

void setIconTheme(bool isDark) {
    addIconFolders();
    const QString breeze = isDark ? QStringLiteral("breeze-dark") : QStringLiteral("breeze");
    QIcon::setFallbackThemeName(breeze);
    const QString current = QIcon::themeName();
    const bool hasOwn =
        !current.isEmpty() && current != QLatin1String("hicolor") && !current.startsWith(QLatin1String("breeze"));
    if (!hasOwn) {
        QIcon::setThemeName(breeze);
    }
}

} // namespace

QPalette themePalette(bool isDark) {
    const ThemeColours& c = isDark ? kDark : kLight;
    QPalette palette(QColor::fromRgb(c.button), QColor::fromRgb(c.window));
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::ToolTipBase, c.base);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.dim);
    palette.setColor(QPalette::Button, c.button);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::Highlight, c.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, c.dim);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.dim);
    return palette;
}

void applyTheme(bool isDark) {
    if (QApplication::style()->name() != QLatin1String("fusion")) {
        QApplication::setStyle(QStringLiteral("Fusion"));
    }
    QApplication::setPalette(themePalette(isDark));
    setIconTheme(isDark);
}

bool isDarkTheme() { return QApplication::palette().color(QPalette::Window).lightness() < 128; }

} // namespace palimpsest::ui
