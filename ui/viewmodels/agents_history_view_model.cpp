#include "ui/viewmodels/agents_history_view_model.h"
#include "app/workspace/agent_document.h"
#include "app/workspace/environments.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "models/kinds/agents/agent.h"
#include <QHash>
#include <QJsonDocument>

namespace vox {

namespace {

constexpr int mostVersions = 200;
constexpr int mostCounted = 60; // versions whose changes are counted; older ones tell nothing

using Version = AgentsHistoryViewModel::Version;

void count(const QJsonObject &before, const QJsonObject &after, Version &version)
{
    const FlowDiff flows = compareFlows(Flow::fromJson(before.value(u"flow").toObject()), Flow::fromJson(after.value(u"flow").toObject()));
    version.added = flows.added;
    version.removed = flows.removed;
    version.changed = flows.changed;
    QJsonObject oldRest = before, newRest = after;
    oldRest.remove(u"flow");
    newRest.remove(u"flow");
    for (const Change &change : diff(oldRest, newRest, agentKind().fields)) {
        version.added += change.what == Change::What::Added;
        version.removed += change.what == Change::What::Removed;
        version.changed += change.what == Change::What::Changed || change.what == Change::What::Moved;
    }
}

// On a reading thread.
Result<QList<Version>> readVersions(Store &store, DocumentId id)
{
    const auto revisions = store.documents().history(id, mostVersions);
    if (!revisions) return revisions.error();
    QHash<RevisionId, QJsonObject> contents;
    const auto content = [&](const RevisionId &revision) {
        const auto known = contents.constFind(revision);
        if (known != contents.constEnd()) return *known;
        const auto bytes = store.documents().content(revision);
        return *contents.insert(revision, bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject());
    };
    QList<Version> out;
    for (const StoredRevision &revision : *revisions) {
        const Revision &header = revision.header;
        Version version;
        version.id = revision.id;
        version.author = header.author;
        version.message = header.message;
        version.created = header.created;
        version.gone = revision.contentErased || header.isTombstone();
        if (out.size() < mostCounted && !version.gone && !header.parents.isEmpty()) count(content(header.parents.first()), content(revision.id), version);
        out.append(version);
    }
    return out;
}

} // namespace

AgentsHistoryViewModel::AgentsHistoryViewModel(Workspace &workspace, std::shared_ptr<AgentDocument> document, Environments *environments, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_document(std::move(document)), m_environments(environments)
{
    connect(m_document.get(), &AgentDocument::headChanged, this, &AgentsHistoryViewModel::refresh);
    if (environments) connect(environments, &Environments::changed, this, &AgentsHistoryViewModel::refresh);
    refresh();
}

void AgentsHistoryViewModel::refresh()
{
    const auto future = m_workspace.stores().read([id = m_document->id()](Store &store) { return readVersions(store, id); });
    whenDone(future, this, [this](const Result<QList<Version>> &versions) {
        if (!versions) {
            emit failed(versions.error());
            return;
        }
        take(*versions);
    });
}

void AgentsHistoryViewModel::take(const QList<Version> &versions)
{
    m_all = versions;
    for (Version &version : m_all) {
        if (!m_environments) break;
        version.number = m_environments->numberOf(m_document->id(), version.id);
        for (const EnvironmentStanding &standing : m_environments->standing())
            if (standing.release && standing.release->documents.value(m_document->id()) == version.id) version.in.append(standing.state.environment);
    }
    choose();
}

// What stands now first; then what the filter lets through. An automatic save is folded into the version after it.
void AgentsHistoryViewModel::choose()
{
    m_versions = {{{}, {}, {}, m_document->savedAt(), false, 0, {}, 0, 0, 0, 0}};
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        const Version &version = m_all.at(i);
        if (!m_author.isEmpty() && version.author != m_author) continue;
        const bool automatic = version.message.isEmpty() && version.number == 0 && i + 1 < m_all.size() && !version.gone;
        const bool own = i > 0; // the newest one always stands for itself
        if (m_show == Show::Versions && automatic && own && m_versions.size() > 1) {
            Version &into = m_versions.last();
            ++into.saves;
            into.added += version.added;
            into.removed += version.removed;
            into.changed += version.changed;
            continue;
        }
        m_versions.append(version);
    }
    m_older = m_newer = -1;
    emit versionsChanged();
    if (m_versions.size() > 1) compare(0, m_document->differsFromHead() || m_versions.size() == 2 ? 1 : 2);
}

QStringList AgentsHistoryViewModel::authors() const
{
    QStringList out;
    for (const Version &version : m_all)
        if (!out.contains(version.author)) out.append(version.author);
    return out;
}

void AgentsHistoryViewModel::setAuthor(const QString &author)
{
    if (std::exchange(m_author, author) != author) choose();
}

void AgentsHistoryViewModel::setShow(Show show)
{
    if (std::exchange(m_show, show) != show) choose();
}

int AgentsHistoryViewModel::folded() const
{
    int count = 0;
    for (const Version &version : m_versions) count += version.saves;
    return count;
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
