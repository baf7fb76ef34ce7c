#pragma once
#include "models/base/result.h"
#include "models/documents/release.h"
#include "models/documents/revision.h"
#include "models/store/feed_store.h"
#include <QList>
#include <optional>
#include <variant>

namespace vox {

// What replicas give each other. Each names itself by content, so that receiving it twice changes nothing.
struct RevisionItem {
    Revision header;
    std::optional<QByteArray> content; // canonical; absent when it was erased
};
struct ErasureItem { QString contentSha256; };
struct ReleaseItem { Release release; };
// The authority's word on an environment; a greater generation replaces a smaller one.
struct EnvironmentItem { EnvironmentState state; };
using ReplicaItem = std::variant<RevisionItem, ErasureItem, ReleaseItem, EnvironmentItem>;

struct Received {
    int added = 0;                // items that were new
    QList<DocumentId> changed;    // documents that got a revision
    QList<DocumentId> split;      // of those: documents that now have more than one head
};

// Exchange of documents with other replicas. Part of a Store. The set of revisions only grows; a document's heads are
// the revisions of its set that no other names as a parent, so replicas with equal sets have equal heads whatever came
// first.
class ReplicaStore {
public:
    virtual ~ReplicaStore() = default;
    // What these entries of the feed speak of, in their order; entries about other things are left out.
    virtual Result<QList<ReplicaItem>> items(const QList<FeedEntry> &entries) = 0;
    // Takes in all of them or none. Checks every id against what it names (BadValue), content against its hash
    // (BadValue), and that parents are there or earlier in the list (NotFound {"revision", id}). Working copies stay.
    virtual Result<Received> receive(const QList<ReplicaItem> &items, Origin origin) = 0;
    // Which of these revisions are not there.
    virtual Result<QStringList> missing(const QStringList &revisions) = 0;
    // Adds a revision whose parents are all there, heads or not: how a merge or a second head is made.
    virtual Result<RevisionId> graft(const Revision &revision, const QByteArray &content) = 0;
    // Documents with more than one head.
    virtual Result<QList<DocumentId>> splitDocuments() = 0;
    // Removes this content everywhere in the workspace and keeps the headers that name it.
    virtual Result<void> eraseContent(const QString &contentSha256) = 0;
};

} // namespace vox
