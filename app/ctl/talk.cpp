#include "app/assembly/assembly.h"
#include "app/calls/calls.h"
#include "app/ctl/await.h"
#include "app/ctl/call_record.h"
#include "app/ctl/command_line.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/ctl/named_agent.h"
#include "app/ctl/local_secrets.h"
#include "app/ctl/one_call.h"
#include "app/devices/audio_devices.h"
#include "app/host/file_line.h"
#include "app/host/text_script_line.h"
#include "app/sound/sound_reader.h"
#include "app/workspace/conversations.h"
#include "app/workspace/workspace.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<QStringList> readLines(const QString &path)
{
    QFile file(path);
    const bool opened = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) return Error(file.exists() ? Error::Code::FileUnreadable : Error::Code::FileNotFound, {path}, file.errorString());
    QStringList lines;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n'))
        if (!line.trimmed().isEmpty()) lines.append(line.trimmed());
    return lines;
}

// Where the caller's words come from; read before anything starts, so that a bad file costs no call.
Result<std::function<std::unique_ptr<Line>()>> lineFor(const CommandLine &line)
{
    if (line.has(u"devices"_s)) {
        auto devices = AudioDevices().openLine();
        if (!devices) return devices.error();
        auto shared = std::make_shared<std::unique_ptr<Line>>(std::move(*devices));
        return std::function([shared] { return std::move(*shared); });
    }
    if (line.has(u"in"_s)) {
        auto sound = readMono(line.get(u"in"_s));
        if (!sound) return sound.error();
        auto shared = std::make_shared<std::vector<float>>(std::move(*sound));
        return std::function([shared]() -> std::unique_ptr<Line> { return std::make_unique<FileLine>(std::move(*shared)); });
    }
    auto utterances = readLines(line.get(u"text"_s));
    if (!utterances) return utterances.error();
    return std::function([list = *utterances]() -> std::unique_ptr<Line> { return std::make_unique<TextScriptLine>(list); });
}

Result<CommandLine *> read(CommandLine &line, const QStringList &arguments)
{
    line.value(u"agent"_s, u"NAME"_s, translated("voxctl", "The agent to talk to, by name or id."));
    line.value(u"continue"_s, u"CONVERSATION"_s, translated("voxctl", "Goes on with a conversation that was cut off (its id or the beginning of it): nothing it did is done again."));
    line.value(u"language"_s, u"TAG"_s, translated("voxctl", "The language to begin in (default: the agent's first)."));
    line.value(u"in"_s, u"WAV"_s, translated("voxctl", "The caller's voice: a WAV or Opus file of any rate and channel count; starts at 0."));
    line.flag(u"devices"_s, translated("voxctl", "The caller's voice from the default microphone, the agent on the default loudspeaker; ends with the call."));
    line.flag(u"headset"_s, translated("voxctl", "With --devices: the microphone does not hear the loudspeaker, so no echo is taken out."));
    line.value(u"text"_s, u"FILE"_s, translated("voxctl", "The caller's words instead, one utterance a line; - reads standard input."));
    line.value(u"out"_s, u"WAV"_s, translated("voxctl", "Writes the recording: stereo, caller left, agent right."));
    line.value(u"events"_s, u"FILE"_s, translated("voxctl", "Writes every event as one JSON object a line."));
    line.flag(u"json"_s, translated("voxctl", "Prints the call as JSON instead of text."));
    line.value(u"speed"_s, u"realtime|max"_s, translated("voxctl", "max: on the virtual clock, as fast as the machine can."), u"realtime"_s);
    line.value(u"seed"_s, u"N"_s, translated("voxctl", "Equal seeds give equal calls on the virtual clock."), u"0"_s);
    line.flag(u"no-store"_s, translated("voxctl", "Keeps nothing in the workspace."));
    if (auto good = line.read(arguments, 0, 0); !good) return good.error();
    if (line.helpWanted()) return &line;
    const auto wrong = [](const QString &text) { return Error(Error::Code::Usage, {text}); };
    if (line.has(u"agent"_s) == line.has(u"continue"_s)) return wrong(translated("voxctl", "Say which agent: --agent NAME, or --continue CONVERSATION."));
    if (line.has(u"continue"_s) && line.has(u"no-store"_s)) return wrong(translated("voxctl", "What goes on is kept: --no-store does not go with --continue."));
    if (line.has(u"in"_s) + line.has(u"text"_s) + line.has(u"devices"_s) != 1)
        return wrong(translated("voxctl", "Give the caller's side: one of --in WAV, --text FILE and --devices."));
    if (line.has(u"headset"_s) && !line.has(u"devices"_s)) return wrong(translated("voxctl", "--headset goes with --devices."));
    if (line.has(u"devices"_s) && line.get(u"speed"_s) != "realtime"_L1) return wrong(translated("voxctl", "Devices run in real time only."));
    if (line.has(u"no-store"_s) && line.has(u"out"_s)) return wrong(translated("voxctl", "--out needs the recording that --no-store leaves out."));
    if (line.get(u"speed"_s) != "realtime"_L1 && line.get(u"speed"_s) != "max"_L1) return wrong(translated("voxctl", "--speed is realtime or max."));
    bool number = false;
    line.get(u"seed"_s).toULongLong(&number);
    if (!number) return wrong(translated("voxctl", "--seed is a number."));
    return &line;
}

