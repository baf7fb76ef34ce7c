#include "app/ctl/bench/made_up_callers.h"
#include "app/calls/caller_voice.h"
#include "app/ctl/bench/caller_sentences.h"
#include "models/audio/onset.h"
#include <algorithm>
#include <limits>

namespace vox::ctl {

using namespace Qt::StringLiterals;

MadeUpCallers::MadeUpCallers(Assembly &assembly, Set set, quint64 seed)
    : m_assembly(assembly), m_set(set), m_random(quint32(seed ^ (set == Set::Tuning ? 0x7475u : 0u)))
{
}

std::size_t MadeUpCallers::pauseSamples()
{
    return std::size_t(m_random.bounded(kShortestPauseMs, kLongestPauseMs + 1)) * kSampleRate / 1000;
}

Result<PausingSpeech> MadeUpCallers::make(Say what)
{
    switch (what) {
    case Say::Sentence: return speak(sentence(false));
    case Say::PausingSentence: return speak(sentence(true));
    case Say::Phone: return speak(digits(10, 2, 4));
    case Say::Card: return speak(digits(16, 3, 4));
    case Say::Email: return speak(email());
    case Say::Spelling: break;
    }
    return speak(spelling());
}

// A pause before any of its words but the first.
QStringList MadeUpCallers::sentence(bool pausing)
{
    const QString whole = oneOf(m_set == Set::Tuning ? tuningSentences() : evaluationSentences());
    const QStringList words = whole.split(u' ');
    if (!pausing) return {whole};
    const qsizetype at = m_random.bounded(1, int(words.size()));
    return {words.mid(0, at).join(u' '), words.mid(at).join(u' ')};
}

QStringList MadeUpCallers::digits(int count, int least, int most)
{
    static const QStringList words{u"zero"_s, u"one"_s, u"two"_s, u"three"_s, u"four"_s, u"five"_s, u"six"_s, u"seven"_s, u"eight"_s, u"nine"_s};
    QStringList groups;
    for (int left = count; left > 0;) {
        const int size = left <= most ? left : std::min(left - least, m_random.bounded(least, most + 1));
        QStringList group;
        for (int i = 0; i < size; ++i) group.append(oneOf(words));
        groups.append(group.join(u' '));
        left -= size;
    }
    return groups;
}

QStringList MadeUpCallers::email()
{
    static const QStringList firstTuning{u"robert"_s, u"linda"_s, u"paul"_s, u"helen"_s, u"mark"_s, u"julia"_s};
    static const QStringList first{u"john"_s, u"mary"_s, u"peter"_s, u"anna"_s, u"david"_s, u"susan"_s};
    static const QStringList lastTuning{u"miller"_s, u"white"_s, u"cooper"_s, u"young"_s, u"hill"_s, u"stone"_s};
    static const QStringList last{u"smith"_s, u"brown"_s, u"taylor"_s, u"wilson"_s, u"green"_s, u"baker"_s};
    static const QStringList host{u"gmail dot com"_s, u"yahoo dot com"_s, u"outlook dot com"_s, u"example dot org"_s};
    const bool tuning = m_set == Set::Tuning;
    return {oneOf(tuning ? firstTuning : first) + u" dot"_s, oneOf(tuning ? lastTuning : last), u"at"_s, oneOf(host)};
}

// "My name is …", then letters in twos and threes.
QStringList MadeUpCallers::spelling()
{
    static const QStringList letters{u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"F"_s, u"G"_s, u"H"_s, u"K"_s, u"L"_s, u"M"_s, u"N"_s, u"O"_s, u"R"_s, u"S"_s, u"T"_s, u"V"_s};
    QStringList groups;
    for (int left = m_random.bounded(5, 8); left > 0;) {
        const int size = left <= 3 ? left : 2;
        QStringList group;
        for (int i = 0; i < size; ++i) group.append(oneOf(letters));
        groups.append(group.join(u' '));
        left -= size;
    }
    return groups;
}

// The parts by one voice, each but the last said as if more came where the voice can, with silence between them.
Result<PausingSpeech> MadeUpCallers::speak(const QStringList &parts)
{
    static const QStringList voices{u"alan"_s, u"bdl"_s, u"clb"_s, u"slt"_s};
    const VoiceSettings voice{u"en"_s, oneOf(voices)};
    PausingSpeech out;
    out.parts = parts;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool more = i + 1 < parts.size();
        const auto sound = speakToMemory(m_assembly.ports(), more ? parts[i] + u',' : parts[i] + u'.', voice);
        if (!sound) return sound.error();
        const auto first = firstAudible(*sound), last = lastAudible(*sound);
        if (first && last) out.sound.insert(out.sound.end(), sound->begin() + qsizetype(*first), sound->begin() + qsizetype(*last) + 1);
        if (!more) break;
        const std::size_t from = out.sound.size();
        out.sound.insert(out.sound.end(), pauseSamples(), 0.0f);
        out.pauses.push_back({from, out.sound.size()});
    }
    return out;
}

PausingSpeech MadeUpCallers::pausing(const std::vector<float> &recorded)
{
    constexpr std::size_t window = kSampleRate / 50;
    std::size_t quietest = recorded.size() / 2;
    float least = std::numeric_limits<float>::max();
    for (std::size_t at = recorded.size() / 4; at + window < recorded.size() * 3 / 4; at += window / 4) {
        float energy = 0;
        for (std::size_t i = at; i < at + window; ++i) energy += recorded[i] * recorded[i];
        if (energy < least) {
            least = energy;
            quietest = at + window / 2;
        }
    }
    PausingSpeech out;
    out.sound.assign(recorded.begin(), recorded.begin() + std::ptrdiff_t(quietest));
    out.sound.insert(out.sound.end(), pauseSamples(), 0.0f);
    out.pauses.push_back({quietest, out.sound.size()});
    out.sound.insert(out.sound.end(), recorded.begin() + std::ptrdiff_t(quietest), recorded.end());
    return out;
}

} // namespace vox::ctl
