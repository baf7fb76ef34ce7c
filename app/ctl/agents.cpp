#include "app/ctl/agent_versions.h"
#include "app/ctl/await.h"
#include "app/ctl/command_line.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/ctl/named_agent.h"
#include "app/ctl/server_link.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/workspace.h"
#include "models/documents/document_file.h"
#include "models/kinds/agents/agent.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

int list(Workspace &workspace, const CommandLine &line)
{
    const auto rows = await(workspace.agents().list());
    if (!rows) return complain(rows.error());
    QJsonArray json;
    for (const AgentRow &row : *rows) {
        if (line.has(u"json"_s))
            json.append(QJsonObject{{u"id"_s, row.id.text()},
                                    {u"name"_s, row.name},
                                    {u"languages"_s, QJsonArray::fromStringList(row.languages)},
                                    {u"nodes"_s, row.nodes},
                                    {u"errors"_s, row.errors},
                                    {u"warnings"_s, row.warnings}});
        else
            print(translated("voxctl", "%1  %2  nodes: %3, errors: %4, warnings: %5  %6").arg(row.id.text(), row.languages.join(u',').leftJustified(6))
                      .arg(row.nodes).arg(row.errors).arg(row.warnings).arg(row.name));
    }
    if (line.has(u"json"_s)) printRaw(QJsonDocument(json).toJson());
    return Good;
}

int show(Workspace &workspace, const CommandLine &line)
{
    const auto agent = namedAgent(workspace, line.positional().value(1));
    if (!agent) return complain(agent.error());
    if (line.has(u"json"_s)) {
        printRaw(QJsonDocument(agent->content).toJson());
        return Good;
    }
    const Agent content = fromJson<Agent>(agent->content);
    print(u"%1  %2"_s.arg(content.name, agent->id.text()));
    if (!content.description.isEmpty()) print(content.description);
    print(translated("voxctl", "Languages: %1").arg(content.languages.join(u", "_s)));
    print(translated("voxctl", "Intents: %1, variables: %2").arg(content.intents.size()).arg(content.variables.size()));
    const Flow flow = Flow::fromJson(content.flow);
    print(translated("voxctl", "Flow: %1 nodes, %2 edges").arg(flow.nodes.size()).arg(flow.edges.size()));
    for (const Node &node : flow.nodes) print(u"  %1 %2"_s.arg(node.type.leftJustified(10), node.name));
    for (const Problem &problem : agent->problems) print(describe(problem));
    return Good;
}

// A path to a file, or the name of an agent in the workspace.
int validate(Workspace &workspace, const CommandLine &line)
{
    const QString what = line.positional().value(1);
    Problems problems;
    if (QFile file(what); file.exists()) {
        if (!file.open(QIODevice::ReadOnly)) return complain(Error(Error::Code::FileUnreadable, {what}, file.errorString()));
        problems = parseDocumentFile(agentKind(), file.readAll(), workspace.now()).problems;
    } else {
        const auto agent = namedAgent(workspace, what);
        if (!agent) return complain(agent.error());
        problems = agent->problems;
    }
    for (const Problem &problem : problems) print(describe(problem));
    if (problems.isEmpty()) print(translated("voxctl", "No problems."));
    return hasErrors(problems) ? Failed : Good;
}

int import(Workspace &workspace, const CommandLine &line)
{
    QFile file(line.positional().value(1));
    if (!file.open(QIODevice::ReadOnly))
        return complain(Error(file.exists() ? Error::Code::FileUnreadable : Error::Code::FileNotFound, {file.fileName()}, file.errorString()));
    const auto imported = await(workspace.agents().importFile(file.readAll()));
    if (!imported) return complain(imported.error());
    for (const Problem &problem : imported->problems) complain(describe(problem));
    if (imported->id.isNull()) {
        complain(u"voxctl: "_s + translated("voxctl", "nothing was imported."));
        return Failed;
    }
    print(imported->id.text());
    return Good;
}

int exportAgent(Workspace &workspace, const CommandLine &line)
{
    const auto agent = namedAgent(workspace, line.positional().value(1));
    if (!agent) return complain(agent.error());
    const auto bytes = await(workspace.agents().exportFile(agent->id));
    if (!bytes) return complain(bytes.error());
    const QString path = line.positional().value(2);
    if (path.isEmpty()) {
        printRaw(*bytes);
        return Good;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return complain(Error(Error::Code::FileUnwritable, {path}, file.errorString()));
    return Good;
}

struct Action {
    const char *name;
    int arguments, optional;
    int (*run)(Workspace &, const CommandLine &);
};
constexpr Action kActions[] = {
    {"list", 0, 0, list}, {"show", 1, 0, show}, {"validate", 1, 0, validate}, {"import", 1, 0, import}, {"export", 1, 1, exportAgent},
    {"history", 1, 0, agentHistory}, {"diff", 1, 2, agentDiff}, {"restore", 2, 0, agentRestore},
    {"publish", 0, 50, agentPublish}, {"rollback", 0, 0, agentRollback}, {"drift", 0, 0, agentDrift},
};
bool needsServer(const QString &action) { return QStringList{u"publish"_s, u"rollback"_s, u"drift"_s}.contains(action); }

} // namespace

int agents(const QStringList &arguments)
{
    CommandLine line(u"agents list | show NAME | validate FILE|NAME | import FILE | export NAME [FILE] | history NAME | diff NAME [VERSION [VERSION]] | "
                     "restore NAME VERSION | publish [NAME…] --to ENVIRONMENT | rollback --to ENVIRONMENT | drift --to ENVIRONMENT"_s,
                     translated("voxctl", "Lists, shows, checks, imports, exports and publishes agents; shows and brings back their versions."),
                     CommandLine::Place::Either);
    line.flag(u"json"_s, translated("voxctl", "Prints JSON (list, show, drift)."));
    line.value(u"to"_s, u"ENVIRONMENT"_s, translated("voxctl", "staging or production, on the server one is signed in to."));
    line.value(u"message"_s, u"TEXT"_s, translated("voxctl", "Why (publish, restore)."));
    line.flag(u"dry-run"_s, translated("voxctl", "Shows what publishing would change and publishes nothing."));
    const auto good = line.read(arguments, 1, 51);
    if (!good) {
        complain(good.error());
        return Usage;
    }
    if (line.helpWanted()) {
        print(line.helpText());
        return Good;
    }
    for (const Action &action : kActions) {
        if (line.positional().constFirst() != QLatin1String(action.name)) continue;
        const auto given = line.positional().size() - 1;
        if (given < action.arguments) {
            complain(Error(Error::Code::Usage, {translated("voxctl", "“agents %1” needs a name or a file.").arg(QLatin1String(action.name))}));
            return Usage;
        }
        if (given > action.arguments + action.optional) break;
        auto workspace = needsServer(line.positional().first()) ? openReplica(line) : line.openWorkspace();
        if (!workspace) return complain(workspace.error());
        return action.run(**workspace, line);
    }
    complain(Error(Error::Code::Usage, {translated("voxctl", "“agents %1” makes no sense.").arg(line.positional().join(u' '))}));
    return Usage;
}

} // namespace vox::ctl
