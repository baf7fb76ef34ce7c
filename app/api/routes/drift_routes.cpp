#include "app/api/routes/environment_routes.h"
#include "app/api/routes/release_json.h"
#include "app/api/routes/shapes.h"
#include "models/store/store.h"
#include <QJsonArray>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostHosts = 500;
constexpr qint64 kForgetHostMs = qint64(7) * 24 * 3600 * 1000; // one that says nothing for a week is gone

QString keyOf(Environment environment, const QString &host) { return u"running.%1.%2"_s.arg(enumName(environment), host); }

bool isHostName(const QString &name)
{
    return !name.isEmpty() && name.size() <= 100 && std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u'_');
    });
}

// A host says what it runs: {"host", "documents": {id: revision}}.
Result<ApiAnswer> report(ApiRequest &request, Environment of)
{
    const auto body = request.json();
    if (!body) return body.error();
    const QString host = body->value(u"host"_s).toString();
    if (!isHostName(host)) return Error(Error::Code::BadValue, {u"/host"_s, host.left(64)});
    const auto documents = documentsFrom(body->value(u"documents"_s).toObject());
    if (!documents) return documents.error();
    const auto known = request.store().settings().all(keyOf(of, {}));
    if (!known) return known.error();
    if (known->size() >= kMostHosts && !known->contains(keyOf(of, host))) return Error(Error::Code::TooLarge, {u"hosts"_s, QString::number(kMostHosts)});
    const QJsonObject value{{u"host"_s, host}, {u"documents"_s, toJson(*documents)}, {u"at_utc_ms"_s, request.now.value}, {u"by"_s, request.caller.name}};
    if (const auto put = request.store().settings().put(keyOf(of, host), value); !put) return put.error();
    const auto state = stateOf(request.store(), of);
    if (!state) return state.error();
    return ApiAnswer::json(QJsonObject{{u"release"_s, state->release}, {u"generation"_s, state->generation}});
}

// From what is published to what runs.
Result<QList<ReleaseChange>> driftOf(Store &store, const QMap<DocumentId, RevisionId> &published, const QMap<DocumentId, RevisionId> &running)
{
    QList<ReleaseChange> out;
    QMap<DocumentId, RevisionId> all = published;
    all.insert(running);
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        const RevisionId was = published.value(it.key()), is = running.value(it.key());
        if (was == is) continue;
        // A host may run what never came here: that is drift too, only without a name.
        const auto row = store.documents().find(it.key());
        out.append({it.key(), row ? row->kind : QString(), row ? row->name : it.key().text(), was, is});
    }
    return out;
}

Result<QMap<DocumentId, RevisionId>> publishedIn(Store &store, Environment of)
{
    const auto state = stateOf(store, of);
    if (!state) return state.error();
    if (state->release.isEmpty()) return QMap<DocumentId, RevisionId>();
    const auto release = store.releases().release(state->release);
    if (!release) return release.error();
    return release->documents;
}

Result<ApiAnswer> drift(ApiRequest &request, Environment of)
{
    Store &store = request.store();
    const auto published = publishedIn(store, of);
    const auto reports = store.settings().all(keyOf(of, {}));
    if (!published || !reports) return published ? reports.error() : published.error();
    QJsonArray hosts;
    bool inStep = true;
    for (const QJsonValue &value : *reports) {
        const QJsonObject said = value.toObject();
        if (said.value(u"at_utc_ms"_s).toInteger() < request.now.value - kForgetHostMs) continue;
        const auto running = documentsFrom(said.value(u"documents"_s).toObject());
        if (!running) continue;
        const auto changes = driftOf(store, *published, *running);
        if (!changes) return changes.error();
        const auto items = toJson(store, *changes);
        if (!items) return items.error();
        inStep = inStep && items->isEmpty();
        hosts.append(QJsonObject{{u"host"_s, said.value(u"host"_s)}, {u"at_utc_ms"_s, said.value(u"at_utc_ms"_s)}, {u"items"_s, *items}});
    }
    // And how what is being edited differs from what is published.
    const auto drafts = draftDrift(store, of);
    if (!drafts) return drafts.error();
    const auto items = toJson(store, *drafts);
    if (!items) return items.error();
    return ApiAnswer::json(QJsonObject{{u"in_step"_s, inStep}, {u"hosts"_s, hosts}, {u"drafts"_s, *items}});
}

