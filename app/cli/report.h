// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/geometry.h"
#include "core/base/json.h"
#include "core/jobs/progress.h"

#include <string>

namespace palimpsest {

/// How a command speaks: to a person, or to a program (--json). Used from one thread.
class Report : public ProgressSink {
public:
    /// Everything is checked and the work begins.
    virtual void started(const Json& facts) = 0;
    virtual void previewSaved(const std::string& path, const Rect& area, int sample) = 0;
    /// The end, in words for a person and in facts for a program. Once, last.
    virtual void succeeded(const std::string& words, const Json& facts) = 0;
    virtual void failed(const Error& error) = 0;
    virtual void cancelled() = 0;
};

} // namespace palimpsest
