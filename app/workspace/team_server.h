#pragma once
#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/people/role.h"
#include "models/store/feed_store.h"
#include <QByteArray>
#include <QFuture>
#include <QJsonValue>
#include <QMap>
#include <QObject>
#include <QUrl>
#include <QUrlQuery>
#include <functional>
#include <memory>

namespace vox {

// Where a server is, and how its certificate is known.
struct ServerAddress {
    QUrl url;               // scheme, host and port: "https://voxdesk.example.org:8443"; nothing behind it
    QByteArray fingerprint; // SHA-256 of its certificate, hex, kept on first use; empty: the authorities decide
    QString authorityFile;  // PEM of an own authority; empty: the system's
    friend bool operator==(const ServerAddress &, const ServerAddress &) = default;
};

// Who one is on a server: the answer of GET me and of signing in.
struct Membership {
    PersonId person;
    QString name;
    QString email;
    QString signsInWith; // "password" or the name of an identity provider; empty: an older server did not say
    WorkspaceId workspace;
    QString workspaceName;
    Role role = Role::Viewer;
    QList<Permission> permissions;

    bool may(Permission permission) const { return permissions.contains(permission); }
    QJsonObject toJson() const;
    // Nothing when person or workspace are missing.
    static std::optional<Membership> fromJson(const QJsonObject &json);
    friend bool operator==(const Membership &, const Membership &) = default;
};

struct ServerRequest {
    QByteArray method = "GET";
    QString path;                        // below /api/v1, without a leading slash: "environments/production/publish"
    QUrlQuery query;
    QJsonValue body = QJsonValue::Undefined;
    QByteArray bytes;                    // instead of `body`, as they are: a piece of an upload
    QMap<QByteArray, QByteArray> headers; // "if-match", "idempotency-key" …
    int timeoutMs = 20'000;              // from sending to the last byte
    // Sent again after a lost line or a busy server. A POST gets an idempotency key when it has none.
    bool retry = true;
    bool wantsJson = true;               // false: the answer's bytes are read elsewhere, not on the UI thread
    qint64 mostBytes = 64 << 20;         // of the answer, unpacked
};

struct ServerAnswer {
    int status = 200;
    QJsonValue json;                     // undefined when the body is no JSON
    QByteArray bytes;                    // the body as it came, unpacked
    QString etag;                        // without quotes
};

// A team server as the console sees it: requests by value, answers as futures, and what happens there as signals. The
// implementation (app/remote) knows HTTP; whoever uses this does not. UI thread; owned by the program.
//
// Errors of every call: Unreachable {address}, TimedOut {address, ms}, BadAnswer {address, reason}, and the code a
// problem+json of the server names: SignInNeeded, Forbidden, Conflict, VersionOutdated, RateLimited … Of other answers:
// Unauthorized, Refused, NotFound, Conflict, TooLarge, RateLimited {address, seconds}, ServerFailed {address, status}.
class TeamServer : public QObject {
    Q_OBJECT
public:
    enum class Link {
        Idle,       // nothing was asked yet
        Online,     // the last request was answered
        Offline,    // the last request was not
        Refused,    // answered, but our token is not good (any more)
        Untrusted,  // its certificate is not the one we know
    };

    virtual ServerAddress address() const = 0;
    // What requests carry: a session or an API key; empty: a stranger's.
    virtual void setToken(const QString &token) = 0;
    virtual QFuture<Result<ServerAnswer>> request(const ServerRequest &request) = 0;
    virtual Link link() const = 0;
    // Of what the server showed last, hex SHA-256; empty without TLS.
    virtual QByteArray seenFingerprint() const = 0;
    // Follows what happens on the server from now on, across lost lines, until unfollow().
    virtual void follow() = 0;
    virtual void unfollow() = 0;

    // What a screen mostly wants: JSON in, JSON out.
    QFuture<Result<QJsonValue>> call(const QByteArray &method, const QString &path, const QJsonValue &body = QJsonValue::Undefined,
                                     const QMap<QByteArray, QByteArray> &headers = {});

signals:
    void linkChanged();
    // Something happened there; only while followed. Entries may come twice and some may be missed when the line was
    // away: they say when to look, not what is true.
    void happened(const vox::FeedEntry &entry);
    // The line to the events is (again) open: what happened meanwhile was missed.
    void followed();
};

// The server's certificate is nobody's we know, or not the one that was trusted (`wasKnown`). Its fingerprint is in `detail`: a
// person may compare it.
Error certificateRefused(const QString &address, bool wasKnown, const QByteArray &fingerprint);
bool isCertificateRefused(const Error &error);
bool isCertificateChanged(const Error &error);

// Makes the connection to a server; the program passes app/remote's.
using ConnectServer = std::function<std::unique_ptr<TeamServer>(const ServerAddress &)>;

} // namespace vox
