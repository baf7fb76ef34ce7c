#include "ui/screens/settings/team/standing_section.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include "ui/screens/settings/team/role_words.h"
#include "ui/screens/settings/team/section_parts.h"
#include "ui/screens/sync_words.h"
#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

StandingSection::StandingSection(WorkspaceViewModel &model, QWidget *parent)
    : SettingsSection(u"workspace"_s, tr("This workspace"), {}, parent), m_model(model)
{
    addRow(tr("State"), makeState());
    m_server = kit::makeLabel({}, TextStyle::Mono);
    m_server->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addRow(tr("Server"), m_server);
    m_person = kit::makeLabel({}, TextStyle::Body);
    m_signOut = new QPushButton(kit::icon("log-out"), tr("Sign out"));
    m_signOut->setToolTip(tr("What is here stays readable; nothing is sent or fetched until you sign in again"));
    m_changePassword = new QPushButton(kit::icon("key-round"), tr("Change password…"));
    addRow(tr("You"), rowOf({m_person, m_changePassword, m_signOut}, Stretch::First));
    addRow(tr("Folder"), makeFolder(), tr("Agents, conversations and recordings are all in here."));
    connect(m_changePassword, &QPushButton::clicked, this, &StandingSection::passwordRequested);
    connect(m_sync, &QPushButton::clicked, &m_model, &WorkspaceViewModel::syncNow);
    connect(m_signOut, &QPushButton::clicked, &m_model, &WorkspaceViewModel::signOut);
}

QWidget *StandingSection::makeState()
{
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
    return row;
}

QWidget *StandingSection::makeFolder()
{
    auto *path = new QLineEdit(QDir::toNativeSeparators(m_model.folder()));
    path->setReadOnly(true);
    path->setCursorPosition(0);
    auto *open = new QPushButton(kit::icon("folder-open"), tr("Show")), *copy = new QPushButton(kit::icon("copy"), tr("Copy"));
    connect(open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_model.folder())); });
    connect(copy, &QPushButton::clicked, path, [path] { QApplication::clipboard()->setText(path->text()); });
    return rowOf({path, open, copy}, Stretch::First);
}

void StandingSection::refresh()
{
    const SyncWords words = syncWords(m_model.state(), {QDateTime::currentMSecsSinceEpoch()});
    const kit::Theme &theme = kit::Theme::of(this);
    const QColor ink = words.meaning == kit::Meaning::Neutral ? theme[Colour::Text2] : theme.strong(words.meaning);
    m_state->setPixmap(kit::iconPixmap(words.icon, theme.metrics().icon, ink, devicePixelRatioF()));
    m_stateText->setText(words.sentence);
    const bool team = m_model.isTeam(), refused = needsSignIn(m_model.state());
    m_sync->setVisible(team);
    m_server->setText(team ? m_model.serverName() : tr("none"));
    const Membership *me = m_model.me();
    m_person->setText(me ? me->name + u", "_s + roleWord(me->role) + (me->email.isEmpty() ? QString() : u" · "_s + me->email) : tr("Owner of this workspace"));
    m_person->setToolTip(me ? roleSentence(me->role) : QString());
    m_signOut->setVisible(team && !refused);
    m_changePassword->setVisible(m_model.hasPassword() && !refused);
}

} // namespace vox
