#include "tests/team/team_steps.h"

namespace vox::test {

std::unique_ptr<TeamConsole> TeamSteps::atHome(std::function<bool(const QUrl &)> openUrl)
{
    auto console = std::make_unique<TeamConsole>(m_style, std::move(openUrl));
    return console->openHome() ? std::move(console) : nullptr;
}

void TeamSteps::init()
{
    if (std::exchange(m_running, true)) QSKIP("a step before this one failed");
}

void TeamSteps::cleanup() { m_running = QTest::currentTestFailed(); }

void TeamSteps::cleanupTestCase()
{
    m_boris.reset();
    m_anna.reset();
}

} // namespace vox::test
