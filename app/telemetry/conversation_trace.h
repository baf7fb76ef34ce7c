#pragma once
#include "app/telemetry/otlp_values.h"
#include "models/conversation/projections.h"
#include <QMap>

namespace vox::otlp {

// One conversation as one trace, folded from its events as they happen. The root span is the conversation; below it
// stands a span per turn; below that the parts that the turn's latency was made of (they partition it), and every call
// of a model and a tool. A turn is handed out when it is over, so memory does not grow with the call. Ids derive from the
// conversation's, so that exporting it again gives the same trace. Names and attributes follow the GenAI semantic
// conventions where they have one, else begin with "voxdesk.". A value.
class ConversationTrace {
public:
    enum class Words { Leave, Include }; // what the caller and the agent said, and answers of tools
    struct Output {
        QList<Span> spans;
        QList<Measurement> measurements;
    };

    explicit ConversationTrace(Words words = Words::Leave) : m_words(words) {}
    Output add(const ConversationEvent &event);
    // For a conversation that was cut off; empty after its last event, "ended", or when it never began.
    Output finish();

private:
    struct Call { // of a tool or a model
        Span span;
        Attributes dimensions; // of its measurements
    };
    struct Turn {
        bool begun = false;
        Micros start, end;
        std::optional<Micros> callerEnd, agentStart;
        QString heard, said;
        int openAnswers = 0;
        bool interrupted = false, typed = false;
        QList<events::Span> waits;
        QList<Event> events;
        QString error;
    };
    struct Visitor;

    qint64 ns(Micros at) const { return (m_utcUs + at.value) * 1000; }
    QByteArray spanId(const QString &key) const;
    Turn &turn(qint64 utterance, Micros at);
    Turn &turnOfAnswer(qint64 answer, Micros at);
    void note(Turn &turn, Micros at, const QString &name, Attributes attributes = {});
    void utterance(const events::Utterance &event, Micros at);
    void answerEnded(const events::AnswerEnded &event, Micros at);
    void stopped(const events::Stopped &event, Micros at);
    void toolCalled(const events::ToolCalled &event, Micros at);
    void toolReturned(const events::ToolReturned &event, Micros at);
    void modelAsked(const events::ModelAsked &event, Micros at);
    void modelReturned(const events::ModelReturned &event, Micros at);
    void speechUsed(const events::SpeechUsed &event, Micros at);
    void closeCall(const QString &receipt, Micros at, const QString &error);
    void closeTurns(bool all);
    void closeTurn(qint64 number, const Turn &turn);
    void close(std::optional<Outcome> outcome, Micros at);
    void measure(const char *instrument, qint64 us, Attributes attributes);
    Attributes common() const;

    Words m_words;
    events::Started m_started;
    bool m_open = false;
    QByteArray m_traceId;
    qint64 m_utcUs = 0;
    Micros m_last;
    QString m_language;
    QMap<qint64, Turn> m_turns;          // open ones, by utterance
    QMap<qint64, qint64> m_answers;      // of open turns: answer to utterance
    QHash<QString, Call> m_calls;        // that have not returned, by receipt
    qint64 m_current = 0;                // utterance that is being answered
    qint64 m_turnCount = 0, m_stops = 0, m_holds = 0, m_failures = 0, m_inputTokens = 0, m_outputTokens = 0;
    Output m_out;
};

} // namespace vox::otlp
