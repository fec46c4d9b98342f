#include "ui/request/variable_view.h"

#include "collection/dynamic_value.h"
#include "collection/variables.h"
#include "ui/widgets/theme.h"

#include <QFileInfo>

namespace sonde::ui
{

using collection::Definition;

namespace
{

constexpr qsizetype shownValue = 300; // characters of a value in a tip
constexpr qsizetype wholeLine = 120;  // characters of a line that a tip does not break
const QString masked = QStringLiteral("••••••");

// Values that are made when a request is sent.
const QStringList madeNames{QStringLiteral("$uuid"),         QStringLiteral("$timestamp"),
                            QStringLiteral("$isoTimestamp"), QStringLiteral("$randomInt"),
                            QStringLiteral("$processEnv "),  QStringLiteral("$datetime iso8601")};

bool isReference(const QString &name)
{
    return name.contains(QLatin1String(".response.")) || name.contains(QLatin1String(".request."));
}

} // namespace

std::vector<VariableSpan> variableSpans(const QString &text)
{
    std::vector<VariableSpan> spans;
    for (qsizetype open = text.indexOf(QLatin1String("{{")); open >= 0;) {
        const qsizetype end = collection::endOfVariable(text, open);
        if (end < 0)
            break;
        spans.push_back({open, end - open, text.sliced(open + 2, end - open - 4).trimmed()});
        open = text.indexOf(QLatin1String("{{"), end);
    }
    return spans;
}

void VariableView::setScope(std::shared_ptr<const collection::Scope> scope)
{
    if (scope == m_scope || (scope && m_scope && *scope == *m_scope))
        return;
    m_scope = std::move(scope);
    Q_EMIT changed();
}

bool VariableView::knows(const QString &name) const
{
    return knowsAt(name, 0);
}

// What stands for something unknown is unknown too.
bool VariableView::knowsAt(const QString &name, int depth) const
{
    if (!m_scope || isReference(name))
        return true;
    if (const collection::Definition *found = m_scope->find(name)) {
        return depth >= collection::Expander::depthLimit ||
               std::ranges::all_of(variableSpans(found->value), [&](const VariableSpan &inner) {
                   return knowsAt(inner.name, depth + 1);
               });
    }
    if (m_scope->capturers.contains(name))
        return true;
    if (!name.startsWith(u'$'))
        return false;
    const auto made = collection::dynamicValue(name, {});
    return made && made->has_value();
}

QColor VariableView::color(const QString &name) const
{
    return Theme::instance().color(knows(name) ? Token::SyntaxKey : Token::Danger);
}

QString VariableView::capturer(const QString &name) const
{
    const auto by = m_scope ? m_scope->capturers.value(name) : collection::Capturer();
    if (by.request.isEmpty())
        return {};
    if (by.file.isEmpty())
        //: %1 is the name of a request
        return tr("“%1”").arg(by.request);
    //: %1 is the name of a request, %2 of its file
    return tr("“%1” in %2").arg(by.request, QFileInfo(by.file).fileName());
}

QString VariableView::secretSource(const Definition &definition) const
{
    switch (definition.keptIn) {
    case collection::SecretPlace::Keychain:
        //: %1 is the name of an environment
        return tr("a secret of the environment “%1”, kept in the keychain")
            .arg(definition.environment);
    case collection::SecretPlace::File:
        //: %1 is the name of an environment
        return tr("a secret of the environment “%1”, kept in the encrypted file")
            .arg(definition.environment);
    case collection::SecretPlace::Unknown:
        break;
    }
    //: %1 is the name of an environment
    return tr("a secret of the environment “%1”").arg(definition.environment);
}

QString VariableView::source(const QString &name, const Definition &definition) const
{
    const QString file = QFileInfo(definition.path).fileName();
    switch (definition.from) {
    case Definition::From::Program:
        return tr("from Sonde’s playground");
    case Definition::From::Capture:
        if (const QString request = capturer(name); !request.isEmpty())
            //: %1 is a request: “Log in”, or “Log in” in users.http
            return tr("captured from the response of %1").arg(request);
        return tr("captured from a response");
    case Definition::From::File:
        //: %1 is the name of a file
        return tr("from %1").arg(file);
    case Definition::From::Environment:
        break;
    }
    if (definition.environment == collection::Environments::shared)
        //: %1 is the name of a file
        return tr("shared by all environments, from %1").arg(file);
    if (!definition.secretName.isEmpty())
        return secretSource(definition);
    //: %1 the name of an environment, %2 of a file
    return tr("from the environment “%1” in %2").arg(definition.environment, file);
}

QString VariableView::tip(const QString &name) const
{
    const QString head = QStringLiteral("<b>%1</b>").arg(name.toHtmlEscaped());
    const Definition *found = m_scope ? m_scope->find(name) : nullptr;
    if (!found) {
        if (isReference(name))
            return head + QStringLiteral("<br>") +
                   tr("Taken from an earlier response when the request is sent.");
        if (const QString request = capturer(name); !request.isEmpty())
            return head + QStringLiteral("<br>") +
                   //: %1 is a request: “Log in”, or “Log in” in users.http
                   tr("Captured from the response of %1, which has not brought it yet.")
                       .arg(request.toHtmlEscaped());
        if (knows(name))
            return head + QStringLiteral("<br>") + tr("Made anew each time the request is sent.");
        return head + QStringLiteral("<br>") +
               tr("Nothing says what this stands for. Define it in the file as @%1 = …, or choose "
                  "an environment that has it.")
                   .arg(name.toHtmlEscaped());
    }
    const auto shown = [](const Definition &one) {
        return one.isSecret ? masked : one.value.left(shownValue).toHtmlEscaped();
    };
    QStringList lines{head + QStringLiteral(" = ") + shown(*found),
                      source(name, *found).toHtmlEscaped()};
    if (!found->isSecret && found->value.contains(QLatin1String("{{"))) {
        collection::Expander expander(m_scope->variables());
        const auto filled = expander.expand(found->value, name);
        bool secret = false;
        for (const QString &value : m_scope->secrets())
            secret = secret || (filled && filled->contains(value));
        if (filled && !secret)
            lines.insert(1, QStringLiteral("→ ") + filled->left(shownValue).toHtmlEscaped());
    }
    const auto &all = m_scope->names[name];
    for (size_t at = 1; at < all.size(); ++at)
        //: %1 is a value, %2 where it comes from: "from the environment …"
        lines.append(
            tr("shadows %1, %2").arg(shown(all[at]), source(name, all[at]).toHtmlEscaped()));
    // A tip is narrow by itself, and would break a URL at its slashes.
    QString tip;
    for (const QString &line : std::as_const(lines)) {
        const bool whole = line.size() <= wholeLine;
        tip +=
            (whole ? QStringLiteral("<div style=\"white-space:pre\">") : QStringLiteral("<div>")) +
            line + QStringLiteral("</div>");
    }
    return tip;
}

QString VariableView::tips(const QString &text) const
{
    QStringList tips;
    for (const VariableSpan &span : variableSpans(text))
        tips.append(tip(span.name));
    tips.removeDuplicates();
    return tips.join(QStringLiteral("<hr>"));
}

QStringList VariableView::names() const
{
    QStringList names;
    if (m_scope)
        names = m_scope->names.keys() + m_scope->capturers.keys();
    names.sort();
    names.removeDuplicates();
    return names + madeNames;
}

QStringList VariableView::fileNames() const
{
    QStringList names;
    if (!m_scope)
        return names;
    for (auto it = m_scope->names.begin(); it != m_scope->names.end(); ++it) {
        if (std::ranges::any_of(
                *it, [](const Definition &one) { return one.from == Definition::From::File; }))
            names.append(it.key());
    }
    return names;
}

QStringList VariableView::environmentNames() const
{
    QStringList names;
    if (!m_scope)
        return names;
    for (auto it = m_scope->names.begin(); it != m_scope->names.end(); ++it) {
        if (std::ranges::any_of(*it, [](const Definition &one) {
                return one.from == Definition::From::Environment;
            }))
            names.append(it.key());
    }
    return names;
}

QStringList VariableView::unknown(const QString &text) const
{
    QStringList names;
    for (const VariableSpan &span : variableSpans(text)) {
        if (!knows(span.name) && !names.contains(span.name))
            names.append(span.name);
    }
    return names;
}

} // namespace sonde::ui
