#include "models/store/sqlite/migrations.h"
#include "models/store/conversation_body.h"
#include "models/store/page_place.h"
#include "models/store/sqlite/word_table.h"
#include "models/store/sqlite/word_tokenizer.h"
#include <QFile>

static void initStoreResources() { Q_INIT_RESOURCE(store_resources); }

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 applicationId = 0x566F7864; // "Voxd"
constexpr qint64 newest = 3;                 // resources/sql/001.sql ... one file a step

Result<qint64> number(Database &database, const char *sql)
{
    auto query = database.query(sql);
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    return *row ? query->integer(0) : 0;
}

QByteArray script(qint64 step)
{
    QFile file(u":/sql/%1.sql"_s.arg(step, 3, 10, QLatin1Char('0')));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? file.readAll() : QByteArray();
}

// Step 2 sorts documents by their folded names.
Result<void> foldNames(Database &database)
{
    QList<std::pair<QString, QString>> names;
    {
        auto query = database.query("select id, name from document");
        if (!query) return query.error();
        while (true) {
            const auto row = query->next();
            if (!row) return row.error();
            if (!*row) break;
            names.append({query->text(0), foldedName(query->text(1))});
        }
    }
    for (const auto &[id, folded] : names)
        if (auto done = database.run("update document set folded = ? where id = ?", folded, id); !done) return done;
    return {};
}

// Step 2 makes the search index anew, from the words that are kept beside it. Damaged ones stay unsearchable.
Result<void> fillSearch(Database &database)
{
    WordTable known(database);
    auto query = database.query("select key, words from conversation_body order by key");
    if (!query) return query.error();
    while (true) {
        const auto row = query->next();
        if (!row) return row.error();
        if (!*row) return {};
        const auto words = unpackedBody(query->blob(1), database.path());
        if (!words) continue;
        const QString text = QString::fromUtf8(*words);
        auto done = database.run("insert into conversation_search(rowid, words) values(?, ?)", query->integer(0), text);
        if (done) done = known.add(text.section(QChar(reservedMark), 0, 0));
        if (!done) return done;
    }
}

// What SQL alone cannot do for a step.
Result<void> finish(Database &database, qint64 step, const SqliteStore::Birth &birth)
{
    if (step == 1) {
        if (auto done = database.run("insert into workspace(id, created_utc_ms) values(?, ?)", birth.workspace.text(), birth.at.value); !done)
            return done;
        return database.runScript("pragma application_id = " + QByteArray::number(applicationId));
    }
    if (step == 2) {
        if (auto done = foldNames(database); !done) return done;
        return fillSearch(database);
    }
    return {};
}

Result<void> step(Database &database, qint64 to, const SqliteStore::Birth &birth)
{
    return database.transaction([&]() -> Result<void> {
        // Another process may have been faster while we waited for the lock.
        const auto version = number(database, "pragma user_version");
        if (!version) return version.error();
        if (*version >= to) return {};
        if (auto done = database.runScript(script(to)); !done) return done;
        if (auto done = finish(database, to, birth); !done) return done;
        return database.runScript("pragma user_version = " + QByteArray::number(to));
    });
}

} // namespace

Result<void> migrate(Database &database, const SqliteStore::Birth &birth)
{
    initStoreResources();
    const auto version = number(database, "pragma user_version");
    if (!version) return version.error();
    const auto application = number(database, "pragma application_id");
    if (!application) return application.error();
    const auto tables = number(database, "select count(*) from sqlite_schema");
    if (!tables) return tables.error();
    const bool fresh = *version == 0 && *application == 0 && *tables == 0;
    if (!fresh && *application != applicationId)
        return Error(Error::Code::StoreBroken, {database.path()}, u"application_id %1"_s.arg(*application));
    if (*version > newest) return Error(Error::Code::StoreNewer, {database.path(), QString::number(*version)});
    // Only now that it is ours: this writes to the file.
    if (auto done = database.runScript("pragma journal_mode = wal"); !done) return done;
    for (qint64 to = *version + 1; to <= newest; ++to)
        if (auto done = step(database, to, birth); !done) return done;
    return {};
}

} // namespace vox
