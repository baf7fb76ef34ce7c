#include "tests/store/every_store.h"
#include "models/documents/canonical_json.h"
#include <QJsonArray>
#include <QTest>

using namespace vox;
using namespace Qt::StringLiterals;

// What every DocumentStore and SettingStore must do.
class TestDocuments : public QObject {
    Q_OBJECT
    test::MakeFactory m_makeFactory;
    std::unique_ptr<test::StoreFactory> m_factory;
    std::unique_ptr<Store> m_store;
    DocumentStore *m_documents = nullptr;
    qint64 m_now = 1'700'000'000'000;

    DocumentId newId() { return DocumentId::make({++m_now}); }
    static QByteArray json(const QString &text) { return canonicalJson(QJsonObject{{u"text"_s, text}}); }
    Revision revision(DocumentId id, const QStringList &parents, const QByteArray &content, const QString &message = {})
    {
        return makeRevision(id, u"agent"_s, 1, parents, u"person"_s, {++m_now}, message, content);
    }
    RevisionId add(DocumentId id, const QStringList &parents, const QString &text)
    {
        const auto added = m_documents->addRevision(revision(id, parents, json(text)), json(text), text, DocumentStore::Copy::Discard);
        return added ? *added : RevisionId();
    }

public:
    explicit TestDocuments(test::MakeFactory make) : m_makeFactory(std::move(make)) {}

private slots:
    void init();
    void headsFollowRevisions();
    void staleParentIsConflict();
    void sameRevisionTwiceIsOne();
    void forkKeepsBothHeads();
    void tombstoneAndRestore();
    void listIsSortedAndByKind();
    void pagesCoverEverythingOnce_data();
    void pagesCoverEverythingOnce();
    void pagesFindByName();
    void pagesFindByText_data();
    void pagesFindByText();
    void pagesOfConflicts();
    void strangePlaces();
    void workingCopyStamps();
    void copyGivesItsName();
    void revisionDiscardsCopy();
    void erasedContentKeepsHeader();
    void transactionIsAllOrNothing();
    void changeStampSeesOthersOnly();
    void settings();
    void missing();
};

void TestDocuments::init()
{
    m_store.reset();
    m_factory = m_makeFactory();
    auto store = m_factory->connect();
    QVERIFY(store);
    m_store = std::move(*store);
    m_documents = &m_store->documents();
}

void TestDocuments::headsFollowRevisions()
{
    const DocumentId id = newId();
    const RevisionId first = add(id, {}, u"one"_s);
    QVERIFY(!first.isEmpty());
    const RevisionId second = add(id, {first}, u"two"_s);
    const auto row = m_documents->find(id);
    QVERIFY(row);
    QCOMPARE(row->heads, QList<RevisionId>{second});
    QCOMPARE(row->name, u"two"_s);
    QCOMPARE(*m_documents->content(first), json(u"one"_s));
    const auto history = m_documents->history(id);
    QVERIFY(history);
    QCOMPARE(history->size(), 2);
    QCOMPARE(history->first().id, second);
    QCOMPARE(history->first().header.parents, QStringList{first});
    QCOMPARE(history->first().header.id(), second); // the header reads back exactly
}

void TestDocuments::staleParentIsConflict()
{
    const DocumentId id = newId();
    const RevisionId first = add(id, {}, u"one"_s);
    const RevisionId second = add(id, {first}, u"two"_s);
    const auto stale = m_documents->addRevision(revision(id, {first}, json(u"late"_s)), json(u"late"_s), u"late"_s, DocumentStore::Copy::Discard);
    QVERIFY(!stale);
    QCOMPARE(stale.error().code, Error::Code::Conflict);
    const auto beginning = m_documents->addRevision(revision(id, {}, json(u"x"_s)), json(u"x"_s), u"x"_s, DocumentStore::Copy::Discard);
    QVERIFY(!beginning);
    const auto row = m_documents->find(id);
    QCOMPARE(row->heads, QList<RevisionId>{second});
    QCOMPARE(row->name, u"two"_s); // nothing of the refused ones stayed
    QCOMPARE(m_documents->history(id)->size(), 2);
}

void TestDocuments::sameRevisionTwiceIsOne()
{
    const DocumentId id = newId();
    const Revision one = revision(id, {}, json(u"one"_s));
    for (int i = 0; i < 2; ++i) QVERIFY(m_documents->addRevision(one, json(u"one"_s), u"one"_s, DocumentStore::Copy::Discard));
    QCOMPARE(m_documents->history(id)->size(), 1);
}

void TestDocuments::forkKeepsBothHeads()
{
    // Two parents at once: a merge takes both heads' places, and only then is there one again.
    const DocumentId id = newId();
    const RevisionId first = add(id, {}, u"one"_s);
    const RevisionId merged = add(id, {first, first}, u"bad"_s);
    QVERIFY(merged.isEmpty()); // the same parent twice is no merge
    QCOMPARE(m_documents->find(id)->heads, QList<RevisionId>{first});
}

