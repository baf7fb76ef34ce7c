#include "app/console/console.h"
#include "app/assembly/assembly.h"
#include "app/calls/calls.h"
#include "app/calls/demo_callers.h"
#include "app/calls/tool_tries.h"
#include "app/console/console_devices.h"
#include "app/console/console_models.h"
#include "app/console/startup_trace.h"
#include "app/devices/device_check.h"
#include "app/devices/recording_player.h"
#include "app/host/text_script_line.h"
#include "app/secrets/desktop_secrets.h"
#include "app/telemetry/telemetry.h"
#include "app/remote/loopback_return.h"
#include "app/remote/server_connection.h"
#include "app/workspace/conversations.h"
#include "app/workspace/environments.h"
#include "app/workspace/settings.h"
#include "app/workspace/sync_driver.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "ui/screens/agents/agents_screen.h"
#include "ui/screens/bench/bench_screen.h"
#include "ui/screens/conversations/conversations_screen.h"
#include "ui/screens/settings/settings_screen.h"
#include "ui/screens/shell/builder_call.h"
#include "app/wording/language.h"
#include "ui/screens/shell/place_titles.h"
#include "ui/screens/shell/shell_look.h"
#include "ui/screens/shell/shell_window.h"
#include "ui/screens/today/today_screen.h"
#include "ui/viewmodels/call_view_model.h"
#include "ui/viewmodels/shell_appearance.h"
#include "ui/viewmodels/today_view_model.h"
#include <QApplication>
#include <QSet>
#include <QTimer>
#include <limits>

namespace vox::console {

using namespace Qt::StringLiterals;

namespace {

// A line nobody speaks on: what the caller wants to say is typed.
std::unique_ptr<Line> silentLine()
{
    return std::make_unique<TextScriptLine>(QStringList(), std::numeric_limits<std::int64_t>::max());
}

std::unique_ptr<TeamServer> connectServer(const ServerAddress &address) { return std::make_unique<ServerConnection>(address); }

} // namespace

struct Console::Private {
    Console &console;
    const Surroundings surroundings;
    std::unique_ptr<DesktopSecrets> secrets = surroundings.secrets(); // outlives what asks it: workspace, calls and driver
    std::unique_ptr<Workspace> workspace;
    SyncDriver sync;
    Environments environments;
    Language language;
    ShellAppearance appearance;
    ShellLook look;
    ConsoleDevices devices;
    RecordingPlayer player;
    DeviceCheck check;
    std::unique_ptr<Line> simulated; // taken by the next call
    Assembly assembly;
    Calls calls;
    ToolTries tries;
    ConsoleModels models;
    CallViewModel call;
    TodayViewModel today;
    QSet<DocumentId> prepared;
    std::unique_ptr<ShellWindow> window;

    Private(Console &owner, QApplication &app, kit::Style &style, std::unique_ptr<Workspace> opened, const Surroundings &around)
        : console(owner)
        , surroundings(around)
        , workspace(std::move(opened))
        , sync(*workspace, connectServer, *secrets)
        , environments(*workspace, &sync)
        , language(app)
        , appearance(workspace->settings())
        , look(appearance, style, language)
        , devices(workspace->settings())
        , check(devices.devices())
        , assembly({.modelProgram = QCoreApplication::applicationFilePath()})
        , calls(*workspace, assembly.host(), assembly.ports())
        , tries(assembly.ports())
        , models(assembly, workspace->settings())
        , call(calls, [this] { return openLine(); }, silentLine)
        , today(*workspace)
    {
    }

