#include "models/store/postgres/postgres_people.h"
#include "models/store/postgres/people_rows_read.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

PersonRow personAt(const Rows &rows, int row)
{
    return {PersonId(rows.uuid(row, 0)), rows.text(row, 1), rows.text(row, 2), {rows.integer(row, 3)}};
}

MemberRow memberAt(const Rows &rows, int row)
{
    return {WorkspaceId(rows.uuid(row, 0)), PersonId(rows.uuid(row, 1)), roleNamed(rows.text(row, 2)), {rows.integer(row, 3)},
            {rows.integer(row, 4)}, rows.truth(row, 5)};
}

Error notThere(PersonId id) { return Error(Error::Code::NotFound, {u"person"_s, id.text()}); }

} // namespace

Result<void> PostgresPeople::addPerson(const PersonRow &person)
{
    const auto added = m_db.write("insert into person(id, name, email, created) values($1, $2, $3, $4) on conflict do nothing", person.id.uuid(),
                                  person.name, person.email, person.created.value);
    if (!added) return added.error();
    if (added->affected() == 0) return Error(Error::Code::Conflict, {u"person"_s});
    return {};
}

Result<PersonRow> PostgresPeople::person(PersonId id)
{
    const auto rows = m_db.read("select id, name, email, created from person where id = $1", id.uuid());
    if (!rows) return rows.error();
    if (rows->isEmpty()) return notThere(id);
    return personAt(*rows, 0);
}

Result<std::optional<PersonRow>> PostgresPeople::personByEmail(const QString &email)
{
    const auto rows = m_db.read("select id, name, email, created from person where email = $1", email);
    if (!rows) return rows.error();
    if (rows->isEmpty()) return std::optional<PersonRow>();
    return std::optional(personAt(*rows, 0));
}

Result<void> PostgresPeople::rename(PersonId id, const QString &name)
{
    return touched(m_db.write("update person set name = $2 where id = $1", id.uuid(), name), u"person"_s, id.text());
}

Result<QByteArray> PostgresPeople::passwordOf(PersonId id)
{
    const auto rows = m_db.read("select password from person where id = $1", id.uuid());
    if (!rows) return rows.error();
    if (rows->isEmpty()) return notThere(id);
    return rows->blob(0, 0);
}

Result<void> PostgresPeople::setPassword(PersonId id, const QByteArray &stored, UtcMs now)
{
    return touched(m_db.write("update person set password = $2, password_changed = $3 where id = $1", id.uuid(), stored, now.value), u"person"_s,
                   id.text());
}

Result<void> PostgresPeople::putMember(const MemberRow &member)
{
    return done(m_db.write("insert into member(workspace, person, role, joined, last_seen, active) values($1, $2, $3, $4, $5, $6) "
                           "on conflict(workspace, person) do update set role = excluded.role, active = excluded.active, "
                           "last_seen = greatest(member.last_seen, excluded.last_seen)",
                           member.workspace.uuid(), member.person.uuid(), enumName(member.role), member.joined.value, member.lastSeen.value,
                           member.active));
}

Result<MemberRow> PostgresPeople::member(WorkspaceId workspace, PersonId person)
{
    const auto rows = m_db.read("select workspace, person, role, joined, last_seen, active from member where workspace = $1 and person = $2",
                                workspace.uuid(), person.uuid());
    if (!rows) return rows.error();
    if (rows->isEmpty()) return notThere(person);
    return memberAt(*rows, 0);
}

Result<QList<MemberRow>> PostgresPeople::memberships(PersonId person)
{
    const auto rows = m_db.read("select workspace, person, role, joined, last_seen, active from member where person = $1 and active "
                                "order by joined, workspace",
                                person.uuid());
    if (!rows) return rows.error();
    QList<MemberRow> out;
    for (int row = 0; row < rows->size(); ++row) out.append(memberAt(*rows, row));
    return out;
}

Result<QList<PersonInfo>> PostgresPeople::members(WorkspaceId workspace)
{
    const auto rows = m_db.read("select p.id, p.name, p.email, m.role, m.joined, m.last_seen, m.active, "
                                "case when p.password <> '' then 'password' else coalesce((select min(s.provider) from identity_subject s "
                                "where s.workspace = m.workspace and s.person = p.id), '') end "
                                "from member m join person p on p.id = m.person where m.workspace = $1 order by not m.active, lower(p.name), p.id",
                                workspace.uuid());
    if (!rows) return rows.error();
    QList<PersonInfo> out;
    for (int row = 0; row < rows->size(); ++row)
        out.append({PersonId(rows->uuid(row, 0)), rows->text(row, 1), rows->text(row, 2), roleNamed(rows->text(row, 3)), rows->text(row, 7),
                    rows->integer(row, 4), rows->integer(row, 5), rows->truth(row, 6)});
    return out;
}

// The lock is the workspace's own row: locking the owners alone would let a second transaction, which waited for them,
// miss an owner who was made meanwhile.
Result<QList<PersonId>> PostgresPeople::lockOwners(WorkspaceId workspace)
{
    const auto locked = m_db.write("select 1 from workspace where id = $1 for no key update", workspace.uuid());
    if (!locked) return locked.error();
    if (locked->isEmpty()) return Error(Error::Code::NotFound, {u"workspace"_s, workspace.text()});
    const auto rows = m_db.read("select person from member where workspace = $1 and role = 'owner' and active order by person", workspace.uuid());
    if (!rows) return rows.error();
    QList<PersonId> out;
    for (int row = 0; row < rows->size(); ++row) out.append(PersonId(rows->uuid(row, 0)));
    return out;
}

} // namespace vox
