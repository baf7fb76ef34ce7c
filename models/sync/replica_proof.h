#pragma once
#include "models/store/replica_store.h"
#include <QHash>
#include <QMap>
#include <QSet>

namespace vox {

// What a replica's items come to, collected one by one, so that two replicas can be compared: which revisions with which
// contents, which releases, where the environments point. A value.
class ReplicaProof {
public:
    void add(const ReplicaItem &item);
    int revisions() const { return int(m_revisions.size()); }
    // Revisions that no other one names as a parent, sorted.
    QStringList heads() const;
    // Everything of `other` is here, and nothing besides but merges that follow from it: NotFound {"revision" | "content" |
    // "release" | "environment", which} or Conflict {"revision", which}.
    Result<void> isWhole(const ReplicaProof &other) const;
    // Nothing here but what `other` has, or merges: a part of it, such as a restore that was interrupted.
    bool isPartOf(const ReplicaProof &other) const;

private:
    struct Known {
        bool content = false;
        bool merge = false;
    };
    QHash<RevisionId, Known> m_revisions;
    QSet<RevisionId> m_parents;
    QSet<QString> m_releases;
    QMap<Environment, QString> m_environments;
};

} // namespace vox
