#pragma once
#include "ui/kit/theme.h"
#include <QRect>

namespace vox {

// Where the columns of the conflict view lie in a row of this width: label, before, then one for each side.
class ConflictColumns {
public:
    ConflictColumns(int width, int sides, const kit::Theme &theme)
        : m_label(qMin(theme.px(200), width / 4)), m_each((width - m_label) / (sides + 1)), m_sides(sides), m_end(width)
    {
    }
    // Below it the columns are scrolled across.
    static int narrowest(int sides, const kit::Theme &theme) { return sides > 2 ? theme.px(160) + (sides + 1) * theme.px(170) : theme.px(420); }

    int sides() const { return m_sides; }
    int before() const { return m_label; }
    int from(int side) const { return m_label + (side + 1) * m_each; }
    int to(int side) const { return side + 1 < m_sides ? from(side + 1) : m_end; }
    int width(int side) const { return to(side) - from(side); }
    // −1: none of them.
    int at(int x) const
    {
        for (int side = m_sides - 1; side >= 0; --side)
            if (x >= from(side)) return side;
        return -1;
    }

private:
    int m_label, m_each, m_sides, m_end;
};

} // namespace vox
