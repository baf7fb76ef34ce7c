#include "app/ctl/command_line.h"
#include "app/ctl/console_output.h"
#include "app/workspace/workspace.h"

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

QString helpOf(CommandLine::Place place)
{
    switch (place) {
    case CommandLine::Place::Console: return translated("voxctl", "The workspace folder (default: the console's).");
    case CommandLine::Place::Server: return translated("voxctl", "The folder that login printed (default: of the last login).");
    case CommandLine::Place::Either:
        return translated("voxctl", "The workspace folder (default: the console's, or of the last login for what asks the server).");
    case CommandLine::Place::Parent: return translated("voxctl", "Where the folder of the team's workspace is made (default: beside the console's).");
    }
    Q_UNREACHABLE();
}

} // namespace

CommandLine::CommandLine(const QString &usage, const QString &description, Place place) : m_usage(usage)
{
    m_parser.setApplicationDescription(description);
    m_parser.addOption({{u"h"_s, u"help"_s}, translated("voxctl", "Shows this text.")});
    value(u"workspace"_s, u"DIR"_s, helpOf(place));
}

void CommandLine::flag(const QString &name, const QString &help) { m_parser.addOption({name, help}); }

void CommandLine::value(const QString &name, const QString &valueName, const QString &help, const QString &defaultValue)
{
    m_parser.addOption({name, help, valueName, defaultValue});
}

Result<void> CommandLine::read(const QStringList &arguments, int leastPositional, int mostPositional)
{
    if (!m_parser.parse(QStringList(u"voxctl"_s) + arguments)) return Error(Error::Code::Usage, {m_parser.errorText() + (m_parser.errorText().endsWith(u'.') ? QString() : u"."_s)});
    if (helpWanted()) return {};
    const auto count = positional().size();
    if (count < leastPositional) return Error(Error::Code::Usage, {translated("voxctl", "Something is missing: voxctl %1.").arg(m_usage)});
    if (count > mostPositional) return Error(Error::Code::Usage, {translated("voxctl", "“%1” was not expected.").arg(positional().constLast())});
    return {};
}

QString CommandLine::helpText() const
{
    QString text = m_parser.helpText();
    const qsizetype lineEnd = text.indexOf(u'\n');
    return translated("voxctl", "Usage: voxctl %1").arg(m_usage) + text.sliced(lineEnd);
}

Result<std::unique_ptr<Workspace>> CommandLine::openWorkspace() const
{
    const QString folder = has(u"workspace"_s) ? get(u"workspace"_s) : Workspace::defaultFolder();
    auto workspace = Workspace::open(folder, Workspace::Role::Tool, Workspace::Missing::CreateDemo);
    if (workspace && (*workspace)->wasCreated()) complain(u"voxctl: "_s + translated("voxctl", "a demo workspace was made in %1").arg(folder));
    return workspace;
}

} // namespace vox::ctl
