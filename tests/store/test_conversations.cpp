#include "tests/store/every_store.h"
#include <QTest>

using namespace vox;
using namespace Qt::StringLiterals;

// What every ConversationStore must do.
class TestConversations : public QObject {
    Q_OBJECT
    test::MakeFactory m_makeFactory;
    std::unique_ptr<test::StoreFactory> m_factory;
    std::unique_ptr<Store> m_store;
    ConversationStore *m_conversations = nullptr;

    static ConversationRow row(int number)
    {
        ConversationRow out;
        out.started = {1'700'000'000'000 + number * 60'000};
        out.id = ConversationId::make(out.started, {quint8(number), quint8(number >> 8)});
        out.agent = number % 2 ? u"0193f000-0000-7000-8000-00000000000a"_s : u"0193f000-0000-7000-8000-00000000000b"_s;
        out.agentName = number % 2 ? u"Order desk"_s : u"Первая линия"_s;
        out.language = number % 2 ? u"en"_s : u"ru"_s;
        out.durationMs = 1000 * number;
        return out;
    }
    QList<QString> found(const ConversationQuery &query)
    {
        QList<QString> ids;
        const auto page = m_conversations->query(query);
        if (page)
            for (const ConversationRow &row : page->rows) ids.append(row.id.text());
        return ids;
    }

public:
    explicit TestConversations(test::MakeFactory make) : m_makeFactory(std::move(make)) {}

private slots:
    void init();
    void rowsReadBackExactly();
    void search_data();
    void search();
    void filters_data();
    void filters();
    void pagesCoverEverythingOnce();
    void replacingMovesTheWords();
    void erasing();
    void erasedForGood();
    void sums();
    void prefix();
    void strangeQueries_data();
    void strangeQueries();
};

void TestConversations::init()
{
    m_store.reset();
    m_factory = m_makeFactory();
    auto store = m_factory->connect();
    QVERIFY(store);
    m_store = std::move(*store);
    m_conversations = &m_store->conversations();
}

void TestConversations::rowsReadBackExactly()
{
    ConversationRow full = row(3);
    full.p50Ms = 400;
    full.p95Ms = 900;
    full.turns = 5;
    full.errors = 1;
    full.interruptions = 2;
    full.revision = u"r"_s;
    full.release = u"17"_s;
    full.channel = Channel::File;
    full.outcome = Outcome::HandedOver;
    const ConversationRow bare = row(4); // no latency where the caller did not speak
    const QByteArray events("\0binary\xFF", 8);
    QVERIFY(m_conversations->put({{full, events, u"words"_s}, {bare, {}, {}}}));
    QCOMPARE(*m_conversations->find(full.id), full);
    QCOMPARE(*m_conversations->find(bare.id), bare);
    QCOMPARE(*m_conversations->events(full.id), events);
    QCOMPARE(*m_conversations->events(bare.id), QByteArray());
    QCOMPARE(m_conversations->events(row(9).id).error().code, Error::Code::NotFound);
}

void TestConversations::search_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("finds");
    QTest::newRow("whole word") << u"order"_s << true;
    QTest::newRow("another form") << u"orders "_s << true;
    QTest::newRow("one letter") << u"o"_s << true;
    QTest::newRow("unfinished") << u"whe"_s << true;
    QTest::newRow("finished but shorter") << u"whe "_s << false;
    QTest::newRow("two words in any order") << u"order where"_s << true;
    QTest::newRow("one of two is missing") << u"order elephant"_s << false;
    QTest::newRow("Russian form") << u"доставку "_s << true;
    QTest::newRow("Russian, longer than the stem") << u"доставк"_s << true;
    QTest::newRow("longer than what the index looks up at once") << u"where plea"_s << true;
    QTest::newRow("a long one") << u"перенесит"_s << true;
    QTest::newRow("a long one that goes on otherwise") << u"wherever"_s << false;
    QTest::newRow("Russian, typed almost whole") << u"перенести"_s << true;
    QTest::newRow("yo as ye") << u"еще "_s << true;
    QTest::newRow("upper case") << u"ГДЕ "_s << true;
    QTest::newRow("number") << u"4417"_s << true;
    QTest::newRow("a filter's word is not text") << u"_lnen"_s << false;
}

void TestConversations::search()
{
    QFETCH(QString, text);
    QFETCH(bool, finds);
    const QString words = u"Where is my order, please? A-4417.\nГде доставка? Перенесите ещё раз, надо перенести."_s;
    QVERIFY(m_conversations->put({{row(1), {}, words}, {row(2), {}, u"nothing of it"_s}}));
    ConversationQuery query;
    query.text = text;
    const QList<QString> expected = finds ? QList<QString>{row(1).id.text()} : QList<QString>();
    if (text == u"o"_s) QVERIFY(found(query).contains(row(1).id.text())); // "of" begins with it too
    else QCOMPARE(found(query), expected);
}

