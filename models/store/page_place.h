#pragma once
#include "models/store/document_store.h"

namespace vox {

// Where a page of documents ends, as the opaque text callers hand back: the sort key of its last row and its id.
struct PagePlace {
    QString folded;      // Sort::Name
    qint64 changed = 0;  // Sort::NewestFirst
    QString id;

    // The place before everything.
    static PagePlace beginning(DocumentStore::Sort sort);
    // BadValue when `query.after` is none. Also checks the limit (OutOfRange).
    static Result<PagePlace> of(const DocumentStore::Query &query);
    static PagePlace after(const DocumentRow &row);
    QString text(DocumentStore::Sort sort) const;
};

// A name as it is sorted and searched: case and ё do not matter.
QString foldedName(const QString &name);

} // namespace vox
