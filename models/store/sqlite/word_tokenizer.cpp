#include "models/store/sqlite/word_tokenizer.h"
#include "models/store/word_stems.h"
#include <sqlite3.h>

namespace vox {

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
