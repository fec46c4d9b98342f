#include "ui/request/code_looks.h"

#include "ui/request/scintilla.h"
#include "ui/widgets/content_zoom.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace sonde::ui
{

namespace
{

constexpr int numberMargin = 0;

void freeKeys(QsciScintilla *edit)
{
    const auto isForeign = [](int key) {
        const int letter = key & ~int(Qt::KeyboardModifierMask);
        const bool usual = letter == Qt::Key_A || letter == Qt::Key_C || letter == Qt::Key_V ||
                           letter == Qt::Key_X || letter == Qt::Key_Z;
        const bool zooms = letter == Qt::Key_Plus || letter == Qt::Key_Minus;
        return (key & int(Qt::CTRL)) != 0 &&
               (zooms || (letter >= Qt::Key_A && letter <= Qt::Key_Z && !usual));
    };
    for (QsciCommand *command : edit->standardCommands()->commands()) {
        if (isForeign(command->key()))
            command->setKey(0);
        if (isForeign(command->alternateKey()))
            command->setAlternateKey(0);
    }
}

} // namespace

void setUpCode(QsciScintilla *edit)
{
    edit->setFrameShape(QFrame::NoFrame);
    edit->setUtf8(true);
    edit->setTabWidth(2);
    edit->setIndentationsUseTabs(false);
    edit->setWrapMode(QsciScintilla::WrapWord);
    edit->setCaretLineVisible(true);
    for (int margin = 0; margin < 5; ++margin)
        edit->setMarginWidth(margin, 0);
    edit->setMarginLineNumbers(numberMargin, true);
    edit->SendScintilla(QsciScintillaBase::SCI_SETMARGINLEFT, 0, 6L); // pixels
    const auto fitNumbers = [edit] {
        edit->setMarginWidth(numberMargin, QString::number(std::max(edit->lines(), 999)) + u'0');
    };
    fitNumbers();
    QObject::connect(edit, &QsciScintilla::linesChanged, edit, fitNumbers);
    freeKeys(edit);
}

void colourCode(QsciScintilla *edit)
{
    const Theme &theme = Theme::instance();
    edit->setCaretForegroundColor(theme.color(Token::Text));
    edit->setCaretLineBackgroundColor(theme.color(Token::SurfaceAlternate));
    edit->setSelectionBackgroundColor(theme.color(Token::Selection));
    edit->setSelectionForegroundColor(theme.color(Token::SelectionText));
    edit->setMarginsBackgroundColor(theme.color(Token::Gutter));
    edit->setMarginsForegroundColor(theme.color(Token::Muted));
    edit->setMarginsFont(ContentZoom::instance().font());
}

} // namespace sonde::ui
