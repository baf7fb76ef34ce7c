#include "app/ctl/agent_versions.h"
#include "app/ctl/await.h"
#include "app/ctl/console_output.h"
#include "app/ctl/named_agent.h"
#include "app/ctl/server_link.h"
#include "app/workspace/agent_document.h"
#include "app/workspace/workspace.h"
#include "models/documents/canonical_json.h"
#include "models/documents/diff.h"
#include "models/kinds/agents/agent.h"
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownId = 12;

// The number people call a release by.
QString releaseName(const QJsonValue &state)
{
    const int number = state["release_number"_L1].toInt();
    return number > 0 ? QString::number(number) : state["release"_L1].toString().left(shownId);
}

QString when(UtcMs at) { return QDateTime::fromMSecsSinceEpoch(at.value).toString(Qt::ISODate); }

// A revision by its whole id or its beginning, or "now" for what stands.
Result<QJsonObject> versionNamed(Workspace &workspace, const AgentSnapshot &agent, const QString &name)
{
    if (name.isEmpty() || name == "now"_L1) return agent.content;
    const auto history = await(workspace.agents().history(agent.id));
    if (!history) return history.error();
    QStringList found;
    for (const StoredRevision &revision : *history)
        if (revision.id.startsWith(name)) found.append(revision.id);
    if (found.size() != 1) return Error(found.isEmpty() ? Error::Code::NotFound : Error::Code::Conflict, {u"revision"_s, name});
    return await(workspace.agents().contentOf(found.first()));
}

QString shown(const QJsonValue &value)
{
    if (value.isUndefined()) return u"–"_s;
    QString text = value.isString() ? value.toString() : QString::fromUtf8(canonicalJson(value));
    text.replace(u'\n', u"⏎"_s);
    return text.size() > 70 ? text.left(69) + u'…' : text;
}

void printChanges(const QList<Change> &changes)
{
    for (const Change &change : changes) print(u"%1: %2 → %3"_s.arg(change.path, shown(change.before), shown(change.after)));
}

void printReleaseChanges(const QJsonArray &changes, const QString &indent)
{
    for (const QJsonValue &change : changes) {
        const QString before = change["before"_L1].toString().left(shownId), after = change["after"_L1].toString().left(shownId);
        print(u"%1%2  %3 → %4"_s.arg(indent, change["name"_L1].toString(), before.isEmpty() ? u"–"_s : before, after.isEmpty() ? u"–"_s : after));
        for (const QJsonValue &step : change["changes"_L1].toArray())
            print(u"%1  %2: %3 → %4"_s.arg(indent, step["path"_L1].toString(), shown(step["before"_L1]), shown(step["after"_L1])));
    }
}

// Of --to; production has to be said.
Result<QString> environmentOf(const CommandLine &line)
{
    const QString name = line.get(u"to"_s);
    if (name == "staging"_L1 || name == "production"_L1) return name;
    return Error(Error::Code::Usage, {translated("voxctl", "--to is staging or production.")});
}

} // namespace

int agentHistory(Workspace &workspace, const CommandLine &line)
{
    const auto agent = namedAgent(workspace, line.positional().value(1));
    if (!agent) return complain(agent.error());
    const auto history = await(workspace.agents().history(agent->id));
    if (!history) return complain(history.error());
    for (const StoredRevision &revision : *history) {
        const QString what = revision.header.isTombstone() ? translated("voxctl", "deleted") : revision.header.message;
        print(u"%1  %2  %3  %4"_s.arg(revision.id.left(shownId), when(revision.header.created), revision.header.author, what).trimmed());
    }
    return Good;
}

int agentDiff(Workspace &workspace, const CommandLine &line)
{
    const auto agent = namedAgent(workspace, line.positional().value(1));
    if (!agent) return complain(agent.error());
    const auto before = versionNamed(workspace, *agent, line.positional().value(2)), after = versionNamed(workspace, *agent, line.positional().value(3));
    if (!before || !after) return complain(before ? after.error() : before.error());
    printChanges(diff(*before, *after, agentKind().fields));
    return Good;
}

int agentRestore(Workspace &workspace, const CommandLine &line)
{
    const auto agent = namedAgent(workspace, line.positional().value(1));
    if (!agent) return complain(agent.error());
    const auto content = versionNamed(workspace, *agent, line.positional().value(2));
    if (!content) return complain(content.error());
    const auto session = await(workspace.agents().open(agent->id));
    if (!session) return complain(session.error());
    (*session)->edit(*content, {QT_TRANSLATE_NOOP("Edit", "Restore version"), {}, {}});
    const auto made = await((*session)->makeRevision(line.get(u"message"_s)));
    if (!made) return complain(made.error());
    print(made->left(shownId));
    return Good;
}

int agentPublish(Workspace &workspace, const CommandLine &line)
{
    const auto environment = environmentOf(line);
    if (!environment) return complain(environment.error()), Usage;
    auto server = connectTo(workspace);
    if (!server) return complain(server.error());
    QJsonArray take;
    for (const QString &name : line.positional().mid(1)) {
        const auto agent = namedAgent(workspace, name);
        if (!agent) return complain(agent.error());
        take.append(agent->id.text());
    }
    QJsonObject body{{u"take"_s, take}, {u"message"_s, line.get(u"message"_s)}};
    const auto plan = ask(**server, "POST", u"environments/%1/plan"_s.arg(*environment), body);
    if (!plan) return complain(plan.error());
    printReleaseChanges((*plan)["changes"_L1].toArray(), {});
    if (line.has(u"dry-run"_s)) return (*plan)["blocks"_L1].toArray().isEmpty() ? Good : Failed;
    body.insert(u"generation"_s, (*plan)["generation"_L1]);
    const auto state = ask(**server, "POST", u"environments/%1/publish"_s.arg(*environment), body);
    if (!state) return complain(state.error());
    print(translated("voxctl", "Published to %1: release %2").arg(*environment, releaseName(*state)));
    return Good;
}

int agentRollback(Workspace &workspace, const CommandLine &line)
{
    const auto environment = environmentOf(line);
    if (!environment) return complain(environment.error()), Usage;
    auto server = connectTo(workspace);
    if (!server) return complain(server.error());
    const auto state = ask(**server, "POST", u"environments/%1/rollback"_s.arg(*environment), QJsonObject());
    if (!state) return complain(state.error());
    print(translated("voxctl", "%1 runs release %2 again").arg(*environment, releaseName(*state)));
    return Good;
}

int agentDrift(Workspace &workspace, const CommandLine &line)
{
    const auto environment = environmentOf(line);
    if (!environment) return complain(environment.error()), Usage;
    auto server = connectTo(workspace);
    if (!server) return complain(server.error());
    const auto drift = ask(**server, "GET", u"environments/%1/drift"_s.arg(*environment));
    if (!drift) return complain(drift.error());
    if (line.has(u"json"_s)) printRaw(QJsonDocument(drift->toObject()).toJson());
    else {
        for (const QJsonValue &host : (*drift)["hosts"_L1].toArray()) {
            print(translated("voxctl", "What runs on %1:").arg(host["host"_L1].toString()));
            printReleaseChanges(host["items"_L1].toArray(), u"  "_s);
        }
        const QJsonArray drafts = (*drift)["drafts"_L1].toArray();
        print(drafts.isEmpty() ? translated("voxctl", "Nothing was edited since it was published.")
                               : translated("voxctl", "Edited since it was published:"));
        printReleaseChanges(drafts, u"  "_s);
    }
    return (*drift)["in_step"_L1].toBool(true) ? Good : Failed;
}

} // namespace vox::ctl
