#pragma once
#include "models/store/sqlite/database.h"
#include "models/store/word_stems.h"

namespace vox {

// The long words that conversations hold. Owned by who writes conversations, inside his transaction.
class WordTable {
public:
    explicit WordTable(Database &database) : m_db(database) {}

    Result<void> add(const QString &text);
    // Forgets those words of a text that no conversation holds any more; call it when the text is out of the index.
    Result<void> forget(const QString &text);
    // Nullopt when there are more than are worth asking for one by one.
    Result<std::optional<QStringList>> beginningWith(const QString &beginning);

private:
    QStringList longWords(const QString &text);

    Database &m_db;
    WordStems m_stems;
};

} // namespace vox
