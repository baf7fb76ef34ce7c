#include "ui/viewmodels/workspace_view_model.h"
#include "app/workspace/run_on.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include <QDir>
#include <QJsonArray>
#include <QThreadPool>

namespace vox {

using namespace Qt::StringLiterals;

WorkspaceViewModel::WorkspaceViewModel(Workspace &workspace, const TeamServices &services, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_services(services)
{
    if (services.sync) {
        connect(services.sync, &SyncDriver::stateChanged, this, &WorkspaceViewModel::changed);
        connect(services.sync, &SyncDriver::meChanged, this, &WorkspaceViewModel::changed);
    }
    connect(&workspace.agents(), &AgentDocuments::listChanged, this, &WorkspaceViewModel::listAgents);
    refresh();
}

QString WorkspaceViewModel::folder() const { return m_workspace.folder(); }

QString WorkspaceViewModel::serverName() const
{
    if (!isTeam()) return {};
    const QUrl url = m_services.sync->server()->address().url;
    return url.port() > 0 ? u"%1:%2"_s.arg(url.host()).arg(url.port()) : url.host();
}

bool WorkspaceViewModel::isOpen(const KnownWorkspace &known) const
{
    return QDir(known.folder).absolutePath() == QDir(m_workspace.folder()).absolutePath();
}

void WorkspaceViewModel::refresh()
{
    const auto known = runOn(*QThreadPool::globalInstance(), [home = m_services.homeFolder, open = m_workspace.folder(), servers = m_services.serversFolder] {
        return knownWorkspaces(home, open, servers);
    });
    whenDone(known, this, [this](const QList<KnownWorkspace> &known) {
        m_known = known;
        emit changed();
    });
    listAgents();
}

void WorkspaceViewModel::listAgents()
{
    whenDone(m_workspace.agents().list(), this, [this](const Result<QList<AgentRow>> &agents) {
        if (!agents) return;
        m_agents = *agents;
        emit changed();
    });
}

void WorkspaceViewModel::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy) emit busyChanged();
}

std::optional<InvitationLink> WorkspaceViewModel::read(const QString &text)
{
    const auto link = readInvitationLink(text);
    return link ? std::optional(*link) : std::nullopt;
}

// A connection to ask before one is in; kept while the address stays.
TeamServer *WorkspaceViewModel::reach(const QString &address)
{
    const auto link = read(address);
    if (!link || link->server.isEmpty() || !m_services.connect) return nullptr;
    if (!m_server || m_reached != link->server) {
        m_reached = link->server;
        m_server = m_services.connect({link->server, {}, {}});
    }
    return m_server.get();
}

void WorkspaceViewModel::lookForProviders(const QUrl &server)
{
    m_providers.clear();
    emit providersChanged();
    TeamServer *asked = reach(server.toString());
    if (!asked) return;
    const int serial = ++m_serial;
    whenDone(asked->call("GET", u"sign-in/providers"_s), this, [this, serial](const Result<QJsonValue> &answer) {
        if (serial != m_serial || !answer) return; // joining says what is the matter
        for (const QJsonValue &item : (*answer)["items"_L1].toArray()) m_providers.append({item["name"_L1].toString(), item["label"_L1].toString()});
        emit providersChanged();
    });
}

void WorkspaceViewModel::join(const JoinRequest &request) { begin(request, false); }

void WorkspaceViewModel::begin(const JoinRequest &request, bool again)
{
    if (m_busy || !canJoin()) return;
    setBusy(true);
    const int serial = ++m_serial;
    whenDone(joinServer(m_services.connect, *m_services.tokens, request, m_services.serversFolder, m_workspace.now()), this,
             [this, serial, request, again](const Result<Joined> &done) {
                 if (serial != m_serial) return; // cancelled: the replica stays, unopened
                 setBusy(false);
                 if (done) {
                     refresh();
                     if (!again) {
                         emit joined(done->folder, done->me.workspaceName);
                         return;
                     }
                     // The token is kept under the workspace's name; the driver reads it from there.
                     whenDone(m_services.tokens->read(u"server/"_s + done->me.workspace.text()), this, [this](const Result<QString> &token) {
                         if (token) m_services.sync->setToken(*token);
                         emit signedIn();
                     });
                     return;
                 }
                 const Error &error = done.error();
                 if (error.code == Error::Code::BadAnswer && error.args.value(1) == "certificate"_L1) emit certificateUnknown(error.detail.toLatin1(), request);
                 else emit failed(error);
             });
}

