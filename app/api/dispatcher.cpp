#include "app/api/dispatcher.h"
#include "app/api/http/gzip.h"
#include "app/api/http/proxies.h"
#include "app/api/problem.h"
#include "app/identity/announce.h"
#include "models/store/audit_store.h"
#include "models/store/server_store.h"

namespace vox {

using namespace Qt::StringLiterals;
using Steady = std::chrono::steady_clock;

namespace {

// Less than this leaves in one go anyway (ten segments, RFC 6928): packing it would save no journey and cost both sides time.
constexpr qsizetype kWorthPacking = 12 * 1024;

// A client's own request id, when it is one that may stand in a log.
QString requestIdFrom(const QByteArray &offered, UtcMs now)
{
    const auto sane = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
    };
    if (!offered.isEmpty() && offered.size() <= 64 && std::all_of(offered.begin(), offered.end(), sane)) return QString::fromLatin1(offered);
    return makeUuidV7(now, systemRandom()).toString(QUuid::WithoutBraces);
}

// Empty without a bearer token.
QString tokenOf(const RequestHead &head)
{
    const QByteArray value = head.headers.value("authorization");
    return value.left(7).toLower() == "bearer " ? QString::fromLatin1(value.mid(7).trimmed()) : QString();
}

bool allowsGzip(const QByteArray &acceptEncoding)
{
    for (const QByteArray &part : acceptEncoding.left(200).split(',')) {
        const QList<QByteArray> words = part.split(';');
        if (words.first().trimmed().toLower() == "gzip") return words.size() < 2 || words[1].simplified() != "q=0";
    }
    return false;
}

bool isText(const QByteArray &type) { return type.contains("json") || type.startsWith("text/"); }

QString neighbourOf(const Exchange &exchange) { return QString::fromStdString(Proxies::neighbourhood(exchange.address.toStdString())); }

QString viaOf(const Caller &caller)
{
    switch (caller.door) {
    case Caller::Door::Session: return u"session"_s;
    case Caller::Door::Key: return caller.hint.isEmpty() ? u"key"_s : u"key "_s + caller.hint;
    case Caller::Door::None: break;
    }
    return u"stranger"_s;
}

AuditEntry entryFor(const Exchange &exchange, UtcMs now, const AuditNote &note, const QString &outcome)
{
    AuditEntry entry;
    entry.atUtcMs = now.value;
    entry.actor = exchange.caller.name;
    entry.actorId = exchange.caller.person.text();
    entry.via = viaOf(exchange.caller);
    entry.action = note.action;
    entry.subject = note.subject.left(100);
    entry.subjectName = note.subjectName.left(200);
    entry.address = exchange.address;
    entry.outcome = outcome;
    entry.requestId = exchange.requestId;
    entry.facts = note.facts;
    return entry;
}

// All but what plainly speaks of documents and conversations.
bool mayChangeDoors(const Route &route)
{
    if (route.method == Method::Get) return false;
    if (route.access.kind != Access::Kind::Needs) return true;
    switch (route.access.permission) {
    case Permission::ReadDocuments:
    case Permission::WriteDocuments:
    case Permission::EraseContent:
    case Permission::PublishStaging:
    case Permission::PublishProduction:
    case Permission::ReadConversations:
    case Permission::WriteConversations:
    case Permission::EraseConversations: return false;
    default: return true;
    }
}

QString plainAction(const Exchange &exchange)
{
    return exchange.route->tag.toLower().replace(u' ', u'_') + u'.' + QString::fromLatin1(exchange.head.verb.toLower());
}

} // namespace

bool Dispatcher::isSecretsMoved(const Error &error)
{
    return error.code == Error::Code::VersionOutdated && error.args == QStringList{u"secrets"_s};
}

QByteArrayView Exchange::path() const
{
    const qsizetype question = head.target.indexOf('?');
    return QByteArrayView(head.target).first(question < 0 ? head.target.size() : question);
}

Dispatcher::Dispatcher(Routes routes, Authenticator &authenticator, Clock clock, Log log, const DispatcherOptions &options)
    : m_router(std::move(routes)), m_metrics(m_router.routes()), m_authenticator(authenticator), m_clock(std::move(clock)),
      m_log(std::move(log)), m_watch(options.watch), m_credentials(options.perCredential), m_strangers(options.perStranger), m_refusals({1, 20}), m_diskIsFull(options.diskIsFull)
{
}

