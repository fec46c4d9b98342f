// A language for tests: every text of ours longer, accented and between ⟦ and ⟧, so that what was
// forgotten or does not fit is seen. Placeholders, mnemonics and numbers stay as they are.
#pragma once

#include <QTranslator>

namespace sonde::test
{

inline QString pseudo(const QString &source)
{
    static const QString from = QStringLiteral("aeioucnsyAEIOUCNSY");
    static const QString to = QStringLiteral("àéîõüçñšýÀÉÎÕÜÇÑŠÝ");
    QString text;
    bool kept = false; // after % or &, in a file filter or a suffix
    for (const QChar letter : source) {
        const auto at = from.indexOf(letter);
        text += kept || at < 0 ? letter : to[at];
        kept = letter == u'%' || letter == u'&';
    }
    return u'⟦' + text + QString(source.size() * 2 / 5, u'~') + u'⟧';
}

class PseudoTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char *context, const char *source, const char *,
                                    int) const override
    {
        const QByteArrayView from(context);
        const bool ours = from.startsWith("sonde::") || from == "Actions";
        return ours ? pseudo(QString::fromUtf8(source)) : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace sonde::test
