#include "app/talks/talk_caller.h"
#include "app/host/loudness.h"
#include <array>
#include <cmath>
#include <numbers>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kCharacter = 60 * kSampleRate / 1000;
constexpr std::int64_t kStuckUs = 120000000; // a line that is not due after so much silence never will be
constexpr float kLoud = 0.3f, kDip = 0.1f, kCough = 0.25f;

// One second of the caller's tone.
const std::array<float, kSampleRate> &tone()
{
    static const auto table = [] {
        std::array<float, kSampleRate> made{};
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = std::sin(float(i) * 2 * std::numbers::pi_v<float> * 200.0f / kSampleRate);
        return made;
    }();
    return table;
}

std::int64_t samplesOf(qint64 us) { return us * kSampleRate / 1000000; }

} // namespace

TalkCaller::TalkCaller(const Talk &talk, QHash<int, std::vector<float>> sounds, std::shared_ptr<TalkScene> scene)
    : m_talk(talk), m_sounds(std::move(sounds)), m_scene(std::move(scene)), m_random(talk.seed * 2 + 1)
{
    for (const TalkLine &line : talk.lines) {
        if (line.kind == TalkLine::Kind::Noise) m_noises.append(line);
        else if (isCallers(line.kind)) m_script.append(line);
    }
}

bool TalkCaller::due(const TalkLine &line) const
{
    if (line.time.kind == TalkTime::Kind::At) return nowUs() >= line.time.us;
    return m_listensSinceUs >= 0 && nowUs() - m_listensSinceUs >= line.time.us;
}

// Words that are spoken become spans of sound, and are announced to the recogniser with the time they take.
void TalkCaller::spellOut(const TalkLine &line)
{
    m_spans.clear();
    m_span = 0;
    m_at = 0;
    std::int64_t at = m_scene->delivered;
    const auto sound = m_sounds.constFind(line.line);
    m_sound = sound == m_sounds.cend() ? nullptr : &*sound;
    m_soundAt = 0;
    for (const TalkLine::Piece &piece : line.pieces) {
        const std::int64_t length = piece.text.isEmpty() ? samplesOf(piece.pauseUs)
                                    : m_sound            ? std::int64_t(m_sound->size())
                                                         : std::int64_t(piece.text.size()) * kCharacter;
        m_spans.push_back({length, piece.text});
        qsizetype begin = 0;
        for (const QString &word : piece.text.split(u' ')) {
            const qsizetype end = begin + word.size();
            const auto place = [&](qsizetype character) { return at + length * character / std::max<qsizetype>(1, piece.text.size()); };
            if (!word.isEmpty()) m_scene->words.push_back({word, place(begin), place(end)});
            begin = end + 1;
        }
        at += length;
    }
}

void TalkCaller::begin(const TalkLine &line)
{
    m_acting = true;
    m_scene->acts.push_back({line.line, nowUs(), nowUs()});
    m_spans.clear();
    m_span = 0;
    m_at = 0;
    m_sound = nullptr;
    switch (line.kind) {
    case TalkLine::Kind::Speaks: return spellOut(line);
    case TalkLine::Kind::Coughs: m_spans.push_back({samplesOf(line.us), {}}); return;
    case TalkLine::Kind::Types: listener().callerTyped(line.text); break;
    case TalkLine::Kind::Presses: listener().callerPressed(line.text); break;
    default: break;
    }
    finishAct();
}

void TalkCaller::finishAct()
{
    m_acting = false;
    m_scene->acts.back().endUs = m_scene->delivered * 1000000 / kSampleRate;
    m_lastSoundUs = m_lastActUs = nowUs();
    // What follows waits until the agent listens again; a cough asks for nothing.
    if (m_script[m_next].kind != TalkLine::Kind::Coughs) m_listensSinceUs = -1;
    ++m_next;
}

float TalkCaller::hiss()
{
    m_random = m_random * 6364136223846793005ULL + 1442695040888963407ULL;
    return float(qint32(quint32(m_random >> 32))) / 2147483648.0f;
}

float TalkCaller::sampleOf(const Span &span, std::int64_t at)
{
    if (m_script[m_next].kind == TalkLine::Kind::Coughs) return kCough * hiss();
    if (span.text.isEmpty()) return 0;
    if (m_sound) return m_soundAt < m_sound->size() ? (*m_sound)[m_soundAt++] : 0.0f;
    const bool dip = span.text[qsizetype(at / kCharacter)].isSpace();
    return (dip ? kDip : kLoud) * tone()[std::size_t(at) % tone().size()];
}

// The next 10 ms of the line that is acted; false: it is over.
bool TalkCaller::soundOn(AudioBlock &into)
{
    for (float &sample : into.samples) {
        while (m_span < m_spans.size() && m_at >= m_spans[m_span].samples) {
            ++m_span;
            m_at = 0;
        }
        if (m_span >= m_spans.size()) return false;
        sample = sampleOf(m_spans[m_span], m_at++);
    }
    return true;
}

void TalkCaller::addNoise(AudioBlock &into)
{
    for (const TalkLine &noise : std::as_const(m_noises)) {
        if (nowUs() < noise.time.us || nowUs() >= noise.time.us + noise.us) continue;
        const auto gain = float(std::pow(10.0, noise.db / 20));
        for (float &sample : into.samples) sample += gain * hiss();
    }
}

bool TalkCaller::mayLeave() const
{
    const std::int64_t silent = nowUs() - m_lastSoundUs;
    return m_next >= m_script.size() ? silent >= m_talk.staysUs : silent >= kStuckUs;
}

Line::Captured TalkCaller::next(AudioBlock &into)
{
    into = {};
    if (!m_acting && m_next < m_script.size() && due(m_script[m_next])) {
        if (m_script[m_next].kind == TalkLine::Kind::Leaves) return Captured::Ended;
        begin(m_script[m_next]);
    }
    if (m_acting) {
        m_lastSoundUs = nowUs();
        const bool goesOn = soundOn(into);
        if (!goesOn) finishAct();
    } else if (mayLeave()) {
        m_scene->leftEarly = m_next < m_script.size();
        return Captured::Ended;
    }
    if (!m_noises.isEmpty()) addNoise(into);
    m_scene->delivered += kBlockSamples;
    return Captured::Block;
}

void TalkCaller::play(const AudioBlock &block)
{
    if (lastAudible(block.samples) >= 0) m_lastSoundUs = nowUs();
}

void TalkCaller::agentListens(bool listens) { m_listensSinceUs = listens ? nowUs() : -1; }

} // namespace vox
