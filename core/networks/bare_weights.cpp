// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/bare_weights.h"

namespace palimpsest {
namespace {

thread_local bool asked = false;

} // namespace

BareWeights::BareWeights() : outer_(asked) { asked = true; }

BareWeights::~BareWeights() { asked = outer_; }

bool BareWeights::areAsked() { return asked; }

} // namespace palimpsest