void TestDocuments::tombstoneAndRestore()
{
    const DocumentId id = newId();
    const RevisionId first = add(id, {}, u"one"_s);
    const auto gone = m_documents->addRevision(revision(id, {first}, tombstoneContent()), tombstoneContent(), u"one"_s, DocumentStore::Copy::Discard);
    QVERIFY(gone);
    QVERIFY(m_documents->list(u"agent"_s)->isEmpty());
    QCOMPARE(m_documents->list(u"agent"_s, DocumentStore::Deleted::Only)->size(), 1);
    QVERIFY(m_documents->find(id)->deleted);
    QVERIFY(!add(id, {*gone}, u"one"_s).isEmpty());
    QVERIFY(!m_documents->find(id)->deleted);
    QCOMPARE(m_documents->list(u"agent"_s)->size(), 1);
}

void TestDocuments::listIsSortedAndByKind()
{
    for (const QString &name : {u"beta"_s, u"Alpha"_s, u"яблоко"_s, u"Ёлка"_s}) add(newId(), {}, name);
    const Revision other = makeRevision(newId(), u"ticket"_s, 1, {}, u"p"_s, {1}, {}, json(u"t"_s));
    QVERIFY(m_documents->addRevision(other, json(u"t"_s), u"t"_s, DocumentStore::Copy::Discard));
    QStringList names;
    for (const DocumentRow &row : *m_documents->list(u"agent"_s)) names.append(row.name);
    QCOMPARE(names.size(), 4);
    QCOMPARE(names.mid(0, 2), (QStringList{u"Alpha"_s, u"beta"_s}));
}

void TestDocuments::pagesCoverEverythingOnce_data()
{
    QTest::addColumn<int>("sort");
    QTest::newRow("name") << int(DocumentStore::Sort::Name);
    QTest::newRow("newest") << int(DocumentStore::Sort::NewestFirst);
}

void TestDocuments::pagesCoverEverythingOnce()
{
    QFETCH(int, sort);
    for (int i = 0; i < 23; ++i) {
        if (i % 5 != 0) --m_now; // several in one millisecond
        add(newId(), {}, u"Agent %1"_s.arg(i / 4));
    }
    DocumentStore::Query query{u"agent"_s};
    query.sort = DocumentStore::Sort(sort);
    query.limit = 7;
    QSet<QString> seen;
    QStringList names;
    QList<qint64> times;
    for (int pages = 0; pages < 4; ++pages) {
        const auto page = m_documents->page(query);
        QVERIFY(page);
        QCOMPARE(page->rows.size(), pages < 3 ? 7 : 2);
        for (const DocumentRow &row : page->rows) {
            seen.insert(row.id.text());
            names.append(row.name);
            times.append(-row.changed.value);
            QCOMPARE(row.heads.size(), 1);
        }
        query.after = page->next;
        QCOMPARE(query.after.isEmpty(), pages == 3);
    }
    QCOMPARE(seen.size(), 23);
    if (query.sort == DocumentStore::Sort::Name) QVERIFY(std::is_sorted(names.begin(), names.end()));
    else QVERIFY(std::is_sorted(times.begin(), times.end()));
}

void TestDocuments::pagesFindByName()
{
    for (const QString &name : {u"Order desk"_s, u"Первая Линия"_s, u"Зелёный"_s, u"100%_sure"_s}) add(newId(), {}, name);
    const auto found = [&](const QString &part) {
        QStringList names;
        const auto page = m_documents->page({u"agent"_s, DocumentStore::Deleted::Hide, part});
        if (page)
            for (const DocumentRow &row : page->rows) names.append(row.name);
        return names;
    };
    QCOMPARE(found(u"DESK"_s), QStringList{u"Order desk"_s});
    QCOMPARE(found(u"линия"_s), QStringList{u"Первая Линия"_s});
    QCOMPARE(found(u"зеленый"_s), QStringList{u"Зелёный"_s});
    QCOMPARE(found(u"%"_s), QStringList{u"100%_sure"_s});
    QCOMPARE(found(u"_"_s), QStringList{u"100%_sure"_s});
    QCOMPARE(found(u"'; drop table document; --"_s), QStringList());
    QCOMPARE(found({}).size(), 4);
}