void WorkspaceViewModel::joinThrough(const QString &provider, const JoinRequest &request, const QString &pageShown)
{
    TeamServer *server = reach(request.address);
    if (m_busy || !canJoin() || !server || !m_services.browser || !m_services.openUrl) return;
    m_browser = m_services.browser(pageShown);
    const QString redirect = m_browser->redirectUri().toString();
    setBusy(true);
    const int serial = ++m_serial;
    connect(m_browser.get(), &BrowserReturn::returned, this, [this, request](const QUrlQuery &query) { finishThrough(request, query); });
    QJsonObject body{{u"provider"_s, provider}, {u"redirect_uri"_s, redirect}};
    if (!request.invitation.isEmpty()) body.insert("invitation"_L1, request.invitation);
    whenDone(server->call("POST", u"sign-in/oidc/start"_s, body), this, [this, serial](const Result<QJsonValue> &answer) {
        if (serial != m_serial) return;
        const QUrl url((*answer)["authorize_url"_L1].toString());
        if (!answer || !m_services.openUrl(url)) {
            cancel();
            emit failed(answer ? Error(Error::Code::BadAnswer, {m_reached.host(), u"authorize_url"_s}) : answer.error());
            return;
        }
        m_oidcState = (*answer)["state"_L1].toString();
    });
}

void WorkspaceViewModel::finishThrough(const JoinRequest &request, const QUrlQuery &query)
{
    const QString redirect = m_browser ? m_browser->redirectUri().toString() : QString();
    const auto value = [&query](const char *name) { return query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded); };
    if (!m_server || value("code").isEmpty() || value("state") != m_oidcState) {
        cancel();
        emit failed(Error(Error::Code::Cancelled, {}, value("error_description")));
        return;
    }
    const int serial = m_serial;
    QJsonObject body{{u"state"_s, value("state")}, {u"code"_s, value("code")}, {u"redirect_uri"_s, redirect}};
    if (!value("iss").isEmpty()) body.insert("iss"_L1, value("iss"));
    whenDone(m_server->call("POST", u"sign-in/oidc/finish"_s, body), this, [this, serial, request](const Result<QJsonValue> &answer) {
        if (serial != m_serial) return;
        m_browser.reset();
        setBusy(false);
        if (!answer) {
            emit failed(answer.error());
            return;
        }
        JoinRequest in = request;
        in.invitation.clear();
        in.token = (*answer)["token"_L1].toString();
        begin(in, false);
    });
}

void WorkspaceViewModel::cancel()
{
    ++m_serial;
    m_browser.reset();
    setBusy(false);
}

void WorkspaceViewModel::signIn(const QString &email, const QString &password)
{
    if (!isTeam()) return;
    const ServerAddress address = m_services.sync->server()->address();
    JoinRequest request;
    request.address = address.url.toString();
    request.email = email.trimmed();
    request.password = password;
    request.fingerprint = address.fingerprint;
    request.authorityFile = address.authorityFile;
    begin(request, true);
}

void WorkspaceViewModel::signOut()
{
    if (!isTeam()) return;
    whenDone(m_services.sync->signOut(), this, [this](const Result<void> &done) {
        if (!done) emit failed(done.error());
        emit changed();
    });
}

void WorkspaceViewModel::syncNow()
{
    if (m_services.sync) m_services.sync->syncNow();
}

void WorkspaceViewModel::copyInto(const KnownWorkspace &target, const QList<DocumentId> &agents)
{
    if (agents.isEmpty()) return;
    setBusy(true);
    whenDone(copyAgents(m_workspace, target.folder, agents), this, [this, target](const Result<int> &count) {
        setBusy(false);
        if (!count) {
            emit failed(count.error());
            return;
        }
        emit copied(*count, target.name);
    });
}

} // namespace vox
