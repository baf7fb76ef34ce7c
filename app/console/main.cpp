// voxdesk: the console. A thin composition root.
#include "app/console/console.h"
#include "app/console/console_models.h"
#include "app/console/options.h"
#include "app/console/screenshots.h"
#include "app/console/start.h"
#include "app/console/startup_trace.h"
#include "app/security/process_memory.h"
#include "app/shelf/model_host.h"
#include "app/wording/wording.h"
#include "app/workspace/workspace.h"
#include "ui/kit/style.h"
#include <QApplication>
#include <QTemporaryDir>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {

void say(std::FILE *stream, const QString &text) { std::fputs((text + u'\n').toUtf8().constData(), stream); }

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
    hostModelIfAsked(argc, argv);
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
    console::Start start(app, style, *options);
    if (!start.open(options->workspace.isEmpty() ? start.lastWorkspace() : options->workspace)) return 1;
    return QApplication::exec();
}
