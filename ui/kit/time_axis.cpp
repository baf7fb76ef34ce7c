#include "ui/kit/time_axis.h"
#include "ui/kit/theme.h"

using namespace Qt::StringLiterals;

namespace vox::kit {

namespace {
constexpr qint64 nearest = 50'000;
}

TimeAxis::TimeAxis(QObject *parent)
    : QObject(parent)
{
}

void TimeAxis::setDuration(qint64 us)
{
    if (us == m_duration) return;
    m_duration = qMax<qint64>(0, us);
    if (m_live && m_following) follow();
}

void TimeAxis::show(qint64 fromUs, qint64 toUs)
{
    m_from = fromUs;
    m_to = toUs;
    clamp();
    emit changed();
}

void TimeAxis::showAll()
{
    show(0, qMax(m_duration, nearest));
}

void TimeAxis::clamp()
{
    const qint64 most = m_live ? qMax(m_duration, m_window) : qMax(m_duration, nearest);
    const qint64 span = qBound(nearest, m_to - m_from, most);
    // Live, the future beside "now" is empty lane, so the view may reach beyond the end.
    const qint64 last = m_live ? qMax<qint64>(0, m_duration + span / 10 - span) : qMax<qint64>(0, m_duration - span);
    m_from = qBound<qint64>(0, m_from, last);
    m_to = m_from + span;
}

void TimeAxis::zoom(double factor, qint64 atUs)
{
    if (factor <= 0) return;
    const double left = double(atUs - m_from) / factor, right = double(m_to - atUs) / factor;
    show(atUs - qint64(left), atUs + qint64(right));
}

void TimeAxis::scroll(qint64 byUs)
{
    if (byUs < 0) setFollowing(false);
    show(m_from + byUs, m_to + byUs);
}

void TimeAxis::reveal(qint64 us)
{
    if (us >= m_from && us < m_to) return;
    const qint64 span = m_to - m_from;
    show(us - span / 4, us - span / 4 + span);
}

void TimeAxis::setLive(bool live, qint64 windowUs)
{
    m_live = live;
    m_window = qMax(windowUs, nearest);
    if (live) {
        m_from = 0;
        m_to = m_window;
    }
    setFollowing(live);
    follow();
}

void TimeAxis::setFollowing(bool following)
{
    if (following == m_following) return;
    m_following = following;
    if (following) follow();
    emit followingChanged(following);
}

void TimeAxis::follow()
{
    if (!m_live) return;
    const qint64 span = m_to - m_from;
    const qint64 from = qMax<qint64>(0, m_duration - span * 92 / 100);
    if (from == m_from) return;
    m_from = from;
    m_to = from + span;
    emit changed();
}

void TimeAxis::setPlayhead(std::optional<qint64> us)
{
    if (us == m_playhead) return;
    m_playhead = us;
    emit playheadMoved();
}

void TimeAxis::setGutter(int pixels)
{
    m_gutter = pixels;
    emit changed();
}

double TimeAxis::usPerPixel(int trackWidth) const
{
    const int room = qMax(1, trackWidth - Theme::of().px(m_gutter));
    return double(m_to - m_from) / room;
}

double TimeAxis::xOf(qint64 us, int trackWidth) const
{
    return Theme::of().px(m_gutter) + double(us - m_from) / usPerPixel(trackWidth);
}

qint64 TimeAxis::timeAt(double x, int trackWidth) const
{
    return m_from + qint64((x - Theme::of().px(m_gutter)) * usPerPixel(trackWidth));
}

QString TimeAxis::text(qint64 us, int decimals)
{
    const qint64 unit = decimals == 2 ? 10'000 : decimals == 1 ? 100'000 : 1'000'000;
    const qint64 parts = qMax<qint64>(0, us) / unit, perSecond = 1'000'000 / unit;
    const qint64 seconds = parts / perSecond;
    QString out = seconds >= 3600 ? u"%1:%2:%3"_s.arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QChar(u'0')).arg(seconds % 60, 2, 10, QChar(u'0'))
                                  : u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
    if (decimals > 0) out += u'.' + QString::number(parts % perSecond).rightJustified(decimals, u'0');
    return out;
}

} // namespace vox::kit
