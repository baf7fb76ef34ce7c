#pragma once
#include "ui/viewmodels/conflict_view_model.h"
#include <QWidget>

class QPushButton;

namespace vox {

// The row over the questions: which column is whose version, with "Take all" beside mine and theirs.
class ConflictHead : public QWidget {
    Q_OBJECT
public:
    explicit ConflictHead(ConflictViewModel &model, QWidget *parent = nullptr);
    // Width of the scroll bar below, which the columns leave out.
    void setRightInset(int pixels);
    void refresh();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    ConflictViewModel &m_model;
    QPushButton *m_mine, *m_theirs;
    int m_inset = 0;
};

} // namespace vox
