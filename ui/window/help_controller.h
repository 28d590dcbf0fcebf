// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/file_controller.h"
#include "ui/window/workbench.h"

#include <QObject>
#include <QString>

class QMenu;

namespace palimpsest::ui {

/// Help, sample pictures, and what a report of an error needs.
class HelpController : public QObject {
    Q_OBJECT

public:
    HelpController(const Workbench& bench, FileController& files);

    /// Fills a menu with the sample pictures of the folder each time it is opened.
    void fillSamples(QMenu* menu, const QString& folder);
    /// English: version, system, devices and priors, no names of files.
    QString diagnostics() const;

private:
    void showText(const QString& title, const QString& richText);

    Workbench bench_;
    FileController& files_;
};

} // namespace palimpsest::ui
