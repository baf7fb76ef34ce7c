#include "ui/kit/metrics.h"
#include <QJsonArray>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace vox::kit {

namespace {

struct Row {
    int Metrics::*member;
    const char *group;
    const char *key;
};
constexpr Row rows[] = {
    {&Metrics::small, "control", "small"},
    {&Metrics::normal, "control", "normal"},
    {&Metrics::row, "control", "row"},
    {&Metrics::listRow, "control", "listRow"},
    {&Metrics::menuRow, "control", "menuRow"},
    {&Metrics::paletteRow, "control", "paletteRow"},
    {&Metrics::chip, "control", "chip"},
    {&Metrics::tag, "control", "tag"},
    {&Metrics::checkbox, "control", "checkbox"},
    {&Metrics::slimTrack, "control", "slimTrack"},
    {&Metrics::scrollbar, "control", "scrollbar"},
    {&Metrics::minimumTarget, "control", "minimumTarget"},
    {&Metrics::menuBar, "layout", "menuBar"},
    {&Metrics::railCollapsed, "layout", "railCollapsed"},
    {&Metrics::railExpanded, "layout", "railExpanded"},
    {&Metrics::header, "layout", "header"},
    {&Metrics::toolRow, "layout", "toolRow"},
    {&Metrics::sectionHeader, "layout", "sectionHeader"},
    {&Metrics::statusBar, "layout", "statusBar"},
    {&Metrics::panelPadding, "layout", "panelPadding"},
    {&Metrics::inspector, "layout", "inspector"},
    {&Metrics::previewPanel, "layout", "previewPanel"},
    {&Metrics::benchPanel, "layout", "benchPanel"},
    {&Metrics::scorePanel, "layout", "scorePanel"},
    {&Metrics::versionList, "layout", "versionList"},
    {&Metrics::dock, "layout", "dock"},
    {&Metrics::problemsStrip, "layout", "problemsStrip"},
    {&Metrics::rightPanelMinimum, "layout", "rightPanelMinimum"},
    {&Metrics::overlayPanelBelow, "layout", "overlayPanelBelow"},
    {&Metrics::laneGap, "sound", "laneGap"},
    {&Metrics::ruler, "sound", "ruler"},
    {&Metrics::segmentBar, "sound", "segmentBar"},
    {&Metrics::traceRow, "sound", "traceRow"},
    {&Metrics::traceBar, "sound", "traceBar"},
    {&Metrics::waterfallRow, "sound", "waterfallRow"},
    {&Metrics::waterfallBar, "sound", "waterfallBar"},
    {&Metrics::stackedBar, "sound", "stackedBar"},
    {&Metrics::graphGrid, "graph", "grid"},
    {&Metrics::nodeWidth, "graph", "nodeWidth"},
    {&Metrics::nodeHeight, "graph", "nodeHeight"},
    {&Metrics::nodeHeader, "graph", "nodeHeader"},
    {&Metrics::columnPitch, "graph", "columnPitch"},
    {&Metrics::rowPitch, "graph", "rowPitch"},
    {&Metrics::port, "graph", "port"},
    {&Metrics::portHit, "graph", "portHit"},
    {&Metrics::half, "space", "half"},
    {&Metrics::grid, "space", "grid"},
    {&Metrics::radiusTag, "radius", "tag"},
    {&Metrics::radiusControl, "radius", "control"},
    {&Metrics::radiusNode, "radius", "node"},
    {&Metrics::radiusPanel, "radius", "panelCorner"},
    {&Metrics::radiusPopup, "radius", "popup"},
};

constexpr struct {
    int Metrics::*member;
    const char *key;
} iconRows[] = {{&Metrics::iconBadge, "badge"}, {&Metrics::iconInline, "inline"}, {&Metrics::icon, "normal"},
                {&Metrics::iconToast, "toast"}, {&Metrics::iconRail, "rail"}};
constexpr struct {
    int Metrics::*member;
    const char *key;
} laneRows[] = {{&Metrics::laneDock, "dock"}, {&Metrics::laneBench, "bench"}, {&Metrics::laneConversation, "conversation"},
                {&Metrics::lanePreview, "preview"}, {&Metrics::laneRow, "row"}};

} // namespace

Metrics Metrics::read(const QJsonObject &tokens, qreal scale)
{
    Metrics out;
    const auto set = [&](int &target, const QJsonValue &value) {
        Q_ASSERT(value.isDouble());
        target = qMax(1, qRound(value.toDouble() * scale));
    };
    for (const Row &row : rows)
        set(out.*row.member, tokens[QLatin1String(row.group)].toObject()[QLatin1String(row.key)]);
    const QJsonObject icons = tokens["icon"_L1].toObject()["sizes"_L1].toObject();
    for (const auto &row : iconRows) set(out.*row.member, icons[QLatin1String(row.key)]);
    const QJsonObject lanes = tokens["sound"_L1].toObject()["lane"_L1].toObject();
    for (const auto &row : laneRows) set(out.*row.member, lanes[QLatin1String(row.key)]);
    const QJsonArray slider = tokens["control"_L1].toObject()["switch"_L1].toArray();
    set(out.switchWidth, slider.at(0));
    set(out.switchHeight, slider.at(1));
    return out;
}

} // namespace vox::kit
