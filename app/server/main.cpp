// voxdeskd: the team server. A thin composition root; see running_server.h.
#include "app/api/stop_signal.h"
#include "app/security/process_memory.h"
#include "app/server/running_server.h"
#include "app/wording/language.h"
#include "app/wording/wording.h"
#include "vox_build.h"
#include <QCoreApplication>
#include <QProcessEnvironment>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {

void print(const QString &line, std::FILE *to = stdout)
{
    std::fputs((line + u'\n').toLocal8Bit().constData(), to);
    std::fflush(to);
}

int complain(const Error &error)
{
    print(u"voxdeskd: "_s + wording::sentence(error), stderr);
    if (!error.detail.isEmpty()) print(u"  "_s + error.detail, stderr);
    return error.code == Error::Code::Usage ? 2 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    keepMemoryPrivate();
    QCoreApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"Voxdesk"_s);
    QCoreApplication::setApplicationName(u"Voxdesk"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(build::version));
    Language language(app);
    language.speak(languageFor({}, QProcessEnvironment::systemEnvironment()));

    const auto options = ServerOptions::parse(QCoreApplication::arguments());
    if (!options) return complain(options.error());
    if (options->help) return print(ServerOptions::helpText()), 0;
    if (options->version) return print(QCoreApplication::applicationVersion()), 0;
    if (options->newOwnerLink) {
        const auto link = RunningServer::newOwnerLink(*options);
        if (!link) return complain(link.error());
        return print(*link), 0;
    }
    StopSignal stop;
    const auto server = RunningServer::start(*options);
    if (!server) return complain(server.error());
    print(wording::translated("voxdeskd", "Listening on %1").arg((*server)->address()));
    if (!(*server)->ownerLink().isEmpty())
        print(wording::translated("voxdeskd", "The first administrator signs in with this link, once: %1").arg((*server)->ownerLink()));
    stop.wait([&server] { (*server)->refresh(); });
    print(wording::translated("voxdeskd", "Stopping"));
    (*server)->stop();
    return 0;
}
