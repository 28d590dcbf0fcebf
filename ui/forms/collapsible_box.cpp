// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/collapsible_box.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace palimpsest::ui {

CollapsibleBox::CollapsibleBox(QWidget* content, QWidget* parent)
    : QWidget(parent), button_(new QToolButton(this)), content_(content) {
    button_->setObjectName(QStringLiteral("collapse"));
    button_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button_->setAutoRaise(true);
    button_->setCheckable(true);
    button_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(button_);
    layout->addWidget(content_);
    connect(button_, &QToolButton::toggled, this, &CollapsibleBox::showContent);
    connect(button_, &QToolButton::toggled, this, &CollapsibleBox::toggled);
    showContent(false);
}

void CollapsibleBox::setTitle(const QString& title, const QString& toolTip) {
    button_->setText(title);
    button_->setAccessibleName(title);
    button_->setToolTip(toolTip);
}

bool CollapsibleBox::isOpen() const { return button_->isChecked(); }

void CollapsibleBox::setOpen(bool isOpen) { button_->setChecked(isOpen); }

void CollapsibleBox::showContent(bool isOpen) {
    button_->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    content_->setVisible(isOpen);
}

} // namespace palimpsest::ui
