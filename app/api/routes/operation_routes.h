#pragma once
#include "app/api/route.h"
#include <vector>

namespace vox {

// How one part of the server stands.
struct Component {
    enum class Status { Ok, Degraded, Failed };
    QString name;            // "database", "disk" …
    Status status = Status::Ok;
    QJsonObject details;     // for who may read operations; nothing a stranger may see
};

// What the routes about the server itself ask. Functions are called on worker threads.
struct Operations {
    QString version;
    std::vector<std::function<Component(ServerStore &)>> checks;
    std::vector<std::function<Component()>> checksWithoutDatabase; // also part of the report when there is one
    std::function<bool()> stops;
    std::function<QByteArray()> metrics;
};

// health (a stranger learns names and status, who may read operations the details), ready, metrics. They answer while the
// database is away.
Routes operationRoutes(const Operations &operations);
// openapi.json, made of all routes, itself among them.
Route openApiRoute(std::shared_ptr<const QByteArray> document);
// The WebSocket; without an upgrade it answers 426.
Route eventsRoute();

// Database: how fast it answers, and which step of the migrations it stands at.
Component databaseComponent(ServerStore &store);
// Room where the server keeps its files: Degraded below 1 GiB, Failed below 100 MiB.
Component diskComponent(const QString &folder);

} // namespace vox
