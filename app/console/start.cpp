#include "app/console/start.h"
#include "app/console/console.h"
#include "app/console/startup_trace.h"
#include "app/wording/language.h"
#include "app/wording/wording.h"
#include "app/workspace/workspace.h"
#include "ui/kit/style.h"
#include "ui/screens/screen.h"
#include "ui/screens/shell/held_window.h"
#include "ui/screens/shell/shell_window.h"
#include <QApplication>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>
#include <cstdio>

namespace vox::console {

using namespace Qt::StringLiterals;

namespace {

bool hasDisplay() { return QGuiApplication::platformName() != "offscreen"_L1 && QGuiApplication::platformName() != "minimal"_L1; }

const QString kLastWorkspace = u"workspace/last"_s;

} // namespace

Start::Start(QApplication &app, kit::Style &style, const Options &options, const Surroundings &surroundings)
    : m_app(app), m_style(style), m_options(options), m_surroundings(surroundings)
{
}

Start::~Start() = default;

QString Start::lastWorkspace() const
{
    const QString last = QSettings().value(kLastWorkspace).toString();
    return !last.isEmpty() && QFileInfo::exists(last + u"/workspace.sqlite"_s) ? last : m_surroundings.homeFolder;
}

bool Start::open(const QString &folder)
{
    auto workspace = Workspace::open(folder, Workspace::Role::Console, Workspace::Missing::CreateDemo);
    if (!workspace) return refuse(workspace.error());
    traceStartup("workspace opened");
    QSettings().setValue(kLastWorkspace, (*workspace)->folder());
    m_console = std::make_unique<Console>(m_app, m_style, std::move(*workspace), m_surroundings);
    // Not from within the signal: the console that asks is closed by it.
    connect(m_console.get(), &Console::workspaceRequested, this, &Start::change, Qt::QueuedConnection);
    m_console->show(m_options.screen);
    emit opened();
    return true;
}

// Another workspace in the place of this one; back to this one when it cannot be opened.
void Start::change(const QString &folder)
{
    const QString before = m_console->workspace().folder();
    m_console->window().rememberLayout();
    m_console.reset();
    if (!open(folder) && !open(before)) QApplication::exit(1);
}

bool Start::refuse(const Error &error)
{
    std::fputs((wording::sentence(error) + u'\n').toUtf8().constData(), stderr);
    if (!hasDisplay()) return false;
    if (!m_language) {
        m_language = std::make_unique<Language>(m_app);
        m_language->speak(QLocale::system().name().section(u'_', 0, 0));
    }
    m_held = std::make_unique<HeldWindow>(wording::whatHappened(error), wording::whatNext(error));
    connect(m_held.get(), &HeldWindow::folderChosen, this, [this](const QString &folder) {
        m_held.release()->deleteLater();
        m_language.reset();
        open(folder);
    });
    m_held->show();
    return true;
}

} // namespace vox::console
