#include "app/api/routes/operation_routes.h"
#include "app/api/routes/shapes.h"
#include "models/store/server_store.h"
#include <QFile>
#include <QJsonArray>
#include <filesystem>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

QString wordOf(Component::Status status)
{
    switch (status) {
    case Component::Status::Ok: return u"ok"_s;
    case Component::Status::Degraded: return u"degraded"_s;
    case Component::Status::Failed: return u"failed"_s;
    }
    Q_UNREACHABLE();
}

ApiAnswer report(const std::vector<Component> &components, const QString &version, bool details)
{
    auto worst = Component::Status::Ok;
    QJsonArray list;
    for (const Component &component : components) {
        worst = std::max(worst, component.status);
        QJsonObject json{{u"name"_s, component.name}, {u"status"_s, wordOf(component.status)}};
        if (details)
            for (auto it = component.details.begin(); it != component.details.end(); ++it) json.insert(it.key(), *it);
        list.append(json);
    }
    QJsonObject out{{u"status"_s, wordOf(worst)}, {u"components"_s, list}};
    if (details) out.insert(u"version"_s, version);
    return ApiAnswer::json(out, worst == Component::Status::Failed ? 503 : 200);
}

} // namespace

Component databaseComponent(ServerStore &store)
{
    const auto micros = store.ping();
    if (!micros) return {u"database"_s, Component::Status::Failed, {{u"error"_s, micros.error().codeName()}}};
    const auto schema = store.schema();
    return {u"database"_s, Component::Status::Ok, {{u"ping_us"_s, *micros}, {u"schema"_s, schema ? QJsonValue(*schema) : QJsonValue()}}};
}

Component diskComponent(const QString &folder)
{
    // Asks the file system itself: the list of mounts, which Qt reads, does not hold under a changed root.
    std::error_code failed;
    const auto space = std::filesystem::space(QFile::encodeName(folder).toStdString(), failed);
    if (failed) return {u"disk"_s, Component::Status::Failed, {{u"error"_s, QString::fromStdString(failed.message())}}};
    const qint64 free = qint64(space.available);
    constexpr qint64 kMiB = qint64(1) << 20;
    const auto status = free < 100 * kMiB ? Component::Status::Failed : free < 1024 * kMiB ? Component::Status::Degraded : Component::Status::Ok;
    return {u"disk"_s, status, {{u"free_bytes"_s, free}, {u"total_bytes"_s, qint64(space.capacity)}}};
}

Routes operationRoutes(const Operations &operations)
{
    using namespace shape;
    const QString tag = u"Operations"_s;
    const QJsonObject health = object({{u"status"_s, text()}, {u"components"_s, listOf(object({{u"name"_s, text()}, {u"status"_s, text()}}))}}, {u"status"_s, u"components"_s});
    const auto away = [operations] {
        std::vector<Component> all{{u"database"_s, Component::Status::Failed, {}}};
        for (const auto &check : operations.checksWithoutDatabase) all.push_back(check());
        return report(all, operations.version, false);
    };
    Route healthRoute{Method::Get, u"/api/v1/health"_s, Access::anybody(), [operations](ApiRequest &request) -> Result<ApiAnswer> {
                          std::vector<Component> all;
                          for (const auto &check : operations.checks) all.push_back(check(request.server));
                          for (const auto &check : operations.checksWithoutDatabase) all.push_back(check());
                          return report(all, operations.version, request.caller.may(Permission::ReadOperations));
                      },
                      u"How the server and its parts stand."_s, tag, {}, health};
    healthRoute.withoutDatabase = away;
    Route readyRoute{Method::Get, u"/api/v1/ready"_s, Access::anybody(), [operations](ApiRequest &request) -> Result<ApiAnswer> {
                         const bool ready = !operations.stops() && request.server.ping();
                         return ApiAnswer::json(QJsonObject{{u"ready"_s, ready}}, ready ? 200 : 503);
                     },
                     u"Whether requests should be sent here."_s, tag, {}, object({{u"ready"_s, truth()}})};
    readyRoute.withoutDatabase = [] { return ApiAnswer::json(QJsonObject{{u"ready"_s, false}}, 503); };
    Route metricsRoute{Method::Get, u"/api/v1/metrics"_s, Access::needs(Permission::ReadOperations), [operations](ApiRequest &) -> Result<ApiAnswer> {
                           ApiAnswer answer;
                           answer.contentType = "text/plain; version=0.0.4";
                           answer.body = operations.metrics();
                           return answer;
                       },
                       u"Figures for Prometheus, in its text format."_s, tag, {}, {}};
    return {healthRoute, readyRoute, metricsRoute};
}

Route openApiRoute(std::shared_ptr<const QByteArray> document)
{
    return {Method::Get, u"/api/v1/openapi.json"_s, Access::anybody(), [document = std::move(document)](ApiRequest &) -> Result<ApiAnswer> {
                ApiAnswer answer;
                answer.body = *document;
                return answer;
            },
            u"This description."_s, u"Operations"_s, {}, shape::anything()};
}

Route eventsRoute()
{
    Route route{Method::Get, u"/api/v1/events"_s, Access::needs(Permission::ReadEvents), [](ApiRequest &request) -> Result<ApiAnswer> {
                    ApiAnswer answer = refusal(request, Error(Error::Code::RequestBroken, {u"this address speaks WebSocket alone"_s}));
                    answer.status = 426;
                    answer.headers.insert("upgrade", "websocket");
                    return answer;
                },
                u"A WebSocket that tells what happens, from ?after= on or from now; the token may come as {\"token\"} in the first message."_s,
                u"Operations"_s, {}, {}};
    route.takes = {{u"after"_s, shape::text(), u"The cursor of the last event that was seen; absent: from now on."_s}};
    route.upgrades = true;
    return route;
}

} // namespace vox
