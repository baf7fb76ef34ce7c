#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The framing of events.log: each record is a length (u32 little-endian), the CRC-32C of the payload (u32 little-endian)
// and the payload. Standard library only, so that the writer stays free of Qt.
namespace vox::journal {

inline constexpr std::uint32_t kMaxRecord = 16u << 20; // bytes; a longer length is damage, not data

// Castagnoli polynomial 0x1EDC6F41, reflected (RFC 3720, appendix B.4).
std::uint32_t crc32c(std::string_view bytes);

// The record as it stands in the file, appended to `out`.
void appendRecord(std::string_view payload, std::string &out);

struct Parsed {
    std::vector<std::string_view> payloads; // views into the bytes given
    std::size_t validBytes = 0;             // everything after this is torn or damaged
};
// Reads records up to the first one that is torn or damaged: what a crash left behind is everything before it.
Parsed parseRecords(std::string_view bytes);

} // namespace vox::journal
