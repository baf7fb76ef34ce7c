#include "ui/screens/settings/team/workspace_page.h"
#include "app/wording/wording.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include "ui/screens/settings/settings_section.h"
#include "ui/screens/settings/team/role_words.h"
#include "ui/screens/settings/team/team_page.h"
#include "ui/screens/sync_words.h"
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

namespace {

QWidget *rowOf(const QList<QWidget *> &parts, bool stretchFirst)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    for (qsizetype i = 0; i < parts.size(); ++i) line->addWidget(parts.at(i), stretchFirst && i == 0 ? 1 : 0);
    if (!stretchFirst) line->addStretch(1);
    row->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return row;
}

// Beside the labels of other rows; takes no room while it is hidden.
QWidget *indented(QWidget *content)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    const kit::Theme &theme = kit::Theme::of(row);
    line->setContentsMargins(theme.px(176) + theme.metrics().panelPadding, 0, 0, 0);
    line->addWidget(content);
    line->addStretch(1);
    return row;
}

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be what was pressed
        }
        delete item;
    }
}

// "3f9a 01bc …": two lines of 32 digits that a person can compare.
QString readable(const QByteArray &fingerprint)
{
    QStringList groups;
    for (qsizetype i = 0; i < fingerprint.size(); i += 4) groups.append(QString::fromLatin1(fingerprint.mid(i, 4)));
    return groups.join(u' ');
}

} // namespace

WorkspacePage::WorkspacePage(WorkspaceViewModel &model, QWidget *parent) : QWidget(parent), m_model(model), m_scroll(new QScrollArea)
{
    kit::setSurface(this, Colour::Surface1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    auto *page = new QWidget;
    kit::setSurface(page, Colour::Surface1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *inner = new QWidget;
    inner->setMaximumWidth(kit::Theme::of(this).px(880));
    m_sections = new QVBoxLayout(inner);
    m_sections->setContentsMargins(0, 0, 0, 0);
    m_sections->setSpacing(0);
    column->addWidget(inner);
    column->addStretch(1);
    m_scroll->setWidget(page);
    all->addWidget(m_scroll, 1);
    makeCertificate();
    makeStanding();
    makePassword();
    makeSignIn();
    makeJoin();
    makeKnown();
    makeCopy();
    connect(&model, &WorkspaceViewModel::changed, this, &WorkspacePage::refresh);
    connect(&model, &WorkspaceViewModel::busyChanged, this, &WorkspacePage::refresh);
    connect(&model, &WorkspaceViewModel::providersChanged, this, &WorkspacePage::refresh);
    connect(&model, &WorkspaceViewModel::certificateChanged, this, &WorkspacePage::showCertificate);
    connect(&model, &WorkspaceViewModel::passwordChanged, this, [this] {
        openPassword(false);
        emit noticed({Notice::Level::Information, tr("Your password is changed."), tr("Where you were signed in elsewhere, you sign in with the new one."), {}, {}});
    });
    connect(&model, &WorkspaceViewModel::failed, this, [this](const Error &error) {
        emit noticed({Notice::Level::Error, wording::whatHappened(error), wording::whatNext(error), {}, {}});
    });
    connect(&model, &WorkspaceViewModel::joined, this, [this](const QString &folder, const QString &name) {
        for (QLineEdit *field : {m_link, m_name, m_email, m_password}) field->clear();
        emit noticed({Notice::Level::Information, tr("You are in “%1”.").arg(name), tr("Your own workspace stays as it is."), {}, {}});
        emit workspaceRequested(folder);
    });
    connect(&model, &WorkspaceViewModel::signedIn, this, [this] {
        m_signInPassword->clear();
        emit noticed({Notice::Level::Information, tr("You are signed in again."), {}, {}, {}});
    });
    connect(&model, &WorkspaceViewModel::copied, this, [this](int agents, const QString &into) {
        emit noticed({Notice::Level::Information, tr("%n agent(s) were copied into “%1”.", nullptr, agents).arg(into), tr("Yours stay here, too."), {}, {}});
    });
    refresh();
}

void WorkspacePage::makeStanding()
{
    m_standing = new SettingsSection(u"workspace"_s, tr("This workspace"), {});
    m_state = new QLabel;
    m_stateText = new kit::TextBlock;
    m_sync = new QPushButton(kit::icon("refresh-cw"), tr("Synchronise now"));
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 4, 0, 0);
    line->addWidget(m_state, 0, Qt::AlignTop);
    line->addWidget(m_stateText, 1);
    line->addWidget(m_sync, 0, Qt::AlignTop);
    row->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_standing->addRow(tr("State"), row);
    m_server = kit::makeLabel({}, TextStyle::Mono);
    m_server->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_standing->addRow(tr("Server"), m_server);
    m_person = kit::makeLabel({}, TextStyle::Body);
    m_signOut = new QPushButton(kit::icon("log-out"), tr("Sign out"));
    m_signOut->setToolTip(tr("What is here stays readable; nothing is sent or fetched until you sign in again"));
    m_changePassword = new QPushButton(kit::icon("key-round"), tr("Change password…"));
    connect(m_changePassword, &QPushButton::clicked, this, [this] { openPassword(true); });
    m_standing->addRow(tr("You"), rowOf({m_person, m_changePassword, m_signOut}, true));
    auto *path = new QLineEdit(QDir::toNativeSeparators(m_model.folder()));
    path->setReadOnly(true);
    path->setCursorPosition(0);
    auto *open = new QPushButton(kit::icon("folder-open"), tr("Show")), *copy = new QPushButton(kit::icon("copy"), tr("Copy"));
    connect(open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_model.folder())); });
    connect(copy, &QPushButton::clicked, path, [path] { QApplication::clipboard()->setText(path->text()); });
    m_standing->addRow(tr("Folder"), rowOf({path, open, copy}, true), tr("Agents, conversations and recordings are all in here."));
    connect(m_sync, &QPushButton::clicked, &m_model, &WorkspaceViewModel::syncNow);
    connect(m_signOut, &QPushButton::clicked, &m_model, &WorkspaceViewModel::signOut);
    m_sections->addWidget(m_standing);
}

