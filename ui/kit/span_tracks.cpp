#include "ui/kit/span_tracks.h"
#include "ui/kit/paint.h"
#include "ui/kit/time_axis.h"
#include <QMouseEvent>

namespace vox::kit {

SpanTracks::SpanTracks(TimeAxis &axis, QWidget *parent)
    : AxisTrack(axis, parent)
{
}

void SpanTracks::setRows(const QList<SpanRow> &rows)
{
    const bool taller = rows.size() != m_rows.size();
    m_rows = rows;
    if (taller) updateGeometry();
    update();
}

QSize SpanTracks::sizeHint() const
{
    const Theme &t = Theme::of(this);
    return {t.px(480), int(m_rows.size()) * t.metrics().traceRow};
}

QRectF SpanTracks::barOf(int row, const WorkSpan &span) const
{
    const Metrics &m = Theme::of(this).metrics();
    const double from = x(span.time.from);
    return {from, row * m.traceRow + (m.traceRow - m.traceBar) / 2.0, qMax(2.0, x(span.time.to) - from), double(m.traceBar)};
}

void SpanTracks::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    const Metrics &m = t.metrics();
    QPainter painter(this);
    painter.setFont(t.font(TextStyle::Small));
    for (int i = 0; i < m_rows.size(); ++i) {
        const SpanRow &row = m_rows[i];
        const QRect line(0, i * m.traceRow, width(), m.traceRow);
        painter.setClipping(false);
        drawName(painter, line, row.name, t[Colour::Text2]);
        painter.setClipRect(left(), 0, width() - left(), height());
        double free = left();
        for (qsizetype s = 0; s < row.spans.size(); ++s) {
            const WorkSpan &span = row.spans[s];
            if (span.time.to < axis().from() || span.time.from >= axis().to()) continue;
            const QRectF bar = barOf(i, span);
            const QColor ink = t.strong(row.meaning);
            if (row.outlined) drawBox(painter, bar, 0, {}, t[Colour::Text3]);
            else painter.fillRect(bar, span.faint ? mixed(t[Colour::Surface1], ink, 0.45) : ink);
            if (span.label.isEmpty()) continue;
            // Words to the right of the bar, else to its left, else none.
            const int wide = textWidth(painter.font(), span.label);
            const double next = s + 1 < row.spans.size() ? x(row.spans[s + 1].time.from) : width();
            if (bar.right() + 6 + wide <= next) {
                drawLine(painter, QRect(int(bar.right()) + 6, line.top(), wide + 1, line.height()), span.label, t[Colour::Text2]);
                free = bar.right() + 6 + wide;
            } else if (bar.left() - 6 - wide >= free) {
                drawLine(painter, QRect(int(bar.left()) - 6 - wide, line.top(), wide + 1, line.height()), span.label, t[Colour::Text2]);
                free = bar.right();
            }
        }
    }
    drawPlayhead(painter);
}

void SpanTracks::mousePressEvent(QMouseEvent *event)
{
    const int row = int(event->position().y()) / Theme::of(this).metrics().traceRow;
    if (row >= 0 && row < m_rows.size())
        for (int s = 0; s < m_rows[row].spans.size(); ++s)
            if (barOf(row, m_rows[row].spans[s]).adjusted(-2, -6, 2, 6).contains(event->position())) emit spanPressed(row, s);
    AxisTrack::mousePressEvent(event);
}

} // namespace vox::kit
