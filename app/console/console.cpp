#include "app/console/console.h"
#include "app/assembly/assembly.h"
#include "app/calls/calls.h"
#include "app/console/startup_trace.h"
#include "app/devices/audio_devices.h"
#include "app/host/text_script_line.h"
#include "app/workspace/conversations.h"
#include "app/workspace/settings.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "ui/kit/style.h"
#include "ui/screens/shell/language.h"
#include "ui/screens/shell/place_titles.h"
#include "ui/screens/shell/shell_window.h"
#include "ui/screens/today/today_screen.h"
#include "ui/viewmodels/call_view_model.h"
#include "ui/viewmodels/shell_appearance.h"
#include "ui/viewmodels/today_view_model.h"
#include <QApplication>
#include <QTimer>
#include <limits>

namespace vox::console {

using namespace Qt::StringLiterals;

namespace {

kit::Brightness brightness(ShellAppearance::Theme theme)
{
    switch (theme) {
    case ShellAppearance::Theme::System: return kit::Brightness::System;
    case ShellAppearance::Theme::Light: return kit::Brightness::Light;
    case ShellAppearance::Theme::Dark: return kit::Brightness::Dark;
    }
    return kit::Brightness::System;
}

// A line nobody speaks on: what the caller wants to say is typed.
std::unique_ptr<Line> silentLine()
{
    return std::make_unique<TextScriptLine>(QStringList(), std::numeric_limits<std::int64_t>::max());
}

QString nameOf(const QList<AudioDeviceRow> &devices, const QString &id)
{
    for (const AudioDeviceRow &device : devices)
        if (id.isEmpty() ? device.isDefault : device.id == id) return device.name;
    for (const AudioDeviceRow &device : devices)
        if (device.isDefault) return device.name;
    return devices.isEmpty() ? QString() : devices.first().name;
}

} // namespace

struct Console::Private {
    QApplication &app;
    kit::Style &style;
    std::unique_ptr<Workspace> workspace;
    Language language;
    ShellAppearance appearance;
    AudioDevices devices;
    Assembly assembly;
    Calls calls;
    CallViewModel call;
    TodayViewModel today;
    std::unique_ptr<ShellWindow> window;

    Private(QApplication &app, kit::Style &style, std::unique_ptr<Workspace> opened)
        : app(app)
        , style(style)
        , workspace(std::move(opened))
        , language(app)
        , appearance(workspace->settings())
        , assembly({})
        , calls(*workspace, assembly.host(), assembly.ports())
        , call(calls, [this] { return devices.openLine(); }, silentLine)
        , today(*workspace)
    {
    }

    QList<Place> places();
};

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
    return all;
}

Console::Console(QApplication &app, kit::Style &style, std::unique_ptr<Workspace> workspace)
    : d(std::make_unique<Private>(app, style, std::move(workspace)))
{
    traceStartup("workspace, voices and calls");
    d->assembly.setSettings(&d->workspace->settings());
    const Settings &settings = d->workspace->settings();
    d->devices.setMicrophone(settings.value(u"devices.microphone"_s).toString());
    d->devices.setLoudspeaker(settings.value(u"devices.loudspeaker"_s).toString());
    applyAppearance();
    connect(&d->appearance, &ShellAppearance::themeChanged, this, &Console::applyAppearance);
    connect(&d->appearance, &ShellAppearance::languageChanged, this, &Console::applyAppearance);
    connect(&d->appearance, &ShellAppearance::textScaleChanged, this, &Console::applyAppearance);
    const auto microphone = [this] { return nameOf(d->devices.microphones(), d->devices.microphone()); };
    d->window = std::make_unique<ShellWindow>(ShellParts{*d->workspace, d->call, d->appearance, d->today, microphone}, d->places());
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

void Console::applyAppearance()
{
    d->language.speak(d->appearance.language());
    d->style.theme().setBrightness(brightness(d->appearance.theme()));
    d->style.theme().setTextScale(d->appearance.textScale());
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
    whenDone(d->workspace->conversations().recover(), this, [](const Result<int> &) { traceStartup("conversations recovered"); });
    // What the first call would wait for: recognisers, voices, fixed prompts.
    whenDone(d->workspace->agents().list(), this, [this](const Result<QList<AgentRow>> &agents) {
        if (!agents) return;
        traceStartup("agents listed");
        for (const AgentRow &agent : *agents)
            if (agent.errors == 0) d->calls.prepare(agent.id);
    });
}

} // namespace vox::console
