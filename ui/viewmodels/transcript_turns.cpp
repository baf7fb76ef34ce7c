#include "ui/viewmodels/transcript_turns.h"
#include <QHash>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

struct WordRange { qsizetype start, length; };

QList<WordRange> spokenWords(const QString &text)
{
    QList<WordRange> words;
    for (qsizetype i = 0; i < text.size();) {
        while (i < text.size() && text[i].isSpace()) ++i;
        const qsizetype start = i;
        while (i < text.size() && !text[i].isSpace()) ++i;
        if (i > start) words.append({start, i - start});
    }
    return words;
}

// `heard` may differ from the beginning of `text` in spaces only; anything else is compared by the number of words.
SpokenLine lineOf(const TranscriptLine &from)
{
    SpokenLine line{from.who, from.text, from.text.size(), 0, 0, from.partial, from.interrupted, from.start, from.end};
    const QList<WordRange> words = spokenWords(from.text);
    line.words = line.heardWords = int(words.size());
    if (from.who == Who::Agent && from.interrupted) {
        line.heardWords = std::min<int>(line.words, int(spokenWords(from.heard).size()));
        line.heard = line.heardWords == 0 ? 0 : words[line.heardWords - 1].start + words[line.heardWords - 1].length;
    }
    return line;
}

} // namespace

QList<TranscriptTurn> transcriptTurns(const ConversationSummary &summary, std::span<const ConversationEvent> events)
{
    QList<TranscriptTurn> turns;
    QHash<qint64, qsizetype> byUtterance;
    for (const TranscriptLine &line : summary.transcript) {
        auto at = byUtterance.constFind(line.utterance);
        if (at == byUtterance.constEnd()) {
            at = byUtterance.insert(line.utterance, turns.size());
            TranscriptTurn turn;
            turn.utterance = line.utterance;
            turn.start = line.start;
            turns.append(turn);
        }
        turns[*at].lines.append(lineOf(line));
    }
    for (const TurnLatency &latency : summary.turns)
        if (const qsizetype at = byUtterance.value(latency.utterance, -1); at >= 0) {
            if (latency.totalMs()) turns[at].latency = latency;
            turns[at].waiting = !latency.agentStart && latency.callerEnd && !summary.outcome;
        }
    for (const ConversationEvent &event : events)
        if (const auto *planned = std::get_if<events::AnswerPlanned>(&event.body); planned && planned->prepared)
            if (const qsizetype at = byUtterance.value(planned->utterance, -1); at >= 0) turns[at].prepared = true;
    for (const ToolUse &use : toolUses(events))
        if (const qsizetype at = byUtterance.value(use.turn, -1); at >= 0) turns[at].tools.append(use);
    for (const VariableFact &fact : variablesAt(events, Micros{std::numeric_limits<qint64>::max()}))
        if (const qsizetype at = byUtterance.value(fact.turn, -1); at >= 0) turns[at].changed.append(fact);
    return turns;
}

QList<SpokenLine> allLines(const QList<TranscriptTurn> &turns)
{
    QList<SpokenLine> lines;
    for (const TranscriptTurn &turn : turns) lines += turn.lines;
    std::stable_sort(lines.begin(), lines.end(), [](const SpokenLine &a, const SpokenLine &b) { return a.start < b.start; });
    return lines;
}

QList<PlacedWord> placedWords(const QList<SpokenLine> &lines)
{
    QList<PlacedWord> placed;
    for (int i = 0; i < lines.size(); ++i) {
        const SpokenLine &line = lines[i];
        const QList<WordRange> words = spokenWords(line.text);
        qint64 weight = 0; // of what was heard; a word weighs its letters and the gap after it
        for (qsizetype w = 0; w < line.heardWords; ++w) weight += words[w].length + 1;
        const qint64 lasted = std::max<qint64>(0, (line.end - line.start).value);
        // What was never heard follows at the same pace, or at that of ordinary speech where nothing was.
        const double perLetter = weight > 0 && lasted > 0 ? double(lasted) / double(weight) : 65000.0;
        double at = double(line.start.value);
        for (qsizetype w = 0; w < words.size(); ++w) {
            const double length = double(words[w].length) * perLetter;
            placed.append({Micros{qint64(at)}, Micros{qint64(at + length)}, line.text.mid(words[w].start, words[w].length), line.who, i,
                           words[w].start, w < line.heardWords, !line.partial});
            at += length + perLetter;
        }
    }
    std::stable_sort(placed.begin(), placed.end(), [](const PlacedWord &a, const PlacedWord &b) { return a.start < b.start; });
    return placed;
}

int lineAt(const QList<SpokenLine> &lines, Micros at)
{
    int found = -1;
    for (int i = 0; i < lines.size() && lines[i].start <= at; ++i) found = i;
    return found;
}

int wordAt(const QList<PlacedWord> &words, Micros at)
{
    const auto after = std::upper_bound(words.begin(), words.end(), at, [](Micros t, const PlacedWord &word) { return t < word.start; });
    // Words of both lanes may overlap: the nearest few before the moment are enough.
    int tries = 0;
    for (auto it = after; it != words.begin() && tries < 12; ++tries) {
        --it;
        if (it->heard && it->end >= at) return int(it - words.begin());
    }
    return -1;
}

QList<Found> findIn(const QString &line, const QString &text)
{
    QList<Found> found;
    const auto look = [&](const QString &what) {
        for (qsizetype at = 0; !what.isEmpty() && (at = line.indexOf(what, at, Qt::CaseInsensitive)) >= 0; at += what.size())
            found.append({at, what.size()});
    };
    const QString whole = text.simplified();
    look(whole);
    if (found.isEmpty() && whole.contains(u' '))
        for (const QString &word : whole.split(u' ')) look(word);
    std::sort(found.begin(), found.end(), [](const Found &a, const Found &b) { return a.start < b.start; });
    return found;
}

} // namespace vox
