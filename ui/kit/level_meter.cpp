#include "ui/kit/level_meter.h"
#include "ui/kit/paint.h"
#include <QLocale>

using namespace Qt::StringLiterals;

namespace vox::kit {

namespace {

constexpr int segments = 30;
constexpr double lowest = -60;

int lit(double decibels)
{
    return qBound(0, qRound((decibels - lowest) / -lowest * segments), segments);
}

} // namespace

LevelMeter::LevelMeter(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LevelMeter::setLevel(double rms, double peak)
{
    const bool same = lit(rms) == lit(m_rms) && lit(peak) == lit(m_peak) && qRound(rms) == qRound(m_rms);
    m_rms = rms;
    m_peak = peak;
    if (!same) update();
}

QString LevelMeter::readValue() const
{
    return tr("%1 dB").arg(m_rms < -90 ? u"-\u221e"_s : QLocale().toString(qRound(m_rms)));
}

QSize LevelMeter::sizeHint() const
{
    const Theme &t = Theme::of(this);
    return {t.px(184), t.px(16)};
}

QSize LevelMeter::minimumSizeHint() const
{
    const Theme &t = Theme::of(this);
    return {t.px(120), t.px(16)};
}

void LevelMeter::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    QPainter painter(this);
    const int words = t.px(56);
    const int room = width() - words;
    const int pitch = qMax(3, room / segments), high = t.px(10), y = (height() - high) / 2;
    const int on = lit(m_rms), mark = lit(m_peak) - 1;
    for (int i = 0; i < segments; ++i) {
        const double at = lowest + (i + 1) * -lowest / segments;
        const Meaning meaning = at > -1 ? Meaning::Error : at > -6 ? Meaning::Warning : Meaning::Success;
        const bool bright = i < on || i == mark;
        painter.fillRect(QRect(i * pitch, y, pitch - 1, high), bright ? t.strong(meaning) : t[Colour::Surface3]);
    }
    painter.setFont(t.font(TextStyle::MonoSmall));
    drawLine(painter, QRect(width() - words, 0, words, height()), readValue(), t[Colour::Text2], Qt::AlignRight);
}

} // namespace vox::kit
