#include "models/store/feed_entries.h"
#include "models/base/json_codec.h"
#include "models/conversation/event_names.h"

namespace vox {

using namespace Qt::StringLiterals;

FeedEntry revisedEntry(const Revision &revision, const RevisionId &id, const QString &name, Origin origin)
{
    const QJsonObject facts{{u"author"_s, revision.author},
                            {u"document"_s, revision.document.text()},
                            {u"kind"_s, revision.kind},
                            {u"name"_s, name},
                            {u"tombstone"_s, revision.isTombstone()}};
    return {{}, u"document.revised"_s, id, facts, {}, origin};
}

FeedEntry erasedEntry(const QString &contentSha256, Origin origin) { return {{}, u"content.erased"_s, contentSha256, {}, {}, origin}; }

FeedEntry releasedEntry(const Release &release, Origin origin)
{
    return {{}, u"release.made"_s, release.id(), {{u"number"_s, release.number}}, {}, origin};
}

FeedEntry environmentEntry(const EnvironmentState &state, Origin origin)
{
    return {{}, u"environment.changed"_s, enumName(state.environment), {{u"generation"_s, state.generation}, {u"release"_s, state.release}}, {},
            origin};
}

FeedEntry finishedEntry(const ConversationRow &row, Origin origin)
{
    const QJsonObject facts{{u"agent"_s, row.agent}, {u"name"_s, row.agentName}, {u"outcome"_s, enumName(row.outcome)}};
    return {{}, u"conversation.finished"_s, row.id.text(), facts, {}, origin};
}

FeedEntry conversationErasedEntry(ConversationId id, Origin origin) { return {{}, u"conversation.erased"_s, id.text(), {}, {}, origin}; }

Result<qint64> feedPlace(const FeedCursor &cursor, qint64 end)
{
    if (cursor.isEmpty()) return qint64(0);
    bool numeric = false;
    const qint64 place = cursor.toLongLong(&numeric);
    if (!numeric || place < 0 || place > end) return Error(Error::Code::BadValue, {u"cursor"_s, cursor.left(40)});
    return place;
}

} // namespace vox
