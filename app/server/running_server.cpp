#include "app/server/running_server.h"
#include "app/api/all_routes.h"
#include "app/api/api_server.h"
#include "app/api/disk_room.h"
#include "app/api/events/event_hub.h"
#include "app/api/events/event_session.h"
#include "app/api/outgoing_web.h"
#include "app/api/scheduler.h"
#include "app/identity/invitations.h"
#include "app/identity/secret_watch.h"
#include "app/server/log_file.h"
#include "app/server/server_database.h"
#include "models/store/postgres/postgres_server.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

UtcMs now() { return {QDateTime::currentMSecsSinceEpoch()}; }

QString linkTo(const QString &address, const QByteArray &token) { return address + u"/join#"_s + QString::fromLatin1(token); }

QString addressOf(const ServerOptions &options, const QString &listening)
{
    return options.publicUrl.isEmpty() ? listening : options.publicUrl.endsWith(u'/') ? options.publicUrl.chopped(1) : options.publicUrl;
}

Result<MasterKeys> loadKeys(const ServerOptions &options)
{
    return MasterKeys::load(options.masterKeyFile.isEmpty() ? QDir(options.data).filePath(u"master.key"_s) : options.masterKeyFile);
}

} // namespace

// In the order of who needs whom; destroyed the other way round.
struct RunningServer::Private {
    ServerOptions options;
    std::unique_ptr<LogFile> log;
    ServerDatabase database;
    SecretVault vault;
    SecretWatch watch{vault};
    PasswordHasher hasher;
    SignIn signIn{hasher};
    OutgoingWeb web{options.authorityFile};
    OpenIdDirectory directory{web};
    OpenIdSignIn openId{directory, web, signIn, vault};
    Doors doors;
    Scheduler scheduler;
    DiskRoom room;
    std::unique_ptr<Dispatcher> dispatcher;
    std::unique_ptr<WorkerPool> workers;
    std::unique_ptr<EventHub> hub;
    std::unique_ptr<EventParts> events;
    std::unique_ptr<ApiServer> server;
    QString address, ownerLink;
    std::atomic<bool> stops = false;

    Private(const ServerOptions &options, std::unique_ptr<LogFile> log, ServerDatabase database, SecretVault vault)
        : options(options), log(std::move(log)), database(std::move(database)), vault(std::move(vault)),
          scheduler([this](const QJsonObject &line) { this->log->write(line); }), room(options.data)
    {
    }

    Operations operations();
    void gauges();
    Result<void> serve();
};

Operations RunningServer::Private::operations()
{
    Operations out;
    out.version = QCoreApplication::applicationVersion();
    out.checks = {databaseComponent};
    out.checksWithoutDatabase = {
        [this] { return diskComponent(options.data); },
        [this] { return Component{u"events"_s, hub->isListening() ? Component::Status::Ok : Component::Status::Degraded, {{u"lag_ms"_s, hub->lagMs()}, {u"followers"_s, hub->followers()}}}; },
        [this] { return Component{u"workers"_s, workers->waiting() > 100 ? Component::Status::Degraded : Component::Status::Ok, {{u"waiting"_s, workers->waiting()}, {u"busy"_s, workers->busy()}}}; },
        [this] { return Component{u"cluster"_s, Component::Status::Ok, {{u"private"_s, database.cluster != nullptr}}}; },
    };
    out.stops = [this] { return stops.load(); };
    out.metrics = [this] { return dispatcher->metrics().text(); };
    return out;
}

void RunningServer::Private::gauges()
{
    Metrics &metrics = dispatcher->metrics();
    metrics.gauge("voxdesk_connections", "Open connections.", [this] { return double(server->connections()); });
    metrics.gauge("voxdesk_workers_busy", "Workers that answer a request.", [this] { return double(workers->busy()); });
    metrics.gauge("voxdesk_workers_waiting", "Requests that wait for a worker.", [this] { return double(workers->waiting()); });
    metrics.gauge("voxdesk_database_connections", "Connections of workers to the database.", [this] { return double(workers->connections()); });
    metrics.gauge("voxdesk_events_followers", "WebSockets that follow the feed.", [this] { return double(hub->followers()); });
    metrics.gauge("voxdesk_events_listening", "1 while the database's notifications are heard.", [this] { return hub->isListening() ? 1.0 : 0.0; });
    metrics.gauge("voxdesk_feed_lag_seconds", "From an entry's time to its reader.", [this] { return double(hub->lagMs()) / 1000; });
}