void TestConversations::filters_data()
{
    QTest::addColumn<int>("which");
    for (int i = 0; i < 12; ++i) QTest::newRow(QByteArray::number(i).constData()) << i;
}

void TestConversations::filters()
{
    ConversationRow slow = row(1), fine = row(2);
    slow.p95Ms = 1234;
    slow.errors = 1;
    slow.interruptions = 1;
    slow.outcome = Outcome::Failed;
    slow.channel = Channel::Phone;
    slow.release = QString(64, u'a');
    fine.p95Ms = 380;
    QVERIFY(m_conversations->put({{slow, {}, u"hello"_s}, {fine, {}, u"hello"_s}}));
    QFETCH(int, which);
    ConversationQuery query;
    if (which == 0) query.agent = slow.agent;
    if (which == 1) query.language = u"en"_s;
    if (which == 2) query.channel = Channel::Phone;
    if (which == 3) query.outcome = Outcome::Failed;
    if (which == 4) query.slowerThanMs = 1234; // between two bands: the row itself decides
    if (which == 5) query.withErrors = true;
    if (which == 6) query.interrupted = true;
    if (which == 7) query.to = fine.started;
    if (which == 8) { query.text = u"hel"_s; query.slowerThanMs = 390; }
    if (which == 9) { query.text = u"hello "_s; query.to = fine.started; query.from = slow.started; }
    if (which == 10) query.release = slow.release;
    if (which == 11) { query.text = u"hello"_s; query.release = slow.release; }
    QCOMPARE(found(query), QList<QString>{slow.id.text()});
    if (which == 4) {
        query.slowerThanMs = 1235;
        QVERIFY(found(query).isEmpty());
    }
}

void TestConversations::pagesCoverEverythingOnce()
{
    QList<ConversationStore::Entry> entries;
    for (int i = 0; i < 1203; ++i) {
        ConversationRow one = row(i);
        one.started = {1'700'000'000'000 + i / 7}; // several in one millisecond
        entries.append({one, {}, u"hello"_s});
    }
    QVERIFY(m_conversations->put(entries));
    for (const QString &text : {QString(), u"hel"_s}) {
        ConversationQuery query;
        query.text = text;
        QSet<QString> seen;
        qint64 last = std::numeric_limits<qint64>::max();
        qint64 next = 0;
        int pages = 0;
        do {
            const auto page = m_conversations->query(query, next);
            QVERIFY(page);
            QVERIFY(page->rows.size() <= ConversationPage::size);
            if (pages++ == 0) {
                QCOMPARE(page->count, ConversationPage::countCap);
                QVERIFY(page->countCapped);
            }
            for (const ConversationRow &one : page->rows) {
                QVERIFY(one.started.value <= last);
                last = one.started.value;
                seen.insert(one.id.text());
            }
            next = page->next;
        } while (next > 0);
        QCOMPARE(seen.size(), 1203);
        QCOMPARE(pages, 25);
    }
    ConversationQuery half;
    half.language = u"ru"_s;
    half.to = UtcMs{1'700'000'000'000 + 50};
    const auto page = m_conversations->query(half);
    QCOMPARE(page->count, 175);
    QVERIFY(!page->countCapped);
}

void TestConversations::replacingMovesTheWords()
{
    ConversationRow one = row(1);
    QVERIFY(m_conversations->put({{one, "a", u"apple"_s}}));
    one.started.value += 5000; // the key follows the time
    QVERIFY(m_conversations->put({{one, "b", u"banana"_s}}));
    ConversationQuery query;
    query.text = u"apple"_s;
    QVERIFY(found(query).isEmpty());
    query.text = u"banana"_s;
    QCOMPARE(found(query).size(), 1);
    QCOMPARE(*m_conversations->events(one.id), QByteArray("b"));
}

void TestConversations::erasing()
{
    QVERIFY(m_conversations->put({{row(1), "a", u"hello"_s}, {row(2), "b", u"hello"_s}}));
    QVERIFY(m_conversations->erase(row(1).id));
    QCOMPARE(m_conversations->erase(row(1).id).error().code, Error::Code::NotFound);
    ConversationQuery query;
    query.text = u"hello"_s;
    QCOMPARE(found(query), QList<QString>{row(2).id.text()});
    QCOMPARE(m_conversations->query({})->count, 1);
    // A long word goes with the last conversation that held it.
    QVERIFY(m_conversations->put({{row(3), {}, u"understanding"_s}, {row(4), {}, u"understanding understood"_s}}));
    query.text = u"underst"_s;
    QCOMPARE(found(query).size(), 2);
    QVERIFY(m_conversations->erase(row(4).id));
    QCOMPARE(found(query), QList<QString>{row(3).id.text()});
    QVERIFY(m_conversations->erase(row(3).id));
    QVERIFY(found(query).isEmpty());
}

