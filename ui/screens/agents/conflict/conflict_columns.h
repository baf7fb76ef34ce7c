#pragma once
#include "ui/kit/theme.h"
#include <QRect>

namespace vox {

// Where the four columns of the conflict view lie in a row of this width: label, before, mine, theirs.
struct ConflictColumns {
    int before, mine, theirs, end;

    ConflictColumns(int width, const kit::Theme &theme)
    {
        const int label = qMin(theme.px(200), width / 4), each = (width - label) / 3;
        before = label;
        mine = label + each;
        theirs = label + 2 * each;
        end = width;
    }
};

} // namespace vox
