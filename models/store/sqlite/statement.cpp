#include "models/store/sqlite/statement.h"
#include "models/store/sqlite/database.h"
#include <sqlite3.h>

namespace vox {

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database), m_handle(std::exchange(other.m_handle, nullptr)), m_bound(other.m_bound), m_status(other.m_status)
{
}

Statement::~Statement()
{
    if (m_handle) m_database->release(m_handle);
}

void Statement::note(int status)
{
    if (m_status == SQLITE_OK) m_status = status;
}

void Statement::bind(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    note(sqlite3_bind_text64(m_handle, ++m_bound, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(const QByteArray &blob)
{
    // An empty QByteArray may have no data at all, which would bind NULL.
    const char *data = blob.isEmpty() ? "" : blob.constData();
    note(sqlite3_bind_blob64(m_handle, ++m_bound, data, sqlite3_uint64(blob.size()), SQLITE_TRANSIENT));
}

void Statement::bind(qint64 number) { note(sqlite3_bind_int64(m_handle, ++m_bound, number)); }

void Statement::bind(const std::optional<qint64> &number)
{
    if (number) bind(*number);
    else note(sqlite3_bind_null(m_handle, ++m_bound));
}

Result<bool> Statement::next()
{
    if (m_status != SQLITE_OK) return m_database->error(m_status);
    const int status = sqlite3_step(m_handle);
    if (status == SQLITE_ROW) return true;
    if (status == SQLITE_DONE) return false;
    return m_database->error(status);
}

Result<void> Statement::run()
{
    while (true) {
        const auto row = next();
        if (!row) return row.error();
        if (!*row) return {};
    }
}

QString Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_handle, column));
    return QString::fromUtf8(bytes, bytes ? sqlite3_column_bytes(m_handle, column) : 0);
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_handle, column));
    return QByteArray(bytes, bytes ? sqlite3_column_bytes(m_handle, column) : 0);
}

qint64 Statement::integer(int column) const { return sqlite3_column_int64(m_handle, column); }

std::optional<qint64> Statement::optionalInteger(int column) const
{
    if (sqlite3_column_type(m_handle, column) == SQLITE_NULL) return std::nullopt;
    return integer(column);
}

} // namespace vox
