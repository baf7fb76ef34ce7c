#include "app/api/events/event_hub.h"
#include "models/store/feed_store.h"
#include "models/store/store.h"
#ifdef _WIN32
#include <winsock2.h>
#else
#include <poll.h>
#endif

namespace vox {

namespace {

using Steady = std::chrono::steady_clock;
constexpr int kStep = 500;           // entries
constexpr int kSilence = 200;        // ms; also how long the end may wait
constexpr auto kTick = std::chrono::seconds(1);
constexpr auto kAgain = std::chrono::milliseconds(500);

// Until something can be read, or the time is over.
void waitFor(int socket, int milliseconds)
{
#ifdef _WIN32
    WSAPOLLFD one{SOCKET(socket), POLLRDNORM, 0};
    WSAPoll(&one, 1, milliseconds);
#else
    pollfd one{socket, POLLIN, 0};
    ::poll(&one, 1, milliseconds);
#endif
}

} // namespace

EventHub::EventHub(Listen listen, WorkerPool::OpenStore open, Tick tick)
    : m_listen(std::move(listen)), m_open(std::move(open)), m_tick(std::move(tick)), m_thread([this] { run(); })
{
}

EventHub::~EventHub()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void EventHub::follow(WorkspaceId workspace, std::weak_ptr<FeedFollower> follower)
{
    const std::lock_guard lock(m_mutex);
    auto &list = m_followers[workspace];
    std::erase_if(list, [](const auto &one) { return one.expired(); });
    list.push_back(std::move(follower));
}

int EventHub::followers() const
{
    const std::lock_guard lock(m_mutex);
    int count = 0;
    for (const auto &[workspace, list] : m_followers)
        for (const auto &one : list) count += one.expired() ? 0 : 1;
    return count;
}

std::vector<std::shared_ptr<FeedFollower>> EventHub::followersOf(WorkspaceId workspace)
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::shared_ptr<FeedFollower>> out;
    for (const auto &one : m_followers[workspace])
        if (auto alive = one.lock()) out.push_back(std::move(alive));
    return out;
}

bool EventHub::rest(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return !m_wake.wait_for(lock, time, [this] { return m_ends; });
}

void EventHub::run()
{
    std::unique_ptr<ServerStore> store;
    std::unique_ptr<PostgresListener> listener;
    auto ticked = Steady::now();
    while (rest(std::chrono::milliseconds(0))) {
        if (!store)
            if (auto opened = m_open()) store = *std::move(opened);
        if (store && !listener)
            if (auto opened = m_listen()) listener = *std::move(opened);
        const auto heard = listener ? listener->poll() : Result<PostgresListener::Heard>(Error(Error::Code::Unreachable));
        const bool listened = m_listening.exchange(heard.hasValue());
        if (!heard) {
            if (!rest(kAgain)) return;
            continue;
        }
        if (heard->missed || !listened) tellAll();
        for (const WorkspaceId &workspace : heard->workspaces) tell(*store, workspace);
        if (heard->workspaces.isEmpty() && listener->descriptor() >= 0) waitFor(listener->descriptor(), kSilence);
        if (Steady::now() - ticked < kTick) continue;
        ticked = Steady::now();
        m_tick(*store);
    }
}

void EventHub::tell(ServerStore &store, WorkspaceId workspace)
{
    const auto followers = followersOf(workspace);
    if (followers.empty()) {
        m_tails.erase(workspace);
        return;
    }
    FeedStore &feed = store.workspace(workspace).feed();
    const auto known = m_tails.find(workspace);
    if (known == m_tails.end()) {
        // Nobody has asked before: each reads from his own place once.
        if (const auto end = feed.end()) m_tails[workspace] = *end;
        for (const auto &one : followers) one->wake(nullptr);
        return;
    }
    for (bool more = true; more;) {
        auto page = feed.after(known->second, kStep);
        if (!page) {
            m_tails.erase(known);
            for (const auto &one : followers) one->wake(nullptr);
            return;
        }
        more = page->more;
        const auto step = std::make_shared<const FeedStep>(FeedStep{known->second, *std::move(page)});
        known->second = step->page.next;
        if (step->page.entries.isEmpty()) return;
        const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
        m_lagMs = std::max<qint64>(0, now - step->page.entries.last().at.value);
        for (const auto &one : followers) one->wake(step);
    }
}

void EventHub::tellAll()
{
    m_tails.clear();
    QList<WorkspaceId> all;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[workspace, list] : m_followers) all.append(workspace);
    }
    for (const WorkspaceId &workspace : all)
        for (const auto &one : followersOf(workspace)) one->wake(nullptr);
}

} // namespace vox
