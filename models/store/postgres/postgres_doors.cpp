#include "models/store/postgres/people_rows_read.h"
#include "models/store/postgres/postgres_people.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// What both kinds of doors answer, in this order.
#define VOX_OPEN_DOOR "p.id, p.name, p.email, p.created, m.workspace, m.role, m.joined, m.last_seen, "

OpenDoor doorAt(const Rows &rows)
{
    OpenDoor out;
    out.person = {PersonId(rows.uuid(0, 0)), rows.text(0, 1), rows.text(0, 2), {rows.integer(0, 3)}};
    out.member = {WorkspaceId(rows.uuid(0, 4)), out.person.id, roleNamed(rows.text(0, 5)), {rows.integer(0, 6)}, {rows.integer(0, 7)}, true};
    out.id = rows.text(0, 8);
    out.lastUsed = {rows.integer(0, 9)};
    out.expires = {rows.integer(0, 10)};
    return out;
}

InvitationRow invitationAt(const Rows &rows, const QByteArray &hash)
{
    return {rows.text(0, 0), hash, WorkspaceId(rows.uuid(0, 1)), rows.text(0, 2), roleNamed(rows.text(0, 3)), PersonId(rows.uuid(0, 4)),
            {rows.integer(0, 5)}, {rows.integer(0, 6)}, {rows.integer(0, 7)}};
}

Error noDoor(const QString &what) { return Error(Error::Code::NotFound, {what, QString()}); }

} // namespace

Result<void> PostgresPeople::addSession(const SessionRow &session)
{
    const auto added = m_db.write("insert into session(hash, id, person, workspace, created, last_used, expires, latest, address, signed_in_with) "
                                  "values($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                                  session.hash, session.id, session.person.uuid(), session.workspace.uuid(), session.created.value,
                                  session.lastUsed.value, session.expires.value, session.latest.value, session.address, session.signedInWith);
    if (!added) return added.error();
    return done(m_db.write("update member set last_seen = $3 where workspace = $1 and person = $2", session.workspace.uuid(), session.person.uuid(),
                           session.created.value));
}

Result<OpenDoor> PostgresPeople::session(const QByteArray &hash)
{
    const auto rows = m_db.read("select " VOX_OPEN_DOOR "s.id, s.last_used, s.expires, s.latest from session s join person p on p.id = s.person "
                                "join member m on m.workspace = s.workspace and m.person = s.person and m.active where s.hash = $1",
                                hash);
    if (!rows) return rows.error();
    if (rows->isEmpty()) return noDoor(u"session"_s);
    OpenDoor out = doorAt(*rows);
    out.latest = {rows->integer(0, 11)};
    return out;
}

Result<void> PostgresPeople::touchSession(const QByteArray &hash, UtcMs used, UtcMs expires)
{
    return done(m_db.write("with s as (update session set last_used = greatest(last_used, $2), expires = greatest(expires, $3) where hash = $1 "
                           "returning workspace, person) update member m set last_seen = greatest(m.last_seen, $2) from s "
                           "where m.workspace = s.workspace and m.person = s.person",
                           hash, used.value, expires.value));
}

Result<void> PostgresPeople::dropSession(const QByteArray &hash) { return done(m_db.write("delete from session where hash = $1", hash)); }

Result<void> PostgresPeople::dropSessions(PersonId person, WorkspaceId workspace, const QString &except)
{
    return done(m_db.write("delete from session where person = $1 and ($2::uuid is null or workspace = $2) and id <> $3", person.uuid(),
                           nullable(workspace), except));
}

Result<void> PostgresPeople::addInvitation(const InvitationRow &invitation)
{
    return done(m_db.write("insert into invitation(hash, id, workspace, email, role, invited_by, created, expires) values($1, $2, $3, $4, $5, $6, $7, $8)",
                           invitation.hash, invitation.id, invitation.workspace.uuid(), invitation.email, enumName(invitation.role),
                           nullable(invitation.invitedBy), invitation.created.value, invitation.expires.value));
}

Result<QList<InvitationInfo>> PostgresPeople::invitations(WorkspaceId workspace)
{
    const auto rows = m_db.read("select i.id, i.email, i.role, coalesce(p.name, ''), i.expires from invitation i left join person p on p.id = i.invited_by "
                                "where i.workspace = $1 and i.used = 0 order by i.created desc, i.id",
                                workspace.uuid());
    if (!rows) return rows.error();
    QList<InvitationInfo> out;
    for (int row = 0; row < rows->size(); ++row)
        out.append({rows->text(row, 0), rows->text(row, 1), roleNamed(rows->text(row, 2)), rows->text(row, 3), rows->integer(row, 4)});
    return out;
}

Result<InvitationRow> PostgresPeople::invitation(const QByteArray &hash)
{
    const auto rows = m_db.read("select id, workspace, email, role, invited_by, created, expires, used from invitation where hash = $1", hash);
    if (!rows) return rows.error();
    if (rows->isEmpty()) return noDoor(u"invitation"_s);
    return invitationAt(*rows, hash);
}

Result<InvitationRow> PostgresPeople::useInvitation(const QByteArray &hash, UtcMs now)
{
    const auto rows = m_db.write("update invitation set used = $2 where hash = $1 and used = 0 and expires > $2 "
                                 "returning id, workspace, email, role, invited_by, created, expires, used",
                                 hash, now.value);
    if (!rows) return rows.error();
    if (rows->isEmpty()) return noDoor(u"invitation"_s);
    return invitationAt(*rows, hash);
}

