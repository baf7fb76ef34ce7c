#pragma once
#include "models/base/result.h"
#include "models/store/replica_store.h"
#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace vox {

// The form in which replicas give each other items: JSON, one object an item, named by "type". A revision's content stands
// in it as JSON and is brought back into canonical form on arrival, where the store checks it against its hash. All
// reading is strict: BadValue {path, value}, MissingField, WrongType or TooLarge say what is wrong and where.
namespace wire {

constexpr int mostItems = 2000;              // of a page
constexpr qint64 mostContent = 16 << 20;     // bytes of one content
constexpr qint64 pageBytes = 4 << 20;        // where a page ends, unless its first item alone is larger
constexpr qint64 mostPageBytes = 40 << 20;   // of what is read at all
constexpr int mostRevisions = 5000;          // of a question what is missing

// What a reader does with an item of a type it does not know: a puller skips it and remembers the type (see Exchange), so
// that a newer server does not stop an older console; a server refuses, or what it skipped would be lost.
enum class Unknown { Skip, Refuse };

struct Items {
    QList<ReplicaItem> items;
    QStringList skipped;  // types, each once
};

// A JSON array.
QByteArray writeItems(const QList<ReplicaItem> &items);
Result<Items> readItems(const QJsonValue &items, Unknown unknown);

// The answer of sync/changes: {"after", "items", "next", "more", "feed"}.
struct Changes {
    FeedCursor after;     // what was asked for: tells a page that came twice or late
    QList<ReplicaItem> items;
    QStringList skipped;
    FeedCursor next;
    bool more = false;
    QString feed;         // names the feed the cursors belong to; another one makes all cursors worthless
};
QByteArray writeChanges(const Changes &changes);
Result<Changes> readChanges(const QByteArray &json);

// The answer of sync/conversations: {"after", "conversations": [{"id", "erased"}], "next", "more", "feed"}.
struct ConversationNotice {
    ConversationId id;
    bool erased = false;
};
struct ConversationNotices {
    FeedCursor after;
    QList<ConversationNotice> notices;
    FeedCursor next;
    bool more = false;
    QString feed;
};
QJsonObject writeNotices(const ConversationNotices &notices);
Result<ConversationNotices> readNotices(const QJsonObject &json);

// The body of POST sync/items: {"items": […]}, and its answer: {"added", "changed": [ids], "split": [ids]}.
QByteArray writePush(const QList<ReplicaItem> &items);
Result<QList<ReplicaItem>> readPush(const QByteArray &json);
QJsonObject writeReceived(const Received &received);
Result<Received> readReceived(const QJsonObject &json);

// The body of POST sync/missing: {"revisions": [ids]}; its answer has the same form.
QJsonObject writeRevisions(const QStringList &revisions);
Result<QStringList> readRevisions(const QJsonObject &json);

// What events and lists of the feed show: {"cursor", "type", "subject", "facts", "at_utc_ms"}.
QJsonObject writeEntry(const FeedEntry &entry);
Result<FeedEntry> readEntry(const QJsonObject &json);

} // namespace wire

} // namespace vox
