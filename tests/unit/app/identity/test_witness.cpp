#include "app/security/tokens.h"
#include "models/store/postgres/connection.h"
#include "tests/unit/app/identity/workspace_of_people.h"

using namespace Qt::StringLiterals;
using namespace vox;

// What happens to people and what the audit says about it stand or fall together.
class TestWitness : public QObject {
    Q_OBJECT

    // Everything about people that lies in the database, as text.
    static QByteArray people(const QString &url)
    {
        const auto connection = Connection::open(url);
        const auto rows = (*connection)->read("select coalesce(string_agg(line, E'\\n' order by line), '') from ("
                                              "select p::text as line from person p union all select m::text from member m union all "
                                              "select s::text from session s union all "
                                              "select i::text from invitation i union all select k::text from api_key k) all_of_it");
        return rows ? rows->text(0, 0).toUtf8() : QByteArray(rows.error().detail.toUtf8());
    }

    static QStringList audit(WorkspaceOfPeople &w)
    {
        QStringList out;
        const auto entries = w.store().audit().list(w.server.workspace, {}, 0, 100);
        for (const AuditEntry &entry : *entries) out.append(entry.action);
        return out;
    }

private slots:
    void neitherOrBoth_data()
    {
        QTest::addColumn<QString>("what");
        for (const auto *what : {"sign in", "accept", "reset", "password"}) QTest::newRow(what) << QString::fromLatin1(what);
    }
    // The entry cannot be written, or the connection dies between the change and its entry: nothing has happened.
    void neitherOrBoth()
    {
        QFETCH(QString, what);
        WorkspaceOfPeople w;
        const Caller owner = w.add(u"Olga"_s, Role::Owner);
        const Caller anna = w.add(u"Anna"_s, Role::Builder);
        const auto invited = invite(w.store(), owner, what == "reset"_L1 ? u"anna@example.org"_s : QString(), Role::Viewer, w.now);
        QVERIFY(invited && w.tryIn(u"anna@example.org"_s));
        const QString fresh = u"another set of words"_s;
        const auto run = [&](ServerStore &store, const std::function<Result<void>()> &last) -> Result<void> {
            const auto witness = [&](const SignedIn &) { return last(); };
            const auto ended = [](const Result<SignedIn> &in) { return in ? Result<void>() : Result<void>(in.error()); };
            if (what == "sign in"_L1) return ended(w.signIn.withPassword(store, u"anna@example.org"_s, kPassword, {}, u"10.0.0.1"_s, w.now, witness));
            if (what == "password"_L1) return w.signIn.changePassword(store, anna, kPassword, fresh, w.now, last);
            const QString email = what == "reset"_L1 ? u"anna@example.org"_s : u"new@example.org"_s;
            return ended(acceptInvitation(store, w.signIn, w.hasher, {invited->token, u"New"_s, email, fresh}, u"10.0.0.1"_s, w.now, witness));
        };
        AuditEntry entry;
        entry.action = u"it.happened"_s;
        entry.outcome = u"done"_s;

        const QByteArray before = people(w.server.url);
        QVERIFY2(before.count('\n') > 4, before.constData());
        QVERIFY(!run(w.store(), [] { return Result<void>(Error(Error::Code::DiskFull)); }));
        QCOMPARE(people(w.server.url), before);

        const auto victim = w.anotherConnection();
        const auto cut = [&]() -> Result<void> {
            if (const auto added = victim->audit().add(w.server.workspace, entry); !added) return added.error();
            const auto other = Connection::open(w.server.url);
            const auto killed = (*other)->read("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() "
                                               "and state = 'idle in transaction'");
            return killed ? Result<void>() : Result<void>(killed.error());
        };
        QVERIFY(!run(*victim, cut));
        QCOMPARE(people(w.server.url), before);
        QVERIFY(!audit(w).contains(entry.action));

        // And with an entry that is kept, everything is.
        QVERIFY(run(w.store(), [&]() -> Result<void> {
            const auto added = w.store().audit().add(w.server.workspace, entry);
            return added ? Result<void>() : Result<void>(added.error());
        }));
        QVERIFY(people(w.server.url) != before);
        QCOMPARE(audit(w).count(entry.action), 1);
    }

    void links_of_the_server_itself_are_told_of()
    {
        WorkspaceOfPeople w;
        QVERIFY(*firstOwnerInvitation(w.store(), w.server.workspace, w.now));
        QVERIFY(inviteOwner(w.store(), w.server.workspace, w.now));
        QCOMPARE(audit(w), QStringList({u"person.invited"_s, u"person.invited"_s}));
    }
};

QTEST_GUILESS_MAIN(TestWitness)
#include "test_witness.moc"
