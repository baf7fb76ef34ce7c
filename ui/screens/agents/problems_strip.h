#pragma once
#include "ui/viewmodels/flow_view_model.h"
#include <QWidget>

class QAction;
class QLabel;
class QToolButton;

namespace vox {

// The row under the canvas: how many errors and warnings, the one being looked at as a sentence, its obvious repair, and
// F8 to the next. A press on the sentence goes to its node.
class ProblemsStrip : public QWidget {
    Q_OBJECT
public:
    explicit ProblemsStrip(FlowViewModel &model, QWidget *parent = nullptr);

    QList<QAction *> strips() const { return {m_next, m_previous, m_repair}; }
    QSize sizeHint() const override;

signals:
    // Show this problem where it is: a node of the flow, or a place of the document (JSON pointer).
    void problemChosen(const vox::Problem &problem);

protected:
    void paintEvent(QPaintEvent *) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void step(int by);
    void show();
    void follow(); // the selection moved: show that node's problem
    const Problem *current() const;
    void repair();

    FlowViewModel &m_model;
    QAction *m_next, *m_previous, *m_repair;
    QToolButton *m_errors, *m_warnings;
    QLabel *m_sentence, *m_fix, *m_hint;
    int m_current = 0;
};

} // namespace vox