// A certificate nobody vouches for is shown to be compared, before anything is sent.
void WorkspacePage::makeCertificate()
{
    m_certificate = new SettingsSection(u"certificate"_s, tr("Compare the server's certificate"), {});
    m_certificateText = new kit::TextBlock;
    m_fingerprint = new kit::TextBlock({}, TextStyle::Mono);
    m_fingerprint->setMinimumHeight(2 * kit::Theme::of(this).px(22));
    auto *same = new QPushButton(kit::icon("shield"), tr("It is the same: trust it")), *cancel = new QPushButton(tr("Do not trust it"));
    kit::setRole(same, kit::ButtonRole::Primary);
    kit::setRole(cancel, kit::ButtonRole::Quiet);
    m_certificate->addWide(m_certificateText);
    m_certificate->addRow(tr("Fingerprint (SHA-256)"), m_fingerprint);
    m_certificate->addRow({}, rowOf({same, cancel}, false));
    connect(same, &QPushButton::clicked, &m_model, &WorkspaceViewModel::trust);
    connect(cancel, &QPushButton::clicked, &m_model, &WorkspaceViewModel::distrust);
    m_sections->addWidget(m_certificate);
    m_certificate->hide();
}

void WorkspacePage::showCertificate()
{
    const QByteArray &fingerprint = m_model.unknownCertificate();
    m_certificateText->setText(m_model.isCertificateChanged()
                                   ? tr("This server shows another certificate than the one you trusted. It may have been renewed, or somebody stands between you and it. "
                                        "Nothing was sent. Compare the new fingerprint with whoever runs the server.")
                                   : tr("Nobody this computer knows vouches for this server. That is usual for a server of one's own. Compare the fingerprint with whoever "
                                        "runs it; nothing was sent yet."));
    m_certificateText->setMeaning(m_model.isCertificateChanged() ? kit::Meaning::Error : kit::Meaning::Neutral);
    m_fingerprint->setText(readable(fingerprint));
    m_certificate->setVisible(!fingerprint.isEmpty());
    if (!fingerprint.isEmpty()) m_scroll->ensureVisible(0, 0);
}

