#pragma once
#include "models/base/ids.h"
#include "models/people/role.h"
#include <QList>
#include <QString>
#include <optional>

namespace vox {

// Who asks the server. Made by authentication before anything else of a request is read; a stranger has no person. A
// value, safe to pass between threads.
struct Caller {
    enum class Door { None, Session, Key };

    Door door = Door::None;
    PersonId person;
    QString name;
    WorkspaceId workspace;
    Role role = Role::Viewer;
    std::optional<QList<Permission>> scopes; // of a key; absent: all of the role
    QString credential;                      // id of the session or key, for the audit and rate limits
    QString hint;                            // of a key: "vxk_3f9a…"
    QString address;                         // of the client

    bool isStranger() const { return door == Door::None; }
    bool may(Permission permission) const
    {
        return !isStranger() && vox::may(role, permission) && (!scopes || scopes->contains(permission));
    }
    friend bool operator==(const Caller &, const Caller &) = default;
};

} // namespace vox
