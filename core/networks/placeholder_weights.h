// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace palimpsest {

/// While one lives, the networks that this thread builds have weights that are zero and take no memory: for networks of
/// which only the shapes are needed, and for those that are loaded next. Their load() copies nothing that has the right
/// type and device already: the network then shares the tensors that it was given, such as those of a mapped file.
class PlaceholderWeights {
public:
    PlaceholderWeights();
    ~PlaceholderWeights();
    PlaceholderWeights(const PlaceholderWeights&) = delete;
    PlaceholderWeights& operator=(const PlaceholderWeights&) = delete;

    static bool areAsked();

private:
    bool outer_;
};

} // namespace palimpsest
