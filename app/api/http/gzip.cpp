#include "app/api/http/gzip.h"
#include <zlib.h>

namespace vox {

using namespace Qt::StringLiterals;

QByteArray gzipped(const QByteArray &bytes)
{
    z_stream stream{};
    constexpr int kGzip = 15 + 16, kMemory = 8, kLevel = 3; // fast: an answer waits for it
    if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    const int status = deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return status == Z_STREAM_END ? out : QByteArray();
}

Result<QByteArray> ungzipped(const QByteArray &bytes, qint64 limit)
{
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK) return Error(Error::Code::Overloaded);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    QByteArray out;
    char piece[16384];
    int status = Z_OK;
    while (status == Z_OK && out.size() <= limit) {
        stream.next_out = reinterpret_cast<Bytef *>(piece);
        stream.avail_out = sizeof piece;
        status = inflate(&stream, Z_NO_FLUSH);
        const qsizetype made = qsizetype(sizeof piece - stream.avail_out);
        if (out.size() + made > limit) {
            inflateEnd(&stream);
            return Error(Error::Code::TooLarge, {u"body"_s, QString::number(limit)});
        }
        out.append(piece, made);
        if (status == Z_BUF_ERROR || (status == Z_OK && stream.avail_in == 0 && made == 0)) break;
    }
    const bool whole = status == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    if (!whole) return Error(Error::Code::RequestBroken, {u"the body is no whole gzip"_s});
    return out;
}

} // namespace vox
