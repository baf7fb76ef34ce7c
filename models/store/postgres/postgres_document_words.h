#pragma once
#include "models/store/postgres/connection.h"
#include "models/base/ids.h"
#include "models/store/word_stems.h"

namespace vox {

// The index of what documents say. Nothing is added to it when documents change: it follows the feed and catches up when
// somebody searches. Owned by a PostgresDocuments, whose connection it shares.
class PostgresDocumentWords {
public:
    PostgresDocumentWords(Connection &connection, WorkspaceId workspace) : m_db(connection), m_workspace(workspace) {}

    // Until everything that is in the feed now can be found. After very many changes that takes longer than anybody waits:
    // StoreBusy then, and the next search goes on from there. Without room on the disk what is known is searched.
    Result<void> catchUp();
    // `typed` as a tsquery; empty: no words in it.
    QString query(const QString &typed);

private:
    // One stretch of the feed; false: that was all.
    Result<bool> step();
    Result<QList<QUuid>> changed(qint64 from, qint64 to);
    Result<void> readAgain(const QList<QUuid> &documents);

    Connection &m_db;
    WorkspaceId m_workspace;
    WordStems m_stems;
};

} // namespace vox
