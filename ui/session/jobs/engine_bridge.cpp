// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/jobs/engine_bridge.h"

#include <algorithm>
#include <utility>

namespace palimpsest::ui {
namespace {

template <typename Row>
const Row* withId(const std::vector<Row>& rows, const std::string& id) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

struct EngineBridge::Question {
    std::shared_ptr<Engine> engine;
    RestoreSpec spec;
    RestoreInput input;
};

EngineBridge::EngineBridge(EngineSource source, QObject* parent)
    : QObject(parent), source_(std::move(source)), question_(std::make_unique<Latest<Question>>()) {}

EngineBridge::~EngineBridge() = default;

void EngineBridge::load() {
    if (state_ == State::notLoaded || state_ == State::failed) {
        setState(State::loading);
        lane_.post([this] { loadInBackground(); });
    }
}

const TaskDescription* EngineBridge::task(const std::string& id) const { return withId(tasks_, id); }

const MethodDescription* EngineBridge::method(const std::string& id) const { return withId(methods_, id); }

const PriorDescription* EngineBridge::prior(const std::string& id) const { return withId(priors_, id); }

void EngineBridge::refreshPriors() {
    if (engine_) {
        lane_.post([this, engine = engine_] { listPriors(*engine); });
    }
}

void EngineBridge::listPriors(const Engine& engine) {
    try {
        post([this, methods = engine.methods(), priors = engine.priors()]() mutable {
            methods_ = std::move(methods); // installed restorers are methods
            priors_ = std::move(priors);
            Q_EMIT priorsChanged();
        });
    } catch (...) {
        post([this, error = translateCurrentException()] { Q_EMIT failed(error); });
    }
}

void EngineBridge::loadInBackground() {
    try {
        auto engine = source_();
        auto tasks = engine->tasks();
        auto methods = engine->methods();
        auto priors = engine->priors();
        post([this, engine, tasks = std::move(tasks), methods = std::move(methods),
              priors = std::move(priors)]() mutable {
            engine_ = std::move(engine);
            tasks_ = std::move(tasks);
            methods_ = std::move(methods);
            priors_ = std::move(priors);
            setState(State::ready);
        });
        lane_.post([this, engine] { listDevices(*engine); });
    } catch (...) {
        post([this, error = translateCurrentException()] {
            setState(State::failed);
            Q_EMIT failed(error);
        });
    }
}

void EngineBridge::listDevices(const Engine& engine) {
    std::vector<DeviceDescription> devices;
    try {
        devices = engine.devices();
    } catch (...) {
        // Without a list the menu still has "auto", which says at the run what is wrong.
        devices.push_back({.id = "cpu", .title = translateCurrentException().message().text()});
    }
    post([this, devices = std::move(devices)]() mutable {
        devices_ = std::move(devices);
        Q_EMIT devicesChanged();
    });
}

void EngineBridge::askEstimate(const RestoreSpec& spec, const RestoreInput& input) {
    if (engine_ && question_->put({engine_, spec, input})) {
        lane_.post([this] { answer(); });
    }
}

void EngineBridge::answer() {
    const auto question = question_->take();
    try {
        const RunEstimate estimate = question->engine->estimate(question->spec, question->input);
        post([this, estimate] { Q_EMIT estimated(estimate); });
        if (question_->isEmpty()) { // else nobody waits for this answer any more
            if (const auto way = fasterWay(*question->engine, question->spec, question->input, estimate)) {
                post([this, way = *way] { Q_EMIT fasterWayFound(way); });
            }
        }
    } catch (...) {
        post([this, error = translateCurrentException()] { Q_EMIT notEstimated(error); });
    }
}

void EngineBridge::setState(State state) {
    state_ = state;
    Q_EMIT stateChanged(state);
}

void EngineBridge::post(std::function<void()> inGuiThread) {
    QMetaObject::invokeMethod(this, std::move(inGuiThread), Qt::QueuedConnection);
}

} // namespace palimpsest::ui
