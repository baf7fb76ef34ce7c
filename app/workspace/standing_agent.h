#pragma once
#include "models/documents/kind_info.h"
#include "models/store/store.h"

namespace vox {

// What stands now of one agent: its working copy, else its head, brought up to the newest schema. Read and written on a
// store's thread; the pieces AgentDocuments and AgentDocument are made of.
struct StandingAgent {
    DocumentRow row;
    WorkingCopy copy;          // stamp 0 when there is none: base and content of the head
    QJsonObject content;
    int schema = 1;
    bool readOnly = false;
    RevisionId revision;       // the head, when it has exactly this content
};

Result<StandingAgent> readStanding(Store &store, DocumentId id);

// Canonical content parsed; StoreBroken when it is no object.
Result<QJsonObject> parseContent(const QByteArray &bytes, const QString &name);

// A revision of `content` on top of the row's heads, which must not have moved; the head itself when nothing differs.
// Conflict when the working copy is no longer the one with `stamp`. The working copy goes.
struct RevisionRequest {
    DocumentId id;
    QJsonObject content;
    QString name;
    QString author;
    QString message;
    UtcMs now;
    QList<RevisionId> heads;
    qint64 stamp = 0;
};
Result<RevisionId> writeRevision(Store &store, const RevisionRequest &request);

// A tombstone on top of what is there, or an end to it: the last content again.
Result<void> removeAgent(Store &store, DocumentId id, const QString &author, UtcMs now);
Result<void> restoreAgent(Store &store, DocumentId id, const QString &author, UtcMs now);
// A new agent with this content.
Result<DocumentId> createAgent(Store &store, const QJsonObject &content, int schema, const QString &author, UtcMs now);

} // namespace vox
