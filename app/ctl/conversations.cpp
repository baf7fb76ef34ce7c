#include "app/workspace/conversations.h"
#include "app/assembly/assembly.h"
#include "app/ctl/await.h"
#include "app/ctl/call_record.h"
#include "app/ctl/command_line.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/ctl/local_secrets.h"
#include "app/telemetry/telemetry.h"
#include "app/workspace/settings.h"
#include "app/workspace/workspace.h"
#include "models/conversation/event_names.h"
#include "models/conversation/redacted_events.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

QJsonObject rowJson(const ConversationRow &row)
{
    const auto orNull = [](std::optional<qint64> ms) { return ms ? QJsonValue(*ms) : QJsonValue(QJsonValue::Null); };
    return {{u"conversation"_s, row.id.text()},
            {u"agent"_s, row.agentName},
            {u"started"_s, QDateTime::fromMSecsSinceEpoch(row.started.value, Qt::UTC).toString(Qt::ISODateWithMs)},
            {u"duration_ms"_s, row.durationMs},
            {u"language"_s, row.language},
            {u"channel"_s, enumName(row.channel)},
            {u"outcome"_s, enumName(row.outcome)},
            {u"p50_ms"_s, orNull(row.p50Ms)},
            {u"p95_ms"_s, orNull(row.p95Ms)},
            {u"turns"_s, row.turns},
            {u"errors"_s, row.errors},
            {u"interruptions"_s, row.interruptions}};
}

int list(Workspace &workspace, const CommandLine &line, const DesktopSecrets &)
{
    ConversationQuery query;
    query.text = line.get(u"search"_s);
    const qsizetype limit = line.get(u"limit"_s).toInt();
    QJsonArray json;
    qsizetype shown = 0;
    for (qint64 after = 0; shown < limit;) {
        const auto page = await(workspace.conversations().query(query, after));
        if (!page) return complain(page.error());
        for (const ConversationRow &row : page->rows) {
            if (++shown > limit) break;
            if (line.has(u"json"_s)) json.append(rowJson(row));
            else
                print(u"%1  %2  %3 s  %4  p95 %5  %6"_s.arg(row.id.text(),
                                                            QDateTime::fromMSecsSinceEpoch(row.started.value).toString(u"yyyy-MM-dd hh:mm"_s))
                          .arg(double(row.durationMs) / 1000, 7, 'f', 1)
                          .arg(outcomeText(row.outcome).leftJustified(17),
                               row.p95Ms ? QString::number(*row.p95Ms).rightJustified(5) : u"    -"_s, row.agentName));
        }
        after = page->next;
        if (after == 0) break;
    }
    if (line.has(u"json"_s)) printRaw(QJsonDocument(json).toJson());
    return Good;
}

int show(Workspace &workspace, const CommandLine &line, const DesktopSecrets &secrets)
{
    const auto row = await(workspace.conversations().findByPrefix(line.positional().value(1)));
    if (!row) return complain(row.error());
    auto stored = await(workspace.conversations().open(row->id));
    if (!stored) return complain(stored.error());
    // Of before the secret was one.
    const Redaction redaction = secrets.redaction();
    for (ConversationEvent &event : stored->events) event = redacted(event, redaction);
    stored->summary = summarise(std::span(stored->events.constData(), std::size_t(stored->events.size())));
    if (line.has(u"json"_s)) {
        printRaw(QJsonDocument(callJson(stored->summary)).toJson());
        return Good;
    }
    print(u"%1, %2"_s.arg(row->agentName, QDateTime::fromMSecsSinceEpoch(row->started.value).toString(u"yyyy-MM-dd hh:mm:ss"_s)));
    printRaw(transcriptText(stored->summary).toUtf8());
    printRaw(latencyTable(stored->summary).toUtf8());
    print(translated("voxctl", "Outcome: %1").arg(outcomeText(row->outcome)));
    if (!stored->recording.isEmpty()) print(translated("voxctl", "Recording: %1").arg(stored->recording));
    return Good;
}

// The setting of the workspace, with what the command line says instead.
QJsonObject otlpSetting(Workspace &workspace, const CommandLine &line)
{
    QJsonObject setting = workspace.settings().value(u"telemetry.otlp"_s).toObject();
    if (line.has(u"otlp-to"_s)) setting.insert("endpoint"_L1, line.get(u"otlp-to"_s));
    if (line.has(u"otlp-json"_s)) setting.insert("protocol"_L1, u"http/json"_s);
    if (line.has(u"words"_s)) setting.insert("words"_L1, true);
    setting.insert("metrics"_L1, false); // of long ago: a collector would count them for today
    return setting;
}