Result<void> PostgresPeople::dropInvitation(WorkspaceId workspace, const QString &id)
{
    return touched(m_db.write("delete from invitation where workspace = $1 and id = $2 and used = 0", workspace.uuid(), id), u"invitation"_s, id);
}

Result<void> PostgresPeople::addKey(const ApiKeyRow &key)
{
    return done(m_db.write("insert into api_key(hash, id, person, workspace, name, hint, scopes, created, expires) values($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                           key.hash, key.id, key.person.uuid(), key.workspace.uuid(), key.name, key.hint, key.scopes.join(u' '), key.created.value,
                           key.expires.value));
}

Result<QList<ApiKeyInfo>> PostgresPeople::keys(WorkspaceId workspace, PersonId person)
{
    const auto rows = m_db.read("select k.id, k.name, k.hint, p.name, k.scopes, k.created, k.expires, k.last_used from api_key k "
                                "join person p on p.id = k.person where k.workspace = $1 and ($2::uuid is null or k.person = $2) "
                                "order by k.created desc, k.id",
                                workspace.uuid(), nullable(person));
    if (!rows) return rows.error();
    QList<ApiKeyInfo> out;
    for (int row = 0; row < rows->size(); ++row)
        out.append({rows->text(row, 0), rows->text(row, 1), rows->text(row, 2), rows->text(row, 3), wordsOf(rows->text(row, 4)), rows->integer(row, 5),
                    rows->integer(row, 6), rows->integer(row, 7)});
    return out;
}

Result<OpenDoor> PostgresPeople::key(const QByteArray &hash)
{
    const auto rows = m_db.read("select " VOX_OPEN_DOOR "k.id, k.last_used, k.expires, k.hint, k.scopes from api_key k join person p on p.id = k.person "
                                "join member m on m.workspace = k.workspace and m.person = k.person and m.active where k.hash = $1",
                                hash);
    if (!rows) return rows.error();
    if (rows->isEmpty()) return noDoor(u"key"_s);
    OpenDoor out = doorAt(*rows);
    out.hint = rows->text(0, 11);
    out.scopes = wordsOf(rows->text(0, 12));
    return out;
}

Result<void> PostgresPeople::touchKey(const QByteArray &hash, UtcMs used)
{
    return done(m_db.write("update api_key set last_used = greatest(last_used, $2) where hash = $1", hash, used.value));
}

Result<void> PostgresPeople::dropKey(WorkspaceId workspace, const QString &id, PersonId person)
{
    return touched(m_db.write("delete from api_key where workspace = $1 and id = $2 and ($3::uuid is null or person = $3)", workspace.uuid(), id,
                              nullable(person)),
                   u"key"_s, id);
}

Result<void> PostgresPeople::dropKeys(PersonId person, WorkspaceId workspace)
{
    return done(m_db.write("delete from api_key where person = $1 and workspace = $2", person.uuid(), workspace.uuid()));
}

Result<int> PostgresPeople::countKeys(WorkspaceId workspace, PersonId person)
{
    const auto rows = m_db.read("select count(*) from api_key where workspace = $1 and person = $2", workspace.uuid(), person.uuid());
    if (!rows) return rows.error();
    return int(rows->integer(0, 0));
}

Result<AttemptRow> PostgresPeople::beginAttempt(const QByteArray &subject, UtcMs now, qint64 forgetMs)
{
    const auto rows = m_db.write("insert into sign_in_attempt as a (subject, count, last_at) values($1, 1, $2) on conflict(subject) do update set "
                                 "count = case when a.blocked_until > $2 then a.count when a.last_at < $2 - $3 then 1 else a.count + 1 end, "
                                 "last_at = case when a.blocked_until > $2 then a.last_at else $2 end returning count, blocked_until",
                                 subject, now.value, forgetMs);
    if (!rows) return rows.error();
    return AttemptRow{int(rows->integer(0, 0)), {rows->integer(0, 1)}};
}

Result<void> PostgresPeople::block(const QByteArray &subject, UtcMs until)
{
    return done(m_db.write("update sign_in_attempt set blocked_until = greatest(blocked_until, $2) where subject = $1", subject, until.value));
}

Result<void> PostgresPeople::forgiveAll(const QByteArray &subject)
{
    return done(m_db.write("delete from sign_in_attempt where subject = $1", subject));
}

Result<void> PostgresPeople::forgiveOne(const QByteArray &subject)
{
    return done(m_db.write("update sign_in_attempt set count = greatest(count - 1, 0), blocked_until = 0 where subject = $1", subject));
}

Result<void> PostgresPeople::sweep(UtcMs now)
{
    constexpr qint64 day = qint64(24) * 3600 * 1000;
    return m_db.transaction([&]() -> Result<void> {
        for (const char *sql : {"delete from session where expires <= $1 or latest <= $1", "delete from pending_sign_in where expires <= $1"})
            if (const auto swept = m_db.write(sql, now.value); !swept) return swept.error();
        for (const char *sql : {"delete from invitation where expires <= $1 or (used > 0 and used <= $1)",
                                "delete from sign_in_attempt where last_at <= $1 and blocked_until <= $1",
                                "delete from api_key where expires > 0 and expires <= $1"})
            if (const auto swept = m_db.write(sql, now.value - day); !swept) return swept.error();
        return {};
    });
}

} // namespace vox
