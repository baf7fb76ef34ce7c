#pragma once
#include "ui/kit/time_axis.h"
#include "ui/screens/call/call_peaks.h"
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace vox {

class ConversationViewModel;
class TranscriptView;
namespace kit {
class Lanes;
class SectionHeader;
class TextBlock;
}

// The chosen conversation beside the list: sound to listen to, its figures, and its words with what was searched for. GUI
// thread.
class PreviewPanel : public QWidget {
    Q_OBJECT
public:
    explicit PreviewPanel(ConversationViewModel &model, QWidget *parent = nullptr);
    // What the list was searched for.
    void setSearch(const QString &text);

signals:
    void openRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void showWords();
    void showTime();

    ConversationViewModel &m_model;
    kit::TimeAxis m_axis;
    CallPeaks m_peaks;
    QString m_search;
    QLabel *m_name;
    QPushButton *m_open;
    QLabel *m_circumstance;
    kit::Lanes *m_lanes;
    QToolButton *m_play;
    QLabel *m_time;
    QLabel *m_noSound;
    QLabel *m_figureNames[6]{};
    QLabel *m_figures[6]{};
    kit::SectionHeader *m_head;
    TranscriptView *m_words;
    QWidget *m_content;
    QLabel *m_nothing;
};

} // namespace vox
