#include "models/wire/proto_reader.h"

namespace vox {

bool ProtoReader::fail()
{
    m_broken = true;
    m_rest = {};
    m_bytes = {};
    m_field = 0;
    return false;
}

bool ProtoReader::varint(std::uint64_t &into)
{
    into = 0;
    for (int shift = 0; shift < 64 && !m_rest.isEmpty(); shift += 7) {
        const auto byte = std::uint8_t(m_rest.front());
        m_rest = m_rest.sliced(1);
        into |= std::uint64_t(byte & 0x7f) << shift;
        if (byte < 0x80) return true;
    }
    return fail();
}

bool ProtoReader::fixedBytes(int count)
{
    if (m_rest.size() < count) return fail();
    m_value = 0;
    for (int i = count; i-- > 0;) m_value = m_value << 8 | std::uint8_t(m_rest[i]);
    m_rest = m_rest.sliced(count);
    return true;
}

bool ProtoReader::next()
{
    if (m_rest.isEmpty()) return false;
    m_bytes = {};
    m_value = 0;
    std::uint64_t tag = 0;
    if (!varint(tag)) return false;
    m_type = int(tag & 7);
    if (tag >> 3 == 0 || tag >> 3 > 0x1fffffff) return fail();
    m_field = int(tag >> 3);
    switch (m_type) {
    case 0: return varint(m_value);
    case 1: return fixedBytes(8);
    case 5: return fixedBytes(4);
    case 2: {
        std::uint64_t size = 0;
        if (!varint(size)) return false;
        if (size > std::uint64_t(m_rest.size())) return fail();
        m_bytes = m_rest.first(qsizetype(size));
        m_rest = m_rest.sliced(qsizetype(size));
        return true;
    }
    default: return fail(); // groups are gone from the format
    }
}

} // namespace vox
