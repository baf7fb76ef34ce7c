#include "models/store/sqlite/sqlite_conversations.h"
#include "models/conversation/event_names.h"
#include "models/store/conversation_body.h"
#include "models/store/conversation_sums.h"
#include "models/store/feed_entries.h"
#include "models/store/sqlite/conversation_words.h"
#include "models/store/sqlite/word_tokenizer.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int keyShift = 10; // up to 1,024 conversations may start in one millisecond before keys leave their place

constexpr char columns[] = "c.id, c.agent, c.agent_name, c.revision, c.release, c.started_utc_ms, c.duration_ms, c.language, "
                           "c.channel, c.outcome, c.p50_ms, c.p95_ms, c.turns, c.errors, c.interruptions, c.key";

ConversationRow readRow(const Statement &row)
{
    ConversationRow out;
    out.id = ConversationId::parse(row.text(0)).value_or(ConversationId());
    out.agent = row.text(1);
    out.agentName = row.text(2);
    out.revision = row.text(3);
    out.release = row.text(4);
    out.started = {row.integer(5)};
    out.durationMs = row.integer(6);
    out.language = row.text(7);
    out.channel = enumFromName<Channel>(row.text(8)).value_or(Channel::Microphone);
    out.outcome = enumFromName<Outcome>(row.text(9)).value_or(Outcome::Failed);
    out.p50Ms = row.optionalInteger(10);
    out.p95Ms = row.optionalInteger(11);
    out.turns = int(row.integer(12));
    out.errors = int(row.integer(13));
    out.interruptions = int(row.integer(14));
    return out;
}

// One FROM and WHERE for both the page and the count, of the conditions that apply, so that each has an index to go by.
QByteArray conversationsAsked(const ConversationQuery &asked, bool searches, bool counts)
{
    QByteArray where = "c.key >= ?8 and c.key < ?9 ";
    if (!asked.agent.isEmpty()) where += "and c.agent = ?1 ";
    if (!asked.language.isEmpty()) where += "and c.language = ?2 ";
    if (asked.channel) where += "and c.channel = ?3 ";
    if (asked.outcome) where += "and c.outcome = ?4 ";
    if (asked.slowerThanMs) where += "and c.p95_ms >= ?5 ";
    if (asked.withErrors) where += "and c.errors > 0 ";
    if (asked.interrupted) where += "and c.interruptions > 0 ";
    if (!asked.release.isEmpty()) where += "and c.release = ?10 ";
    QByteArray sql = counts ? QByteArray("select count(*) from (select 1") : QByteArray("select ") + columns;
    if (searches) sql += " from conversation_search s cross join conversation c on c.key = s.rowid where conversation_search match ?11 "
                         "and s.rowid >= ?8 and s.rowid < ?9 and " + where + (counts ? "limit ?12)" : "order by s.rowid desc limit ?12");
    else sql += " from conversation c where " + where + (counts ? "limit ?11)" : "order by c.key desc limit ?11");
    return sql;
}

const QByteArray conversationById = QByteArray("select ") + columns + " from conversation c where c.id = ?";
const QByteArray rowsByRange = QByteArray("select ") + columns + " from conversation c where c.id >= ? and c.id < ? limit 2";

} // namespace

Result<void> SqliteConversations::put(const QList<Entry> &entries, Origin origin)
{
    return m_db.transaction([&]() -> Result<void> {
        for (const Entry &entry : entries) {
            auto done = putOne(entry);
            if (done) done = m_feed.add(finishedEntry(entry.row, origin));
            if (!done) return done;
        }
        return {};
    });
}

Result<void> SqliteConversations::putOne(const Entry &entry)
{
    const ConversationRow &row = entry.row;
    const auto erased = isErased(row.id);
    if (!erased) return erased.error();
    if (*erased) return Error(Error::Code::Conflict, {u"conversation"_s, u"erased"_s});
    const auto known = keyOf(row.id.text());
    if (!known) return known.error();
    if (*known)
        if (auto gone = eraseKey(**known); !gone) return gone;
    const auto key = freeKey(row);
    if (!key) return key.error();
    const QString words = indexedText(row, entry.text);
    auto done = m_db.run("insert into conversation(key, id, agent, agent_name, revision, release, started_utc_ms, duration_ms, language, "
                         "channel, outcome, p50_ms, p95_ms, turns, errors, interruptions) "
                         "values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         *key, row.id.text(), row.agent, row.agentName, row.revision, row.release, row.started.value, row.durationMs,
                         row.language, enumName(row.channel), enumName(row.outcome), row.p50Ms, row.p95Ms, row.turns, row.errors,
                         row.interruptions);
    if (done)
        done = m_db.run("insert into conversation_body(key, events, words) values(?, ?, ?)", *key, qCompress(entry.events),
                        qCompress(words.toUtf8()));
    if (done) done = m_db.run("insert into conversation_search(rowid, words) values(?, ?)", *key, words);
    if (done) done = m_words.add(entry.text);
    return done;
}

Result<std::optional<qint64>> SqliteConversations::keyOf(const QString &id)
{
    auto query = m_db.query("select key from conversation where id = ?", id);
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    return *row ? query->optionalInteger(0) : std::nullopt;
}

Result<qint64> SqliteConversations::freeKey(const ConversationRow &row)
{
    const qint64 started = qBound(qint64(0), row.started.value, qint64(1) << 48);
    for (qint64 key = started << keyShift;; ++key) {
        auto query = m_db.query("select 1 from conversation where key = ?", key);
        if (!query) return query.error();
        const auto taken = query->next();
        if (!taken) return taken.error();
        if (!*taken) return key;
    }
}

