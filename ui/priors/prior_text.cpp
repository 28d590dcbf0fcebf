// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/priors/prior_text.h"

#include "ui/forms/quantity_text.h"
#include "ui/forms/schema_text.h"

#include <QCoreApplication>

namespace palimpsest::ui {
namespace {

QString say(const char* text) { return QCoreApplication::translate("PriorText", text); }

} // namespace

QString priorTitle(const PriorDescription& prior) { return schemaText(prior.title.empty() ? prior.id : prior.title); }

QString priorKind(const PriorDescription& prior) {
    return prior.kind == "diffusion"  ? say(QT_TRANSLATE_NOOP("PriorText", "Diffusion prior"))
           : prior.kind == "fill"     ? say(QT_TRANSLATE_NOOP("PriorText", "Fill network"))
           : prior.kind == "restorer" ? say(QT_TRANSLATE_NOOP("PriorText", "Feed-forward restorer"))
                                      : QString::fromStdString(prior.kind);
}

QString priorSummary(const PriorDescription& prior) {
    QStringList parts = {priorKind(prior)};
    if (prior.nativeSize > 0) {
        parts.append(QStringLiteral("%1 px").arg(prior.nativeSize));
    }
    if (prior.parameterCount > 0) {
        parts.append(say(QT_TRANSLATE_NOOP("PriorText", "%1 parameters")).arg(countText(prior.parameterCount)));
    }
    if (prior.byteSize > 0) {
        parts.append(byteText(prior.byteSize));
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString channelText(int channels) {
    const QString number = QString::number(channels);
    return channels == 1   ? say(QT_TRANSLATE_NOOP("PriorText", "%1 (grey)")).arg(number)
           : channels == 3 ? say(QT_TRANSLATE_NOOP("PriorText", "%1 (colours)")).arg(number)
                           : number;
}

} // namespace palimpsest::ui
