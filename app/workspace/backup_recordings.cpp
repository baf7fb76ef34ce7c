#include "app/workspace/backup.h"
#include "app/workspace/conversation_sync.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "models/store/store.h"
#include <QPromise>

namespace vox {

namespace {

// Asks for one recording after another; deletes itself with its answer.
class RecordingFetch : public QObject {
public:
    RecordingFetch(Workspace &workspace, TeamServer &server) : m_workspace(workspace), m_conversations(workspace, server) { m_promise.start(); }

    QFuture<Result<int>> begin()
    {
        const auto future = m_promise.future();
        const auto list = [](Store &store) -> Result<QList<ConversationId>> {
            QList<ConversationId> ids;
            for (qint64 after = 0;;) {
                const auto page = store.conversations().query({}, after);
                if (!page) return page.error();
                for (const ConversationRow &row : page->rows) ids.append(row.id);
                if (page->next == 0) return ids;
                after = page->next;
            }
        };
        whenDone(m_workspace.stores().read(list), this, [this](const Result<QList<ConversationId>> &ids) {
            if (!ids) return answer(ids.error());
            m_ids = *ids;
            next();
        });
        return future;
    }

private:
    void next()
    {
        if (m_ids.isEmpty()) return answer(m_count);
        whenDone(m_conversations.recording(m_ids.takeFirst()), this, [this](const Result<QString> &path) {
            // A written conversation has no sound.
            if (!path && path.error().code != Error::Code::NotFound) return answer(path.error());
            m_count += path ? 1 : 0;
            next();
        });
    }

    void answer(const Result<int> &result)
    {
        m_promise.addResult(result);
        m_promise.finish();
        deleteLater();
    }

    Workspace &m_workspace;
    ConversationSync m_conversations;
    QList<ConversationId> m_ids;
    int m_count = 0;
    QPromise<Result<int>> m_promise;
};

} // namespace

QFuture<Result<int>> fetchRecordings(Workspace &workspace, TeamServer &server)
{
    auto *fetch = new RecordingFetch(workspace, server); // deletes itself with its answer
    return fetch->begin();
}

} // namespace vox
