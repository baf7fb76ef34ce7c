#pragma once
#include "models/base/result.h"
#include "models/store/people_rows.h"
#include "models/store/postgres/rows.h"

namespace vox {

// Shared by the parts that read people from PostgreSQL. Lists of names are kept in one column, separated by blanks.
inline QStringList wordsOf(const QString &text) { return text.split(u' ', Qt::SkipEmptyParts); }
inline Role roleNamed(const QString &name) { return enumFromName<Role>(name).value_or(Role::Viewer); }

// Null is stored as SQL null.
template <typename Tag> std::optional<QUuid> nullable(Id<Tag> id)
{
    if (id.isNull()) return std::nullopt;
    return id.uuid();
}

// Ok, or NotFound when the statement touched no row.
template <typename Written> Result<void> touched(const Written &written, const QString &what, const QString &name)
{
    if (!written) return written.error();
    if (written->affected() == 0) return Error(Error::Code::NotFound, {what, name});
    return {};
}
template <typename Written> Result<void> done(const Written &written)
{
    if (!written) return written.error();
    return {};
}

} // namespace vox
