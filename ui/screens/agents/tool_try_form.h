#pragma once
#include "ui/viewmodels/tool_try_view_model.h"
#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace vox {

namespace kit { class Tag; class TextBlock; }

// In the inspector of a step with tools: example values, a button that sends the real request, and what came back. Hidden for
// other steps. Owned by an Inspector.
class ToolTryForm : public QWidget {
    Q_OBJECT
public:
    explicit ToolTryForm(ToolTryViewModel &model, QWidget *parent = nullptr);

signals:
    // The rules about where tools may send requests stand in the way.
    void rulesRequested();

private:
    QWidget *makeButtons();
    QWidget *makeAnswer();
    void showTools();
    void makeInputs();
    void showState();
    void showAnswer();
    void showTrouble();
    void showElapsed();
    QString afterwards() const;

    ToolTryViewModel &m_model;
    QComboBox *m_tool;
    QVBoxLayout *m_inputs;
    QWidget *m_inputsHolder;
    QPushButton *m_send, *m_confirm, *m_cancel, *m_rules;
    kit::TextBlock *m_asking, *m_trouble, *m_next;
    QLabel *m_elapsed;
    QWidget *m_answer;
    kit::Tag *m_status;
    QLabel *m_times;
    kit::TextBlock *m_line, *m_after, *m_kept, *m_lost, *m_headers;
    QPlainTextEdit *m_body;
    QElapsedTimer m_since;
    QTimer m_tick;
};

} // namespace vox
