#pragma once
#include "models/documents/canonical_json.h"
#include "models/kinds/agents/agent.h"
#include "models/store/sqlite/sqlite_store.h"
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

namespace vox::test {

// A SQLite store in a folder of its own, in memory where the system has such a place: these tests commit thousands of times.
class Replica {
public:
    Replica() : m_folder(QFileInfo(QStringLiteral("/dev/shm")).isWritable() ? QStringLiteral("/dev/shm/voxdesk-XXXXXX")
                                                                             : QStringLiteral("voxdesk-XXXXXX"))
    {
        open();
    }
    Store &store() { return *m_store; }
    QString path() const { return m_folder.filePath(QStringLiteral("workspace.sqlite")); }
    void open()
    {
        auto opened = SqliteStore::open(path(), {WorkspaceId::make({1}), {1}});
        Q_ASSERT(opened);
        m_store = std::move(*opened);
    }
    void close() { m_store.reset(); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
};

inline QJsonObject agentContent(const QString &name)
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("description"), QString()},
            {QStringLiteral("languages"), QJsonArray{QStringLiteral("en")}},
            {QStringLiteral("goal_ms"), 800},
            {QStringLiteral("intents"), QJsonArray()}};
}

// Adds a revision whatever stands on top of its parents now.
inline RevisionId put(Store &store, DocumentId document, const QStringList &parents, const QJsonObject &content, const QString &author,
                      qint64 at)
{
    const QByteArray bytes = canonicalJson(content);
    const auto made = store.replica().graft(makeRevision(document, agentKind().name, agentKind().schema, parents, author, {at}, {}, bytes), bytes);
    if (!made) qFatal("%s", qPrintable(made.error().codeName() + made.error().args.join(u' ')));
    return *made;
}

inline RevisionId putTombstone(Store &store, DocumentId document, const QStringList &parents, const QString &author, qint64 at)
{
    const auto made = store.replica().graft(
        makeRevision(document, agentKind().name, agentKind().schema, parents, author, {at}, {}, tombstoneContent()), tombstoneContent());
    if (!made) qFatal("%s", qPrintable(made.error().codeName() + made.error().args.join(u' ')));
    return *made;
}

inline QJsonObject contentOf(Store &store, const RevisionId &id)
{
    const auto bytes = store.documents().content(id);
    return bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
}

inline QStringList headsOf(Store &store, DocumentId document)
{
    const auto row = store.documents().find(document);
    QStringList heads = row ? QStringList(row->heads) : QStringList();
    heads.sort();
    return heads;
}

} // namespace vox::test
