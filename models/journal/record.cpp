#include "models/journal/record.h"
#include <array>

namespace vox::journal {

namespace {

constexpr std::array<std::uint32_t, 256> makeTable()
{
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) value = (value >> 1) ^ ((value & 1) ? 0x82F63B78u : 0u);
        table[i] = value;
    }
    return table;
}
constexpr auto kTable = makeTable();

void appendU32(std::uint32_t value, std::string &out)
{
    for (int shift = 0; shift < 32; shift += 8) out.push_back(char((value >> shift) & 0xFF));
}

std::uint32_t readU32(std::string_view bytes)
{
    std::uint32_t value = 0;
    for (int i = 3; i >= 0; --i) value = (value << 8) | std::uint8_t(bytes[std::size_t(i)]);
    return value;
}

} // namespace

std::uint32_t crc32c(std::string_view bytes)
{
    std::uint32_t crc = 0xFFFFFFFFu;
    for (const char c : bytes) crc = (crc >> 8) ^ kTable[(crc ^ std::uint8_t(c)) & 0xFF];
    return crc ^ 0xFFFFFFFFu;
}

void appendRecord(std::string_view payload, std::string &out)
{
    appendU32(std::uint32_t(payload.size()), out);
    appendU32(crc32c(payload), out);
    out.append(payload);
}

Parsed parseRecords(std::string_view bytes)
{
    Parsed parsed;
    while (bytes.size() - parsed.validBytes >= 8) {
        const std::string_view rest = bytes.substr(parsed.validBytes);
        const std::uint32_t length = readU32(rest);
        if (length > kMaxRecord || rest.size() - 8 < length) break;
        const std::string_view payload = rest.substr(8, length);
        if (crc32c(payload) != readU32(rest.substr(4))) break;
        parsed.payloads.push_back(payload);
        parsed.validBytes += 8 + length;
    }
    return parsed;
}

} // namespace vox::journal
