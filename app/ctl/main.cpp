// voxctl: the command line for QA and CI. A thin composition root: each command is one file.
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/security/process_memory.h"
#include "app/shelf/model_host.h"
#include "app/wording/language.h"
#include "models/base/error.h"
#include <QCoreApplication>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {

struct Command {
    const char *name;
    const char *help;
    int (*run)(const QStringList &);
};
constexpr Command kCommands[] = {
    {"talk", QT_TRANSLATE_NOOP("voxctl", "Talks to an agent with a recorded or a written caller."), ctl::talk},
    {"agents", QT_TRANSLATE_NOOP("voxctl", "Lists, shows, checks, imports and exports agents."), ctl::agents},
    {"conversations", QT_TRANSLATE_NOOP("voxctl", "Lists, shows and exports past conversations."), ctl::conversations},
    {"suite", QT_TRANSLATE_NOOP("voxctl", "Runs talks: written conversations that must go as they stand."), ctl::suite},
    {"demo", QT_TRANSLATE_NOOP("voxctl", "The demo callers talk to the demo agents, aloud to a recording."), ctl::demo},
    {"secrets", QT_TRANSLATE_NOOP("voxctl", "Lists, sets and removes the keys of providers on this computer."), ctl::secrets},
    {"login", QT_TRANSLATE_NOOP("voxctl", "Signs in to a server; the workspace becomes a replica."), ctl::login},
    {"logout", QT_TRANSLATE_NOOP("voxctl", "Ends the session at the server."), ctl::logout},
    {"sync", QT_TRANSLATE_NOOP("voxctl", "Exchanges documents and conversations with the server."), ctl::sync},
    {"server", QT_TRANSLATE_NOOP("voxctl", "Asks a server how it is."), ctl::server},
    {"keys", QT_TRANSLATE_NOOP("voxctl", "Shows, makes and revokes API keys."), ctl::keys},
    {"backup", QT_TRANSLATE_NOOP("voxctl", "Writes a workspace into one file."), ctl::backup},
    {"restore", QT_TRANSLATE_NOOP("voxctl", "Fills an empty workspace or server from a backup."), ctl::restore},
    {"settings", QT_TRANSLATE_NOOP("voxctl", "Reads and changes settings of the workspace."), ctl::settings},
    {"models", QT_TRANSLATE_NOOP("voxctl", "Lists, adds, tries and removes models of speech recognition."), ctl::models},
    {"bench", QT_TRANSLATE_NOOP("voxctl", "Measures this machine: delay of answers, barge-in."), ctl::bench},
};

void help()
{
    using ctl::translated;
    ctl::print(translated("voxctl", "Usage: voxctl [--language en|ru] COMMAND [arguments]") + u"\n\n"_s + translated("voxctl", "Commands:"));
    for (const Command &command : kCommands)
        ctl::print(u"  %1 %2"_s.arg(QLatin1String(command.name), -14).arg(translated("voxctl", command.help)));
    ctl::print(u'\n' + translated("voxctl", "voxctl COMMAND --help tells more. Exit status: 0 good, 1 the conversation or check failed, 2 usage."));
    ctl::print(translated("voxctl", "The language is that of --language before the command, of VOXDESK_LANGUAGE, or the terminal's."));
}

int usage(const QString &sentence)
{
    ctl::complain(Error(Error::Code::Usage, {sentence}));
    return ctl::Usage;
}

// Takes --language out of what stands before the command: after it, the option is the command's own.
QString askedLanguage(QStringList &arguments)
{
    const QString option = arguments.value(1), equals = u"--language="_s;
    if (option != "--language"_L1 && !option.startsWith(equals)) return {};
    const QString asked = option.startsWith(equals) ? option.sliced(equals.size()) : arguments.value(2);
    arguments.remove(1, option.startsWith(equals) || arguments.size() < 3 ? 1 : 2);
    return asked.isEmpty() ? u"?"_s : asked;
}

} // namespace

int main(int argc, char **argv)
{
    keepMemoryPrivate();
    hostModelIfAsked(argc, argv);
    QCoreApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"Voxdesk"_s);
    QCoreApplication::setApplicationName(u"Voxdesk"_s);
    QStringList arguments = QCoreApplication::arguments();
    const QString asked = askedLanguage(arguments);
    const QString spoken = languageFor(asked, QProcessEnvironment::systemEnvironment());
    Language language(app);
    language.speak(spoken.isEmpty() ? u"en"_s : spoken);
    if (spoken.isEmpty()) return usage(ctl::translated("voxctl", "--language is en or ru."));
    const QString name = arguments.value(1);
    if (name.isEmpty() || name == "--help"_L1 || name == "-h"_L1 || name == "help"_L1) {
        help();
        return name.isEmpty() ? ctl::Usage : ctl::Good;
    }
    for (const Command &command : kCommands)
        if (name == QLatin1String(command.name)) return command.run(arguments.mid(2));
    return usage(ctl::translated("voxctl", "There is no command “%1”.").arg(name));
}
