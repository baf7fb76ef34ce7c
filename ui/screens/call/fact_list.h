#pragma once
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include <QWidget>

namespace vox {

// Short facts below each other: a lead (time or name), an icon, the fact, a circumstance at the right. Draws itself, so that
// hundreds of rows cost what is visible. Rows can be pressed; the arrow keys walk them. GUI thread.
class FactList : public QWidget, public kit::Readable {
    Q_OBJECT
public:
    struct Row {
        QString lead, text, note;
        const char *icon = "";
        kit::Meaning meaning = kit::Meaning::Neutral; // of the icon
        bool mono = false;                            // the text is a value
        bool ruled = false;                           // a hairline below
        bool operator==(const Row &) const = default;
    };
    explicit FactList(int leadWidth, QWidget *parent = nullptr);

    void setRows(const QList<Row> &rows);
    const QList<Row> &rows() const { return m_rows; }
    // Marked with the accent bar; -1 none.
    void setMarked(int row);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QAccessible::Role readRole() const override { return QAccessible::List; }
    QString readValue() const override;

signals:
    void pressed(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    int rowHeight() const;
    QList<Row> m_rows;
    int m_leadWidth;
    int m_marked = -1;
};

} // namespace vox
