#pragma once
#include "models/base/ids.h"
#include "ui/kit/span_tracks.h"
#include "ui/kit/time_axis.h"
#include "ui/screens/call/call_peaks.h"
#include <QWidget>
#include <memory>

namespace vox {

class ConversationViewModel;

// One conversation: sound, words and steps on one time axis, the transcript that is read along, the answers with their
// delays, and at the right how things stood at the playhead. GUI thread.
class DetailPage : public QWidget {
    Q_OBJECT
public:
    explicit DetailPage(ConversationViewModel &model, QWidget *parent = nullptr);
    ~DetailPage() override;
    // Of the agent that was talked to.
    void setGoal(int ms);
    void focusFind();
    void zoom(double factor);
    void showAll();
    void togglePanel();

signals:
    void back();
    void exportRequested();
    void removeRequested();
    void copyRequested();
    void callRequested();
    void continueRequested();
    // Words and figures stand; the sound's shape stands. For whoever measures.
    void shown();
    void soundShown();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void retranslate();
    void showConversation();
    void showPeaks();
    void showPlayhead();
    void showWords();
    void fit();
    void find(bool forward);
    QList<kit::SpanRow> spanRows() const;

    struct Parts;
    ConversationViewModel &m_model;
    kit::TimeAxis m_axis;
    CallPeaks m_peaks;
    std::unique_ptr<Parts> p;
    int m_goal = 800;
    bool m_shown = false; // since it was opened
    bool m_panelWasOver = false, m_hasOverlaps = false, m_hasSlow = false;
};

} // namespace vox
