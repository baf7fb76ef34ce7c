#pragma once
#include "app/console/surroundings.h"
#include "models/base/ids.h"
#include "models/base/result.h"
#include <QObject>
#include <memory>

class QApplication;

namespace vox {
class CallViewModel;
struct DemoCaller;
class ShellAppearance;
class ShellWindow;
class TodayViewModel;
class Workspace;
}

namespace vox::kit { class Style; }

namespace vox::console {

// The console wired together: workspace, the machine's speech, calls, devices, and the window over them. Owned by main(), GUI
// thread.
class Console : public QObject {
    Q_OBJECT
public:
    // What the window runs on; made by main() beforehand and outliving it.
    Console(QApplication &app, kit::Style &style, std::unique_ptr<Workspace> workspace, const Surroundings &surroundings = Surroundings::ofThisUser());
    ~Console() override;

    Workspace &workspace();
    ShellAppearance &appearance();
    ShellWindow &window();
    CallViewModel &call();
    // Calls an agent with a simulated caller on the line instead of the microphone, faster than time. Blocks while the caller's words
    // are synthesised.
    Result<void> callWith(DocumentId agent, const DemoCaller &caller);
    // Shows the window; empty: the screen of the last session. What can wait until something is on the screen waits.
    void show(const QString &screen);

signals:
    // The person wants another workspace: close this console and open that folder.
    void workspaceRequested(const QString &folder);

private:
    void afterFirstPaint();
    void prepareCall();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox::console
