#pragma once
#include "app/assembly/assembly.h"
#include <QRandomGenerator>
#include <QStringList>
#include <vector>

namespace vox::ctl {

inline constexpr int kShortestPauseMs = 300;
inline constexpr int kLongestPauseMs = 1200;

// What a caller says in one turn, with the pauses he makes in it.
struct PausingSpeech {
    struct Pause {
        std::size_t from = 0, to = 0; // samples
    };
    std::vector<float> sound;   // begins and ends audibly
    std::vector<Pause> pauses;
    QStringList parts;          // the words between the pauses; empty when nobody knows them
};

// Callers who pause where people do and where they do not: sentences, telephone numbers, cards, e-mail addresses, names
// spelt out; by voices of this machine. Equal seeds give equal callers. Errors: those of the voice.
class MadeUpCallers {
public:
    enum class Set { Tuning, Evaluation };
    enum class Say { Sentence, PausingSentence, Phone, Card, Email, Spelling };
    MadeUpCallers(Assembly &assembly, Set set, quint64 seed);

    Result<PausingSpeech> make(Say what);
    // A recorded person with one pause put in where he is quietest in the middle half.
    PausingSpeech pausing(const std::vector<float> &recorded);
    quint32 below(quint32 limit) { return m_random.bounded(limit); }

private:
    QStringList sentence(bool pausing);
    QStringList digits(int count, int least, int most);
    QStringList email();
    QStringList spelling();
    Result<PausingSpeech> speak(const QStringList &parts);
    template <typename List> auto oneOf(const List &list) { return list[qsizetype(m_random.bounded(quint32(list.size())))]; }
    std::size_t pauseSamples();

    Assembly &m_assembly;
    const Set m_set;
    QRandomGenerator m_random;
};

} // namespace vox::ctl
