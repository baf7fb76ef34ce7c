#include "app/calls/calls.h"
#include "app/host/text_script_line.h"
#include "app/realtime/work_pool.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/workspace.h"
#include "tests/support/stub_ports.h"
#include "tests/unit/app/workspace/await.h"
#include "ui/kit/empty.h"
#include "ui/kit/right_panel.h"
#include "ui/kit/segments.h"
#include "ui/kit/style.h"
#include "ui/screens/bench/bench_header.h"
#include "ui/screens/bench/bench_screen.h"
#include "ui/screens/bench/bench_side.h"
#include "ui/screens/call/call_strip.h"
#include "ui/screens/call/transcript_view.h"
#include "ui/screens/call/trouble_bar.h"
#include "ui/screens/call/words_in_writing.h"
#include "ui/viewmodels/call_view_model.h"
#include "ui/viewmodels/device_choice.h"
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

class NoDevices final : public DeviceChoice {
public:
    QList<Device> microphones() const override { return {}; }
    QList<Device> loudspeakers() const override { return {}; }
    QString microphone() const override { return {}; }
    QString loudspeaker() const override { return {}; }
    void chooseMicrophone(const QString &) override {}
    void chooseLoudspeaker(const QString &) override {}
};

std::unique_ptr<Line> silence() { return std::make_unique<TextScriptLine>(QStringList(), std::numeric_limits<std::int64_t>::max()); }

} // namespace

// The bench over a real workspace and a real host with stub parts: a call in writing, and what is said when something is
// missing.
class TestBenchScreen : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void callInWriting();
    void noMicrophoneOffersWriting();
    void aNarrowWindowKeepsItsWork();
    void echoIsToldWhileItIsTakenOut();
    void loadingIsShownAndGivenUp_data();
    void loadingIsShownAndGivenUp();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
    stubs::StubPortFactory m_ports;
    std::unique_ptr<WorkPool> m_pool;
    std::unique_ptr<ConversationHost> m_host;
    std::unique_ptr<Calls> m_calls;
    std::unique_ptr<CallViewModel> m_call;
    NoDevices m_devices;
};

void TestBenchScreen::initTestCase()
{
    kit::Style::install(*qApp);
    auto opened = Workspace::open(m_folder.path(), Workspace::Role::Console, Workspace::Missing::CreateDemo);
    QVERIFY(opened);
    m_workspace = std::move(*opened);
    m_pool = std::make_unique<WorkPool>(1);
    m_host = std::make_unique<ConversationHost>(m_ports, *m_pool);
    m_calls = std::make_unique<Calls>(*m_workspace, *m_host, m_ports);
    m_call = std::make_unique<CallViewModel>(
        *m_calls, []() -> Result<std::unique_ptr<Line>> { return Error(Error::Code::NoMicrophone); },
        silence);
}

void TestBenchScreen::cleanupTestCase()
{
    m_call.reset();
    m_calls.reset();
    m_host.reset();
    m_pool.reset();
    m_workspace.reset();
}

void TestBenchScreen::noMicrophoneOffersWriting()
{
    BenchScreen screen(*m_call, m_workspace->agents(), m_devices);
    screen.resize(1400, 900);
    screen.show();
    QVERIFY(QTest::qWaitForWindowExposed(&screen));
    auto *header = screen.findChild<BenchHeader *>();
    QTRY_VERIFY(!header->agent().isNull());
    auto *trouble = screen.findChild<TroubleBar *>();
    QVERIFY(!trouble->isVisible());
    QTest::keyClick(&screen, Qt::Key_F9);
    QTRY_VERIFY(trouble->isVisible());
    QCOMPARE(trouble->error()->code, Error::Code::NoMicrophone);
    QVERIFY(!m_call->isRunning());
    emit trouble->actionPressed(); // call in writing
    QTRY_COMPARE(m_call->state(), CallViewModel::State::Live);
    QVERIFY(!trouble->isVisible());
    QTest::keyClick(&screen, Qt::Key_F9);
    QTRY_VERIFY(!m_call->isRunning());
}

// The panel lies over the work only when somebody asks for it, and then at the right edge.
void TestBenchScreen::aNarrowWindowKeepsItsWork()
{
    BenchScreen screen(*m_call, m_workspace->agents(), m_devices);
    screen.resize(1000, 700);
    screen.show();
    QVERIFY(QTest::qWaitForWindowExposed(&screen));
    QTRY_VERIFY(!screen.findChild<BenchHeader *>()->agent().isNull());
    screen.findChild<BenchHeader *>()->setMode(CallViewModel::Mode::Text);
    QTest::keyClick(&screen, Qt::Key_F9);
    QTRY_COMPARE(m_call->state(), CallViewModel::State::Live);
    QTRY_VERIFY(!m_call->events().isEmpty());
    auto *side = screen.findChild<BenchSide *>();
    auto *panels = screen.findChild<kit::RightPanel *>();
    QVERIFY(!side->isVisible());
    panels->setOpen(true);
    QVERIFY(side->isVisible());
    QCOMPARE(side->geometry().right(), panels->width() - 1);
    QTest::keyClick(&screen, Qt::Key_F9);
    QTRY_VERIFY(!m_call->isRunning());
}

