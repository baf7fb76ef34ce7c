#include "app/api/routes/environment_routes.h"
#include "app/api/routes/release_json.h"
#include "app/api/routes/shapes.h"
#include "models/store/store.h"
#include <QJsonArray>
#include <limits>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestPlan = qint64(24) << 20; // 200,000 documents

Result<ApiAnswer> environments(ApiRequest &request)
{
    const auto states = request.store().releases().environments();
    if (!states) return states.error();
    QJsonArray items;
    for (const EnvironmentState &state : *states) items.append(toJson(request.store(), state));
    return pageOf(items, {});
}

Result<ApiAnswer> environment(ApiRequest &request, Environment of)
{
    return stateAnswer(request, stateOf(request.store(), of));
}

// What the body names: these revisions, the newest of these documents, a release that exists, or everything as it stands.
Result<PublishPlan> planOf(ApiRequest &request, Environment to, const QJsonObject &body)
{
    if (body.value(u"documents"_s).isObject()) {
        const auto documents = documentsFrom(body.value(u"documents"_s).toObject());
        if (!documents) return documents.error();
        return planDocuments(request.store(), to, *documents);
    }
    if (const QJsonValue release = body.value(u"release"_s); release.isDouble()) {
        const auto found = request.store().releases().releaseByNumber(release.toInt());
        if (!found) return found.error();
        return planRelease(request.store(), to, found->id());
    }
    QList<DocumentId> take;
    for (const QJsonValue &value : body.value(u"take"_s).toArray()) {
        const auto id = DocumentId::parse(value.toString());
        if (!id) return Error(Error::Code::BadValue, {u"/take"_s, value.toString().left(64)});
        take.append(*id);
    }
    return planPublishing(request.store(), to, take);
}

enum class When { Now, MayWait, MustWait };

Result<ApiAnswer> publishTo(ApiRequest &request, Environment to, When when)
{
    const auto body = request.json();
    if (!body) return body.error();
    auto plan = planOf(request, to, *body);
    if (!plan) return plan.error();
    if (const QJsonValue seen = body->value(u"generation"_s); seen.isDouble() && seen.toInteger() != plan->generation)
        return Error(Error::Code::Conflict, {enumName(to)});
    if (const auto refused = refusedPlan(request, *plan)) return *refused;
    const UtcMs at{body->value(u"at_utc_ms"_s).toInteger()};
    if (when == When::MustWait && at <= request.now) return Error(Error::Code::OutOfRange, {u"/at_utc_ms"_s, u"> %1"_s.arg(request.now.value)});
    const QString message = body->value(u"message"_s).toString().left(2000);
    const auto state = publish(request.store(), *plan, {request.caller.name, message, request.now, at});
    if (!state) return state.error();
    const bool waits = at > request.now;
    request.audit(waits ? u"environment.scheduled"_s : u"environment.published"_s, enumName(to), message.left(200),
                  {{u"release"_s, waits ? state->scheduledRelease : state->release}, {u"changes"_s, plan->changes.size()}});
    return stateAnswer(request, state);
}

Result<ApiAnswer> preview(ApiRequest &request, Environment to)
{
    const auto body = request.json();
    if (!body) return body.error();
    const auto plan = planOf(request, to, *body);
    if (!plan) return plan.error();
    const auto changes = toJson(request.store(), plan->changes);
    if (!changes) return changes.error();
    QJsonArray blocks;
    for (const PublishBlock &block : plan->blocks)
        blocks.append(QJsonObject{{u"document"_s, block.document.text()}, {u"name"_s, block.name}, {u"conflict"_s, block.conflict}, {u"errors"_s, block.problems.size()}});
    return ApiAnswer::json(QJsonObject{{u"changes"_s, *changes}, {u"blocks"_s, blocks}, {u"generation"_s, plan->generation}, {u"documents"_s, toJson(plan->documents)}});
}

Result<ApiAnswer> rollback(ApiRequest &request, Environment of)
{
    const auto state = rollBack(request.store(), of, request.caller.name, request.now);
    if (!state) return state.error();
    request.audit(u"environment.rolled_back"_s, enumName(of), {}, {{u"from"_s, state->previous}, {u"release"_s, state->release}});
    return stateAnswer(request, state);
}

Result<ApiAnswer> cancel(ApiRequest &request, Environment of)
{
    const auto state = cancelScheduled(request.store(), of, request.caller.name, request.now);
    if (!state) return state.error();
    request.audit(u"environment.schedule_cancelled"_s, enumName(of));
    return stateAnswer(request, state);
}

