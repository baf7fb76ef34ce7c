#include "ui/kit/bars.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QRegularExpression>
#include <QToolTip>

namespace vox::kit {

Bars::Bars(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFocusRing(this, true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void Bars::setValues(const QList<double> &values, const QStringList &labels, const QList<double> &usual)
{
    m_values = values;
    m_labels = labels;
    m_usual = usual;
    m_current = qMin(m_current, columns() - 1);
    update();
}

void Bars::setNow(double column, const QString &label)
{
    m_now = column;
    m_nowLabel = label;
    update();
}

QString Bars::columnText(int column) const
{
    if (column < 0 || column >= columns()) return {};
    const QString label = m_labels.value(column);
    const QString value = column < m_values.size() ? QLocale().toString(m_values[column]) : QString();
    const QString usual = column < m_usual.size() ? tr("usually %1").arg(QLocale().toString(m_usual[column])) : QString();
    return QStringList{label, value, usual}.filter(QRegularExpression(QStringLiteral("."))).join(QStringLiteral(", "));
}

QSize Bars::sizeHint() const
{
    const Theme &t = Theme::of(this);
    return {t.px(320), t.px(140)};
}

QSize Bars::minimumSizeHint() const
{
    const Theme &t = Theme::of(this);
    return {t.px(120), t.px(64)};
}

void Bars::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    QPainter painter(this);
    const int count = columns();
    if (count == 0) return;
    double most = 0;
    for (const double v : m_values) most = qMax(most, v);
    for (const double v : m_usual) most = qMax(most, v);
    if (most <= 0) most = 1;
    const int foot = m_labels.isEmpty() ? 0 : t.type().line(TextStyle::Ruler) + 4;
    const int base = height() - foot - 1;
    const double pitch = double(width()) / count;
    const int gap = pitch > 8 ? qMax(1, int(pitch / 5)) : 1;
    const int top = m_nowLabel.isEmpty() ? 2 : t.px(16);
    painter.setFont(t.font(TextStyle::Ruler));
    int labelsEnd = -100;
    for (int i = 0; i < count; ++i) {
        const int x = int(i * pitch), wide = qMax(1, int((i + 1) * pitch) - x - gap);
        const auto column = [&](double value, const QColor &fill) {
            const int high = int(value / most * (base - top));
            painter.fillRect(QRect(x, base - high, wide, high), fill);
        };
        if (i < m_usual.size()) column(m_usual[i], t[Colour::Surface3]);
        if (i < m_values.size()) column(m_values[i], i == m_current && hasFocus() ? t[Colour::Accent] : t.chart(0));
        const QString label = m_labels.value(i);
        if (!label.isEmpty() && x > labelsEnd + t.px(24)) {
            drawLine(painter, QRect(x, base + 3, t.px(60), foot - 3), label, t[Colour::Text2]);
            labelsEnd = x + painter.fontMetrics().horizontalAdvance(label);
        }
    }
    hairlineAcross(painter, 0, width(), base, t[Colour::Line2]);
    if (m_now >= 0) {
        const int x = int(m_now * pitch);
        painter.fillRect(QRect(x, 0, 1, base), t[Colour::Text1]);
        painter.setFont(t.font(TextStyle::Small));
        drawLine(painter, QRect(x + 4, 0, t.px(80), t.px(16)), m_nowLabel, t[Colour::Text2]);
    }
}

void Bars::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0 || columns() == 0) return QWidget::keyPressEvent(event);
    m_current = qBound(0, m_current + step, columns() - 1);
    QToolTip::showText(mapToGlobal(QPoint(int((m_current + 0.5) * width() / qMax(1, columns())), height() / 3)), columnText(m_current), this);
    update();
    QAccessibleValueChangeEvent changed(this, columnText(m_current));
    QAccessible::updateAccessibility(&changed);
}

bool Bars::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && columns() > 0) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), columnText(int(help->pos().x() * columns() / qMax(1, width()))), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace vox::kit