// What a host runs becomes what is published.
Result<ApiAnswer> adopt(ApiRequest &request, Environment of)
{
    const auto body = request.json();
    if (!body) return body.error();
    const QString host = body->value(u"host"_s).toString();
    const auto said = isHostName(host) ? request.store().settings().get(keyOf(of, host)) : Result<QJsonValue>(QJsonValue());
    if (!said) return said.error();
    if (!said->isObject()) return Error(Error::Code::NotAdopted, {enumName(of)});
    const auto documents = documentsFrom(said->toObject().value(u"documents"_s).toObject());
    if (!documents) return documents.error();
    const auto plan = planDocuments(request.store(), of, *documents);
    if (!plan) return plan.error();
    if (const auto refused = refusedPlan(request, *plan)) return *refused;
    const auto state = publish(request.store(), *plan, {request.caller.name, body->value(u"message"_s).toString().left(2000), request.now, {}});
    if (!state) return state.error();
    request.audit(u"environment.adopted"_s, enumName(of), host, {{u"release"_s, state->release}});
    return stateAnswer(request, state);
}

// The same release under a new generation: every host hears of it and takes it again.
Result<ApiAnswer> reapply(ApiRequest &request, Environment of)
{
    auto state = stateOf(request.store(), of);
    if (!state) return state.error();
    if (state->release.isEmpty()) return Error(Error::Code::NotFound, {u"release"_s, enumName(of)});
    state->changedBy = request.caller.name;
    state->changed = request.now;
    const auto moved = request.store().releases().move(*state);
    if (!moved) return moved.error();
    request.audit(u"environment.reapplied"_s, enumName(of), {}, {{u"release"_s, moved->release}});
    return stateAnswer(request, moved);
}

} // namespace

Routes driftRoutes()
{
    using namespace shape;
    Routes out;
    const auto reads = Access::needs(Permission::ReadDocuments);
    const QJsonObject state = component(u"environment"_s);
    for (const Environment of : {Environment::Staging, Environment::Production}) {
        const auto may = Access::needs(of == Environment::Production ? Permission::PublishProduction : Permission::PublishStaging);
        const QString base = u"/api/v1/environments/%1/"_s.arg(enumName(of));
        const auto add = [&](Method method, const QString &path, Access access, auto handler, const QString &summary, QJsonObject in, QJsonObject back) -> Route & {
            Route route{method, base + path, access, [of, handler](ApiRequest &request) { return handler(request, of); }, summary, u"Environments"_s, std::move(in), std::move(back)};
            route.oneStep = method != Method::Get;
            out.push_back(std::move(route));
            return out.back();
        };
        Route &says = add(Method::Post, u"running"_s, Access::needs(Permission::WriteConversations), report, u"A host reports what it runs."_s,
                          object({{u"host"_s, text()}, {u"documents"_s, anything()}}, {u"host"_s, u"documents"_s}), anything());
        says.bodyLimit = qint64(24) << 20;
        says.quiet = true;
        add(Method::Get, u"drift"_s, reads, drift, u"How hosts and drafts differ from what is published."_s, {}, anything());
        add(Method::Post, u"adopt"_s, may, adopt, u"Publishes what a host runs."_s, object({{u"host"_s, text()}, {u"message"_s, text()}}, {u"host"_s}), state);
        add(Method::Post, u"reapply"_s, may, reapply, u"Lets every host take the release again."_s, {}, state);
    }
    return out;
}

} // namespace vox
