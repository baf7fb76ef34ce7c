#include "ui/screens/settings/team/workspace_page.h"
#include "app/wording/wording.h"
#include "ui/kit/roles.h"
#include "ui/kit/theme.h"
#include "ui/screens/settings/team/certificate_section.h"
#include "ui/screens/settings/team/copy_section.h"
#include "ui/screens/settings/team/join_section.h"
#include "ui/screens/settings/team/known_section.h"
#include "ui/screens/settings/team/password_section.h"
#include "ui/screens/settings/team/sign_in_section.h"
#include "ui/screens/settings/team/standing_section.h"
#include <QScrollArea>
#include <QVBoxLayout>

namespace vox {

WorkspacePage::WorkspacePage(WorkspaceViewModel &model, QWidget *parent) : QWidget(parent), m_model(model), m_scroll(new QScrollArea)
{
    kit::setSurface(this, kit::Colour::Surface1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(makeSections());
    all->addWidget(m_scroll);
    connect(&model, &WorkspaceViewModel::changed, this, &WorkspacePage::refresh);
    connect(&model, &WorkspaceViewModel::busyChanged, this, &WorkspacePage::refresh);
    connect(&model, &WorkspaceViewModel::providersChanged, this, &WorkspacePage::refresh);
    connect(m_join, &JoinSection::serverChanged, this, &WorkspacePage::refresh);
    connect(m_standing, &StandingSection::passwordRequested, this, [this] { m_password->setOpen(true); });
    connect(m_known, &KnownSection::workspaceRequested, this, &WorkspacePage::workspaceRequested);
    tell();
    refresh();
}

QWidget *WorkspacePage::makeSections()
{
    auto *page = new QWidget;
    kit::setSurface(page, kit::Colour::Surface1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *inner = new QWidget;
    inner->setMaximumWidth(kit::Theme::of(this).px(880));
    auto *sections = new QVBoxLayout(inner);
    sections->setContentsMargins(0, 0, 0, 0);
    sections->setSpacing(0);
    column->addWidget(inner);
    column->addStretch(1);
    auto *certificate = new CertificateSection(m_model, inner);
    connect(certificate, &CertificateSection::appeared, this, [this] { m_scroll->ensureVisible(0, 0); });
    m_standing = new StandingSection(m_model, inner);
    m_password = new PasswordSection(m_model, inner);
    m_signIn = new SignInSection(m_model, inner);
    m_join = new JoinSection(m_model, inner);
    m_known = new KnownSection(m_model, inner);
    m_copy = new CopySection(m_model, inner);
    for (QWidget *section : std::initializer_list<QWidget *>{certificate, m_standing, m_password, m_signIn, m_join, m_known, m_copy}) sections->addWidget(section);
    return page;
}

// What came of what was pressed.
void WorkspacePage::tell()
{
    connect(&m_model, &WorkspaceViewModel::passwordChanged, this, [this] {
        m_password->setOpen(false);
        emit noticed({Notice::Level::Information, tr("Your password is changed."), tr("Where you were signed in elsewhere, you sign in with the new one."), {}, {}});
    });
    connect(&m_model, &WorkspaceViewModel::failed, this, [this](const Error &error) {
        emit noticed({Notice::Level::Error, wording::whatHappened(error), wording::whatNext(error), {}, {}});
    });
    connect(&m_model, &WorkspaceViewModel::joined, this, [this](const QString &folder, const QString &name) {
        m_join->clearFields();
        emit noticed({Notice::Level::Information, tr("You are in “%1”.").arg(name), tr("Your own workspace stays as it is."), {}, {}});
        emit workspaceRequested(folder);
    });
    connect(&m_model, &WorkspaceViewModel::signedIn, this, [this] {
        m_signIn->forgetPassword();
        emit noticed({Notice::Level::Information, tr("You are signed in again."), {}, {}, {}});
    });
    connect(&m_model, &WorkspaceViewModel::copied, this, [this](int agents, const QString &into) {
        emit noticed({Notice::Level::Information, tr("%n agent(s) were copied into “%1”.", nullptr, agents).arg(into), tr("Yours stay here, too."), {}, {}});
    });
}

void WorkspacePage::focusJoin() { m_join->focusLink(); }

void WorkspacePage::refresh()
{
    m_standing->refresh();
    m_signIn->refresh(!m_join->hasServer());
    m_join->refresh();
    m_known->refresh();
    m_copy->refresh();
}

} // namespace vox
