#pragma once
#include "app/identity/invitations.h"
#include "app/identity/secret_vault.h"
#include "models/store/audit_store.h"
#include "models/store/people_store.h"
#include "models/store/postgres/postgres_server.h"
#include "tests/support/postgres/private_postgres.h"
#include <QTest>

namespace vox {

constexpr UtcMs kStart{1'700'000'000'000};
inline const QString kPassword = QStringLiteral("horse lamp river seven");

// A server's store with one workspace, cheap hashes, a clock that stands where it is put, and people as they are needed.
struct WorkspaceOfPeople {
    explicit WorkspaceOfPeople(const AttemptRules &attempts = {}) : signIn(hasher, {}, attempts)
    {
        auto made = test::ServerOfOneWorkspace::make();
        if (!made) qFatal("%s %s", qPrintable(made.error().codeName()), qPrintable(made.error().detail));
        server = std::move(*made);
    }
    ServerStore &store() { return *server.store; }
    PeopleStore &people() { return server.store->people(); }
    UtcMs later(qint64 ms) { return now = {now.value + ms}; }

    std::unique_ptr<ServerStore> anotherConnection()
    {
        auto opened = PostgresServerStore::open(server.url);
        return opened ? std::move(*opened) : nullptr;
    }

    // Somebody with a role and kPassword, whatever the rules for invitations say.
    Caller add(const QString &name, Role role)
    {
        const PersonRow person{PersonId::make(now), name, name.toLower() + QStringLiteral("@example.org"), now};
        const bool done = people().addPerson(person) && people().setPassword(person.id, *hasher.hash(kPassword), now)
            && people().putMember({server.workspace, person.id, role, now, {}, true});
        if (!done) qFatal("could not add %s", qPrintable(name));
        return caller(person, role);
    }
    Caller caller(const PersonRow &person, Role role) const
    {
        Caller out;
        out.door = Caller::Door::Session;
        out.person = person.id;
        out.name = person.name;
        out.workspace = server.workspace;
        out.role = role;
        out.credential = QStringLiteral("s-") + person.name;
        out.address = QStringLiteral("10.0.0.1");
        return out;
    }
    Result<SignedIn> tryIn(const QString &email, const QString &password = kPassword, const QString &address = QStringLiteral("10.0.0.1"))
    {
        return signIn.withPassword(store(), email, password, {}, address, now);
    }
    Result<Caller> enter(const QByteArray &token) { return doors.authenticate(store(), QString::fromLatin1(token), QStringLiteral("10.0.0.1"), now); }

    test::ServerOfOneWorkspace server;
    PasswordHasher hasher{{1, 8 << 10}};
    SignIn signIn;
    Doors doors;
    UtcMs now = kStart;
};

template <typename T> QString codeOf(const Result<T> &result) { return result ? QStringLiteral("ok") : result.error().codeName(); }

} // namespace vox
