#pragma once
#include <QByteArray>
#include <QString>
#include <cstdint>

namespace vox {

// Writes one protocol buffers message (protobuf.dev, "Encoding"): fields by number, no schema. A nested message is a
// writer of its own whose bytes are added. Fields that hold their default are left out, as proto3 says, except where a
// method's name says otherwise.
class ProtoWriter {
public:
    void integer(int field, std::int64_t value) { if (value != 0) integerAlways(field, value); } // int32, int64, uint64, enum
    void integerAlways(int field, std::int64_t value); // inside a oneof, where 0 is a choice too
    void boolean(int field, bool value) { integer(field, value ? 1 : 0); }
    void booleanAlways(int field, bool value) { integerAlways(field, value ? 1 : 0); }
    void fixed64(int field, std::uint64_t value);
    void fixed32(int field, std::uint32_t value);
    void number(int field, double value) { if (value != 0) numberAlways(field, value); } // double
    void numberAlways(int field, double value);
    void bytes(int field, QByteArrayView value) { if (!value.isEmpty()) bytesAlways(field, value); }
    void bytesAlways(int field, QByteArrayView value);
    void text(int field, const QString &value) { bytes(field, value.toUtf8()); }
    void textAlways(int field, const QString &value) { bytesAlways(field, value.toUtf8()); }
    // Written even when empty: an empty message is there, an absent one is not.
    void message(int field, const ProtoWriter &nested) { bytesAlways(field, nested.m_bytes); }

    // Elements of a packed repeated field, gathered in a writer of their own and added with bytes().
    void packedFixed64(std::uint64_t value);
    void packedNumber(double value);

    const QByteArray &bytes() const { return m_bytes; }

private:
    void varint(std::uint64_t value);
    void tag(int field, int wireType) { varint(std::uint64_t(field) << 3 | std::uint64_t(wireType)); }

    QByteArray m_bytes;
};

} // namespace vox
