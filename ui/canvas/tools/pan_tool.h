// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/tool.h"

#include <optional>

namespace palimpsest::ui {

/// Moves the picture under the pointer.
class PanTool : public Tool {
public:
    explicit PanTool(ToolHost& host) : Tool(host) {}
    ToolId id() const override { return ToolId::pan; }
    QCursor cursor() const override { return grabbed_ ? Qt::ClosedHandCursor : Qt::OpenHandCursor; }
    void press(const PointerEvent& event) override { grabbed_ = event.widgetPosition; }
    void move(const PointerEvent& event) override;
    void release(const PointerEvent&) override { grabbed_.reset(); }
    bool isBusy() const override { return grabbed_.has_value(); }
    void cancel() override { grabbed_.reset(); }

private:
    std::optional<QPointF> grabbed_; ///< logical pixels
};

} // namespace palimpsest::ui
