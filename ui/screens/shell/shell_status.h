#pragma once
#include "ui/kit/status_bar.h"
#include <functional>

namespace vox {

class CallViewModel;
class SyncDriver;
class TodayViewModel;
class Workspace;

// The row at the bottom: how the workspace stands to its server and which it is at the left; microphone, running call and today's delay at the right. Owned by the shell's
// window, GUI thread.
class ShellStatus : public kit::StatusBar {
    Q_OBJECT
public:
    struct Sources {
        Workspace &workspace;
        CallViewModel &call;
        TodayViewModel &today;
        std::function<QString()> microphoneName;
        SyncDriver *sync = nullptr; // null: a local workspace
    };
    explicit ShellStatus(const Sources &sources, QWidget *parent = nullptr);
    void refresh();

signals:
    void syncPressed();
    void workspacePressed();
    void microphonePressed();
    void callPressed();
    void delayPressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    Sources m_sources;
    kit::StatusPiece *m_sync, *m_workspace, *m_microphone, *m_call, *m_delay;
};

} // namespace vox
