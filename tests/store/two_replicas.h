#pragma once
#include "models/documents/canonical_json.h"
#include "tests/store/every_store.h"

namespace vox::test {

// Two stores of one kind and what tests of exchange do with them; made anew by begin(), before each test.
class TwoReplicas {
protected:
    explicit TwoReplicas(MakeFactory make) : m_makeFactory(std::move(make)) {}
    void begin()
    {
        m_store.reset();
        m_other.reset();
        m_factory = m_makeFactory();
        m_otherFactory = m_makeFactory();
        auto one = m_factory->connect();
        auto other = m_otherFactory->connect();
        QVERIFY(one && other);
        m_store = std::move(*one);
        m_other = std::move(*other);
    }

    std::unique_ptr<Store> m_store, m_other;
    qint64 m_now = 1'700'000'000'000;

    DocumentId newId() { return DocumentId::make({++m_now}); }
    static QByteArray json(const QString &name) { return canonicalJson(QJsonObject{{QStringLiteral("name"), name}}); }
    RevisionItem revision(DocumentId id, const QStringList &parents, const QString &name)
    {
        return {makeRevision(id, QStringLiteral("agent"), 1, parents, QStringLiteral("person"), {++m_now}, {}, json(name)), json(name)};
    }
    RevisionItem tombstone(DocumentId id, const QStringList &parents)
    {
        return {makeRevision(id, QStringLiteral("agent"), 1, parents, QStringLiteral("person"), {++m_now}, {}, tombstoneContent()), tombstoneContent()};
    }
    RevisionId add(Store &store, DocumentId id, const QStringList &parents, const QString &name)
    {
        const RevisionItem item = revision(id, parents, name);
        const auto added = store.documents().addRevision(item.header, *item.content, name, DocumentStore::Copy::Discard);
        return added ? *added : RevisionId();
    }
    Result<Received> give(Store &store, const QList<ReplicaItem> &items) { return store.replica().receive(items, Origin::Elsewhere); }
    // Everything `from` made since `cursor`, as `to` receives it.
    Result<Received> carry(Store &from, Store &to)
    {
        const auto page = from.feed().after({}, 5000);
        if (!page) return page.error();
        const auto items = from.replica().items(page->entries);
        if (!items) return items.error();
        return give(to, *items);
    }
    static QStringList types(const FeedPage &page)
    {
        QStringList out;
        for (const FeedEntry &entry : page.entries) out.append(entry.type);
        return out;
    }

    MakeFactory m_makeFactory;
    std::unique_ptr<StoreFactory> m_factory, m_otherFactory;
};

} // namespace vox::test
