#pragma once
#include "models/documents/merge_conflict.h"
#include "models/documents/revision.h"
#include "models/store/replica_store.h"
#include <QJsonObject>
#include <QList>
#include <optional>

namespace vox {

class Store;

// One side of a conflict, as a person is shown it.
struct ConflictSide {
    RevisionId revision;
    QString author;
    UtcMs created;
    QString message;
    bool deleted = false;      // this side deleted the document; `content` is empty then
    QJsonObject content;       // brought up to the newest schema
};

// A document that waits for a person: the state before, both sides, what they changed differently, and everything else
// already merged. With more than two heads the two oldest come first; the next conflict follows when they are resolved.
struct ConflictInfo {
    DocumentId document;
    QString kind;
    QString name;
    QList<RevisionId> heads;             // all
    std::optional<ConflictSide> before;  // absent: both sides began without a common past
    ConflictSide ours;                   // the head made here last, or the older one
    ConflictSide theirs;
    QList<MergeConflict> conflicts;      // by path; empty when one side deleted the document or cannot be merged
    QJsonObject merged;                  // both, with our value where they conflict
    bool readOnly = false;               // of a newer schema or an unknown kind: shown, not resolved here
};

// `me`: the author whose head is shown as ours. NotFound when the document has one head.
Result<ConflictInfo> findConflict(Store &store, DocumentId document, const QString &me);

// The merged content with `theirs` instead of ours at these paths of the conflicts.
QJsonObject withTheirs(const ConflictInfo &conflict, const QStringList &paths);

// Makes a revision with this content on top of both sides; no content deletes the document. Conflict when one of the sides
// is no head any more. Further heads are settled afterwards as far as they can be.
struct Resolution {
    DocumentId document;
    RevisionId ours;
    RevisionId theirs;
    std::optional<QJsonObject> content;
    QString author;
    QString message;
    UtcMs now;
};
Result<RevisionId> resolve(Store &store, const Resolution &resolution);

} // namespace vox
