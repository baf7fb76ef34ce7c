#pragma once
#include "app/api/api_server.h"
#include "tests/unit/app/api/memory_server_store.h"
#include <QTemporaryDir>

namespace vox::test {

// A whole server on a free port of the loopback address, over a store in a temporary folder.
struct TestServer {
    QTemporaryDir folder;
    ServerMemory memory;
    RoleTokens tokens;
    std::mutex mutex;
    QList<QJsonObject> log;
    std::atomic<bool> databaseAway = false;
    std::unique_ptr<Dispatcher> dispatcher;
    std::unique_ptr<WorkerPool> workers;
    std::unique_ptr<ApiServer> server;

    explicit TestServer(Routes routes, ListenOptions listen = {}, DispatcherOptions limits = {{}, {}})
    {
        dispatcher = std::make_unique<Dispatcher>(
            std::move(routes), tokens, [] { return UtcMs{1'700'000'000'000}; },
            [this](const QJsonObject &line) {
                const std::lock_guard lock(mutex);
                log.append(line);
            },
            limits);
        workers = std::make_unique<WorkerPool>(
            [this]() -> Result<std::unique_ptr<ServerStore>> {
                if (databaseAway) return Error(Error::Code::Unreachable, {QStringLiteral("db")});
                return std::unique_ptr<ServerStore>(std::make_unique<MemoryServerStore>(memory, folder.filePath(QStringLiteral("w.sqlite"))));
            },
            4);
        auto started = ApiServer::start(listen, *dispatcher, *workers);
        if (started) server = *std::move(started);
    }
    ~TestServer()
    {
        server.reset();
        workers.reset();
    }
    int port() const { return server->port(); }
};

} // namespace vox::test