void WorkspacePage::makePassword()
{
    m_newPassword = new SettingsSection(u"password"_s, tr("Change your password"), tr("Your other sessions end with it; this one goes on."));
    m_current = new QLineEdit;
    m_next = new QLineEdit;
    m_next->setPlaceholderText(tr("twelve characters or more"));
    for (QLineEdit *field : {m_current, m_next}) {
        field->setEchoMode(QLineEdit::Password);
        field->setMinimumWidth(kit::Theme::of(this).px(320));
    }
    m_keepPassword = new QPushButton(tr("Change the password"));
    auto *cancel = new QPushButton(tr("Cancel"));
    kit::setRole(m_keepPassword, kit::ButtonRole::Primary);
    kit::setRole(cancel, kit::ButtonRole::Quiet);
    m_newPassword->addRow(tr("Password now"), m_current);
    m_newPassword->addRow(tr("New password"), m_next);
    m_newPassword->addRow({}, rowOf({m_keepPassword, cancel}, false));
    const auto check = [this] { m_keepPassword->setEnabled(!m_current->text().isEmpty() && !m_next->text().isEmpty() && !m_model.isBusy()); };
    for (QLineEdit *field : {m_current, m_next}) connect(field, &QLineEdit::textChanged, this, check);
    connect(&m_model, &WorkspaceViewModel::busyChanged, this, check);
    connect(m_next, &QLineEdit::returnPressed, m_keepPassword, &QPushButton::click);
    connect(m_keepPassword, &QPushButton::clicked, this, [this] { m_model.changePassword(m_current->text(), m_next->text()); });
    connect(cancel, &QPushButton::clicked, this, [this] { openPassword(false); });
    m_sections->addWidget(m_newPassword);
    openPassword(false);
}

void WorkspacePage::openPassword(bool open)
{
    for (QLineEdit *field : {m_current, m_next}) field->clear();
    m_keepPassword->setEnabled(false);
    m_newPassword->setVisible(open);
    if (open) m_current->setFocus();
}

void WorkspacePage::makeSignIn()
{
    m_signIn = new SettingsSection(u"sign-in"_s, tr("Sign in again"), tr("Your session has ended. What you made meanwhile waits here and goes to the server then."));
    m_signInEmail = new QLineEdit;
    m_signInPassword = new QLineEdit;
    m_signInPassword->setEchoMode(QLineEdit::Password);
    auto *go = new QPushButton(tr("Sign in"));
    m_signIn->addRow(tr("E-mail"), m_signInEmail);
    m_signIn->addRow(tr("Password"), m_signInPassword);
    m_signIn->addRow({}, go);
    m_signInProviders = new QWidget;
    (new QHBoxLayout(m_signInProviders))->setContentsMargins(0, 0, 0, 0);
    m_signIn->addRow({}, m_signInProviders);
    for (QLineEdit *field : {m_signInEmail, m_signInPassword}) field->setMinimumWidth(kit::Theme::of(this).px(320));
    const auto signIn = [this] { m_model.signIn(m_signInEmail->text(), m_signInPassword->text()); };
    connect(go, &QPushButton::clicked, this, signIn);
    connect(m_signInPassword, &QLineEdit::returnPressed, this, signIn);
    m_sections->addWidget(m_signIn);
}

void WorkspacePage::makeJoin()
{
    m_join = new SettingsSection(u"join"_s, tr("Join a team"),
                                 tr("With the link of an invitation, or the address of a server where you have an account. It becomes a workspace of its own."));
    m_link = new QLineEdit;
    m_link->setPlaceholderText(u"https://voxdesk.example.org/join#…"_s);
    m_link->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_join->addRow(tr("Link or address"), m_link);
    const auto field = [this](const QString &label, QLineEdit *&edit) {
        edit = new QLineEdit;
        edit->setMinimumWidth(kit::Theme::of(this).px(320));
        QWidget *box = indented(labelled(label, edit));
        m_join->addWide(box);
        connect(edit, &QLineEdit::textChanged, this, &WorkspacePage::refresh);
        return box;
    };
    m_nameRow = field(tr("Your name"), m_name);
    m_emailRow = field(tr("E-mail"), m_email);
    m_passwordRow = field(tr("Password"), m_password);
    m_password->setEchoMode(QLineEdit::Password);
    m_joinButton = new QPushButton(tr("Join"));
    m_cancel = new QPushButton(tr("Cancel"));
    kit::setRole(m_joinButton, kit::ButtonRole::Primary);
    kit::setRole(m_cancel, kit::ButtonRole::Quiet);
    m_buttons = indented(rowOf({m_joinButton, m_cancel}, false));
    m_join->addWide(m_buttons);
    m_providers = new QWidget;
    (new QHBoxLayout(m_providers))->setContentsMargins(0, 0, 0, 0);
    m_providersRow = indented(m_providers);
    m_join->addWide(m_providersRow);
    connect(m_link, &QLineEdit::textChanged, this, &WorkspacePage::readLink);
    connect(m_joinButton, &QPushButton::clicked, this, &WorkspacePage::join);
    connect(m_password, &QLineEdit::returnPressed, this, &WorkspacePage::join);
    connect(m_cancel, &QPushButton::clicked, &m_model, &WorkspaceViewModel::cancel);
    m_sections->addWidget(m_join);
}

