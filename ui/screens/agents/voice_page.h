#pragma once
#include "ui/viewmodels/agents_document_content.h"
#include <QWidget>

namespace vox {

class Workspace;
namespace kit { class FieldForm; }

// The builder's Voice tab: name and languages, voices, how the agent hears, when it answers, which model it asks. A form
// made from the agent's own fields.
class VoicePage : public QWidget {
    Q_OBJECT
public:
    VoicePage(Workspace &workspace, AgentDocumentContent &content, QWidget *parent = nullptr);

private:
    void refresh();

    AgentDocumentContent &m_content;
    kit::FieldForm *m_form;
    QStringList m_languages;
    FieldList m_fields;
};

} // namespace vox
