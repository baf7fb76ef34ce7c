#pragma once
#include <QHash>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace vox {

class AgentDocuments;
class CallViewModel;

// Speaks for the caller without a voice: a field (Enter sends), example phrases of what the agent listens for, and the keys
// of a telephone. Usable while a call runs. GUI thread.
class WordsInWriting : public QWidget {
    Q_OBJECT
public:
    // Without `agents` there is only the field.
    WordsInWriting(CallViewModel &call, AgentDocuments *agents, QWidget *parent = nullptr);
    void focusField();
    // Opens the menu of phrases; loads the agent's first if need be.
    void openPhrases();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void enable();
    void send();
    void openDigits();
    void loadPhrases();

    CallViewModel &m_call;
    AgentDocuments *m_agents;
    QLineEdit *m_field;
    QPushButton *m_phrases = nullptr;
    QPushButton *m_digits = nullptr;
    struct Intent { QString id, name; QStringList examples; };
    QList<Intent> m_intents;
    QHash<QString, QStringList> m_listensFor; // ids of intents by node
};

} // namespace vox
