#include "ui/kit/row_delegate.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/tag.h"
#include <QAbstractItemView>
#include <QHeaderView>
#include <QMouseEvent>
#include <QTableView>

namespace vox::kit {

RowDelegate::RowDelegate(QAbstractItemView *view, Density density)
    : QStyledItemDelegate(view)
    , m_view(view)
    , m_density(density)
{
    view->setItemDelegate(this);
    view->setMouseTracking(true);
    view->viewport()->installEventFilter(this);
    view->installEventFilter(this);
    setUp();
}

int RowDelegate::rowHeight() const
{
    const Theme &t = Theme::of(m_view);
    switch (m_density) {
    case Density::Row: return t.metrics().row;
    case Density::ListRow: return t.metrics().listRow;
    case Density::TwoLines: return t.px(52);
    }
    Q_UNREACHABLE();
}

void RowDelegate::setUp()
{
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAlternatingRowColors(false);
    QPalette palette = m_view->palette();
    palette.setColor(QPalette::Base, Theme::of(m_view)[Colour::Surface1]);
    m_view->setPalette(palette);
    auto *table = qobject_cast<QTableView *>(m_view);
    if (!table) return;
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setCornerButtonEnabled(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(1);
    table->verticalHeader()->setDefaultSectionSize(rowHeight());
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setTextElideMode(Qt::ElideNone); // the style elides with the font it draws with
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &t = Theme::of(m_view);
    const QVariant font = index.data(FontRole);
    const TextStyle style = font.isValid() ? TextStyle(font.toInt()) : TextStyle::Body;
    Q_UNUSED(option)
    int wide = textWidth(t.font(style), index.data(Qt::DisplayRole).toString()) + 2 * t.metrics().grid;
    if (index.data(IconRole).isValid()) wide += t.metrics().iconInline + t.px(6);
    if (index.data(DotRole).isValid()) wide += t.px(14);
    return {wide, rowHeight()};
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &t = Theme::of(m_view);
    const bool chosen = option.state & QStyle::State_Selected;
    const bool focused = m_view->hasFocus();
    if (chosen) painter->fillRect(option.rect, t[focused ? Colour::AccentSoft : Colour::Surface3]);
    else if (index.row() == m_hovered) painter->fillRect(option.rect, t.hovered(t[Colour::Surface1]));
    if (chosen && (index.column() == 0 || option.rect.left() <= 0))
        painter->fillRect(QRect(option.rect.topLeft(), QSize(2, option.rect.height())), t[focused ? Colour::Accent : Colour::Line3]);
    hairlineAcross(*painter, option.rect.left(), option.rect.right(), option.rect.bottom(), t[Colour::Line1]);
    paintCell(*painter, option.rect.adjusted(t.metrics().grid, 0, -t.metrics().grid, -1), option, index);
}

void RowDelegate::paintCell(QPainter &painter, const QRect &cell, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &t = Theme::of(m_view);
    const Metrics &m = t.metrics();
    Q_UNUSED(option)
    const QVariant ink = index.data(InkRole), meaning = index.data(MeaningRole), font = index.data(FontRole);
    const QColor colour = meaning.isValid() ? t.strong(Meaning(meaning.toInt())) : t[ink.isValid() ? Colour(ink.toInt()) : Colour::Text1];
    const TextStyle style = font.isValid() ? TextStyle(font.toInt()) : TextStyle::Body;
    const QString text = index.data(Qt::DisplayRole).toString();
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const bool right = alignment.isValid() && (alignment.toInt() & Qt::AlignRight);
    if (const QVariant tag = index.data(TagRole); tag.isValid() && !text.isEmpty()) {
        Tag::draw(painter, {cell.left(), cell.top() + (cell.height() - m.tag) / 2}, text, Meaning(tag.toInt()));
        return;
    }
    QRect room = cell;
    if (const QVariant dot = index.data(DotRole); dot.isValid()) {
        const int side = t.px(8);
        drawDot(painter, {room.left(), room.top() + (room.height() - side) / 2}, side, t.strong(Meaning(dot.toInt())));
        room.setLeft(room.left() + t.px(14));
    }
    if (const QVariant icon = index.data(IconRole); icon.isValid()) {
        const auto *name = icon.value<const char *>();
        const QColor shade = meaning.isValid() ? colour : t[Colour::Text2];
        drawIcon(painter, name, QRect(room.left(), room.center().y() - m.iconInline / 2 + 1, m.iconInline, m.iconInline), shade);
        room.setLeft(room.left() + m.iconInline + t.px(6));
    }
    if (const QVariant bar = index.data(BarRole); bar.isValid()) {
        const QRect track(room.left(), room.center().y() - 3, t.px(44), t.px(7));
        painter.fillRect(track, t[Colour::Surface3]);
        QRect done = track;
        done.setWidth(qRound(track.width() * qBound(0.0, bar.toDouble(), 1.0)));
        painter.fillRect(done, meaning.isValid() ? colour : t[Colour::Text3]);
        room.setLeft(track.right() + m.grid);
    }
    const QString second = index.data(SecondRole).toString();
    if (m_density == Density::TwoLines && !second.isEmpty()) {
        const int line = t.type().line(TextStyle::Body), small = t.type().line(TextStyle::Small);
        const int top = room.top() + (room.height() - line - small) / 2;
        m_glyphs.draw(painter, t, style, QRect(room.left(), top, room.width(), line), text, colour);
        m_glyphs.draw(painter, t, TextStyle::Small, QRect(room.left(), top + line, room.width(), small), second, t[Colour::Text2]);
        return;
    }
    m_glyphs.draw(painter, t, style, room, text, colour, right ? Qt::AlignRight : Qt::AlignLeft);
    if (second.isEmpty() || right) return;
    const int x = room.left() + QFontMetrics(t.font(style)).horizontalAdvance(text) + m.grid;
    m_glyphs.draw(painter, t, TextStyle::Small, QRect(x, room.top(), qMax(0, room.right() - x), room.height()), second, t[Colour::Text3]);
}

bool RowDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::StyleChange) {
        m_glyphs.clear();
        setUp();
    }
    if (watched == m_view->viewport() && (event->type() == QEvent::MouseMove || event->type() == QEvent::Leave || event->type() == QEvent::Wheel)) {
        int row = -1;
        if (event->type() == QEvent::MouseMove) row = m_view->indexAt(static_cast<QMouseEvent *>(event)->position().toPoint()).row();
        if (row != m_hovered) {
            m_hovered = row;
            m_view->viewport()->update();
        }
    }
    // The view and its viewport are not editors, which is what the base class would take them for.
    if (watched == m_view || watched == m_view->viewport()) return false;
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace vox::kit
