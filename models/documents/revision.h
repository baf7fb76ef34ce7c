#pragma once
#include "models/base/ids.h"
#include "models/base/time.h"
#include <QByteArray>
#include <QStringList>

namespace vox {

// Lower-case hex SHA-256 of a revision's header; empty means none.
using RevisionId = QString;

// One immutable step in a document's history: the header. The content is a blob of its own, named by its hash, so that
// erasing personal data removes the content and keeps the header. A tombstone has the content `null`.
struct Revision {
    DocumentId document;
    QString kind;
    int schema = 1;
    QStringList parents;      // RevisionIds; none: the first revision, two: a merge
    QString author;           // person, "merge", "import", "demo"
    UtcMs created;
    QString message;          // empty: an automatic one
    QString contentSha256;    // of the content's canonical form

    // SHA-256 of the RFC 8785 form of {document, kind, schema, parents (sorted), author, created_utc_ms, message,
    // content_sha256}.
    RevisionId id() const;
    bool isTombstone() const;
    friend bool operator==(const Revision &, const Revision &) = default;
};

// A revision whose content is `content` (canonical bytes; see canonicalJson).
Revision makeRevision(DocumentId document, const QString &kind, int schema, const QStringList &parents,
                      const QString &author, UtcMs created, const QString &message, const QByteArray &content);

// The content of a tombstone.
QByteArray tombstoneContent();

} // namespace vox
