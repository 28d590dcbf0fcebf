// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace palimpsest {

/// While one lives, the graphs that this thread builds through networks keep the inputs of residual blocks alone and
/// compute the rest once more when the gradient is taken: slower, less memory, the same numbers.
/// Source: Chen, Xu, Zhang, Guestrin 2016 (training deep nets with sublinear memory cost).
class CheckpointScope {
public:
    explicit CheckpointScope(bool on) : before_(isOn()) { isOn() = on; }
    ~CheckpointScope() { isOn() = before_; }
    CheckpointScope(const CheckpointScope&) = delete;
    CheckpointScope& operator=(const CheckpointScope&) = delete;

    static bool& isOn() {
        thread_local bool on = false;
        return on;
    }

private:
    bool before_;
};

} // namespace palimpsest
