#include "models/conversation/projections.h"
#include "models/conversation/event_names.h"
#include <algorithm>
#include <cmath>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
Error::Code codeOf(const QString &name)
{
    bool known = false;
    const int value = QMetaEnum::fromType<Error::Code>().keyToValue(name.toLatin1().constData(), &known);
    return known ? Error::Code(value) : Error::Code::Unknown;
}
} // namespace

Error errorOf(const ConversationError &error) { return Error(codeOf(error.code), error.args, error.detail); }

Error errorOf(const events::Failure &failure) { return Error(codeOf(failure.code), failure.args, failure.detail); }

std::optional<qint64> TurnLatency::totalUs() const
{
    if (!callerEnd || !agentStart) return std::nullopt;
    return (*agentStart - *callerEnd).value;
}

std::optional<qint64> TurnLatency::totalMs() const
{
    if (!callerEnd || !agentStart) return std::nullopt;
    return agentStart->ms() - callerEnd->ms();
}

std::optional<qint64> TurnLatency::partMs(Part part) const
{
    if (!partUs[size_t(part)]) return std::nullopt;
    qint64 sum = 0;
    for (const Interval &interval : intervals)
        if (interval.part == part) sum += interval.end.ms() - interval.start.ms();
    return sum;
}

std::optional<qint64> ConversationSummary::latencyMs(double quantile) const
{
    QList<qint64> totals;
    for (const TurnLatency &turn : turns)
        if (const auto total = turn.totalUs()) totals.append(*total);
    if (totals.isEmpty()) return std::nullopt;
    std::sort(totals.begin(), totals.end());
    const auto rank = qsizetype(std::ceil(quantile * double(totals.size()))); // nearest rank
    return Micros{totals[std::clamp<qsizetype>(rank - 1, 0, totals.size() - 1)]}.ms();
}

QList<TurnLatency::Interval> partitionLatency(const QList<events::Span> &spans, Micros callerEnd, Micros agentStart)
{
    QList<qint64> cuts{callerEnd.value, agentStart.value};
    for (const events::Span &span : spans)
        for (const qint64 at : {span.startUs, span.endUs})
            if (at > callerEnd.value && at < agentStart.value) cuts.append(at);
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());

    QList<TurnLatency::Interval> intervals;
    for (qsizetype i = 0; i + 1 < cuts.size(); ++i) {
        std::optional<Part> owner;
        for (const events::Span &span : spans)
            if (span.startUs <= cuts[i] && span.endUs >= cuts[i + 1] && (!owner || span.part < *owner)) owner = span.part;
        const Part part = owner.value_or(Part::Decision);
        if (!intervals.isEmpty() && intervals.last().part == part) intervals.last().end = Micros{cuts[i + 1]};
        else intervals.append({part, Micros{cuts[i]}, Micros{cuts[i + 1]}});
    }
    return intervals;
}

TurnLatency &ConversationProjection::turnOf(qint64 utterance)
{
    auto &turns = m_summary.turns;
    for (auto it = turns.rbegin(); it != turns.rend(); ++it)
        if (it->utterance == utterance) return *it;
    TurnLatency turn;
    turn.utterance = utterance;
    turns.append(turn);
    return turns.last();
}

void ConversationProjection::measure(TurnLatency &turn)
{
    if (!turn.callerEnd || !turn.agentStart || *turn.agentStart < *turn.callerEnd) return;
    turn.intervals = partitionLatency(m_spans.value(turn.utterance), *turn.callerEnd, *turn.agentStart);
    turn.partUs.fill(0);
    for (const auto &interval : turn.intervals) *turn.partUs[size_t(interval.part)] += (interval.end - interval.start).value;
}

void ConversationProjection::insertLine(TranscriptLine line)
{
    auto &lines = m_summary.transcript;
    auto at = lines.end();
    while (at != lines.begin() && std::prev(at)->start > line.start) --at;
    lines.insert(at, std::move(line));
}

TranscriptLine *ConversationProjection::lineOfAnswer(qint64 answer)
{
    auto &lines = m_summary.transcript;
    for (auto it = lines.rbegin(); it != lines.rend(); ++it)
        if (it->who == Who::Agent && it->answer == answer) return &*it;
    return nullptr;
}

void ConversationProjection::addPartial(const events::Partial &partial, Micros at)
{
    for (TranscriptLine &line : m_summary.transcript)
        if (line.partial && line.utterance == partial.utterance) {
            line.text = partial.text;
            line.end = at;
            return;
        }
    insertLine({Who::Caller, partial.text, {}, std::min(m_speechStarted, at), at, false, true, partial.utterance, 0});
}

void ConversationProjection::addUtterance(const events::Utterance &utterance)
{
    // The caller went on: the same utterance once more, with all of its words.
    const qint64 number = utterance.utterance;
    m_summary.transcript.removeIf([&](const TranscriptLine &line) { return line.partial || (line.who == Who::Caller && line.utterance == number); });
    if (TurnLatency &turn = turnOf(number); turn.callerEnd && !utterance.typed) {
        turn = {};
        turn.utterance = number;
        m_spans.remove(number);
    }
    insertLine({Who::Caller, utterance.text, {}, Micros{utterance.startUs}, Micros{utterance.endUs}, false, false, utterance.utterance, 0});
    TurnLatency &turn = turnOf(utterance.utterance);
    turn.callerText = utterance.text;
    // A typed line has no sound: nobody waited from a last sample on.
    if (!utterance.typed) turn.callerEnd = Micros{utterance.endUs};
    // An answer to something earlier may have begun while these words were being recognised.
    const auto heard = std::find_if(m_starts.begin(), m_starts.end(), [&](Micros start) { return turn.callerEnd && start > *turn.callerEnd; });
    if (heard != m_starts.end() && !turn.agentStart) hears(turn, *heard);
    measure(turn);
}

