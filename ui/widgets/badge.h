// A word in a rounded field of its colour: a status, a protocol, a warning. A label, so that
// assistive technology reads what it says now. GUI thread.
#pragma once

#include "ui/widgets/theme.h"

#include <QLabel>

namespace sonde::ui
{

class Badge : public QLabel
{
    Q_OBJECT
public:
    enum class Style : quint8 {
        Plain,  // coloured text alone
        Tinted, // on a quiet ground of the same colour
        Filled, // for what must not be overlooked
    };

    explicit Badge(QWidget *parent = nullptr);

    // An empty text hides the badge. `hint` is its tool tip and description.
    void say(const QString &text, Token token, Style style, const QString &hint = {});

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void recolor();

    Token m_token = Token::Muted;
    Style m_style = Style::Plain;
};

} // namespace sonde::ui
