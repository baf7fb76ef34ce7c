#include "ui/screens/call/transcript_view.h"
#include "models/conversation/event_names.h"
#include "app/wording/wording.h"
#include "ui/kit/paint.h"
#include "ui/kit/stacked_bar.h"
#include "ui/kit/tag.h"
#include "ui/kit/time_axis.h"
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

namespace vox {

using kit::Colour;
using kit::Meaning;
using kit::TextStyle;
using kit::Theme;

namespace {

bool sameLine(const TranscriptBlock::Line &a, const TranscriptBlock::Line &b)
{
    const auto sameRange = [](const kit::TextRange &x, const kit::TextRange &y) {
        return x.start == y.start && x.length == y.length && x.look == y.look;
    };
    return a.who == b.who && a.text == b.text && a.faint == b.faint
        && std::equal(a.ranges.begin(), a.ranges.end(), b.ranges.begin(), b.ranges.end(), sameRange);
}

// Same words in the same places: what a layout depends on.
bool sameShape(const TranscriptBlock &a, const TranscriptBlock &b)
{
    const auto sameMark = [](const TranscriptBlock::Mark &x, const TranscriptBlock::Mark &y) { return x.text == y.text && x.meaning == y.meaning; };
    return a.latency.has_value() == b.latency.has_value() && (!a.latency || a.latency->ms == b.latency->ms)
        && std::equal(a.lines.begin(), a.lines.end(), b.lines.begin(), b.lines.end(), sameLine)
        && std::equal(a.marks.begin(), a.marks.end(), b.marks.begin(), b.marks.end(), sameMark);
}

QString nameOf(Who who)
{
    for (const auto &row : EnumNames<Who>::all)
        if (row.value == who) return wording::translated("Conversation", row.label);
    return {};
}

Meaning meaningOf(Who who)
{
    return who == Who::Caller ? Meaning::Caller : who == Who::Agent ? Meaning::Agent : Meaning::Human;
}

} // namespace

TranscriptView::TranscriptView(Delays delays, QWidget *parent) : QAbstractScrollArea(parent), m_delays(delays)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(60);
    verticalScrollBar()->setSingleStep(24);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { viewport()->update(); });
}

QSize TranscriptView::sizeHint() const { return {Theme::of(this).px(480), Theme::of(this).px(200)}; }

QString TranscriptView::readValue() const
{
    QStringList out;
    if (m_current >= 0 && m_current < m_blocks.size())
        for (const TranscriptBlock::Line &line : m_blocks[m_current].lines) out.append(nameOf(line.who) + QLatin1String(": ") + line.text);
    return out.join(u'\n');
}

TranscriptView::Columns TranscriptView::columns() const
{
    const Theme &t = Theme::of(this);
    const int pad = t.metrics().panelPadding, wide = viewport()->width();
    Columns c{};
    c.time = pad;
    c.who = pad + t.px(m_compact ? 40 : 56);
    const int names = std::max(kit::textWidth(t.font(TextStyle::BodyStrong), nameOf(Who::Caller)),
                               kit::textWidth(t.font(TextStyle::BodyStrong), nameOf(Who::Agent)));
    c.text = c.who + std::max(t.px(m_compact ? 48 : 56), names + t.px(12));
    const bool delays = m_delays == Delays::Shown && wide >= t.px(560);
    c.delayWidth = delays ? std::clamp(wide * 42 / 100, t.px(220), t.px(490)) : 0;
    c.delay = wide - pad - c.delayWidth;
    c.textWidth = std::clamp((delays ? c.delay - t.px(24) : wide - pad) - c.text, t.px(80), t.px(880));
    return c;
}

void TranscriptView::forget()
{
    m_laid.clear();
    m_laid.resize(std::size_t(m_blocks.size()));
    arrange();
}