// The agent begins once: the newest utterance before it is the one that waited for it.
void ConversationProjection::hears(TurnLatency &turn, Micros start)
{
    for (TurnLatency &other : m_summary.turns) {
        if (other.agentStart != start || other.utterance >= turn.utterance) continue;
        other.agentStart.reset();
        other.intervals.clear();
        other.partUs.fill(std::nullopt);
    }
    turn.agentStart = start;
}

void ConversationProjection::startAnswer(const events::AnswerStarted &started)
{
    const events::AnswerPlanned planned = m_planned.value(started.answer);
    insertLine({Who::Agent, planned.text, {}, Micros{started.startUs}, Micros{started.startUs}, false, false, planned.utterance,
                started.answer});
    const Micros start{started.startUs};
    m_starts.append(start);
    if (m_starts.size() > 8) m_starts.removeFirst();
    // Whoever waits hears an answer, also when it is one to something said before: that is when the waiting ends.
    TurnLatency &last = m_summary.turns.isEmpty() ? turnOf(planned.utterance) : m_summary.turns.last();
    if (last.utterance > planned.utterance && last.callerEnd && *last.callerEnd < start) {
        if (!last.agentStart) last.agentStart = start;
        return measure(last);
    }
    TurnLatency &turn = turnOf(planned.utterance);
    if (turn.agentText.isEmpty()) turn.agentText = planned.text;
    if (turn.agentStart) return; // a second sentence of the same answer
    turn.agentStart = start;
    measure(turn);
}

void ConversationProjection::endAnswer(const events::AnswerEnded &ended)
{
    TranscriptLine *line = lineOfAnswer(ended.answer);
    if (!line) return;
    line->heard = ended.heard;
    line->end = Micros{ended.endUs};
    line->interrupted = ended.interrupted;
    if (ended.interrupted) turnOf(line->utterance).interrupted = true;
}

void ConversationProjection::add(const ConversationEvent &event)
{
    m_summary.duration = std::max(m_summary.duration, event.at);
    struct Visitor {
        ConversationProjection &p;
        Micros at;

        void operator()(const events::Started &e) { p.m_summary.started = e; p.m_summary.language = e.language; }
        void operator()(const events::SpeechStarted &e) { if (e.who == Who::Caller) p.m_speechStarted = at; }
        void operator()(const events::Partial &e) { p.addPartial(e, at); }
        void operator()(const events::Utterance &e) { p.addUtterance(e); }
        void operator()(const events::NodeEntered &e) { p.m_summary.activeNode = e.node; }
        void operator()(const events::VariableSet &e) { p.m_summary.variables.insert(e.name, e.value); }
        void operator()(const events::AnswerPlanned &e) { p.m_planned.insert(e.answer, e); }
        void operator()(const events::AnswerStarted &e) { p.startAnswer(e); }
        void operator()(const events::AnswerEnded &e) { p.endAnswer(e); }
        void operator()(const events::Held &) { ++p.m_summary.holds; }
        void operator()(const events::Stopped &e)
        {
            p.m_summary.stops.append({Micros{e.firstSampleUs}, Micros{e.decidedUs}, Micros{e.silentUs}});
        }
        void operator()(const events::Span &e)
        {
            p.m_spans[e.utterance].append(e);
            p.measure(p.turnOf(e.utterance));
        }
        void operator()(const events::LanguageSwitched &e) { p.m_summary.language = e.language; }
        void operator()(const events::Failure &e) { p.m_summary.errors.append({e.code, e.args, e.detail, at.ms()}); }
        void operator()(const events::Ended &e)
        {
            p.m_summary.outcome = e.outcome;
            p.m_summary.reason = e.reason;
            p.m_summary.activeNode.clear();
        }
        void operator()(const events::SpeechEnded &) {}
        void operator()(const events::Understood &) {}
        void operator()(const events::ToolCalled &) {}
        void operator()(const events::TookOver &) {}
        void operator()(const events::ToolReturned &) {}
        void operator()(const events::ModelAsked &) {}
        void operator()(const events::ModelReturned &) {}
        void operator()(const events::Retrieved &) {}
        void operator()(const events::Resumed &) {}
        void operator()(const events::DigitsPressed &) {}
        void operator()(const events::Silence &) {}
        void operator()(const events::HandedOver &) {}
        void operator()(const events::DeviceChanged &) {}
        void operator()(const events::SpeechUsed &) {}
        void operator()(const events::Remembered &) {}
        void operator()(const events::Checkpoint &) {}
    };
    std::visit(Visitor{*this, event.at}, event.body);
}

ConversationSummary summarise(std::span<const ConversationEvent> events)
{
    ConversationProjection projection;
    for (const ConversationEvent &event : events) projection.add(event);
    return projection.summary();
}

} // namespace vox
