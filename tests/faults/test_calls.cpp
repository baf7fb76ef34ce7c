// Calls in which something breaks: they say so, go on where they can, and leave a conversation that can be looked at.
#include "app/sound/sound_reader.h"
#include "tests/support/loopback/loopback_server.h"
#include "tests/support/voxctl_program.h"
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

const QString kCard = u"/usr/share/pocketsphinx/test/data/cards/001.wav"_s;

struct WavFormat {
    int rate = 16000, channels = 1, bits = 16;
};

// Two seconds of silence, then the voice, in any PCM format.
QByteArray wav(const std::vector<float> &voice, const WavFormat &format)
{
    QByteArray data;
    const auto frames = qsizetype(double(voice.size()) * format.rate / 16000) + 2 * format.rate;
    for (qsizetype frame = 0; frame < frames; ++frame) {
        const auto at = std::size_t(std::max<qsizetype>(0, frame - 2 * format.rate) * 16000.0 / format.rate);
        const float sample = frame < 2 * format.rate || at >= voice.size() ? 0 : voice[at];
        for (int channel = 0; channel < format.channels; ++channel) {
            const auto value = qint32(std::lround(double(sample) * std::pow(2.0, format.bits - 1) * 0.9));
            for (int byte = 0; byte < format.bits / 8; ++byte) data.append(char((value >> (8 * byte)) & 0xff));
        }
    }
    QByteArray out;
    const auto number = [&](quint32 value, int bytes) { for (int i = 0; i < bytes; ++i) out.append(char((value >> (8 * i)) & 0xff)); };
    out.append("RIFF"); number(quint32(36 + data.size()), 4); out.append("WAVEfmt "); number(16, 4); number(1, 2);
    number(quint32(format.channels), 2); number(quint32(format.rate), 4);
    number(quint32(format.rate * format.channels * format.bits / 8), 4); number(quint32(format.channels * format.bits / 8), 2);
    number(quint32(format.bits), 2); out.append("data"); number(quint32(data.size()), 4);
    return out + data;
}

} // namespace

