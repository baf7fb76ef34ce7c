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

// A revision of `content` on top of what it was begun on: the base of the working copy, else `base`. The head itself when nothing
// differs. When the base is no head any more, because something came from elsewhere meanwhile, the revision stands
// beside what came and both are merged as far as they fit (see settle). Conflict when the working copy is no longer the
// one with `stamp`, or when the base is unknown. The working copy goes.
struct RevisionRequest {
    DocumentId id;
    QJsonObject content;
    QString name;
    QString author;
    QString message;
    UtcMs now;
    RevisionId base;
    qint64 stamp = 0;
};
struct MadeRevision {
    RevisionId id;
    bool beside = false; // of what came from elsewhere: what stands now is to be read again
};
Result<MadeRevision> writeRevision(Store &store, const RevisionRequest &request);

// A tombstone on top of what is there, or an end to it: the last content again.
Result<void> removeAgent(Store &store, DocumentId id, const QString &author, UtcMs now);
Result<void> restoreAgent(Store &store, DocumentId id, const QString &author, UtcMs now);
// A new agent with this content.
Result<DocumentId> createAgent(Store &store, const QJsonObject &content, int schema, const QString &author, UtcMs now);

} // namespace vox