void TestDocuments::pagesFindByText_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("in the content") << u"parcel"_s << QStringList{u"Order desk"_s};
    QTest::newRow("another form of the word") << u"where your parcels "_s << QStringList{u"Order desk"_s};
    QTest::newRow("unfinished") << u"parc"_s << QStringList{u"Order desk"_s};
    QTest::newRow("a blank ends it") << u"parc "_s << QStringList();
    QTest::newRow("in the name") << u"desk"_s << QStringList{u"Help desk"_s, u"Order desk"_s};
    QTest::newRow("name and content") << u"desk order parcel"_s << QStringList{u"Order desk"_s};
    QTest::newRow("Russian") << u"зеленые посылки"_s << QStringList{u"Первая линия"_s};
    QTest::newRow("a field's name is no text") << u"greeting"_s << QStringList();
    QTest::newRow("what an older revision said") << u"telegram"_s << QStringList();
    QTest::newRow("punctuation alone") << u"?!"_s << QStringList{u"Help desk"_s, u"Order desk"_s, u"Первая линия"_s};
    QTest::newRow("hostile") << u"'; drop table document_words; -- & | ! :* \\"_s << QStringList();
}

void TestDocuments::pagesFindByText()
{
    const auto put = [&](const QString &name, const QString &greeting, DocumentId id, const QStringList &parents) {
        const QByteArray content = canonicalJson(QJsonObject{{u"name"_s, name}, {u"deep"_s, QJsonArray{QJsonObject{{u"greeting"_s, greeting}}}}});
        return *m_documents->addRevision(revision(id, parents, content), content, name, DocumentStore::Copy::Discard);
    };
    const DocumentId order = newId();
    const RevisionId first = put(u"Order desk"_s, u"Where is your telegram?"_s, order, {});
    put(u"Help desk"_s, u"How may I help?"_s, newId(), {});
    put(u"Первая линия"_s, u"Где моя зелёная посылка"_s, newId(), {});
    const auto names = [&](const QString &typed, int limit) {
        QStringList out;
        DocumentStore::Query query;
        query.kind = u"agent"_s;
        query.text = typed;
        query.limit = limit;
        do {
            const auto page = m_documents->page(query);
            if (!page) return QStringList{page.error().codeName()};
            for (const DocumentRow &row : page->rows) out.append(row.name);
            query.after = page->next;
        } while (!query.after.isEmpty());
        return out;
    };
    QCOMPARE(names(u"telegrams "_s, 50), QStringList{u"Order desk"_s});
    const RevisionId second = put(u"Order desk"_s, u"Where is your parcel?"_s, order, {first});
    QFETCH(QString, typed);
    QFETCH(QStringList, found);
    QCOMPARE(names(typed, 50), found);
    QCOMPARE(names(typed, 1), found);
    if (typed != "parcel"_L1) return;
    // What was erased is found no more.
    QVERIFY(m_store->replica().eraseContent((*m_documents->revision(second)).header.contentSha256));
    QCOMPARE(names(typed, 50), QStringList());
}

void TestDocuments::pagesOfConflicts()
{
    const DocumentId calm = newId(), split = newId();
    add(calm, {}, u"calm"_s);
    const RevisionId base = add(split, {}, u"split"_s);
    add(split, {base}, u"split one"_s);
    DocumentStore::Query query;
    query.kind = u"agent"_s;
    query.inConflict = true;
    QVERIFY(m_documents->page(query)->rows.isEmpty());
    QVERIFY(m_store->replica().graft(revision(split, {base}, json(u"other"_s)), json(u"other"_s)));
    for (const auto sort : {DocumentStore::Sort::Name, DocumentStore::Sort::NewestFirst}) {
        query.sort = sort;
        const auto page = m_documents->page(query);
        QVERIFY(page);
        QCOMPARE(page->rows.size(), 1);
        QCOMPARE(page->rows.first().id, split);
    }
}

void TestDocuments::strangePlaces()
{
    add(newId(), {}, u"one"_s);
    for (const QString &after : {u"x"_s, u"WyJhIl0"_s, u"bnVsbA"_s, u"WzEsMl0"_s, QString(5000, u'A'), u"\u0000"_s}) {
        const auto page = m_documents->page({u"agent"_s, DocumentStore::Deleted::Hide, {}, DocumentStore::Sort::Name, after});
        QVERIFY(!page);
        QCOMPARE(page.error().code, Error::Code::BadValue);
    }
    QVERIFY(!m_documents->page({u"agent"_s, DocumentStore::Deleted::Hide, {}, DocumentStore::Sort::Name, {}, 0}));
}

void TestDocuments::copyGivesItsName()
{
    const DocumentId id = newId();
    add(id, {}, u"Head"_s);
    QVERIFY(m_documents->putWorkingCopy({id, {}, 1, json(u"a"_s), u"Copy"_s, {m_now}, 0}, u"agent"_s));
    QCOMPARE(m_documents->find(id)->name, u"Copy"_s);
    QVERIFY(m_documents->discardWorkingCopy(id));
    QCOMPARE(m_documents->find(id)->name, u"Head"_s);
}