    QList<Place> places();
    QStringList names(const QString &source) const;
    Result<std::unique_ptr<Line>> openLine()
    {
        if (simulated) return std::move(simulated);
        return devices.devices().openLine();
    }
};

// What an agent's speech and model may be called on this machine.
QStringList Console::Private::names(const QString &source) const
{
    const Settings &settings = workspace->settings();
    const auto inSetting = [&](const QString &key) {
        QStringList found;
        for (const QJsonValue &row : settings.value(key).toArray()) found.append(row["name"_L1].toString());
        return found;
    };
    QStringList all;
    if (source == "providers"_L1) all = inSetting(u"model_providers"_s);
    if (source == "speech_models"_L1)
        for (const QJsonValue &row : settings.value(u"speech_providers"_s).toArray())
            if (row["kind"_L1] == "openai_realtime"_L1) all.append(row["name"_L1].toString());
    const QString what = source.section(u':', 0, 0), language = source.section(u':', 1).section(u'-', 0, 0);
    if (what == "recognisers"_L1) all = assembly.recognisers().providers(language) + inSetting(u"speech_providers"_s);
    if (what == "voices"_L1 || what == "synthesisers"_L1)
        for (const LocalVoice &voice : assembly.voices().list(LocalVoice::Use::NonCommercial))
            if (language.isEmpty() || voice.language.section(u'-', 0, 0) == language) all.append(what == "voices"_L1 ? voice.name : voice.provider);
    if (what == "synthesisers"_L1) all += inSetting(u"speech_providers"_s);
    all.removeDuplicates();
    return all;
}

QList<Place> Console::Private::places()
{
    const auto place = [](const char *key, const char *icon, std::function<Screen *(QWidget *)> make) {
        const QString name = QString::fromLatin1(key);
        return Place{name, icon, [name] { return placeTitle(name); }, std::move(make)};
    };
    QList<Place> all;
    all.append(place("today", "house", [this](QWidget *parent) -> Screen * {
        auto *screen = new TodayScreen(today, call, parent);
        connect(screen, &TodayScreen::callRequested, window.get(), &ShellWindow::toggleCall);
        return screen;
    }));
    all.append(place("agents", "workflow", [this](QWidget *parent) -> Screen * {
        auto *screen = new AgentsScreen(*workspace, parent, &environments, {&tries, [this](const QString &source) { return names(source); }});
        connect(screen, &AgentsScreen::callRequested, window.get(), &ShellWindow::call);
        new BuilderCall(*screen, call);
        return screen;
    }));
    all.append(place("bench", "audio-lines",
                     [this](QWidget *parent) -> Screen * { return new BenchScreen(call, workspace->agents(), devices, parent); }));
    all.append(place("conversations", "messages-square", [this](QWidget *parent) -> Screen * {
        const FetchRecording fetch = sync.server() ? [this](ConversationId id) { return sync.recording(id); } : FetchRecording();
        auto *screen = new ConversationsScreen(workspace->conversations(), workspace->agents(), player, parent, fetch);
        connect(screen, &ConversationsScreen::continueRequested, window.get(), [this](const StoredConversation &stored) {
            window->continueCall(stored.row.id, DocumentId::parse(stored.row.agent).value_or(DocumentId()), stored.row.channel == Channel::Text);
        });
        return screen;
    }));
    Place settings = place("settings", "sliders-horizontal", [this](QWidget *parent) -> Screen * {
        const AwaitBrowser browser = [](const QString &page) -> std::unique_ptr<BrowserReturn> { return std::make_unique<LoopbackReturn>(page); };
        const TeamServices team{&sync, connectServer, secrets.get(), browser, surroundings.openUrl, surroundings.homeFolder, surroundings.serversFolder};
        auto *screen = new SettingsScreen({*workspace, appearance, devices, check, models, secrets.get(), team}, parent);
        connect(screen, &SettingsScreen::workspaceRequested, &console, &Console::workspaceRequested);
        return screen;
    });
    settings.atBottom = true;
    all.append(settings);
    return all;
}

Console::Console(QApplication &app, kit::Style &style, std::unique_ptr<Workspace> workspace, const Surroundings &surroundings)
    : d(std::make_unique<Private>(*this, app, style, std::move(workspace), surroundings))
{
    traceStartup("workspace, voices and calls");
    d->assembly.setSettings(&d->workspace->settings());
    d->assembly.setSecrets([secrets = d->secrets.get()](const QString &name) { return secrets->value(name); });
    const RedactionSource redaction = [secrets = d->secrets.get()] { return secrets->redaction(); };
    d->assembly.setRedaction(redaction);
    d->workspace->setRedaction(redaction);
    d->calls.setTap([this] { return d->assembly.telemetry().follow(); });
    connect(&d->devices, &DeviceChoice::changed, this, [this] { d->player.setLoudspeaker(d->devices.loudspeaker()); });
    d->player.setLoudspeaker(d->devices.loudspeaker());
    const auto microphone = [this] { return d->devices.microphoneName(); };
    d->window = std::make_unique<ShellWindow>(ShellParts{*d->workspace, d->call, d->appearance, d->today, microphone, &d->sync}, d->places());
    traceStartup("window");
}

Console::~Console()
{
    d->window.reset(); // screens before the view models they show
}

Workspace &Console::workspace() { return *d->workspace; }
ShellAppearance &Console::appearance() { return d->appearance; }
ShellWindow &Console::window() { return *d->window; }
CallViewModel &Console::call() { return d->call; }

Result<void> Console::callWith(DocumentId agent, const DemoCaller &caller)
{
    const auto script = speakScript(d->assembly.ports(), caller);
    if (!script) return script.error();
    d->simulated = std::make_unique<SimulatedCaller>(*script, nullptr, VoiceSettings(), 3000000);
    d->call.setPace(ConversationHost::Pace::AsFastAsPossible);
    d->call.start(agent, CallViewModel::Mode::Microphone, caller.language);
    d->call.setPace(ConversationHost::Pace::RealTime);
    return {};
}

void Console::show(const QString &screen)
{
    if (screen.isEmpty()) d->window->showLastScreen(u"today"_s);
    else d->window->showScreen(screen);
    d->window->show();
    traceStartup("shown");
    // After the events that paint the window.
    QTimer::singleShot(0, this, &Console::afterFirstPaint);
}

void Console::afterFirstPaint()
{
    traceStartup("painted");
    d->sync.start();
    whenDone(d->workspace->conversations().recover(), this, [](const Result<int> &) { traceStartup("conversations recovered"); });
    // Models are large: they come with the bench, or when the operator reaches for a Call button, not with the window.
    const auto onBench = [this] {
        if (d->window->current() && d->window->current()->key() == "bench"_L1) prepareCall();
    };
    connect(d->window.get(), &ShellWindow::currentChanged, this, onBench);
    connect(d->window.get(), &ShellWindow::agentsChanged, this, onBench);
    connect(d->window.get(), &ShellWindow::callLikely, this, &Console::prepareCall);
    onBench();
}

// What a call would wait for: recogniser, voice, fixed prompts; only of the agent that would be called.
void Console::prepareCall()
{
    const DocumentId agent = d->window->agentToCall();
    if (agent.isNull() || d->prepared.contains(agent)) return;
    d->prepared.insert(agent);
    d->calls.prepare(agent);
}

} // namespace vox::console
