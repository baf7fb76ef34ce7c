#pragma once
#include "app/workspace/browser_return.h"
#include "app/workspace/join_server.h"
#include "app/workspace/known_workspaces.h"
#include "app/workspace/sync_driver.h"
#include "app/workspace/agent_documents.h"
#include <QHash>
#include <QObject>

namespace vox {

class Workspace;

// What of the outside world the settings of a workspace need; everything may be missing in a program without a network.
struct TeamServices {
    SyncDriver *sync = nullptr;
    ConnectServer connect;
    TokenStore *tokens = nullptr;
    AwaitBrowser browser;
    std::function<bool(const QUrl &)> openUrl; // in the system's browser
    QString homeFolder, serversFolder;
};

// The workspace that is open, how it stands to its server, and the ways to others: joining, signing in again, copying
// one's own agents into a team's workspace, switching. GUI thread; `services` outlive it.
class WorkspaceViewModel : public QObject {
    Q_OBJECT
public:
    WorkspaceViewModel(Workspace &workspace, const TeamServices &services, QObject *parent = nullptr);

    QString folder() const;
    bool canJoin() const { return m_services.connect && m_services.tokens; }
    bool isTeam() const { return m_services.sync && m_services.sync->server(); }
    SyncState state() const { return m_services.sync ? m_services.sync->state() : SyncState(); }
    QString serverName() const;
    const Membership *me() const { return isTeam() ? &m_services.sync->me() : nullptr; }
    // Including the one that is open.
    const QList<KnownWorkspace> &known() const { return m_known; }
    bool isOpen(const KnownWorkspace &known) const;

    bool isBusy() const { return m_busy; }
    // What stands in a link or address: whether it is an invitation.
    static std::optional<InvitationLink> read(const QString &text);
    // Asks for the providers one may sign in with; see providersChanged().
    void lookForProviders(const QUrl &server);
    // Of the server this workspace has, to sign in there again.
    void lookForProvidersHere();
    JoinRequest requestHere() const;
    struct Provider { QString name, label; };
    const QList<Provider> &providers() const { return m_providers; }
    void join(const JoinRequest &request);
    // Through the system's browser; an invitation may come with it.
    void joinThrough(const QString &provider, const JoinRequest &request, const QString &pageShown);
    void cancel();
    // To the server this workspace has.
    void signIn(const QString &email, const QString &password);
    void signOut();
    void syncNow();
    // One's own; other sessions end.
    void changePassword(const QString &current, const QString &next);
    bool hasPassword() const { return isTeam() && (me()->signsInWith.isEmpty() || me()->signsInWith == QStringLiteral("password")); }

    // The server shows a certificate nobody vouches for; its fingerprint, for a person to compare. Empty: nothing to decide.
    const QByteArray &unknownCertificate() const { return m_unknown; }
    // It is not the one that was trusted before.
    bool isCertificateChanged() const { return m_changed; }
    // The person compared it: what was under way goes on with it.
    void trust();
    void distrust();

    // One's own agents, to choose from.
    const QList<AgentRow> &agents() const { return m_agents; }
    void copyInto(const KnownWorkspace &target, const QList<DocumentId> &agents);
    void refresh();

signals:
    void changed();
    void busyChanged();
    void providersChanged();
    // A replica is ready to be opened.
    void joined(const QString &folder, const QString &name);
    void signedIn();
    void certificateChanged(); // unknownCertificate()
    void passwordChanged();
    void copied(int agents, const QString &into);
    void failed(const vox::Error &error);

private:
    void listAgents();
    void setBusy(bool busy);
    void begin(const JoinRequest &request, bool again);
    void finishThrough(const JoinRequest &request, const QUrlQuery &query);
    TeamServer *reach(const QString &address);
    void askTrust(const Error &error, std::function<void()> then);
    void watchCertificate();
    void rejoin();

    Workspace &m_workspace;
    TeamServices m_services;
    QList<KnownWorkspace> m_known;
    QList<AgentRow> m_agents;
    QList<Provider> m_providers;
    std::unique_ptr<TeamServer> m_server;      // of what is being joined
    QUrl m_reached;
    std::unique_ptr<BrowserReturn> m_browser;
    QString m_oidcState;
    QHash<QString, QByteArray> m_trusted; // by host and port, since the start
    QByteArray m_unknown;
    QString m_unknownAt;
    bool m_changed = false;
    std::function<void()> m_afterTrust;
    bool m_busy = false;
    int m_serial = 0;  // of joining: an answer that comes after cancel() is dropped
    int m_looked = 0;  // of asking for providers
};

} // namespace vox
