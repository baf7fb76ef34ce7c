#pragma once
#include "models/documents/revision.h"
#include "models/store/replica_store.h"
#include "models/sync/many_way.h"
#include <QHash>
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
    bool erased = false;       // its content is gone for good; empty too
    QJsonObject content;       // brought up to the newest schema
};

// A document that waits for a person: the state before, all its newest versions, each place where they differ with every
// value it has come to, and everything else already merged.
struct ConflictInfo {
    DocumentId document;
    QString kind;
    QString name;
    std::optional<ConflictSide> before;  // of all sides; absent: they began without a common past
    QList<ConflictSide> sides;           // two or more; the one made here last comes first, the others by their age
    QList<ConflictPlace> places;         // by path; none when only deletions are to be decided about, or nothing can be merged
    QJsonObject merged;                  // all, with the first side's value where they differ
    bool readOnly = false;               // of a newer schema or an unknown kind: shown, not resolved here

    const ConflictSide &ours() const { return sides.first(); }
    const ConflictSide &theirs() const { return sides.at(1); }
    // Somebody deleted the document: it is kept as the others left it, or let go.
    bool anyDeleted() const;
    QStringList heads() const; // of all sides
};

// `me`: the author whose head is shown first. NotFound when the document has one head.
Result<ConflictInfo> findConflict(Store &store, DocumentId document, const QString &me);

// The merged content with other values at these places: path → which of its values.
QJsonObject withChoices(const ConflictInfo &conflict, const QHash<QString, int> &choices);

// Makes one revision with this content on top of these sides (two or more; normally all); no content deletes the document.
// Conflict when one of them is no head any more. Heads that came meanwhile are settled afterwards as far as they can be.
struct Resolution {
    DocumentId document;
    QStringList heads;
    std::optional<QJsonObject> content;
    QString author;
    QString message;
    UtcMs now;
};
Result<RevisionId> resolve(Store &store, const Resolution &resolution);

} // namespace vox
