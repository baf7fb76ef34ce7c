#include "models/store/postgres/postgres_feed.h"
#include "models/store/feed_entries.h"
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

Result<qint64> PostgresFeed::last()
{
    const auto rows = m_db.read("select number from feed_end where workspace = $1", m_workspace.uuid());
    if (!rows) return rows.error();
    return rows->isEmpty() ? 0 : rows->integer(0, 0);
}

Result<FeedCursor> PostgresFeed::end()
{
    const auto number = last();
    if (!number) return number.error();
    return QString::number(*number);
}

Result<FeedPage> PostgresFeed::after(const FeedCursor &cursor, int limit)
{
    return read("select number, type, subject, facts, at_utc_ms, origin from feed "
                "where workspace = $1 and number > $2 and number <= $3 order by number limit $4",
                cursor, limit);
}

Result<FeedPage> PostgresFeed::madeHereAfter(const FeedCursor &cursor, int limit)
{
    return read("select number, type, subject, facts, at_utc_ms, origin from feed "
                "where workspace = $1 and origin = 0 and number > $2 and number <= $3 order by number limit $4",
                cursor, limit);
}

Result<FeedPage> PostgresFeed::read(const QByteArray &sql, const FeedCursor &cursor, int limit)
{
    if (limit < 1 || limit > 5000) return Error(Error::Code::OutOfRange, {u"limit"_s, u"1..5000"_s});
    // Asked first, so that nothing written meanwhile lies before the place the page ends at.
    const auto end = last();
    if (!end) return end.error();
    const auto place = feedPlace(cursor, *end);
    if (!place) return place.error();
    const auto rows = m_db.read(sql, m_workspace.uuid(), *place, *end, limit + 1);
    if (!rows) return rows.error();
    FeedPage page;
    page.more = rows->size() > limit;
    for (int row = 0; row < qMin(limit, rows->size()); ++row)
        page.entries.append({QString::number(rows->integer(row, 0)), rows->text(row, 1), rows->text(row, 2),
                             QJsonDocument::fromJson(rows->blob(row, 3)).object(), {rows->integer(row, 4)},
                             rows->integer(row, 5) == 0 ? Origin::Here : Origin::Elsewhere});
    page.next = page.more ? page.entries.last().cursor : QString::number(*end);
    return page;
}

Result<void> PostgresFeed::add(const FeedEntry &entry)
{
    return m_db.transaction(
        [&]() -> Result<void> {
            m_chronicle.tell(entry);
            return {};
        },
        Connection::Repeat::Allowed);
}

} // namespace vox
