#include "models/store/postgres/postgres_streams.h"
#include <QCryptographicHash>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestPiece = 1024 * 1024;
}

Result<StreamStore::State> PostgresStreams::state(ConversationId id, Part part)
{
    const auto rows = m_db.read("select size, sha256 from stream where workspace = $1 and conversation = $2 and part = $3", m_workspace.uuid(), id.uuid(), int(part));
    if (!rows) return rows.error();
    return rows->isEmpty() ? State{} : State{rows->integer(0, 0), rows->text(0, 1)};
}

Result<qint64> PostgresStreams::append(ConversationId id, Part part, qint64 offset, const QByteArray &bytes)
{
    if (bytes.size() > largestPiece) return Error(Error::Code::TooLarge, {u"piece"_s, u"1 MiB"_s});
    if (offset < 0) return Error(Error::Code::BadValue, {u"offset"_s, QString::number(offset)});
    const qint64 end = offset + bytes.size();
    bool outOfPlace = false;
    const auto done = m_db.transaction([&]() -> Result<void> {
        // One statement makes the stream or moves its end; who comes second waits for its row and finds the end moved.
        const auto moved = m_db.write("insert into stream as s(workspace, conversation, part, size, sha256) select $1, $2, $3, $5, '' where $4 = 0 or exists("
                                      "select 1 from stream where workspace = $1 and conversation = $2 and part = $3) "
                                      "on conflict(workspace, conversation, part) do update set size = $5 where s.size = $4 and s.sha256 = ''",
                                      m_workspace.uuid(), id.uuid(), int(part), offset, end);
        if (!moved) return moved.error();
        outOfPlace = moved->affected() == 0;
        if (outOfPlace || bytes.isEmpty()) return {};
        const auto wrote = m_db.write("insert into stream_piece(workspace, conversation, part, start, bytes) values($1, $2, $3, $4, $5)", m_workspace.uuid(),
                                      id.uuid(), int(part), offset, bytes);
        if (!wrote) return wrote.error();
        return {};
    });
    if (!done) return done.error();
    if (!outOfPlace) return end;
    const auto standing = state(id, part);
    if (!standing) return standing.error();
    return Error(Error::Code::Conflict, {QString::number(standing->size)});
}

Result<QString> PostgresStreams::hashOf(ConversationId id, Part part, qint64 size)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 offset = 0; offset < size;) {
        const auto bytes = read(id, part, offset, 4 * largestPiece);
        if (!bytes) return bytes.error();
        if (bytes->isEmpty()) return Error(Error::Code::StoreBroken, {m_db.address()}, u"a piece of a stream is missing"_s);
        hash.addData(*bytes);
        offset += bytes->size();
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<void> PostgresStreams::seal(ConversationId id, Part part, const QString &sha256)
{
    bool wrong = false;
    const auto done = m_db.transaction([&]() -> Result<void> {
        const auto rows = m_db.write("select size, sha256 from stream where workspace = $1 and conversation = $2 and part = $3 for update", m_workspace.uuid(),
                                     id.uuid(), int(part));
        if (!rows) return rows.error();
        const State standing = rows->isEmpty() ? State{} : State{rows->integer(0, 0), rows->text(0, 1)};
        if (!standing.sha256.isEmpty()) {
            if (standing.sha256 == sha256) return {};
            return Error(Error::Code::Conflict, {QString::number(standing.size)});
        }
        const auto hash = hashOf(id, part, standing.size);
        if (!hash) return hash.error();
        wrong = *hash != sha256;
        if (wrong) {
            const auto gone = m_db.write("with pieces as (delete from stream_piece where workspace = $1 and conversation = $2 and part = $3) "
                                         "delete from stream where workspace = $1 and conversation = $2 and part = $3",
                                         m_workspace.uuid(), id.uuid(), int(part));
            if (!gone) return gone.error();
            return {};
        }
        const auto sealed = m_db.write("insert into stream as s(workspace, conversation, part, size, sha256) values($1, $2, $3, 0, $4) "
                                       "on conflict(workspace, conversation, part) do update set sha256 = $4",
                                       m_workspace.uuid(), id.uuid(), int(part), sha256);
        if (!sealed) return sealed.error();
        return {};
    });
    if (!done) return done;
    if (wrong) return Error(Error::Code::BadValue, {u"sha256"_s, sha256.left(80)});
    return {};
}

Result<QByteArray> PostgresStreams::read(ConversationId id, Part part, qint64 offset, qint64 length)
{
    if (offset < 0 || length < 0) return Error(Error::Code::BadValue, {u"offset"_s, QString::number(offset)});
    const qint64 end = offset + qMin(length, std::numeric_limits<qint64>::max() - offset);
    const auto rows = m_db.read("select start, bytes from stream_piece where workspace = $1 and conversation = $2 and part = $3 and start > $4 and start < $5 "
                                "order by start",
                                m_workspace.uuid(), id.uuid(), int(part), offset - largestPiece, end);
    if (!rows) return rows.error();
    QByteArray out;
    for (int row = 0; row < rows->size(); ++row) {
        const qint64 start = rows->integer(row, 0);
        const QByteArray bytes = rows->blob(row, 1);
        const qint64 from = qMax(offset, start), to = qMin(end, start + bytes.size());
        if (from < to) out += QByteArrayView(bytes).sliced(from - start, to - from);
    }
    return out;
}

Result<void> PostgresStreams::erase(ConversationId id)
{
    const auto gone = m_db.write("with pieces as (delete from stream_piece where workspace = $1 and conversation = $2) "
                                 "delete from stream where workspace = $1 and conversation = $2",
                                 m_workspace.uuid(), id.uuid());
    if (!gone) return gone.error();
    return {};
}

} // namespace vox
