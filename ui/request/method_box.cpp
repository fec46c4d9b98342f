#include "ui/request/method_box.h"

#include "ui/widgets/theme.h"

#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>

namespace sonde::ui
{

MethodBox::MethodBox(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    for (const char *method : {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "QUERY",
                               "TRACE", "GRAPHQL"}) {
        addItem(QString::fromLatin1(method));
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        setItemData(count() - 1, bold, Qt::FontRole);
    }
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    lineEdit()->setFont(bold);
    // A method is a token (RFC 9110 section 9.1); variables are filled in later.
    static const QRegularExpression token(QStringLiteral("[-!#$%&'*+.^_`|~0-9A-Za-z{}]{1,64}"));
    lineEdit()->setValidator(new QRegularExpressionValidator(token, this));
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    setAccessibleName(tr("Method"));
    lineEdit()->setAccessibleName(tr("Method"));
    setToolTip(tr("The method; any token can be typed"));
    setMinimumContentsLength(7);
    setMaxVisibleItems(12);

    connect(this, &QComboBox::editTextChanged, this, [this](const QString &text) {
        colour();
        Q_EMIT methodEdited(text);
    });
    connect(lineEdit(), &QLineEdit::returnPressed, this, &MethodBox::confirmed);
    // After the palette of the program has come down to the line edit.
    connect(&Theme::instance(), &Theme::changed, this, &MethodBox::colour, Qt::QueuedConnection);
    colour();
}

void MethodBox::setMethod(const QString &method)
{
    if (method == currentText())
        return;
    const QSignalBlocker quiet(this);
    setCurrentIndex(findText(method, Qt::MatchExactly | Qt::MatchCaseSensitive));
    setEditText(method);
    lineEdit()->setCursorPosition(0); // its beginning says most
    colour();
}

void MethodBox::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    // A palette that comes down from above takes our colour away, after this event.
    if (event->type() == QEvent::PaletteChange)
        QMetaObject::invokeMethod(this, &MethodBox::colour, Qt::QueuedConnection);
}

void MethodBox::colour()
{
    const Theme &theme = Theme::instance();
    QPalette own = lineEdit()->palette();
    own.setColor(QPalette::Text, theme.color(methodToken(currentText().toLatin1())));
    lineEdit()->setPalette(own);
    for (int row = 0; row < count(); ++row)
        setItemData(row, theme.color(methodToken(itemText(row).toLatin1())), Qt::ForegroundRole);
}

} // namespace sonde::ui