int run(const CommandLine &line)
{
    auto caller = lineFor(line);
    if (!caller) return complain(caller.error());
    const auto secrets = openSecrets(); // outlives what asks it
    auto workspace = line.openWorkspace();
    if (!workspace) return complain(workspace.error());
    const auto redaction = redactionOf(*secrets);
    (*workspace)->setRedaction(redaction);
    CallRequest request;
    if (line.has(u"continue"_s)) {
        // What a crash has just left behind.
        if (const auto recovered = await((*workspace)->conversations().recover()); !recovered) return complain(recovered.error());
        const auto row = await((*workspace)->conversations().findByPrefix(line.get(u"continue"_s)));
        if (!row) return complain(row.error());
        request.continues = row->id;
    } else {
        const auto snapshot = namedAgent(**workspace, line.get(u"agent"_s));
        if (!snapshot) return complain(snapshot.error());
        request.agent = snapshot->id;
    }

    const bool json = line.has(u"json"_s);
    auto record = std::make_shared<CallRecord>(json ? CallRecord::Printing::Quiet : CallRecord::Printing::Transcript, redaction());
    if (line.has(u"events"_s))
        if (const auto good = record->writeEventsTo(line.get(u"events"_s)); !good) return complain(good.error());
    if (line.has(u"out"_s)) record->keepRecording((*workspace)->folder() + u"/conversations"_s, line.get(u"out"_s));

    request.language = line.get(u"language"_s);
    request.channel = line.has(u"in"_s) ? Channel::File : line.has(u"devices"_s) ? Channel::Microphone : Channel::Text;
    request.line = *caller;
    request.observer = record;
    request.pace = line.get(u"speed"_s) == "max"_L1 ? ConversationHost::Pace::AsFastAsPossible : ConversationHost::Pace::RealTime;
    request.textOnly = line.has(u"text"_s);
    request.cancelEcho = line.has(u"devices"_s) && !line.has(u"headset"_s);
    request.silentAgent = line.has(u"text"_s) && !line.has(u"out"_s);
    request.record = !line.has(u"no-store"_s);
    request.seed = line.get(u"seed"_s).toULongLong();

    Assembly assembly({.modelProgram = QCoreApplication::applicationFilePath()});
    assembly.setSecrets([&secrets](const QString &name) { return secrets->value(name); });
    assembly.setRedaction(redaction);
    const auto stored = runCall(**workspace, assembly, std::move(request));
    if (!stored) return complain(stored.error());
    if (const auto trouble = record->trouble()) return complain(*trouble);
    const ConversationSummary summary = record->summary();
    if (json) {
        printRaw(QJsonDocument(callJson(summary)).toJson());
    } else {
        print({});
        if (!line.has(u"text"_s)) printRaw(latencyTable(summary).toUtf8());
        print(translated("voxctl", "Outcome: %1").arg(outcomeText(summary.outcome)));
    }
    return summary.outcome == Outcome::Failed || !summary.outcome ? Failed : Good;
}

} // namespace

int talk(const QStringList &arguments)
{
    CommandLine line(u"talk (--agent NAME | --continue CONVERSATION) (--in WAV | --text FILE|- | --devices) [options]"_s,
                     translated("voxctl", "Talks to an agent: the same host as the console's, with a recorded or a written caller."));
    const auto good = read(line, arguments);
    if (!good) {
        complain(good.error());
        return Usage;
    }
    if (line.helpWanted()) {
        print(line.helpText());
        return Good;
    }
    return run(line);
}

} // namespace vox::ctl
