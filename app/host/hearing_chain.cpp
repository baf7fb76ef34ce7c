#include "app/host/hearing_chain.h"
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace vox {

namespace {
constexpr std::size_t kLongest = 60 * kSampleRate; // an older beginning is let go
constexpr std::size_t kUsual = 8 * kSampleRate;    // what was longer is given back after the turn
} // namespace

HearingChain::HearingChain(std::unique_ptr<SpeechToText> first, MakeSecond makeSecond, TookOver tookOver, Executor &executor)
    : m_one(std::move(first)), m_makeSecond(std::move(makeSecond)), m_tookOver(std::move(tookOver)), m_executor(executor)
{
    m_sound.reserve(kLongest); // blocks allocate nothing; memory that is not written to costs nothing
    if (m_one) m_one->setListener(this);
}

HearingChain::~HearingChain()
{
    *m_alive = false;
    stopWatching();
    if (m_one) m_one->setListener(nullptr);
}

void HearingChain::expect(const QStringList &phrases)
{
    m_phrases = phrases;
    if (m_one) m_one->expect(phrases);
}

void HearingChain::begin()
{
    drop();
    m_open = true;
    if (m_one) m_one->begin();
}

void HearingChain::drop()
{
    stopWatching();
    ++m_ticket;
    m_asked = false;
    const bool wasLong = m_sound.size() > kUsual;
    m_sound.clear();
    if (wasLong) {
        std::vector<std::int16_t>().swap(m_sound);
        m_sound.reserve(kLongest);
    }
    if (m_open && m_one) m_one->drop();
    m_open = false;
}

void HearingChain::keep(Samples samples)
{
    if (m_sound.size() + samples.size() > kLongest) m_sound.erase(m_sound.begin(), m_sound.begin() + kSampleRate);
    for (const float sample : samples) m_sound.push_back(std::int16_t(std::lround(std::clamp(sample, -1.0f, 1.0f) * 32767.0f)));
}

void HearingChain::feed(Samples samples)
{
    if (!m_open) return;
    if (!m_settled) keep(samples); // after that nobody else will need it
    if (m_one) m_one->feed(samples);
}

SpeechToText::Ticket HearingChain::requestFinal()
{
    ++m_ticket;
    m_asked = m_open;
    if (m_asked) ask();
    return m_ticket;
}

void HearingChain::ask()
{
    stopWatching();
    if (!m_one) return m_making ? void() : failLater(); // a second one that is on its way is asked when it is there
    m_inner = m_one->requestFinal();
    if (m_settled) return;
    m_watch = m_executor.callAt(m_executor.nowUs() + kLateUs, [this] {
        m_watch = 0;
        makeSecond({Error::Code::TimedOut, {u"recogniser"_s, QString::number(kLateUs / 1000)}});
    });
}

void HearingChain::failLater()
{
    m_executor.post([this, alive = m_alive, ticket = m_ticket] {
        if (!*alive || ticket != m_ticket || !std::exchange(m_asked, false)) return;
        if (m_listener) m_listener->recognitionFailed(m_why);
    });
}

void HearingChain::stopWatching()
{
    if (m_watch) m_executor.cancel(m_watch);
    m_watch = 0;
}

void HearingChain::partialHeard(const Transcript &transcript)
{
    if (m_open && m_listener) m_listener->partialHeard(transcript);
}

void HearingChain::finalHeard(Ticket ticket, const Transcript &transcript)
{
    if (!m_asked || ticket != m_inner) return;
    stopWatching();
    m_asked = false;
    if (m_listener) m_listener->finalHeard(m_ticket, transcript);
}

void HearingChain::recognitionFailed(const Error &error)
{
    stopWatching();
    if (m_settled) {
        m_asked = false;
        if (m_listener) m_listener->recognitionFailed(error);
        return;
    }
    retire();
    makeSecond(error);
}

void HearingChain::retire()
{
    if (!m_one) return;
    m_one->setListener(nullptr);
    if (m_open) m_one->drop();
    m_retired = std::move(m_one);
}

void HearingChain::makeSecond(const Error &why)
{
    m_why = why;
    if (std::exchange(m_making, true)) return;
    m_makeSecond([this, alive = m_alive](Result<std::unique_ptr<SpeechToText>> second) {
        if (*alive) secondMade(std::move(second));
    });
}

void HearingChain::secondMade(Result<std::unique_ptr<SpeechToText>> second)
{
    m_making = false;
    if (m_one && !m_asked) return; // it was only late, and has answered meanwhile
    m_settled = true;
    if (second) {
        retire();
        m_one = std::move(*second);
        m_one->setListener(this);
        m_one->expect(m_phrases);
        m_tookOver(m_why, m_one->provider());
        if (m_open) replay();
        if (m_asked) ask();
    } else if (!m_one && m_asked) {
        failLater();
    }
    std::vector<std::int16_t>().swap(m_sound);
}

// In blocks, as it was heard.
void HearingChain::replay()
{
    m_one->begin();
    std::vector<float> block;
    for (std::size_t at = 0; at < m_sound.size(); at += kBlockSamples) {
        const std::size_t count = std::min<std::size_t>(kBlockSamples, m_sound.size() - at);
        block.resize(count);
        for (std::size_t i = 0; i < count; ++i) block[i] = float(m_sound[at + i]) / 32767.0f;
        m_one->feed(block);
    }
}

} // namespace vox
