#include "app/host/two_voices.h"
#include "app/host/heard_words.h"

using namespace Qt::StringLiterals;

namespace vox {

TwoVoices::TwoVoices(std::unique_ptr<ModelVoice> own, std::unique_ptr<TextToSpeech> other, TookOver tookOver, Executor &executor)
    : m_own(std::move(own)), m_other(std::move(other)), m_tookOver(std::move(tookOver)), m_executor(executor)
{
    m_own->setListener(this);
    if (m_other) m_other->setListener(this);
}

TwoVoices::~TwoVoices()
{
    stopWatching();
    m_own->setListener(nullptr);
    if (m_other) m_other->setListener(nullptr);
}

void TwoVoices::speak(const QString &text, const VoiceSettings &settings)
{
    m_text = text;
    m_settings = settings;
    m_textBefore = 0;
    m_arrived = m_arrivedBefore = 0;
    ++m_nth;
    if (m_own->isMine(text)) {
        if (m_ownOf.size() > 200) m_ownOf.removeIf([this](const auto &one) { return one.key() + 100 < m_nth; });
        m_ownOf.insert(m_nth, ++m_ownNth);
        m_who = Who::Own;
        watch();
        return m_own->speak(text, settings);
    }
    m_who = Who::Other;
    if (m_other) return m_other->speak(text, settings);
    m_executor.post([this, nth = m_nth, own = std::weak_ptr<int>(m_life)] {
        if (!own.expired() && nth == m_nth && m_who == Who::Other) speechFailed({Error::Code::VoiceMissing, {m_settings.language}});
    });
}

void TwoVoices::stop()
{
    stopWatching();
    m_lastsUs = 0;
    const Who who = std::exchange(m_who, Who::Nobody);
    if (who == Who::Own) m_own->stop();
    if (who == Who::Other && m_other) m_other->stop();
}

// What the agent's voice says is no business of the model's: it reads in the dialogue's history what was heard.
void TwoVoices::cut(qint64 nth, qint64 samples)
{
    if (const auto own = m_ownOf.constFind(nth); own != m_ownOf.cend()) m_own->cut(*own, samples);
    m_ownOf.clear();
}

void TwoVoices::watch()
{
    stopWatching();
    m_watch = m_executor.callAt(std::max(m_executor.nowUs(), m_lastsUs) + kLateUs, [this] {
        m_watch = 0;
        m_own->stop();
        speechFailed({Error::Code::TimedOut, {u"voice"_s, QString::number(kLateUs / 1000)}});
    });
}

void TwoVoices::stopWatching()
{
    if (m_watch) m_executor.cancel(std::exchange(m_watch, 0));
}

void TwoVoices::speechArrived(Samples samples)
{
    if (m_who == Who::Nobody) return;
    m_lastsUs = std::max(m_lastsUs, m_executor.nowUs()) + qint64(samples.size()) * 1000000 / kSampleRate;
    if (m_who == Who::Own) watch();
    m_arrived += qint64(samples.size());
    if (m_listener) m_listener->speechArrived(samples);
}

void TwoVoices::wordReached(qsizetype textOffset, qint64 sample)
{
    if (m_who != Who::Nobody && m_listener) m_listener->wordReached(m_textBefore + textOffset, m_arrivedBefore + sample);
}

void TwoVoices::speechFinished()
{
    stopWatching();
    if (std::exchange(m_who, Who::Nobody) == Who::Nobody) return;
    if (m_listener) m_listener->speechFinished();
}

void TwoVoices::speechFailed(const Error &error)
{
    stopWatching();
    const Who who = std::exchange(m_who, Who::Nobody);
    if (who == Who::Nobody) return;
    if (who == Who::Other || !m_other) {
        if (m_listener) m_listener->speechFailed(error);
        return;
    }
    m_tookOver(error);
    // Without marks the model's pace is guessed at 60 ms a character.
    m_textBefore = heardLength(m_text, {}, m_arrived, std::max<qint64>(m_arrived, m_text.size() * 60 * kSampleRate / 1000));
    m_arrivedBefore = m_arrived;
    const QString rest = m_text.mid(m_textBefore);
    if (rest.trimmed().isEmpty()) {
        if (m_listener) m_listener->speechFinished();
        return;
    }
    m_who = Who::Other;
    m_other->speak(rest, m_settings);
}

} // namespace vox
