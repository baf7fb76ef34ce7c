#include "app/cluster/postgres_programs.h"
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int oldest = 13;

QString said(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(5000) || process.exitCode() != 0) return {};
    return QString::fromLocal8Bit(process.readAllStandardOutput()).trimmed();
}

// "postgres (PostgreSQL) 15.6 (Debian …)" -> 15
int versionIn(const QString &folder)
{
    for (const char *name : {"initdb", "pg_ctl", "postgres"})
        if (!QFileInfo(folder + u'/' + QLatin1String(name)).isExecutable()) return 0;
    static const QRegularExpression number(u"\\) (\\d+)"_s);
    return number.match(said(folder + u"/postgres"_s, {u"--version"_s})).captured(1).toInt();
}

} // namespace

Result<PostgresPrograms> PostgresPrograms::find()
{
    // Debian names its folders by version; only the newest has to be asked.
    const QString debian = u"/usr/lib/postgresql"_s;
    int newest = 0;
    for (const QString &name : QDir(debian).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) newest = qMax(newest, name.toInt());
    QStringList folders;
    if (newest > 0) folders.append(u"%1/%2/bin"_s.arg(debian).arg(newest));
    for (const QString &folder : std::as_const(folders))
        if (const int version = versionIn(folder); version >= oldest) return PostgresPrograms{folder, version};
    PostgresPrograms best;
    const QString config = QStandardPaths::findExecutable(u"pg_config"_s);
    const QString onPath = QStandardPaths::findExecutable(u"postgres"_s);
    for (const QString &folder : {config.isEmpty() ? QString() : said(config, {u"--bindir"_s}), QFileInfo(onPath).path()}) {
        const int version = folder.isEmpty() ? 0 : versionIn(folder);
        if (version >= oldest && version > best.version) best = {folder, version};
    }
    if (best.version == 0) return Error(Error::Code::NotConfigured, {u"PostgreSQL"_s}, u"apt install postgresql"_s);
    return best;
}

} // namespace vox
