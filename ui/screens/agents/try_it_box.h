#pragma once
#include "app/ports/intent_classifier.h"
#include "ui/viewmodels/agents_document_content.h"
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace vox {

class Workspace;

// Type what a caller might say and see how it is understood: the intents with their scores and what was found in the
// words. Trains in the background; a change of the examples trains anew.
class TryItBox : public QWidget {
    Q_OBJECT
public:
    TryItBox(Workspace &workspace, AgentDocumentContent &content, QWidget *parent = nullptr);

    void setLanguage(const QString &tag);

private:
    class Scores;
    void train();
    void understand();

    Workspace &m_workspace;
    AgentDocumentContent &m_content;
    QString m_language;
    QLineEdit *m_words;
    QLabel *m_state;
    Scores *m_scores;
    QJsonValue m_trainedFor;
    std::shared_ptr<const IntentClassifier> m_classifier;
    QTimer m_later;
    int m_serial = 0;
};

} // namespace vox
