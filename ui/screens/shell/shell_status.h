#pragma once
#include "ui/kit/status_bar.h"
#include <functional>

namespace vox {

class CallViewModel;
class TodayViewModel;
class Workspace;

// The row at the bottom: the workspace at the left; microphone, running call and today's delay at the right. Owned by the shell's
// window, GUI thread.
class ShellStatus : public kit::StatusBar {
    Q_OBJECT
public:
    struct Sources {
        Workspace &workspace;
        CallViewModel &call;
        TodayViewModel &today;
        std::function<QString()> microphoneName;
    };
    explicit ShellStatus(const Sources &sources, QWidget *parent = nullptr);
    void refresh();

signals:
    void workspacePressed();
    void microphonePressed();
    void callPressed();
    void delayPressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    Sources m_sources;
    kit::StatusPiece *m_workspace, *m_microphone, *m_call, *m_delay;
};

} // namespace vox