// What was erased never comes back, from wherever it is sent; but for who takes the deletion back where it was made.
void TestConversations::erasedForGood()
{
    QVERIFY(m_conversations->put({{row(1), "a", u"hello"_s}, {row(2), "b", u"hello"_s}}));
    QVERIFY(!*m_conversations->isErased(row(1).id));
    QVERIFY(m_conversations->erase(row(1).id, Origin::Elsewhere));
    QVERIFY(*m_conversations->isErased(row(1).id));
    const auto again = m_conversations->put({{row(3), "c", u"hello"_s}, {row(1), "a", u"hello"_s}}, Origin::Elsewhere);
    QVERIFY(!again);
    QCOMPARE(again.error().code, Error::Code::Conflict);
    QCOMPARE(again.error().args, (QStringList{u"conversation"_s, u"erased"_s}));
    QCOMPARE(m_conversations->query({})->count, 1); // all or none
    QVERIFY(m_conversations->forgive(row(1).id));
    QVERIFY(m_conversations->put({{row(1), "a", u"hello"_s}}));
    QCOMPARE(m_conversations->query({})->count, 2);
}

void TestConversations::sums()
{
    const UtcMs from = row(1).started;
    QList<ConversationStore::Entry> entries;
    for (int i = 0; i < 122; ++i) { // one a minute; row 0 starts before and row 121 with the end
        ConversationRow one = row(i);
        if (i % 2) one.p95Ms = 10 * i;
        if (i % 10 == 0) one.outcome = Outcome::HandedOver;
        entries.append({one, {}, {}});
    }
    QVERIFY(m_conversations->put(entries));
    const auto sums = m_conversations->sums(from, {from.value + 120 * 60'000});
    QVERIFY(sums);
    QCOMPARE(sums->count, 120);
    QCOMPARE(sums->byHour, (QList<int>{60, 60}));
    QCOMPARE(sums->outcomes[size_t(Outcome::HandedOver)], 12);
    QCOMPARE(sums->outcomes[size_t(Outcome::Completed)], 108);
    QCOMPARE(sums->p95Ms.value_or(0), 1130); // 60 delays of 10, 30 ... 1190: the 57th
    QCOMPARE(m_conversations->sums(from, from)->count, 0);
    QVERIFY(!m_conversations->sums({0}, {from.value})); // a summary is not a table scan
    QVERIFY(!m_conversations->sums({from.value + 500 * 60'000}, {from.value + 501 * 60'000})->p95Ms);
}

void TestConversations::prefix()
{
    ConversationRow twin = row(1);
    twin.id = ConversationId::make(twin.started, {9, 9});
    QVERIFY(m_conversations->put({{row(1), {}, {}}, {twin, {}, {}}}));
    const QString id = row(1).id.text();
    QCOMPARE(m_conversations->findByPrefix(id)->id, row(1).id);
    QCOMPARE(m_conversations->findByPrefix(id.left(24).toUpper())->id, row(1).id);
    QCOMPARE(m_conversations->findByPrefix(id.left(8)).error().code, Error::Code::Conflict);
    QCOMPARE(m_conversations->findByPrefix(id.left(3)).error().code, Error::Code::NotFound);
}

void TestConversations::strangeQueries_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"\""_s, u"*"_s, u"a\"b"_s, u"NEAR(a b)"_s, u"a AND"_s, u"-"_s, u"''"_s, u"words:x"_s, u"^a"_s, u"(((("_s,
                                u"\u0001_lnen"_s, QString(5000, u'a'), QString(u"a "_s).repeated(3000), QString(QChar(0xD800)),
                                u"a\u0000b"_s, u"%_"_s})
        QTest::newRow(text.left(20).toUtf8().toHex().constData()) << text;
}

void TestConversations::strangeQueries()
{
    QFETCH(QString, text);
    QVERIFY(m_conversations->put({{row(1), {}, text}}));
    ConversationQuery query;
    query.text = text;
    QVERIFY(m_conversations->query(query));
    QVERIFY(m_conversations->erase(row(1).id));
    QVERIFY(found({}).isEmpty());
}

int main(int argc, char **argv) { return test::runOnEveryStore<TestConversations>(argc, argv); }
#include "test_conversations.moc"
