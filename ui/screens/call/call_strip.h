#pragma once
#include <QWidget>

class QLabel;
class QPushButton;

namespace vox {

class CallLanes;
class CallViewModel;
class TranscriptView;
class WordsInWriting;
namespace kit {
class StackedBar;
}

// A running call in 156 px, for the builder's dock: lanes, the last lines, the delay of the last answer, and a field to say
// something in writing. The view model outlives it. GUI thread.
class CallStrip : public QWidget {
    Q_OBJECT
public:
    explicit CallStrip(CallViewModel &call, QWidget *parent = nullptr);

signals:
    // The person wants to see it on the Test bench.
    void benchRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    CallViewModel &m_call;
    CallLanes *m_lanes;
    TranscriptView *m_lines;
    kit::StackedBar *m_delay;
    QLabel *m_total;
    QLabel *m_time;
    QPushButton *m_bench;
    QPushButton *m_end;
    WordsInWriting *m_writing;
};

} // namespace vox
