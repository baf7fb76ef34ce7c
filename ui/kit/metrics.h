#pragma once
#include <QJsonObject>

namespace vox::kit {

// Sizes of the look in logical pixels, already multiplied by the text scale. A value.
struct Metrics {
    // controls
    int small = 24, normal = 28, row = 28, listRow = 34, menuRow = 28, paletteRow = 32, chip = 24, tag = 18;
    int checkbox = 16, switchWidth = 28, switchHeight = 16, slimTrack = 4, scrollbar = 6, minimumTarget = 24;
    // layout
    int menuBar = 32, railCollapsed = 48, railExpanded = 184, header = 44, toolRow = 44, sectionHeader = 36, statusBar = 24;
    int panelPadding = 16, inspector = 304, previewPanel = 400, benchPanel = 360, scorePanel = 352, versionList = 288;
    int dock = 156, problemsStrip = 28, rightPanelMinimum = 280, overlayPanelBelow = 1280;
    // icons
    int iconBadge = 12, iconInline = 14, icon = 16, iconToast = 18, iconRail = 20;
    // sound
    int laneDock = 44, laneBench = 108, laneConversation = 76, lanePreview = 41, laneRow = 17, laneGap = 2, ruler = 20;
    int segmentBar = 3, traceRow = 20, traceBar = 10, waterfallRow = 18, waterfallBar = 10, stackedBar = 12;
    // graph
    int graphGrid = 16, nodeWidth = 208, nodeHeight = 56, nodeHeader = 28, columnPitch = 256, rowPitch = 96, port = 9, portHit = 20;
    // spacing and corners
    int half = 4, grid = 8;
    int radiusTag = 3, radiusControl = 4, radiusNode = 6, radiusPanel = 6, radiusPopup = 8;

    static Metrics read(const QJsonObject &tokens, qreal scale);
};

} // namespace vox::kit
