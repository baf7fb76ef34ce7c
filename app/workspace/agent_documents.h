#pragma once
#include "models/base/problem.h"
#include "models/store/document_store.h"
#include <QFuture>
#include <QJsonObject>
#include <QObject>
#include <memory>

namespace vox {

class AgentDocument;
class Workspace;

// An agent in the list.
struct AgentRow {
    DocumentId id;
    QString name;
    QString description;
    QStringList languages;
    int nodes = 0;
    int goalMs = 0;        // caller stops to agent audible, as the agent wants it
    int errors = 0;        // problems of what stands now
    int warnings = 0;
    UtcMs changed;
    RevisionId head;
    bool conflict = false; // two heads
    bool readOnly = false; // of a newer schema
};

// A place to start from.
struct AgentTemplate {
    QString id;            // "blank_en", "order_desk", ...
    QString name;
    QString description;
    QString language;
};

// What came of an import: one agent, or located messages and nothing else.
struct AgentImport {
    DocumentId id;         // null when refused
    Problems problems;
};

// What stands now of one agent: the working copy when there is one, else the head.
struct AgentSnapshot {
    DocumentId id;
    QJsonObject content;
    int schema = 1;
    bool readOnly = false;
    RevisionId revision;   // of exactly this content; empty: it differs from every head
    Problems problems;
};

// Everything one can do with agents. Belongs to the Workspace, UI thread; nothing blocks.
class AgentDocuments : public QObject {
    Q_OBJECT
public:
    explicit AgentDocuments(Workspace &workspace);
    ~AgentDocuments() override;

    // Sorted by name.
    QFuture<Result<QList<AgentRow>>> list();
    // Without opening an editing session.
    QFuture<Result<AgentSnapshot>> load(DocumentId id);
    // By id or by name (case-insensitive); NotFound, or Conflict when several have the name.
    QFuture<Result<AgentSnapshot>> loadByName(const QString &nameOrId);
    // One session object per agent, shared by everybody who opens it.
    QFuture<Result<std::shared_ptr<AgentDocument>>> open(DocumentId id);

    QList<AgentTemplate> templates() const;
    QFuture<Result<DocumentId>> createFromTemplate(const QString &templateId, const QString &name = {});
    QFuture<Result<DocumentId>> duplicate(DocumentId id, const QString &nameOfCopy);
    // Undone by restore(id).
    QFuture<Result<void>> remove(DocumentId id);
    QFuture<Result<void>> restore(DocumentId id);

    QFuture<Result<AgentImport>> importFile(const QByteArray &bytes);
    // Stable pretty JSON of what stands now.
    QFuture<Result<QByteArray>> exportFile(DocumentId id);

    // Newest first.
    QFuture<Result<QList<StoredRevision>>> history(DocumentId id);
    QFuture<Result<QJsonObject>> contentOf(const RevisionId &revision);
    // A revision of what stands now, so that a call can name it; the head when nothing changed since.
    QFuture<Result<RevisionId>> revisionForCall(DocumentId id);

signals:
    // Names, problems or the set of agents changed: ask list() again.
    void listChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox
