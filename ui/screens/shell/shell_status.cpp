#include "ui/screens/shell/shell_status.h"
#include "app/workspace/sync_driver.h"
#include "app/workspace/workspace.h"
#include "ui/screens/sync_words.h"
#include "ui/viewmodels/call_view_model.h"
#include "ui/viewmodels/today_view_model.h"
#include <QDir>
#include <QEvent>
#include <QLocale>
#include <QResizeEvent>

namespace vox {

using namespace Qt::StringLiterals;

ShellStatus::ShellStatus(const Sources &sources, QWidget *parent) : StatusBar(parent), m_sources(sources)
{
    m_sync = addLeft("hard-drive");
    m_workspace = addLeft("database");
    m_microphone = addRight("mic");
    m_call = addRight("phone-call");
    m_delay = addRight("timer");
    if (sources.sync) {
        connect(sources.sync, &SyncDriver::stateChanged, this, &ShellStatus::refresh);
        connect(sources.sync, &SyncDriver::meChanged, this, &ShellStatus::refresh);
    }
    connect(m_sync, &QPushButton::clicked, this, &ShellStatus::syncPressed);
    connect(m_workspace, &QPushButton::clicked, this, &ShellStatus::workspacePressed);
    connect(m_microphone, &QPushButton::clicked, this, &ShellStatus::microphonePressed);
    connect(m_call, &QPushButton::clicked, this, &ShellStatus::callPressed);
    connect(m_delay, &QPushButton::clicked, this, &ShellStatus::delayPressed);
    connect(&sources.call, &CallViewModel::stateChanged, this, &ShellStatus::refresh);
    connect(&sources.call, &CallViewModel::levelsChanged, this, &ShellStatus::refresh);
    connect(&sources.today, &TodayViewModel::changed, this, &ShellStatus::refresh);
    refresh();
}

void ShellStatus::refresh()
{
    const QDir folder(m_sources.workspace.folder());
    const bool team = m_sources.sync && m_sources.sync->server();
    const SyncWords sync = syncWords(m_sources.sync ? m_sources.sync->state() : SyncState(), m_sources.workspace.now());
    m_sync->setIcon(sync.icon);
    m_sync->setMeaning(sync.meaning);
    m_sync->setText(sync.brief);
    m_sync->setToolTip(sync.sentence);
    m_workspace->setText(team ? m_sources.sync->me().workspaceName : folder.dirName());
    m_workspace->setToolTip(tr("Workspace folder: %1").arg(QDir::toNativeSeparators(folder.path())));
    const QString microphone = m_sources.microphoneName();
    m_microphone->setIcon(microphone.isEmpty() ? "mic-off" : "mic");
    m_microphone->setText(microphone.isEmpty() ? tr("No microphone: calls are typed") : microphone);
    const bool running = m_sources.call.isRunning();
    m_call->setMeaning(running ? kit::Meaning::Success : kit::Meaning::Neutral);
    m_call->setText(running ? m_sources.call.agentName() : tr("No call"));
    const qint64 seconds = m_sources.call.elapsed().ms() / 1000;
    m_call->setFigure(running ? u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')) : QString());
    const auto p95 = m_sources.today.figures().p95Ms;
    m_delay->setText(tr("p95"));
    m_delay->setToolTip(tr("Delay of today's answers, 95 of 100 are faster"));
    m_delay->setFigure(p95 ? tr("%1 ms").arg(QLocale().toString(*p95)) : u"–"_s);
    QResizeEvent same(size(), size());
    resizeEvent(&same); // what stands where depends on the texts
}

void ShellStatus::changeEvent(QEvent *event)
{
    StatusBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) refresh();
}

} // namespace vox
