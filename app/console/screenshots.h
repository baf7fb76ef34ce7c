#pragma once
#include "app/console/options.h"
#include "app/host/line.h"
#include "models/base/ids.h"
#include "models/base/result.h"
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <memory>

namespace vox {
class BuilderPage;
}

namespace vox::console {

class Console;

// A workspace for pictures: the demo agents with versions by several people, releases, and one agent in conflict. Blocks.
Result<void> makeDemoTeam(const QString &folder);

// Writes pictures of the screens to a folder: first demo callers talk to the demo agents, through the same host and faster than
// time, so that everything shown has happened; then each screen is drawn in each theme and language. Owned by main(), GUI thread.
class Screenshots : public QObject {
    Q_OBJECT
public:
    Screenshots(Console &console, const Options &options);
    void start();

signals:
    // The program's exit status.
    void finished(int status);

private:
    struct Shot {
        QString name;      // of the file and of --screen
        QString screen;    // key
        QString id;        // opened there
    };
    void nextCall();
    void calledOne(const ConversationId &conversation);
    void planShots();
    void nextShot();
    void take();
    QString agentCalled(const QString &name) const;
    void openBuilder(const QString &view, const QString &agent);
    void showView(BuilderPage &builder, const QString &view);
    void showStep(BuilderPage &builder, const QString &type);

    Console &m_console;
    const Options m_options;
    int m_call = 0;
    QHash<QString, QString> m_conversations; // the longest by language
    QHash<QString, QString> m_agents;        // by language
    QList<Shot> m_shots;
    QList<QStringList> m_styles;             // theme, language
    int m_shot = 0, m_style = 0;
    int m_status = 0;
    QPointer<QWidget> m_dialog;              // pictured instead of the window
    std::function<void()> m_afterwards;      // puts back what a picture needed
    QTimer m_settled;
};

} // namespace vox::console
