#pragma once
#include "models/store/sqlite/statement.h"
#include <QHash>
#include <functional>

struct sqlite3;

namespace vox {

// One connection to a SQLite file: opening with our settings, prepared statements, transactions, and SQLite's statuses
// as our errors. Used by one thread at a time.
class Database {
public:
    static Result<std::unique_ptr<Database>> open(const QString &path);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // `sql` is a literal: statements are cached by it. Each argument fills one question mark.
    template <typename... Values> Result<Statement> query(const char *sql, const Values &...values)
    {
        auto statement = prepare(sql);
        if (statement) (statement->bind(values), ...);
        return statement;
    }
    template <typename... Values> Result<void> run(const char *sql, const Values &...values)
    {
        auto statement = query(sql, values...);
        if (!statement) return statement.error();
        return statement->run();
    }
    // Several statements without arguments, as a migration is.
    Result<void> runScript(const QByteArray &sql);
    // Rows the last statement changed.
    qint64 changes() const;

    // BEGIN IMMEDIATE; COMMIT when `work` succeeds, ROLLBACK otherwise. Inside another one it is part of that, all
    // or none of it.
    Result<void> transaction(const std::function<Result<void>()> &work);

    const QString &path() const { return m_path; }
    sqlite3 *handle() const { return m_handle; }
    Error error(int status) const;

private:
    explicit Database(QString path) : m_path(std::move(path)) {}
    Result<Statement> prepare(const char *sql);
    friend class Statement;
    void release(sqlite3_stmt *statement);

    QString m_path;
    sqlite3 *m_handle = nullptr;
    QHash<QByteArray, sqlite3_stmt *> m_idle; // by SQL; a statement in use is not in here
    bool m_inTransaction = false;
};

} // namespace vox
