#include "ui/request/code_keys.h"

// QScintilla's headers are written with Qt's short keywords, which are off in this house.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscicommandset.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots

namespace sonde::ui
{

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

} // namespace sonde::ui
