// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/priors/dropped_paths.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QtEndian>

namespace palimpsest::ui {
namespace {

constexpr qint64 kHeadBytes = 512;
constexpr qint64 kTarMarkOffset = 257;
constexpr quint64 kLargestHeader = 100'000'000; ///< bytes of JSON that a safetensors file may begin with

/// The length of the header in 8 bytes, then JSON.
bool beginsAsSafetensors(const QByteArray& head, qint64 fileSize) {
    if (head.size() < 9 || head[8] != '{') {
        return false;
    }
    const auto length = qFromLittleEndian<quint64>(head.constData());
    return length <= kLargestHeader && static_cast<qint64>(length) <= fileSize - 8;
}

/// Protocol 2 or later, as every version of PyTorch writes.
bool beginsAsPickle(const QByteArray& head) {
    return head.size() > 1 && static_cast<unsigned char>(head[0]) == 0x80 && head[1] >= 2 && head[1] <= 5;
}

} // namespace

QStringList droppedPaths(const QMimeData& data) {
    QStringList paths;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    return paths;
}

bool looksLikeCheckpoint(const QString& path) {
    if (QFileInfo(path).isDir()) {
        return true;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray head = file.read(kHeadBytes);
    return head.startsWith("PK\x03\x04") || beginsAsPickle(head) || beginsAsSafetensors(head, file.size()) ||
           head.mid(kTarMarkOffset, 5) == "ustar";
}

} // namespace palimpsest::ui
