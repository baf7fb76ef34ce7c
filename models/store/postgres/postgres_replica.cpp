#include "models/store/postgres/postgres_replica.h"
#include "models/documents/canonical_json.h"
#include "models/store/feed_entries.h"
#include <QSet>

namespace vox {

using namespace Qt::StringLiterals;

Result<QHash<RevisionId, RevisionItem>> PostgresReplica::revisionItems(const QList<FeedEntry> &entries)
{
    QHash<RevisionId, RevisionItem> out;
    QStringList ids;
    for (const FeedEntry &entry : entries)
        if (entry.type == "document.revised"_L1) ids.append(entry.subject);
    if (ids.isEmpty()) return out;
    const auto rows = m_db.read("select r.id, r.document, r.kind, r.schema, r.author, r.created_utc_ms, r.message, r.content_sha256, "
                                "array_to_string(r.parents, ','), c.bytes from revision r "
                                "left join content c on c.workspace = r.workspace and c.sha256 = r.content_sha256 "
                                "where r.workspace = $1 and r.id = any($2)",
                                m_workspace.uuid(), ids);
    if (!rows) return rows.error();
    out.reserve(rows->size());
    for (int row = 0; row < rows->size(); ++row) {
        RevisionItem item{{DocumentId(rows->uuid(row, 1)), rows->text(row, 2), int(rows->integer(row, 3)),
                           rows->text(row, 8).split(u',', Qt::SkipEmptyParts), rows->text(row, 4), {rows->integer(row, 5)}, rows->text(row, 6),
                           rows->text(row, 7)},
                          {}};
        if (!rows->isNull(row, 9)) item.content = rows->blob(row, 9);
        out.insert(rows->text(row, 0), std::move(item));
    }
    return out;
}

// What is not there any more, or never was, is left out.
Result<QList<ReplicaItem>> PostgresReplica::items(const QList<FeedEntry> &entries)
{
    const auto revisions = revisionItems(entries);
    if (!revisions) return revisions.error();
    QList<ReplicaItem> out;
    out.reserve(entries.size());
    for (const FeedEntry &entry : entries) {
        if (entry.type == "document.revised"_L1) {
            if (const auto it = revisions->constFind(entry.subject); it != revisions->constEnd()) out.append(*it);
        } else if (entry.type == "content.erased"_L1) {
            out.append(ErasureItem{entry.subject});
        } else if (entry.type == "release.made"_L1) {
            const auto release = m_releases.release(entry.subject);
            if (release) out.append(ReleaseItem{*release});
            else if (release.error().code != Error::Code::NotFound) return release.error();
        } else if (entry.type == "environment.changed"_L1) {
            const auto environment = enumFromName<Environment>(entry.subject);
            if (!environment) continue;
            const auto state = m_releases.environment(*environment);
            if (!state) return state.error();
            out.append(EnvironmentItem{*state});
        }
    }
    return out;
}

Result<void> PostgresReplica::takeErasures(const QStringList &contents, Origin origin, Received &received)
{
    if (contents.isEmpty()) return {};
    if (auto locked = m_revisions.lockContents(); !locked) return locked;
    const auto news = m_revisions.erase(contents);
    if (!news) return news.error();
    received.added += int(news->size());
    for (const QString &hash : *news) m_chronicle.tell(erasedEntry(hash, origin));
    return {};
}

Result<void> PostgresReplica::takeRevisions(const QList<CheckedRevision> &revisions, Origin origin, Received &received)
{
    if (revisions.isEmpty()) return {};
    QMap<DocumentId, PostgresRevisions::Beginning> documents;
    QStringList named;
    for (const CheckedRevision &revision : revisions) {
        if (!documents.contains(revision.header.document)) documents.insert(revision.header.document, {revision.header.kind, revision.name});
        named.append(revision.id);
        named.append(revision.header.parents);
    }
    auto heads = m_revisions.lock(documents);
    if (!heads) return heads.error();
    auto there = m_revisions.documentsOf(named);
    if (!there) return there.error();
    QList<CheckedRevision> fresh, known;
    PostgresRevisions::Heads changed;
    for (const CheckedRevision &revision : revisions) {
        if (there->contains(revision.id)) {
            known.append(revision);
            continue;
        }
        const DocumentId document = revision.header.document;
        for (const RevisionId &parent : revision.header.parents) {
            if (!there->contains(parent)) return Error(Error::Code::NotFound, {u"revision"_s, parent});
            if (there->value(parent) != document) return Error(Error::Code::BadValue, {u"parents"_s, parent});
        }
        there->insert(revision.id, document);
        if (!changed.contains(document)) {
            changed.insert(document, heads->value(document));
            received.changed.append(document);
        }
        m_chronicle.tell(revisedEntry(revision.header, revision.id, revision.name, origin));
        fresh.append(revision);
    }
    received.added += int(fresh.size());
    // The contents of those that are known may have been missing so far.
    if (auto done = m_revisions.addContents(known); !done) return done;
    if (auto done = m_revisions.add(fresh, changed); !done) return done;
    for (const DocumentId &document : std::as_const(received.changed))
        if (changed[document].size() > 1) received.split.append(document);
    return m_revisions.refresh(changed);
}

Result<void> PostgresReplica::takeAll(const CheckedItems &items, Origin origin, Received &received)
{
    received = {};
    const auto count = [&](const Result<bool> &taken) -> Result<void> {
        if (!taken) return taken.error();
        if (*taken) ++received.added;
        return {};
    };
    // Erasures first: what they erase need not be written at all.
    auto done = takeErasures(items.erasures, origin, received);
    if (done) done = takeRevisions(items.revisions, origin, received);
    for (const Release &release : items.releases)
        if (done) done = count(m_releases.take(release, origin));
    for (const EnvironmentState &state : items.environments)
        if (done) done = count(m_releases.take(state, origin));
    return done;
}

Result<Received> PostgresReplica::receive(const QList<ReplicaItem> &items, Origin origin)
{
    const auto checked = checkItems(items);
    if (!checked) return checked.error();
    Received received;
    const auto done = m_db.transaction([&] { return takeAll(*checked, origin, received); }, Connection::Repeat::Allowed);
    if (!done) return done.error();
    return received;
}

Result<QStringList> PostgresReplica::missing(const QStringList &revisions)
{
    const auto there = m_revisions.documentsOf(revisions);
    if (!there) return there.error();
    QStringList out;
    for (const RevisionId &id : revisions)
        if (!there->contains(id)) out.append(id);
    return out;
}

Result<RevisionId> PostgresReplica::graft(const Revision &revision, const QByteArray &content)
{
    const auto received = receive({RevisionItem{revision, content}}, Origin::Here);
    if (!received) return received.error();
    return revision.id();
}

Result<QList<DocumentId>> PostgresReplica::splitDocuments()
{
    const auto rows = m_db.read("select id from document where workspace = $1 and cardinality(heads) > 1 order by id", m_workspace.uuid());
    if (!rows) return rows.error();
    QList<DocumentId> out;
    for (int row = 0; row < rows->size(); ++row) out.append(DocumentId(rows->uuid(row, 0)));
    return out;
}

Result<void> PostgresReplica::eraseContent(const QString &contentSha256)
{
    if (contentSha256 == sha256Hex(tombstoneContent())) return Error(Error::Code::BadValue, {u"content_sha256"_s, contentSha256});
    return m_db.transaction(
        [&]() -> Result<void> {
            const auto named = m_db.read("select 1 from revision where workspace = $1 and content_sha256 = $2 limit 1", m_workspace.uuid(), contentSha256);
            if (!named) return named.error();
            if (named->isEmpty()) return Error(Error::Code::NotFound, {u"content"_s, contentSha256});
            Received received;
            return takeErasures({contentSha256}, Origin::Here, received);
        },
        Connection::Repeat::Allowed);
}

} // namespace vox