class TestCalls : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<float> m_voice;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) return {};
        file.write(bytes);
        return file.fileName();
    }
    VoxctlProgram::Outcome run(const QStringList &arguments) const { return VoxctlProgram(path(u"ws"_s)).run(arguments); }
    static QStringList heard(const QJsonObject &call, const QString &who)
    {
        QStringList texts;
        for (const QJsonValue &line : call["transcript"_L1].toArray())
            if (line["who"_L1] == who) texts.append(line["text"_L1].toString());
        return texts;
    }
    static QStringList errors(const QJsonObject &call, const QString &field = u"code"_s)
    {
        QStringList codes;
        for (const QJsonValue &error : call["errors"_L1].toArray()) codes.append(error[field].toString());
        return codes;
    }
    QStringList talk(const QString &caller, const QStringList &more = {}) const
    {
        return QStringList{u"talk"_s, u"--agent"_s, u"Room test"_s, u"--in"_s, caller, u"--json"_s, u"--speed"_s, u"max"_s} + more;
    }
    // The folder that setup fills, as links, without `without`.
    QString depsWithout(const QStringList &without) const
    {
        const QString from = qEnvironmentVariable("VOXDESK_DEPS"), to = path(u"deps"_s);
        QDir(to).removeRecursively();
        QDir().mkpath(to + u"/models"_s);
        for (const QString &folder : {QString(), u"models/"_s})
            for (const QString &name : QDir(from + u'/' + folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
                if (!without.contains(folder + name) && folder + name != "models"_L1)
                    QFile::link(from + u'/' + folder + name, to + u'/' + folder + name);
        return to;
    }

private slots:
    void initTestCase()
    {
        auto voice = vox::readMono(kCard);
        if (!voice) QSKIP("pocketsphinx-testdata is not installed");
        m_voice = std::move(*voice);
        const QString agent = QStringLiteral(VOX_SOURCE_DIR "/tests/loop/room_test.agent.json");
        QCOMPARE(run({u"agents"_s, u"import"_s, agent}).status, 0);
    }

    void soundIsConverted_data()
    {
        QTest::addColumn<int>("rate");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("bits");
        QTest::newRow("CD") << 44100 << 2 << 16;
        QTest::newRow("telephone") << 8000 << 1 << 16;
        QTest::newRow("studio") << 48000 << 2 << 24;
    }
    void soundIsConverted()
    {
        QFETCH(int, rate);
        QFETCH(int, channels);
        QFETCH(int, bits);
        const auto outcome = run(talk(write(u"in.wav"_s, wav(m_voice, {rate, channels, bits}))));
        QVERIFY2(outcome.status == 0, qPrintable(outcome.complaints));
        const QStringList said = heard(outcome.json(), u"caller"_s);
        QVERIFY2(!said.isEmpty() && said.first().contains(u"ten"_s, Qt::CaseInsensitive), qPrintable(said.join(u'|')));
    }

    void brokenSoundIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = wav(m_voice, {});
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello, this is no sound at all, whatever its name says");
        QTest::newRow("header only") << good.left(20);
        QTest::newRow("no rate") << QByteArray(good).replace(24, 4, QByteArray(4, '\0'));
        QTest::newRow("no channels") << QByteArray(good).replace(22, 2, QByteArray(2, '\0'));
        QTest::newRow("strange depth") << QByteArray(good).replace(34, 2, QByteArray("\x07\0", 2));
    }
    void brokenSoundIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto outcome = run(talk(write(u"broken.wav"_s, bytes)));
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.complaints.contains(u"broken.wav"_s), qPrintable(outcome.complaints));
        QVERIFY(outcome.out.isEmpty());
    }

    // Killed without a word: at the next start the call is there, up to the last second.
    void killedCallIsKept()
    {
        const QString caller = write(u"long.wav"_s, wav(m_voice, {}));
        VoxctlProgram program(path(u"killed"_s));
        const QString agent = QStringLiteral(VOX_SOURCE_DIR "/tests/loop/room_test.agent.json");
        QCOMPARE(program.run({u"agents"_s, u"import"_s, agent}).status, 0);
        program.start({u"talk"_s, u"--agent"_s, u"Room test"_s, u"--in"_s, caller, u"--events"_s, path(u"killed.ndjson"_s), u"--json"_s});
        const QString conversations = path(u"killed/conversations"_s);
        const auto recording = [&] {
            const QStringList calls = QDir(conversations).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
            return calls.size() == 1 ? conversations + u'/' + calls.first() + u"/audio.wav"_s : QString();
        };
        // Until six seconds of sound are on the disk: 16 kHz, two channels, two bytes.
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(recording()).size() > 6 * 64000, 40000);
        const qint64 onDisk = QFileInfo(recording()).size();
        program.kill();

        const auto list = program.run({u"conversations"_s, u"list"_s, u"--json"_s});
        QCOMPARE(list.status, 0);
        const QJsonArray rows = QJsonDocument::fromJson(list.out).array();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0]["outcome"_L1].toString(), u"cut_off"_s);
        const double seconds = rows[0]["duration_ms"_L1].toDouble() / 1000;
        QVERIFY2(seconds >= double(onDisk) / 64000 - 1.05, qPrintable(QString::number(seconds)));

        const QString id = rows[0]["conversation"_L1].toString();
        const auto shown = program.run({u"conversations"_s, u"show"_s, id, u"--json"_s});
        QCOMPARE(shown.status, 0);
        QVERIFY(heard(shown.json(), u"agent"_s).contains(u"Go ahead."_s));
        QVERIFY(!heard(shown.json(), u"caller"_s).isEmpty());
        // The recording plays and is as long as the journal says.
        QStringList sounds = QDir(conversations + u'/' + id).entryList({u"audio.*"_s}, QDir::Files);
        QCOMPARE(sounds.size(), 1);
        const auto lanes = vox::readLanes(conversations + u'/' + id + u'/' + sounds.first());
        QVERIFY(lanes);
        QVERIFY2(std::fabs(double(lanes->caller.size()) / 16000 - seconds) <= 1.05,
                 qPrintable(u"%1 s of sound, %2 s by the log"_s.arg(double(lanes->caller.size()) / 16000).arg(seconds)));
    }

    void damagedModelIsToldAndReplaced()
    {
        const QString deps = depsWithout({u"models/moonshine-base-en"_s});
        const QString from = qEnvironmentVariable("VOXDESK_DEPS") + u"/models/moonshine-base-en"_s, to = deps + u"/models/moonshine-base-en"_s;
        QDir().mkpath(to);
        for (const QString &name : QDir(from).entryList(QDir::Files))
            if (name != "vocabulary.txt"_L1) QFile::link(from + u'/' + name, to + u'/' + name);
        QFile vocabulary(from + u"/vocabulary.txt"_s);
        QVERIFY(vocabulary.open(QIODevice::ReadOnly));
        QByteArray bytes = vocabulary.readAll();
        bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
        write(u"deps/models/moonshine-base-en/vocabulary.txt"_s, bytes);

        VoxctlProgram program(path(u"ws"_s));
        program.setEnvironment(u"VOXDESK_DEPS"_s, deps);
        const auto outcome = program.run(talk(write(u"in.wav"_s, wav(m_voice, {}))));
        QCOMPARE(outcome.status, 0);
        QCOMPARE(errors(outcome.json()), QStringList{u"ModelDamaged"_s});
        QVERIFY(errors(outcome.json(), u"message"_s).first().contains(u"moonshine-base-en"_s));
        QVERIFY(!heard(outcome.json(), u"caller"_s).isEmpty());
    }

    void withoutAnyModelTheCallSaysSo()
    {
        VoxctlProgram program(path(u"ws"_s));
        const QString all = qEnvironmentVariable("VOXDESK_DEPS") + u"/models"_s;
        QStringList models;
        for (const QString &name : QDir(all).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) models.append(u"models/"_s + name);
        program.setEnvironment(u"VOXDESK_DEPS"_s, depsWithout(models));
        const auto outcome = program.run(talk(write(u"in.wav"_s, wav(m_voice, {}))));
        QCOMPARE(outcome.status, 0); // the agent's patience ends it well
        QVERIFY(errors(outcome.json()).contains(u"ModelMissing"_s));
        QCOMPARE(outcome.json()["outcome"_L1].toString(), u"completed"_s);
        // Typed words need no model.
        const auto typed = program.run({u"talk"_s, u"--agent"_s, u"Room test"_s, u"--text"_s, u"-"_s, u"--json"_s, u"--speed"_s, u"max"_s}, "hello\n");
        QCOMPARE(errors(typed.json()), QStringList());
        QVERIFY(heard(typed.json(), u"agent"_s).contains(u"All right, that was the first one."_s));
    }

    void withoutRhvoiceAnotherVoiceSpeaks()
    {
        VoxctlProgram program(path(u"ws"_s));
        program.setEnvironment(u"VOXDESK_DEPS"_s, depsWithout({u"rhvoice"_s}));
        const auto outcome = program.run(talk(write(u"in.wav"_s, wav(m_voice, {})), {u"--out"_s, path(u"out.wav"_s)}));
        QCOMPARE(outcome.status, 0);
        const auto lanes = vox::readLanes(path(u"out.wav"_s));
        QVERIFY(lanes);
        QVERIFY(std::any_of(lanes->agent.begin(), lanes->agent.end(), [](float sample) { return std::fabs(sample) > 0.05f; }));
    }

    // A disk that fills up: the call goes on, says so, and what was written stays.
    void fullDiskIsTold()
    {
        const QString disk = path(u"disk"_s);
        QDir().mkpath(disk);
        if (QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=3m"_s, u"tmpfs"_s, disk}) != 0) QSKIP("needs the right to mount a small disk");
        const auto unmount = qScopeGuard([&] { QProcess::execute(u"umount"_s, {disk}); });
        VoxctlProgram program(disk + u"/ws"_s);
        const QString agent = QStringLiteral(VOX_SOURCE_DIR "/tests/loop/room_test.agent.json");
        QCOMPARE(program.run({u"agents"_s, u"import"_s, agent}).status, 0);
        QFile filler(disk + u"/filler"_s);
        QVERIFY(filler.open(QIODevice::WriteOnly));
        const qint64 room = QStorageInfo(disk).bytesAvailable() - 300 * 1024;
        QCOMPARE(filler.write(QByteArray(room, 'x')), room);
        filler.close();
        const auto outcome = program.run({u"talk"_s, u"--agent"_s, u"Room test"_s, u"--in"_s, write(u"in.wav"_s, wav(m_voice, {}))});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.out.contains("audio.wav is full"), outcome.out.constData());
        QVERIFY(outcome.out.contains("Goodbye."));
        QVERIFY(filler.remove());
        const auto list = program.run({u"conversations"_s, u"list"_s, u"--json"_s});
        QCOMPARE(QJsonDocument::fromJson(list.out).array().size(), 1);
    }

    void toolTrouble_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("code");
        QTest::newRow("answers") << u"ok"_s << QString();
        QTest::newRow("answers 500") << u"500"_s << u"ServerFailed"_s;
        QTest::newRow("answers garbage and hangs up") << u"garbage"_s << u"Unreachable"_s;
        QTest::newRow("never answers") << u"silent"_s << u"TimedOut"_s;
        QTest::newRow("nobody there") << u"gone"_s << u"Refused"_s;
        QTest::newRow("on this machine, which is not allowed") << u"forbidden"_s << u"AddressForbidden"_s;
    }
    void toolTrouble()
    {
        QFETCH(QString, how);
        QFETCH(QString, code);
        auto server = std::make_unique<LoopbackServer>([&](const LoopbackServer::Request &, LoopbackServer::Connection &peer) {
            if (how == "ok"_L1 || how == "forbidden"_L1) peer.respond(200, "application/json", R"({"state": "on its way"})");
            else if (how == "500"_L1) peer.respond(500, "text/plain", "boom");
            else if (how == "garbage"_L1) peer.send("no http at all\r\n\r\n");
            else peer.waitForPeer();
        });
        const QString address = QString::fromStdString(server->address());
        if (how == "gone"_L1) server.reset();

        QFile file(QStringLiteral(VOX_SOURCE_DIR "/tests/faults/tool_user.agent.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        VoxctlProgram program(path(u"tool-"_s + how));
        if (how != "forbidden"_L1) program.setEnvironment(u"VOXDESK_TOOLS_MAY_REACH"_s, u"loopback"_s);
        const QByteArray agent = file.readAll().replace("http://127.0.0.1:1", address.toUtf8());
        const auto imported = program.run({u"agents"_s, u"import"_s, write(u"tool.json"_s, agent)});
        QVERIFY2(imported.status == 0, qPrintable(imported.complaints));
        const auto outcome = program.run({u"talk"_s, u"--agent"_s, u"Tool user"_s, u"--text"_s, u"-"_s, u"--json"_s}, "where is it\n");
        const QStringList said = heard(outcome.json(), u"agent"_s);
        QCOMPARE(outcome.status, 0);
        QVERIFY2(said.contains(code.isEmpty() ? u"It is on its way."_s : u"I cannot look it up right now."_s), qPrintable(said.join(u'|')));
        QCOMPARE(errors(outcome.json()), code.isEmpty() ? QStringList() : QStringList{code});
    }
};

QTEST_GUILESS_MAIN(TestCalls)
#include "test_calls.moc"
