#include "app/host/ear.h"
#include "app/host/loudness.h"
#include <algorithm>

namespace vox {

namespace {
constexpr std::int64_t kLeadInUs = 200000; // sound before the first voiced sample that the recogniser gets
}

Ear::Ear() : m_memory(kMemoryBlocks) {}

void Ear::useRecogniser(std::unique_ptr<SpeechToText> recogniser, SpeechToText::Listener *listener)
{
    if (m_recogniser) m_recogniser->setListener(nullptr);
    m_recogniser = std::move(recogniser);
    m_open = false;
    if (!m_recogniser) return;
    m_recogniser->setListener(listener);
    m_recogniser->expect(m_phrases);
}

float Ear::hear(const AudioBlock &block)
{
    m_memory[std::size_t(m_blocks) % kMemoryBlocks] = block;
    m_audible[std::size_t(m_blocks) % kAudibleBlocks] = {std::int16_t(firstAudible(block.samples)), std::int16_t(lastAudible(block.samples))};
    ++m_blocks;
    m_samples += kBlockSamples;
    if (m_open) m_recogniser->feed(block.samples);
    return m_activity ? m_activity->probability(block) : 0.0f;
}

void Ear::expect(const QStringList &phrases)
{
    m_phrases = phrases;
    if (m_recogniser) m_recogniser->expect(phrases);
}

void Ear::open(Micros from)
{
    if (!m_recogniser) return;
    m_recogniser->begin();
    m_open = true;
    const std::int64_t wanted = std::max<std::int64_t>(0, from.value - kLeadInUs) / kBlockUs;
    const std::int64_t oldest = std::max<std::int64_t>(0, m_blocks - std::int64_t(kMemoryBlocks));
    for (std::int64_t i = std::max<std::int64_t>(wanted, oldest); i < m_blocks; ++i)
        m_recogniser->feed(m_memory[std::size_t(i) % kMemoryBlocks].samples);
}

SpeechToText::Ticket Ear::requestFinal() { return m_open ? m_recogniser->requestFinal() : 0; }

void Ear::close()
{
    if (m_open) m_recogniser->drop();
    m_open = false;
}

std::optional<Micros> Ear::firstAudibleFrom(Micros from) const
{
    const std::int64_t oldest = std::max<std::int64_t>(0, m_blocks - std::int64_t(kAudibleBlocks));
    for (std::int64_t i = std::max<std::int64_t>(from.value / kBlockUs, oldest); i < m_blocks; ++i)
        if (const Audible a = m_audible[std::size_t(i) % kAudibleBlocks]; a.first >= 0)
            return microsOfSamples(i * kBlockSamples + a.first);
    return std::nullopt;
}

std::optional<Micros> Ear::lastAudibleBefore(Micros to) const
{
    const std::int64_t oldest = std::max<std::int64_t>(0, m_blocks - std::int64_t(kAudibleBlocks));
    for (std::int64_t i = std::min<std::int64_t>(m_blocks, (to.value + kBlockUs - 1) / kBlockUs); i > oldest; --i)
        if (const Audible a = m_audible[std::size_t(i - 1) % kAudibleBlocks]; a.last >= 0)
            return microsOfSamples((i - 1) * kBlockSamples + a.last);
    return std::nullopt;
}

} // namespace vox
