#include "ui/screens/settings/settings_screen.h"
#include "app/ports/sound_check.h"
#include "app/workspace/settings.h"
#include "app/workspace/workspace.h"
#include "ui/kit/page_header.h"
#include "ui/kit/roles.h"
#include "ui/kit/theme.h"
#include "ui/screens/settings/models_page.h"
#include "ui/screens/settings/settings_sections.h"
#include "ui/screens/settings/team/audit_page.h"
#include "ui/screens/settings/team/doors_page.h"
#include "ui/screens/settings/team/keys_page.h"
#include "ui/screens/settings/team/people_page.h"
#include "ui/screens/settings/team/secrets_page.h"
#include "ui/screens/settings/team/workspace_page.h"
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char *, SettingsScreen::TabCount> tabKeys{"computer", "models", "workspace", "people", "keys", "secrets", "sign-in", "audit"};

} // namespace

SettingsScreen::SettingsScreen(const Sources &sources, QWidget *parent)
    : Screen(parent), m_sources(sources), m_providers(sources.workspace.settings(), sources.secrets), m_vendors(sources.workspace.settings()),
      m_telemetry(sources.workspace.settings()), m_reach(sources.workspace.settings()), m_models(sources.models), m_workspace(sources.workspace, sources.team)
{
    (new QVBoxLayout(this))->setContentsMargins(0, 0, 0, 0);
    build();
}

SettingsScreen::~SettingsScreen()
{
    delete m_all; // sections before what they show
}

void SettingsScreen::build()
{
    const int scrolled = m_scroll ? m_scroll->verticalScrollBar()->value() : 0, tab = m_tabs ? m_tabs->currentIndex() : 0;
    delete m_all;
    m_all = new QWidget;
    layout()->addWidget(m_all);
    auto *column = new QVBoxLayout(m_all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new kit::PageHeader(title());
    m_tabs = head->tabs();
    for (const QString &name : {tr("This computer"), tr("Models"), tr("Workspace"), tr("People"), tr("API keys"), tr("Secrets"), tr("Sign-in"), tr("Audit")}) m_tabs->addTab(name);
    column->addWidget(head);
    m_stack = new QStackedWidget;
    m_stack->addWidget(makeComputer());
    for (int i = 1; i < TabCount; ++i) m_stack->addWidget(new QWidget); // made when first looked at
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        ensurePage(index);
        m_stack->setCurrentIndex(index);
        emit actionsChanged(); // the shell remembers where one is
    });
    m_tabs->setCurrentIndex(tab);
    m_scroll->verticalScrollBar()->setValue(scrolled);
}

QWidget *SettingsScreen::makeComputer()
{
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    auto *page = new QWidget;
    kit::setSurface(page, kit::Colour::Surface1);
    auto *sections = new QVBoxLayout(page);
    sections->setContentsMargins(0, 0, 0, 0);
    sections->setSpacing(0);
    auto *inner = new QWidget;
    inner->setMaximumWidth(kit::Theme::of(this).px(880));
    auto *list = new QVBoxLayout(inner);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    list->addWidget(makeAppearanceSection(m_sources.appearance));
    list->addWidget(makeSoundSection(m_sources.devices, m_sources.check));
    list->addWidget(makeProvidersSection(m_providers, [this](const Notice &notice) { emit noticed(notice); }));
    list->addWidget(makeVendorsSection(m_vendors, m_providers, [this](const Notice &notice) { emit noticed(notice); }));
    list->addWidget(makeReachSection(m_reach));
    list->addWidget(makeTelemetrySection(m_telemetry));
    sections->addWidget(inner);
    sections->addStretch(1);
    m_scroll->setWidget(page);
    return m_scroll;
}

QWidget *SettingsScreen::makePage(Tab tab)
{
    SyncDriver *sync = m_sources.team.sync;
    TeamPage *page = nullptr;
    switch (tab) {
    case Models: {
        auto *models = new ModelsPage(m_models);
        connect(models, &ModelsPage::noticed, this, &SettingsScreen::noticed);
        return models;
    }
    case WorkspaceTab: {
        auto *workspace = new WorkspacePage(m_workspace);
        connect(workspace, &WorkspacePage::noticed, this, &SettingsScreen::noticed);
        connect(workspace, &WorkspacePage::workspaceRequested, this, &SettingsScreen::workspaceRequested);
        return workspace;
    }
    case People:
        if (!m_people) m_people = std::make_unique<PeopleViewModel>(sync);
        page = new PeoplePage(*m_people);
        break;
    case Keys:
        if (!m_keys) m_keys = std::make_unique<KeysViewModel>(sync);
        page = new KeysPage(*m_keys);
        break;
    case Secrets:
        if (!m_secrets) m_secrets = std::make_unique<SecretsViewModel>(sync);
        page = new SecretsPage(*m_secrets);
        break;
    case Doors:
        if (!m_doors) m_doors = std::make_unique<DoorsViewModel>(sync);
        page = new DoorsPage(*m_doors);
        break;
    case Audit:
        if (!m_audit) m_audit = std::make_unique<AuditViewModel>(sync);
        page = new AuditPage(*m_audit);
        break;
    case Computer:
    case TabCount: return nullptr;
    }
    connect(page, &TeamPage::noticed, this, &SettingsScreen::noticed);
    connect(page, &TeamPage::joinRequested, this, [this] {
        m_tabs->setCurrentIndex(WorkspaceTab);
        if (auto *workspace = qobject_cast<WorkspacePage *>(m_stack->widget(WorkspaceTab))) workspace->focusJoin();
    });
    return page;
}

void SettingsScreen::ensurePage(int tab)
{
    if (tab <= Computer || tab >= TabCount || m_stack->widget(tab)->metaObject() != &QWidget::staticMetaObject) return;
    QWidget *page = makePage(Tab(tab));
    delete m_stack->widget(tab);
    m_stack->insertWidget(tab, page);
}

void SettingsScreen::open(const QString &section)
{
    if (section.isEmpty()) return;
    for (int tab = 0; tab < TabCount; ++tab)
        if (section == QLatin1StringView(tabKeys[size_t(tab)])) return m_tabs->setCurrentIndex(tab);
    for (SettingsSection *each : m_scroll->findChildren<SettingsSection *>()) {
        if (each->key() != section) continue;
        m_tabs->setCurrentIndex(Computer);
        m_scroll->verticalScrollBar()->setValue(each->y());
    }
}

QJsonObject SettingsScreen::saveState() const
{
    return {{u"scrolled"_s, m_scroll->verticalScrollBar()->value()}, {u"tab"_s, QString::fromLatin1(tabKeys[size_t(m_tabs->currentIndex())])}};
}

void SettingsScreen::restoreState(const QJsonObject &state)
{
    open(state.value("tab"_L1).toString());
    m_scroll->verticalScrollBar()->setValue(state.value("scrolled"_L1).toInt());
}

void SettingsScreen::changeEvent(QEvent *event)
{
    Screen::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_all) QMetaObject::invokeMethod(this, &SettingsScreen::build, Qt::QueuedConnection);
}

// Nobody is listened to on a screen that is not seen.
void SettingsScreen::hideEvent(QHideEvent *event)
{
    m_sources.check.listen(false);
    Screen::hideEvent(event);
}

} // namespace vox
