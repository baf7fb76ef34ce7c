#include "app/sound/stereo_recorder.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/conversations.h"
#include "app/workspace/finished_conversation.h"
#include "app/workspace/workspace.h"
#include "models/conversation/log.h"
#include "tests/ui/conversations/long_call.h"
#include "tests/unit/app/workspace/await.h"
#include "ui/kit/style.h"
#include "ui/screens/conversations/conversations_screen.h"
#include "ui/screens/conversations/detail_page.h"
#include "ui/screens/conversations/list_page.h"
#include <QApplication>
#include <QElapsedTimer>
#include <QTableView>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

// Half an hour of two voices that take turns.
bool record(const QString &path, int seconds)
{
    auto recorder = StereoRecorder::open(path);
    if (!recorder) return false;
    AudioBlock voice, silence;
    for (int i = 0; i < seconds * 100; ++i) {
        for (std::size_t s = 0; s < voice.samples.size(); ++s)
            voice.samples[s] = 0.4F * std::sin(float(s) * 0.2F) * float(0.5 + 0.5 * std::sin(double(i) * 0.13));
        const bool caller = i % 1000 < 250;
        if (!(*recorder)->append(caller ? voice : silence, caller ? silence : voice)) return false;
    }
    return bool((*recorder)->finish());
}

} // namespace

// Prints how long it takes from asking for a conversation of 30 minutes to its first picture, and to its waveform.
int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    kit::Style::install(app);
    QTemporaryDir folder;
    auto workspace = Workspace::open(folder.path(), Workspace::Role::Console, Workspace::Missing::CreateEmpty);
    if (!workspace) return 1;
    Conversations &conversations = (*workspace)->conversations();
    QList<ConversationId> ids;
    for (int i = 0; i < 2; ++i) {
        const auto id = ConversationId::make((*workspace)->now());
        const auto live = conversations.makeLiveFolder(id);
        if (!live || !record(*live + u'/' + liveSoundName, 1800)) return 1;
        QFile log(*live + u'/' + liveLogName);
        if (!log.open(QIODevice::WriteOnly)) return 1;
        log.write(writeLog(longCall(id, 180, (*workspace)->now().value)));
        log.close();
        if (!QTest::qWaitFor([future = conversations.finish(id)] { return future.isFinished(); }, 600'000)) return 1;
        ids.append(id);
    }
    SilentPlayer player;
    std::vector<double> first, whole;
    for (int run = 0; run < 10; ++run) {
        ConversationsScreen screen(conversations, (*workspace)->agents(), player);
        screen.resize(1600, 1000);
        screen.show();
        auto *rows = screen.findChild<ListPage *>()->findChild<QTableView *>();
        if (!QTest::qWaitFor([&] { return rows->currentIndex().isValid(); })) return 1;
        auto *page = screen.findChild<DetailPage *>();
        bool words = false, sound = false;
        QObject::connect(page, &DetailPage::shown, page, [&] { words = true; });
        QObject::connect(page, &DetailPage::soundShown, page, [&] { sound = true; });
        QElapsedTimer clock;
        clock.start();
        screen.open(ids[0].text()); // the list has the newer one previewed
        while (!words) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        page->grab();
        first.push_back(double(clock.nsecsElapsed()) / 1e6);
        while (!sound) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        page->grab();
        whole.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    const auto print = [](const char *what, std::vector<double> values) {
        std::sort(values.begin(), values.end());
        std::printf("%-44s median %6.1f ms, worst %6.1f ms\n", what, values[values.size() / 2], values.back());
    };
    print("30 minutes: asked to first picture", first);
    print("30 minutes: asked to waveform", whole);
    return 0;
}