// Sends stored conversations as traces; all of them without an ID.
int exportOtlp(Workspace &workspace, const CommandLine &line, const DesktopSecrets &secrets)
{
    Assembly assembly({.modelProgram = QCoreApplication::applicationFilePath()});
    assembly.setSecrets([&secrets](const QString &name) { return secrets.value(name); });
    assembly.setRedaction(redactionOf(secrets));
    Telemetry &telemetry = assembly.telemetry();
    if (const auto good = telemetry.configure(otlpSetting(workspace, line)); !good) return complain(good.error());
    if (!telemetry.isOn()) return complain(Error(Error::Code::NotConfigured, {u"telemetry.otlp"_s}));
    OtlpExporter::Counts counts;
    qsizetype sent = 0;
    const auto send = [&](ConversationId id) -> Result<void> {
        const auto stored = await(workspace.conversations().open(id));
        if (!stored) return stored.error();
        telemetry.exportStored(stored->events);
        counts = await(telemetry.flush());
        if (counts.lastError) return *counts.lastError;
        ++sent;
        return {};
    };
    if (line.positional().size() > 1) {
        const auto row = await(workspace.conversations().findByPrefix(line.positional().value(1)));
        if (!row) return complain(row.error());
        if (const auto good = send(row->id); !good) return complain(good.error());
    } else {
        for (qint64 after = 0;;) {
            const auto page = await(workspace.conversations().query({}, after));
            if (!page) return complain(page.error());
            for (const ConversationRow &row : page->rows)
                if (const auto good = send(row.id); !good) return complain(good.error());
            after = page->next;
            if (after == 0) break;
        }
    }
    print(translated("voxctl", "%1 conversations, %2 spans sent, %3 rejected.").arg(sent).arg(counts.sentSpans).arg(counts.rejectedSpans));
    return counts.rejectedSpans > 0 ? Failed : Good;
}

int exportConversation(Workspace &workspace, const CommandLine &line, const DesktopSecrets &)
{
    const auto row = await(workspace.conversations().findByPrefix(line.positional().value(1)));
    if (!row) return complain(row.error());
    const auto paths = await(workspace.conversations().exportTo(row->id, line.positional().value(2)));
    if (!paths) return complain(paths.error());
    for (const QString &path : *paths) print(path);
    return Good;
}

struct Action {
    const char *name;
    int arguments;
    int (*run)(Workspace &, const CommandLine &, const DesktopSecrets &);
};
constexpr Action kActions[] = {{"list", 0, list}, {"show", 1, show}, {"export", 2, exportConversation}};

// With --otlp an export has no folder, and an ID only when one conversation is meant.
bool isOtlp(const CommandLine &line)
{
    return line.has(u"otlp"_s) && line.positional().first() == "export"_L1 && line.positional().size() <= 2;
}

} // namespace

int conversations(const QStringList &arguments)
{
    CommandLine line(u"conversations list | show ID | export ID DIR | export [ID] --otlp"_s, translated("voxctl", "Lists, shows and exports past conversations."));
    line.flag(u"json"_s, translated("voxctl", "Prints JSON (list, show)."));
    line.value(u"search"_s, u"TEXT"_s, translated("voxctl", "Only conversations with these words."));
    line.value(u"limit"_s, u"N"_s, translated("voxctl", "At most so many (list)."), u"50"_s);
    line.flag(u"otlp"_s, translated("voxctl", "Sends traces to the collector of the setting telemetry.otlp (export); without ID all conversations."));
    line.value(u"otlp-to"_s, u"URL"_s, translated("voxctl", "To this collector instead, e.g. http://localhost:4318."));
    line.flag(u"otlp-json"_s, translated("voxctl", "As JSON instead of what the setting says."));
    line.flag(u"words"_s, translated("voxctl", "With what was said; without it no words leave this machine."));
    const auto good = line.read(arguments, 1, 3);
    if (!good) {
        complain(good.error());
        return Usage;
    }
    if (line.helpWanted()) {
        print(line.helpText());
        return Good;
    }
    const auto fits = [&line](const Action &action) {
        return line.positional().constFirst() == QLatin1String(action.name) && line.positional().size() - 1 == action.arguments;
    };
    const auto *const action = std::find_if(std::begin(kActions), std::end(kActions), fits);
    if (isOtlp(line) || action != std::end(kActions)) {
        const auto secrets = openSecrets(); // outlives what asks it
        auto workspace = line.openWorkspace();
        if (!workspace) return complain(workspace.error());
        (*workspace)->setRedaction(redactionOf(*secrets));
        if (isOtlp(line)) return exportOtlp(**workspace, line, *secrets);
        if (const auto recovered = await((*workspace)->conversations().recover()); !recovered) complain(recovered.error());
        return action->run(**workspace, line, *secrets);
    }
    complain(Error(Error::Code::Usage, {translated("voxctl", "“conversations %1” makes no sense.").arg(line.positional().join(u' '))}));
    return Usage;
}

} // namespace vox::ctl
