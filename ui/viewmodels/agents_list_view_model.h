#pragma once
#include "app/workspace/agent_documents.h"
#include "models/store/conversation_store.h"

namespace vox {

class Workspace;

// The list of agents: rows that match the search, the last conversation of each, and everything one can do with a whole
// agent. GUI thread; nothing blocks, rows appear when they are there.
class AgentsListViewModel : public QObject {
    Q_OBJECT
public:
    explicit AgentsListViewModel(Workspace &workspace, QObject *parent = nullptr);

    bool isLoaded() const { return m_loaded; }
    // Every agent, and those whose name, description or language contain every word of the search.
    const QList<AgentRow> &all() const { return m_all; }
    const QList<AgentRow> &rows() const { return m_rows; }
    QString search() const { return m_search; }
    void setSearch(const QString &words);
    // Null until it is known that there was one.
    const ConversationRow *lastCall(DocumentId agent) const;
    UtcMs now() const;
    // Whether one's role may make, change and delete agents.
    bool mayEdit() const;
    QList<AgentTemplate> templates() const;

    void refresh();
    void create(const QString &templateId);
    void duplicate(DocumentId agent, const QString &nameOfCopy);
    void remove(DocumentId agent);
    void restore(DocumentId agent);
    void importFiles(const QStringList &paths);
    void exportTo(DocumentId agent, const QString &path);

signals:
    void changed();
    // A new agent is there (created, duplicated, imported): show it.
    void created(vox::DocumentId agent);
    void removed(vox::DocumentId agent, const QString &name);
    void exported(const QString &path);
    // A file was refused; nothing of it was taken in.
    void importRefused(const QString &path, const vox::Problems &problems);
    void failed(const vox::Error &error);

private:
    void filter();
    void askLastCalls();
    void announce(const Result<DocumentId> &made);

    Workspace &m_workspace;
    QList<AgentRow> m_all, m_rows;
    QHash<DocumentId, ConversationRow> m_lastCalls;
    QString m_search;
    bool m_loaded = false;
};

} // namespace vox
