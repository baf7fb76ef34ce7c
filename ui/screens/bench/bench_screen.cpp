#include "ui/screens/bench/bench_screen.h"

namespace vox {

struct BenchScreen::Private {
    CallViewModel &call;
    AgentDocuments &agents;
    DeviceChoice &devices;
    QString agent;
};

BenchScreen::BenchScreen(CallViewModel &call, AgentDocuments &agents, DeviceChoice &devices, QWidget *parent)
    : Screen(parent), d(new Private{call, agents, devices, {}})
{
}

BenchScreen::~BenchScreen() = default;

QJsonObject BenchScreen::saveState() const { return {{QStringLiteral("agent"), d->agent}}; }
void BenchScreen::restoreState(const QJsonObject &state) { open(state.value(QLatin1String("agent")).toString()); }
void BenchScreen::open(const QString &agent) { d->agent = agent; }

} // namespace vox
