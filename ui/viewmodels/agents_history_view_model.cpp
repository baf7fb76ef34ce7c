#include "ui/viewmodels/agents_history_view_model.h"
#include "app/workspace/agent_document.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"

namespace vox {

AgentsHistoryViewModel::AgentsHistoryViewModel(Workspace &workspace, std::shared_ptr<AgentDocument> document, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_document(std::move(document))
{
    connect(m_document.get(), &AgentDocument::headChanged, this, &AgentsHistoryViewModel::refresh);
    refresh();
}

void AgentsHistoryViewModel::refresh()
{
    whenDone(m_workspace.agents().history(m_document->id()), this, [this](const Result<QList<StoredRevision>> &revisions) {
        if (!revisions) {
            emit failed(revisions.error());
            return;
        }
        m_versions = {{{}, {}, {}, m_document->savedAt(), false}};
        for (const StoredRevision &revision : *revisions)
            m_versions.append({revision.id, revision.header.author, revision.header.message, revision.header.created,
                               revision.contentErased || revision.header.isTombstone()});
        emit versionsChanged();
        if (m_versions.size() > 1) compare(0, m_document->differsFromHead() || m_versions.size() == 2 ? 1 : 2);
    });
}

void AgentsHistoryViewModel::compare(int a, int b)
{
    m_older = std::max(a, b);
    m_newer = std::min(a, b);
    if (m_newer < 0 || m_older >= m_versions.size()) return;
    m_loadedOlder.reset();
    m_loadedNewer.reset();
    const int serial = ++m_serial; // an answer that comes late belongs to an older choice
    load(m_older, [this, serial](const QJsonObject &content) {
        if (serial == m_serial) m_loadedOlder = content;
        settle(serial);
    });
    load(m_newer, [this, serial](const QJsonObject &content) {
        if (serial == m_serial) m_loadedNewer = content;
        settle(serial);
    });
}

void AgentsHistoryViewModel::load(int version, std::function<void(const QJsonObject &)> done)
{
    if (m_versions[version].id.isEmpty()) return done(m_document->content());
    whenDone(m_workspace.agents().contentOf(m_versions[version].id), this, [this, done = std::move(done)](const Result<QJsonObject> &content) {
        if (content)
            done(*content);
        else
            emit failed(content.error());
    });
}

void AgentsHistoryViewModel::settle(int serial)
{
    if (serial != m_serial || !m_loadedOlder || !m_loadedNewer) return;
    m_olderContent = *m_loadedOlder;
    m_newerContent = *m_loadedNewer;
    m_diff = compareFlows(Flow::fromJson(m_olderContent.value(u"flow").toObject()), Flow::fromJson(m_newerContent.value(u"flow").toObject()));
    m_lines = changeLines(m_olderContent, m_newerContent);
    m_compared = true;
    emit comparisonChanged();
}

void AgentsHistoryViewModel::restore(int version)
{
    if (version < 1 || version >= m_versions.size()) return;
    whenDone(m_document->restoreRevision(m_versions[version].id), this, [this](const Result<void> &done) {
        if (!done)
            emit failed(done.error());
        else
            emit restored();
    });
}

void AgentsHistoryViewModel::name(const QString &message)
{
    whenDone(m_document->makeRevision(message), this, [this](const Result<RevisionId> &made) {
        if (!made)
            emit failed(made.error());
        else
            refresh();
    });
}

} // namespace vox
