#include "models/store/sqlite/sqlite_feed.h"
#include "models/documents/canonical_json.h"
#include "models/store/feed_entries.h"
#include <QDateTime>
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

Result<qint64> SqliteFeed::last()
{
    auto query = m_db.query("select coalesce(max(number), 0) from feed");
    if (!query) return query.error();
    if (const auto row = query->next(); !row) return row.error();
    return query->integer(0);
}

Result<FeedCursor> SqliteFeed::end()
{
    const auto number = last();
    if (!number) return number.error();
    return QString::number(*number);
}

Result<FeedPage> SqliteFeed::after(const FeedCursor &cursor, int limit)
{
    return read("select number, type, subject, facts, at_utc_ms, origin from feed where number > ? and number <= ? order by number limit ?",
                cursor, limit);
}

Result<FeedPage> SqliteFeed::madeHereAfter(const FeedCursor &cursor, int limit)
{
    return read("select number, type, subject, facts, at_utc_ms, origin from feed where origin = 0 and number > ? and number <= ? "
                "order by number limit ?",
                cursor, limit);
}

Result<FeedPage> SqliteFeed::read(const char *sql, const FeedCursor &cursor, int limit)
{
    if (limit < 1 || limit > 5000) return Error(Error::Code::OutOfRange, {u"limit"_s, u"1..5000"_s});
    // Asked first, so that nothing written meanwhile lies before the place the page ends at.
    const auto end = last();
    if (!end) return end.error();
    const auto place = feedPlace(cursor, *end);
    if (!place) return place.error();
    auto query = m_db.query(sql, *place, *end, limit + 1);
    if (!query) return query.error();
    FeedPage page;
    while (true) {
        const auto row = query->next();
        if (!row) return row.error();
        if (!*row) break;
        if (page.entries.size() == limit) {
            page.more = true;
            break;
        }
        page.entries.append({QString::number(query->integer(0)), query->text(1), query->text(2),
                             QJsonDocument::fromJson(query->text(3).toUtf8()).object(), {query->integer(4)},
                             query->integer(5) == 0 ? Origin::Here : Origin::Elsewhere});
    }
    page.next = page.more ? page.entries.last().cursor : QString::number(*end);
    return page;
}

Result<void> SqliteFeed::add(const FeedEntry &entry)
{
    const qint64 at = entry.at.value != 0 ? entry.at.value : QDateTime::currentMSecsSinceEpoch();
    return m_db.run("insert into feed(type, subject, facts, at_utc_ms, origin) values(?, ?, ?, ?, ?)", entry.type, entry.subject,
                    QString::fromUtf8(canonicalJson(entry.facts)), at, entry.origin == Origin::Here ? 0 : 1);
}

} // namespace vox
