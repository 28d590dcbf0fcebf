// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/specs/restore_spec.h"
#include "ui/session/document/document.h"
#include "ui/session/jobs/engine_bridge.h"
#include "ui/session/jobs/job_bridge.h"
#include "ui/session/recovery/recovery_journal.h"
#include "ui/session/recovery/work_folder.h"
#include "ui/session/variants/run_maps.h"
#include "ui/session/variants/variant_store.h"

#include <QObject>
#include <QString>

#include <memory>
#include <string>

namespace palimpsest::ui {

/// What one window works with: a picture with its mask, the settings of the next run, the runs and their variants, and
/// the folder that keeps all of it over a crash. Holds and tells; decisions are made by who calls.
class Session : public QObject {
    Q_OBJECT

public:
    struct Options {
        EngineSource engineSource;
        QString recoveryRoot; ///< folder for the sessions' folders
    };

    explicit Session(Options options, QObject* parent = nullptr);
    ~Session() override;

    Document& document() { return document_; }
    EngineBridge& engine() { return engine_; }
    JobBridge& jobs() { return jobs_; }
    VariantStore& variants() { return variants_; }

    const RestoreSpec& spec() const { return spec_; }
    void setSpec(const RestoreSpec& spec);
    /// Of the spec; null while the engine is not there.
    const TaskDescription* task() const { return engine_.task(spec_.task); }

    /// Name of the picture, for people; empty: no picture is open.
    const QString& title() const { return title_; }
    /// The file that the picture was read from; empty if the picture is not what is in a file.
    const std::string& picturePath() const { return picturePath_; }

    /// Starts over with another picture in a new folder; the old folder is deleted. Runs are cancelled. Throws Error if
    /// the folder cannot be made: then everything is as it was.
    void open(const Image& picture, const QString& title, const std::string& path);
    /// Takes up a session that was left behind. Throws Error: then everything is as it was.
    void recover(const QString& folder);
    /// Ends the work: the picture goes, its folder is deleted.
    void close();
    /// Ends the work so that the next start offers it again.
    void leave();

    /// Whether unsaved work is offered again after a crash.
    void setRecovery(bool on);
    /// Work that close() would destroy: an unsaved mask, picture or variant.
    bool isUnsaved() const;
    /// Where the picture was saved last; empty: not yet.
    const std::string& savedPath() const { return savedPath_; }
    /// The picture as shown has been saved there.
    void markSaved(const std::string& path);

    /// Starts a run with the present picture, mask and spec. Needs the engine (else Bug).
    void startRun(double previewsPerSecond);

    /// Row of the variant on the canvas; -1: the picture itself.
    int shownVariant() const;
    /// Shows a variant, or the picture with -1. Throws Error if its file has gone.
    void showVariant(int row);
    /// How sure the shown variant's run is; null: nothing is known of it.
    std::shared_ptr<const SolutionMaps> maps() const;
    /// Goes on with the shown variant as the picture, undoably.
    void takeResult();
    /// The pixels on the canvas: the shown variant at its strength, or the picture.
    const Image& shownImage() const { return document_.shown(); }

Q_SIGNALS:
    void specChanged(const palimpsest::RestoreSpec& spec);
    /// Another picture, or none.
    void opened();
    void shownVariantChanged(int row);
    /// Of the shown variant, or there is another variant.
    void mapsChanged();
    /// Writing behind the window failed: the work is not safe.
    void writeFailed(const palimpsest::Error& error);

private:
    void connectJobs();
    void pictureReplaced();
    void begin(const SessionNote& note, const Image& picture);
    void end();
    /// From the disk, if the memory has none of this run.
    void bringBackMaps(int run);
    SessionNote note() const;

    Options options_;
    bool recovery_ = true;
    RestoreSpec spec_;
    QString title_;
    std::string picturePath_;
    std::string openedPath_; ///< where opened_ was read from
    Image opened_;
    std::string savedPath_;
    std::unique_ptr<WorkFolder> folder_;
    Document document_;
    VariantStore variants_;
    VariantKey shown_;
    RunMaps maps_;
    RecoveryJournal journal_;
    EngineBridge engine_;
    JobBridge jobs_; ///< last: its workers write to the variants
};

} // namespace palimpsest::ui
