#include "app/sound/stereo_recorder.h"
#include "app/workspace/conversations.h"
#include "app/workspace/workspace.h"
#include "models/conversation/log.h"
#include "tests/unit/app/workspace/await.h"
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <cmath>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

// A call's folder on its way into the store, back out, and after a crash.
class TestConversations : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    ConversationId m_id;

    QString folderOf(ConversationId id) const { return m_folder->path() + u"/conversations/"_s + id.text(); }
    static QList<ConversationEvent> callEvents(ConversationId id);
    void write(const QString &folder, const QList<ConversationEvent> &events, int seconds, int tornBytes = 0);
    QStringList found(const QString &text);

private slots:
    void init();
    void finishMovesItIn();
    void cutOffIsTakenIn();
    void livingIsLeftAlone();
    void removeAndRestore();
    void exportWritesBoth();
    void peaksSurviveDamage();
};

void TestConversations::init()
{
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = Workspace::open(m_folder->path(), Workspace::Role::Console, Workspace::Missing::CreateEmpty);
    QVERIFY(opened);
    m_workspace = std::move(*opened);
    m_id = ConversationId::make(m_workspace->now());
}

QList<ConversationEvent> TestConversations::callEvents(ConversationId id)
{
    events::Started started;
    started.conversation = id.text();
    started.agent = u"0193f000-0000-7000-8000-00000000000a"_s;
    started.agentName = u"Order desk"_s;
    started.language = u"en"_s;
    started.channel = Channel::File;
    started.utcMs = 1'700'000'000'000;
    return {{millis(0), started},
            {millis(500), events::Utterance{1, u"where is my parcel"_s, 0.9, 200'000, 1'000'000, false}},
            {millis(1400), events::AnswerPlanned{1, 1, u"n"_s, u"It left the warehouse."_s, false}},
            {millis(1420), events::AnswerStarted{1, 1'420'000}},
            {millis(2900), events::AnswerEnded{1, u"It left the warehouse."_s, 1'420'000, 2'900'000, false}}};
}

void TestConversations::write(const QString &folder, const QList<ConversationEvent> &events, int seconds, int tornBytes)
{
    QFile log(folder + u"/events.log"_s);
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write(writeLog(events));
    log.write(QByteArray(tornBytes, '\x05'));
    log.close();
    auto recorder = StereoRecorder::open(folder + u"/audio.wav"_s);
    QVERIFY(recorder);
    AudioBlock tone, silence;
    for (std::size_t i = 0; i < tone.samples.size(); ++i) tone.samples[i] = 0.5F * std::sin(float(i) * 0.2F);
    for (int i = 0; i < seconds * 100; ++i) QVERIFY((*recorder)->append(i < 100 ? tone : silence, i < 100 ? silence : tone));
    QVERIFY((*recorder)->finish());
}

QStringList TestConversations::found(const QString &text)
{
    ConversationQuery query;
    query.text = text;
    QStringList ids;
    if (const auto page = await(m_workspace->conversations().query(query)))
        for (const ConversationRow &row : page->rows) ids.append(row.id.text());
    return ids;
}

void TestConversations::finishMovesItIn()
{
    const auto folder = m_workspace->conversations().makeLiveFolder(m_id);
    QVERIFY(folder);
    QCOMPARE(*folder, folderOf(m_id));
    QList<ConversationEvent> events = callEvents(m_id);
    events.append({millis(3000), events::Ended{Outcome::Completed, {}}});
    write(*folder, events, 3);
    QSignalSpy changed(&m_workspace->conversations(), &Conversations::listChanged);
    const auto row = await(m_workspace->conversations().finish(m_id));
    QVERIFY(row);
    QCOMPARE(row->outcome, Outcome::Completed);
    QCOMPARE(row->agentName, u"Order desk"_s);
    QCOMPARE(row->turns, 1);
    QCOMPARE(row->p95Ms, std::optional<qint64>(420));
    QVERIFY(QTest::qWaitFor([&] { return changed.count() > 0; }));
    QVERIFY(!QFileInfo::exists(*folder + u"/events.log"_s));

    QCOMPARE(found(u"parcel"_s), QStringList{m_id.text()});
    QCOMPARE(found(u"warehouse left"_s), QStringList{m_id.text()});
    QVERIFY(found(u"elephant"_s).isEmpty());
    const auto opened = await(m_workspace->conversations().open(m_id));
    QVERIFY(opened);
    QCOMPARE(opened->events.size(), events.size());
    QCOMPARE(opened->summary.transcript.size(), 2);
    QVERIFY(QFileInfo::exists(opened->recording));
    const auto peaks = await(m_workspace->conversations().peaks(m_id));
    QVERIFY(peaks);
    QVERIFY(qAbs(int(peaks->caller.samples()) - 48000) <= 320);
    const auto loudness = [](const Peaks &lane, double second) { return lane.columns(second * 16000, 160, 1)[0].max; };
    QVERIFY(loudness(peaks->caller, 0.5) > 0.3F && loudness(peaks->agent, 0.5) < 0.08F);
    QVERIFY(loudness(peaks->caller, 2) < 0.08F && loudness(peaks->agent, 2) > 0.3F);
}

void TestConversations::cutOffIsTakenIn()
{
    QVERIFY(QDir().mkpath(folderOf(m_id)));
    write(folderOf(m_id), callEvents(m_id), 5, 3); // killed in the middle of a record, two seconds after the last event
    QCOMPARE(*await(m_workspace->conversations().recover()), 1);
    const auto opened = await(m_workspace->conversations().open(m_id));
    QVERIFY(opened);
    QCOMPARE(opened->row.outcome, Outcome::CutOff);
    QCOMPARE(opened->row.durationMs, 5000);
    QCOMPARE(opened->summary.outcome, std::optional(Outcome::CutOff));
    QVERIFY(QFileInfo::exists(opened->recording));
    QCOMPARE(*await(m_workspace->conversations().recover()), 0);
}

void TestConversations::livingIsLeftAlone()
{
    const auto folder = m_workspace->conversations().makeLiveFolder(m_id);
    write(*folder, callEvents(m_id), 1);
    auto tool = Workspace::open(m_folder->path(), Workspace::Role::Tool, Workspace::Missing::Refuse);
    QVERIFY(tool);
    QCOMPARE(*await((*tool)->conversations().recover()), 0);
    QVERIFY(QFileInfo::exists(*folder + u"/events.log"_s));
    QVERIFY(await(m_workspace->conversations().finish(m_id)));
}

void TestConversations::removeAndRestore()
{
    write(*m_workspace->conversations().makeLiveFolder(m_id), callEvents(m_id), 1);
    QVERIFY(await(m_workspace->conversations().finish(m_id)));
    QVERIFY(await(m_workspace->conversations().remove(m_id)));
    QVERIFY(found(u"parcel"_s).isEmpty());
    QVERIFY(await(m_workspace->conversations().restore(m_id)));
    QCOMPARE(found(u"parcel"_s).size(), 1);
    QVERIFY(await(m_workspace->conversations().remove(m_id)));
    QVERIFY(QFileInfo::exists(folderOf(m_id)));
    m_workspace.reset(); // now it is gone for good
    QVERIFY(!QFileInfo::exists(folderOf(m_id)));
}

void TestConversations::exportWritesBoth()
{
    write(*m_workspace->conversations().makeLiveFolder(m_id), callEvents(m_id), 1);
    QVERIFY(await(m_workspace->conversations().finish(m_id)));
    const auto written = await(m_workspace->conversations().exportTo(m_id, m_folder->filePath(u"out"_s)));
    QVERIFY(written);
    QCOMPARE(written->size(), 2);
    QFile events(written->first());
    QVERIFY(events.open(QIODevice::ReadOnly));
    QCOMPARE(events.readAll().count('\n'), 6); // five and the end that was missing
    QCOMPARE(await(m_workspace->conversations().exportTo(ConversationId::make({1}), m_folder->path())).error().code, Error::Code::NotFound);
}

void TestConversations::peaksSurviveDamage()
{
    write(*m_workspace->conversations().makeLiveFolder(m_id), callEvents(m_id), 1);
    QVERIFY(await(m_workspace->conversations().finish(m_id)));
    const QString path = folderOf(m_id) + u"/peaks.bin"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.resize(20);
    file.close();
    const auto peaks = await(m_workspace->conversations().peaks(m_id));
    QVERIFY(peaks);
    QVERIFY(peaks->caller.samples() >= 15800);
}

QTEST_GUILESS_MAIN(TestConversations)
#include "test_conversations.moc"
