#pragma once
#include "app/workspace/agent_document.h"
#include "ui/viewmodels/edited_content.h"

namespace vox {

// An open agent as content to edit. Shares the session object with every other screen that shows the agent; GUI thread.
class AgentDocumentContent final : public EditedContent {
    Q_OBJECT
public:
    explicit AgentDocumentContent(std::shared_ptr<AgentDocument> document, QObject *parent = nullptr);

    AgentDocument &document() { return *m_document; }
    std::shared_ptr<AgentDocument> sharedDocument() const { return m_document; }
    const QJsonObject &content() const override { return m_document->content(); }
    bool isReadOnly() const override { return m_document->isReadOnly(); }
    void edit(const QJsonObject &content, const EditLabel &label) override { m_document->edit(content, label); }
    void endTyping() override { m_document->endTyping(); }
    const EditLabel *undoLabel() const override { return m_document->undoLabel(); }
    const EditLabel *redoLabel() const override { return m_document->redoLabel(); }
    void undo() override { m_document->undo(); }
    void redo() override { m_document->redo(); }
    const Problems &problems() const override { return m_document->problems(); }

private:
    std::shared_ptr<AgentDocument> m_document;
};

} // namespace vox
