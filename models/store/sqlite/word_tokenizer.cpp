#include "models/store/sqlite/word_tokenizer.h"
#include <libstemmer.h>
#include <sqlite3.h>

namespace vox {

void WordStems::Close::operator()(sb_stemmer *stemmer) const { sb_stemmer_delete(stemmer); }

WordStems::WordStems() : m_russian(sb_stemmer_new("russian", "UTF_8")), m_english(sb_stemmer_new("english", "UTF_8")) {}

WordStems::~WordStems() = default;

QStringList WordStems::words(const QString &text)
{
    QStringList out;
    QString word;
    const auto close = [&] {
        if (!word.isEmpty()) out.append(word);
        word.clear();
    };
    for (const QChar c : text.toLower()) {
        if (c == u'ё') word += u'е';
        else if (c.isLetterOrNumber() || c.isSurrogate() || c.isMark()) word += c;
        else close();
    }
    close();
    return out;
}

QString WordStems::stem(const QString &foldedWord)
{
    const char16_t first = foldedWord.isEmpty() ? u'0' : foldedWord.front().unicode();
    sb_stemmer *stemmer = nullptr;
    if (first >= u'а' && first <= u'я') stemmer = m_russian.get();
    else if (first >= u'a' && first <= u'z') stemmer = m_english.get();
    if (!stemmer) return foldedWord;
    const QByteArray utf8 = foldedWord.toUtf8();
    const sb_symbol *stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol *>(utf8.constData()), int(utf8.size()));
    if (!stem) return foldedWord;
    return QString::fromUtf8(reinterpret_cast<const char *>(stem), sb_stemmer_length(stemmer));
}

namespace {

using TokenCallback = int (*)(void *, int, const char *, int, int, int);

int createTokenizer(void *, const char **, int, Fts5Tokenizer **out)
{
    *out = reinterpret_cast<Fts5Tokenizer *>(new WordStems);
    return SQLITE_OK;
}

void deleteTokenizer(Fts5Tokenizer *tokenizer) { delete reinterpret_cast<WordStems *>(tokenizer); }

// Offsets are not kept (detail=none), so every token reports 0.
int tokenize(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int length, TokenCallback give)
{
    auto *stems = reinterpret_cast<WordStems *>(tokenizer);
    const auto giveWord = [&](const QString &word) {
        const QByteArray utf8 = word.toUtf8();
        return give(context, 0, utf8.constData(), int(utf8.size()), 0, 0);
    };
    for (const QString &piece : QString::fromUtf8(text, length).split(u' ', Qt::SkipEmptyParts)) {
        if ((flags & FTS5_TOKENIZE_QUERY) || piece.startsWith(reservedMark)) {
            if (const int status = giveWord(piece.startsWith(reservedMark) ? piece.sliced(1) : piece); status != SQLITE_OK) return status;
            continue;
        }
        for (const QString &word : WordStems::words(piece)) {
            const QString stem = stems->stem(word);
            if (const int status = giveWord(stem); status != SQLITE_OK) return status;
            // The end that stemming cut off is findable while it is being typed.
            if (stem != word)
                if (const int status = giveWord(word); status != SQLITE_OK) return status;
        }
    }
    return SQLITE_OK;
}

} // namespace

int registerWordTokenizer(sqlite3 *connection)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    int status = sqlite3_prepare_v2(connection, "select fts5(?1)", -1, &statement, nullptr);
    if (status != SQLITE_OK) return status;
    sqlite3_bind_pointer(statement, 1, static_cast<void *>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
    status = sqlite3_finalize(statement);
    if (!api) return status == SQLITE_OK ? SQLITE_ERROR : status;
    fts5_tokenizer tokenizer{createTokenizer, deleteTokenizer, tokenize};
    return api->xCreateTokenizer(api, "voxdesk", nullptr, &tokenizer, nullptr);
}

} // namespace vox
