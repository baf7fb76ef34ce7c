#include "models/store/postgres/postgres_conversations.h"
#include "models/conversation/event_names.h"
#include "models/store/conversation_body.h"
#include "models/store/conversation_sums.h"
#include "models/store/feed_entries.h"
#include "models/store/postgres/postgres_search.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int keyShift = 10; // up to 1,024 conversations may start in one millisecond before keys leave their place

const QByteArray columns = "select c.id, c.agent, c.agent_name, c.revision, c.release, c.started_utc_ms, c.duration_ms, c.language, "
                           "c.channel, c.outcome, c.p50_ms, c.p95_ms, c.turns, c.errors, c.interruptions, c.key ";

ConversationRow readConversation(const Rows &rows, int row)
{
    ConversationRow out;
    out.id = ConversationId(rows.uuid(row, 0));
    out.agent = rows.text(row, 1);
    out.agentName = rows.text(row, 2);
    out.revision = rows.text(row, 3);
    out.release = rows.text(row, 4);
    out.started = {rows.integer(row, 5)};
    out.durationMs = rows.integer(row, 6);
    out.language = rows.text(row, 7);
    out.channel = enumFromName<Channel>(rows.text(row, 8)).value_or(Channel::Microphone);
    out.outcome = enumFromName<Outcome>(rows.text(row, 9)).value_or(Outcome::Failed);
    out.p50Ms = rows.optionalInteger(row, 10);
    out.p95Ms = rows.optionalInteger(row, 11);
    out.turns = int(rows.integer(row, 12));
    out.errors = int(rows.integer(row, 13));
    out.interruptions = int(rows.integer(row, 14));
    return out;
}

Error notFound(const QString &id) { return Error(Error::Code::NotFound, {u"conversation"_s, id}); }

} // namespace

Result<void> PostgresConversations::put(const QList<Entry> &entries, Origin origin)
{
    return m_db.transaction(
        [&]() -> Result<void> {
            for (const Entry &entry : entries) {
                if (auto done = putOne(entry); !done) return done;
                m_chronicle.tell(finishedEntry(entry.row, origin));
            }
            return {};
        },
        Connection::Repeat::Allowed);
}

Result<void> PostgresConversations::putOne(const Entry &entry)
{
    const ConversationRow &row = entry.row;
    const QUuid workspace = m_workspace.uuid();
    const auto gone = m_db.write("delete from conversation where workspace = $1 and id = $2", workspace, row.id.uuid());
    if (!gone) return gone.error();
    const auto erased = isErased(row.id);
    if (!erased) return erased.error();
    if (*erased) return Error(Error::Code::Conflict, {u"conversation"_s, u"erased"_s});
    const qint64 first = qBound(qint64(0), row.started.value, qint64(1) << 48) << keyShift;
    const auto free = m_db.read("select coalesce(max(key) + 1, $2) from conversation where workspace = $1 and key >= $2 and key < $2 + 1024", workspace, first);
    if (!free) return free.error();
    const QStringList words = searchWords(entry.text, m_stems);
    qint64 key = free->integer(0, 0);
    // Somebody may take a key between asking and taking.
    while (true) {
        const auto placed = insertAt(key, row, words);
        if (!placed) return placed.error();
        if (*placed) break;
        ++key;
    }
    const auto body = m_db.write("insert into conversation_body(workspace, key, events) values($1, $2, $3)", workspace, key, qCompress(entry.events));
    if (!body) return body.error();
    return {};
}

Result<bool> PostgresConversations::insertAt(qint64 key, const ConversationRow &row, const QStringList &words)
{
    const auto wrote = m_db.write(
        "insert into conversation(workspace, key, id, agent, agent_name, revision, release, started_utc_ms, duration_ms, language, channel, outcome, "
        "p50_ms, p95_ms, turns, errors, interruptions, words) values($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::bigint, $14::bigint, "
        "$15, $16, $17, array_to_tsvector($18)) on conflict(workspace, key) do nothing",
        m_workspace.uuid(), key, row.id.uuid(), row.agent, row.agentName, row.revision, row.release, row.started.value, row.durationMs, row.language,
        enumName(row.channel), enumName(row.outcome), row.p50Ms, row.p95Ms, row.turns, row.errors, row.interruptions, words);
    if (!wrote) return wrote.error();
    return wrote->affected() == 1;
}

Result<ConversationRow> PostgresConversations::find(ConversationId id)
{
    const auto rows = m_db.read(columns + "from conversation c where c.workspace = $1 and c.id = $2", m_workspace.uuid(), id.uuid());
    if (!rows) return rows.error();
    if (rows->isEmpty()) return notFound(id.text());
    return readConversation(*rows, 0);
}

Result<ConversationRow> PostgresConversations::findByPrefix(const QString &idPrefix)
{
    // Everything from the prefix filled up with zeros to the prefix filled up with f.
    const auto filled = [&](QChar with) {
        QString whole = idPrefix + u"xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"_s.mid(idPrefix.size());
        return QUuid(whole.replace(u'x', with));
    };
    const QUuid least = filled(u'0'), most = filled(u'f');
    if (idPrefix.size() < 8 || idPrefix.contains(u'x') || most.isNull()) return notFound(idPrefix);
    const auto rows = m_db.read(columns + "from conversation c where c.workspace = $1 and c.id >= $2 and c.id <= $3 limit 2", m_workspace.uuid(), least, most);
    if (!rows) return rows.error();
    if (rows->isEmpty()) return notFound(idPrefix);
    if (rows->size() > 1) return Error(Error::Code::Conflict, {idPrefix});
    return readConversation(*rows, 0);
}

