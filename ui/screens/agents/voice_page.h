#pragma once
#include "ui/viewmodels/agents_document_content.h"
#include <QWidget>
#include <functional>

namespace vox {

namespace kit { class FieldForm; }

// The builder's Voice tab: name and languages, voices, how the agent hears, when it answers, which model it asks. A form
// made from the agent's own fields.
class VoicePage : public QWidget {
    Q_OBJECT
public:
    // `names`: what this machine has, by source of suggestions; may be empty.
    VoicePage(AgentDocumentContent &content, std::function<QStringList(const QString &source)> names, QWidget *parent = nullptr);

private:
    void refresh();

    AgentDocumentContent &m_content;
    const std::function<QStringList(const QString &)> m_names;
    kit::FieldForm *m_form;
    QStringList m_languages;
    FieldList m_fields;
};

} // namespace vox
