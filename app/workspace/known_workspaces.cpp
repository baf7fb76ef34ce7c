#include "app/workspace/known_workspaces.h"
#include "models/store/sqlite/sqlite_store.h"
#include <QDir>
#include <QJsonObject>
#include <QSet>
#include <QUrl>

namespace vox {

using namespace Qt::StringLiterals;

QList<KnownWorkspace> knownWorkspaces(const QString &home, const QString &open, const QString &serversFolder)
{
    QStringList folders{home, open};
    for (const QFileInfo &folder : QDir(serversFolder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) folders.append(folder.filePath());
    QList<KnownWorkspace> own, team;
    QSet<QString> seen;
    for (const QString &folder : std::as_const(folders)) {
        const QString path = QDir(folder).absolutePath();
        if (folder.isEmpty() || seen.contains(path) || !QFileInfo::exists(path + u"/workspace.sqlite"_s)) continue;
        seen.insert(path);
        auto store = SqliteStore::open(path + u"/workspace.sqlite"_s, {});
        if (!store) continue; // damaged or of a newer program: not offered
        const auto settings = (*store)->settings().all();
        if (!settings) continue;
        KnownWorkspace known{path, {}, {}, (*store)->workspace()};
        const QUrl url(settings->value(u"server.address"_s).toObject().value("url"_L1).toString());
        if (url.isValid() && !url.host().isEmpty()) {
            known.server = url.port() > 0 ? u"%1:%2"_s.arg(url.host()).arg(url.port()) : url.host();
            known.name = settings->value(u"server.me"_s).toObject().value("workspace"_L1)["name"_L1].toString();
        }
        (known.isTeam() ? team : own).append(known);
    }
    return own + team;
}

} // namespace vox
