#include "app/workspace/workspace.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/conversations.h"
#include "app/workspace/demo_content.h"
#include "app/workspace/held_file.h"
#include "app/workspace/intent_training.h"
#include "app/workspace/settings.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/when_done.h"
#include "models/store/sqlite/sqlite_store.h"
#include <QDateTime>
#include <QDir>
#include <QStandardPaths>
#include <QTimer>
#include <atomic>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr int lookAroundMs = 500; // how soon another process's writes are noticed
}

struct Workspace::Private {
    QString folder;
    Role role = Role::Console;
    bool created = false;
    Clock clock;
    WorkspaceId id;
    std::unique_ptr<HeldFile> held;
    std::unique_ptr<StorePool> stores;
    // Use cases use the stores and go before them.
    std::unique_ptr<Settings> settings;
    std::unique_ptr<IntentTraining> training;
    std::unique_ptr<AgentDocuments> agents;
    std::unique_ptr<Conversations> conversations;
    QTimer lookAround;
    int revisionRestMs = 30'000;
    std::atomic_bool writtenSoon = false; // set on the writing thread
    qint64 changeStamp = 0;
    bool looking = false;
    bool mayEdit = true;
    QString author = u"owner"_s; // a local workspace has one account
    RedactionSource redaction = [] { return Redaction(); };
};

Workspace::Clock Workspace::systemClock()
{
    return [] { return UtcMs{QDateTime::currentMSecsSinceEpoch()}; };
}

QString Workspace::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/Voxdesk/workspace"_s;
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &folder, Role role, Missing missing, Clock clock)
{
    auto d = std::make_unique<Private>();
    d->folder = QDir(folder).absolutePath();
    d->role = role;
    d->clock = std::move(clock);
    const QString path = d->folder + u"/workspace.sqlite"_s;
    d->created = !QFileInfo::exists(path);
    if (d->created && missing == Missing::Refuse) return Error(Error::Code::NotFound, {u"workspace"_s, d->folder});
    if (!QDir().mkpath(d->folder + u"/conversations"_s)) return Error(Error::Code::FileUnwritable, {d->folder});
    if (role == Role::Console) {
        auto held = HeldFile::hold(d->folder + u"/console.lock"_s);
        if (!held) return held.error();
        d->held = std::move(*held);
    }
    const SqliteStore::Birth birth{WorkspaceId::make(d->clock()), d->clock()};
    const auto open = [path, birth] { return SqliteStore::open(path, birth); };
    auto store = open();
    if (!store) return store.error();
    if (d->created && missing == Missing::CreateDemo)
        if (const auto filled = addDemoAgents(**store, d->clock()); !filled) return filled.error();
    d->id = (*store)->workspace();
    const auto settings = (*store)->settings().all();
    if (!settings) return settings.error();
    // From here on: what others write before the first look is not missed.
    const auto stamp = (*store)->changeStamp();
    if (!stamp) return stamp.error();
    d->changeStamp = *stamp;
    d->stores = std::make_unique<StorePool>(open, std::move(*store));
    d->settings = std::make_unique<Settings>(*d->stores, *settings);
    return std::unique_ptr<Workspace>(new Workspace(std::move(d)));
}

Workspace::Workspace(std::unique_ptr<Private> made) : d(std::move(made))
{
    d->training = std::make_unique<IntentTraining>(d->folder + u"/cache/intents"_s);
    d->agents = std::make_unique<AgentDocuments>(*this);
    d->conversations = std::make_unique<Conversations>(*this);
    connect(this, &Workspace::changedElsewhere, d->settings.get(), &Settings::refresh);
    d->stores->afterWrites([this] {
        if (d->writtenSoon.exchange(true)) return;
        QMetaObject::invokeMethod(this, [this] {
            d->writtenSoon = false;
            emit written();
        }, Qt::QueuedConnection);
    });
    if (d->role != Role::Console) return;
    d->lookAround.setInterval(lookAroundMs);
    connect(&d->lookAround, &QTimer::timeout, this, [this] {
        if (std::exchange(d->looking, true)) return;
        whenDone(d->stores->write([](Store &store) { return store.changeStamp(); }), this, [this](const Result<qint64> &stamp) {
            d->looking = false;
            if (!stamp || *stamp == d->changeStamp) return;
            d->changeStamp = *stamp;
            emit changedElsewhere();
        });
    });
    d->lookAround.start();
}

Workspace::~Workspace()
{
    d->conversations.reset();
    d->agents.reset();
    d->training.reset();
    d->settings.reset();
    d->stores.reset();
}

QString Workspace::folder() const { return d->folder; }
WorkspaceId Workspace::id() const { return d->id; }
Workspace::Role Workspace::role() const { return d->role; }
bool Workspace::wasCreated() const { return d->created; }
int Workspace::revisionRestMs() const { return d->revisionRestMs; }
void Workspace::setRevisionRestMs(int ms) { d->revisionRestMs = ms; }
UtcMs Workspace::now() const { return d->clock(); }
QString Workspace::author() const { return d->author; }
void Workspace::setAuthor(const QString &author) { d->author = author.isEmpty() ? u"owner"_s : author; }
const RedactionSource &Workspace::redaction() const { return d->redaction; }
void Workspace::setRedaction(RedactionSource source) { d->redaction = std::move(source); }
bool Workspace::mayEdit() const { return d->mayEdit; }
void Workspace::setMayEdit(bool may)
{
    if (std::exchange(d->mayEdit, may) != may) emit mayEditChanged();
}
void Workspace::lookAgain() { emit changedElsewhere(); }
AgentDocuments &Workspace::agents() { return *d->agents; }
Conversations &Workspace::conversations() { return *d->conversations; }
IntentTraining &Workspace::training() { return *d->training; }
Settings &Workspace::settings() { return *d->settings; }
StorePool &Workspace::stores() { return *d->stores; }

} // namespace vox
