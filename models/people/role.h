#pragma once
#include "models/base/json_codec.h"
#include <QList>
#include <array>

namespace vox {

// What a member of a workspace is there for. A person has one role in each workspace.
enum class Role { Owner, Builder, Qa, Supervisor, Support, Viewer };

// One thing a route, an event or a button may require. The table in role.cpp says which role has it; the server enforces
// it, the console hides what is not allowed. Names are what API keys' scopes and the OpenAPI document say.
enum class Permission {
    ReadDocuments,       // "documents:read": agents and every other kind, their history, releases and environments
    WriteDocuments,      // "documents:write"
    EraseContent,        // "documents:erase": removes the content of revisions for good
    PublishStaging,      // "environments:staging"
    PublishProduction,   // "environments:production": publish, roll back, schedule
    ReadConversations,   // "conversations:read": transcript, telemetry, recording
    WriteConversations,  // "conversations:write": upload one's own
    EraseConversations,  // "conversations:erase"
    ReadEvents,          // "events:read": the WebSocket; each event needs the permission of its subject as well
    ReadPeople,          // "people:read"
    ManagePeople,        // "people:manage": invite, change roles, remove
    ManageOwnKeys,       // "keys:own"
    ManageKeys,          // "keys:manage": see and revoke everybody's
    WriteSecrets,        // "secrets:write": names may be listed, values only written
    ReadAudit,           // "audit:read"
    ReadOperations,      // "operations:read": component health in detail, metrics
    ManageWorkspace,     // "workspace:manage": settings, backup and restore
};

template <> struct EnumNames<Role> {
    static constexpr const char *context = "Role";
    static constexpr std::array all{
        EnumName<Role>{Role::Owner, "owner", QT_TRANSLATE_NOOP("Role", "Owner")},
        EnumName<Role>{Role::Builder, "builder", QT_TRANSLATE_NOOP("Role", "Builder")},
        EnumName<Role>{Role::Qa, "qa", QT_TRANSLATE_NOOP("Role", "QA engineer")},
        EnumName<Role>{Role::Supervisor, "supervisor", QT_TRANSLATE_NOOP("Role", "Supervisor")},
        EnumName<Role>{Role::Support, "support", QT_TRANSLATE_NOOP("Role", "Support specialist")},
        EnumName<Role>{Role::Viewer, "viewer", QT_TRANSLATE_NOOP("Role", "Viewer")},
    };
};

template <> struct EnumNames<Permission> {
    static constexpr const char *context = "Permission";
    static constexpr std::array all{
        EnumName<Permission>{Permission::ReadDocuments, "documents:read", QT_TRANSLATE_NOOP("Permission", "Read agents and other documents")},
        EnumName<Permission>{Permission::WriteDocuments, "documents:write", QT_TRANSLATE_NOOP("Permission", "Edit agents and other documents")},
        EnumName<Permission>{Permission::EraseContent, "documents:erase", QT_TRANSLATE_NOOP("Permission", "Erase contents for good")},
        EnumName<Permission>{Permission::PublishStaging, "environments:staging", QT_TRANSLATE_NOOP("Permission", "Publish to staging")},
        EnumName<Permission>{Permission::PublishProduction, "environments:production", QT_TRANSLATE_NOOP("Permission", "Publish to production")},
        EnumName<Permission>{Permission::ReadConversations, "conversations:read", QT_TRANSLATE_NOOP("Permission", "Read and hear conversations")},
        EnumName<Permission>{Permission::WriteConversations, "conversations:write", QT_TRANSLATE_NOOP("Permission", "Upload conversations")},
        EnumName<Permission>{Permission::EraseConversations, "conversations:erase", QT_TRANSLATE_NOOP("Permission", "Delete conversations")},
        EnumName<Permission>{Permission::ReadEvents, "events:read", QT_TRANSLATE_NOOP("Permission", "Follow what happens")},
        EnumName<Permission>{Permission::ReadPeople, "people:read", QT_TRANSLATE_NOOP("Permission", "See people")},
        EnumName<Permission>{Permission::ManagePeople, "people:manage", QT_TRANSLATE_NOOP("Permission", "Invite people and change roles")},
        EnumName<Permission>{Permission::ManageOwnKeys, "keys:own", QT_TRANSLATE_NOOP("Permission", "Make API keys of one's own")},
        EnumName<Permission>{Permission::ManageKeys, "keys:manage", QT_TRANSLATE_NOOP("Permission", "Revoke everybody's API keys")},
        EnumName<Permission>{Permission::WriteSecrets, "secrets:write", QT_TRANSLATE_NOOP("Permission", "Write provider keys")},
        EnumName<Permission>{Permission::ReadAudit, "audit:read", QT_TRANSLATE_NOOP("Permission", "Read the audit")},
        EnumName<Permission>{Permission::ReadOperations, "operations:read", QT_TRANSLATE_NOOP("Permission", "See health and metrics")},
        EnumName<Permission>{Permission::ManageWorkspace, "workspace:manage", QT_TRANSLATE_NOOP("Permission", "Change, back up and restore the workspace")},
    };
};

// Everything a role may do.
QList<Permission> permissionsOf(Role role);
bool may(Role role, Permission permission);

} // namespace vox