void TranscriptView::setBlocks(QList<TranscriptBlock> blocks)
{
    const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4;
    std::vector<Laid> laid(std::size_t(blocks.size()));
    for (qsizetype i = 0; i < blocks.size() && i < m_blocks.size(); ++i)
        if (std::size_t(i) < m_laid.size() && sameShape(blocks[i], m_blocks[i])) laid[std::size_t(i)] = std::move(m_laid[std::size_t(i)]);
    m_blocks = std::move(blocks);
    m_laid = std::move(laid);
    if (m_current >= m_blocks.size()) m_current = -1;
    arrange();
    if (m_following && atEnd) verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void TranscriptView::setScale(int goalMs, int scaleMs)
{
    m_goal = goalMs;
    m_scale = std::max(1, scaleMs);
    viewport()->update();
}

int TranscriptView::waterfallHeight(const TranscriptBlock &block) const
{
    if (!block.latency) return 0;
    const auto rows = std::count_if(block.latency->ms.begin(), block.latency->ms.end(), [](int ms) { return ms > 0; });
    return int(rows) * Theme::of(this).metrics().waterfallRow;
}

void TranscriptView::layOut(int index)
{
    const Theme &t = Theme::of(this);
    const Columns c = columns();
    const TranscriptBlock &block = m_blocks[index];
    Laid &laid = m_laid[std::size_t(index)];
    int y = m_spacing / 2;
    for (const TranscriptBlock::Line &line : block.lines) {
        LaidLine out{std::make_unique<QTextLayout>(line.text, t.font(TextStyle::Body)), y, 0};
        out.layout->setFormats(kit::TextBlock::formats(line.ranges, t));
        out.height = kit::TextBlock::layOut(*out.layout, t, TextStyle::Body, c.textWidth);
        y += out.height + (m_compact ? 0 : t.px(2));
        laid.lines.push_back(std::move(out));
    }
    laid.marksTop = y + t.px(2);
    if (!block.marks.isEmpty()) y = laid.marksTop + t.metrics().tag + t.px(4);
    laid.height = std::max(y + m_spacing / 2, t.metrics().small);
}

// Places every block; lays out those that are new, which is cheap for the few that change while a call runs.
void TranscriptView::arrange()
{
    int y = 0;
    for (int i = 0; i < m_blocks.size(); ++i) {
        Laid &laid = m_laid[std::size_t(i)];
        if (laid.lines.empty() && !m_blocks[i].lines.isEmpty()) layOut(i);
        laid.top = y;
        const bool open = m_delays == Delays::Shown && i == m_current && columns().delayWidth > 0;
        y += std::max(laid.height, open ? waterfallHeight(m_blocks[i]) + m_spacing : 0);
    }
    m_height = y;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, m_height + Theme::of(this).metrics().grid - viewport()->height()));
    viewport()->update();
}

int TranscriptView::blockAt(int y) const
{
    const int at = y + verticalScrollBar()->value();
    const auto after = std::upper_bound(m_laid.begin(), m_laid.end(), at, [](int value, const Laid &laid) { return value < laid.top; });
    if (after == m_laid.begin() || at >= m_height) return -1;
    return int(after - m_laid.begin()) - 1;
}

void TranscriptView::reveal(int block)
{
    if (block < 0 || block >= m_blocks.size()) return;
    const Laid &laid = m_laid[std::size_t(block)];
    const int end = std::size_t(block) + 1 < m_laid.size() ? m_laid[std::size_t(block) + 1].top : m_height;
    QScrollBar *bar = verticalScrollBar();
    if (laid.top < bar->value()) bar->setValue(laid.top);
    else if (end > bar->value() + viewport()->height()) bar->setValue(end - viewport()->height());
}

void TranscriptView::setCurrent(int block)
{
    block = std::clamp(block, -1, int(m_blocks.size()) - 1);
    if (block == m_current) return;
    m_current = block;
    arrange();
    reveal(block);
    emit currentChanged(block);
}

void TranscriptView::setSounding(int block)
{
    if (block == m_sounding) return;
    m_sounding = block;
    reveal(block);
    viewport()->update();
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    const Theme &t = Theme::of(this);
    QPainter painter(viewport());
    painter.fillRect(event->rect(), t[Colour::Surface1]);
    const Columns c = columns();
    const int first = std::max(0, blockAt(event->rect().top()));
    painter.translate(0, -verticalScrollBar()->value());
    const int bottom = event->rect().bottom() + verticalScrollBar()->value();
    for (int i = first; i < m_blocks.size() && m_laid[std::size_t(i)].top <= bottom; ++i) paintBlock(painter, i, c);
}

void TranscriptView::paintBlock(QPainter &painter, int index, const Columns &c)
{
    const Theme &t = Theme::of(this);
    const TranscriptBlock &block = m_blocks[index];
    const Laid &laid = m_laid[std::size_t(index)];
    const int end = std::size_t(index) + 1 < m_laid.size() ? m_laid[std::size_t(index) + 1].top : m_height;
    const QRect all(0, laid.top, viewport()->width(), end - laid.top);
    const bool chosen = index == m_current && (m_delays == Delays::Shown || hasFocus());
    if (chosen || index == m_sounding) {
        painter.fillRect(all, t[Colour::Surface2]);
        painter.fillRect(QRect(all.left(), all.top(), 2, all.height()), t[hasFocus() || index == m_sounding ? Colour::Accent : Colour::Line3]);
    }
    const int line = t.type().line(TextStyle::Body);
    painter.setFont(t.font(TextStyle::MonoSmall));
    kit::drawLine(painter, QRect(c.time, laid.top + m_spacing / 2, c.who - c.time, line), kit::TimeAxis::text(block.atUs), t[Colour::Text3]);
    for (std::size_t i = 0; i < laid.lines.size(); ++i) {
        const TranscriptBlock::Line &said = block.lines[qsizetype(i)];
        const LaidLine &place = laid.lines[i];
        if (i == 0 || block.lines[qsizetype(i) - 1].who != said.who) {
            painter.setFont(t.font(TextStyle::BodyStrong));
            kit::drawLine(painter, QRect(c.who, laid.top + place.top, c.text - c.who, line), nameOf(said.who), t.strong(meaningOf(said.who)));
        }
        painter.setPen(t[said.faint ? Colour::Text3 : Colour::Text1]);
        place.layout->draw(&painter, QPointF(c.text, laid.top + place.top));
    }
    int x = c.text;
    for (const TranscriptBlock::Mark &mark : block.marks) {
        const QRect box = kit::Tag::draw(painter, {x, laid.top + laid.marksTop}, mark.text, mark.meaning, mark.icon);
        x = box.right() + t.px(6);
    }
    if (c.delayWidth > 0) paintDelay(painter, index, QRect(c.delay, laid.top, c.delayWidth, all.height()));
    if (!m_compact) kit::hairlineAcross(painter, 0, all.right(), all.bottom(), t[Colour::Line1]);
}

