#pragma once
#include "ui/kit/colours.h"
#include "ui/kit/glyph_cache.h"
#include <QStyledItemDelegate>

class QAbstractItemView;
class QTableView;

namespace vox::kit {

// What a model tells a cell beside Qt::DisplayRole. All optional.
enum RowRole : int {
    InkRole = Qt::UserRole + 200, // int(Colour): text colour
    MeaningRole,                  // int(Meaning): text in its strong colour
    DotRole,                      // int(Meaning): a dot before the text
    IconRole,                     // QVariant::fromValue<const char *>(name): icon before the text, in the text's colour or MeaningRole's
    FontRole,                     // int(TextStyle)
    BarRole,                      // double 0 to 1: a small bar before right-aligned figures, in MeaningRole's colour
    SecondRole,                   // QString: a second line or, in 28 px rows, the circumstance after the text, in text 3
    TagRole,                      // int(Meaning): the text is drawn as a tag
};

// Draws table rows after the look: hairline below, bar at the left of the chosen row, whole-row hover, no vertical lines.
// Painting a row whose texts were seen before allocates nothing. One per view, owned by it.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum class Density { Row, ListRow, TwoLines }; // 28, 34, 52 px

    // Also sets the view up: no grid, no frame, whole rows, smooth scrolling, row height.
    explicit RowDelegate(QAbstractItemView *view, Density density = Density::Row);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    int rowHeight() const;

protected:
    // The cell's inside, background already drawn; override for columns of their own kind.
    virtual void paintCell(QPainter &painter, const QRect &cell, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    GlyphCache &glyphs() const { return m_glyphs; }
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUp();
    QAbstractItemView *m_view;
    Density m_density;
    int m_hovered = -1;
    mutable GlyphCache m_glyphs;
};

} // namespace vox::kit
