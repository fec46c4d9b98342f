#include "interop/code_template.h"

namespace sonde::interop
{
namespace
{

using Scope = std::vector<const TemplateData *>; // innermost last

class Filler
{
public:
    QString fill(QStringView text, const Scope &scope)
    {
        QString out;
        qsizetype from = 0;
        for (qsizetype open = text.indexOf(u"{{"); open >= 0; open = text.indexOf(u"{{", from)) {
            const qsizetype close = text.indexOf(u"}}", open);
            if (close < 0)
                break;
            out += text.sliced(from, open - from);
            from = close + 2;
            const QStringView tag = text.sliced(open + 2, close - open - 2);
            if (!tag.startsWith(u'#') && !tag.startsWith(u'^')) {
                out += value(tag.toString(), scope);
                continue;
            }
            const QString end = QStringLiteral("{{/%1}}").arg(tag.sliced(1));
            const qsizetype last = text.indexOf(end, from);
            if (last < 0)
                break;
            const QStringView inside = text.sliced(from, last - from);
            from = last + end.size();
            section(tag, inside, scope, out);
        }
        out += text.sliced(from);
        return out;
    }

private:
    static QString value(const QString &name, const Scope &scope)
    {
        for (auto it = scope.rbegin(); it != scope.rend(); ++it) {
            if (const auto found = (*it)->values.constFind(name); found != (*it)->values.cend())
                return *found;
        }
        return {};
    }

    static const std::vector<TemplateData> *list(const QString &name, const Scope &scope)
    {
        for (auto it = scope.rbegin(); it != scope.rend(); ++it) {
            if (const auto found = (*it)->lists.constFind(name); found != (*it)->lists.cend())
                return &*found;
        }
        return nullptr;
    }

    void section(QStringView tag, QStringView inside, const Scope &scope, QString &out)
    {
        const QString name = tag.sliced(1).toString();
        const auto *entries = list(name, scope);
        const bool there = entries ? !entries->empty() : !value(name, scope).isEmpty();
        if (tag.startsWith(u'^')) {
            if (!there)
                out += fill(inside, scope);
            return;
        }
        if (!entries) {
            if (there)
                out += fill(inside, scope);
            return;
        }
        for (const TemplateData &entry : *entries) {
            Scope inner = scope;
            inner.push_back(&entry);
            out += fill(inside, inner);
        }
    }
};

} // namespace

QString fillTemplate(QStringView text, const TemplateData &data)
{
    return Filler().fill(text, {&data});
}

} // namespace sonde::interop