Result<void> RunningServer::Private::serve()
{
    const auto open = [url = database.url] { return PostgresServerStore::open(url); };
    const auto note = [this](const QJsonObject &line) { log->write(line); };
    DispatcherOptions limits;
    limits.watch = &watch;
    limits.perCredential = {options.requestsPerSecond, options.requestsPerSecond * 2};
    if (database.cluster) limits.diskIsFull = [this] { return room.isFull(); };
    dispatcher = std::make_unique<Dispatcher>(allRoutes(operations(), {signIn, hasher, vault, openId}), doors, now, note, limits);
    workers = std::make_unique<WorkerPool>(open, options.workers);
    hub = std::make_unique<EventHub>([url = database.url] { return PostgresListener::open(url); }, open,
                                     [this](ServerStore &store) { scheduler.tick(store, now()); });
    ListenOptions listen;
    listen.host = options.host;
    listen.port = options.port;
    listen.certificateFile = options.certificateFile;
    listen.keyFile = options.keyFile;
    listen.proxies = options.proxies;
    listen.log = note;
    auto started = ApiServer::start(listen, *dispatcher, *workers, [this](AnyStream stream, Exchange exchange) {
        std::make_shared<EventSession>(std::move(stream), std::move(exchange), *events)->start();
    }, [this](ServerCore &core) { events = std::make_unique<EventParts>(EventParts{core, *hub, doors, now}); });
    if (!started) return started.error();
    server = *std::move(started);
    gauges();
    return {};
}

Result<std::unique_ptr<RunningServer>> RunningServer::start(const ServerOptions &options)
{
    if (!QDir().mkpath(options.data)) return Error(Error::Code::FileUnwritable, {options.data});
    auto log = LogFile::open(options.logFile.isEmpty() ? QDir(options.data).filePath(u"log/voxdeskd.log"_s) : options.logFile);
    if (!log) return log.error();
    if (!options.authorityFile.isEmpty())
        if (const auto readable = OutgoingWeb::checkAuthority(options.authorityFile); !readable) return readable.error();
    auto keys = loadKeys(options); // before another program is started that would inherit them
    if (!keys) return keys.error();
    auto database = ServerDatabase::open(options, now());
    if (!database) return database.error();
    SecretVault vault(*std::move(keys));
    if (const auto sealed = vault.reseal(*database->store); !sealed) return sealed.error();
    auto d = std::make_unique<Private>(options, *std::move(log), *std::move(database), std::move(vault));
    if (const auto serves = d->serve(); !serves) return serves.error();
    d->address = addressOf(options, d->server->address());
    const auto invitation = firstOwnerInvitation(*d->database.store, d->database.workspace.id, now());
    if (!invitation) return invitation.error();
    if (*invitation) d->ownerLink = linkTo(d->address, (*invitation)->token);
    d->database.store.reset(); // workers have connections of their own
    d->log->write({{u"what"_s, u"started"_s}, {u"address"_s, d->address}, {u"version"_s, QCoreApplication::applicationVersion()}});
    return std::unique_ptr<RunningServer>(new RunningServer(std::move(d)));
}

RunningServer::RunningServer(std::unique_ptr<Private> d) : d(std::move(d)) {}

RunningServer::~RunningServer() { stop(); }

QString RunningServer::address() const { return d->address; }
QString RunningServer::ownerLink() const { return d->ownerLink; }

void RunningServer::refresh()
{
    d->log->reopen();
    d->server->renewCertificate();
}

void RunningServer::stop()
{
    if (d->stops.exchange(true)) return;
    d->log->write({{u"what"_s, u"stopping"_s}});
    d->server->stop(std::chrono::seconds(10));
    d->hub.reset(); // its followers are gone
    d->log->write({{u"what"_s, u"stopped"_s}});
}

Result<QString> RunningServer::newOwnerLink(const ServerOptions &options)
{
    if (const auto keys = loadKeys(options); !keys) return keys.error(); // out of the environment
    const auto database = ServerDatabase::open(options, now());
    if (!database) return database.error();
    const auto invited = inviteOwner(*database->store, database->workspace.id, now());
    if (!invited) return invited.error();
    const QString scheme = options.certificateFile.isEmpty() ? u"http"_s : u"https"_s;
    return linkTo(addressOf(options, u"%1://%2:%3"_s.arg(scheme, options.host).arg(options.port)), invited->token);
}

} // namespace vox
