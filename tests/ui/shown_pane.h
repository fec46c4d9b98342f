// The response pane with a call in it, the badges of its summary, its buttons and its facts.
#pragma once

#include "ui/response/overview_facts.h"
#include "ui/response/response_pane.h"
#include "ui/widgets/badge.h"

#include <QCoreApplication>
#include <QPushButton>

#include <algorithm>

namespace sonde::test
{

inline QStringList badges(const ui::ResponsePane &pane)
{
    QStringList texts;
    for (const ui::Badge *badge : pane.findChildren<ui::Badge *>()) {
        if (!badge->isHidden())
            texts << badge->text();
    }
    return texts;
}

inline std::unique_ptr<ui::ResponsePane> shown(std::shared_ptr<client::Call> call)
{
    auto pane = std::make_unique<ui::ResponsePane>();
    pane->resize(1000, 700);
    pane->show();
    pane->showCall(std::move(call));
    QCoreApplication::processEvents();
    return pane;
}

inline QPushButton *buttonNamed(const QWidget &in, const QString &text)
{
    for (QPushButton *button : in.findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

inline QString valueOf(const std::vector<ui::Fact> &facts, const QString &name)
{
    const auto found = std::ranges::find(facts, name, &ui::Fact::name);
    return found == facts.end() ? QString() : found->value;
}

} // namespace sonde::test
