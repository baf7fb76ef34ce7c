#pragma once
#include <QString>
#include <QUrl>
#include <functional>
#include <memory>

namespace vox { class DesktopSecrets; }

namespace vox::console {

// What a console uses of this computer and its user: where workspaces lie, where tokens and keys are kept, the browser.
struct Surroundings {
    QString homeFolder;    // one's own workspace
    QString serversFolder; // replicas of teams' workspaces, a folder each
    std::function<std::unique_ptr<DesktopSecrets>()> secrets;
    std::function<bool(const QUrl &)> openUrl;

    static Surroundings ofThisUser();
};

} // namespace vox::console