bool Dispatcher::begin(Exchange &exchange)
{
    const auto &headers = exchange.head.headers;
    exchange.began = Steady::now();
    exchange.requestId = requestIdFrom(headers.value("x-request-id"), m_clock());
    exchange.language = preferredLanguage(headers.value("accept-language"));
    if (tokenOf(exchange.head).isEmpty())
        if (const int wait = m_strangers.take(neighbourOf(exchange), exchange.began)) {
            refuse(exchange, Error(Error::Code::RateLimited, {exchange.address, QString::number(wait)}));
            return false;
        }
    Router::Match match = m_router.find(exchange.head.method, exchange.path());
    if (match.route) {
        exchange.route = match.route;
        exchange.parameters = std::move(match.parameters);
        return true;
    }
    if (match.allowed.isEmpty()) {
        refuse(exchange, Error(Error::Code::NotFound, {u"address"_s, QString::fromLatin1(exchange.path().first(qMin<qsizetype>(200, exchange.path().size())))}));
        return false;
    }
    if (exchange.head.verb == "OPTIONS") exchange.answer = ApiAnswer::none();
    else refuse(exchange, Error(Error::Code::MethodUnknown, {QString::fromLatin1(exchange.head.verb.left(20))}));
    exchange.answer.headers.insert("allow", match.allowed + ", OPTIONS");
    return false;
}

bool Dispatcher::admit(Exchange &exchange, ServerStore *store)
{
    exchange.caller = {};
    exchange.caller.address = exchange.address;
    if (!store) {
        if (exchange.route->withoutDatabase) exchange.answer = exchange.route->withoutDatabase();
        else refuse(exchange, Error(Error::Code::Overloaded));
        return false;
    }
    const Access &access = exchange.route->access;
    const QString token = tokenOf(exchange.head);
    if (!token.isEmpty()) {
        auto caller = m_authenticator.authenticate(*store, token, exchange.address, m_clock());
        if (caller) {
            exchange.caller = *std::move(caller);
        } else if (caller.error().code != Error::Code::SignInNeeded) {
            if (exchange.route->withoutDatabase) exchange.answer = exchange.route->withoutDatabase();
            else refuse(exchange, caller.error());
            return false;
        } else if (const int wait = m_strangers.take(neighbourOf(exchange), Steady::now())) {
            refuse(exchange, Error(Error::Code::RateLimited, {exchange.address, QString::number(wait)}));
            return false;
        }
    }
    if (exchange.caller.isStranger()) {
        if (access.kind == Access::Kind::Anybody) return true;
        // A browser cannot send headers with an upgrade; the session asks for the token before it says anything.
        if (exchange.route->upgrades && exchange.head.wantsWebSocket && token.isEmpty()) return true;
        refuse(exchange, Error(Error::Code::SignInNeeded));
        return false;
    }
    if (const int wait = m_credentials.take(exchange.caller.credential, Steady::now())) {
        refuse(exchange, Error(Error::Code::RateLimited, {u"key"_s, QString::number(wait)}));
        return false;
    }
    if (const auto error = barred(exchange)) {
        refuse(exchange, *error);
        if (error->code == Error::Code::Forbidden) recordRefusal(exchange, *store);
        return false;
    }
    return exchange.admitted = true;
}

// What somebody who is known may not do.
std::optional<Error> Dispatcher::barred(const Exchange &exchange) const
{
    const Access &access = exchange.route->access;
    if (access.kind == Access::Kind::Needs && !exchange.caller.may(access.permission)) return Error(Error::Code::Forbidden, {enumName(access.permission)});
    // Deleting is how room is made; signing in and out must stay possible for who does it.
    const bool takesIn = exchange.route->oneStep && access.kind == Access::Kind::Needs && exchange.route->method != Method::Delete;
    if (takesIn && m_diskIsFull && m_diskIsFull()) return Error(Error::Code::DiskFull);
    return std::nullopt;
}

