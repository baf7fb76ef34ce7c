#include "models/store/postgres/connection.h"
#include <algorithm>
#include <libpq-fe.h>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds firstDelay(50), longestDelay(5000);
constexpr int mostRepeats = 5;

// Ours may be overridden by the URL, which is expanded after it.
constexpr char sessionOptions[] = "-c timezone=UTC -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s "
                                  "-c default_transaction_isolation=read\\ committed";

QString addressOf(PGconn *handle)
{
    const auto said = [](const char *text) { return QString::fromUtf8(text ? text : ""); };
    return u"%1:%2/%3"_s.arg(said(PQhost(handle)), said(PQport(handle)), said(PQdb(handle)));
}

Error errorOf(const QByteArray &state, const QString &detail, const QString &address)
{
    const auto because = [&](Error::Code code) { return Error(code, {address}, detail); };
    if (state == "53100") return because(Error::Code::DiskFull);
    if (state.startsWith("08") || state.startsWith("57P") || state == "53300") return because(Error::Code::Unreachable);
    if (state.startsWith("40") || state == "23505") return because(Error::Code::Conflict);
    if (state == "55P03" || state == "57014" || state.startsWith("53")) return because(Error::Code::StoreBusy);
    if (state == "22012") return Error(Error::Code::NotFound, {u"workspace"_s, {}}, detail); // what Chronicle divides
    if (state == "22021" || state == "22P05") return Error(Error::Code::BadValue, {u"text"_s, {}}, detail);
    if (state.startsWith("54")) return Error(Error::Code::TooLarge, {address, u"1 GB"_s}, detail);
    return because(Error::Code::StoreBroken);
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const QString &url)
{
    auto connection = std::unique_ptr<Connection>(new Connection(url.toUtf8()));
    if (auto connected = connection->connect(); !connected) return connected.error();
    return connection;
}

Connection::~Connection() { PQfinish(m_handle); }

Result<void> Connection::connect()
{
    PQfinish(m_handle);
    m_prepared.clear();
    m_names = 0;
    const char *keys[] = {"options", "connect_timeout", "application_name", "keepalives_idle", "dbname", "client_encoding", nullptr};
    const char *values[] = {sessionOptions, "5", "voxdesk", "30", m_url.constData(), "UTF8", nullptr};
    m_handle = PQconnectdbParams(keys, values, 1);
    if (!m_handle || PQstatus(m_handle) != CONNECTION_OK) {
        m_delay = std::clamp(m_delay * 2, firstDelay, longestDelay);
        m_notBefore = std::chrono::steady_clock::now() + m_delay;
        if (m_address.isEmpty()) m_address = addressOf(m_handle);
        return Error(Error::Code::Unreachable, {m_address}, QString::fromUtf8(PQerrorMessage(m_handle)).trimmed());
    }
    PQsetNoticeProcessor(m_handle, [](void *, const char *) {}, nullptr);
    m_address = addressOf(m_handle);
    m_delay = {};
    m_lost = m_dead = false;
    return {};
}

Result<void> Connection::ensureConnected()
{
    if (!m_dead && PQstatus(m_handle) == CONNECTION_OK) return {};
    if (m_delay.count() > 0 && std::chrono::steady_clock::now() < m_notBefore)
        return Error(Error::Code::Unreachable, {m_address}, u"waiting before the next attempt"_s);
    return connect();
}

Result<Rows> Connection::checked(PGresult *result)
{
    Rows rows(result);
    const auto status = PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) return rows;
    const char *code = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    // 57P01 to 57P03: the server is going down, crashed, or is not up yet.
    m_dead = PQstatus(m_handle) != CONNECTION_OK || (code && QByteArray(code).startsWith("57P0"));
    m_lost = m_dead;
    const QByteArray state = code ? code : m_lost ? "08006" : "XX000";
    m_inTheWay = state.startsWith("40");
    if (state == "0A000" || state == "26000") m_prepared.clear(); // tables changed under a prepared statement
    return errorOf(state, u"PostgreSQL %1: %2"_s.arg(QString::fromLatin1(state), QString::fromUtf8(message ? message : PQerrorMessage(m_handle)).trimmed()),
                   m_address);
}

Result<QByteArray> Connection::prepared(const QByteArray &sql, const Parameters &parameters)
{
    if (const auto known = m_prepared.constFind(sql); known != m_prepared.constEnd()) return *known;
    const QByteArray name = "s" + QByteArray::number(++m_names);
    auto done = checked(PQprepare(m_handle, name.constData(), sql.constData(), parameters.size(), parameters.types()));
    if (!done) return done.error();
    m_prepared.insert(sql, name);
    return name;
}

Result<Rows> Connection::executeOnce(const QByteArray &sql, const Parameters &parameters, Plan plan)
{
    m_lost = m_inTheWay = false;
    if (plan == Plan::Anew) {
        ++m_journeys;
        return checked(PQexecParams(m_handle, sql.constData(), parameters.size(), parameters.types(), parameters.values(), parameters.lengths(),
                                    parameters.formats(), 1));
    }
    const auto name = prepared(sql, parameters);
    if (!name) return name.error();
    ++m_journeys;
    return checked(PQexecPrepared(m_handle, name->constData(), parameters.size(), parameters.values(), parameters.lengths(),
                                  parameters.formats(), 1));
}

