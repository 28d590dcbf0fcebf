// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/report.h"
#include "core/engine/engine.h"

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// One action of "palimpsest models". `run` returns the exit code, and throws Error and Cancelled.
struct ModelAction {
    std::string_view id;
    std::string_view sentence; ///< for help and manual
    std::string_view subject;  ///< what it is done to, for messages; empty: nothing, "[..]": may be left out
    std::vector<std::string_view> options; ///< besides --json
    int (*run)(const Arguments& arguments, Report& report, std::stop_token stop);
};

// One file per group of actions; put together in models.cpp.
int listModels(const Arguments& arguments, Report& report, std::stop_token stop);
int showModel(const Arguments& arguments, Report& report, std::stop_token stop);
int verifyModels(const Arguments& arguments, Report& report, std::stop_token stop);
int removeModel(const Arguments& arguments, Report& report, std::stop_token stop);
int addModel(const Arguments& arguments, Report& report, std::stop_token stop);
int listPublishedModels(const Arguments& arguments, Report& report, std::stop_token stop);
int previewModel(const Arguments& arguments, Report& report, std::stop_token stop);
int evaluateModel(const Arguments& arguments, Report& report, std::stop_token stop);

/// The --choice NAME=VALUE of a command line. Throws Error(badArgument) for what is no such pair, or twice.
std::map<std::string, std::string> choicesIn(const Arguments& arguments);

} // namespace palimpsest
