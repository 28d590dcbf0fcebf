// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/document/document.h"

#include "core/base/error.h"
#include "core/image/mask_patch.h"
#include "ui/session/document/blend.h"
#include "ui/session/document/commands/mask_command.h"
#include "ui/session/document/commands/take_result_command.h"
#include "ui/session/document/hint_layer.h"
#include "ui/session/document/mask_parts.h"
#include "ui/session/document/qt_geometry.h"

#include <QSignalBlocker>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace palimpsest::ui {
namespace {

void fill(Mask& mask, const Rect& area, std::uint8_t value) {
    for (int y = area.y; y < area.bottom(); ++y) {
        std::fill_n(mask.row(y) + area.x, area.width, value);
    }
}

bool haveOneShape(const Size& a, const Size& b) {
    return std::int64_t{a.width} * b.height == std::int64_t{b.width} * a.height;
}

} // namespace

Document::Document(QObject* parent)
    : QObject(parent), hints_(std::make_unique<HintLayer>([this](HistoryCommand* command) { push(command); })) {
    connect(&undoStack_, &QUndoStack::cleanChanged, this, &Document::updateModified);
}

Document::~Document() {
    // The stack empties itself on the way, which is no news to anybody.
    undoStack_.blockSignals(true);
}

Rect Document::maskBounds() const {
    if (!bounds_) {
        bounds_ = mask_.bounds();
    }
    return *bounds_;
}

void Document::setPicture(Image picture) {
    edit_.reset();
    picture_ = std::move(picture);
    mask_ = Mask(picture_.size());
    committed_ = mask_;
    result_ = mixed_ = {};
    hints_->reset(picture_.size());
    bounds_.reset();
    unsaved_ = false;
    undoStack_.clear();
    Q_EMIT pictureChanged();
    setStrength(1);
    updateModified();
}

void Document::setResult(Image result) {
    if (!result.isNull() && !haveOneShape(result.size(), picture_.size())) {
        throw Bug("a result must have its picture's proportions");
    }
    result_ = std::move(result);
    mixed_ = {};
    Q_EMIT resultChanged();
}

void Document::setStrength(double strength) {
    const double wanted = std::clamp(strength, 0.0, 1.0);
    if (wanted != strength_) {
        strength_ = wanted;
        mixed_ = {};
        Q_EMIT strengthChanged(strength_);
    }
}

const Image& Document::shown() const {
    if (!hasResult()) {
        return picture_;
    }
    if (strength_ == 1) {
        return result_;
    }
    if (mixed_.isNull()) {
        mixed_ = blended(picture_, result_, strength_);
    }
    return mixed_;
}

void Document::takeResult(const QString& text) {
    if (!hasResult()) {
        return;
    }
    commitEdits();
    const Image taken = shown();
    auto change = std::make_shared<const TakeResultCommand::Change>(TakeResultCommand::Change{
        PicturePatch(picture_, taken), MaskPatch(mask_, Mask(mask_.size()), maskBounds()), hints_->clearing()});
    applyPatch(change->mask);
    hints_->apply(change->hints);
    replacePicture(taken);
    push(new TakeResultCommand(*this, change, text));
}

void Document::beginMaskEdit(const QString& text) {
    commitMaskEdit();
    edit_ = MaskEdit{text, {}};
}

void Document::changeMask(const Rect& area, const MaskChange& change) {
    const Rect inside = area.intersected(wholeOf(mask_.size()));
    if (!edit_ || inside.isEmpty()) {
        return;
    }
    edit_->touched = edit_->touched.united(inside);
    change(mask_, inside);
    announceMask(inside);
}

void Document::commitMaskEdit() {
    if (!edit_) {
        return;
    }
    const MaskEdit edit = *std::exchange(edit_, std::nullopt);
    MaskPatch patch(committed_, mask_, edit.touched);
    if (patch.isEmpty()) {
        return;
    }
    copyMask(mask_, committed_, patch.area());
    push(new MaskCommand(*this, std::move(patch), edit.text));
}

void Document::commitEdits() {
    commitMaskEdit();
    hints_->commitEdit();
}

void Document::push(HistoryCommand* command) {
    undoStack_.push(command);
    trimHistory();
}

void Document::cancelMaskEdit() {
    if (!edit_) {
        return;
    }
    const Rect touched = std::exchange(edit_, std::nullopt)->touched;
    copyMask(committed_, mask_, touched);
    announceMask(touched);
}

void Document::invertMask() {
    editWithin(wholeOf(mask_.size()), tr("Invert mask"), [](Mask& mask, const Rect&) { mask = inverted(mask); });
}

void Document::growMask(double radius) {
    commitMaskEdit();
    const Rect area = maskBounds().isEmpty() ? Rect{} : maskBounds().grown(static_cast<int>(std::ceil(radius)));
    editWithin(area, tr("Grow mask"),
               [radius](Mask& mask, const Rect& inside) { paste(grown(cropped(mask, inside), radius), mask, inside); });
}

