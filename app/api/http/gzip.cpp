#include "app/api/http/gzip.h"
#include <zlib.h>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// A quarter of a megabyte of tables, kept by each worker: making them anew costs as much as packing a short answer.
class Packer {
public:
    Packer()
    {
        constexpr int kGzip = 15 + 16, kMemory = 8, kLevel = 3; // fast: an answer waits for it
        m_good = deflateInit2(&m_stream, kLevel, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY) == Z_OK;
    }
    ~Packer()
    {
        if (m_good) deflateEnd(&m_stream);
    }
    Packer(const Packer &) = delete;
    Packer &operator=(const Packer &) = delete;

    QByteArray pack(const QByteArray &bytes)
    {
        if (!m_good || deflateReset(&m_stream) != Z_OK) return {};
        QByteArray out(qsizetype(deflateBound(&m_stream, uLong(bytes.size()))), Qt::Uninitialized);
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
        m_stream.avail_in = uInt(bytes.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(out.data());
        m_stream.avail_out = uInt(out.size());
        const bool whole = deflate(&m_stream, Z_FINISH) == Z_STREAM_END;
        out.truncate(qsizetype(m_stream.total_out));
        return whole ? out : QByteArray();
    }

private:
    z_stream m_stream{};
    bool m_good = false;
};

} // namespace

QByteArray gzipped(const QByteArray &bytes)
{
    thread_local Packer packer;
    return packer.pack(bytes);
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
