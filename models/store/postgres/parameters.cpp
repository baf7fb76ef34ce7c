#include "models/store/postgres/parameters.h"
#include <QtEndian>

namespace vox {

namespace {

// Types by their number in every PostgreSQL (pg_type.dat).
enum Type : unsigned {
    Boolean = 16,
    Bytes = 17,
    BigInt = 20,
    Text = 25,
    BytesArray = 1001,
    TextArray = 1009,
    BigIntArray = 1016,
    Uuid = 2950,
    UuidArray = 2951,
};

QByteArray bigEndian32(qint32 number)
{
    QByteArray out(4, Qt::Uninitialized);
    qToBigEndian(number, out.data());
    return out;
}

QByteArray bigEndian64(qint64 number)
{
    QByteArray out(8, Qt::Uninitialized);
    qToBigEndian(number, out.data());
    return out;
}

QByteArray bytesOf(const QString &text) { return text.toUtf8(); }
QByteArray bytesOf(const QByteArray &bytes) { return bytes; }
QByteArray bytesOf(qint64 number) { return bigEndian64(number); }
QByteArray bytesOf(const QUuid &id) { return id.toRfc4122(); }

// array_recv: dimensions, has nulls, type of elements, length and lower bound of the one dimension, then each element
// after its length.
template <typename List> QByteArray arrayOf(Type element, const List &values)
{
    QByteArray out = bigEndian32(values.isEmpty() ? 0 : 1) + bigEndian32(0) + bigEndian32(qint32(element));
    if (values.isEmpty()) return out;
    out += bigEndian32(qint32(values.size())) + bigEndian32(1);
    for (const auto &value : values) {
        const QByteArray bytes = bytesOf(value);
        out += bigEndian32(qint32(bytes.size()));
        out += bytes;
    }
    return out;
}

} // namespace

void Parameters::push(unsigned type, QByteArray bytes)
{
    m_types.push_back(type);
    m_lengths.push_back(int(bytes.size()));
    m_formats.push_back(1);
    m_bytes.push_back(std::move(bytes));
    m_nulls.push_back(false);
}

void Parameters::addNull()
{
    push(0, {});
    m_nulls.back() = true;
}

const char *const *Parameters::values() const
{
    m_pointers.clear();
    for (std::size_t i = 0; i < m_bytes.size(); ++i)
        m_pointers.push_back(m_nulls[i] ? nullptr : m_bytes[i].isEmpty() ? "" : m_bytes[i].constData());
    return m_pointers.data();
}

void Parameters::add(const QString &text) { push(Text, bytesOf(text)); }
void Parameters::add(const QByteArray &bytes) { push(Bytes, bytes); }
void Parameters::add(qint64 number) { push(BigInt, bytesOf(number)); }
void Parameters::add(bool truth) { push(Boolean, QByteArray(1, truth ? '\1' : '\0')); }
void Parameters::add(const QUuid &id) { push(Uuid, bytesOf(id)); }
void Parameters::add(const QStringList &texts) { push(TextArray, arrayOf(Text, texts)); }
void Parameters::add(const QList<QByteArray> &blobs) { push(BytesArray, arrayOf(Bytes, blobs)); }
void Parameters::add(const QList<qint64> &numbers) { push(BigIntArray, arrayOf(BigInt, numbers)); }
void Parameters::add(const QList<QUuid> &ids) { push(UuidArray, arrayOf(Uuid, ids)); }

} // namespace vox
