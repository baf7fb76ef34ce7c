#include "app/host/conversation_host.h"
#include "app/host/conversation.h"
#include "app/host/mailbox.h"
#include "app/realtime/live_executor.h"
#include "app/realtime/virtual_executor.h"
#include "app/realtime/work_pool.h"
#include <algorithm>
#include <condition_variable>
#include <thread>

using namespace Qt::StringLiterals;

namespace vox {

struct ConversationHost::Private {
    struct Worker {
        std::unique_ptr<LiveExecutor> executor;
        int conversations = 0;
    };
    // A virtual clock and its thread. Kept until the host goes: a job of the pool may still answer to it.
    struct Simulation {
        VirtualExecutor executor;
        std::thread thread;
    };
    struct Running {
        std::unique_ptr<Conversation> conversation;
        std::shared_ptr<Mailbox> mailbox;
        Worker *worker = nullptr;         // either
        Simulation *simulation = nullptr; // or
    };

    Private(PortFactory &ports, WorkPool &pool, int workers) : ports(ports), pool(pool), workers(std::size_t(std::max(1, workers))) {}

    Worker &leastLoaded();
    Executor &place(Running &running, Pace pace);
    void launch(Running &running, const CallPlan &plan, Executor &executor);
    void forget(Conversation *conversation);

    PortFactory &ports;
    WorkPool &pool;
    mutable std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::unique_ptr<Running>> running;
    int alive = 0; // running, and those that are being deleted
    std::vector<std::unique_ptr<Simulation>> simulations;
    std::vector<Worker> workers;
    JournalWriter journals;
    LiveExecutor disk; // dies before the journals it writes to
};

ConversationHost::ConversationHost(PortFactory &ports, WorkPool &pool, int workers)
    : d(std::make_unique<Private>(ports, pool, workers))
{
}

ConversationHost::~ConversationHost()
{
    {
        const std::lock_guard lock(d->mutex);
        for (const auto &running : d->running)
            running->mailbox->post([](Conversation &conversation) { conversation.cutOff(u"closed"_s); });
    }
    waitUntilIdle();
    d->pool.drain(); // jobs that were given up may still post to the executors
    for (const auto &simulation : d->simulations) simulation->thread.join();
}

ConversationHost::Private::Worker &ConversationHost::Private::leastLoaded()
{
    Worker &worker = *std::min_element(workers.begin(), workers.end(),
                                       [](const Worker &a, const Worker &b) { return a.conversations < b.conversations; });
    if (!worker.executor) worker.executor = std::make_unique<LiveExecutor>();
    return worker;
}

Executor &ConversationHost::Private::place(Running &one, Pace pace)
{
    if (pace == Pace::RealTime) {
        one.worker = &leastLoaded();
        ++one.worker->conversations;
        return *one.worker->executor;
    }
    simulations.push_back(std::make_unique<Simulation>());
    one.simulation = simulations.back().get();
    return one.simulation->executor;
}

Result<std::shared_ptr<Call>> ConversationHost::start(CallPlan plan, std::unique_ptr<Line> line,
                                                      std::shared_ptr<CallObserver> observer, Pace pace)
{
    if (!plan.program) return Error{Error::Code::AgentInvalid, {plan.agentName, u"0"_s}};
    auto one = std::make_unique<Private::Running>();
    const std::lock_guard lock(d->mutex);
    Executor &executor = d->place(*one, pace);
    one->conversation = std::make_unique<Conversation>(plan, std::move(line), std::move(observer),
                                                       Conversation::World{d->ports, d->pool, executor},
                                                       [this, c = one.get()] { d->forget(c->conversation.get()); });
    one->mailbox = std::make_shared<Mailbox>(executor, *one->conversation);
    std::shared_ptr<Call> handle = std::make_shared<CallHandle>(plan.id, one->mailbox);
    d->launch(*one, plan, executor);
    d->running.push_back(std::move(one));
    ++d->alive;
    return handle;
}

void ConversationHost::Private::launch(Running &one, const CallPlan &plan, Executor &executor)
{
    const auto open = [this, plan, &executor, mailbox = one.mailbox] {
        const auto failed = [mailbox](const Error &error) {
            mailbox->post([error](Conversation &conversation) { conversation.recordingFailed(error); });
        };
        auto parts = std::make_shared<ConversationParts>(Conversation::open(plan, {ports, pool, executor}, disk, journals, failed));
        // The executor is where the parts die, too, when the call ended before they were made.
        executor.post([mailbox, parts] {
            mailbox->post([parts](Conversation &conversation) { conversation.begin(std::move(*parts)); });
        });
    };
    if (!one.simulation) {
        pool.submit({WorkPool::Urgency::Speech, 0, [open](const std::atomic_bool &) { open(); }});
        return;
    }
    one.simulation->thread = std::thread([open, simulation = one.simulation] {
        open();
        simulation->executor.run(VirtualExecutor::Idle::Wait);
    });
}

// On the conversation's executor, once its files are closed.
void ConversationHost::Private::forget(Conversation *conversation)
{
    std::unique_ptr<Running> gone;
    {
        const std::lock_guard lock(mutex);
        const auto it = std::find_if(running.begin(), running.end(), [&](const auto &one) { return one->conversation.get() == conversation; });
        gone = std::move(*it);
        running.erase(it);
    }
    gone->mailbox->close();
    gone->conversation.reset();
    const std::lock_guard lock(mutex);
    if (gone->worker) --gone->worker->conversations;
    if (gone->simulation) gone->simulation->executor.stop();
    --alive;
    changed.notify_all();
}

int ConversationHost::running() const
{
    const std::lock_guard lock(d->mutex);
    return d->alive;
}

void ConversationHost::waitUntilIdle()
{
    std::unique_lock lock(d->mutex);
    d->changed.wait(lock, [this] { return d->alive == 0; });
}

} // namespace vox
