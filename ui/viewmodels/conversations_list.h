#pragma once
#include "models/base/result.h"
#include "models/store/conversation_store.h"
#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <functional>

namespace vox {

// The list of conversations under a query, fetched in pages as it is scrolled. While a query runs the rows before it stay;
// of queries that were overtaken by a newer one no answer is shown, and at most one is under way. UI thread.
class ConversationsList : public QObject {
    Q_OBJECT
public:
    // Conversations::query, or a test's.
    using Fetch = std::function<QFuture<Result<ConversationPage>>(const ConversationQuery &query, qint64 after)>;
    explicit ConversationsList(Fetch fetch, QObject *parent = nullptr);

    const ConversationQuery &query() const { return m_query; }
    void setQuery(const ConversationQuery &query);
    // Asks for the first page again: something was stored, deleted or restored.
    void refresh();
    bool canFetchMore() const { return m_next != 0; }
    void fetchMore();

    const QList<ConversationRow> &rows() const { return m_rows; }
    int indexOf(ConversationId id) const;
    int count() const { return m_count; }
    bool isCountCapped() const { return m_countCapped; } // there are more than count()
    qint64 tookUs() const { return m_tookUs; }           // from asking for the first page to its answer
    bool wasAnswered() const { return m_answered; }      // at least once
    bool isFiltered() const { return m_query != ConversationQuery(); }
    std::optional<Error> error() const { return m_error; }

signals:
    void aboutToReset();
    void reset();                       // rows() are others
    void aboutToAppend(int first, int last);
    void appended();
    void answered();                    // count, time and error are new
    void queryChanged();

private:
    void ask();
    void take(const Result<ConversationPage> &page);
    void takeMore(const Result<ConversationPage> &page);

    Fetch m_fetch;
    ConversationQuery m_query;
    QList<ConversationRow> m_rows;
    qint64 m_next = 0;
    int m_count = 0;
    bool m_countCapped = false;
    qint64 m_tookUs = 0;
    bool m_answered = false, m_asking = false, m_askAgain = false, m_fetching = false;
    quint64 m_generation = 0;
    QElapsedTimer m_clock;
    std::optional<Error> m_error;
};

} // namespace vox
