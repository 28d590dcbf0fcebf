// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace palimpsest::ui {

/// A titled part of a form that opens and closes.
class CollapsibleBox : public QWidget {
    Q_OBJECT

public:
    /// Takes `content` over; starts closed.
    CollapsibleBox(QWidget* content, QWidget* parent = nullptr);

    void setTitle(const QString& title, const QString& toolTip);
    bool isOpen() const;
    void setOpen(bool isOpen);

Q_SIGNALS:
    void toggled(bool isOpen);

private:
    void showContent(bool isOpen);

    QToolButton* button_;
    QWidget* content_;
};

} // namespace palimpsest::ui
