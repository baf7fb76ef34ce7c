#include "models/store/postgres/postgres_migrations.h"
#include <QFile>

static void initPostgresResources() { Q_INIT_RESOURCE(postgres_resources); }

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 stepLock = 0x566F7864; // "Voxd"

QString scriptPath(qint64 step) { return u":/sql/postgres/%1.sql"_s.arg(step, 3, 10, QLatin1Char('0')); }

qint64 newest()
{
    qint64 step = 0;
    while (QFile::exists(scriptPath(step + 1))) ++step;
    return step;
}

Result<qint64> version(Connection &connection)
{
    // From the catalogue itself: to_regclass may still remember, after the wait for the lock, that there was none.
    const auto exists = connection.read("select exists(select 1 from pg_class where relname = 'schema_version' and relkind = 'r' "
                                        "and relnamespace = current_schema()::regnamespace)");
    if (!exists) return exists.error();
    if (!exists->truth(0, 0)) return qint64(0);
    const auto rows = connection.read("select coalesce(max(version), 0) from schema_version");
    if (!rows) return rows.error();
    return rows->integer(0, 0);
}

Result<void> take(Connection &connection, qint64 step)
{
    QFile script(scriptPath(step));
    if (!script.open(QIODevice::ReadOnly)) return Error(Error::Code::FileUnreadable, {script.fileName()});
    const QByteArray sql = script.readAll();
    return connection.transaction([&]() -> Result<void> {
        if (auto patient = connection.runScript("set local lock_timeout = '120s'"); !patient) return patient;
        // One program at a time; who waited finds the step taken. The lock ends with the transaction, however it ends.
        if (auto locked = connection.write("select pg_advisory_xact_lock($1)", stepLock); !locked) return locked.error();
        const auto standing = version(connection);
        if (!standing) return standing.error();
        if (*standing >= step) return {};
        if (auto done = connection.runScript(sql); !done) return done;
        return connection.runScript("create table if not exists schema_version(version bigint not null);"
                                    "delete from schema_version; insert into schema_version values("
                                    + QByteArray::number(step) + ")");
    });
}

} // namespace

Result<void> migrate(Connection &connection)
{
    initPostgresResources();
    const auto encoding = connection.read("select current_setting('server_encoding')");
    if (!encoding) return encoding.error();
    if (encoding->text(0, 0) != "UTF8"_L1)
        return Error(Error::Code::StoreBroken, {connection.address()}, u"server_encoding is %1"_s.arg(encoding->text(0, 0)));
    const auto standing = version(connection);
    if (!standing) return standing.error();
    const qint64 last = newest();
    if (*standing > last) return Error(Error::Code::StoreNewer, {connection.address(), QString::number(*standing)});
    for (qint64 step = *standing + 1; step <= last; ++step)
        if (auto done = take(connection, step); !done) return done;
    return {};
}

} // namespace vox
