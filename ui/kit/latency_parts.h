#pragma once
#include "ui/kit/colours.h"
#include <QString>
#include <array>

class QPainter;

namespace vox::kit {

class Theme;

// What an answer waited for, in the order it is drawn.
enum class LatencyPart : quint8 { Endpointing, Recognition, Decision, Tool, Model, Speech, Device };
constexpr int latencyPartCount = int(LatencyPart::Device) + 1;

// Milliseconds of each part of one turn; negative is nothing.
struct LatencyParts {
    std::array<int, latencyPartCount> ms{};
    int total() const;
};

QString latencyPartName(LatencyPart part);
QColor latencyPartColour(const Theme &theme, LatencyPart part);
// Fills the part's mark; the device's is an outline.
void drawLatencyPart(QPainter &painter, const Theme &theme, const QRectF &box, LatencyPart part);
// Amber over the goal, red at twice the goal, neutral below or without a goal (0).
Meaning latencyMeaning(int totalMs, int goalMs);

} // namespace vox::kit
