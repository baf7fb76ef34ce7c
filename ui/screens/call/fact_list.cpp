#include "ui/screens/call/fact_list.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

namespace vox {

using kit::Colour;
using kit::TextStyle;
using kit::Theme;

FactList::FactList(int leadWidth, QWidget *parent) : QWidget(parent), m_leadWidth(leadWidth)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FactList::setRows(const QList<Row> &rows)
{
    if (rows == m_rows) return;
    const bool taller = rows.size() != m_rows.size();
    m_rows = rows;
    if (m_marked >= m_rows.size()) m_marked = -1;
    if (taller) updateGeometry();
    update();
}

void FactList::setMarked(int row)
{
    if (row == m_marked) return;
    m_marked = row;
    update();
}

int FactList::rowHeight() const { return Theme::of(this).px(24); }

QSize FactList::sizeHint() const { return {Theme::of(this).px(240), int(m_rows.size()) * rowHeight()}; }

QSize FactList::minimumSizeHint() const { return {Theme::of(this).px(120), int(m_rows.size()) * rowHeight()}; }

QString FactList::readValue() const
{
    QStringList lines;
    for (const Row &row : m_rows) lines.append(QStringList{row.lead, row.text, row.note}.join(u' ').simplified());
    return lines.join(u'\n');
}

void FactList::paintEvent(QPaintEvent *event)
{
    const Theme &t = Theme::of(this);
    const kit::Metrics &m = t.metrics();
    QPainter painter(this);
    const int high = rowHeight(), pad = m.panelPadding;
    const int last = std::min(int(m_rows.size()) - 1, event->rect().bottom() / high);
    for (int i = std::max(0, event->rect().top() / high); i <= last; ++i) {
        const Row &row = m_rows[i];
        const int y = i * high;
        if (i == m_marked) {
            painter.fillRect(QRect(0, y, width(), high), t[Colour::Surface2]);
            painter.fillRect(QRect(0, y, 2, high), t[Colour::Accent]);
        }
        painter.setFont(t.font(TextStyle::MonoSmall));
        const int lead = t.px(m_leadWidth);
        kit::drawLine(painter, QRect(pad, y, lead - m.grid, high), row.lead, t[row.mono ? Colour::Text2 : Colour::Text3]);
        int x = pad + lead;
        if (*row.icon) {
            const QColor ink = row.meaning == kit::Meaning::Neutral ? t[Colour::Text2] : t.strong(row.meaning);
            kit::drawIcon(painter, row.icon, QRect(x, y + (high - m.iconInline) / 2, m.iconInline, m.iconInline), ink);
            x += m.iconInline + m.grid;
        }
        painter.setFont(t.font(TextStyle::Small));
        const int note = row.note.isEmpty() ? 0 : kit::textWidth(t.font(TextStyle::Small), row.note) + m.grid;
        if (note) kit::drawLine(painter, QRect(width() - pad - note, y, note, high), row.note, t[Colour::Text3], Qt::AlignRight);
        painter.setFont(t.font(row.mono ? TextStyle::MonoSmall : TextStyle::Control));
        kit::drawLine(painter, QRect(x, y, width() - pad - note - x, high), row.text, t[Colour::Text1]);
        if (row.ruled) kit::hairlineAcross(painter, pad, width() - pad, y + high - 1, t[Colour::Line1]);
    }
}

void FactList::mousePressEvent(QMouseEvent *event)
{
    const int row = int(event->position().y()) / rowHeight();
    if (event->button() == Qt::LeftButton && row >= 0 && row < m_rows.size()) emit pressed(row);
}

void FactList::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    if (step == 0 || m_rows.isEmpty()) return QWidget::keyPressEvent(event);
    setMarked(std::clamp(m_marked + step, 0, int(m_rows.size()) - 1));
    emit pressed(m_marked);
}

bool FactList::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int row = help->pos().y() / rowHeight();
        QToolTip::showText(help->globalPos(), row >= 0 && row < m_rows.size() ? m_rows[row].text : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace vox
