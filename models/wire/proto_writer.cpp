#include "models/wire/proto_writer.h"
#include <QtEndian>
#include <bit>

namespace vox {

void ProtoWriter::varint(std::uint64_t value)
{
    while (value >= 0x80) {
        m_bytes.append(char(value | 0x80));
        value >>= 7;
    }
    m_bytes.append(char(value));
}

void ProtoWriter::integerAlways(int field, std::int64_t value)
{
    tag(field, 0);
    varint(std::uint64_t(value));
}

void ProtoWriter::packedFixed64(std::uint64_t value)
{
    const std::uint64_t little = qToLittleEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

void ProtoWriter::packedNumber(double value) { packedFixed64(std::bit_cast<std::uint64_t>(value)); }

void ProtoWriter::fixed64(int field, std::uint64_t value)
{
    if (value == 0) return;
    tag(field, 1);
    packedFixed64(value);
}

void ProtoWriter::fixed32(int field, std::uint32_t value)
{
    if (value == 0) return;
    tag(field, 5);
    const std::uint32_t little = qToLittleEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

void ProtoWriter::numberAlways(int field, double value)
{
    tag(field, 1);
    packedNumber(value);
}

void ProtoWriter::bytesAlways(int field, QByteArrayView value)
{
    tag(field, 2);
    varint(std::uint64_t(value.size()));
    m_bytes.append(value.data(), value.size());
}

} // namespace vox
