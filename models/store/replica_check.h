#pragma once
#include "models/store/replica_store.h"

namespace vox {

// What stores of every kind ask of a header before they keep it: a document, a kind, hashes that look like hashes, no
// parent twice, text that survives UTF-8. BadValue otherwise.
Result<void> checkHeader(const Revision &revision);

// The header, and that `content` is what it names. BadValue otherwise.
Result<void> checkRevision(const Revision &revision, const QByteArray &content);

// One received revision, looked through.
struct CheckedRevision {
    RevisionId id;
    Revision header;
    std::optional<QByteArray> content;
    QString name; // for lists; empty when the content does not say
};

// Received items by kind, each group in the order it came in.
struct CheckedItems {
    QList<CheckedRevision> revisions; // each id once
    QStringList erasures;
    QList<Release> releases;
    QList<EnvironmentState> environments;
};

// Checks what can be known without a database. BadValue names what is wrong.
Result<CheckedItems> checkItems(const QList<ReplicaItem> &items);

// What a list calls a document of this content: its "name", else its "title"; at most 200 characters.
QString nameInContent(const QByteArray &content);

// A name as lists keep it.
QString listName(const QString &name);

} // namespace vox
