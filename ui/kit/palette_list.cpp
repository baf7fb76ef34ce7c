#include "ui/kit/palette_list.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include <QMouseEvent>

namespace vox::kit {

namespace {
constexpr int visibleRows = 12;

// The title with what matched in bold accent; returns where it ended.
int drawTitle(QPainter &painter, const Theme &t, const QRect &room, const PaletteList::Row &row)
{
    int x = room.left(), at = 0;
    const QString &title = row.entry.title;
    const auto piece = [&](int from, int length, bool hit) {
        if (length <= 0 || x >= room.right()) return;
        painter.setFont(t.font(hit ? TextStyle::BodyStrong : TextStyle::Body));
        const QString text = title.mid(from, length);
        const int wide = painter.fontMetrics().horizontalAdvance(text);
        drawLine(painter, QRect(x, room.top(), qMin(wide, room.right() - x), room.height()), text, t[hit ? Colour::Accent : Colour::Text1]);
        x += wide;
    };
    for (const auto &[start, length] : row.match.ranges) {
        piece(at, start - at, false);
        piece(start, length, true);
        at = start + length;
    }
    piece(at, int(title.size()) - at, false);
    return qMin(x, room.right());
}

} // namespace

PaletteList::PaletteList(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
}

void PaletteList::setRows(QList<Row> rows)
{
    m_rows = std::move(rows);
    m_current = 0;
    m_first = 0;
    updateGeometry();
    update();
}

void PaletteList::move(int by)
{
    if (m_rows.isEmpty()) return;
    const int count = int(m_rows.size());
    m_current = (m_current + by % count + count) % count;
    m_first = qBound(m_current - visibleRows + 1, m_first, m_current);
    update();
    QAccessibleValueChangeEvent changed(this, readValue());
    QAccessible::updateAccessibility(&changed);
}

QString PaletteList::readValue() const
{
    return m_rows.isEmpty() ? QString() : m_rows[m_current].entry.title;
}

QSize PaletteList::sizeHint() const
{
    return {0, qBound(1, int(m_rows.size()), visibleRows) * Theme::of(this).metrics().paletteRow};
}

int PaletteList::rowAt(int y) const
{
    const int row = m_first + y / Theme::of(this).metrics().paletteRow;
    return y >= 0 && row < m_rows.size() ? row : -1;
}

void PaletteList::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    const Metrics &m = t.metrics();
    QPainter painter(this);
    if (m_rows.isEmpty()) {
        painter.setFont(t.font(TextStyle::Body));
        drawLine(painter, QRect(m.grid, 0, width() - 2 * m.grid, m.paletteRow), tr("Nothing found. Try fewer letters."), t[Colour::Text3]);
        return;
    }
    for (int i = m_first; i < m_rows.size() && i < m_first + visibleRows; ++i) {
        const Row &row = m_rows[i];
        const QRect box(0, (i - m_first) * m.paletteRow, width(), m.paletteRow);
        const bool chosen = i == m_current;
        if (chosen) drawBox(painter, box, m.radiusControl, t[Colour::AccentSoft]);
        drawIcon(painter, row.entry.icon, QRect(m.grid, box.center().y() - m.icon / 2 + 1, m.icon, m.icon), t[Colour::Text2]);
        painter.setFont(t.font(TextStyle::Small));
        const int keys = row.entry.shortcut.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(row.entry.shortcut) + m.grid;
        drawLine(painter, box.adjusted(0, 0, -m.grid, 0), row.entry.shortcut, t[chosen ? Colour::Text2 : Colour::Text3], Qt::AlignRight);
        const QRect room(m.grid + m.icon + m.grid, box.top(), width() - 3 * m.grid - m.icon - keys - m.grid, box.height());
        const int x = drawTitle(painter, t, room, row) + m.grid;
        painter.setFont(t.font(TextStyle::Small));
        drawLine(painter, QRect(x, box.top() + 1, qMax(0, room.right() - x), box.height()), row.entry.kind, t[Colour::Text2]);
    }
}

void PaletteList::mouseMoveEvent(QMouseEvent *event)
{
    const int row = rowAt(int(event->position().y()));
    if (row < 0 || row == m_current) return;
    m_current = row;
    update();
}

void PaletteList::mouseReleaseEvent(QMouseEvent *event)
{
    if (const int row = rowAt(int(event->position().y())); row >= 0) emit pressed(row);
}

} // namespace vox::kit
