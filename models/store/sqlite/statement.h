#pragma once
#include "models/base/result.h"
#include <QByteArray>
#include <QString>
#include <optional>

struct sqlite3_stmt;

namespace vox {

class Database;

// One run of a prepared statement: bound, stepped, read. Goes back to its Database's cache, reset, when it dies. Lives
// no longer than its Database and on the same thread.
class Statement {
public:
    Statement(Database &database, sqlite3_stmt *handle) : m_database(&database), m_handle(handle) {}
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    // In the order of the question marks.
    void bind(const QString &text);
    void bind(const QByteArray &blob);
    void bind(qint64 number);
    void bind(int number) { bind(qint64(number)); }
    void bind(const std::optional<qint64> &number);

    // True: there is a row to read.
    Result<bool> next();
    // Runs it to its end.
    Result<void> run();

    QString text(int column) const;
    QByteArray blob(int column) const;
    qint64 integer(int column) const;
    std::optional<qint64> optionalInteger(int column) const;

private:
    void note(int status);

    Database *m_database;
    sqlite3_stmt *m_handle;
    int m_bound = 0;
    int m_status = 0; // of the first bind that failed
};

} // namespace vox
