// voxctl: the command line for QA and CI. A thin composition root: each command is one file.
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "models/base/error.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {

struct Command {
    const char *name;
    const char *help;
    int (*run)(const QStringList &);
};
constexpr Command kCommands[] = {
    {"talk", "Talks to an agent with a recorded or a written caller.", ctl::talk},
    {"agents", "Lists, shows, checks, imports and exports agents.", ctl::agents},
    {"conversations", "Lists, shows and exports past conversations.", ctl::conversations},
    {"suite", "Runs talks: written conversations that must go as they stand.", ctl::suite},
    {"demo", "The demo callers talk to the demo agents, aloud to a recording.", ctl::demo},
    {"bench", "Measures this machine: delay of answers, barge-in.", ctl::bench},
};

void help()
{
    ctl::print(u"Usage: voxctl COMMAND [arguments]\n\nCommands:"_s);
    for (const Command &command : kCommands)
        ctl::print(u"  %1 %2"_s.arg(QLatin1String(command.name), -14).arg(QLatin1String(command.help)));
    ctl::print(u"\nvoxctl COMMAND --help tells more. Exit status: 0 good, 1 the conversation or check failed, 2 usage."_s);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"Voxdesk"_s);
    QCoreApplication::setApplicationName(u"Voxdesk"_s);
    const QStringList arguments = QCoreApplication::arguments();
    const QString name = arguments.value(1);
    if (name.isEmpty() || name == "--help"_L1 || name == "-h"_L1 || name == "help"_L1) {
        help();
        return name.isEmpty() ? ctl::Usage : ctl::Good;
    }
    for (const Command &command : kCommands)
        if (name == QLatin1String(command.name)) return command.run(arguments.mid(2));
    ctl::complain(Error(Error::Code::Usage, {u"There is no command “%1”."_s.arg(name)}));
    return ctl::Usage;
}
