#include "models/sync/serve.h"
#include "models/store/store.h"
#include "models/sync/settle.h"
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype firstChunk = 8;
constexpr qsizetype largestChunk = 256;
constexpr qint64 headerWeight = 600;

} // namespace

qint64 weightOf(const ReplicaItem &item)
{
    if (const auto *revision = std::get_if<RevisionItem>(&item)) return headerWeight + (revision->content ? revision->content->size() : 0);
    if (const auto *release = std::get_if<ReleaseItem>(&item)) return headerWeight + 110 * release->release.documents.size();
    return headerWeight;
}

Result<wire::Changes> changesAfter(Store &store, const FeedCursor &after, int limit, const QString &feed)
{
    auto page = store.feed().after(after, std::clamp(limit, 1, wire::mostItems));
    if (!page) return page.error();
    wire::Changes out;
    out.after = after;
    out.next = page->next;
    out.more = page->more;
    out.feed = feed;
    // Contents are read a few at a time: a page of large ones must not be in memory before it is known to be too long.
    qint64 weight = 0;
    qsizetype chunk = firstChunk;
    for (qsizetype at = 0; at < page->entries.size();) {
        const auto entries = page->entries.mid(at, chunk);
        at += entries.size();
        const auto items = store.replica().items(entries);
        if (!items) return items.error();
        for (const ReplicaItem &item : *items) weight += weightOf(item);
        out.items += *items;
        if (weight >= wire::pageBytes && at < page->entries.size()) {
            out.next = entries.last().cursor;
            out.more = true;
            break;
        }
        const qint64 each = std::max<qint64>(1, weight / at);
        chunk = std::clamp<qsizetype>((wire::pageBytes - weight) / each + 1, 1, largestChunk);
    }
    return out;
}

Result<wire::ConversationNotices> conversationsAfter(Store &store, const FeedCursor &after, int limit, const QString &feed)
{
    const auto page = store.feed().after(after, std::clamp(limit, 1, wire::mostItems));
    if (!page) return page.error();
    wire::ConversationNotices out{after, {}, page->next, page->more, feed};
    for (const FeedEntry &entry : page->entries) {
        const bool erased = entry.type == "conversation.erased"_L1;
        if (!erased && entry.type != "conversation.finished"_L1) continue;
        if (const auto id = ConversationId::parse(entry.subject)) out.notices.append({*id, erased});
    }
    return out;
}

Result<Received> takeItems(Store &store, const QList<ReplicaItem> &items, Trust trust)
{
    for (const ReplicaItem &item : items) {
        const bool taken = std::holds_alternative<RevisionItem>(item) || trust == Trust::Everything ||
                           (std::holds_alternative<ErasureItem>(item) && trust == Trust::Erasures);
        if (!taken) return Error(Error::Code::Refused, {u"items"_s});
    }
    Received out;
    const auto done = store.transaction([&]() -> Result<void> {
        auto received = store.replica().receive(items, Origin::Elsewhere);
        if (!received) return received.error();
        const auto split = settleAll(store, received->split);
        if (!split) return split.error();
        out = *received;
        out.split = *split;
        return {};
    });
    if (!done) return done.error();
    return out;
}

} // namespace vox
