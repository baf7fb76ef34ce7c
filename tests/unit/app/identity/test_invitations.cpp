#include "app/identity/members.h"
#include "app/security/tokens.h"
#include "tests/unit/app/identity/workspace_of_people.h"
#include <thread>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {
const QString kOther = u"seven rivers and a lamp"_s;
}

class TestInvitations : public QObject {
    Q_OBJECT

    static Result<SignedIn> accept(WorkspaceOfPeople &w, const QByteArray &token, const QString &email, const QString &password = kPassword,
                                   const QString &name = u"Boris"_s)
    {
        return acceptInvitation(w.store(), w.signIn, w.hasher, {token, name, email, password}, u"10.0.0.3"_s, w.now);
    }

private slots:
    void theFirstOwnerComesByLink()
    {
        WorkspaceOfPeople w;
        const auto first = *firstOwnerInvitation(w.store(), w.server.workspace, w.now);
        const auto second = *firstOwnerInvitation(w.store(), w.server.workspace, w.now);
        QVERIFY(first && second && first->token != second->token);
        QCOMPARE(codeOf(accept(w, first->token, u"b@example.org"_s)), u"InvitationOver"_s); // an older link
        const auto owner = accept(w, second->token, u"B@Example.org"_s);
        QVERIFY(owner);
        QCOMPARE(owner->person.role, Role::Owner);
        QCOMPARE(owner->person.email, u"b@example.org"_s);
        QVERIFY(w.enter(owner->token)->may(Permission::ManagePeople));
        QVERIFY(!*firstOwnerInvitation(w.store(), w.server.workspace, w.now));
        QCOMPARE(codeOf(accept(w, second->token, u"c@example.org"_s)), u"InvitationOver"_s);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("for somebody else") << u"eve@example.org"_s << kPassword << u"Eve"_s << u"BadValue"_s;
        QTest::newRow("no address") << u"boris"_s << kPassword << u"Boris"_s << u"BadValue"_s;
        QTest::newRow("weak password") << u"boris@example.org"_s << u"123456789012"_s << u"Boris"_s << u"PasswordTooCommon"_s;
        QTest::newRow("no name") << u"boris@example.org"_s << kPassword << u"  "_s << u"MissingField"_s;
        QTest::newRow("good") << u"boris@example.org"_s << kPassword << u"Boris"_s << u"ok"_s;
    }
    void refused()
    {
        QFETCH(QString, email);
        QFETCH(QString, password);
        QFETCH(QString, name);
        QFETCH(QString, code);
        static WorkspaceOfPeople w;
        static const Caller owner = w.add(u"Anna"_s, Role::Owner);
        static const QByteArray token = invite(w.store(), owner, u"Boris@example.org"_s, Role::Qa, w.now)->token;
        QCOMPARE(codeOf(accept(w, token, email, password, name)), code); // a refusal leaves the link as it was
    }

    void runsOut()
    {
        WorkspaceOfPeople w;
        const Caller owner = w.add(u"Anna"_s, Role::Owner);
        const auto invited = *invite(w.store(), owner, {}, Role::Qa, w.now);
        QCOMPARE(w.people().invitations(w.server.workspace)->size(), 1);
        w.later(kInvitationLastsMs);
        QCOMPARE(codeOf(accept(w, invited.token, u"b@example.org"_s)), u"InvitationOver"_s);
        const auto withdrawn = *invite(w.store(), owner, {}, Role::Qa, w.now);
        QVERIFY(w.people().dropInvitation(w.server.workspace, withdrawn.info.id));
        QCOMPARE(codeOf(accept(w, withdrawn.token, u"b@example.org"_s)), u"InvitationOver"_s);
        QCOMPARE(codeOf(accept(w, makeToken(TokenKind::Session), u"b@example.org"_s)), u"InvitationOver"_s);
    }

