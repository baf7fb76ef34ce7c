#pragma once
#include "ui/kit/node_look.h"
#include "ui/kit/theme.h"
#include "ui/viewmodels/flow_diff.h"

namespace vox {

// The theme's values that a canvas paints with, taken out once per theme change so that painting a node asks nothing.
// Fonts are in scene units: the text scale is part of the canvas's zoom. Owned by the scene.
struct GraphLook {
    explicit GraphLook(const kit::Theme &theme);

    const kit::Theme *theme;
    QColor canvas, dot, card, cardLine, headerLine, track, text1, text2, text3, edge, accent, shadow;
    QColor error, warning;
    QFont title, body, mono, label;       // 13/600, 11, mono 11, 11
    QFont screenTitle, screenStrong;      // 11 screen pixels
    qreal textScale = 1;
    bool dark = false;

    QColor strong(kit::Meaning meaning) const;
    QColor tile(kit::Meaning meaning) const;
    QColor markStrong(DiffMark mark) const;
    QColor markSoft(DiffMark mark) const;
};

} // namespace vox
