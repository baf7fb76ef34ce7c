#pragma once
#include "app/identity/caller.h"
#include "models/base/problem.h"
#include "models/base/result.h"
#include "models/base/time.h"
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

enum class Method { Get, Post, Put, Patch, Delete };

// One line of the audit about a request; the server adds who, when, from where and how it ended.
struct AuditNote {
    QString action;      // "agent.changed"
    QString subject;     // id
    QString subjectName;
    QJsonObject facts;   // small, without secrets
};

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
    QString language = QStringLiteral("en"); // of sentences for people, from Accept-Language
    Caller caller;
    UtcMs now;
    ServerStore &server;
    std::vector<AuditNote> notes;       // see audit()

    Store &store();                     // of the caller's workspace

    // The body as a JSON object: NotJson or WrongType otherwise; empty object for an empty body.
    Result<QJsonObject> json() const;
    // The versions If-Match names, without quotes; "*" stays. Weak ones match nothing and are left out. Absent: no header.
    std::optional<QStringList> ifMatch() const;
    // The text of If-None-Match when it is one version, without quotes and "W/".
    std::optional<QString> ifNoneMatch() const;
    // A whole number of the query within the limits; `otherwise` when it is absent, OutOfRange when it is not that.
    Result<qint64> number(const QString &name, qint64 otherwise, qint64 least, qint64 most) const;
    // What the audit shall say when the request succeeds. Without a call a write is recorded as "<tag>.<method>".
    void audit(const QString &action, const QString &subject, const QString &subjectName = {}, const QJsonObject &facts = {});
};

struct ApiAnswer {
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QMap<QByteArray, QByteArray> headers; // "etag", "location" …
    // Instead of `body`: `length` bytes that are read piece by piece while they are sent, on worker threads.
    struct Stream {
        qint64 length = 0;
        std::function<Result<QByteArray>(ServerStore &, qint64 offset, qint64 most)> read;
    };
    std::optional<Stream> stream;

    static ApiAnswer json(const QJsonValue &value, int status = 200);
    static ApiAnswer none() { return {204, {}, {}, {}, {}}; }
    // The same with an ETag; a client that has it already gets 304 instead of the body.
    ApiAnswer &&tagged(const QString &etag) &&;
};

// A refusal with what is wrong in the content, each by JSON pointer; status by the table in problem.h.
ApiAnswer refusal(const ApiRequest &request, const Error &error, const Problems &problems = {});

// A failure becomes application/problem+json (RFC 9457): type urn:voxdesk:<code>, status by the table in problem.cpp, title
// from app/wording in the language of Accept-Language, args, and request_id.
using Handler = std::function<Result<ApiAnswer>(ApiRequest &)>;
// Tells the store what the handler will ask it first (DocumentStore::foresee…); asks nothing itself and refuses nothing.
using Foresight = std::function<void(ApiRequest &)>;

// Who may call a route: anybody (health, sign-in), anybody signed in, or who has a permission.
struct Access {
    enum class Kind { Anybody, SignedIn, Needs };
    Kind kind = Kind::SignedIn;
    Permission permission = Permission::ReadDocuments;
    static Access anybody() { return {Kind::Anybody}; }
    static Access signedIn() { return {Kind::SignedIn}; }
    static Access needs(Permission permission) { return {Kind::Needs, permission}; }
};

// What a route takes beside path and body, as the OpenAPI document says it.
struct RouteParameter {
    enum class In { Query, Header };
    QString name;
    QJsonObject schema;
    QString summary;
    In in = In::Query;
    bool required = false;
};
using RouteParameters = QList<RouteParameter>;

// One route. The list of all is the one table that dispatch, the OpenAPI document and the test of every route with every
// role are made from.
struct Route {
    Method method = Method::Get;
    QString path;              // "/api/v1/agents/{id}"
    Access access;
    Handler handler;
    QString summary;           // one sentence, English, for OpenAPI
    QString tag;               // "Agents"
    // Shapes for OpenAPI; empty means no body.
    QJsonObject requestSchema;
    QJsonObject responseSchema;
    qint64 bodyLimit = 1 << 20; // bytes, after unpacking too
    bool audited = false;      // reads that must be recorded; writes are always
    // The handler, its audit and its idempotency key become one transaction: an error or a status of 400 and more undoes
    // all of it. Leave it off where a refusal itself must be kept, such as a failed sign-in.
    bool oneStep = false;
    // The answer shows a token once: it is not kept for who repeats the request with the same idempotency key.
    bool secretAnswer = false;
    // Takes passwords or secrets on purpose; every other body is refused when the value of a secret stands in it.
    bool takesSecrets = false;
    bool upgrades = false;     // to a WebSocket
    bool quiet = false;        // a write the audit need not hold: one of many pieces
    // Answers while no database can be reached; absent: 503.
    std::function<ApiAnswer()> withoutDatabase = {};
    RouteParameters takes = {};
    // Of a read that is quick: several of them ask the database together.
    Foresight foresee = {};
};
using Routes = std::vector<Route>;

} // namespace vox