void WorkspacePage::makeKnown()
{
    m_known = new SettingsSection(u"workspaces"_s, tr("Workspaces on this computer"), {});
    m_knownList = new QWidget;
    (new QVBoxLayout(m_knownList))->setContentsMargins(0, 0, 0, 0);
    m_known->addWide(m_knownList);
    m_sections->addWidget(m_known);
}

void WorkspacePage::makeCopy()
{
    m_copy = new SettingsSection(u"copy"_s, tr("Copy agents into a team's workspace"),
                                 tr("The copies begin there without a history. Conversations and recordings are not copied."));
    m_copyList = new QWidget;
    auto *grid = new QGridLayout(m_copyList);
    grid->setContentsMargins(0, 0, 0, 0);
    m_copy->addWide(m_copyList);
    m_copyTarget = new QComboBox;
    m_copyTarget->setMinimumWidth(kit::Theme::of(this).px(240));
    m_copyTarget->setAccessibleName(tr("Into"));
    m_copyButton = new QPushButton(tr("Copy into the team"));
    m_copy->addRow(tr("Into"), rowOf({m_copyTarget, m_copyButton}, false));
    connect(m_copyButton, &QPushButton::clicked, this, [this] {
        QList<DocumentId> chosen;
        for (const auto &[agent, box] : std::as_const(m_boxes))
            if (box->isChecked()) chosen.append(agent);
        for (const KnownWorkspace &known : m_model.known())
            if (known.folder == m_copyTarget->currentData().toString()) m_model.copyInto(known, chosen);
    });
    m_sections->addWidget(m_copy);
}

void WorkspacePage::focusJoin()
{
    m_link->setFocus();
}

void WorkspacePage::refresh()
{
    const SyncWords words = syncWords(m_model.state(), {QDateTime::currentMSecsSinceEpoch()});
    const kit::Theme &theme = kit::Theme::of(this);
    const QColor ink = words.meaning == kit::Meaning::Neutral ? theme[Colour::Text2] : theme.strong(words.meaning);
    m_state->setPixmap(kit::iconPixmap(words.icon, theme.metrics().icon, ink, devicePixelRatioF()));
    m_stateText->setText(words.sentence);
    const bool team = m_model.isTeam();
    m_sync->setVisible(team);
    m_server->setText(team ? m_model.serverName() : tr("none"));
    const Membership *me = m_model.me();
    m_person->setText(me ? me->name + u", "_s + roleWord(me->role) + (me->email.isEmpty() ? QString() : u" · "_s + me->email) : tr("Owner of this workspace"));
    m_person->setToolTip(me ? roleSentence(me->role) : QString());
    const bool refused = needsSignIn(m_model.state());
    m_signOut->setVisible(team && !refused);
    m_changePassword->setVisible(m_model.hasPassword() && !refused);
    m_signIn->setVisible(team && refused);
    if (std::exchange(m_wasRefused, team && refused) != (team && refused) && m_wasRefused && m_link->text().isEmpty()) m_model.lookForProvidersHere();
    if (me && m_signInEmail->text().isEmpty()) m_signInEmail->setText(me->email);
    m_join->setVisible(m_model.canJoin());
    const auto link = WorkspaceViewModel::read(m_link->text());
    const bool server = link && !link->server.isEmpty(), invited = link && !link->invitation.isEmpty();
    kit::setFault(m_link, !m_link->text().trimmed().isEmpty() && !server);
    m_nameRow->setVisible(server && invited);
    m_emailRow->setVisible(server);
    m_passwordRow->setVisible(server);
    m_buttons->setVisible(server);
    m_password->setPlaceholderText(invited ? tr("choose one: twelve characters or more") : QString());
    m_joinButton->setText(m_model.isBusy() ? tr("Joining…") : invited ? tr("Join") : tr("Sign in"));
    const bool complete = server && !m_email->text().trimmed().isEmpty() && !m_password->text().isEmpty()
                          && (!invited || !m_name->text().trimmed().isEmpty());
    m_joinButton->setEnabled(complete && !m_model.isBusy());
    m_cancel->setVisible(m_model.isBusy());
    m_providersRow->setVisible(server && !m_model.providers().isEmpty());
    fillProviders(server ? m_providers : nullptr, [this] { return request(); });
    fillProviders(refused && !server ? m_signInProviders : nullptr, [this] { return m_model.requestHere(); });
    fillKnown();
    fillCopy();
}