// With a microphone beside a loudspeaker the figure is there from the start of the call, and only then.
void TestBenchScreen::echoIsToldWhileItIsTakenOut()
{
    CallViewModel call(*m_calls, []() -> Result<std::unique_ptr<Line>> { return silence(); }, silence);
    BenchDevices row(call, m_devices);
    row.show();
    const auto told = [&row] {
        for (const QLabel *label : row.findChildren<QLabel *>())
            if (label->isVisible() && label->text().startsWith("ERLE"_L1)) return label->text();
        return QString();
    };
    QVERIFY(told().isEmpty());
    const auto agents = await(m_workspace->agents().list());
    call.start(agents->first().id, CallViewModel::Mode::Microphone);
    QVERIFY(call.cancelsEcho());
    QTRY_COMPARE(call.state(), CallViewModel::State::Live);
    QTRY_VERIFY(!told().isEmpty());
    call.hangUp();
    QTRY_VERIFY(!call.isRunning());
    QVERIFY(told().isEmpty());
    call.start(agents->first().id, CallViewModel::Mode::Text);
    QVERIFY(!call.cancelsEcho());
    QTRY_COMPARE(call.state(), CallViewModel::State::Live);
    QVERIFY(told().isEmpty());
    call.hangUp();
    QTRY_VERIFY(!call.isRunning());
}

void TestBenchScreen::loadingIsShownAndGivenUp_data()
{
    QTest::addColumn<bool>("givenUp");
    QTest::newRow("until it is there") << false;
    QTest::newRow("until the operator has enough") << true;
}

void TestBenchScreen::loadingIsShownAndGivenUp()
{
    QFETCH(bool, givenUp);
    CallViewModel call(*m_calls, []() -> Result<std::unique_ptr<Line>> { return silence(); }, silence);
    BenchScreen screen(call, m_workspace->agents(), m_devices);
    screen.resize(1400, 900);
    screen.show();
    auto *header = screen.findChild<BenchHeader *>();
    QTRY_VERIFY(!header->agent().isNull());
    const auto says = [&](const QString &text) {
        const auto labels = header->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->isVisibleTo(header) && label->text() == text; });
    };
    const QString loading = u"Loading the recogniser…"_s;
    m_ports.modelLoads = true;
    const int asked = m_ports.modelsAsked, before = m_calls->running();
    call.start(header->agent(), CallViewModel::Mode::Text);
    QTRY_COMPARE(call.state(), CallViewModel::State::Live); // a typed call needs none
    QCOMPARE(m_ports.modelsAsked, asked);
    call.hangUp();
    QTRY_VERIFY(!call.isRunning());

    call.start(header->agent(), CallViewModel::Mode::Microphone);
    QTRY_VERIFY(call.isLoading());
    QVERIFY(says(loading));
    if (givenUp) {
        call.hangUp();
        QCOMPARE(call.state(), CallViewModel::State::Idle);
    }
    m_ports.modelLoads = false;
    QSignalSpy started(m_calls.get(), &Calls::started), failed(&call, &CallViewModel::failed);
    m_ports.loaded();
    if (givenUp) {
        call.start(header->agent(), CallViewModel::Mode::Microphone); // the next one is not taken for the first
        QTRY_COMPARE(call.state(), CallViewModel::State::Live);
        QCOMPARE(started.size(), 1);
        QVERIFY(failed.isEmpty());
    }
    QTRY_COMPARE(call.state(), CallViewModel::State::Live);
    QVERIFY(!says(loading));
    call.hangUp();
    QTRY_VERIFY(!call.isRunning());
    QTRY_COMPARE(m_calls->running(), before);
}

void TestBenchScreen::callInWriting()
{
    BenchScreen screen(*m_call, m_workspace->agents(), m_devices);
    CallStrip strip(*m_call);
    screen.resize(1400, 900);
    screen.show();
    QVERIFY(QTest::qWaitForWindowExposed(&screen));
    screen.activateWindow();
    auto *header = screen.findChild<BenchHeader *>();
    QTRY_VERIFY(!header->agent().isNull());
    header->setMode(CallViewModel::Mode::Text);
    QSignalSpy stored(m_call.get(), &CallViewModel::stored), asked(&screen, &Screen::navigationRequested);
    QTest::keyClick(&screen, Qt::Key_F9);
    QTRY_COMPARE(m_call->state(), CallViewModel::State::Live);
    auto *field = screen.findChild<WordsInWriting *>()->findChild<QLineEdit *>();
    QTRY_VERIFY(!m_call->summary().transcript.isEmpty());
    QTest::keyClicks(field, u"where is my order"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(field->text().isEmpty());
    const auto heard = [this] {
        for (const TranscriptLine &line : m_call->summary().transcript)
            if (line.who == Who::Caller && line.text == u"where is my order") return true;
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(heard(), 10000);
    auto *words = screen.findChild<TranscriptView *>();
    words->setFocus();
    QTest::keyClick(words, Qt::Key_End);
    QVERIFY(!words->readValue().isEmpty());
    QTest::keyClick(&screen, Qt::Key_F9);
    QTRY_COMPARE(stored.count(), 1);
    QTRY_VERIFY(!m_call->isRunning());
    QTest::keyClick(&screen, Qt::Key_O, Qt::ControlModifier);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][1].toString(), m_call->conversation().text());
}

QTEST_MAIN(TestBenchScreen)
#include "test_bench_screen.moc"
