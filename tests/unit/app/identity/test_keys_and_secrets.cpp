#include "app/identity/api_keys.h"
#include "app/identity/members.h"
#include "models/store/postgres/connection.h"
#include "models/store/secret_store.h"
#include "tests/unit/app/identity/workspace_of_people.h"

using namespace Qt::StringLiterals;
using namespace vox;

namespace {
MasterKeys masterKeys(const QByteArray &fills)
{
    QByteArray text;
    for (const char fill : fills) text += QByteArray(32, fill).toBase64() + '\n';
    return std::move(*MasterKeys::parse(text));
}
}

class TestKeysAndSecrets : public QObject {
    Q_OBJECT
private slots:
    void keysMayNoMoreThanTheirPerson()
    {
        WorkspaceOfPeople w;
        const Caller qa = w.add(u"Quentin"_s, Role::Qa);
        QCOMPARE(codeOf(makeKey(w.store(), qa, u"CI"_s, {u"people:manage"_s}, {}, w.now)), u"Forbidden"_s);
        QCOMPARE(codeOf(makeKey(w.store(), qa, u"CI"_s, {u"everything"_s}, {}, w.now)), u"BadValue"_s);
        QCOMPARE(codeOf(makeKey(w.store(), qa, u"CI"_s, {}, {}, w.now)), u"MissingField"_s);
        QCOMPARE(codeOf(makeKey(w.store(), qa, u" "_s, {u"documents:read"_s}, {}, w.now)), u"MissingField"_s);
        QCOMPARE(codeOf(makeKey(w.store(), qa, u"CI"_s, {u"documents:read"_s}, {w.now.value}, w.now)), u"OutOfRange"_s);

        const auto made = *makeKey(w.store(), qa, u"CI"_s, {u"documents:read"_s, u"keys:own"_s, u"documents:write"_s}, {}, w.now);
        const Caller key = *w.enter(made.token);
        QVERIFY(key.door == Caller::Door::Key && key.may(Permission::WriteDocuments) && !key.may(Permission::ReadConversations));
        QVERIFY(made.info.hint == key.hint && !made.info.hint.contains(QString::fromLatin1(made.token.mid(8))));
        // A key cannot make a greater key.
        QCOMPARE(codeOf(makeKey(w.store(), key, u"more"_s, {u"conversations:read"_s}, {}, w.now)), u"Forbidden"_s);
        QCOMPARE(codeOf(makeKey(w.store(), key, u"less"_s, {u"documents:read"_s}, {}, w.now)), u"ok"_s);
        // A smaller role makes its keys smaller.
        const Caller owner = w.add(u"Anna"_s, Role::Owner);
        QVERIFY(changeRole(w.store(), owner, qa.person, Role::Viewer));
        QVERIFY(!w.enter(made.token)->may(Permission::WriteDocuments));
        QVERIFY(w.enter(made.token)->may(Permission::ReadDocuments));
    }

    void keysEnd()
    {
        WorkspaceOfPeople w;
        const Caller qa = w.add(u"Quentin"_s, Role::Qa), other = w.add(u"Vera"_s, Role::Viewer), owner = w.add(u"Anna"_s, Role::Owner);
        const auto first = *makeKey(w.store(), qa, u"a"_s, {u"documents:read"_s}, {w.now.value + 1000}, w.now);
        const auto second = *makeKey(w.store(), qa, u"b"_s, {u"documents:read"_s}, {}, w.now);
        QVERIFY(w.enter(first.token));
        w.later(1000);
        QCOMPARE(codeOf(w.enter(first.token)), u"SignInNeeded"_s);
        QCOMPARE(codeOf(revokeKey(w.store(), other, second.info.id)), u"NotFound"_s);
        QCOMPARE(keysSeenBy(w.store(), other)->size(), 0);
        QCOMPARE(keysSeenBy(w.store(), owner)->size(), 2);
        QVERIFY(revokeKey(w.store(), owner, second.info.id));
        QCOMPARE(codeOf(w.enter(second.token)), u"SignInNeeded"_s);
        const auto third = *makeKey(w.store(), qa, u"c"_s, {u"documents:read"_s}, {}, w.now);
        QVERIFY(removeMember(w.store(), owner, qa.person));
        QCOMPARE(codeOf(w.enter(third.token)), u"SignInNeeded"_s);
    }

    void thereIsAnEndToKeys()
    {
        WorkspaceOfPeople w;
        const Caller qa = w.add(u"Quentin"_s, Role::Qa);
        for (int i = 0; i < kMostKeysOfOne; ++i) QVERIFY(makeKey(w.store(), qa, u"k"_s, {u"documents:read"_s}, {}, w.now));
        QCOMPARE(codeOf(makeKey(w.store(), qa, u"k"_s, {u"documents:read"_s}, {}, w.now)), u"TooLarge"_s);
    }

