#pragma once
#include "models/base/result.h"
#include "models/documents/revision.h"
#include <QHash>

namespace vox {

class Store;

// The graph of a document's revisions as far as it was walked, with the headers remembered. Lives for one merge.
class Ancestry {
public:
    explicit Ancestry(Store &store) : m_store(store) {}

    Result<Revision> header(const RevisionId &id);
    // The lowest common ancestors of two groups of revisions, sorted by id; a revision counts as its own ancestor. Walks
    // about as far as they are away; times only order the walk, they decide nothing.
    Result<QStringList> common(const QStringList &ones, const QStringList &others);
    // The lowest common ancestors of all of these at once, sorted by id; at least one.
    Result<QStringList> commonToAll(const QStringList &revisions);
    // Whether `elder` is an ancestor of `younger` or the same.
    Result<bool> reaches(const RevisionId &younger, const RevisionId &elder);

private:
    // Without those that another one of them descends from.
    Result<QStringList> lowest(QStringList revisions);

    Store &m_store;
    QHash<RevisionId, Revision> m_headers;
};

} // namespace vox
