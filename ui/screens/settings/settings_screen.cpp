#include "ui/screens/settings/settings_screen.h"
#include "app/ports/sound_check.h"
#include "app/workspace/settings.h"
#include "app/workspace/workspace.h"
#include "ui/kit/page_header.h"
#include "ui/kit/roles.h"
#include "ui/kit/theme.h"
#include "ui/screens/settings/settings_sections.h"
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;

SettingsScreen::SettingsScreen(const Sources &sources, QWidget *parent)
    : Screen(parent), m_sources(sources), m_providers(sources.workspace.settings(), sources.secrets), m_vendors(sources.workspace.settings()),
      m_telemetry(sources.workspace.settings())
{
    (new QVBoxLayout(this))->setContentsMargins(0, 0, 0, 0);
    build();
}

SettingsScreen::~SettingsScreen()
{
    delete m_all; // sections before the providers they show
}

void SettingsScreen::build()
{
    const int scrolled = m_scroll ? m_scroll->verticalScrollBar()->value() : 0;
    delete m_all;
    m_all = new QWidget;
    layout()->addWidget(m_all);
    auto *column = new QVBoxLayout(m_all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new kit::PageHeader(title()));
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
    list->addWidget(makeTelemetrySection(m_telemetry));
    list->addWidget(makeInstalledSection(m_sources.installed));
    list->addWidget(makeWorkspaceSection(m_sources.workspace));
    sections->addWidget(inner);
    sections->addStretch(1);
    m_scroll->setWidget(page);
    column->addWidget(m_scroll, 1);
    m_scroll->verticalScrollBar()->setValue(scrolled);
}

void SettingsScreen::open(const QString &section)
{
    for (SettingsSection *each : findChildren<SettingsSection *>())
        if (each->key() == section) m_scroll->verticalScrollBar()->setValue(each->y());
}

QJsonObject SettingsScreen::saveState() const
{
    return {{u"scrolled"_s, m_scroll->verticalScrollBar()->value()}};
}

void SettingsScreen::restoreState(const QJsonObject &state)
{
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
