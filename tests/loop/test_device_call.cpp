// Calls over a microphone and a loudspeaker, listened to from outside the program.
#include "tests/loop/room.h"
#include "models/audio/block.h"
#include "tests/support/voxctl_program.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>
#include <cmath>

using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {
constexpr int kPatienceMs = 40000; // a busy machine is slow to start a call
constexpr int kBetween = 600;      // gaps shorter than this are inside an utterance
constexpr int kAttempts = 3;
constexpr double kMissedMs = 120;  // the recorder reads in pieces
constexpr double kLongerMs = 15; // of a tail that one rate shows and the other does not

// More work than processors: sound in real time has holes then, whoever plays it.
bool machineIsBusy()
{
    QFile file(u"/proc/loadavg"_s);
    return file.open(QIODevice::ReadOnly) && file.readLine().split(' ').first().toDouble() > 1.5 * QThread::idealThreadCount();
}

QString card(int number) { return u"/usr/share/pocketsphinx/test/data/cards/%1.wav"_s.arg(number, 3, 10, QChar(u'0')); }
} // namespace

class TestDeviceCall : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<VoxctlProgram> m_program;
    std::unique_ptr<Room> m_room;
    std::vector<std::vector<float>> m_voices;

    void call(const QStringList &more = {})
    {
        m_program = std::make_unique<VoxctlProgram>(m_folder.path());
        m_room = std::make_unique<Room>();
        m_room->startRecording();
        m_program->start(QStringList{u"talk"_s, u"--agent"_s, u"Room test"_s, u"--devices"_s, u"--json"_s} + more);
    }
    // The agent was heard after `fromMs`, and has been silent for `forMs` since.
    bool agentFinished(double fromMs, double forMs = 900) const
    {
        return m_room->agentLastAudibleMs() > fromMs && m_room->agentSilentMs() > forMs;
    }
    bool agentSpeaksSince(double fromMs, double forMs) const
    {
        const auto said = m_room->agent(kBetween);
        return !said.empty() && said.back().startMs > fromMs && m_room->nowMs() - said.back().startMs > forMs;
    }
    // Waits with the recorder running, which would lose sound if it was not read.
    VoxctlProgram::Outcome ended()
    {
        const bool over = QTest::qWaitFor([this] { return m_program->process().state() == QProcess::NotRunning; }, kPatienceMs);
        const auto outcome = m_program->finish(over ? 1000 : 0);
        m_room->stopRecording();
        if (outcome.status != 0) {
            qInfo().noquote() << outcome.out << outcome.complaints;
            for (const Heard &said : m_room->caller(kBetween)) qInfo("caller %.0f - %.0f", said.startMs, said.endMs);
            for (const Heard &said : m_room->agent(kBetween)) qInfo("agent  %.0f - %.0f", said.startMs, said.endMs);
        }
        return outcome;
    }
    struct Delays {
        std::vector<double> apartMs; // by turn: log against room
        double silentAfterMs = 0;    // who interrupted was talked over for so long
        QString lost;                // sound that players, recorder or devices lost; empty: none
    };
    // One call of five turns, the last of which interrupts.
    Delays delays()
    {
        Delays out;
        converse();
        if (QTest::currentTestFailed()) return out;
        const auto outcome = ended();
        compare(outcome, out);
        return out;
    }
    void converse()
    {
        call({u"--headset"_s});
        double from = -1;
        for (int turn = 0; turn < 4; ++turn) {
            QTRY_VERIFY_WITH_TIMEOUT(agentFinished(from), kPatienceMs);
            from = m_room->nowMs();
            m_room->say(m_voices[std::size_t(turn)]);
        }
        QTRY_VERIFY_WITH_TIMEOUT(agentSpeaksSince(from, 2500), kPatienceMs);
        m_room->say(m_voices[4]);
    }
    void compare(const VoxctlProgram::Outcome &outcome, Delays &out)
    {
        QCOMPARE(outcome.status, 0);
        const QJsonObject call = outcome.json();
        QCOMPARE(call["outcome"_L1].toString(), u"completed"_s);
        if (errorCodes(call).contains(u"TimedOut"_s)) out.lost = u"something in the call was too late"_s;
        if (!out.lost.isEmpty()) return;
        QCOMPARE(errorCodes(call), QStringList());
        const auto caller = m_room->caller(kBetween), agent = m_room->agent(kBetween);
        out.lost = lostIn(caller, agent);
        if (!out.lost.isEmpty()) return;
        const auto turns = answered(call);
        QCOMPARE(turns.size(), 5);
        for (std::size_t i = 0; i < 5; ++i) {
            const auto answer = std::find_if(agent.begin(), agent.end(), [&](const Heard &said) { return said.startMs > caller[i].endMs; });
            QVERIFY(answer != agent.end());
            const double outside = answer->startMs - caller[i].endMs;
            const double inside = turns[qsizetype(i)]["total_ms"_L1].toDouble();
            out.apartMs.push_back(std::fabs(outside - inside));
            qInfo("turn %d: %.0f ms in the room, %.0f ms in the log (%+.0f)", int(i) + 1, outside, inside, inside - outside);
        }
        const auto cut = std::find_if(agent.begin(), agent.end(), [&](const Heard &said) { return said.startMs < caller[4].startMs && said.endMs > caller[4].startMs; });
        QVERIFY(cut != agent.end());
        out.silentAfterMs = cut->endMs - caller[4].startMs;
        qInfo("barge-in: first caller sample to silence %.0f ms", out.silentAfterMs);
    }
    QString lostIn(const std::vector<Heard> &caller, const std::vector<Heard> &agent) const
    {
        if (std::fabs(m_room->missedMs()) > kMissedMs) return u"the recorder missed %1 ms"_s.arg(m_room->missedMs());
        if (caller.size() != m_voices.size()) return u"the caller was heard %1 times"_s.arg(caller.size());
        for (std::size_t i = 0; i < caller.size(); ++i) {
            const double longer = caller[i].endMs - caller[i].startMs - double(m_voices[i].size()) * 1000 / vox::kSampleRate;
            if (std::fabs(longer) > kLongerMs) return u"the caller's voice %1 took %2 ms longer"_s.arg(i + 1).arg(longer);
        }
        int holes = 0;
        for (const Heard &said : agent) holes += m_room->holesInAgent(said, 10);
        return holes > 0 ? u"%1 holes in the agent's voice"_s.arg(holes) : QString();
    }
    static QList<QJsonObject> answered(const QJsonObject &call)
    {
        QList<QJsonObject> turns;
        for (const QJsonValue &turn : call["turns"_L1].toArray())
            if (!turn["total_ms"_L1].isNull() && !turn["caller_end_ms"_L1].isNull()) turns.append(turn.toObject());
        return turns;
    }
    QList<QJsonObject> eventsIn(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        QList<QJsonObject> events;
        if (file.open(QIODevice::ReadOnly))
            while (!file.atEnd()) events.append(QJsonDocument::fromJson(file.readLine()).object());
        return events;
    }
    static int count(const QList<QJsonObject> &events, const QString &type)
    {
        return int(std::count_if(events.begin(), events.end(), [&](const QJsonObject &event) { return event["type"_L1] == type; }));
    }
    static QStringList errorCodes(const QJsonObject &call)
    {
        QStringList codes;
        for (const QJsonValue &error : call["errors"_L1].toArray()) codes.append(error["code"_L1].toString());
        return codes;
    }

