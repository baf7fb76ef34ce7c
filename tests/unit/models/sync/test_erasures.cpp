#include "models/sync/exchange.h"
#include "tests/unit/models/sync/team.h"

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

// What was erased for good stays erased when the server is set back to a backup of before.
class TestErasures : public QObject {
    Q_OBJECT

    static void exchange(Console &desk, Server &server, Trust trust)
    {
        std::mt19937 random(1);
        server.trust = trust;
        desk.exchange.reconnected();
        desk.exchange.again();
        for (int i = 0; i < 200; ++i) {
            const auto busy = desk.step(server, random, {}, 50);
            if (!busy) qFatal("%s", qPrintable(busy.error().codeName()));
            if (!*busy) return;
        }
        qFatal("the exchange never ends");
    }
    static QString codeOf(const Result<QByteArray> &content) { return content ? u"there"_s : content.error().codeName(); }

private slots:
    void a_server_that_was_set_back_is_told_again_data()
    {
        QTest::addColumn<bool>("ownerFirst");
        QTest::addColumn<bool>("otherFeed");
        QTest::addColumn<bool>("afterBackup");
        for (const bool ownerFirst : {true, false})
            for (const bool otherFeed : {true, false})
                for (const bool afterBackup : {true, false})
                    QTest::addRow("%s, %s, %s", ownerFirst ? "owner first" : "builder first", otherFeed ? "another database" : "the same",
                                  afterBackup ? "written after the backup" : "in the backup")
                        << ownerFirst << otherFeed << afterBackup;
    }
    void a_server_that_was_set_back_is_told_again()
    {
        QFETCH(bool, ownerFirst);
        QFETCH(bool, otherFeed);
        QFETCH(bool, afterBackup);
        Server server;
        Console builder(u"builder"_s), owner(u"owner"_s), late(u"late"_s);
        const DocumentId id = DocumentId::make({1}, {});
        RevisionId root = put(builder.store(), id, {}, agentContent(u"A"_s), u"builder"_s, 1);
        exchange(builder, server, Trust::Documents);
        if (afterBackup) server.backUp();
        const RevisionId personal = put(builder.store(), id, {root}, agentContent(u"Anna Smith, 12 Elm Street"_s), u"builder"_s, 2);
        const RevisionId clean = put(builder.store(), id, {personal}, agentContent(u"B"_s), u"builder"_s, 3);
        exchange(builder, server, Trust::Documents);
        exchange(owner, server, Trust::Erasures);
        exchange(late, server, Trust::Documents);
        if (!afterBackup) server.backUp();
        // Erased at the server; two desks hear of it, the third is away.
        const QString hash = server.replica.store().documents().revision(personal)->header.contentSha256;
        QVERIFY(server.replica.store().replica().eraseContent(hash));
        exchange(builder, server, Trust::Documents);
        exchange(owner, server, Trust::Erasures);
        QCOMPARE(codeOf(owner.store().documents().content(personal)), u"NotFound"_s);

        QVERIFY(server.restore());
        if (otherFeed) server.feed = u"feed-2"_s;
        exchange(late, server, Trust::Documents);
        QCOMPARE(codeOf(server.replica.store().documents().content(personal)), u"there"_s); // the backup, or the desk that was away
        for (const bool owners : {ownerFirst, !ownerFirst}) {
            if (owners) exchange(owner, server, Trust::Erasures);
            else exchange(builder, server, Trust::Documents);
            QCOMPARE(codeOf(owner.store().documents().content(personal)), u"NotFound"_s);
            QCOMPARE(codeOf(builder.store().documents().content(personal)), u"NotFound"_s);
        }
        QCOMPARE(codeOf(server.replica.store().documents().content(personal)), u"NotFound"_s);
        exchange(late, server, Trust::Documents);
        QCOMPARE(codeOf(late.store().documents().content(personal)), u"NotFound"_s);
        for (Store *store : {&server.replica.store(), &late.store(), &owner.store(), &builder.store()}) QCOMPARE(headsOf(*store, id), QStringList{clean});
        QCOMPARE(*Exchange::pending(builder.store()), 0);
    }

    // The server refuses a page with the value of a secret in it: a person takes it out, and what was written over goes without.
    void a_secret_that_was_typed_never_leaves_the_desk()
    {
        Server server;
        server.canary = "sk-canary-0123456789";
        Console desk(u"desk"_s), other(u"other"_s);
        const DocumentId id = DocumentId::make({1}, {}), clean = DocumentId::make({2}, {});
        const RevisionId root = put(desk.store(), id, {}, agentContent(u"A"_s), u"anna"_s, 1);
        const RevisionId typed = put(desk.store(), id, {root}, agentContent(u"Bearer sk-canary-0123456789"_s), u"anna"_s, 2);
        put(desk.store(), clean, {}, agentContent(u"C"_s), u"anna"_s, 3);
        std::mt19937 random(1);
        Result<bool> busy = true;
        for (int i = 0; i < 50 && busy && *busy; ++i) busy = desk.step(server, random, {}, 50);
        QVERIFY(!busy);
        QCOMPARE(busy.error().code, Error::Code::SecretShown);
        QVERIFY2(busy.error().args.value(1).endsWith("/name"_L1), qPrintable(busy.error().args.value(1)));
        QCOMPARE(codeOf(desk.store().documents().content(typed)), u"there"_s); // nothing of a person's is lost meanwhile

        const RevisionId fixed = put(desk.store(), id, {typed}, agentContent(u"A, with a key by name"_s), u"anna"_s, 4);
        exchange(desk, server, Trust::Documents);
        exchange(other, server, Trust::Documents);
        for (Store *store : {&server.replica.store(), &other.store(), &desk.store()}) {
            QCOMPARE(headsOf(*store, id), QStringList{fixed});
            QCOMPARE(codeOf(store->documents().content(typed)), u"NotFound"_s);
            QCOMPARE(headsOf(*store, clean).size(), 1);
        }
        QCOMPARE(*Exchange::pending(desk.store()), 0);
    }
};

QTEST_GUILESS_MAIN(TestErasures)
#include "test_erasures.moc"
