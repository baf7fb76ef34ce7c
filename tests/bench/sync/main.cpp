// How fast desks agree through a server on this machine: first sync of many agents, a check with nothing to do, one change to
// the other console. Prints figures; asserts none.
#include "tests/desks/real_desk.h"
#include <QTimer>
#include <QCoreApplication>
#include <algorithm>
#include <cstdio>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;
using Kind = SyncState::Kind;

namespace {

// QTest::qWaitFor sleeps 10 ms between events, which would be most of what is measured here.
bool until(const std::function<bool()> &done, int ms = 120'000)
{
    QElapsedTimer timer;
    timer.start();
    QTimer wake; // for what no event tells of
    wake.start(20);
    while (!done()) {
        if (timer.hasExpired(ms)) return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

void say(const char *what, double value, const char *unit) { std::printf("%-44s %8.1f %s\n", what, value, unit), std::fflush(stdout); }

double percentile(QList<double> values, double p)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[std::min(values.size() - 1, qsizetype(double(values.size()) * p))];
}

// A round with nothing to do, from asking to the answer taken in.
QList<double> idleChecks(RealDesk &desk, int count)
{
    QList<double> took;
    for (int i = 0; i < count; ++i) {
        const UtcMs before = desk.driver->state().lastSynced;
        bool done = false;
        const auto told = QObject::connect(desk.driver.get(), &SyncDriver::stateChanged, [&] { done = desk.driver->state().lastSynced != before; });
        QElapsedTimer timer;
        timer.start();
        desk.driver->syncNow();
        until([&] { return done; }, 5'000);
        QObject::disconnect(told);
        took.append(double(timer.nsecsElapsed()) / 1e6);
    }
    return took;
}

// From a revision at one desk until the open agent at the other shows it.
QList<double> changes(RealDesk &from, RealDesk &to, DocumentId id, int count)
{
    const auto here = from.agent(id), there = to.agent(id);
    QList<double> took;
    for (int i = 0; i < count; ++i) {
        const QString name = u"Name %1"_s.arg(i);
        here->setValue(u"/name"_s, name, {"Edit", {}, {}});
        QElapsedTimer timer;
        timer.start();
        here->makeRevision();
        bool shown = false;
        const auto told = QObject::connect(there.get(), &AgentDocument::contentChanged, [&] { shown = there->name() == name; });
        until([&] { return shown; }, 10'000);
        QObject::disconnect(told);
        took.append(double(timer.nsecsElapsed()) / 1e6);
    }
    return took;
}

int run(int agents)
{
    VoxdeskdProgram server;
    if (const QString said = server.start(); !said.isEmpty()) return std::printf("%s\n", qPrintable(said)), 1;
    RealDesk anna;
    if (const QString said = anna.join(server.ownerLink, u"Anna"_s); !said.isEmpty()) return std::printf("%s\n", qPrintable(said)), 1;
    anna.open();
    until([&] { return anna.kind() == Kind::Synced; });
    QElapsedTimer timer;
    if (!makeAgents(*anna.workspace, agents)) return 1;
    timer.start();
    until([&] { return anna.driver->state().pending > 0; });
    until([&] { return anna.driver->state().pending == 0 && anna.kind() == Kind::Synced; });
    say("push of all agents", double(timer.elapsed()) / 1000, "s");
    const QString link = anna.invite(u"builder"_s);
    RealDesk boris;
    if (const QString said = boris.join(link.contains(u'#') ? link : server.address() + u"/join#"_s + link, u"Boris"_s); !said.isEmpty()) return 1;
    timer.start();
    boris.open();
    until([&] { return boris.kind() == Kind::Synced; });
    say("first sync of all agents", double(timer.elapsed()) / 1000, "s");
    say("agents there", await(boris.workspace->stores().read([](Store &store) -> Result<int> { return storedAgents(store); })).valueOr(0), "");
    const QList<double> idle = idleChecks(boris, 50);
    say("check with nothing to do, p50", percentile(idle, 0.5), "ms");
    say("check with nothing to do, p95", percentile(idle, 0.95), "ms");
    const DocumentId id = *await(anna.workspace->agents().createFromTemplate(u"blank_en"_s, u"Desk"_s));
    until([&] { return bool(await(boris.workspace->agents().load(id))); });
    const QList<double> change = changes(anna, boris, id, 40);
    say("one change to the other console, p50", percentile(change, 0.5), "ms");
    say("one change to the other console, p95", percentile(change, 0.95), "ms");
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int agents = argc > 1 ? QByteArray(argv[1]).toInt() : 10'000;
    return run(agents);
}