Result<QByteArray> PostgresConversations::events(ConversationId id)
{
    const auto rows = m_db.read("select b.events from conversation c join conversation_body b on b.workspace = c.workspace and b.key = c.key "
                                "where c.workspace = $1 and c.id = $2",
                                m_workspace.uuid(), id.uuid());
    if (!rows) return rows.error();
    if (rows->isEmpty()) return notFound(id.text());
    return unpackedBody(rows->blob(0, 0), m_db.address());
}

// The conditions that apply, so that the planner sees no others. All values are handed over every time.
struct PostgresConversations::Filter {
    QByteArray where;
    QString agent, language, channel, outcome, words, release;
    qint64 slowerThanMs = 0, least = 0;
};

PostgresConversations::Filter PostgresConversations::filterOf(const ConversationQuery &query)
{
    Filter filter;
    filter.where = "from conversation c where c.workspace = $1 and c.key >= $2 and c.key < $3 ";
    filter.least = query.from ? query.from->value << keyShift : 0;
    filter.agent = query.agent;
    filter.language = query.language;
    filter.channel = query.channel ? enumName(*query.channel) : QString();
    filter.outcome = query.outcome ? enumName(*query.outcome) : QString();
    filter.slowerThanMs = query.slowerThanMs.value_or(0);
    filter.release = query.release;
    filter.words = searchQuery(query.text, m_stems);
    if (!filter.agent.isEmpty()) filter.where += "and c.agent = $5 ";
    if (!filter.language.isEmpty()) filter.where += "and c.language = $6 ";
    if (!filter.channel.isEmpty()) filter.where += "and c.channel = $7 ";
    if (!filter.outcome.isEmpty()) filter.where += "and c.outcome = $8 ";
    if (query.slowerThanMs) filter.where += "and c.p95_ms >= $9 ";
    if (!filter.words.isEmpty()) filter.where += "and c.words @@ $10::tsquery ";
    if (!filter.release.isEmpty()) filter.where += "and c.release = $11 ";
    if (query.withErrors) filter.where += "and c.errors > 0 ";
    if (query.interrupted) filter.where += "and c.interruptions > 0 ";
    return filter;
}

Result<Rows> PostgresConversations::select(const QByteArray &sql, const Filter &filter, qint64 below, int limit)
{
    return m_db.search(sql, m_workspace.uuid(), filter.least, below, limit, filter.agent, filter.language, filter.channel, filter.outcome,
                     filter.slowerThanMs, filter.words, filter.release);
}

Result<ConversationPage> PostgresConversations::query(const ConversationQuery &asked, qint64 after)
{
    const Filter filter = filterOf(asked);
    const qint64 end = asked.to ? asked.to->value << keyShift : std::numeric_limits<qint64>::max();
    const auto rows = select(columns + filter.where + "order by c.key desc limit $4", filter, after > 0 ? qMin(after, end) : end, ConversationPage::size + 1);
    if (!rows) return rows.error();
    ConversationPage page;
    for (int row = 0; row < qMin(rows->size(), ConversationPage::size); ++row) page.rows.append(readConversation(*rows, row));
    if (rows->size() > ConversationPage::size) page.next = rows->integer(ConversationPage::size - 1, 15);
    if (after > 0) return page;
    page.count = int(page.rows.size());
    if (page.next == 0) return page;
    const auto count = select("select count(*) from (select 1 " + filter.where + "limit $4) as found", filter, end, ConversationPage::countCap + 1);
    if (!count) return count.error();
    const int found = int(count->integer(0, 0));
    page.countCapped = found > ConversationPage::countCap;
    page.count = qMin(found, ConversationPage::countCap);
    return page;
}

Result<ConversationSums> PostgresConversations::sums(UtcMs from, UtcMs to)
{
    auto sum = SumOfConversations::over(from, to);
    if (!sum) return sum.error();
    const auto rows = m_db.read("select started_utc_ms, outcome, p95_ms from conversation where workspace = $1 and key >= $2 and key < $3", m_workspace.uuid(),
                                qMax(qint64(0), from.value) << keyShift, qMax(qint64(0), to.value) << keyShift);
    if (!rows) return rows.error();
    for (int row = 0; row < rows->size(); ++row) sum->add({rows->integer(row, 0)}, rows->text(row, 1), rows->optionalInteger(row, 2));
    return sum->sums();
}

Result<bool> PostgresConversations::isErased(ConversationId id)
{
    const auto rows = m_db.read("select 1 from conversation_erasure where workspace = $1 and conversation = $2", m_workspace.uuid(), id.uuid());
    if (!rows) return rows.error();
    return !rows->isEmpty();
}

Result<void> PostgresConversations::forgive(ConversationId id)
{
    const auto gone = m_db.write("delete from conversation_erasure where workspace = $1 and conversation = $2", m_workspace.uuid(), id.uuid());
    if (!gone) return gone.error();
    return {};
}

Result<void> PostgresConversations::erase(ConversationId id, Origin origin)
{
    return m_db.transaction([&]() -> Result<void> {
        const auto gone = m_db.write("delete from conversation where workspace = $1 and id = $2", m_workspace.uuid(), id.uuid());
        if (!gone) return gone.error();
        if (gone->affected() == 0) return notFound(id.text());
        const auto marked = m_db.write("insert into conversation_erasure(workspace, conversation) values($1, $2) on conflict do nothing",
                                       m_workspace.uuid(), id.uuid());
        if (!marked) return marked.error();
        m_chronicle.tell(conversationErasedEntry(id, origin));
        return {};
    });
}

} // namespace vox
