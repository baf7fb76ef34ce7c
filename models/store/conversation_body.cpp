#include "models/store/conversation_body.h"
#include <QtEndian>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 maxUnpacked = 256 * 1024 * 1024;
}

// qUncompress believes the length that stands in front of the data; a damaged database must not.
Result<QByteArray> unpackedBody(const QByteArray &packed, const QString &place)
{
    const qint64 claimed = packed.size() >= 4 ? qint64(qFromBigEndian<quint32>(packed.constData())) : -1;
    const qint64 possible = packed.size() * 1032 + 64; // the best deflate can do
    if (claimed < 0 || claimed > maxUnpacked || claimed > possible)
        return Error(Error::Code::StoreBroken, {place}, u"conversation body"_s);
    if (claimed == 0) return QByteArray();
    QByteArray bytes = qUncompress(packed);
    if (bytes.isEmpty()) return Error(Error::Code::StoreBroken, {place}, u"conversation body"_s);
    return bytes;
}

} // namespace vox
