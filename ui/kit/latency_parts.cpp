#include "ui/kit/latency_parts.h"
#include "ui/kit/paint.h"
#include <QCoreApplication>

namespace vox::kit {

int LatencyParts::total() const
{
    int sum = 0;
    for (const int part : ms) sum += qMax(0, part);
    return sum;
}

QString latencyPartName(LatencyPart part)
{
    static constexpr const char *names[] = {
        QT_TRANSLATE_NOOP("LatencyPart", "Endpointing"), QT_TRANSLATE_NOOP("LatencyPart", "Recognition"),
        QT_TRANSLATE_NOOP("LatencyPart", "Decision"), QT_TRANSLATE_NOOP("LatencyPart", "Tool"),
        QT_TRANSLATE_NOOP("LatencyPart", "Model"), QT_TRANSLATE_NOOP("LatencyPart", "Speech"),
        QT_TRANSLATE_NOOP("LatencyPart", "Device")};
    return QCoreApplication::translate("LatencyPart", names[int(part)]);
}

QColor latencyPartColour(const Theme &t, LatencyPart part)
{
    switch (part) {
    case LatencyPart::Endpointing: return t[Colour::Line3];
    case LatencyPart::Recognition: return t.strong(Meaning::Caller);
    case LatencyPart::Decision: return t[Colour::Text2];
    case LatencyPart::Tool: return t.strong(Meaning::Tool);
    case LatencyPart::Model: return t.strong(Meaning::Model);
    case LatencyPart::Speech: return t.strong(Meaning::Agent);
    case LatencyPart::Device: return t[Colour::Text3];
    }
    Q_UNREACHABLE();
}

void drawLatencyPart(QPainter &painter, const Theme &theme, const QRectF &box, LatencyPart part)
{
    if (part == LatencyPart::Device) drawBox(painter, box, 0, {}, theme[Colour::Text3]);
    else painter.fillRect(box, latencyPartColour(theme, part));
}

Meaning latencyMeaning(int totalMs, int goalMs)
{
    if (goalMs <= 0 || totalMs <= goalMs) return Meaning::Neutral;
    return totalMs >= 2 * goalMs ? Meaning::Error : Meaning::Warning;
}

} // namespace vox::kit