void Document::shrinkMask(double radius) {
    commitMaskEdit();
    // The ring of zeros around the bounds is enough: every pixel inside is nearer to it than to what lies beyond.
    const Rect area = maskBounds().isEmpty() ? Rect{} : maskBounds().grown(1);
    editWithin(area, tr("Shrink mask"), [radius](Mask& mask, const Rect& inside) {
        paste(grown(cropped(mask, inside), -radius), mask, inside);
    });
}

void Document::featherMask(double radius) {
    commitMaskEdit();
    const Rect area = maskBounds().isEmpty() ? Rect{} : maskBounds().grown(static_cast<int>(std::ceil(radius)) + 1);
    editWithin(area, tr("Feather mask"), [radius](Mask& mask, const Rect& inside) {
        paste(feathered(cropped(mask, inside), radius), mask, inside);
    });
}

void Document::clearMask() {
    commitMaskEdit();
    editWithin(maskBounds(), tr("Clear mask"), [](Mask& mask, const Rect& inside) { fill(mask, inside, 0); });
}

void Document::selectAll() {
    editWithin(wholeOf(mask_.size()), tr("Select all"),
               [](Mask& mask, const Rect& inside) { fill(mask, inside, 255); });
}

void Document::replaceMask(const Mask& mask, const QString& text) {
    if (mask.size() != mask_.size()) {
        throw Bug("a mask must be of its picture's size");
    }
    editWithin(wholeOf(mask_.size()), text, [&mask](Mask& target, const Rect&) { target = mask; });
}

std::size_t Document::undoByteSize() const {
    std::size_t bytes = 0;
    for (int i = 0; i < undoStack_.count(); ++i) {
        bytes += static_cast<const HistoryCommand*>(undoStack_.command(i))->byteSize();
    }
    return bytes;
}

void Document::setUndoByteBudget(std::size_t bytes) {
    undoByteBudget_ = bytes;
    trimHistory();
}

void Document::markUnsaved() {
    unsaved_ = true;
    updateModified();
}

void Document::markSaved() {
    commitEdits();
    unsaved_ = false;
    undoStack_.setClean();
    updateModified();
}

void Document::applyPatch(const MaskPatch& patch) {
    cancelMaskEdit();
    patch.apply(mask_);
    patch.apply(committed_);
    announceMask(patch.area());
}

void Document::replacePicture(Image picture) {
    const bool hasNewSize = picture.size() != picture_.size();
    picture_ = std::move(picture);
    result_ = mixed_ = {};
    if (hasNewSize) {
        mask_ = committed_ = Mask(picture_.size());
        bounds_.reset();
        hints_->reset(picture_.size());
    }
    Q_EMIT pictureReplaced();
    setStrength(1);
}

void Document::editWithin(const Rect& area, const QString& text, const MaskChange& change) {
    beginMaskEdit(text);
    changeMask(area, change);
    commitMaskEdit();
}

void Document::copyMask(const Mask& from, Mask& to, const Rect& area) {
    for (int y = area.y; y < area.bottom(); ++y) {
        std::copy_n(from.row(y) + area.x, area.width, to.row(y) + area.x);
    }
}

/// QUndoStack cannot forget its oldest entries, so what stays is pushed again. Nobody sees it: the entry to be undone
/// next and the clean state remain what they were, therefore the signals are held back.
void Document::trimHistory() {
    if (undoStack_.canRedo()) {
        return; // the next entry drops those to be redone, and trims
    }
    std::size_t bytes = undoByteSize();
    int first = 0;
    while (bytes > undoByteBudget_ && first < undoStack_.index() - 1) {
        bytes -= static_cast<const HistoryCommand*>(undoStack_.command(first++))->byteSize();
    }
    if (first == 0) {
        return;
    }
    std::vector<std::unique_ptr<HistoryCommand>> kept;
    for (int i = first; i < undoStack_.count(); ++i) {
        kept.push_back(static_cast<const HistoryCommand*>(undoStack_.command(i))->again());
    }
    const int clean = undoStack_.cleanIndex() - first;
    const QSignalBlocker blocker(undoStack_);
    undoStack_.clear();
    if (clean < 0) {
        undoStack_.resetClean();
    }
    for (std::size_t i = 0; i < kept.size(); ++i) {
        undoStack_.push(kept[i].release());
        if (static_cast<int>(i) + 1 == clean) {
            undoStack_.setClean();
        }
    }
}

void Document::announceMask(const Rect& dirty) {
    bounds_.reset();
    if (!dirty.isEmpty()) {
        Q_EMIT maskChanged(toQRect(dirty));
    }
}

void Document::updateModified() {
    if (std::exchange(announcedModified_, isModified()) != isModified()) {
        Q_EMIT modifiedChanged(isModified());
    }
}

} // namespace palimpsest::ui
