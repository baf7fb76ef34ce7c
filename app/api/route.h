#pragma once
#include "models/base/field.h"
#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/base/time.h"
#include "models/people/role.h"
#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QUrlQuery>
#include <functional>
#include <optional>
#include <vector>

namespace vox {

class ServerStore;
class Store;

// Who asks. Made by authentication before a handler runs; a stranger has no person.
struct Caller {
    enum class Door { None, Session, Key };

    Door door = Door::None;
    PersonId person;
    QString name;
    WorkspaceId workspace;
    Role role = Role::Viewer;
    std::optional<QList<Permission>> scopes; // of a key; absent: all of the role
    QString credential;                      // id of the session or key, for the audit and rate limits
    QString address;                         // of the client

    bool isStranger() const { return door == Door::None; }
    bool may(Permission permission) const
    {
        return !isStranger() && vox::may(role, permission) && (!scopes || scopes->contains(permission));
    }
};

enum class Method { Get, Post, Put, Patch, Delete };

// A request whose size, credentials and permission have been checked. Lives on one worker thread of the server, beside
// that worker's own store connection.
struct ApiRequest {
    Method method = Method::Get;
    QString path;
    QMap<QString, QString> parameters;  // "{id}" of the route's path
    QUrlQuery query;
    QMap<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;                    // unpacked, at most the route's bodyLimit
    QString requestId;
    Caller caller;
    UtcMs now;
    ServerStore &server;
    Store &store();                     // of the caller's workspace

    // The body as a JSON object: NotJson or WrongType otherwise; empty object for an empty body.
    Result<QJsonObject> json() const;
    // The raw text of If-Match or If-None-Match without quotes, if given.
    std::optional<QString> ifMatch() const;
};

struct ApiAnswer {
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QMap<QByteArray, QByteArray> headers; // "etag", "location" …

    static ApiAnswer json(const QJsonValue &value, int status = 200);
    static ApiAnswer none() { return {204, {}, {}, {}}; }
};

// A failure becomes application/problem+json (RFC 9457): type urn:voxdesk:<code>, status by the table in problem.cpp, title
// from app/wording in the language of Accept-Language, args, and request_id.
using Handler = std::function<Result<ApiAnswer>(ApiRequest &)>;

// Who may call a route: anybody (health, sign-in), anybody signed in, or who has a permission.
struct Access {
    enum class Kind { Anybody, SignedIn, Needs };
    Kind kind = Kind::SignedIn;
    Permission permission = Permission::ReadDocuments;
    static Access anybody() { return {Kind::Anybody}; }
    static Access signedIn() { return {Kind::SignedIn}; }
    static Access needs(Permission permission) { return {Kind::Needs, permission}; }
};

// One route. The list of all is the one table that dispatch, the OpenAPI document and the test of every route with every
// role are made from.
struct Route {
    Method method = Method::Get;
    QString path;              // "/api/v1/agents/{id}"
    Access access;
    Handler handler;
    QString summary;           // one sentence, English, for OpenAPI
    QString tag;               // "Agents"
    // Shapes for OpenAPI; null means no body. Names of components are registered by components().
    QJsonObject requestSchema;
    QJsonObject responseSchema;
    qint64 bodyLimit = 1 << 20; // bytes, after unpacking too
    bool audited = false;      // reads that must be recorded; writes are always
};
using Routes = std::vector<Route>;

} // namespace vox
