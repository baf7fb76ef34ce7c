#pragma once
#include <QWidget>

class QLabel;
class QTableView;

namespace vox {

class ConversationViewModel;
namespace kit {
class SectionHeader;
class Waterfall;
}

// The answers of a conversation with their delays, and the chosen one as a cascade. GUI thread.
class TurnsPanel : public QWidget {
    Q_OBJECT
public:
    explicit TurnsPanel(ConversationViewModel &model, QWidget *parent = nullptr);
    void setGoal(int ms);
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Model;
    void refresh();
    void showChosen();

    ConversationViewModel &m_model;
    Model *m_turns;
    QTableView *m_view;
    kit::SectionHeader *m_head;
    kit::SectionHeader *m_chosenHead;
    QLabel *m_total;
    kit::Waterfall *m_waterfall;
    QLabel *m_words;
    QWidget *m_right;
    int m_goal = 800;
};

} // namespace vox
