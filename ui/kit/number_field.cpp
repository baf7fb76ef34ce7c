#include "ui/kit/number_field.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <cmath>

namespace vox::kit {

NumberField::NumberField(Kind kind, QWidget *parent)
    : QLineEdit(parent)
    , m_kind(kind)
{
    kit::setText(this, TextStyle::Mono);
}

void NumberField::setUnit(const QString &unit)
{
    m_unit = unit;
    measure();
    update();
}

void NumberField::setRange(double least, double most)
{
    m_least = least;
    m_most = most;
}

std::optional<double> NumberField::number() const
{
    QString typed = text().simplified();
    typed.remove(QLatin1Char(' ')).remove(QChar(0x00A0)).remove(QChar(0x202F));
    typed.replace(QLatin1Char(','), QLatin1Char('.'));
    bool good = false;
    const double value = QLocale::c().toDouble(typed, &good);
    if (!good || !qIsFinite(value)) return std::nullopt;
    if (m_kind == Kind::Whole && value != std::floor(value)) return std::nullopt;
    return value;
}

void NumberField::setNumber(std::optional<double> number)
{
    if (number == this->number() && (number || text().trimmed().isEmpty())) return;
    const int caret = cursorPosition();
    QString shown;
    if (number) {
        shown = m_kind == Kind::Whole ? QString::number(qint64(*number)) : QString::number(*number, 'g', 12);
        if (m_kind == Kind::Real) shown.replace(QLatin1Char('.'), QLocale().decimalPoint());
    }
    setText(shown);
    setCursorPosition(qMin(caret, int(shown.size())));
}

void NumberField::measure()
{
    const Theme &t = Theme::of(this);
    setTextMargins(0, 0, m_unit.isEmpty() ? 0 : textWidth(t.font(TextStyle::Small), m_unit) + t.metrics().half, 0);
}

void NumberField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_unit.isEmpty()) return;
    const Theme &t = Theme::of(this);
    QPainter painter(this);
    painter.setFont(t.font(TextStyle::Small));
    drawLine(painter, rect().adjusted(0, 0, -t.metrics().grid, 0), m_unit, t[isEnabled() ? Colour::Text3 : Colour::TextDisabled], Qt::AlignRight);
}

void NumberField::keyPressEvent(QKeyEvent *event)
{
    const int sign = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    if (sign == 0 || isReadOnly()) return QLineEdit::keyPressEvent(event);
    const double step = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    setNumber(qBound(m_least, number().value_or(0) + sign * step, m_most));
    emit textEdited(text());
}

void NumberField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) measure();
    QLineEdit::changeEvent(event);
}

} // namespace vox::kit
