#pragma once
#include "ui/viewmodels/conflict_view_model.h"
#include <QList>
#include <QWidget>

class QPushButton;

namespace vox {

// The row over the questions: which column is whose version, with "Take all" beside each.
class ConflictHead : public QWidget {
    Q_OBJECT
public:
    explicit ConflictHead(ConflictViewModel &model, QWidget *parent = nullptr);
    // How wide the rows below are, and how far they are scrolled to the right.
    void setRows(int width, int scrolled);
    void refresh();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    void place();

    ConflictViewModel &m_model;
    QList<QPushButton *> m_takeAll; // by column
    int m_width = 0, m_scrolled = 0;
};

} // namespace vox
