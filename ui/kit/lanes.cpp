#include "ui/kit/lanes.h"
#include "ui/kit/paint.h"
#include "ui/kit/time_axis.h"
#include <QKeyEvent>
#include <QLocale>
#include <QPaintEvent>
#include <QVarLengthArray>
#include <cmath>
#include <cstring>

namespace vox::kit {

Lanes::Lanes(TimeAxis &axis, QWidget *parent)
    : AxisTrack(axis, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void Lanes::setSource(const PeakSource *source)
{
    m_source = source;
    if (source) axis().setDuration(source->durationUs());
    forget();
}

void Lanes::soundArrived(qint64 fromUs)
{
    if (!m_source) return;
    const double scale = m_imageScale;
    const auto first = scale > 0 ? qint64(double(fromUs) / scale) - 1 : 0;
    m_dirtyFrom = m_dirtyFrom < 0 ? first : qMin(m_dirtyFrom, first);
    const qint64 before = axis().from();
    axis().setDuration(m_source->durationUs());
    if (axis().from() != before) return; // the axis moved and asked for a repaint of all
    const int from = qMax(left(), int(x(fromUs)) - 2);
    if (from < width()) update(from, 0, width() - from, height());
}

void Lanes::setSpeech(LaneSide side, const QList<TimeSpan> &spans)
{
    m_speech[size_t(side)] = spans;
    update();
}

void Lanes::setOverlaps(const QList<TimeSpan> &spans)
{
    m_overlaps = spans;
    update();
}

void Lanes::setBargeIns(const QList<BargeInMark> &marks)
{
    m_bargeIns = marks;
    update();
}

void Lanes::setDelays(const QList<DelayMark> &marks)
{
    m_delays = marks;
    update();
}

void Lanes::setLaneHeight(int pixels)
{
    m_laneHeight = pixels;
    forget();
    updateGeometry();
}

QSize Lanes::sizeHint() const
{
    const Theme &t = Theme::of(this);
    return {t.px(480), 2 * t.px(m_laneHeight) + t.metrics().laneGap};
}

QSize Lanes::minimumSizeHint() const
{
    return {Theme::of(this).px(160), sizeHint().height()};
}

QRect Lanes::laneRect(LaneSide side) const
{
    const int gap = Theme::of(this).metrics().laneGap, high = (height() - gap) / 2;
    return QRect(left(), side == LaneSide::Caller ? 0 : height() - high, width() - left(), high);
}

void Lanes::forget()
{
    m_imageScale = 0;
    update();
}

// Brings the image to the axis' view, moving what it already has.
void Lanes::refreshImage()
{
    const qreal ratio = devicePixelRatioF();
    const QSize size(qMax(1, int(std::ceil((width() - left()) * ratio))), qMax(1, int(std::ceil(height() * ratio))));
    const double scale = axis().usPerPixel(width()) / ratio;
    const auto first = qint64(std::floor(double(axis().from()) / scale));
    if (m_image.size() != size || scale != m_imageScale) {
        m_image = QImage(size, QImage::Format_RGB32);
        m_image.setDevicePixelRatio(ratio);
        m_imageScale = scale;
        m_imageFirst = first;
        m_dirtyFrom = -1;
        return renderColumns(first, size.width());
    }
    const qint64 shift = first - m_imageFirst, wide = size.width();
    if (shift != 0 && std::abs(shift) < wide) {
        const size_t keep = size_t(wide - std::abs(shift)) * 4;
        for (int y = 0; y < size.height(); ++y) {
            auto *line = reinterpret_cast<QRgb *>(m_image.scanLine(y));
            std::memmove(shift > 0 ? line : line - shift, shift > 0 ? line + shift : line, keep);
        }
    }
    m_imageFirst = first;
    if (std::abs(shift) >= wide) renderColumns(first, wide);
    else if (shift > 0) renderColumns(first + wide - shift, shift);
    else if (shift < 0) renderColumns(first, -shift);
    if (m_dirtyFrom >= 0) {
        const qint64 from = qMax(first, m_dirtyFrom);
        if (from < first + wide) renderColumns(from, first + wide - from);
        m_dirtyFrom = -1;
    }
}

void Lanes::renderColumns(qint64 first, qint64 count)
{
    if (count <= 0) return;
    const Theme &t = Theme::of(this);
    const QColor ground = t[t.isDark() ? Colour::Surface0 : Colour::Surface2], between = t[Colour::Surface1];
    const qreal ratio = m_image.devicePixelRatio();
    const int x0 = int(first - m_imageFirst);
    QVarLengthArray<PeakColumn, 4096> columns(count);
    const qint64 end = m_source ? m_source->durationUs() : 0;
    const auto fill = [&](int column, int from, int to, QRgb colour) {
        for (int y = qMax(0, from); y < qMin(to, m_image.height()); ++y) reinterpret_cast<QRgb *>(m_image.scanLine(y))[column] = colour;
    };
    for (const LaneSide side : {LaneSide::Caller, LaneSide::Agent}) {
        const QRect lane = laneRect(side);
        const int top = qRound(lane.top() * ratio), bottom = qRound((lane.bottom() + 1) * ratio), middle = (top + bottom) / 2;
        const int reach = (bottom - top) / 2 - qRound(t.metrics().segmentBar * ratio) - 2;
        const QColor ink = t.strong(side == LaneSide::Caller ? Meaning::Caller : Meaning::Agent);
        const QRgb solid = ink.rgb(), faint = mixed(ground, ink, 0.38).rgb();
        if (m_source)
            m_source->minMaxRms(qint64(double(first) * m_imageScale), qint64(double(first + count) * m_imageScale), int(count), side, columns.data());
        for (int i = 0; i < int(count); ++i) {
            const int column = x0 + i;
            fill(column, top, bottom, ground.rgb());
            if (double(first + i) * m_imageScale >= double(end)) continue; // the future is empty lane
            const PeakColumn &peak = columns[i];
            fill(column, middle - qRound(peak.high * reach), middle - qRound(peak.low * reach) + 1, faint);
            const int rms = qRound(qMin(peak.rms * 1.3f, qMax(peak.high, -peak.low)) * reach);
            fill(column, middle - rms, middle + rms + qMax(1, int(ratio)), solid);
        }
    }
    const int gapTop = qRound((laneRect(LaneSide::Caller).bottom() + 1) * ratio), gapBottom = qRound(laneRect(LaneSide::Agent).top() * ratio);
    for (int i = 0; i < int(count); ++i) fill(x0 + i, gapTop, gapBottom, between.rgb());
}

void Lanes::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    refreshImage();
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, left(), height()), t[Colour::Surface1]);
    painter.drawImage(QPointF(left(), 0), m_image);
    painter.setFont(t.font(TextStyle::SmallStrong));
    drawName(painter, laneRect(LaneSide::Caller), tr("Caller"), t.strong(Meaning::Caller));
    drawName(painter, laneRect(LaneSide::Agent), tr("Agent"), t.strong(Meaning::Agent));
    painter.setClipRect(left(), 0, width() - left(), height());
    drawMarks(painter);
    drawPlayhead(painter);
    painter.setClipping(false);
    if (axis().isLive() && axis().duration() <= axis().to())
        painter.fillRect(QRectF(x(axis().duration()) - 0.75, 0, 1.5, height()), t[Colour::Accent]);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawBox(painter, rect(), 0, {}, t[Colour::AccentLine], 2);
}

