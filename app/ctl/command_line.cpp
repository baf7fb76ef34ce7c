#include "app/ctl/command_line.h"
#include "app/ctl/console_output.h"
#include "app/workspace/workspace.h"

namespace vox::ctl {

using namespace Qt::StringLiterals;

CommandLine::CommandLine(const QString &usage, const QString &description) : m_usage(usage)
{
    m_parser.setApplicationDescription(description);
    m_parser.addOption({{u"h"_s, u"help"_s}, u"Shows this text."_s});
    value(u"workspace"_s, u"DIR"_s, u"The workspace folder (default: the console's)."_s);
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
    if (count < leastPositional) return Error(Error::Code::Usage, {u"Something is missing: voxctl %1."_s.arg(m_usage)});
    if (count > mostPositional) return Error(Error::Code::Usage, {u"“%1” was not expected."_s.arg(positional().last())});
    return {};
}

QString CommandLine::helpText() const
{
    QString text = m_parser.helpText();
    const qsizetype lineEnd = text.indexOf(u'\n');
    return u"Usage: voxctl %1"_s.arg(m_usage) + text.sliced(lineEnd);
}

Result<std::unique_ptr<Workspace>> CommandLine::openWorkspace() const
{
    const QString folder = has(u"workspace"_s) ? get(u"workspace"_s) : Workspace::defaultFolder();
    auto workspace = Workspace::open(folder, Workspace::Role::Tool, Workspace::Missing::CreateDemo);
    if (workspace && (*workspace)->wasCreated()) complain(u"voxctl: made a demo workspace in %1"_s.arg(folder));
    return workspace;
}

} // namespace vox::ctl
