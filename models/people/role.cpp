#include "models/people/role.h"

namespace vox {

QList<Permission> permissionsOf(Role role)
{
    using enum Permission;
    QList<Permission> all{ReadDocuments, ReadConversations, ReadEvents, ReadPeople, ManageOwnKeys};
    switch (role) {
    case Role::Owner:
        all.clear();
        for (const auto &row : EnumNames<Permission>::all) all.append(row.value);
        return all;
    case Role::Builder:
        return all << WriteDocuments << PublishStaging << PublishProduction << WriteConversations << WriteSecrets << ReadOperations;
    case Role::Qa: return all << WriteDocuments << PublishStaging << WriteConversations << ReadOperations;
    case Role::Supervisor:
        return all << PublishStaging << PublishProduction << WriteConversations << EraseConversations << ReadAudit << ReadOperations;
    case Role::Support: return all << WriteDocuments << WriteConversations << ReadOperations;
    case Role::Viewer: return all;
    }
    Q_UNREACHABLE();
}

bool may(Role role, Permission permission) { return permissionsOf(role).contains(permission); }

} // namespace vox
