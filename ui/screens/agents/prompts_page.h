#pragma once
#include "ui/viewmodels/agents_document_content.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QTableWidget;

namespace vox {

class Workspace;
class TryItBox;
namespace kit { class Segments; }

// The builder's Prompts tab, one language at a time: role and rules, the knowledge text, the intents with what callers
// say, and a box that shows how a sentence is understood.
class PromptsPage : public QWidget {
    Q_OBJECT
public:
    PromptsPage(Workspace &workspace, AgentDocumentContent &content, QWidget *parent = nullptr);

private:
    QWidget *makeTexts();
    QWidget *makeIntents(Workspace &workspace);
    QPlainTextEdit *makeText(const QString &key, const char *label);
    void refresh();
    void refreshIntents();
    void showIntent();
    void editIntent(const QString &key, const QJsonValue &value, const char *label);
    void addIntent();
    void removeIntent();
    QString language() const;
    int currentIntent() const;

    AgentDocumentContent &m_content;
    kit::Segments *m_languages;
    QStringList m_tags;
    QPlainTextEdit *m_prompt, *m_knowledge, *m_examples;
    QListWidget *m_intents;
    QLineEdit *m_intentName;
    QLabel *m_examplesCount;
    QWidget *m_intentForm;
    TryItBox *m_tryIt;
    bool m_refreshing = false;
};

} // namespace vox