void TranscriptView::paintDelay(QPainter &painter, int index, const QRect &room)
{
    const Theme &t = Theme::of(this);
    const kit::Metrics &m = t.metrics();
    const TranscriptBlock &block = m_blocks[index];
    const int line = t.type().line(TextStyle::Body);
    const bool open = index == m_current;
    const int top = open ? room.top() + m_spacing / 2 : room.top();
    const int rowHeight = open ? line : room.height();
    if (!block.note.isEmpty()) {
        painter.setFont(t.font(TextStyle::Small));
        kit::drawLine(painter, QRect(room.left(), top, room.width(), rowHeight), block.note, t[Colour::Text3]);
        return;
    }
    if (!block.latency) return;
    const kit::LatencyParts &parts = *block.latency;
    const int figures = t.px(84);
    const Meaning meaning = kit::latencyMeaning(parts.total(), m_goal);
    painter.setFont(t.font(TextStyle::Mono));
    const QString total = tr("%1 ms").arg(QLocale().toString(parts.total()));
    kit::drawLine(painter, QRect(room.right() - figures, top, figures + 1, rowHeight), total,
                  meaning == Meaning::Neutral ? t[Colour::Text1] : t.strong(meaning), Qt::AlignRight);
    const QRect bars(room.left(), top, room.width() - figures - m.grid, rowHeight);
    if (!open) return kit::StackedBar::draw(painter, bars, parts, m_scale, m_goal);
    int names = 0;
    for (int i = 0; i < kit::latencyPartCount; ++i)
        names = std::max(names, kit::textWidth(t.font(TextStyle::Small), kit::latencyPartName(kit::LatencyPart(i))));
    const int left = bars.left() + names + m.grid, room2 = std::max(1, bars.right() - left - t.px(40));
    const double perMs = double(room2) / std::max({1, parts.total(), m_goal});
    double at = left;
    int y = top;
    for (int i = 0; i < kit::latencyPartCount; ++i) {
        const int ms = parts.ms[std::size_t(i)];
        if (ms <= 0) continue;
        painter.setFont(t.font(TextStyle::Small));
        kit::drawLine(painter, QRect(bars.left(), y, names, m.waterfallRow), kit::latencyPartName(kit::LatencyPart(i)), t[Colour::Text2]);
        const QRectF bar(at, y + (m.waterfallRow - m.waterfallBar) / 2.0, std::max(2.0, ms * perMs), m.waterfallBar);
        kit::drawLatencyPart(painter, t, bar, kit::LatencyPart(i));
        painter.setFont(t.font(TextStyle::MonoSmall));
        kit::drawLine(painter, QRect(int(bar.right()) + 5, y, t.px(44), m.waterfallRow), QLocale().toString(ms), t[Colour::Text1]);
        at += ms * perMs;
        y += m.waterfallRow;
    }
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const bool atEnd = m_following && verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4;
    if (event->size().width() != event->oldSize().width()) forget();
    else arrange();
    if (atEnd) verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const int index = blockAt(at.y());
    if (event->button() != Qt::LeftButton || index < 0) return;
    const int left = columns().text, y = at.y() + verticalScrollBar()->value() - m_laid[std::size_t(index)].top;
    const auto &lines = m_laid[std::size_t(index)].lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const LaidLine &line = lines[i];
        if (at.x() < left || y < line.top || y >= line.top + line.height) continue;
        const int row = (y - line.top) / std::max(1, Theme::of(this).type().line(TextStyle::Body));
        if (row >= line.layout->lineCount()) continue;
        emit textPressed(index, int(i), line.layout->lineAt(row).xToCursor(at.x() - left, QTextLine::CursorOnCharacter));
    }
    setCurrent(index);
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_blocks.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up: return setCurrent(std::max(0, m_current < 0 ? last : m_current - 1));
    case Qt::Key_Down: return setCurrent(std::min(last, m_current + 1));
    case Qt::Key_Home: return setCurrent(0);
    case Qt::Key_End: return setCurrent(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0) emit activated(m_current);
        return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void TranscriptView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange) forget();
    QAbstractScrollArea::changeEvent(event);
}

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void TranscriptView::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace vox
