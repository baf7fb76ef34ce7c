#pragma once
#include "models/base/result.h"
#include "models/documents/revision.h"
#include <QList>
#include <optional>

namespace vox {

// A document in a list: where its history stands and what is being worked on.
struct DocumentRow {
    DocumentId id;
    QString kind;
    QString name;                 // of the working copy, else of the head
    QList<RevisionId> heads;      // the newest revision; two or more while a conflict is unresolved
    int schema = 1;               // of the newest head
    UtcMs changed;                // when the working copy or the head was written
    bool hasWorkingCopy = false;
    bool deleted = false;

    RevisionId head() const { return heads.isEmpty() ? RevisionId() : heads.first(); }
};

// What is being written right now: one per document, crash-safe, no revision yet.
struct WorkingCopy {
    DocumentId document;
    RevisionId base;              // what it was made from; empty: the document has no revision yet
    int schema = 1;
    QByteArray content;           // canonical JSON
    QString name;                 // for lists
    UtcMs changed;
    qint64 stamp = 0;             // grows with each write; 0 has never been written
};

struct StoredRevision {
    RevisionId id;
    Revision header;
    bool contentErased = false;   // the header outlived its content
};

// Documents, their revisions and working copies. Part of a Store: same thread, same rules. Answers NotFound for what is
// not there and Conflict for what somebody else changed meanwhile.
class DocumentStore {
public:
    virtual ~DocumentStore() = default;
    enum class Deleted { Hide, Only };

    // Sorted by name, case-insensitively. All of them: where there may be thousands, ask for a page.
    virtual Result<QList<DocumentRow>> list(const QString &kind, Deleted which = Deleted::Hide) = 0;
    enum class Sort { Name, NewestFirst };
    struct Query {
        QString kind;
        Deleted which = Deleted::Hide;
        QString name;             // a part of the name, in any case; empty: all
        Sort sort = Sort::Name;
        QString after;            // Page::next; empty: the first page
        int limit = 50;           // 1..200
        QString text;             // words that stand in the name or anywhere in the newest revision; the last may be unfinished
        bool inConflict = false;  // only those with more than one head
    };
    struct Page {
        QList<DocumentRow> rows;
        QString next;             // empty: this was the last page
    };
    // BadValue for an `after` that is none.
    virtual Result<Page> page(const Query &query) = 0;
    virtual Result<DocumentRow> find(DocumentId id) = 0;

    virtual Result<std::optional<WorkingCopy>> workingCopy(DocumentId id) = 0;
    // Writes when the stored stamp is still `copy.stamp`, else Conflict. Makes the document when it is new. Answers the
    // new stamp. On disk when it returns.
    virtual Result<qint64> putWorkingCopy(const WorkingCopy &copy, const QString &kind) = 0;
    virtual Result<void> discardWorkingCopy(DocumentId id) = 0;

    // What becomes of the working copy when a revision is added.
    enum class Copy { Keep, Discard };
    // Adds a revision whose parents must be heads now (Conflict otherwise); it takes their place. A revision that is
    // already there changes nothing. Makes the document when it is new; a tombstone marks it deleted, any other revision
    // brings it back. BadValue when the content is not the header's, was erased for good, or the header is none.
    virtual Result<RevisionId> addRevision(const Revision &revision, const QByteArray &content, const QString &name, Copy copy) = 0;
    virtual Result<StoredRevision> revision(const RevisionId &id) = 0;
    // Canonical JSON; NotFound when erased.
    virtual Result<QByteArray> content(const RevisionId &id) = 0;
    // Newest first; those before `after` when one of the document's is named (BadValue for another).
    virtual Result<QList<StoredRevision>> history(DocumentId id, int limit = 500, const RevisionId &after = {}) = 0;

    // A document's row and the content of its head; no content when that was erased.
    struct Open {
        DocumentRow row;
        std::optional<QByteArray> content;
    };
    // find() and content() in one.
    virtual Result<Open> open(DocumentId id) = 0;
    // These will be asked next: where it pays they are fetched together (Store::fetch).
    virtual void foreseeOpen(DocumentId) {}
    virtual void foreseePage(const Query &) {}
    virtual void foreseeHistory(DocumentId, int /*limit*/, const RevisionId & /*after*/) {}
};

} // namespace vox
