#include "models/store/postgres/rows.h"
#include <QtEndian>
#include <libpq-fe.h>

namespace vox {

void Rows::Clear::operator()(PGresult *result) const { PQclear(result); }

int Rows::size() const { return PQntuples(m_result.get()); }

qint64 Rows::affected() const { return QByteArray(PQcmdTuples(m_result.get())).toLongLong(); }

bool Rows::isNull(int row, int column) const { return PQgetisnull(m_result.get(), row, column) != 0; }

QByteArray Rows::blob(int row, int column) const
{
    return QByteArray(PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column));
}

QString Rows::text(int row, int column) const
{
    return QString::fromUtf8(PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column));
}

qint64 Rows::integer(int row, int column) const
{
    const char *bytes = PQgetvalue(m_result.get(), row, column);
    switch (PQgetlength(m_result.get(), row, column)) {
    case 2: return qFromBigEndian<qint16>(bytes);
    case 4: return qFromBigEndian<qint32>(bytes);
    case 8: return qFromBigEndian<qint64>(bytes);
    default: return 0;
    }
}

std::optional<qint64> Rows::optionalInteger(int row, int column) const
{
    if (isNull(row, column)) return std::nullopt;
    return integer(row, column);
}

bool Rows::truth(int row, int column) const
{
    return PQgetlength(m_result.get(), row, column) == 1 && *PQgetvalue(m_result.get(), row, column) != '\0';
}

QUuid Rows::uuid(int row, int column) const
{
    if (PQgetlength(m_result.get(), row, column) != 16) return {};
    return QUuid::fromRfc4122(QByteArrayView(PQgetvalue(m_result.get(), row, column), 16));
}

} // namespace vox
