// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace palimpsest {

/// An explicit table of entries with an `id`. `kind` is what messages call an entry ("method", "step rule").
template <typename Entry>
class Catalogue {
public:
    Catalogue(Message kind, std::span<const Entry> entries) : kind_(std::move(kind)), entries_(entries) {}
    auto begin() const { return entries_.begin(); }
    auto end() const { return entries_.end(); }
    std::size_t size() const { return entries_.size(); }

    const Entry* find(std::string_view id) const {
        for (const Entry& entry : entries_) {
            if (entry.id == id) {
                return &entry;
            }
        }
        return nullptr;
    }

    /// Throws Error(badArgument) that lists the known ids.
    const Entry& at(std::string_view id) const {
        if (const Entry* entry = find(id)) {
            return *entry;
        }
        std::string known;
        for (const Entry& entry : entries_) {
            known += (known.empty() ? "" : ", ") + std::string(entry.id);
        }
        throw Error(ErrorCode::badArgument, Message("there is no %1 \"%2\"", kind_, id),
                    Message("choose one of %1", known));
    }

private:
    Message kind_;
    std::span<const Entry> entries_;
};

} // namespace palimpsest