bool Dispatcher::admitAtOnce(Exchange &exchange)
{
    const QString token = tokenOf(exchange.head);
    if (token.isEmpty()) return false;
    auto caller = m_authenticator.known(token, exchange.address, m_clock());
    if (!caller) return false;
    exchange.caller = *std::move(caller);
    return exchange.admitted = !barred(exchange) && m_credentials.take(exchange.caller.credential, exchange.began) == 0;
}

std::unique_ptr<ApiRequest> Dispatcher::requestOf(Exchange &exchange, ServerStore &store) const
{
    std::unique_ptr<ApiRequest> request(new ApiRequest{exchange.route->method, QString::fromLatin1(exchange.path()), exchange.parameters, {},
                                                       exchange.head.headers, std::move(exchange.body), exchange.requestId, exchange.language,
                                                       exchange.caller, m_clock(), store, {}});
    if (const qsizetype question = exchange.head.target.indexOf('?'); question >= 0)
        request->query = QUrlQuery(QString::fromLatin1(exchange.head.target.mid(question + 1)).replace(u'+', u"%20"_s));
    return request;
}

void Dispatcher::foresee(Exchange &exchange, ServerStore &store)
{
    if (!exchange.admitted || !exchange.route->foresee) return;
    exchange.request = requestOf(exchange, store);
    exchange.route->foresee(*exchange.request);
}

void Dispatcher::run(Exchange &exchange, ServerStore *store)
{
    if (!store) return refuse(exchange, Error(Error::Code::Overloaded));
    exchange.received = exchange.body.size();
    if (const QByteArray coding = exchange.head.headers.value("content-encoding").trimmed().toLower(); !coding.isEmpty() && coding != "identity") {
        if (coding != "gzip") return refuse(exchange, Error(Error::Code::RequestBroken, {u"Content-Encoding "_s + QString::fromLatin1(coding.left(40))}), 415);
        auto unpacked = ungzipped(exchange.body, exchange.route->bodyLimit);
        if (!unpacked) return refuse(exchange, unpacked.error());
        exchange.body = *std::move(unpacked);
    }
    const auto request = exchange.request ? std::move(exchange.request) : requestOf(exchange, *store);
    auto answer = handled(*request, exchange, *store);
    if (mayChangeDoors(*exchange.route)) m_authenticator.forget();
    if (!answer) return refuse(exchange, answer.error());
    exchange.answer = *std::move(answer);
    dress(exchange);
}

Result<ApiAnswer> Dispatcher::handled(ApiRequest &request, const Exchange &exchange, ServerStore &store)
{
    std::optional<QByteArray> secrets;
    if (isInspected(request, exchange)) {
        if (exchange.route->oneStep) secrets = m_watch->passes(request.caller.workspace, request.body);
        if (!secrets)
            if (const auto clean = inspect(request, exchange, store); !clean) return clean.error();
    }
    if (exchange.route->oneStep) {
        auto answer = once(request, exchange, store, secrets);
        if (answer || !isSecretsMoved(answer.error())) return answer;
        // Somebody typed in or removed a secret in this very moment: looked at again, with what the database says now.
        if (const auto clean = inspect(request, exchange, store); !clean) return clean.error();
        return once(request, exchange, store, std::nullopt);
    }
    auto answer = exchange.route->handler(request);
    if (answer && answer->status < 400)
        if (auto recorded = record(request, exchange, store); !recorded) return recorded.error();
    return answer;
}

bool Dispatcher::isInspected(const ApiRequest &request, const Exchange &exchange) const
{
    return m_watch && !request.caller.isStranger() && request.method != Method::Get && !exchange.route->takesSecrets;
}

Result<void> Dispatcher::inspect(const ApiRequest &request, const Exchange &exchange, ServerStore &store)
{
    const auto sighting = m_watch->look(store, request.caller.workspace, request.body);
    if (!sighting) return sighting.error();
    if (!*sighting) return {};
    const AuditNote note{u"secret.withheld"_s, (*sighting)->secret, (*sighting)->secret,
                         {{u"from"_s, plainAction(exchange)}, {u"at"_s, (*sighting)->path.left(200)}}};
    if (const auto added = store.audit().add(request.caller.workspace, entryFor(exchange, request.now, note, u"refused"_s)); !added) return added.error();
    return Error(Error::Code::SecretShown, {(*sighting)->secret, (*sighting)->path});
}