    void secretsAreSealedAndRotate()
    {
        WorkspaceOfPeople w;
        const Caller owner = w.add(u"Anna"_s, Role::Owner);
        const SecretVault before(masterKeys("a"));
        QCOMPARE(before.put(w.store(), owner, u"openai"_s, "sk-1", w.now)->version, 1);
        QCOMPARE(before.put(w.store(), owner, u"openai"_s, "sk-2", w.now)->version, 2);
        QVERIFY(before.put(w.store(), owner, u"crm.token"_s, "t", w.now));
        QCOMPARE(*before.open(w.store(), w.server.workspace, u"openai"_s), QByteArray("sk-2"));
        QCOMPARE(codeOf(before.open(w.store(), w.server.workspace, u"none"_s)), u"SecretMissing"_s);
        QCOMPARE(w.store().secrets().list(w.server.workspace)->first().changedBy, u"Anna"_s);

        const SecretVault rotating(masterKeys("ba"));
        QCOMPARE(*rotating.reseal(w.store()), 2);
        QCOMPARE(*rotating.reseal(w.store()), 0);
        const SecretVault after(masterKeys("b"));
        QCOMPARE(*after.open(w.store(), w.server.workspace, u"openai"_s), QByteArray("sk-2"));
        QCOMPARE(codeOf(before.open(w.store(), w.server.workspace, u"openai"_s)), u"BadValue"_s);
        QCOMPARE(codeOf(SecretVault(masterKeys("c")).reseal(w.store())), u"BadValue"_s); // tells; loses nothing
        QCOMPARE(*after.open(w.store(), w.server.workspace, u"openai"_s), QByteArray("sk-2"));
        QVERIFY(after.remove(w.store(), owner, u"openai"_s));
        QCOMPARE(codeOf(after.remove(w.store(), owner, u"openai"_s)), u"NotFound"_s);
    }

    void swappedRowsDoNotOpen()
    {
        WorkspaceOfPeople w;
        const Caller owner = w.add(u"Anna"_s, Role::Owner);
        const SecretVault vault(masterKeys("a"));
        QVERIFY(vault.put(w.store(), owner, u"cheap"_s, "1", w.now) && vault.put(w.store(), owner, u"dear"_s, "2", w.now));
        SealedSecret forged = *w.store().secrets().find(w.server.workspace, u"dear"_s);
        forged.name = u"cheap"_s;
        QVERIFY(w.store().secrets().reseal(forged));
        QCOMPARE(codeOf(vault.open(w.store(), w.server.workspace, u"cheap"_s)), u"BadValue"_s);
    }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        for (const QString &good : {u"openai"_s, u"crm.token-2_x"_s, QString(64, u'a')}) QTest::newRow(qPrintable(good)) << good << u"ok"_s;
        for (const QString &bad : {QString(), u"Big"_s, u"a b"_s, u"../x"_s, u"é"_s, u"a\n"_s, QString(65, u'a')})
            QTest::newRow(qPrintable(u"bad "_s + bad)) << bad << u"BadValue"_s;
    }
    void names()
    {
        QFETCH(QString, name);
        QFETCH(QString, code);
        static WorkspaceOfPeople w;
        static const Caller owner = w.add(u"Anna"_s, Role::Owner);
        QCOMPARE(codeOf(SecretVault(masterKeys("a")).put(w.store(), owner, name, "v", w.now)), code);
    }

    void theAuditIsKept()
    {
        WorkspaceOfPeople w;
        for (int i = 1; i <= 7; ++i) {
            AuditEntry entry;
            entry.atUtcMs = kStart.value + i;
            entry.action = i % 2 ? u"person.invited"_s : u"agent.changed"_s;
            entry.actorId = i > 4 ? u"anna"_s : u"boris"_s;
            entry.outcome = u"done"_s;
            entry.facts = {{u"i"_s, i}};
            QVERIFY(w.store().audit().add(w.server.workspace, entry));
        }
        const auto numbers = [&](const AuditFilter &filter, qint64 before = 0, int limit = 100) {
            QList<int> out;
            const auto list = w.store().audit().list(w.server.workspace, filter, before, limit);
            for (const AuditEntry &entry : *list) out.append(entry.facts.value("i"_L1).toInt());
            return out;
        };
        QCOMPARE(numbers({}), (QList<int>{7, 6, 5, 4, 3, 2, 1}));
        QCOMPARE(numbers({.actorId = u"anna"_s, .action = u"person."_s}), (QList<int>{7, 5}));
        QCOMPARE(numbers({.action = u"agent.changed"_s}), (QList<int>{6, 4, 2}));
        QCOMPARE(numbers({.from = {kStart.value + 2}, .to = {kStart.value + 4}}), (QList<int>{3, 2}));
        const auto page = *w.store().audit().list(w.server.workspace, {}, 0, 3);
        QCOMPARE(numbers({}, page.last().number, 3), (QList<int>{4, 3, 2}));
        QVERIFY(numbers({.subject = u"' or 1=1 --"_s}).isEmpty());
        QVERIFY(!w.store().audit().list(w.server.workspace, {}, 0, 1001));
        QVERIFY(w.store().audit().list(WorkspaceId::make(w.now), {}, 0, 10)->isEmpty());
    }

    void nobodyChangesTheAudit_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("update") << QByteArray("update audit set actor = 'x'");
        QTest::newRow("delete") << QByteArray("delete from audit");
        QTest::newRow("truncate") << QByteArray("truncate audit");
    }
    void nobodyChangesTheAudit()
    {
        QFETCH(QByteArray, sql);
        WorkspaceOfPeople w;
        QVERIFY(w.store().audit().add(w.server.workspace, {}));
        const auto connection = Connection::open(w.server.url);
        QVERIFY(!(*connection)->runScript(sql));
        QCOMPARE(w.store().audit().list(w.server.workspace, {}, 0, 10)->size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestKeysAndSecrets)
#include "test_keys_and_secrets.moc"
