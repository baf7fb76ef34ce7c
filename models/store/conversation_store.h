#pragma once
#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/base/time.h"
#include "models/conversation/event.h"
#include "models/store/feed_store.h"
#include <QByteArray>
#include <QList>
#include <array>
#include <optional>

namespace vox {

// A conversation's search columns: a row of the list.
struct ConversationRow {
    ConversationId id;
    QString agent;                    // document id
    QString agentName;                // as it was called then
    QString revision;
    QString release;                  // empty: a draft
    UtcMs started;
    qint64 durationMs = 0;
    QString language;
    Channel channel = Channel::Microphone;
    Outcome outcome = Outcome::Completed;
    std::optional<qint64> p50Ms;      // null where the caller did not speak
    std::optional<qint64> p95Ms;
    int turns = 0;
    int errors = 0;
    int interruptions = 0;
    friend bool operator==(const ConversationRow &, const ConversationRow &) = default;
};

// Which conversations. All conditions hold at once; the text's words may stand anywhere in the transcript, the last one
// may be unfinished.
struct ConversationQuery {
    QString text;
    QString agent;                    // document id; empty: all
    QString language;
    std::optional<Channel> channel;
    std::optional<Outcome> outcome;
    std::optional<qint64> slowerThanMs;   // p95 at least
    bool withErrors = false;
    bool interrupted = false;
    std::optional<UtcMs> from;        // started at or after
    std::optional<UtcMs> to;          // started before
    QString release;                  // id of a release; empty: all
    friend bool operator==(const ConversationQuery &, const ConversationQuery &) = default;
};

// At most 50 rows, newest first.
struct ConversationPage {
    QList<ConversationRow> rows;
    qint64 next = 0;                  // hand to the next query; 0: this was the last page
    int count = 0;                    // first page only: how many there are, at most countCap
    bool countCapped = false;         // there are more than countCap: show "1000+"
    static constexpr int size = 50;
    static constexpr int countCap = 1000;
};

// Conversations of a stretch of time in figures.
struct ConversationSums {
    int count = 0;
    std::array<int, 5> outcomes{};    // by Outcome
    QList<int> byHour;                // how many began in each hour since the stretch began
    std::optional<qint64> p95Ms;      // of their own p95, by nearest rank; null where no caller spoke
};

// Conversations: search columns, the events as one compressed blob, and the words for search. Part of a Store.
class ConversationStore {
public:
    struct Entry {
        ConversationRow row;
        QByteArray events; // the records of events.log, see models/conversation/log.h
        QString text;      // what search finds: the spoken words
    };

    virtual ~ConversationStore() = default;
    // Inserts or replaces, all or none. Conflict {"conversation", "erased"} for one that was erased: erased ones never come back.
    virtual Result<void> put(const QList<Entry> &entries, Origin origin = Origin::Here) = 0;
    virtual Result<ConversationRow> find(ConversationId id) = 0;
    // The conversation whose id begins with this text (8 characters or more); Conflict when several do.
    virtual Result<ConversationRow> findByPrefix(const QString &idPrefix) = 0;
    virtual Result<QByteArray> events(ConversationId id) = 0;
    // `after` 0: the first page.
    virtual Result<ConversationPage> query(const ConversationQuery &query, qint64 after = 0) = 0;
    // Of those that started at or after `from` and before `to`; OutOfRange for more than 400 days.
    virtual Result<ConversationSums> sums(UtcMs from, UtcMs to) = 0;
    // For good: a mark stays, which put() sees.
    virtual Result<void> erase(ConversationId id, Origin origin = Origin::Here) = 0;
    virtual Result<bool> isErased(ConversationId id) = 0;
    // Who erased it here thought better of it: put() takes it again.
    virtual Result<void> forgive(ConversationId id) = 0;
};

} // namespace vox
