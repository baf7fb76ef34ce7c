#include "ui/viewmodels/workspace_view_model.h"
#include "app/workspace/run_on.h"
#include "app/workspace/team_lists.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include <QDir>
#include <QJsonArray>
#include <QThreadPool>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
QString keyOf(const QUrl &server) { return u"%1:%2"_s.arg(server.host()).arg(server.port(443)); }
}

WorkspaceViewModel::WorkspaceViewModel(Workspace &workspace, const TeamServices &services, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_services(services)
{
    if (services.sync) {
        connect(services.sync, &SyncDriver::stateChanged, this, &WorkspaceViewModel::changed);
        connect(services.sync, &SyncDriver::stateChanged, this, &WorkspaceViewModel::watchCertificate);
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
        m_server = m_services.connect({link->server, m_trusted.value(keyOf(link->server)), {}});
    }
    return m_server.get();
}

void WorkspaceViewModel::lookForProviders(const QUrl &server)
{
    m_providers.clear();
    emit providersChanged();
    TeamServer *asked = reach(server.toString());
    if (!asked) return;
    const int serial = ++m_looked;
    whenDone(asked->call("GET", u"sign-in/providers"_s), this, [this, serial](const Result<QJsonValue> &answer) {
        if (serial != m_looked) return;
        if (!answer) { // joining says what else is the matter
            if (isCertificateRefused(answer.error())) askTrust(answer.error(), [this] { lookForProviders(m_reached); });
            return;
        }
        for (const QJsonValue &item : (*answer)["items"_L1].toArray()) m_providers.append({item["name"_L1].toString(), item["label"_L1].toString()});
        emit providersChanged();
    });
}

JoinRequest WorkspaceViewModel::requestHere() const
{
    JoinRequest request;
    if (!isTeam()) return request;
    const ServerAddress address = m_services.sync->server()->address();
    request.address = address.url.toString();
    request.fingerprint = address.fingerprint;
    request.authorityFile = address.authorityFile;
    return request;
}

void WorkspaceViewModel::lookForProvidersHere()
{
    if (!isTeam()) return;
    const ServerAddress address = m_services.sync->server()->address();
    if (!address.fingerprint.isEmpty() && !m_trusted.contains(keyOf(address.url))) m_trusted.insert(keyOf(address.url), address.fingerprint);
    lookForProviders(address.url);
}

void WorkspaceViewModel::join(const JoinRequest &request) { begin(request, false); }

void WorkspaceViewModel::begin(const JoinRequest &asked, bool again)
{
    if (m_busy || !canJoin()) return;
    JoinRequest request = asked;
    const auto link = read(request.address);
    if (link && m_trusted.contains(keyOf(link->server))) request.fingerprint = m_trusted.value(keyOf(link->server));
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
                 if (isCertificateRefused(error)) askTrust(error, [this, request, again] { begin(request, again); });
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
        const QUrl url(answer ? (*answer)["authorize_url"_L1].toString() : QString());
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
    JoinRequest request = requestHere();
    request.email = email.trimmed();
    request.password = password;
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

void WorkspaceViewModel::changePassword(const QString &current, const QString &next)
{
    if (!isTeam() || m_busy) return;
    setBusy(true);
    whenDone(TeamLists(*m_services.sync->server()).changePassword(current, next), this, [this](const Result<void> &done) {
        setBusy(false);
        if (done) emit passwordChanged();
        else emit failed(done.error());
    });
}

void WorkspaceViewModel::askTrust(const Error &error, std::function<void()> then)
{
    const auto link = read(error.args.value(0));
    if (!link || error.detail.isEmpty()) {
        emit failed(error);
        return;
    }
    m_unknown = error.detail.toLatin1();
    m_unknownAt = keyOf(link->server);
    m_changed = vox::isCertificateChanged(error);
    m_afterTrust = std::move(then);
    emit certificateChanged();
}

// The open workspace's server shows another certificate than the one that is kept.
void WorkspaceViewModel::watchCertificate()
{
    const SyncState now = state();
    const bool refused = now.why && isCertificateRefused(*now.why);
    if (refused && QByteArray(now.why->detail.toLatin1()) != m_unknown) askTrust(*now.why, [this] { rejoin(); });
}

// With the token one has; the replica keeps the new certificate and is opened anew.
void WorkspaceViewModel::rejoin()
{
    if (!isTeam() || !m_services.tokens) return;
    whenDone(m_services.tokens->read(u"server/"_s + me()->workspace.text()), this, [this](const Result<QString> &token) {
        if (!token || token->isEmpty()) {
            emit failed(token ? Error(Error::Code::SignInNeeded) : token.error());
            return;
        }
        JoinRequest request = requestHere();
        request.token = *token;
        begin(request, false);
    });
}

void WorkspaceViewModel::trust()
{
    if (m_unknown.isEmpty()) return;
    m_trusted.insert(m_unknownAt, std::exchange(m_unknown, {}));
    m_server.reset(); // the next one knows it
    emit certificateChanged();
    if (m_afterTrust) std::exchange(m_afterTrust, nullptr)();
}

void WorkspaceViewModel::distrust()
{
    m_afterTrust = nullptr;
    m_unknown.clear();
    emit certificateChanged();
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