// The index keeps no text of its own, so the words have to be given back to it exactly.
Result<void> SqliteConversations::eraseKey(qint64 key)
{
    auto query = m_db.query("select words from conversation_body where key = ?", key);
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    if (*row) {
        const auto words = unpackedBody(query->blob(0), m_db.path());
        if (!words) return words.error();
        const QString text = QString::fromUtf8(*words);
        auto gone = m_db.run("insert into conversation_search(conversation_search, rowid, words) values('delete', ?, ?)", key, text);
        if (gone) gone = m_words.forget(text.section(QChar(reservedMark), 0, 0));
        if (!gone) return gone;
    }
    return m_db.run("delete from conversation where key = ?", key);
}

Result<ConversationRow> SqliteConversations::find(ConversationId id)
{
    auto query = m_db.query(conversationById.constData(), id.text());
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    if (!*row) return Error(Error::Code::NotFound, {u"conversation"_s, id.text()});
    return readRow(*query);
}

Result<ConversationRow> SqliteConversations::findByPrefix(const QString &idPrefix)
{
    const Error missing(Error::Code::NotFound, {u"conversation"_s, idPrefix});
    if (idPrefix.size() < 8) return missing;
    const QString prefix = idPrefix.toLower();
    auto query = m_db.query(rowsByRange.constData(), prefix, prefix + u'~');
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    if (!*row) return missing;
    const ConversationRow found = readRow(*query);
    const auto second = query->next();
    if (!second) return second.error();
    if (*second) return Error(Error::Code::Conflict, {idPrefix});
    return found;
}

Result<QByteArray> SqliteConversations::events(ConversationId id)
{
    auto query = m_db.query("select b.events from conversation c join conversation_body b on b.key = c.key where c.id = ?", id.text());
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    if (!*row) return Error(Error::Code::NotFound, {u"conversation"_s, id.text()});
    return unpackedBody(query->blob(0), m_db.path());
}

Result<ConversationPage> SqliteConversations::query(const ConversationQuery &asked, qint64 after)
{
    Result<std::optional<QStringList>> begun = std::optional<QStringList>();
    const QString match = matchExpression(asked, m_stems, [&](const QString &beginning) {
        begun = m_words.beginningWith(beginning);
        return begun.valueOr(std::nullopt);
    });
    if (!begun) return begun.error();
    const qint64 least = asked.from ? asked.from->value << keyShift : 0;
    const qint64 end = asked.to ? asked.to->value << keyShift : std::numeric_limits<qint64>::max();
    const auto ask = [&](bool counts, qint64 below, int limit) -> Result<Statement> {
        auto statement = m_db.query(conversationsAsked(asked, !match.isEmpty(), counts).constData(), asked.agent, asked.language,
                                    asked.channel ? enumName(*asked.channel) : QString(),
                                    asked.outcome ? enumName(*asked.outcome) : QString(), asked.slowerThanMs.value_or(-1),
                                    asked.withErrors ? 1 : 0, asked.interrupted ? 1 : 0, least, below, asked.release);
        if (!statement) return statement;
        if (!match.isEmpty()) statement->bind(match);
        statement->bind(limit);
        return statement;
    };

    ConversationPage page;
    qint64 last = 0;
    auto rows = ask(false, after > 0 ? qMin(after, end) : end, ConversationPage::size + 1);
    if (!rows) return rows.error();
    while (true) {
        const auto more = rows->next();
        if (!more) return more.error();
        if (!*more) break;
        if (page.rows.size() == ConversationPage::size) {
            page.next = last;
            break;
        }
        page.rows.append(readRow(*rows));
        last = rows->integer(15);
    }
    if (after > 0) return page;
    page.count = int(page.rows.size());
    if (page.next == 0) return page;
    auto count = ask(true, end, ConversationPage::countCap + 1);
    if (!count) return count.error();
    if (const auto row = count->next(); !row) return row.error();
    const int found = int(count->integer(0));
    page.countCapped = found > ConversationPage::countCap;
    page.count = qMin(found, ConversationPage::countCap);
    return page;
}

// Keys are times, so the stretch is one run along the table.
Result<ConversationSums> SqliteConversations::sums(UtcMs from, UtcMs to)
{
    auto sum = SumOfConversations::over(from, to);
    if (!sum) return sum.error();
    auto rows = m_db.query("select started_utc_ms, outcome, p95_ms from conversation where key >= ? and key < ?",
                           qMax(qint64(0), from.value) << keyShift, qMax(qint64(0), to.value) << keyShift);
    if (!rows) return rows.error();
    while (true) {
        const auto more = rows->next();
        if (!more) return more.error();
        if (!*more) return sum->sums();
        sum->add({rows->integer(0)}, rows->text(1), rows->optionalInteger(2));
    }
}

Result<void> SqliteConversations::erase(ConversationId id, Origin origin)
{
    return m_db.transaction([&]() -> Result<void> {
        const auto key = keyOf(id.text());
        if (!key) return key.error();
        if (!*key) return Error(Error::Code::NotFound, {u"conversation"_s, id.text()});
        auto gone = eraseKey(**key);
        if (gone) gone = m_db.run("insert or ignore into conversation_erasure(conversation) values(?)", id.text());
        if (gone) gone = m_feed.add(conversationErasedEntry(id, origin));
        return gone;
    });
}

Result<bool> SqliteConversations::isErased(ConversationId id)
{
    auto query = m_db.query("select 1 from conversation_erasure where conversation = ?", id.text());
    if (!query) return query.error();
    return query->next();
}

Result<void> SqliteConversations::forgive(ConversationId id)
{
    return m_db.run("delete from conversation_erasure where conversation = ?", id.text());
}

} // namespace vox
