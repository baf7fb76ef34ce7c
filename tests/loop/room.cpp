#include "tests/loop/room.h"
#include "app/sound/sound_reader.h"
#include "models/audio/onset.h"
#include <QDataStream>
#include <algorithm>
#include <cmath>
#include <cstring>

namespace vox::test {

using namespace Qt::StringLiterals;

namespace {
QString pactl(const QStringList &arguments)
{
    QProcess process;
    process.start(u"pactl"_s, arguments);
    if (!process.waitForFinished(10000) || process.exitCode() != 0) return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}
} // namespace

Room::Room() { connect(&m_recorder, &QProcess::readyReadStandardOutput, this, &Room::take); }

Room::~Room() { stopRecording(); }

void Room::startRecording()
{
    m_recorder.start(u"parec"_s, {u"-d"_s, u"vox_room.monitor"_s, u"--rate=48000"_s, u"--channels=2"_s, u"--format=s16le"_s, u"--latency-msec=20"_s, u"--raw"_s});
}

void Room::stopRecording()
{
    if (m_recorder.state() == QProcess::NotRunning) return;
    take();
    if (m_recording.isValid()) m_missedMs = double(m_recording.elapsed()) - (nowMs() - m_firstMs);
    m_recorder.terminate();
    m_recorder.waitForFinished();
    take();
}

void Room::say(const std::vector<float> &voice)
{
    QByteArray bytes(qsizetype(voice.size() * 2), Qt::Uninitialized);
    for (std::size_t i = 0; i < voice.size(); ++i) {
        const auto sample = qint16(std::lround(std::clamp(voice[i], -1.0f, 1.0f) * 32767.0f));
        std::memcpy(bytes.data() + i * 2, &sample, 2);
    }
    auto player = std::make_unique<QProcess>();
    player->start(u"pacat"_s, {u"--playback"_s, u"-d"_s, u"vox_caller"_s, u"--rate=16000"_s, u"--channels=1"_s, u"--format=s16le"_s, u"--raw"_s});
    player->write(bytes);
    player->closeWriteChannel();
    m_players.push_back(std::move(player));
}

void Room::take()
{
    m_rest += m_recorder.readAllStandardOutput();
    const qsizetype frames = m_rest.size() / 4;
    if (frames > 0 && !m_recording.isValid()) {
        m_recording.start();
        m_firstMs = double(frames) * 1000 / kRoomRate;
    }
    for (qsizetype i = 0; i < frames; ++i) {
        qint16 sides[2];
        std::memcpy(sides, m_rest.constData() + i * 4, 4);
        m_caller.push_back(float(sides[0]) / 32768.0f);
        m_agent.push_back(float(sides[1]) / 32768.0f);
        if (std::fabs(m_agent.back()) <= kAudible) continue;
        m_lastAudible = m_agent.size() - 1;
        m_spoke = true;
    }
    m_rest.remove(0, frames * 4);
}

double Room::agentLastAudibleMs() const { return m_spoke ? double(m_lastAudible) * 1000 / kRoomRate : -1; }

double Room::agentSilentMs() const { return m_spoke ? nowMs() - agentLastAudibleMs() : 0; }

std::vector<Heard> Room::stretches(const std::vector<float> &lane, double gapMs)
{
    const auto gap = std::size_t(gapMs * kRoomRate / 1000);
    const auto ms = [](std::size_t sample) { return double(sample) * 1000 / kRoomRate; };
    std::vector<Heard> out;
    std::optional<std::size_t> first, last;
    for (std::size_t i = 0; i < lane.size(); ++i) {
        if (std::fabs(lane[i]) <= kAudible) continue;
        if (last && i - *last >= gap) {
            out.push_back({ms(*first), ms(*last)});
            first.reset();
        }
        if (!first) first = i;
        last = i;
    }
    if (first) out.push_back({ms(*first), ms(*last)});
    return out;
}

int Room::holesInAgent(const Heard &within, double leastMs) const
{
    const auto at = [](double ms) { return std::size_t(ms * kRoomRate / 1000); };
    const std::size_t end = std::min(at(within.endMs), m_agent.size());
    int holes = 0;
    std::size_t loud = 0, quiet = 0; // the last loud sample, and how long it has been quiet
    for (std::size_t i = at(within.startMs); i < end; ++i) {
        const float level = std::fabs(m_agent[i]);
        if (level > 0.03f) loud = i;
        quiet = level < 0.0005f ? quiet + 1 : 0;
        // Speech dies away; a dry device is silent within a millisecond.
        if (quiet == at(leastMs) && i - quiet < loud + at(1.5)) ++holes;
    }
    return holes;
}

int Room::load(const QStringList &module)
{
    bool number = false;
    const int index = pactl(QStringList{u"load-module"_s} + module).trimmed().toInt(&number);
    return number ? index : -1;
}

bool Room::unload(int index)
{
    QProcess process;
    process.start(u"pactl"_s, {u"unload-module"_s, QString::number(index)});
    return process.waitForFinished(10000) && process.exitCode() == 0;
}

bool Room::setVolume(int module, const QString &volume)
{
    QString input;
    for (const QString &line : pactl({u"list"_s, u"sink-inputs"_s}).split(u'\n')) {
        if (line.startsWith("Sink Input #"_L1)) input = line.mid(12);
        if (line.trimmed() == u"Owner Module: %1"_s.arg(module) && !input.isEmpty()) {
            pactl({u"set-sink-input-volume"_s, input, volume});
            return true;
        }
    }
    return false;
}

void Room::setDefaultSource(const QString &name) { pactl({u"set-default-source"_s, name}); }

void Room::setDefaultSink(const QString &name) { pactl({u"set-default-sink"_s, name}); }

int Room::indexOf(const QString &moduleLine)
{
    for (const QString &line : pactl({u"list"_s, u"short"_s, u"modules"_s}).split(u'\n'))
        if (line.contains(moduleLine)) return line.section(u'\t', 0, 0).toInt();
    return -1;
}

std::optional<std::vector<float>> recordedVoice(const QString &path)
{
    auto sound = readMono(path);
    if (!sound) return std::nullopt;
    // Ends well above what counts as audible: a tail at the very edge of it is audible at one rate and not at another.
    const auto loud = [](float sample) { return std::fabs(sample) > 2 * kAudible; };
    const auto first = std::find_if(sound->begin(), sound->end(), loud);
    const auto last = std::find_if(sound->rbegin(), sound->rend(), loud).base();
    if (first >= last) return std::nullopt;
    return std::vector<float>(first, last);
}

} // namespace vox::test
