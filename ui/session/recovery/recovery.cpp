// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/recovery/recovery.h"

#include "core/base/error.h"
#include "core/files/atomic_file.h"
#include "core/io/image_file.h"
#include "core/io/mask_file.h"
#include "ui/session/recovery/work_folder.h"
#include "ui/session/variants/variant_files.h"
#include "ui/session/variants/variant_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace palimpsest::ui {
namespace {

constexpr const char* kHintsFile = "hints.png";

QString inFolder(const QString& folder, const char* name) { return folder + QLatin1Char('/') + QLatin1String(name); }

std::string ownPicture(const QString& folder) {
    const QString tiff = inFolder(folder, "picture.tif");
    return (QFileInfo::exists(tiff) ? tiff : inFolder(folder, "picture.png")).toStdString();
}

Image pictureOf(const QString& folder, const SessionNote& note) {
    if (note.picturePath.empty()) {
        return readImage(ownPicture(folder));
    }
    Image picture = readImage(note.picturePath);
    if (contentHash(picture) != note.pictureHash) {
        throw Error(ErrorCode::badInput, Message("the picture has changed since: %1", note.picturePath),
                    Message("put the old picture back, or open the variants in %1", folder.toStdString()));
    }
    return picture;
}

QImage thumbnailOfSession(const QString& folder, const SessionNote& note) {
    try {
        return thumbnailOf(readImage(note.picturePath.empty() ? ownPicture(folder) : note.picturePath));
    } catch (const Error&) {
        return {};
    }
}

} // namespace

std::string variantFolderOf(const QString& folder) { return inFolder(folder, "variants").toStdString(); }

void writeSessionNote(const QString& folder, const SessionNote& note) {
    const Json json = {{"title", note.title.toStdString()},
                       {"picture", note.picturePath},
                       {"pictureSha256", note.pictureHash},
                       {"spec", toJson(note.spec)},
                       {"unsaved", note.isUnsaved}};
    writeFileAtomically(inFolder(folder, "session.json").toStdString(), json.dump(1));
}

SessionNote readSessionNote(const QString& folder) {
    const Json json = readJson(inFolder(folder, "session.json").toStdString());
    try {
        return {.title = QString::fromStdString(json.at("title").get<std::string>()),
                .picturePath = json.at("picture").get<std::string>(),
                .pictureHash = json.at("pictureSha256").get<std::string>(),
                .spec = restoreSpecFromJson(json.at("spec")),
                .isUnsaved = json.at("unsaved").get<bool>()};
    } catch (const Json::exception&) {
        throw Error(ErrorCode::badInput, Message("the notes of the session in %1 are damaged", folder.toStdString()),
                    "its variants are pictures in the folder's \"variants\"");
    }
}

void writeSessionMask(const QString& folder, const Mask& mask) {
    writeMask(inFolder(folder, "mask.png").toStdString(), mask);
}

void writeSessionHints(const QString& folder, const Image& hints) {
    const QString path = inFolder(folder, kHintsFile);
    if (hints.isNull()) {
        QFile::remove(path);
    } else {
        writeImage(path.toStdString(), hints);
    }
}

void writeSessionPicture(const QString& folder, const Image& picture) {
    const char* name = picture.depth() == PixelDepth::float32 ? "picture.tif" : "picture.png";
    writeImage(inFolder(folder, name).toStdString(), picture);
}

std::vector<AbandonedSession> abandonedSessions(const QString& root) {
    std::vector<AbandonedSession> sessions;
    for (const QString& folder : WorkFolder::abandoned(root)) {
        const auto variants = VariantFiles(variantFolderOf(folder)).variants();
        SessionNote note;
        try {
            note = readSessionNote(folder);
        } catch (const Error&) {
            note.isUnsaved = !variants.empty();
        }
        if (!note.isUnsaved) {
            QDir(folder).removeRecursively();
            continue;
        }
        const auto count =
            std::ranges::count_if(variants, [](const Variant& variant) { return !variant.key.isMean(); });
        sessions.push_back({.folder = folder,
                            .title = note.title,
                            .lastChange = QFileInfo(inFolder(folder, "session.json")).lastModified(),
                            .variantCount = static_cast<int>(count),
                            .hasMask = QFileInfo::exists(inFolder(folder, "mask.png")),
                            .thumbnail = thumbnailOfSession(folder, note)});
    }
    std::reverse(sessions.begin(), sessions.end());
    return sessions;
}

RecoveredWork readAbandoned(const QString& folder) {
    RecoveredWork work{.note = readSessionNote(folder)};
    work.picture = pictureOf(folder, work.note);
    if (QFileInfo::exists(inFolder(folder, "mask.png"))) {
        work.mask = readMask(inFolder(folder, "mask.png").toStdString(), work.picture.size());
    }
    const QString hints = inFolder(folder, kHintsFile);
    if (QFileInfo::exists(hints)) {
        Image found = readImage(hints.toStdString());
        work.hints = found.size() == work.picture.size() && found.channels() == 4 ? std::move(found) : Image();
    }
    return work;
}

} // namespace palimpsest::ui
