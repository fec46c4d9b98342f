#include "ui/compare/line_form.h"

#include "lab/line_words.h"
#include "ui/compare/lab_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <cmath>

namespace sonde::ui
{
namespace
{

constexpr int none = 0;
constexpr int own = 1;

// What people ask about first; the numbers are plain, so that they are remembered.
net::LineSpec presetLine(int preset)
{
    using std::chrono::milliseconds;
    switch (preset) {
    case 2:
        return {.rtt = milliseconds(40)};
    case 3:
        return {.rtt = milliseconds(40), .downBits = 5'000'000, .upBits = 1'000'000};
    case 4:
        return {.rtt = milliseconds(150), .downBits = 1'600'000, .upBits = 750'000};
    default:
        return {};
    }
}

constexpr int presets = 5;

// As many decimals as the number has: three at all times read like thousands where a comma is the
// point.
class PlainNumber : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    QString textFromValue(double value) const override
    {
        QLocale plain = locale();
        plain.setNumberOptions(QLocale::OmitGroupSeparator);
        return plain.toString(value, 'f', QLocale::FloatingPointShortest);
    }
};

} // namespace

LineForm::LineForm(QWidget *parent)
    : QWidget(parent)
    , m_preset(new QComboBox(this))
    , m_fields(new QWidget(this))
    , m_window(new QCheckBox(tr("model slow start"), this))
    , m_truth(new QLabel(this))
{
    m_preset->setAccessibleName(tr("Network"));
    m_preset->addItem(tr("as it is"));
    m_preset->addItem(tr("an emulated line of your own"));
    for (int preset = 2; preset < presets; ++preset)
        m_preset->addItem(lab::lineName(presetLine(preset), labWords()));
    auto *row = new QHBoxLayout(m_fields);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_rtt = addField(tr("Round trip"), tr("ms"), tr("no delay"), 10'000);
    m_down = addField(tr("Down"), tr("Mbit/s"), tr("no limit"), 100'000);
    m_up = addField(tr("Up"), tr("Mbit/s"), tr("no limit"), 100'000);
    row->addStretch(1);
    m_window->setToolTip(
        tr("Ten segments at the beginning of a connection, one more for each that arrives"));
    m_truth->setWordWrap(true);
    m_truth->setForegroundRole(QPalette::PlaceholderText);
    m_truth->setMinimumSize(480, 2 * fontMetrics().lineSpacing());
    m_truth->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_preset, 0, Qt::AlignLeft);
    column->addWidget(m_fields);
    column->addWidget(m_window);
    column->addWidget(m_truth);
    connect(m_preset, &QComboBox::activated, this, &LineForm::choosePreset);
    for (QDoubleSpinBox *box : {m_rtt, m_down, m_up})
        connect(box, &QDoubleSpinBox::valueChanged, this, &LineForm::refresh);
    connect(m_window, &QCheckBox::toggled, this, &LineForm::refresh);
    setFocusProxy(m_preset);
    refresh();
}

QDoubleSpinBox *LineForm::addField(const QString &name, const QString &unit, const QString &nothing,
                                   double most)
{
    auto *label = new QLabel(name, m_fields);
    auto *box = new PlainNumber(m_fields);
    box->setRange(0, most);
    box->setDecimals(3);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setSpecialValueText(nothing);
    box->setSuffix(u' ' + unit);
    box->setAccessibleName(name);
    label->setBuddy(box);
    m_fields->layout()->addWidget(label);
    m_fields->layout()->addWidget(box);
    return box;
}

net::LineSpec LineForm::line() const
{
    if (m_preset->currentIndex() == none)
        return {};
    net::LineSpec line{.rtt = std::chrono::microseconds(std::llround(m_rtt->value() * 1e3)),
                       .downBits = std::llround(m_down->value() * 1e6),
                       .upBits = std::llround(m_up->value() * 1e6)};
    if (line.downBits > 0)
        line.downBits = std::max(line.downBits, net::limit::slowestLine);
    if (line.upBits > 0)
        line.upBits = std::max(line.upBits, net::limit::slowestLine);
    if (m_window->isChecked() && line.rtt.count() > 0)
        line.window = net::LineSpec::Window::Modelled;
    return line;
}

bool LineForm::isEmpty() const
{
    return m_preset->currentIndex() != none && line().isNone();
}

void LineForm::setLine(const net::LineSpec &line)
{
    {
        const QSignalBlocker quiet(this);
        m_rtt->setValue(double(line.rtt.count()) / 1e3);
        m_down->setValue(double(line.downBits) / 1e6);
        m_up->setValue(double(line.upBits) / 1e6);
        m_window->setChecked(line.window == net::LineSpec::Window::Modelled);
        // Last: on the way here the fields were nobody's.
        m_preset->setCurrentIndex(line.isNone() ? none : own);
        for (int preset = 2; preset < presets; ++preset) {
            if (line == presetLine(preset))
                m_preset->setCurrentIndex(preset);
        }
    }
    refresh();
}

void LineForm::choosePreset(int preset)
{
    if (preset == own) {
        if (line().isNone())
            m_rtt->setValue(40);
        m_rtt->setFocus();
        refresh();
        return;
    }
    setLine(presetLine(preset));
}

// Numbers that are no preset's are one's own.
void LineForm::refresh()
{
    const bool chosen = m_preset->currentIndex() != none;
    const bool preset = m_preset->currentIndex() > own;
    if (preset && line() != presetLine(m_preset->currentIndex()))
        m_preset->setCurrentIndex(own);
    m_fields->setVisible(chosen);
    m_window->setVisible(chosen);
    m_window->setEnabled(m_rtt->value() > 0);
    m_truth->setVisible(chosen);
    m_truth->setText(isEmpty() ? tr("A line needs a round trip or a rate.")
                               : lab::lineSentence(line(), labWords()));
    Q_EMIT changed();
}

} // namespace sonde::ui
