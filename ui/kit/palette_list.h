#pragma once
#include "ui/kit/accessible.h"
#include "ui/kit/command_palette.h"
#include "ui/kit/fuzzy.h"
#include <QWidget>

namespace vox::kit {

// The matches under the palette's field. Private to CommandPalette.
class PaletteList : public QWidget, public Readable {
    Q_OBJECT
public:
    struct Row {
        PaletteEntry entry;
        FuzzyMatch match;
    };
    explicit PaletteList(QWidget *parent);

    void setRows(QList<Row> rows);
    const QList<Row> &rows() const { return m_rows; }
    int current() const { return m_current; }
    void move(int by);

    QSize sizeHint() const override;
    QAccessible::Role readRole() const override { return QAccessible::List; }
    QString readName() const override { return tr("Matches"); }
    QString readValue() const override;

signals:
    void pressed(int row);

protected:
    void paintEvent(QPaintEvent *) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    int rowAt(int y) const;
    QList<Row> m_rows;
    int m_current = 0;
    int m_first = 0;
};

} // namespace vox::kit
