// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/image/mask.h"

#include <QObject>
#include <QRect>
#include <QString>
#include <QUndoStack>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>

namespace palimpsest {

class MaskPatch;

} // namespace palimpsest

namespace palimpsest::ui {

class HintLayer;
class HistoryCommand;

/// What one window works on: the picture as opened, the mask and the colour hints painted over it with their undo
/// history, and the result that is shown. GUI thread only; workers get copies of `picture()` and `mask()` (values) and
/// hand values back. Every change of the mask is one entry of the undo stack, kept as run-length patches within a byte
/// budget.
class Document : public QObject {
    Q_OBJECT

public:
    /// Enough for hundreds of strokes on a 12-megapixel photo.
    static constexpr std::size_t kDefaultUndoByteBudget = 64u << 20;

    explicit Document(QObject* parent = nullptr);
    ~Document() override;

    bool isEmpty() const { return picture_.isNull(); }
    const Image& picture() const { return picture_; }
    const Mask& mask() const { return mask_; }
    HintLayer& hints() { return *hints_; }
    const HintLayer& hints() const { return *hints_; }
    /// The restored picture being shown; null while there is none.
    const Image& result() const { return result_; }
    bool hasResult() const { return !result_.isNull(); }
    /// Share of the result in what is shown; the rest is the picture. 0 .. 1, back to 1 with another picture.
    double strength() const { return strength_; }
    void setStrength(double strength);
    /// What is shown: the result, mixed with the picture by the strength, or the picture.
    const Image& shown() const;
    /// Smallest rectangle with every pixel above 0 (looked up once per change).
    Rect maskBounds() const;

    /// Starts over with another picture (or with none): an empty mask of its size, no hints, no history, no result,
    /// unmodified.
    /// `pictureChanged` stands for all of that.
    void setPicture(Image picture);
    /// Shows a variant. Must have the picture's proportions (else Bug), in any size; does not touch the history nor
    /// `isModified()`.
    void setResult(Image result);
    void clearResult() { setResult({}); }
    /// Goes on with what is shown as the picture, of whatever size, and clears mask and hints: one undo entry. Does
    /// nothing without a result.
    void takeResult(const QString& text);

    /// Writes into the mask; gets the mask and the part of the rectangle that lies within the picture.
    using MaskChange = std::function<void(Mask&, const Rect&)>;

    /// A mask edit in steps, shown while it goes on and undone as one: begin, any number of changes, commit or cancel.
    /// Edits do not nest: begin commits one that is still open, and so does every command below.
    void beginMaskEdit(const QString& text);
    /// Lets `change` write into the mask inside `area` and nowhere else; does nothing outside an edit.
    void changeMask(const Rect& area, const MaskChange& change);
    /// Puts the edit on the undo stack; an edit that changed nothing leaves no entry.
    void commitMaskEdit();
    void cancelMaskEdit();
    /// Of mask and hints.
    void commitEdits();
    bool isEditingMask() const { return edit_.has_value(); }

    /// Whole-mask commands, one undo entry each. Radii are in pixels.
    void invertMask();
    void growMask(double radius);
    void shrinkMask(double radius);
    void featherMask(double radius);
    void clearMask();
    void selectAll();
    /// Takes over an imported or recovered mask of the picture's size (else Bug), undoably.
    void replaceMask(const Mask& mask, const QString& text);

    QUndoStack* undoStack() { return &undoStack_; }
    /// Bytes that the history holds; never above the budget unless a single entry is.
    std::size_t undoByteSize() const;
    std::size_t undoByteBudget() const { return undoByteBudget_; }
    /// The oldest entries go first; the newest always stays.
    void setUndoByteBudget(std::size_t bytes);

    /// The mask, or anything marked by `markUnsaved()`, is newer than the last `markSaved()`.
    bool isModified() const { return unsaved_ || !undoStack_.isClean(); }
    void markUnsaved();
    void markSaved();

Q_SIGNALS:
    void pictureChanged();
    /// The picture is another one, perhaps of another size (then the mask is too, and empty); the history is not, and
    /// there is no result any more.
    void pictureReplaced();
    /// `dirty`: where the mask may have changed, in pixels of the picture.
    void maskChanged(const QRect& dirty);
    void resultChanged();
    void strengthChanged(double strength);
    void modifiedChanged(bool modified);

private:
    friend class MaskCommand;
    friend class TakeResultCommand;

    /// An edit that is going on: its name, and the rectangle it has touched so far.
    struct MaskEdit {
        QString text;
        Rect touched;
    };

    void applyPatch(const MaskPatch& patch);
    void replacePicture(Image picture);
    void editWithin(const Rect& area, const QString& text, const MaskChange& change);
    void copyMask(const Mask& from, Mask& to, const Rect& area);
    void push(HistoryCommand* command);
    void trimHistory();
    void announceMask(const Rect& dirty);
    void updateModified();

    Image picture_;
    Mask mask_;
    Mask committed_; ///< the mask without the edit that is going on: what patches are made against
    Image result_;
    double strength_ = 1;
    mutable Image mixed_; ///< of picture and result, made when asked for; null: to be made
    std::unique_ptr<HintLayer> hints_;
    QUndoStack undoStack_;
    std::size_t undoByteBudget_ = kDefaultUndoByteBudget;
    std::optional<MaskEdit> edit_;
    mutable std::optional<Rect> bounds_;
    bool unsaved_ = false;
    bool announcedModified_ = false;
};

} // namespace palimpsest::ui
