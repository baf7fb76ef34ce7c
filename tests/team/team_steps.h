#pragma once
#include "tests/desks/running_server.h"
#include "tests/team/team_console.h"
#include "ui/kit/style.h"
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace vox::test {

// The frame of a test that walks consoles through a story beside a real server: each step builds on the one before it, so what follows
// a failure is skipped. Its consoles go before the server.
class TeamSteps : public QObject {
    Q_OBJECT
public:
    explicit TeamSteps(kit::Style &style) : m_style(style) {}

protected:
    // Empty: it runs.
    QString startServer() { return m_server.start(); }
    // Somebody at a console with the demo agents, in no team yet; null when it does not open.
    std::unique_ptr<TeamConsole> atHome(std::function<bool(const QUrl &)> openUrl = {});

    kit::Style &m_style;
    VoxdeskdProgram m_server;
    std::unique_ptr<TeamConsole> m_anna, m_boris;

private slots:
    void init();
    void cleanup();
    void cleanupTestCase();

private:
    bool m_running = false;
};

// main() of such a test, with nothing of the person's own around it.
template <typename Test> int runTeamSteps(int argc, char **argv)
{
    QTemporaryDir configuration;
    qputenv("XDG_CONFIG_HOME", configuration.path().toLocal8Bit());
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Voxdesk"));
    QCoreApplication::setApplicationName(QStringLiteral("Voxdesk"));
    Test test(kit::Style::install(app));
    return QTest::qExec(&test, argc, argv);
}

} // namespace vox::test
