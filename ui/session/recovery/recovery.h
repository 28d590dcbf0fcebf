// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/image/mask.h"
#include "core/specs/restore_spec.h"

#include <QDateTime>
#include <QImage>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace palimpsest::ui {

/// What a session writes about itself, so that it can be taken up again.
struct SessionNote {
    QString title;           ///< name of the picture, for people
    std::string picturePath; ///< file of the picture; empty: the picture is in the folder itself
    std::string pictureHash; ///< contentHash() of the picture
    RestoreSpec spec;
    bool isUnsaved = false; ///< there is something to lose
};

/// The files of a session's folder beside its variants. Functions throw Error if the disk refuses; any thread.
void writeSessionNote(const QString& folder, const SessionNote& note);
SessionNote readSessionNote(const QString& folder);
void writeSessionMask(const QString& folder, const Mask& mask);
/// Null: there are none any more.
void writeSessionHints(const QString& folder, const Image& hints);
/// Keeps a picture that is in no file (pasted, or a variant that was taken over).
void writeSessionPicture(const QString& folder, const Image& picture);
std::string variantFolderOf(const QString& folder);

/// A session that ended without its work being saved or given up.
struct AbandonedSession {
    QString folder;
    QString title;
    QDateTime lastChange;
    int variantCount = 0;
    bool hasMask = false;
    QImage thumbnail; ///< null if nothing can be shown
};

/// Those worth asking about, newest first. Folders without anything to lose are removed on the way.
std::vector<AbandonedSession> abandonedSessions(const QString& root);

/// All of an abandoned session but its variants, which VariantStore reads.
struct RecoveredWork {
    SessionNote note;
    Image picture;
    Mask mask;   ///< null: none was painted
    Image hints; ///< colour hints; null: none
};

/// Throws Error(badInput) that says what is missing: the picture's file has gone or changed.
RecoveredWork readAbandoned(const QString& folder);

} // namespace palimpsest::ui