void TestDocuments::workingCopyStamps()
{
    const DocumentId id = newId();
    WorkingCopy copy{id, {}, 1, json(u"draft"_s), u"Draft"_s, {m_now}, 0};
    const auto first = m_documents->putWorkingCopy(copy, u"agent"_s);
    QVERIFY(first);
    const auto stale = m_documents->putWorkingCopy(copy, u"agent"_s); // somebody else has written since stamp 0
    QVERIFY(!stale);
    QCOMPARE(stale.error().code, Error::Code::Conflict);
    copy.stamp = *first;
    copy.content = json(u"draft 2"_s);
    QVERIFY(m_documents->putWorkingCopy(copy, u"agent"_s));
    const auto read = m_documents->workingCopy(id);
    QVERIFY(read && *read);
    QCOMPARE((*read)->content, json(u"draft 2"_s));
    QCOMPARE((*read)->name, u"Draft"_s);
    QVERIFY(m_documents->find(id)->hasWorkingCopy);
    QVERIFY(m_documents->discardWorkingCopy(id));
    QVERIFY(!*m_documents->workingCopy(id));
}

void TestDocuments::revisionDiscardsCopy()
{
    const DocumentId id = newId();
    QVERIFY(m_documents->putWorkingCopy({id, {}, 1, json(u"a"_s), u"A"_s, {m_now}, 0}, u"agent"_s));
    QVERIFY(m_documents->addRevision(revision(id, {}, json(u"a"_s)), json(u"a"_s), u"A"_s, DocumentStore::Copy::Keep));
    QVERIFY(m_documents->find(id)->hasWorkingCopy);
    const RevisionId head = m_documents->find(id)->head();
    QVERIFY(m_documents->addRevision(revision(id, {head}, json(u"b"_s)), json(u"b"_s), u"A"_s, DocumentStore::Copy::Discard));
    QVERIFY(!m_documents->find(id)->hasWorkingCopy);
}

void TestDocuments::erasedContentKeepsHeader()
{
    const auto missing = m_documents->content(u"0000"_s);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, Error::Code::NotFound);
    const DocumentId id = newId();
    const RevisionId one = add(id, {}, u"one"_s);
    QVERIFY(!m_documents->revision(one)->contentErased);
}

void TestDocuments::transactionIsAllOrNothing()
{
    const DocumentId id = newId();
    const auto failed = m_store->transaction([&]() -> Result<void> {
        add(id, {}, u"one"_s);
        return Error(Error::Code::Cancelled);
    });
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, Error::Code::Cancelled);
    QVERIFY(!m_documents->find(id));
    QVERIFY(m_store->transaction([&]() -> Result<void> {
        add(id, {}, u"one"_s);
        return m_store->settings().put(u"a"_s, 1);
    }));
    QVERIFY(m_documents->find(id));
}

void TestDocuments::changeStampSeesOthersOnly()
{
    auto other = m_factory->connect();
    QVERIFY(other);
    const qint64 before = *m_store->changeStamp();
    QVERIFY(m_store->settings().put(u"mine"_s, 1));
    QCOMPARE(*m_store->changeStamp(), before);
    QVERIFY((*other)->settings().put(u"theirs"_s, 2));
    QVERIFY(*m_store->changeStamp() != before);
    QCOMPARE(*m_store->settings().get(u"theirs"_s), QJsonValue(2));
    QCOMPARE((*other)->workspace(), m_store->workspace());
}

void TestDocuments::settings()
{
    SettingStore &settings = m_store->settings();
    QVERIFY(settings.get(u"none"_s)->isUndefined());
    const QJsonValue nested = QJsonObject{{u"ключ"_s, QJsonArray{1, u"два"_s, QJsonValue::Null}}};
    QVERIFY(settings.put(u"a.b"_s, nested));
    QVERIFY(settings.put(u"a.c"_s, u"text"_s));
    QVERIFY(settings.put(u"b"_s, true));
    QCOMPARE(*settings.get(u"a.b"_s), nested);
    QCOMPARE(settings.all(u"a."_s)->keys(), (QStringList{u"a.b"_s, u"a.c"_s}));
    QCOMPARE(settings.all()->size(), 3);
    QVERIFY(settings.put(u"a.b"_s, QJsonValue::Undefined));
    QVERIFY(settings.get(u"a.b"_s)->isUndefined());
}

void TestDocuments::missing()
{
    QCOMPARE(m_documents->find(newId()).error().code, Error::Code::NotFound);
    QCOMPARE(m_documents->revision(u"x"_s).error().code, Error::Code::NotFound);
    QVERIFY(!*m_documents->workingCopy(newId()));
    QVERIFY(m_documents->history(newId())->isEmpty());
}

int main(int argc, char **argv) { return test::runOnEveryStore<TestDocuments>(argc, argv); }
#include "test_documents.moc"
