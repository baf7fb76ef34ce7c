#pragma once
#include "models/people/role.h"
#include <QString>

namespace vox {

// Roles and permissions in the person's language, and what a role is for in a sentence.
QString roleWord(Role role);
QString roleSentence(Role role);
QString permissionWord(Permission permission);
// What the audit calls things: "person.invited" as people say it; unknown ones as they are.
QString auditWord(const QString &action);
// How an entry got in: "session", "key vxk_…".
QString viaWord(const QString &via);

} // namespace vox
