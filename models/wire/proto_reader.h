#pragma once
#include <QByteArrayView>
#include <QString>
#include <bit>
#include <cstdint>

namespace vox {

// Reads one protocol buffers message, field by field, as a view over its bytes, which must outlive it. Whoever asks
// looks at field() and takes what it knows; the rest is skipped. Never reads past the end: a torn or wrong message ends
// with broken().
//
//     for (ProtoReader message(bytes); message.next();)
//         if (message.field() == 1) name = message.text();
class ProtoReader {
public:
    explicit ProtoReader(QByteArrayView bytes) : m_rest(bytes) {}

    bool next(); // false at the end or where it is broken
    bool broken() const { return m_broken; }
    int field() const { return m_field; }
    // Values of another wire type than asked for read as zero or empty.
    std::int64_t integer() const { return m_type == 0 ? std::int64_t(m_value) : 0; }
    bool boolean() const { return integer() != 0; }
    std::uint64_t fixed() const { return m_type == 1 || m_type == 5 ? m_value : 0; }
    double number() const { return m_type == 1 ? std::bit_cast<double>(m_value) : 0; }
    QByteArrayView bytes() const { return m_bytes; }
    QString text() const { return QString::fromUtf8(m_bytes); }
    ProtoReader message() const { return ProtoReader(m_bytes); }

private:
    bool varint(std::uint64_t &into);
    bool fixedBytes(int count);
    bool fail();

    QByteArrayView m_rest;
    QByteArrayView m_bytes;
    std::uint64_t m_value = 0;
    int m_field = 0;
    int m_type = 0;
    bool m_broken = false;
};

} // namespace vox