Result<void> Dispatcher::record(const ApiRequest &request, const Exchange &exchange, ServerStore &store)
{
    if (exchange.caller.isStranger()) return {};
    std::vector<AuditNote> notes = request.notes;
    const bool due = exchange.route->audited || (exchange.route->method != Method::Get && !exchange.route->quiet);
    if (notes.empty() && due) notes.push_back({plainAction(exchange), exchange.parameters.isEmpty() ? QString() : exchange.parameters.first(), {}, {}});
    for (const AuditNote &note : notes) {
        if (auto noted = store.audit().note(exchange.caller.workspace, entryFor(exchange, request.now, note, u"done"_s)); !noted) return noted;
        if (!isAnnounced(note.action)) continue;
        if (auto told = announce(store, exchange.caller.workspace, note.action, note.subject, request.now); !told) return told;
    }
    return {};
}

// Bounded, so that somebody who asks for what he may not have a thousand times a second does not fill the audit.
void Dispatcher::recordRefusal(const Exchange &exchange, ServerStore &store)
{
    if (m_refusals.take(exchange.caller.credential, Steady::now()) != 0) return;
    const AuditNote note{plainAction(exchange), exchange.parameters.isEmpty() ? QString() : exchange.parameters.first(), {},
                         {{u"needs"_s, enumName(exchange.route->access.permission)}}};
    if (const auto added = store.audit().add(exchange.caller.workspace, entryFor(exchange, m_clock(), note, u"refused"_s)); !added)
        m_log({{u"what"_s, u"audit"_s}, {u"error"_s, added.error().codeName()}, {u"detail"_s, added.error().detail}});
}

void Dispatcher::dress(Exchange &exchange)
{
    ApiAnswer &answer = exchange.answer;
    if (exchange.route->method == Method::Get && answer.status == 200 && answer.headers.contains("etag")) {
        const QByteArray wanted = exchange.head.headers.value("if-none-match");
        for (const QByteArray &tag : wanted.split(','))
            if (!wanted.isEmpty() && (tag.trimmed() == "*" || tag.trimmed() == answer.headers["etag"] || tag.trimmed() == "W/" + answer.headers["etag"])) {
                answer.status = 304;
                answer.body.clear();
                answer.stream.reset();
                break;
            }
    }
    if (!answer.stream && answer.body.size() >= kWorthPacking && isText(answer.contentType) && !answer.headers.contains("content-encoding")) {
        answer.headers.insert("vary", "accept-encoding");
        if (!allowsGzip(exchange.head.headers.value("accept-encoding"))) return;
        if (QByteArray packed = gzipped(answer.body); !packed.isEmpty() && packed.size() < answer.body.size()) {
            answer.body = std::move(packed);
            answer.headers.insert("content-encoding", "gzip");
        }
    }
}

void Dispatcher::refuse(Exchange &exchange, const Error &error, int status)
{
    exchange.answer = problemAnswer(error, exchange.requestId, exchange.language);
    if (status) exchange.answer.status = status;
    if (exchange.answer.status >= 500) exchange.technical = error.codeName() + u' ' + error.args.join(u' ') + u' ' + error.detail;
}

void Dispatcher::finish(const Exchange &exchange)
{
    const qint64 micros = std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - exchange.began).count();
    m_metrics.count(exchange.route, exchange.answer.status, micros);
    // The path alone: queries may hold what somebody pasted by mistake.
    QJsonObject line{{u"what"_s, u"request"_s},
                     {u"id"_s, exchange.requestId},
                     {u"method"_s, QString::fromLatin1(exchange.head.verb.left(20))},
                     {u"path"_s, QString::fromLatin1(exchange.path().first(qMin<qsizetype>(300, exchange.path().size())))},
                     {u"status"_s, exchange.answer.status},
                     {u"us"_s, micros},
                     {u"in"_s, exchange.received},
                     {u"out"_s, exchange.sent},
                     {u"address"_s, exchange.address}};
    if (!exchange.caller.isStranger()) {
        line.insert(u"person"_s, exchange.caller.person.text());
        line.insert(u"door"_s, viaOf(exchange.caller));
    }
    if (!exchange.technical.isEmpty()) line.insert(u"error"_s, exchange.technical);
    m_log(line);
}

} // namespace vox
