#pragma once
#include "models/documents/kind_info.h"
#include "models/sync/ancestry.h"

namespace vox {

class Store;

// The content of a revision as a merge sees it.
struct Side {
    enum class State { Content, Deleted, Gone, Newer }; // Gone: erased; Newer: not ours to touch
    State state = State::Content;
    QJsonObject content; // of the kind's own schema

    friend bool operator==(const Side &, const Side &) = default;
};
// `kind` null: unknown to this program, which makes every content Newer.
Result<Side> readSide(Store &store, const Revision &revision, const RevisionId &id, const KindInfo *kind);

// The common past of several revisions as one content: one revision's own, or a merge of several by the same rules. What they
// disagree about stays as it was before them, so that neither side looks as if it had not touched it. Lives for one merge.
class Past {
public:
    // `kind` null: unknown to this program.
    Past(Store &store, Ancestry &ancestry, const KindInfo *kind) : m_store(store), m_ancestry(ancestry), m_kind(kind) {}

    // Deleted when there are no bases: nothing was there before.
    Result<Side> of(const QStringList &bases, int depth = 0);
    // What was there when two groups of revisions parted.
    Result<Side> before(const QStringList &ones, const QStringList &others);
    Result<Side> read(const RevisionId &id);

private:
    Side together(const Side &base, const Side &ours, const Side &theirs) const;

    Store &m_store;
    Ancestry &m_ancestry;
    const KindInfo *m_kind;
};

} // namespace vox
