#include "app/assembly/assembly.h"
#include "app/calls/calls.h"
#include "app/host/file_line.h"
#include "app/host/text_script_line.h"
#include "app/ports/sound_player.h"
#include "app/sound/sound_reader.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/conversations.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "ui/kit/style.h"
#include "ui/kit/theme.h"
#include "ui/screens/bench/bench_screen.h"
#include "ui/screens/call/call_strip.h"
#include "ui/screens/conversations/conversations_screen.h"
#include "ui/viewmodels/call_view_model.h"
#include "ui/viewmodels/device_choice.h"
#include <QApplication>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {

class NamedDevices final : public DeviceChoice {
public:
    QList<Device> microphones() const override { return {{{}, u"Desk headset microphone"_s}}; }
    QList<Device> loudspeakers() const override { return {{{}, u"Desk headset"_s}}; }
    QString microphone() const override { return {}; }
    QString loudspeaker() const override { return {}; }
    void chooseMicrophone(const QString &) override {}
    void chooseLoudspeaker(const QString &) override {}
};

class SilentPlayer final : public SoundPlayer {
public:
    void load(const QString &) override {}
    void play() override {}
    void pause() override {}
    void seek(qint64 us) override { emit positionChanged(us); }
    void setRate(double) override {}
    void setLanes(Lanes) override {}
    bool isPlaying() const override { return false; }
    qint64 positionUs() const override { return 0; }
};

template <typename T> T await(const QFuture<T> &future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!watcher.isFinished()) loop.exec();
    return future.result();
}

void wait(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

struct Pictures {
    QString folder;
    kit::Style &style;

    void take(QWidget &widget, const QString &name)
    {
        for (const bool dark : {false, true}) {
            style.theme().setBrightness(dark ? kit::Brightness::Dark : kit::Brightness::Light);
            for (const QSize size : {QSize(1552, 944), QSize(976, 712)}) {
                widget.resize(size);
                wait(150);
                widget.grab().save(u"%1/%2-%3-%4.png"_s.arg(folder, name, dark ? u"dark"_s : u"light"_s).arg(size.width()));
            }
        }
        style.theme().setBrightness(kit::Brightness::Light);
        widget.resize(1552, 944);
    }
};

} // namespace

// voxdesk-pictures WORKSPACE FOLDER [live seconds]: pictures of the bench in a call and of conversations, from a workspace
// that has some. The caller of its newest recording is the microphone. Not a test.
int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    kit::Style &style = kit::Style::install(app);
    auto workspace = Workspace::open(app.arguments().value(1), Workspace::Role::Tool, Workspace::Missing::Refuse);
    if (!workspace) return 1;
    Pictures pictures{app.arguments().value(2, u"."_s), style};
    SilentPlayer player;
    ConversationQuery spoken;
    spoken.channel = Channel::Simulation;
    spoken.language = u"en"_s;
    const auto page = await((*workspace)->conversations().query(spoken));
    if (!page || page->rows.isEmpty()) return 1;
    const ConversationId id = page->rows.first().id;
    const auto stored = await((*workspace)->conversations().open(id));
    if (!stored) return 1;
    {
        ConversationsScreen screen((*workspace)->conversations(), (*workspace)->agents(), player);
        screen.resize(1552, 944);
        screen.show();
        wait(500);
        pictures.take(screen, u"list"_s);
        screen.open(id.text());
        wait(500);
        player.seek(9'600'000);
        pictures.take(screen, u"detail"_s);
    }
    const int seconds = app.arguments().value(3, u"26"_s).toInt();
    if (seconds == 0) return 0;
    Assembly assembly({});
    assembly.setSettings(&(*workspace)->settings());
    Calls calls(**workspace, assembly.host(), assembly.ports());
    const auto lanes = readLanes(stored->recording);
    if (!lanes) return 1;
    CallViewModel call(
        calls, [&]() -> Result<std::unique_ptr<Line>> { return std::unique_ptr<Line>(std::make_unique<FileLine>(lanes->caller)); },
        []() -> std::unique_ptr<Line> { return std::make_unique<TextScriptLine>(QStringList()); });
    NamedDevices devices;
    BenchScreen bench(call, (*workspace)->agents(), devices);
    bench.resize(1552, 944);
    bench.show();
    wait(300);
    pictures.take(bench, u"bench-empty"_s);
    bench.open(stored->row.agent);
    CallStrip strip(call);
    strip.resize(1100, 156);
    strip.show();
    call.start(*DocumentId::parse(stored->row.agent), CallViewModel::Mode::Microphone);
    wait(seconds * 1000);
    pictures.take(bench, u"bench"_s);
    strip.grab().save(pictures.folder + u"/strip.png"_s);
    call.hangUp();
    wait(1500);
    pictures.take(bench, u"bench-after"_s);
    return 0;
}
