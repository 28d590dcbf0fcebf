// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmarks/quality_trial.h"

#include <map>
#include <string>
#include <vector>

namespace palimpsest {

/// A row of a table: a way to restore.
struct ComparedMethod {
    std::string title;
    RestoreSpec spec; ///< its task, and what belongs to the damage, is set by the picture
};

/// Means over pictures by kind of damage and compared method.
class QualityTable {
public:
    void add(const std::string& title, const std::string& kind, const Quality& quality) {
        sums_[kind][title].add(quality);
    }
    /// One block a kind, in the given orders.
    std::string text(const std::vector<std::string>& kinds, const std::vector<std::string>& titles) const;

private:
    std::map<std::string, std::map<std::string, Quality>> sums_;
};

std::vector<std::string> titlesOf(const std::vector<ComparedMethod>& rows);

/// The arguments of a benchmark, "key=value" each.
class BenchmarkArguments {
public:
    /// Throws Error(badArgument) for a word without "=" and for a key that is not in `known`.
    BenchmarkArguments(const std::vector<std::string>& words, const std::vector<std::string>& known);
    bool has(const std::string& key) const { return values_.contains(key); }
    std::string text(const std::string& key, const std::string& fallback = {}) const;
    /// Throws Error(badArgument) for what is no whole number.
    int number(const std::string& key, int fallback) const;
    std::vector<std::string> words(const std::string& key) const;

private:
    std::map<std::string, std::string> values_;
};

} // namespace palimpsest