    void manyWhoAcceptAtOnceAreOne()
    {
        WorkspaceOfPeople w;
        const Caller owner = w.add(u"Anna"_s, Role::Owner);
        const auto invited = *invite(w.store(), owner, {}, Role::Qa, w.now);
        std::vector<std::thread> threads;
        std::atomic<int> in = 0, over = 0;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&, i] {
                const auto store = w.anotherConnection();
                const auto done = acceptInvitation(*store, w.signIn, w.hasher, {invited.token, u"B"_s, u"b%1@example.org"_s.arg(i), kPassword}, u"x"_s, w.now);
                if (done) ++in;
                else if (done.error().code == Error::Code::InvitationOver) ++over;
            });
        for (std::thread &thread : threads) thread.join();
        QCOMPARE(in.load(), 1);
        QCOMPARE(over.load(), 7);
        QCOMPARE(w.people().members(w.server.workspace)->size(), 2);
    }

    void whoHasAnAccountProvesIt()
    {
        WorkspaceOfPeople w;
        const Caller owner = w.add(u"Anna"_s, Role::Owner), qa = w.add(u"Boris"_s, Role::Qa);
        // A link for whoever has it does not replace somebody's password.
        const auto open = *invite(w.store(), owner, {}, Role::Builder, w.now);
        QCOMPARE(codeOf(accept(w, open.token, u"boris@example.org"_s, kOther)), u"SignInRefused"_s);
        const auto again = accept(w, open.token, u"boris@example.org"_s, kPassword);
        QVERIFY(again);
        QCOMPARE(again->person.role, Role::Qa); // a role is changed by an owner, not by a link
    }

    void aForgottenPasswordIsReplacedByAnInvitation()
    {
        WorkspaceOfPeople w;
        const Caller owner = w.add(u"Anna"_s, Role::Owner);
        w.add(u"Boris"_s, Role::Qa);
        const QByteArray old = w.tryIn(u"boris@example.org"_s)->token;
        const auto invited = *invite(w.store(), owner, u"boris@example.org"_s, Role::Qa, w.now);
        QVERIFY(accept(w, invited.token, u"boris@example.org"_s, kOther));
        QCOMPARE(codeOf(w.enter(old)), u"SignInNeeded"_s);
        QVERIFY(w.tryIn(u"boris@example.org"_s, kOther));
        // Not for somebody whom another workspace knows: its owner alone could take him over.
        const WorkspaceId elsewhere = WorkspaceId::make(w.now);
        QVERIFY(w.store().createWorkspace({elsewhere, u"Other"_s, w.now}));
        QVERIFY(w.people().putMember({elsewhere, (*w.people().personByEmail(u"boris@example.org"_s))->id, Role::Viewer, w.now, {}, true}));
        const auto second = *invite(w.store(), owner, u"boris@example.org"_s, Role::Qa, w.now);
        QCOMPARE(codeOf(accept(w, second.token, u"boris@example.org"_s, u"third set of words"_s)), u"SignInRefused"_s);
    }

    void nobodyGivesMoreThanHeHas()
    {
        WorkspaceOfPeople w;
        const Caller owner = w.add(u"Anna"_s, Role::Owner);
        Caller key = owner;
        key.door = Caller::Door::Key;
        key.scopes = QList<Permission>{Permission::ManagePeople, Permission::ReadPeople};
        QCOMPARE(codeOf(invite(w.store(), key, {}, Role::Viewer, w.now)), u"Forbidden"_s);
        QCOMPARE(codeOf(invite(w.store(), owner, {}, Role::Owner, w.now)), u"ok"_s);
        QCOMPARE(codeOf(invite(w.store(), owner, u"no address"_s, Role::Qa, w.now)), u"BadValue"_s);
    }

    void theLastOwnerStays()
    {
        WorkspaceOfPeople w;
        const Caller anna = w.add(u"Anna"_s, Role::Owner), boris = w.add(u"Boris"_s, Role::Qa);
        QCOMPARE(codeOf(changeRole(w.store(), anna, anna.person, Role::Viewer)), u"LastOwner"_s);
        QCOMPARE(codeOf(removeMember(w.store(), anna, anna.person)), u"LastOwner"_s);
        QCOMPARE(changeRole(w.store(), anna, boris.person, Role::Owner)->role, Role::Owner);
        QVERIFY(changeRole(w.store(), boris, anna.person, Role::Viewer));
        QCOMPARE(codeOf(removeMember(w.store(), boris, boris.person)), u"LastOwner"_s);
        QCOMPARE(codeOf(changeRole(w.store(), boris, PersonId::make(w.now), Role::Qa)), u"NotFound"_s);
    }

    void ownersWhoRemoveEachOtherLeaveOne()
    {
        WorkspaceOfPeople w;
        for (int round = 0; round < 5; ++round) {
            QList<Caller> owners;
            for (int i = 0; i < 4; ++i) owners.append(w.add(u"O%1-%2"_s.arg(round).arg(i), Role::Owner));
            std::vector<std::thread> threads;
            for (const Caller &owner : owners)
                threads.emplace_back([&w, owner] {
                    const auto store = w.anotherConnection();
                    (void)store->transaction([&]() -> Result<void> {
                        if (const auto gone = removeMember(*store, owner, owner.person); !gone) return gone.error();
                        return {};
                    });
                });
            for (std::thread &thread : threads) thread.join();
            QCOMPARE(w.people().lockOwners(w.server.workspace)->size(), 1);
        }
    }

    void removalAndRolesCountAtOnce()
    {
        WorkspaceOfPeople w;
        const Caller owner = w.add(u"Anna"_s, Role::Owner), boris = w.add(u"Boris"_s, Role::Builder);
        const QByteArray token = w.tryIn(u"boris@example.org"_s)->token;
        QVERIFY(w.enter(token)->may(Permission::WriteDocuments));
        QVERIFY(changeRole(w.store(), owner, boris.person, Role::Viewer));
        QVERIFY(!w.enter(token)->may(Permission::WriteDocuments));
        const auto removed = removeMember(w.store(), owner, boris.person);
        QVERIFY(removed && !removed->active && removed->name == u"Boris"_s);
        QCOMPARE(codeOf(w.enter(token)), u"SignInNeeded"_s);
        QCOMPARE(codeOf(w.tryIn(u"boris@example.org"_s)), u"SignInRefused"_s);
        const auto invited = *invite(w.store(), owner, {}, Role::Qa, w.now);
        QCOMPARE(accept(w, invited.token, u"boris@example.org"_s)->person.role, Role::Qa);
        QCOMPARE(codeOf(w.enter(token)), u"SignInNeeded"_s);
    }
};

QTEST_GUILESS_MAIN(TestInvitations)
#include "test_invitations.moc"