// A button for each identity provider; `place` null: nowhere.
void WorkspacePage::fillProviders(QWidget *place, const std::function<JoinRequest()> &request)
{
    if (!place) return;
    QStringList shown{m_model.isBusy() ? u"busy"_s : QString()};
    for (const auto &provider : m_model.providers()) shown << provider.name << provider.label;
    if (std::exchange(m_shownProviders[place], shown) == shown && place->layout()->count() > 0) return;
    clear(place->layout());
    for (const auto &provider : m_model.providers()) {
        auto *button = new QPushButton(kit::icon("external-link"), tr("Go on with %1").arg(provider.label));
        button->setToolTip(tr("Opens the browser"));
        button->setEnabled(!m_model.isBusy());
        connect(button, &QPushButton::clicked, this, [this, request, name = provider.name] {
            m_model.joinThrough(name, request(), tr("You are signed in. Close this page and go back to Voxdesk."));
        });
        place->layout()->addWidget(button);
    }
}

void WorkspacePage::readLink()
{
    const auto link = WorkspaceViewModel::read(m_link->text());
    const QUrl server = link ? link->server : QUrl();
    // Each letter of a token is no new server.
    if (std::exchange(m_lookedAt, server) != server && !server.isEmpty()) m_model.lookForProviders(server);
    refresh();
}

JoinRequest WorkspacePage::request() const
{
    JoinRequest request;
    const auto link = WorkspaceViewModel::read(m_link->text());
    if (!link) return request;
    request.address = link->server.toString();
    request.invitation = link->invitation;
    request.name = m_name->text().simplified();
    request.email = m_email->text().trimmed();
    request.password = m_password->text();
    return request;
}

void WorkspacePage::join()
{
    if (m_joinButton->isEnabled()) m_model.join(request());
}

void WorkspacePage::fillKnown()
{
    QStringList shown;
    for (const KnownWorkspace &known : m_model.known()) shown << known.folder << known.name << known.server << (m_model.isOpen(known) ? u"open"_s : QString());
    if (std::exchange(m_shownKnown, shown) == shown) return; // what has the focus keeps it
    clear(m_knownList->layout());
    m_known->setVisible(m_model.known().size() > 1);
    for (const KnownWorkspace &known : m_model.known()) {
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(kit::Theme::of(this).metrics().grid);
        auto *sign = new QLabel;
        const kit::Theme &theme = kit::Theme::of(this);
        sign->setPixmap(kit::iconPixmap(known.isTeam() ? "server" : "hard-drive", theme.metrics().icon, theme[Colour::Text2], devicePixelRatioF()));
        const QString name = known.isTeam() ? known.name : QDir(known.folder).dirName();
        line->addWidget(sign);
        line->addWidget(kit::makeLabel(name, TextStyle::BodyStrong));
        line->addWidget(kit::makeLabel(known.isTeam() ? known.server : tr("on this computer"), TextStyle::Small, Colour::Text2), 1);
        if (m_model.isOpen(known)) {
            line->addWidget(kit::makeLabel(tr("open"), TextStyle::Small, Colour::Text2));
        } else {
            auto *open = new QPushButton(tr("Open"));
            open->setAccessibleName(tr("Open %1").arg(name));
            connect(open, &QPushButton::clicked, this, [this, folder = known.folder] { emit workspaceRequested(folder); });
            line->addWidget(open);
        }
        row->setToolTip(QDir::toNativeSeparators(known.folder));
        m_knownList->layout()->addWidget(row);
    }
}

void WorkspacePage::fillCopy()
{
    QList<KnownWorkspace> targets;
    for (const KnownWorkspace &known : m_model.known())
        if (known.isTeam() && !m_model.isOpen(known)) targets.append(known);
    m_copy->setVisible(!m_model.isTeam() && !targets.isEmpty() && !m_model.agents().isEmpty());
    m_copyButton->setEnabled(!m_model.isBusy());
    if (m_copyTarget->count() != targets.size()) {
        m_copyTarget->clear();
        for (const KnownWorkspace &target : std::as_const(targets)) m_copyTarget->addItem(target.name, target.folder);
    }
    QList<DocumentId> shown;
    for (const AgentRow &agent : m_model.agents()) shown.append(agent.id);
    if (shown == m_shownAgents) return; // what was chosen stays chosen
    m_shownAgents = shown;
    m_boxes.clear();
    clear(m_copyList->layout());
    auto *grid = static_cast<QGridLayout *>(m_copyList->layout());
    for (const AgentRow &agent : m_model.agents()) {
        auto *box = new QCheckBox(agent.name);
        box->setChecked(true);
        grid->addWidget(box, int(m_boxes.size()) / 2, int(m_boxes.size()) % 2);
        m_boxes.append({agent.id, box});
    }
}

} // namespace vox
