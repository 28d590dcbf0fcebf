// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/placeholder_weights.h"

namespace palimpsest {
namespace {

thread_local bool asked = false;

} // namespace

PlaceholderWeights::PlaceholderWeights() : outer_(asked) { asked = true; }

PlaceholderWeights::~PlaceholderWeights() { asked = outer_; }

bool PlaceholderWeights::areAsked() { return asked; }

} // namespace palimpsest
