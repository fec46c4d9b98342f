#include "ui/body/json_path_bar.h"

#include "ui/widgets/bar_parts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

constexpr int jqLanguage = 1; // its row in the box of languages
constexpr int pauseMilliseconds = 400;

} // namespace

JsonPathBar::JsonPathBar(QWidget *parent)
    : QFrame(parent)
    , m_language(new QComboBox(this))
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_problem(new ProblemLabel(this))
    , m_pause(new QTimer(this))
{
    setAccessibleName(tr("Filter"));
    m_language->addItems({QStringLiteral("JSONPath"), QStringLiteral("jq")});
    m_language->setAccessibleName(tr("Language of the filter"));
    m_language->setToolTip(tr("JSONPath selects values of the body. An expression of jq may also "
                              "compute; the jq that is installed carries it out."));
    m_language->installEventFilter(this);
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMilliseconds);
    auto *close =
        closeButton(this, tr("Close the filter"), tr("Close the filter and show the whole body"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 2, 8, 4);
    row->setSpacing(partsApart); // the column's would be none
    row->addWidget(m_language);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    row->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_problem);
    connect(close, &QToolButton::clicked, this, &JsonPathBar::close);
    connect(m_field, &QLineEdit::textChanged, this, &JsonPathBar::read);
    connect(m_field, &QLineEdit::returnPressed, this, &JsonPathBar::askJq);
    connect(m_pause, &QTimer::timeout, this, &JsonPathBar::askJq);
    connect(m_language, &QComboBox::currentIndexChanged, this, &JsonPathBar::takeLanguage);
    takeLanguage();
    hide();
}

bool JsonPathBar::isJq() const
{
    return m_language->currentIndex() == jqLanguage;
}

void JsonPathBar::takeLanguage()
{
    m_field->setAccessibleName(isJq() ? tr("Expression of jq") : tr("JSONPath expression"));
    m_field->setPlaceholderText(
        isJq() ? tr("jq, for example %1").arg(QStringLiteral(".items[] | select(.id > 7)"))
               : tr("JSONPath, for example %1").arg(QStringLiteral("$..[?@.id > 7]")));
    if (!isHidden())
        read();
}

void JsonPathBar::askJq()
{
    m_pause->stop();
    const QByteArray expression = m_field->text().trimmed().toUtf8();
    if (!isJq() || expression.isEmpty() || isHidden())
        return;
    m_problem->say({});
    m_count->setText(tr("jq runs…"));
    Q_EMIT jqWanted(expression);
}

void JsonPathBar::open()
{
    const bool fresh = !isVisible();
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    if (fresh)
        read();
}

void JsonPathBar::close()
{
    hide();
    m_pause->stop();
    m_problem->say({});
    m_count->clear();
    Q_EMIT changed(std::nullopt);
    Q_EMIT closed();
}

void JsonPathBar::read()
{
    m_count->clear();
    const QByteArray text = m_field->text().trimmed().toUtf8();
    m_pause->stop();
    if (isJq() && !text.isEmpty()) {
        m_pause->start(); // what was shown stays while the expression is being typed
        return;
    }
    if (text.isEmpty() || text == "$") {
        m_problem->say({});
        Q_EMIT changed(std::nullopt);
        return;
    }
    const auto path = body::JsonPath::parse(text);
    if (!path) {
        // What was shown stays while the expression is being typed.
        m_problem->say(tr("At sign %1: %2")
                           .arg(QString::fromUtf8(text.first(path.error().offset)).size() + 1)
                           .arg(path.error().sentence));
        return;
    }
    m_problem->say({});
    Q_EMIT changed(*path);
}

void JsonPathBar::showResult(qint64 matches, bool whole, const QString &problem)
{
    if (!problem.isEmpty())
        m_problem->say(problem);
    const auto count = int(std::min<qint64>(matches, std::numeric_limits<int>::max()));
    m_count->setText(tr("%Ln value(s)", nullptr, count) +
                     (whole ? QString() : QStringLiteral("…")));
}

void JsonPathBar::refuse(const QString &problem)
{
    m_count->clear();
    m_problem->say(problem);
}

QString JsonPathBar::countText() const
{
    return m_count->text();
}

QString JsonPathBar::problem() const
{
    return m_problem->text();
}

bool JsonPathBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace sonde::ui
