// The window in German, for as long as this lives: for tests of what it says.
#pragma once

#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QTranslator>

namespace sonde::test
{

class German
{
public:
    German()
    {
        // Brings the resources in, too.
        m_there = ui::builtInLanguages().contains(QStringLiteral("de")) &&
                  m_translator.load(QStringLiteral(":/sonde/translations/sonde_de.qm")) &&
                  QCoreApplication::installTranslator(&m_translator);
    }
    ~German() { QCoreApplication::removeTranslator(&m_translator); }
    German(const German &) = delete;
    German &operator=(const German &) = delete;

    [[nodiscard]] bool isThere() const { return m_there; }
    [[nodiscard]] QString of(const char *context, const char *english) const
    {
        return m_translator.translate(context, english);
    }

private:
    QTranslator m_translator;
    bool m_there = false;
};

} // namespace sonde::test
