#include "models/store/sqlite/sqlite_replica.h"
#include "models/documents/canonical_json.h"
#include "models/store/feed_entries.h"
#include <QSet>

namespace vox {

using namespace Qt::StringLiterals;

// What is not there any more, or never was, is left out.
Result<std::optional<ReplicaItem>> SqliteReplica::item(const FeedEntry &entry)
{
    const auto nothing = [](const Error &error) -> Result<std::optional<ReplicaItem>> {
        if (error.code == Error::Code::NotFound) return std::optional<ReplicaItem>();
        return error;
    };
    if (entry.type == "document.revised"_L1) {
        const auto stored = m_documents.revision(entry.subject);
        if (!stored) return nothing(stored.error());
        RevisionItem out{stored->header, {}};
        if (!stored->contentErased) {
            const auto content = m_documents.content(entry.subject);
            if (!content) return nothing(content.error());
            out.content = *content;
        }
        return std::optional<ReplicaItem>(std::move(out));
    }
    if (entry.type == "content.erased"_L1) return std::optional<ReplicaItem>(ErasureItem{entry.subject});
    if (entry.type == "release.made"_L1) {
        const auto release = m_releases.release(entry.subject);
        if (!release) return nothing(release.error());
        return std::optional<ReplicaItem>(ReleaseItem{*release});
    }
    if (entry.type == "environment.changed"_L1) {
        const auto environment = enumFromName<Environment>(entry.subject);
        if (!environment) return std::optional<ReplicaItem>();
        const auto state = m_releases.environment(*environment);
        if (!state) return state.error();
        return std::optional<ReplicaItem>(EnvironmentItem{*state});
    }
    return std::optional<ReplicaItem>();
}

Result<QList<ReplicaItem>> SqliteReplica::items(const QList<FeedEntry> &entries)
{
    QList<ReplicaItem> out;
    out.reserve(entries.size());
    for (const FeedEntry &entry : entries) {
        auto one = item(entry);
        if (!one) return one.error();
        if (*one) out.append(std::move(**one));
    }
    return out;
}

Result<void> SqliteReplica::checkParents(const Revision &revision)
{
    for (const RevisionId &parent : revision.parents) {
        auto query = m_db.query("select document from revision where id = ?", parent);
        if (!query) return query.error();
        const auto row = query->next();
        if (!row) return row.error();
        if (!*row) return Error(Error::Code::NotFound, {u"revision"_s, parent});
        if (query->text(0) != revision.document.text()) return Error(Error::Code::BadValue, {u"parents"_s, parent});
    }
    return {};
}

Result<bool> SqliteReplica::take(const CheckedRevision &revision, Origin origin)
{
    const auto known = m_revisions.has(revision.id);
    if (!known) return known;
    if (*known) {
        // Its content may have been missing so far.
        if (!revision.content) return false;
        auto filled = m_db.run("insert into content(sha256, bytes) select ?1, ?2 where not exists("
                               "select 1 from erasure where content_sha256 = ?1) on conflict(sha256) do nothing",
                               revision.header.contentSha256, *revision.content);
        if (!filled) return filled.error();
        return false;
    }
    if (auto fine = checkParents(revision.header); !fine) return fine.error();
    if (auto added = m_revisions.add(revision.header, revision.id, revision.content, revision.name); !added) return added.error();
    if (auto said = m_feed.add(revisedEntry(revision.header, revision.id, revision.name, origin)); !said) return said.error();
    return true;
}

Result<void> SqliteReplica::takeAll(const CheckedItems &items, Origin origin, Received &received)
{
    QSet<DocumentId> touched;
    // Erasures first: what they erase need not be written at all.
    for (const QString &hash : items.erasures) {
        const auto news = m_revisions.erase(hash);
        if (!news) return news.error();
        if (!*news) continue;
        ++received.added;
        if (auto said = m_feed.add(erasedEntry(hash, origin)); !said) return said;
    }
    for (const CheckedRevision &revision : items.revisions) {
        const auto added = take(revision, origin);
        if (!added) return added.error();
        if (!*added) continue;
        ++received.added;
        if (touched.contains(revision.header.document)) continue;
        touched.insert(revision.header.document);
        received.changed.append(revision.header.document);
    }
    for (const DocumentId &document : std::as_const(received.changed)) {
        if (auto done = m_revisions.refresh(document.text()); !done) return done;
        const auto heads = m_revisions.heads(document.text());
        if (!heads) return heads.error();
        if (heads->size() > 1) received.split.append(document);
    }
    const auto count = [&](const Result<bool> &taken) -> Result<void> {
        if (!taken) return taken.error();
        if (*taken) ++received.added;
        return {};
    };
    for (const Release &release : items.releases)
        if (auto done = count(m_releases.take(release, origin)); !done) return done;
    for (const EnvironmentState &state : items.environments)
        if (auto done = count(m_releases.take(state, origin)); !done) return done;
    return {};
}

Result<Received> SqliteReplica::receive(const QList<ReplicaItem> &items, Origin origin)
{
    const auto checked = checkItems(items);
    if (!checked) return checked.error();
    Received received;
    const auto done = m_db.transaction([&] { return takeAll(*checked, origin, received); });
    if (!done) return done.error();
    return received;
}

Result<QStringList> SqliteReplica::missing(const QStringList &revisions)
{
    QStringList out;
    for (const RevisionId &id : revisions) {
        const auto known = m_revisions.has(id);
        if (!known) return known.error();
        if (!*known) out.append(id);
    }
    return out;
}

Result<RevisionId> SqliteReplica::graft(const Revision &revision, const QByteArray &content)
{
    const auto received = receive({RevisionItem{revision, content}}, Origin::Here);
    if (!received) return received.error();
    return revision.id();
}

Result<QList<DocumentId>> SqliteReplica::splitDocuments()
{
    auto query = m_db.query("select document from head group by document having count(*) > 1");
    if (!query) return query.error();
    QList<DocumentId> out;
    while (true) {
        const auto row = query->next();
        if (!row) return row.error();
        if (!*row) return out;
        out.append(DocumentId::parse(query->text(0)).value_or(DocumentId()));
    }
}

Result<void> SqliteReplica::eraseContent(const QString &contentSha256)
{
    if (contentSha256 == sha256Hex(tombstoneContent())) return Error(Error::Code::BadValue, {u"content_sha256"_s, contentSha256});
    return m_db.transaction([&]() -> Result<void> {
        {
            auto query = m_db.query("select 1 from revision where content_sha256 = ?", contentSha256);
            if (!query) return query.error();
            const auto named = query->next();
            if (!named) return named.error();
            if (!*named) return Error(Error::Code::NotFound, {u"content"_s, contentSha256});
        }
        const auto news = m_revisions.erase(contentSha256);
        if (!news) return news.error();
        return *news ? m_feed.add(erasedEntry(contentSha256, Origin::Here)) : Result<void>();
    });
}

} // namespace vox
