#pragma once

struct sqlite3;

namespace vox {

// Marks a word in an indexed text that is kept as it is: the filters that stand among the words.
inline constexpr char16_t reservedMark = u'\x01';

// Teaches a connection the FTS5 tokenizer "voxdesk". A document is split and stemmed as WordStems does; a query is taken
// word by word as it stands, because it was made from stems already. Returns SQLite's status.
int registerWordTokenizer(sqlite3 *connection);

} // namespace vox
