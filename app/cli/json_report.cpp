// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_report.h"

#include "app/cli/exit_code.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace palimpsest {
namespace {

const char* nameOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::badArgument:
        return "badArgument";
    case ErrorCode::badInput:
        return "badInput";
    case ErrorCode::outOfMemory:
        return "outOfMemory";
    case ErrorCode::failed:
        break;
    }
    return "failed";
}

/// What fills the gaps of the pattern, in English.
std::vector<std::string> textsOf(const Message& message) {
    std::vector<std::string> texts;
    for (const Message::Argument& argument : message.arguments()) {
        texts.push_back(Message("%1", std::vector<Message::Argument>{argument}).text());
    }
    return texts;
}

} // namespace

void JsonReport::write(const char* event, const Json& facts) {
    // The event's name comes first in the line; names of files need not be UTF-8, the line is.
    nlohmann::ordered_json line{{"event", event}};
    for (const auto& [name, value] : facts.items()) {
        line[name] = value;
    }
    std::fputs((line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n").c_str(), stream_);
    std::fflush(stream_);
}

void JsonReport::started(const Json& facts) { write("started", facts); }

void JsonReport::progressed(const Progress& progress) {
    write("progress", {{"done", progress.done},
                       {"total", progress.total},
                       {"fraction", progress.fraction()},
                       {"secondsElapsed", progress.secondsElapsed},
                       {"secondsLeft", progress.secondsLeft < 0 ? Json() : Json(progress.secondsLeft)},
                       {"phase", progress.phase.text()}});
}

void JsonReport::noticed(const Message& sentence) {
    if (!sentence.isEmpty()) {
        write("notice",
              {{"text", sentence.text()}, {"messageId", sentence.pattern()}, {"arguments", textsOf(sentence)}});
    }
}

void JsonReport::previewSaved(const std::string& path, const Rect& area, int sample) {
    write("preview", {{"path", path},
                      {"sample", sample},
                      {"x", area.x},
                      {"y", area.y},
                      {"width", area.width},
                      {"height", area.height}});
}

void JsonReport::succeeded(const std::string& words, const Json& facts) {
    Json all = facts;
    all["text"] = words;
    write("finished", all);
}

void JsonReport::failed(const Error& error) {
    write("error", {{"code", nameOf(error.code())},
                    {"exitCode", exitCodeOf(error.code())},
                    {"message", error.message().text()},
                    {"hint", error.hint().text()},
                    {"messageId", error.message().pattern()},
                    {"arguments", textsOf(error.message())}});
}

void JsonReport::cancelled() {
    write("error", {{"code", "cancelled"}, {"exitCode", kExitCancelled}, {"message", "cancelled"}, {"hint", ""}});
}

} // namespace palimpsest
