#include "models/store/sqlite/word_table.h"
#include "models/store/sqlite/conversation_words.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longest = 64;
constexpr int most = 100;
} // namespace

QStringList WordTable::longWords(const QString &text)
{
    QStringList words = searchWords(text, m_stems);
    words.removeIf([](const QString &word) { return word.size() <= indexedBeginning || word.size() > longest; });
    return words;
}

Result<void> WordTable::add(const QString &text)
{
    for (const QString &word : longWords(text))
        if (auto done = m_db.run("insert into word(text) values(?) on conflict do nothing", word); !done) return done;
    return {};
}

Result<void> WordTable::forget(const QString &text)
{
    for (const QString &word : longWords(text)) {
        auto done = m_db.run("delete from word where text = ?1 and not exists(select 1 from conversation_search where conversation_search match ?2)",
                             word, QString(u'"' + word + u'"'));
        if (!done) return done;
    }
    return {};
}

Result<std::optional<QStringList>> WordTable::beginningWith(const QString &beginning)
{
    if (beginning.size() > longest) return std::optional<QStringList>();
    auto query = m_db.query("select text from word where text >= ? and text < ? limit ?", beginning, QString(beginning + u"\U0010FFFF"_s), most + 1);
    if (!query) return query.error();
    QStringList words;
    while (true) {
        const auto row = query->next();
        if (!row) return row.error();
        if (!*row) break;
        words.append(query->text(0));
    }
    return words.size() > most ? std::optional<QStringList>() : words;
}

} // namespace vox
