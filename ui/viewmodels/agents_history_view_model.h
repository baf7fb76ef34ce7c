#pragma once
#include "app/workspace/agent_documents.h"
#include "models/documents/diff.h"
#include "models/documents/release.h"
#include "models/store/document_store.h"
#include "ui/viewmodels/flow_diff.h"

namespace vox {

class AgentDocument;
class Environments;
class Workspace;

// The history of one agent and the comparison of two of its versions. Version 0 of the list is what stands now, the rest
// are revisions, newest first. GUI thread.
class AgentsHistoryViewModel : public QObject {
    Q_OBJECT
public:
    struct Version {
        RevisionId id;       // empty: what stands now
        QString author, message;
        UtcMs created;
        bool gone = false;   // content erased
        int number = 0;      // of the newest release that has it; 0: none
        QList<Environment> in; // where exactly this is published now
        int added = 0, removed = 0, changed = 0; // against the version it was made from
        int saves = 0;       // automatic ones folded into it
    };
    // Named versions and releases with the saves between them folded in, or every save.
    enum class Show { Versions, Saves };
    // One line of the list of changes.
    struct Line {
        Change change;
        QString node;        // inside the flow: the node, empty elsewhere
        QString what;        // the node's title or the field's name
        QString field;       // which part of it
        QString unit = {};   // of its values
    };

    // `environments` may be null: no numbers then.
    AgentsHistoryViewModel(Workspace &workspace, std::shared_ptr<AgentDocument> document, Environments *environments = nullptr,
                           QObject *parent = nullptr);

    const QList<Version> &versions() const { return m_versions; }
    // Everybody who made a version, in the order of their newest.
    QStringList authors() const;
    // Empty: everybody.
    void setAuthor(const QString &author);
    const QString &author() const { return m_author; }
    void setShow(Show show);
    Show shown() const { return m_show; }
    // Saves that the list does not show.
    int folded() const;
    // Which two are compared: indexes into versions(), `older` > `newer`; -1 until there are two.
    int older() const { return m_older; }
    int newer() const { return m_newer; }
    void compare(int a, int b);
    bool isCompared() const { return m_compared; }
    const QJsonObject &olderContent() const { return m_olderContent; }
    const QJsonObject &newerContent() const { return m_newerContent; }
    const FlowDiff &flowDiff() const { return m_diff; }
    const QList<Line> &lines() const { return m_lines; }

    void refresh();
    // Brings an older version back as an edit that can be undone.
    void restore(int version);
    // Makes a named revision of what stands now.
    void name(const QString &message);

signals:
    void versionsChanged();
    void comparisonChanged();
    void restored();
    void failed(const vox::Error &error);

private:
    void take(const QList<Version> &versions);
    void choose();
    void load(int version, std::function<void(const QJsonObject &)> done);
    void settle(int serial);

    Workspace &m_workspace;
    std::shared_ptr<AgentDocument> m_document;
    Environments *m_environments;
    QList<Version> m_all, m_versions;
    QString m_author;
    Show m_show = Show::Versions;
    int m_older = -1, m_newer = -1, m_serial = 0;
    bool m_compared = false;
    QJsonObject m_olderContent, m_newerContent;
    std::optional<QJsonObject> m_loadedOlder, m_loadedNewer;
    FlowDiff m_diff;
    QList<Line> m_lines;
};

// The changes between two contents of an agent as lines for people: whole nodes added or removed, fields changed.
QList<AgentsHistoryViewModel::Line> changeLines(const QJsonObject &older, const QJsonObject &newer);

} // namespace vox
