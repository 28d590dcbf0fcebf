// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <optional>
#include <utility>

namespace palimpsest {

/// A mailbox with one slot: the newest value replaces one that was not fetched. The last put always arrives.
template <typename Value>
class Latest {
public:
    /// True if the slot was empty, that is, if the reader has to be woken.
    bool put(Value value) {
        const std::scoped_lock lock(mutex_);
        const bool wasEmpty = !slot_.has_value();
        slot_ = std::move(value);
        return wasEmpty;
    }

    std::optional<Value> take() {
        const std::scoped_lock lock(mutex_);
        return std::exchange(slot_, std::nullopt);
    }

    bool isEmpty() const {
        const std::scoped_lock lock(mutex_);
        return !slot_.has_value();
    }

private:
    mutable std::mutex mutex_;
    std::optional<Value> slot_;
};

} // namespace palimpsest
