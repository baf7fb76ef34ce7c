// voxdesk: the console. A thin composition root.
#include "app/console/console.h"
#include "app/console/console_models.h"
#include "app/console/options.h"
#include "app/console/screenshots.h"
#include "app/console/startup_trace.h"
#include "app/security/process_memory.h"
#include "app/wording/wording.h"
#include "app/workspace/workspace.h"
#include "ui/kit/style.h"
#include "ui/screens/shell/held_window.h"
#include "ui/screens/screen.h"
#include "ui/screens/shell/shell_window.h"
#include "app/wording/language.h"
#include <QApplication>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {

void say(std::FILE *stream, const QString &text) { std::fputs((text + u'\n').toUtf8().constData(), stream); }

bool hasDisplay() { return QGuiApplication::platformName() != "offscreen"_L1 && QGuiApplication::platformName() != "minimal"_L1; }

const QString kLastWorkspace = u"workspace/last"_s;

// Where the last session was, as long as that is there.
QString lastWorkspace()
{
    const QString last = QSettings().value(kLastWorkspace).toString();
    return !last.isEmpty() && QFileInfo::exists(last + u"/workspace.sqlite"_s) ? last : Workspace::defaultFolder();
}

// Opens the workspace and shows the console; another folder when somebody holds it.
class Start : public QObject {
public:
    Start(QApplication &app, kit::Style &style, const console::Options &options) : m_app(app), m_style(style), m_options(options) {}

    bool open(const QString &folder)
    {
        auto workspace = Workspace::open(folder, Workspace::Role::Console, Workspace::Missing::CreateDemo);
        if (!workspace) return refuse(workspace.error());
        console::traceStartup("workspace opened");
        QSettings().setValue(kLastWorkspace, (*workspace)->folder());
        m_console = std::make_unique<console::Console>(m_app, m_style, std::move(*workspace));
        // Not from within the signal: the console that asks is closed by it.
        connect(m_console.get(), &console::Console::workspaceRequested, this, &Start::change, Qt::QueuedConnection);
        m_console->show(m_options.screen);
        return true;
    }

    // Another workspace in the place of this one; back to this one when it cannot be opened.
    void change(const QString &folder)
    {
        const QString before = m_console->workspace().folder();
        m_console->window().rememberLayout();
        m_console.reset();
        if (!open(folder) && !open(before)) QApplication::exit(1);
    }

private:
    bool refuse(const Error &error)
    {
        say(stderr, wording::sentence(error));
        if (!hasDisplay()) return false;
        if (!m_language) {
            m_language = std::make_unique<Language>(m_app);
            m_language->speak(QLocale::system().name().section(u'_', 0, 0));
        }
        m_held = std::make_unique<HeldWindow>(wording::whatHappened(error), wording::whatNext(error));
        QObject::connect(m_held.get(), &HeldWindow::folderChosen, this, [this](const QString &folder) {
            m_held.release()->deleteLater();
            m_language.reset();
            open(folder);
        });
        m_held->show();
        return true;
    }

    QApplication &m_app;
    kit::Style &m_style;
    const console::Options m_options;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<HeldWindow> m_held;
    std::unique_ptr<console::Console> m_console;
};

// On a workspace of its own, so that nobody's conversations are in the pictures.
int takePictures(QApplication &app, kit::Style &style, const console::Options &options)
{
    QTemporaryDir folder;
    const QString path = options.workspace.isEmpty() ? folder.filePath(u"Demo"_s) : options.workspace;
    if (options.workspace.isEmpty())
        if (const auto made = console::makeDemoTeam(path); !made) {
            say(stderr, wording::sentence(made.error()));
            return 1;
        }
    auto workspace = Workspace::open(path, Workspace::Role::Console, Workspace::Missing::CreateDemo);
    if (!workspace) {
        say(stderr, wording::sentence(workspace.error()));
        return 1;
    }
    console::Console console(app, style, std::move(*workspace));
    console::Screenshots pictures(console, options);
    QObject::connect(&pictures, &console::Screenshots::finished, &app, [](int status) { QCoreApplication::exit(status); }, Qt::QueuedConnection);
    pictures.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    keepMemoryPrivate();
    console::traceStartup("main");
    QStringList arguments;
    for (int i = 0; i < argc; ++i) arguments.append(QString::fromLocal8Bit(argv[i]));
    if (arguments.value(1) == "--try-model"_L1) {
        const QCoreApplication app(argc, argv);
        return console::tryModelIfAsked(arguments).value_or(2);
    }
    const auto options = console::Options::read(arguments);
    if (!options) {
        say(stderr, wording::sentence(options.error()));
        return 2;
    }
    if (options->help) {
        say(stdout, console::Options::helpText());
        return 0;
    }
    if (!options->screenshots.isEmpty()) {
        // Pictures need no display, and look the same wherever they are made.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_SCALE_FACTOR", QByteArray::number(options->scale));
    }
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"Voxdesk"_s);
    QCoreApplication::setApplicationName(u"Voxdesk"_s);
    QCoreApplication::setApplicationVersion(u"0.1.0"_s);
    kit::Style &style = kit::Style::install(app);
    console::traceStartup("look");
    if (!options->screenshots.isEmpty()) return takePictures(app, style, *options);
    Start start(app, style, *options);
    if (!start.open(options->workspace.isEmpty() ? lastWorkspace() : options->workspace)) return 1;
    return QApplication::exec();
}