Result<ApiAnswer> releases(ApiRequest &request)
{
    const auto limit = request.number(u"limit"_s, 50, 1, kMostPerPage);
    const auto after = request.number(u"after"_s, 0, 0, std::numeric_limits<int>::max());
    if (!limit || !after) return limit ? after.error() : limit.error();
    const auto found = request.store().releases().releases(int(*limit) + 1, int(*after));
    if (!found) return found.error();
    QJsonArray items;
    for (const Release &release : found->first(qMin(*limit, found->size()))) items.append(toJson(release));
    return pageOf(items, found->size() > *limit ? QString::number((*found)[*limit - 1].number) : QString());
}

// By number, or by id.
Result<Release> releaseNamed(Store &store, const QString &name)
{
    bool ok = false;
    const int number = name.toInt(&ok);
    return ok ? store.releases().releaseByNumber(number) : store.releases().release(name);
}

Result<ApiAnswer> release(ApiRequest &request)
{
    const auto found = releaseNamed(request.store(), request.parameters.value(u"number"_s));
    if (!found) return found.error();
    QJsonObject json = toJson(*found);
    json.insert(u"documents"_s, toJson(found->documents));
    return ApiAnswer::json(json).tagged(found->id());
}

// A side of a comparison: a release, or what an environment has now. Empty: nothing was published.
Result<QString> sideNamed(Store &store, const QString &name)
{
    if (const auto environment = enumFromName<Environment>(name); environment && *environment != Environment::Draft) {
        const auto state = stateOf(store, *environment);
        return state ? Result<QString>(state->release) : state.error();
    }
    const auto found = releaseNamed(store, name);
    return found ? Result<QString>(found->id()) : found.error();
}

Result<ApiAnswer> compare(ApiRequest &request)
{
    const auto before = sideNamed(request.store(), request.parameters.value(u"a"_s)), after = sideNamed(request.store(), request.parameters.value(u"b"_s));
    if (!before || !after) return before ? after.error() : before.error();
    const auto changes = compareReleases(request.store(), *before, *after);
    if (!changes) return changes.error();
    const auto items = toJson(request.store(), *changes);
    if (!items) return items.error();
    return pageOf(*items, {});
}

} // namespace

Routes environmentRoutes()
{
    using namespace shape;
    Routes out;
    const auto reads = Access::needs(Permission::ReadDocuments);
    const QJsonObject state = component(u"environment"_s);
    const QJsonObject plan = object({{u"message"_s, text()}, {u"at_utc_ms"_s, integer()}, {u"documents"_s, anything()}, {u"take"_s, listOf(text())},
                                     {u"release"_s, integer()}, {u"generation"_s, integer()}});
    const auto add = [&](Method method, const QString &path, Access access, Handler handler, const QString &summary, QJsonObject in, QJsonObject back) {
        Route route{method, u"/api/v1/"_s + path, access, std::move(handler), summary, u"Environments"_s, std::move(in), std::move(back)};
        route.oneStep = method != Method::Get;
        if (method != Method::Get) route.bodyLimit = kLargestPlan;
        out.push_back(std::move(route));
    };
    add(Method::Get, u"environments"_s, reads, environments, u"Where the environments stand."_s, {}, page(state));
    for (const Environment to : {Environment::Staging, Environment::Production}) {
        const auto may = Access::needs(to == Environment::Production ? Permission::PublishProduction : Permission::PublishStaging);
        const QString base = u"environments/"_s + enumName(to);
        const auto with = [to](auto handler) { return [to, handler](ApiRequest &request) { return handler(request, to); }; };
        const auto when = [to](When time) { return [to, time](ApiRequest &request) { return publishTo(request, to, time); }; };
        add(Method::Get, base, reads, with(environment), u"Where it stands."_s, {}, state);
        add(Method::Post, base + u"/plan"_s, reads, with(preview), u"What publishing would change, and what stands in its way."_s, plan, anything());
        add(Method::Post, base + u"/publish"_s, may, when(When::MayWait), u"Publishes, at once or at at_utc_ms; errors of documents refuse it."_s, plan, state);
        add(Method::Post, base + u"/schedule"_s, may, when(When::MustWait), u"Publishes at at_utc_ms."_s, plan, state);
        add(Method::Post, base + u"/rollback"_s, may, with(rollback), u"Returns to what was published before."_s, {}, state);
        add(Method::Post, base + u"/cancel"_s, may, with(cancel), u"Forgets the publication that waits."_s, {}, state);
    }
    add(Method::Get, u"releases"_s, reads, releases, u"Lists releases, newest first."_s, {}, page(component(u"release"_s)));
    out.back().takes = pageParameters();
    add(Method::Get, u"releases/{number}"_s, reads, release, u"Reads a release with its documents, by number or id."_s, {}, component(u"release"_s));
    add(Method::Get, u"releases/{a}/compare/{b}"_s, reads, compare, u"What differs between two releases or environments."_s, {}, page(component(u"release_change"_s)));
    for (Route &route : driftRoutes()) out.push_back(std::move(route));
    return out;
}

} // namespace vox