private slots:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("PULSE_SERVER")) QSKIP("run me under tests/support/with_pulse");
        const auto imported = VoxctlProgram(m_folder.path()).run({u"agents"_s, u"import"_s, QStringLiteral(VOX_SOURCE_DIR "/tests/loop/room_test.agent.json")});
        QCOMPARE(imported.status, 0);
        for (int number = 1; number <= 5; ++number) {
            auto voice = recordedVoice(card(number));
            if (!voice) QSKIP("pocketsphinx-testdata is not installed");
            m_voices.push_back(std::move(*voice));
        }
    }
    void cleanup()
    {
        m_program.reset();
        m_room.reset();
    }

    // The delay in the log is the delay in the room, in every turn; the agent's voice has no holes; who interrupts is not
    // talked over. A call in which the machine lost sound measures the machine: it is made again.
    void delayIsWhatIsHeard()
    {
        for (int attempt = 1; attempt <= kAttempts; ++attempt) {
            const Delays heard = delays();
            if (QTest::currentTestFailed()) return;
            if (!heard.lost.isEmpty()) {
                qInfo("attempt %d: %s", attempt, qPrintable(heard.lost));
                continue;
            }
            for (std::size_t turn = 0; turn < heard.apartMs.size(); ++turn)
                QVERIFY2(heard.apartMs[turn] <= 30, qPrintable(u"turn %1: %2 ms"_s.arg(turn + 1).arg(heard.apartMs[turn])));
            QVERIFY(heard.silentAfterMs < 600);
            return;
        }
        if (machineIsBusy()) QSKIP("the machine is too busy to play and record sound without losing some");
        QFAIL("sound was lost in every call");
    }

    // The agent's voice in the microphone, as loudspeakers have it: it does not interrupt or answer itself.
    void ownEchoDoesNotInterrupt()
    {
        const int echo = Room::load({u"module-loopback"_s, u"source=vox_heard"_s, u"sink=vox_caller"_s, u"latency_msec=40"_s});
        QVERIFY(echo >= 0);
        const auto gone = qScopeGuard([&] { Room::unload(echo); });
        QTRY_VERIFY(Room::setVolume(echo, u"-10dB"_s));
        call({u"--events"_s, m_folder.filePath(u"echo.log"_s)});
        double from = -1;
        for (std::size_t turn = 0; turn < 3; ++turn) {
            QTRY_VERIFY_WITH_TIMEOUT(agentFinished(from), kPatienceMs);
            from = m_room->nowMs();
            m_room->say(m_voices[turn]);
        }
        QTRY_VERIFY_WITH_TIMEOUT(agentFinished(from, 1500), kPatienceMs);
        m_program->kill();
        const auto events = eventsIn(u"echo.log"_s);
        QCOMPARE(count(events, u"stopped"_s), 0);
        QCOMPARE(count(events, u"utterance"_s), 3);
        qInfo("holds: %d", count(events, u"held"_s));
    }

    // Pulled out in the middle of a call: it is said, and the call goes on; with no other microphone in silence, so that
    // the agent's patience ends it well.
    void microphonePulledOut()
    {
        QVERIFY(Room::unload(Room::indexOf(u"source_name=vox_heard"_s)));
        call();
        QTRY_VERIFY_WITH_TIMEOUT(agentFinished(-1), kPatienceMs);
        const double from = m_room->nowMs();
        m_room->say(m_voices[0]);
        QTRY_VERIFY_WITH_TIMEOUT(agentSpeaksSince(from, 300), kPatienceMs);
        const QStringList microphone{u"module-remap-source"_s, u"source_name=vox_microphone"_s, u"master=vox_room.monitor"_s, u"channels=1"_s,
                                     u"channel_map=front-left"_s, u"master_channel_map=front-left"_s, u"remix=no"_s};
        const auto back = qScopeGuard([&] { Room::load(microphone); Room::setDefaultSource(u"vox_microphone"_s); });
        QVERIFY(Room::unload(Room::indexOf(u"source_name=vox_microphone"_s)));
        const auto outcome = ended();
        QCOMPARE(outcome.status, 0);
        const QJsonObject call = outcome.json();
        QVERIFY(errorCodes(call).contains(u"DeviceLost"_s));
        QCOMPARE(call["outcome"_L1].toString(), u"completed"_s);
        QCOMPARE(call["transcript"_L1].toArray().last()["text"_L1].toString(), u"Goodbye."_s);
    }

    void loudspeakerPulledOut()
    {
        call();
        QTRY_VERIFY_WITH_TIMEOUT(agentFinished(-1), kPatienceMs);
        const QStringList speaker{u"module-remap-sink"_s, u"sink_name=vox_speaker"_s, u"master=vox_room"_s, u"channels=1"_s,
                                  u"channel_map=front-right"_s, u"master_channel_map=front-right"_s, u"remix=no"_s};
        const auto back = qScopeGuard([&] { Room::load(speaker); Room::setDefaultSink(u"vox_speaker"_s); });
        QVERIFY(Room::unload(Room::indexOf(u"sink_name=vox_speaker"_s)));
        // Another loudspeaker takes over where there is one; what is said is heard, by log and recording, in any case.
        m_room->say(m_voices[0]);
        const auto outcome = ended();
        QCOMPARE(outcome.status, 0);
        const QJsonObject call = outcome.json();
        QVERIFY(errorCodes(call).contains(u"DeviceLost"_s));
        QCOMPARE(call["outcome"_L1].toString(), u"completed"_s);
    }

    void noMicrophoneAtAll()
    {
        const QStringList microphone{u"module-remap-source"_s, u"source_name=vox_microphone"_s, u"master=vox_room.monitor"_s, u"channels=1"_s,
                                     u"channel_map=front-left"_s, u"master_channel_map=front-left"_s, u"remix=no"_s};
        for (const QString &source : {u"source_name=vox_heard"_s, u"source_name=vox_microphone"_s})
            if (const int module = Room::indexOf(source); module >= 0) QVERIFY(Room::unload(module));
        const auto outcome = VoxctlProgram(m_folder.path()).run({u"talk"_s, u"--agent"_s, u"Room test"_s, u"--devices"_s});
        Room::load(microphone);
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.complaints.contains(u"No microphone was found."_s), qPrintable(outcome.complaints));
    }
};

QTEST_GUILESS_MAIN(TestDeviceCall)
#include "test_device_call.moc"
