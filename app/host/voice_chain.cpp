#include "app/host/voice_chain.h"

using namespace Qt::StringLiterals;

namespace vox {

VoiceChain::VoiceChain(std::unique_ptr<TextToSpeech> first, MakeSecond makeSecond, Failed failed, TookOver tookOver, Executor &executor)
    : m_voice(std::move(first)), m_makeSecond(std::move(makeSecond)), m_failed(std::move(failed)), m_tookOver(std::move(tookOver)), m_executor(executor)
{
    if (m_voice) m_voice->setListener(this);
}

VoiceChain::~VoiceChain()
{
    *m_alive = false;
    stopWatching();
    if (m_voice) m_voice->setListener(nullptr);
}

void VoiceChain::speak(const QString &text, const VoiceSettings &settings)
{
    m_text = text;
    m_settings = settings;
    m_speaking = true;
    m_textBefore = 0;
    m_arrived = m_arrivedBefore = 0;
    m_marks.clear();
    if (m_makingSecond) return; // speaks when it is there
    if (!m_voice) return speechFailed({Error::Code::VoiceMissing, {settings.language}});
    m_watch = m_executor.callAt(m_executor.nowUs() + kLateUs, [this] {
        m_watch = 0;
        m_voice->stop();
        speechFailed({Error::Code::TimedOut, {u"voice"_s, QString::number(kLateUs / 1000)}});
    });
    m_voice->speak(text, settings);
}

void VoiceChain::stop()
{
    stopWatching();
    m_speaking = false;
    if (m_voice) m_voice->stop();
}

void VoiceChain::stopWatching()
{
    if (m_watch) m_executor.cancel(m_watch);
    m_watch = 0;
}

void VoiceChain::speechArrived(Samples samples)
{
    stopWatching();
    m_arrived += qint64(samples.size());
    if (m_speaking && m_listener) m_listener->speechArrived(samples);
}

void VoiceChain::wordReached(qsizetype textOffset, qint64 sample)
{
    const WordMark mark{m_textBefore + textOffset, m_arrivedBefore + sample};
    m_marks.push_back(mark);
    if (m_speaking && m_listener) m_listener->wordReached(mark.offset, mark.sample);
}

void VoiceChain::speechFinished()
{
    stopWatching();
    if (!m_speaking) return;
    m_speaking = false;
    if (m_listener) m_listener->speechFinished();
}

void VoiceChain::speechFailed(const Error &error)
{
    stopWatching();
    if (!m_speaking) return;
    m_failed(error);
    m_why = error;
    if (!m_makeSecond) {
        m_speaking = false;
        if (m_listener) m_listener->speechFailed(error);
        return;
    }
    m_makingSecond = true;
    const MakeSecond make = std::exchange(m_makeSecond, nullptr);
    make([this, alive = m_alive](Result<std::unique_ptr<TextToSpeech>> second) {
        if (*alive) useSecond(std::move(second));
    });
}

void VoiceChain::useSecond(Result<std::unique_ptr<TextToSpeech>> second)
{
    m_makingSecond = false;
    if (m_voice) m_voice->setListener(nullptr);
    m_retired = std::move(m_voice);
    if (second) {
        m_voice = std::move(*second);
        m_voice->setListener(this);
        m_tookOver(m_why);
    } else {
        m_failed(second.error());
    }
    if (m_speaking) speakRest();
}

void VoiceChain::speakRest()
{
    // Without marks the first voice's pace is guessed at 60 ms a character.
    const qint64 guess = std::max<qint64>(m_arrived, m_text.size() * 60 * kSampleRate / 1000);
    m_textBefore = heardLength(m_text, m_marks, m_arrived, guess);
    m_arrivedBefore = m_arrived;
    if (m_voice) return m_voice->speak(m_text.mid(m_textBefore), m_settings);
    m_speaking = false;
    if (m_listener) m_listener->speechFailed({Error::Code::VoiceMissing, {m_settings.language}});
}

} // namespace vox
