// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/help_controller.h"

#include "core/base/version.h"
#include "ui/actions/shortcut_map.h"
#include "ui/window/sample_pictures.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSysInfo>

namespace palimpsest::ui {

HelpController::HelpController(const Workbench& bench, FileController& files) : bench_(bench), files_(files) {
    bench_.on("help.start", this, [this] {
        const auto key = [this](const char* id) {
            return shortcutText(bench_.actions.shortcuts().keys(QString::fromLatin1(id)).mid(0, 1)).toHtmlEscaped();
        };
        showText(tr("Quick Help"),
                 tr("<ol><li>Open a picture, or drop one on the window.</li>"
                    "<li>Choose on the right what is to be done: inpaint, colorize, upscale, deblur, "
                    "denoise, or all of it for an old photo.</li>"
                    "<li>To inpaint, paint over what is to be restored with the brush (%1); erase with "
                    "the eraser (%2) or the right button. To colorize, you may paint colours that you "
                    "know with the hint brush (%6).</li>"
                    "<li>Press Restore (%3) and watch the estimate form. Esc cancels.</li>"
                    "<li>Choose among the variants below; hold %4 to see the picture before; %7 shows "
                    "how sure the result is.</li>"
                    "<li>Save (%5).</li></ol>"
                    "<p>Inpainting leaves pixels outside the mask as they are. Without a mouse, arrow "
                    "keys move a crosshair and Space paints. Nothing leaves this computer.</p>")
                     .arg(key("tool.brush"), key("tool.eraser"), key("restore.run"), key("view.before"),
                          key("file.save"), key("tool.hint-brush"), key("sure.next")));
    });
    bench_.on("help.about", this, [this] {
        showText(tr("About Palimpsest"),
                 tr("<p><b>Palimpsest %1</b></p><p>Restores pictures with diffusion priors, on this computer.</p>"
                    "<p>Free software under the GNU General Public License, version 3 or later. "
                    "Made with Qt, LibTorch and OpenCV.</p>")
                     .arg(QString::fromLatin1(kVersion)));
    });
    bench_.on("help.diagnostics", this, [this] { QApplication::clipboard()->setText(diagnostics()); });
}

void HelpController::showText(const QString& title, const QString& richText) {
    auto* box = new QMessageBox(QMessageBox::NoIcon, title, richText, QMessageBox::NoButton, &bench_.window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::RichText);
    box->addButton(tr("Close"), QMessageBox::RejectRole)->setToolTip(tr("Close the help"));
    box->open();
}

QString HelpController::diagnostics() const {
    QString text = QStringLiteral("Palimpsest %1, Qt %2, %3, %4\n")
                       .arg(QString::fromLatin1(kVersion), QString::fromLatin1(qVersion()),
                            QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
    for (const DeviceDescription& device : bench_.session.engine().devices()) {
        text += QStringLiteral("device %1: %2, %3 MiB\n")
                    .arg(QString::fromStdString(device.id), QString::fromStdString(device.title))
                    .arg(device.memoryBytes >> 20);
    }
    for (const PriorDescription& prior : bench_.session.engine().priors()) {
        text += QStringLiteral("prior %1: %2 %3\n")
                    .arg(QString::fromStdString(prior.id), QString::fromStdString(prior.sha256),
                         QString::fromStdString(prior.problem.text()));
    }
    const Size size = bench_.session.document().picture().size();
    return text + QStringLiteral("picture: %1 x %2\n").arg(size.width).arg(size.height);
}

void HelpController::fillSamples(QMenu* menu, const QString& folder) {
    connect(menu, &QMenu::aboutToShow, this, [this, menu, folder] {
        menu->clear();
        for (const SamplePicture& sample : samplePictures(folder)) {
            auto* action = menu->addAction(sample.title);
            action->setToolTip(tr("Open this picture with a mask over its damage"));
            connect(action, &QAction::triggered, this, [this, sample] { files_.open(sample.picture, sample.mask); });
        }
        if (menu->isEmpty()) {
            menu->addAction(tr("No sample pictures are installed"))->setEnabled(false);
        }
    });
}

} // namespace palimpsest::ui
