// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QMimeData;

namespace palimpsest::ui {

/// The files and folders of this computer that were dropped, without those elsewhere.
QStringList droppedPaths(const QMimeData& data);

/// Whether a path is for the import of priors: a folder, or a file that begins as a checkpoint does (zip, pickle,
/// safetensors, tar). Judged by the content; a picture never is, whatever its name.
bool looksLikeCheckpoint(const QString& path);

} // namespace palimpsest::ui
