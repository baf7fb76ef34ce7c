#include "models/store/sqlite/database.h"
#include "models/store/sqlite/word_tokenizer.h"
#include <sqlite3.h>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr int busyTimeoutMs = 5000;
}

Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    auto database = std::unique_ptr<Database>(new Database(path));
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &database->m_handle, flags, nullptr);
    if (opened != SQLITE_OK) return database->error(opened);
    sqlite3_busy_timeout(database->m_handle, busyTimeoutMs);
    // A database may come from anywhere: its schema must not be able to do more than hold data.
    sqlite3_db_config(database->m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database->m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (const int status = registerWordTokenizer(database->m_handle); status != SQLITE_OK) return database->error(status);
    // FULL: a commit is on the disk when it returns, power cuts included.
    const auto set = database->runScript("pragma synchronous = full; pragma foreign_keys = on; pragma cell_size_check = on;"
                                         "pragma temp_store = memory;");
    if (!set) return set.error();
    return database;
}

Database::~Database()
{
    for (sqlite3_stmt *statement : std::as_const(m_idle)) sqlite3_finalize(statement);
    sqlite3_close(m_handle);
}

Result<Statement> Database::prepare(const char *sql)
{
    if (sqlite3_stmt *idle = m_idle.take(sql)) return Statement(*this, idle);
    sqlite3_stmt *handle = nullptr;
    const int status = sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (status != SQLITE_OK) return error(status);
    return Statement(*this, handle);
}

void Database::release(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    sqlite3_stmt *&place = m_idle[sqlite3_sql(statement)];
    if (place) sqlite3_finalize(place); // the same query ran inside itself
    place = statement;
}

Result<void> Database::runScript(const QByteArray &sql)
{
    const int status = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
    if (status != SQLITE_OK) return error(status);
    return {};
}

qint64 Database::changes() const { return sqlite3_changes64(m_handle); }

Result<void> Database::transaction(const std::function<Result<void>()> &work)
{
    if (m_inTransaction) {
        if (auto begun = runScript("savepoint part"); !begun) return begun;
        Result<void> done = work();
        if (!done && !sqlite3_get_autocommit(m_handle)) sqlite3_exec(m_handle, "rollback to part", nullptr, nullptr, nullptr);
        if (sqlite3_get_autocommit(m_handle)) return done; // the whole transaction is gone
        const auto released = runScript("release part");
        return done ? released : done;
    }
    if (auto begun = runScript("begin immediate"); !begun) return begun;
    m_inTransaction = true;
    Result<void> done = work();
    if (done) done = runScript("commit");
    // Some errors (a full disk) have rolled back already.
    if (!done && !sqlite3_get_autocommit(m_handle)) sqlite3_exec(m_handle, "rollback", nullptr, nullptr, nullptr);
    m_inTransaction = false;
    return done;
}

Error Database::error(int status) const
{
    const QString detail = u"SQLite %1: %2"_s.arg(status).arg(
        QString::fromUtf8(m_handle ? sqlite3_errmsg(m_handle) : sqlite3_errstr(status)));
    const auto because = [&](Error::Code code) { return Error(code, {m_path}, detail); };
    switch (status & 0xFF) {
    case SQLITE_FULL: return because(Error::Code::DiskFull);
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return because(Error::Code::StoreBusy);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_IOERR: return because(Error::Code::FileUnwritable);
    case SQLITE_TOOBIG: return Error(Error::Code::TooLarge, {m_path, u"1 GB"_s}, detail);
    // A schema that is not ours gives SQLITE_ERROR: nothing we send is wrong by itself.
    default: return because(Error::Code::StoreBroken);
    }
}

} // namespace vox
