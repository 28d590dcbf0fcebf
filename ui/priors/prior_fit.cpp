// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/priors/prior_fit.h"

#include "ui/forms/core_message.h"
#include "ui/forms/schema_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace palimpsest::ui {
namespace {

bool takesPictures(const PriorDescription& prior) {
    return prior.channels == 3 || prior.channels == 1; // a grey one sees each colour alone
}

QString say(const char* text) { return QCoreApplication::translate("PriorFit", text); }

bool samplesFor(const std::vector<MethodDescription>& methods, const std::string& task) {
    return std::ranges::any_of(
        methods, [&](const MethodDescription& method) { return method.usesPrior && method.forTask(task) != nullptr; });
}

bool findsColours(const std::string& task) {
    const TaskDescription* description = taskCatalogue().find(task);
    return description && description->findsColours;
}

} // namespace

QString misfit(const PriorDescription& prior, const std::string& task) {
    if (!prior.problem.isEmpty()) {
        return coreStatement(prior.problem);
    }
    if (prior.kind == "fill") {
        return say(QT_TRANSLATE_NOOP(
            "PriorFit", "It fills holes in one step and cannot be sampled from; it makes first estimates."));
    }
    if (prior.kind == "restorer") {
        return say(QT_TRANSLATE_NOOP("PriorFit",
                                     "It restores in one step and cannot be sampled from; it makes first estimates."));
    }
    if (prior.kind != "diffusion") {
        return say(QT_TRANSLATE_NOOP("PriorFit", "It is not a diffusion prior."));
    }
    if (!takesPictures(prior)) {
        return say(QT_TRANSLATE_NOOP("PriorFit",
                                     "It draws pictures of %1 channels; the tasks need 3, or 1 for each by itself."))
            .arg(prior.channels);
    }
    if (prior.channels == 1 && findsColours(task)) {
        return say(QT_TRANSLATE_NOOP("PriorFit", "It knows grey pictures alone, and this task finds colours."));
    }
    return {};
}

QString condition(const PriorDescription& prior) {
    if (prior.classes > 0 && misfit(prior).isEmpty()) {
        return say(QT_TRANSLATE_NOOP(
                       "PriorFit",
                       "It draws pictures of one of %1 classes: give the number of one under Advanced, Class."))
            .arg(prior.classes);
    }
    return {};
}

QString servedTasks(const PriorDescription& prior, const std::vector<TaskDescription>& tasks,
                    const std::vector<MethodDescription>& methods) {
    if (prior.kind == "fill" && prior.problem.isEmpty()) {
        return say(QT_TRANSLATE_NOOP("PriorFit", "First estimates for inpainting"));
    }
    QStringList titles;
    if (prior.kind == "restorer" && prior.problem.isEmpty()) {
        const auto own = std::ranges::find(methods, prior.id, &MethodDescription::id);
        for (const TaskDescription& task : tasks) {
            if (own != methods.end() && own->forTask(task.id)) {
                titles.append(schemaText(task.title));
            }
        }
        return titles.join(QStringLiteral(", "));
    }
    for (const TaskDescription& task : tasks) {
        if (misfit(prior, task.id).isEmpty() && samplesFor(methods, task.id)) {
            titles.append(schemaText(task.title));
        }
    }
    return titles.isEmpty() ? say(QT_TRANSLATE_NOOP("PriorFit", "No task")) : titles.join(QStringLiteral(", "));
}

PriorSuggestion suggestPrior(const std::vector<PriorDescription>& priors, Size picture, const std::string& task) {
    const auto first = [&](auto matches) {
        return std::ranges::find_if(priors, [&](const PriorDescription& prior) {
            return misfit(prior, task).isEmpty() && condition(prior).isEmpty() && matches(prior);
        });
    };
    const auto exact = first([&](const PriorDescription& prior) {
        return !prior.bundled && !picture.isEmpty() && picture == Size{prior.nativeSize, prior.nativeSize};
    });
    if (exact != priors.end()) {
        return {exact->id, say(QT_TRANSLATE_NOOP("PriorFit", "It was made for pictures of exactly this size."))};
    }
    const auto general = first([](const PriorDescription& prior) { return prior.bundled; });
    if (general != priors.end()) {
        return {general->id, say(QT_TRANSLATE_NOOP("PriorFit", "It takes pictures of any size and is quick."))};
    }
    const auto any = first([](const PriorDescription&) { return true; });
    return any == priors.end()
               ? PriorSuggestion{}
               : PriorSuggestion{any->id, say(QT_TRANSLATE_NOOP("PriorFit", "It is the first that fits."))};
}

} // namespace palimpsest::ui