void Lanes::drawMarks(QPainter &painter)
{
    const Theme &t = Theme::of(this);
    const auto visible = [this](const TimeSpan &span) { return span.to >= axis().from() && span.from < axis().to(); };
    const QRect caller = laneRect(LaneSide::Caller), agent = laneRect(LaneSide::Agent);
    for (const DelayMark &mark : m_delays) {
        if (!visible(mark.gap)) continue;
        const QRectF gap(QPointF(x(mark.gap.from), 0), QPointF(x(mark.gap.to), height()));
        QColor shade = t[Colour::Text1];
        shade.setAlphaF(0.06f);
        painter.fillRect(gap, shade);
        const QColor ink = mark.overGoal ? t.strong(Meaning::Warning) : t[Colour::Text2];
        const double y = caller.bottom() - t.px(10);
        painter.fillRect(QRectF(gap.left(), y, gap.width(), 1), ink);
        painter.fillRect(QRectF(gap.left(), y - 3, 1, 7), ink);
        painter.fillRect(QRectF(gap.right() - 1, y - 3, 1, 7), ink);
        painter.setFont(t.font(TextStyle::MonoSmall));
        const QString text = tr("%1 ms").arg(QLocale().toString((mark.gap.to - mark.gap.from + 500) / 1000));
        if (textWidth(painter.font(), text) + 4 > gap.width()) continue;
        painter.setPen(ink);
        painter.drawText(QRectF(gap.left(), y - t.px(18), gap.width(), t.px(16)), Qt::AlignCenter, text);
    }
    for (const LaneSide side : {LaneSide::Caller, LaneSide::Agent})
        for (const TimeSpan &span : m_speech[size_t(side)])
            if (visible(span))
                painter.fillRect(QRectF(x(span.from), laneRect(side).top(), qMax(1.0, x(span.to) - x(span.from)), t.metrics().segmentBar),
                                 t.strong(side == LaneSide::Caller ? Meaning::Caller : Meaning::Agent));
    for (const TimeSpan &span : m_overlaps) {
        if (!visible(span)) continue;
        painter.fillRect(QRectF(x(span.from), 0, x(span.to) - x(span.from), height()), QBrush(t.strong(Meaning::Warning), Qt::BDiagPattern));
    }
    for (const BargeInMark &mark : m_bargeIns) {
        if (!visible({mark.at, mark.at})) continue;
        painter.fillRect(QRectF(x(mark.at) - 0.75, agent.top(), 1.5, agent.height()), t.strong(Meaning::Warning));
        painter.setFont(t.font(TextStyle::Small));
        const int wide = textWidth(painter.font(), mark.text) + 1, at = int(x(mark.at));
        const int from = at + 6 + wide <= width() ? at + 6 : at - 6 - wide; // to the left where the right has no room
        const QRect label(from, agent.top() + t.metrics().segmentBar + 2, wide, t.px(16));
        // On a patch of the lane's ground, as labels of edges in the graph: the waveform does not run through the words.
        drawBox(painter, label.adjusted(-t.metrics().half, 0, t.metrics().half, 0), t.metrics().radiusTag, t[t.isDark() ? Colour::Surface0 : Colour::Surface2]);
        drawLine(painter, label, mark.text, t.strong(Meaning::Warning));
    }
}

