#include "app/identity/sign_in.h"
#include "app/security/password_rules.h"
#include "app/security/tokens.h"
#include "models/store/people_store.h"
#include "models/store/server_store.h"
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

QByteArray accountSubject(const QString &email) { return sha256("account " + email.toUtf8()); }
QByteArray addressSubject(const QString &address) { return sha256("address " + address.toUtf8()); }

// The one that was asked for, or the first joined; nullopt when the person is in none.
std::optional<MemberRow> chosen(const QList<MemberRow> &memberships, WorkspaceId asked)
{
    for (const MemberRow &member : memberships)
        if (asked.isNull() || member.workspace == asked) return member;
    return std::nullopt;
}

} // namespace

QString tidyEmail(const QString &typed)
{
    const QString email = typed.trimmed().toLower();
    const qsizetype at = email.indexOf(u'@');
    const bool plain = std::none_of(email.begin(), email.end(), [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; });
    if (at < 1 || at != email.lastIndexOf(u'@') || at + 1 >= email.size() || email.size() > 254 || !plain) return {};
    return email;
}

qint64 waitAfter(int count, int free, const AttemptRules &rules)
{
    if (count < free) return 0;
    const int doublings = std::min(count - free, 30);
    return std::min(rules.longestWaitMs, rules.firstWaitMs << doublings);
}

// Counts first and checks then: a hundred guesses sent at once are a hundred attempts, not one.
Result<void> SignIn::pass(ServerStore &store, const QByteArray &subject, int free, UtcMs now)
{
    const auto attempt = store.people().beginAttempt(subject, now, m_attempts.forgetMs);
    if (!attempt) return attempt.error();
    if (attempt->blockedUntil > now) {
        const qint64 seconds = (attempt->blockedUntil.value - now.value + 999) / 1000;
        return Error(Error::Code::SignInBlocked, {QString::number(seconds)});
    }
    if (const qint64 wait = waitAfter(attempt->count, free, m_attempts)) return store.people().block(subject, {now.value + wait});
    return {};
}

Result<PersonRow> SignIn::prove(ServerStore &store, const QString &email, const QString &password, const QString &address, UtcMs now)
{
    const QByteArray account = accountSubject(email), from = addressSubject(address);
    if (const auto passed = pass(store, from, m_attempts.freeForAddress, now); !passed) return passed.error();
    if (const auto passed = pass(store, account, m_attempts.freeForAccount, now); !passed) return passed.error();

    const auto person = store.people().personByEmail(email);
    if (!person) return person.error();
    const auto stored = *person ? store.people().passwordOf((*person)->id) : Result<QByteArray>(QByteArray());
    if (!stored) return stored.error();
    const auto same = m_hasher.matches(*stored, password.left(kLongestPassword));
    if (!same) return same.error();
    if (!*same) return Error(Error::Code::SignInRefused);

    if (const auto forgiven = store.people().forgiveAll(account); !forgiven) return forgiven.error();
    if (const auto forgiven = store.people().forgiveOne(from); !forgiven) return forgiven.error();
    if (m_hasher.isOutdated(*stored))
        if (const auto fresh = m_hasher.hash(password))
            if (const auto kept = store.people().setPassword((*person)->id, *fresh, now); !kept) return kept.error();
    return **person;
}

Result<SignedIn> SignIn::withPassword(ServerStore &store, const QString &email, const QString &password, WorkspaceId workspace,
                                      const QString &address, UtcMs now, const Witness &witness)
{
    const auto person = prove(store, tidyEmail(email), password, address, now);
    if (!person) return person.error();
    const auto memberships = store.people().memberships(person->id);
    if (!memberships) return memberships.error();
    const auto member = chosen(*memberships, workspace);
    if (!member) return Error(Error::Code::SignInRefused);
    return begin(store, person->id, member->workspace, u"password"_s, address, now, witness);
}

Result<SignedIn> SignIn::begin(ServerStore &store, PersonId id, WorkspaceId workspace, const QString &with, const QString &address, UtcMs now,
                               const Witness &witness)
{
    const auto person = store.people().person(id);
    if (!person) return person.error();
    const auto member = store.people().member(workspace, id);
    if (!member) return member.error();
    if (!member->active) return Error(Error::Code::NotFound, {u"person"_s, id.text()});

    SignedIn out{makeToken(TokenKind::Session), {}, workspace, Id<struct SessionTag>::make(now).text()};
    SessionRow session{out.session, hashOfToken(out.token), id, workspace, now, now, {now.value + m_sessions.restMs},
                       {now.value + m_sessions.lastMs}, address, with};
    out.person = {id, person->name, person->email, member->role, with, member->joined.value, now.value, true};
    const auto done = store.transaction([&]() -> Result<void> {
        if (const auto added = store.people().addSession(session); !added) return added;
        return witness ? witness(out) : Result<void>();
    });
    if (!done) return done.error();
    return out;
}

Result<void> SignIn::end(ServerStore &store, const QString &token) { return store.people().dropSession(hashOfToken(token.toLatin1())); }

Result<void> SignIn::changePassword(ServerStore &store, const Caller &caller, const QString &current, const QString &next, UtcMs now,
                                    const std::function<Result<void>()> &witness)
{
    const auto person = store.people().person(caller.person);
    if (!person) return person.error();
    if (const auto checked = checkPassword(next, person->email, person->name); !checked) return checked.error();
    if (const auto proved = prove(store, person->email, current, caller.address, now); !proved) return proved.error();
    const auto stored = m_hasher.hash(next);
    if (!stored) return stored.error();
    return store.transaction([&]() -> Result<void> {
        if (const auto set = store.people().setPassword(caller.person, *stored, now); !set) return set;
        if (const auto dropped = store.people().dropSessions(caller.person, {}, caller.credential); !dropped) return dropped;
        return witness ? witness() : Result<void>();
    });
}

} // namespace vox
