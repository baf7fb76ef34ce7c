#pragma once
#include "models/base/time.h"
#include <QWidget>

class QLabel;

namespace vox {

class ConversationViewModel;
class FactList;
class ToolCard;
class VariablesPanel;
namespace kit {
class SectionHeader;
}

// How things stood at the playhead: the node, the variables, the last tool call; and what is worth a look: slow answers,
// barge-ins, errors. GUI thread.
class ConversationSide : public QWidget {
    Q_OBJECT
public:
    explicit ConversationSide(ConversationViewModel &model, QWidget *parent = nullptr);
    void showMoment(Micros at);
    void setGoal(int ms);

signals:
    void momentPressed(qint64 us);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showMarks();

    ConversationViewModel &m_model;
    kit::SectionHeader *m_stateHead;
    VariablesPanel *m_variables;
    QLabel *m_noVariables;
    QWidget *m_toolBox;
    kit::SectionHeader *m_toolHead;
    ToolCard *m_tool;
    kit::SectionHeader *m_marksHead;
    FactList *m_marks;
    QList<qint64> m_times;
    Micros m_at{-1};
    int m_goal = 0;
};

} // namespace vox
