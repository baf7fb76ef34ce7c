#include "ui/kit/words_track.h"
#include "ui/kit/paint.h"
#include "ui/kit/time_axis.h"

namespace vox::kit {

WordsTrack::WordsTrack(TimeAxis &axis, QWidget *parent)
    : AxisTrack(axis, parent)
{
    connect(&axis, &TimeAxis::playheadMoved, this, qOverload<>(&QWidget::update));
}

void WordsTrack::setWords(const QList<TimedWord> &words)
{
    m_words = words;
    m_widths.clear();
    const QFontMetrics metrics(Theme::of(this).font(TextStyle::Body));
    for (const TimedWord &word : words) m_widths.append(metrics.horizontalAdvance(word.text));
    update();
}

QSize WordsTrack::sizeHint() const
{
    const Theme &t = Theme::of(this);
    return {t.px(480), 2 * t.px(20) + t.metrics().grid};
}

QString WordsTrack::readValue() const
{
    const qint64 at = axis().playhead().value_or(axis().from());
    for (const TimedWord &word : m_words)
        if (at >= word.time.from && at < word.time.to) return word.text;
    return AxisTrack::readValue();
}

void WordsTrack::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    QPainter painter(this);
    painter.setFont(t.font(TextStyle::Small));
    drawName(painter, rect(), tr("Words"), t[Colour::Text2]);
    painter.setClipRect(left(), 0, width() - left(), height());
    painter.setFont(t.font(TextStyle::Body));
    for (qsizetype first = 0; first < m_words.size();) {
        qsizetype end = first + 1;
        while (end < m_words.size() && m_words[end].turn == m_words[first].turn && m_words[end].side == m_words[first].side) ++end;
        // A phrase may reach to the next turn of its own side.
        double room = width();
        for (qsizetype next = end; next < m_words.size(); ++next)
            if (m_words[next].side == m_words[first].side) {
                room = x(m_words[next].time.from) - 8;
                break;
            }
        if (m_words[end - 1].time.to >= axis().from() - 10'000'000 && m_words[first].time.from < axis().to()) drawTurn(painter, first, end, room);
        first = end;
    }
    drawPlayhead(painter);
}

void WordsTrack::drawTurn(QPainter &painter, qsizetype first, qsizetype end, double room)
{
    const Theme &t = Theme::of(this);
    const LaneSide side = m_words[first].side;
    const QColor ink = t.strong(side == LaneSide::Caller ? Meaning::Caller : Meaning::Agent);
    const int y = t.metrics().half + (side == LaneSide::Caller ? 0 : t.px(20)), high = t.px(20);
    bool apart = true;
    for (qsizetype i = first; apart && i < end; ++i) {
        const double limit = i + 1 < end ? x(m_words[i + 1].time.from) : room;
        apart = x(m_words[i].time.from) + m_widths[i] + 4 <= limit;
    }
    const int space = painter.fontMetrics().horizontalAdvance(QLatin1Char(' '));
    if (!apart) {
        double wide = 0;
        for (qsizetype i = first; i < end; ++i) wide += m_widths[i] + space;
        if (x(m_words[first].time.from) + wide > room) return;
    }
    const qint64 now = axis().playhead().value_or(-1);
    double flow = x(m_words[first].time.from);
    for (qsizetype i = first; i < end; ++i) {
        const TimedWord &word = m_words[i];
        const double at = apart ? x(word.time.from) : flow;
        const QRect box(qRound(at), y, m_widths[i] + 1, high);
        flow += m_widths[i] + space;
        const bool spoken = now >= word.time.from && now < word.time.to;
        if (spoken) drawBox(painter, box.adjusted(-4, 1, 4, -1), t.metrics().radiusTag, t[Colour::Accent]);
        QFont font = t.font(TextStyle::Body);
        font.setStrikeOut(!word.heard);
        painter.setFont(font);
        drawLine(painter, box, word.text, spoken ? t[Colour::OnAccent] : !word.heard || !word.settled ? t[Colour::Text3] : ink);
    }
}

} // namespace vox::kit
