#include "ui/viewmodels/agents_document_content.h"

namespace vox {

AgentDocumentContent::AgentDocumentContent(std::shared_ptr<AgentDocument> document, QObject *parent)
    : EditedContent(parent), m_document(std::move(document))
{
    connect(m_document.get(), &AgentDocument::contentChanged, this, &EditedContent::contentChanged);
    connect(m_document.get(), &AgentDocument::readOnlyChanged, this, &EditedContent::contentChanged);
    connect(m_document.get(), &AgentDocument::problemsChanged, this, &EditedContent::problemsChanged);
    connect(m_document.get(), &AgentDocument::historyChanged, this, &EditedContent::historyChanged);
}

} // namespace vox