QString Lanes::readValue() const
{
    const qint64 at = axis().playhead().value_or(axis().from());
    QString out = TimeAxis::text(at, 1);
    for (const LaneSide side : {LaneSide::Caller, LaneSide::Agent})
        for (const TimeSpan &span : m_speech[size_t(side)])
            if (at >= span.from && at < span.to) out += QLatin1String(", ") + (side == LaneSide::Caller ? tr("Caller") : tr("Agent"));
    return out;
}

// To the start of the previous or next stretch of speech of either side.
void Lanes::jump(int direction)
{
    const qint64 at = axis().playhead().value_or(axis().from());
    qint64 best = -1;
    for (const auto &spans : m_speech)
        for (const TimeSpan &span : spans) {
            if (direction > 0 && span.from > at && (best < 0 || span.from < best)) best = span.from;
            if (direction < 0 && span.from < at - 1000 && span.from > best) best = span.from;
        }
    if (best >= 0) seek(best);
}

void Lanes::keyPressEvent(QKeyEvent *event)
{
    const bool turns = event->modifiers() & Qt::ControlModifier;
    if (turns && event->key() == Qt::Key_Right) jump(1);
    else if (turns && event->key() == Qt::Key_Left) jump(-1);
    else AxisTrack::keyPressEvent(event);
}

void Lanes::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) forget();
    AxisTrack::changeEvent(event);
}

} // namespace vox::kit
