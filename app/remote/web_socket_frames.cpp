#include "app/remote/web_socket_frames.h"
#include <QCryptographicHash>
#include <QtEndian>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

enum Opcode { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };
constexpr quint8 lastBit = 0x80, reservedBits = 0x70, maskBit = 0x80;
constexpr int mostControl = 125;

Error broken(const QString &reason) { return Error(Error::Code::BadAnswer, {QString(), reason}); }

WebSocketMessage::Kind kindOf(int opcode)
{
    switch (opcode) {
    case Binary: return WebSocketMessage::Kind::Binary;
    case Close: return WebSocketMessage::Kind::Close;
    case Ping: return WebSocketMessage::Kind::Ping;
    case Pong: return WebSocketMessage::Kind::Pong;
    default: return WebSocketMessage::Kind::Text;
    }
}

} // namespace

// Nothing while the head is not whole.
Result<std::optional<WebSocketReader::Head>> WebSocketReader::head() const
{
    const auto byte = [&](qsizetype at) { return quint8(m_waiting[at]); };
    if (m_waiting.size() < 2) return std::optional<Head>();
    Head out;
    out.opcode = byte(0) & 0x0F;
    out.last = byte(0) & lastBit;
    if (byte(0) & reservedBits) return broken(u"an extension nobody asked for"_s);
    if (byte(1) & maskBit) return broken(u"a masked frame of a server"_s);
    const int length = byte(1) & 0x7F;
    out.size = length;
    out.at = 2;
    if (length >= 126) {
        const int bytes = length == 126 ? 2 : 8;
        out.at += bytes;
        if (m_waiting.size() < out.at) return std::optional<Head>();
        const quint64 size = bytes == 2 ? qFromBigEndian<quint16>(m_waiting.constData() + 2) : qFromBigEndian<quint64>(m_waiting.constData() + 2);
        if (size > quint64(m_limit)) return broken(u"a message too large"_s);
        out.size = qint64(size);
    }
    const bool control = out.opcode >= Close;
    if (out.opcode > Pong || (out.opcode > Binary && !control)) return broken(u"an unknown frame"_s);
    if (control && (!out.last || out.size > mostControl)) return broken(u"a control frame too large"_s);
    if (!control && (out.opcode == Continuation) != (m_opcode != 0)) return broken(u"frames out of order"_s);
    if (!control && m_message.size() + out.size > m_limit) return broken(u"a message too large"_s);
    return std::optional(out);
}

Result<QList<WebSocketMessage>> WebSocketReader::read(const QByteArray &bytes)
{
    if (m_broken) return broken(u"closed"_s);
    m_waiting += bytes;
    QList<WebSocketMessage> out;
    while (true) {
        const auto next = head();
        if (!next) {
            m_broken = true;
            m_waiting.clear();
            return next.error();
        }
        if (!*next || m_waiting.size() < (*next)->at + (*next)->size) return out;
        const QByteArray payload = m_waiting.mid((*next)->at, (*next)->size);
        m_waiting.remove(0, (*next)->at + (*next)->size);
        if ((*next)->opcode >= Close) {
            out.append({kindOf((*next)->opcode), payload});
            continue;
        }
        if ((*next)->opcode != Continuation) m_opcode = (*next)->opcode;
        m_message += payload;
        if (!(*next)->last) continue;
        out.append({kindOf(m_opcode), m_message});
        m_message.clear();
        m_opcode = 0;
    }
}

QByteArray writeFrame(const WebSocketMessage &message, quint32 mask)
{
    static constexpr int opcodes[] = {Text, Binary, Close, Ping, Pong};
    QByteArray out;
    out += char(lastBit | opcodes[int(message.kind)]);
    const qsizetype size = message.bytes.size();
    if (size < 126) {
        out += char(maskBit | size);
    } else {
        const bool small = size <= 0xFFFF;
        out += char(maskBit | (small ? 126 : 127));
        QByteArray length(8, Qt::Uninitialized);
        qToBigEndian(quint64(size), length.data());
        out += small ? length.last(2) : length;
    }
    QByteArray key(4, Qt::Uninitialized);
    qToBigEndian(mask, key.data());
    out += key;
    for (qsizetype i = 0; i < size; ++i) out += char(message.bytes[i] ^ key[i % 4]);
    return out;
}

QByteArray webSocketAccept(const QByteArray &key)
{
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
}

} // namespace vox
