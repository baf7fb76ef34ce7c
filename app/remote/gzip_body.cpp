#include "app/remote/gzip_body.h"
#include <QtEndian>
#include <array>

namespace vox {

namespace {

// CRC-32 of ISO 3309, as RFC 1952 asks for.
quint32 crc32(const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> out{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit) value = (value >> 1) ^ (value & 1 ? 0xEDB88320u : 0u);
            out[i] = value;
        }
        return out;
    }();
    quint32 crc = ~0u;
    for (const char c : bytes) crc = table[(crc ^ quint8(c)) & 0xFF] ^ (crc >> 8);
    return ~crc;
}

QByteArray little(quint32 number)
{
    QByteArray out(4, Qt::Uninitialized);
    qToLittleEndian(number, out.data());
    return out;
}

constexpr int level = 3;          // somebody waits for it
constexpr qsizetype lengthSize = 4; // Qt's own, before zlib's bytes
constexpr qsizetype headSize = 2, checkSize = 4;

} // namespace

QByteArray gzipBody(const QByteArray &bytes)
{
    const QByteArray zlib = qCompress(bytes, level);
    static const QByteArray head("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", 10);
    return head + zlib.mid(lengthSize + headSize, zlib.size() - lengthSize - headSize - checkSize) + little(crc32(bytes)) +
           little(quint32(bytes.size()));
}

} // namespace vox