Result<Rows> Connection::execute(const QByteArray &sql, const Parameters &parameters, Lost lost, Plan plan)
{
    if (m_depth > 0 && m_lost) return Error(Error::Code::Unreachable, {m_address}, u"the connection was lost in this transaction"_s);
    if (m_depth == 0)
        if (auto connected = ensureConnected(); !connected) return connected.error();
    if (!m_owed.empty()) return travel({sql, parameters, {}});
    auto rows = executeOnce(sql, parameters, plan);
    if (rows || !m_lost || m_depth > 0 || lost == Lost::Fail) return rows;
    if (auto connected = ensureConnected(); !connected) return connected.error();
    return executeOnce(sql, parameters, plan);
}

Result<void> Connection::runScript(const QByteArray &sql)
{
    if (m_depth == 0)
        if (auto connected = ensureConnected(); !connected) return connected.error();
    if (auto paid = pay(); !paid) return paid;
    m_lost = m_inTheWay = false;
    ++m_journeys;
    auto done = checked(PQexec(m_handle, sql.constData()));
    if (!done) return done.error();
    return {};
}

// Nothing is said yet: it goes with the first statement, which also notices an idle connection that died.
Result<void> Connection::begin()
{
    if (auto connected = ensureConnected(); !connected) return connected;
    m_owed.clear();
    m_refused.reset();
    m_owed.push_back({"begin", {}, {}});
    return {};
}

void Connection::end(Companion::End end)
{
    m_depth = 0;
    m_owed.clear();
    for (Companion *companion : m_companions) companion->ended(end);
}

Result<void> Connection::commit()
{
    // A transaction that says nothing costs nothing.
    if (owesBegin() && m_owed.size() == 1) return {};
    // After a lost connection nobody could tell whether BEGIN or COMMIT was the last that was heard: the two travel apart.
    if (owesBegin())
        if (auto paid = pay(); !paid) return paid;
    auto done = execute("commit", {}, Lost::Fail);
    if (!done) return done.error();
    return {};
}

Result<void> Connection::once(const std::function<Result<void>()> &work)
{
    if (auto begun = begin(); !begun) return begun;
    m_depth = 1;
    Result<void> done = work();
    for (Companion *companion : m_companions)
        if (done && !m_refused) done = companion->beforeCommit();
    if (m_refused) done = *m_refused;
    const bool lost = m_lost, inTheWay = m_inTheWay;
    // COMMIT of a transaction in which a statement failed would roll back and call that a success.
    if (done && !owesBegin() && PQtransactionStatus(m_handle) != PQTRANS_INTRANS)
        done = Error(Error::Code::StoreBroken, {m_address}, u"a failed statement went unheard"_s);
    if (done) {
        const bool paying = !m_owed.empty();
        done = commit();
        if (done) {
            end(Companion::End::Kept);
            return done;
        }
        // What was owed failed before COMMIT, or COMMIT itself. Whether it was kept is not known after a lost connection: nobody
        // may repeat it blindly.
        if (m_lost || !paying) {
            end(Companion::End::Undone);
            if (m_lost) m_inTheWay = m_lost = false;
            return done;
        }
    }
    const bool wasLost = lost || m_lost, wasInTheWay = inTheWay || m_inTheWay;
    const bool said = !owesBegin();
    m_owed.clear();
    if (said && PQstatus(m_handle) == CONNECTION_OK && PQtransactionStatus(m_handle) != PQTRANS_IDLE) (void)runScript("rollback");
    m_lost = wasLost;
    m_inTheWay = wasInTheWay;
    end(Companion::End::Undone);
    return done;
}

Result<void> Connection::part(const std::function<Result<void>()> &work)
{
    std::vector<qsizetype> places;
    for (const Companion *companion : m_companions) places.push_back(companion->place());
    const QByteArray name = "part" + QByteArray::number(m_depth);
    m_owed.push_back({"savepoint " + name, {}, {}});
    ++m_depth;
    Result<void> done = work();
    if (done) done = endPart(name);
    --m_depth;
    if (done) return done;
    // Companions that came in between are new: nothing of theirs was there before.
    for (std::size_t i = 0; i < m_companions.size(); ++i) m_companions[i]->rewind(i < places.size() ? places[i] : 0);
    const bool lost = m_lost, inTheWay = m_inTheWay;
    undoPart(name);
    m_lost = lost;
    m_inTheWay = inTheWay;
    return done;
}

// What the part owes belongs to it: an error of that undoes the part and is told to who began it.
Result<void> Connection::endPart(const QByteArray &name)
{
    m_owed.push_back({"release savepoint " + name, {}, {}});
    const auto begun = std::find_if(m_owed.begin(), m_owed.end(), [&](const Owed &owed) { return owed.sql == "savepoint " + name; });
    if (begun == m_owed.end() && m_owed.size() == 1) return {};
    if (m_owed.end() - begun == 2) { // it said nothing
        m_owed.erase(begun, m_owed.end());
        return {};
    }
    return pay();
}

void Connection::undoPart(const QByteArray &name)
{
    const auto begun = std::find_if(m_owed.begin(), m_owed.end(), [&](const Owed &owed) { return owed.sql == "savepoint " + name; });
    if (begun != m_owed.end()) {
        m_owed.erase(begun, m_owed.end());
        return;
    }
    m_owed.clear();
    if (PQstatus(m_handle) == CONNECTION_OK) (void)runScript("rollback to savepoint " + name + "; release savepoint " + name);
}

Result<void> Connection::transaction(const std::function<Result<void>()> &work, Repeat repeat)
{
    if (m_depth > 0) return part(work);
    for (int i = 1;; ++i) {
        m_lost = m_inTheWay = false;
        const Result<void> done = once(work);
        if (done || repeat == Repeat::Never || i == mostRepeats || !(m_inTheWay || m_lost)) return done;
    }
}

} // namespace vox
