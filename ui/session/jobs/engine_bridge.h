// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/engine/engine.h"
#include "core/jobs/latest.h"
#include "ui/session/jobs/background_lane.h"
#include "ui/session/jobs/faster_way.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace palimpsest::ui {

/// Where the engine comes from: loadEngine() in the program, a fake in tests. Called on a worker thread; may throw.
using EngineSource = std::function<std::shared_ptr<Engine>()>;

/// Loads the engine behind the window and keeps what its menus show. Also counts the work of a run without holding the
/// window up: of several questions only the newest is answered.
class EngineBridge : public QObject {
    Q_OBJECT

public:
    enum class State { notLoaded, loading, ready, failed };

    explicit EngineBridge(EngineSource source, QObject* parent = nullptr);
    ~EngineBridge() override;

    /// Starts loading; nothing happens if that was done before. After a failure it tries again.
    void load();
    State state() const { return state_; }
    /// Null until ready.
    const std::shared_ptr<Engine>& engine() const { return engine_; }
    const std::vector<TaskDescription>& tasks() const { return tasks_; }
    const std::vector<MethodDescription>& methods() const { return methods_; }
    const std::vector<PriorDescription>& priors() const { return priors_; }
    /// Empty until devicesChanged(): looking for a graphics card can take seconds.
    const std::vector<DeviceDescription>& devices() const { return devices_; }
    /// Null before the engine is there, and for ids that it does not know.
    const TaskDescription* task(const std::string& id) const;
    const MethodDescription* method(const std::string& id) const;

    const PriorDescription* prior(const std::string& id) const;

    /// Lists the priors anew, behind the window, and tells priorsChanged().
    void refreshPriors();

    /// Answered by estimated() or notEstimated(), unless another question comes first.
    void askEstimate(const RestoreSpec& spec, const RestoreInput& input);

Q_SIGNALS:
    void stateChanged(palimpsest::ui::EngineBridge::State state);
    void devicesChanged();
    /// They were listed anew.
    void priorsChanged();
    void failed(const palimpsest::Error& error);
    void estimated(const palimpsest::RunEstimate& estimate);
    /// The run that was estimated last takes long, and this would take much less. Follows estimated().
    void fasterWayFound(const palimpsest::ui::FasterWay& way);
    /// The run would be refused: why.
    void notEstimated(const palimpsest::Error& reason);

private:
    struct Question;

    void loadInBackground();
    void listDevices(const Engine& engine);
    void listPriors(const Engine& engine);
    void setState(State state);
    void answer();
    void post(std::function<void()> inGuiThread);

    EngineSource source_;
    State state_ = State::notLoaded;
    std::shared_ptr<Engine> engine_;
    std::vector<TaskDescription> tasks_;
    std::vector<MethodDescription> methods_;
    std::vector<PriorDescription> priors_;
    std::vector<DeviceDescription> devices_;
    std::unique_ptr<Latest<Question>> question_;
    BackgroundLane lane_; ///< last: joined before anything it uses is gone
};

} // namespace palimpsest::ui

Q_DECLARE_METATYPE(palimpsest::RunEstimate)
