#include "app/host/simulated_caller.h"
#include "app/host/loudness.h"
#include <cmath>
#include <numbers>

namespace vox {

namespace {
constexpr std::int64_t kAgentPauseUs = 400000; // a longer silence separates two speeches of the agent
constexpr int kSamplesACharacter = 60 * kSampleRate / 1000;
} // namespace

std::vector<float> toneFor(const QString &text)
{
    std::vector<float> sound(std::size_t(text.size()) * kSamplesACharacter);
    for (std::size_t i = 0; i < sound.size(); ++i) {
        const bool dip = text[qsizetype(i) / kSamplesACharacter].isSpace();
        sound[i] = (dip ? 0.1f : 0.3f) * std::sin(float(i % kSampleRate) * 2 * std::numbers::pi_v<float> * 200.0f / kSampleRate);
    }
    return sound;
}

SimulatedCaller::SimulatedCaller(QList<Utterance> script, std::unique_ptr<TextToSpeech> voice, VoiceSettings settings,
                                 std::int64_t leaveAfterUs)
    : m_script(std::move(script)), m_voice(std::move(voice)), m_settings(std::move(settings)), m_leaveAfterUs(leaveAfterUs),
      m_spoken(std::size_t(m_script.size()))
{
    if (m_voice) m_voice->setListener(this);
}

SimulatedCaller::~SimulatedCaller()
{
    if (m_voice) m_voice->setListener(nullptr);
}

void SimulatedCaller::started() { synthesise(); }

void SimulatedCaller::stopped()
{
    if (m_voice) m_voice->stop();
}

// Keeps one utterance ready ahead of the one that is spoken.
void SimulatedCaller::synthesise()
{
    while (m_synthesised < m_spoken.size() && m_synthesised <= m_next + 1) {
        Spoken &spoken = m_spoken[m_synthesised];
        Utterance &utterance = m_script[qsizetype(m_synthesised)];
        if (utterance.sound.empty() && m_voice) return m_voice->speak(utterance.text, m_settings);
        spoken.sound = utterance.sound.empty() ? toneFor(utterance.text) : std::move(utterance.sound);
        spoken.done = true;
        ++m_synthesised;
    }
}

void SimulatedCaller::speechArrived(Samples samples)
{
    auto &sound = m_spoken[m_synthesised].sound;
    sound.insert(sound.end(), samples.begin(), samples.end());
}

void SimulatedCaller::speechFinished()
{
    m_spoken[m_synthesised].done = true;
    ++m_synthesised;
    synthesise();
}

void SimulatedCaller::speechFailed(const Error &)
{
    m_spoken[m_synthesised].sound = toneFor(m_script[qsizetype(m_synthesised)].text);
    speechFinished();
}

bool SimulatedCaller::due(const Utterance &utterance) const
{
    const std::int64_t now = blocks() * kBlockUs;
    switch (utterance.when) {
    case Utterance::When::At: return now >= utterance.us;
    case Utterance::When::AgentListens: return m_listensSinceUs >= 0 && now - m_listensSinceUs >= utterance.us;
    case Utterance::When::AgentSpoke: return m_agentSpokeUs >= 0 && now - m_agentSpokeUs >= utterance.us;
    }
    return false;
}

Line::Captured SimulatedCaller::next(AudioBlock &into)
{
    into = {};
    const std::int64_t now = blocks() * kBlockUs;
    if (m_next >= m_spoken.size()) return now - m_lastSoundUs >= m_leaveAfterUs ? Captured::Ended : Captured::Block;
    Spoken &spoken = m_spoken[m_next];
    if (!m_speaking && spoken.done && due(m_script[qsizetype(m_next)])) m_speaking = true;
    if (!m_speaking) return Captured::Block;
    const std::size_t count = std::min<std::size_t>(kBlockSamples, spoken.sound.size() - m_at);
    std::copy_n(spoken.sound.begin() + std::ptrdiff_t(m_at), count, into.samples.begin());
    m_at += count;
    m_lastSoundUs = now;
    if (m_at < spoken.sound.size()) return Captured::Block;
    std::vector<float>().swap(spoken.sound);
    m_speaking = false;
    m_at = 0;
    m_listensSinceUs = -1; // what follows waits until the agent listens again
    m_agentSpokeUs = -1;
    ++m_next;
    synthesise();
    return Captured::Block;
}

void SimulatedCaller::play(const AudioBlock &block)
{
    if (lastAudible(block.samples) < 0) return;
    const std::int64_t now = blocks() * kBlockUs;
    if (now - m_lastSoundUs > kAgentPauseUs || m_agentSpokeUs < 0) m_agentSpokeUs = now;
    m_lastSoundUs = now;
}

void SimulatedCaller::agentListens(bool listens) { m_listensSinceUs = listens ? blocks() * kBlockUs : -1; }

} // namespace vox
