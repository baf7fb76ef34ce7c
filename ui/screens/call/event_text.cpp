#include "ui/screens/call/event_text.h"
#include "app/wording/wording.h"
#include "models/conversation/event_names.h"
#include "models/conversation/projections.h"
#include "ui/viewmodels/conversation_facts.h"
#include <QCoreApplication>
#include <QLocale>

namespace vox {

using kit::Meaning;

namespace {

// One overload an event type; what has none here is noise.
struct Describer {
    Q_DECLARE_TR_FUNCTIONS(EventText)
public:
    using Answer = std::optional<EventText>;
    static QString seconds(qint64 us) { return QLocale().toString(double(us) / 1e6, 'f', 1); }

    Answer operator()(const events::Started &e) const { return EventText{"phone-call", Meaning::Neutral, tr("Call started, %1").arg(e.language)}; }
    Answer operator()(const events::SpeechStarted &e) const
    {
        if (e.who != Who::Caller) return std::nullopt;
        return EventText{"mic", Meaning::Caller, tr("Caller started speaking")};
    }
    Answer operator()(const events::SpeechEnded &e) const
    {
        if (e.who != Who::Caller) return std::nullopt;
        return EventText{"mic", Meaning::Caller, tr("Caller paused")};
    }
    Answer operator()(const events::Partial &e) const
    {
        return EventText{"mic", Meaning::Caller, tr("Partial, stability %1").arg(QLocale().toString(e.stability, 'f', 2))};
    }
    Answer operator()(const events::Utterance &e) const
    {
        return EventText{e.typed ? "keyboard" : "captions", Meaning::Caller, e.typed ? tr("Typed: %1").arg(e.text) : tr("Heard: %1").arg(e.text)};
    }
    Answer operator()(const events::Understood &e) const
    {
        if (e.intent.isEmpty()) return EventText{"split", Meaning::Neutral, tr("Understood: %1").arg(e.port)};
        return EventText{"split", Meaning::Neutral, tr("Understood %1, %2").arg(e.intent, QLocale().toString(e.score, 'f', 2))};
    }
    Answer operator()(const events::NodeEntered &e) const { return EventText{"workflow", Meaning::Neutral, e.name.isEmpty() ? e.nodeType : e.name}; }
    Answer operator()(const events::VariableSet &e) const
    {
        return EventText{"braces", Meaning::Neutral, e.name + QStringLiteral(" = ") + valueText(e.value)};
    }
    Answer operator()(const events::ToolCalled &e) const { return EventText{"wrench", Meaning::Tool, tr("%1 called").arg(e.name)}; }
    Answer operator()(const events::ToolReturned &e) const
    {
        return EventText{"wrench", Meaning::Tool, e.status > 0 ? tr("Tool answered %1").arg(e.status) : tr("Tool gave no answer")};
    }
    Answer operator()(const events::ModelAsked &e) const { return EventText{"cpu", Meaning::Model, tr("Model asked: %1").arg(e.model)}; }
    Answer operator()(const events::ModelReturned &e) const { return EventText{"cpu", Meaning::Model, tr("Model answered, %n tokens", nullptr, int(e.outputTokens))}; }
    Answer operator()(const events::Retrieved &e) const
    {
        return EventText{"book-open", Meaning::Knowledge, tr("Looked up, score %1").arg(QLocale().toString(e.score, 'f', 2))};
    }
    Answer operator()(const events::AnswerPlanned &e) const
    {
        if (e.prepared) return EventText{"zap", Meaning::Agent, tr("Answer prepared")};
        return std::nullopt;
    }
    Answer operator()(const events::AnswerStarted &) const { return EventText{"volume-2", Meaning::Agent, tr("First sound")}; }
    Answer operator()(const events::AnswerEnded &e) const
    {
        if (e.endUs <= e.startUs) return std::nullopt; // it was dropped before its first sound
        if (e.interrupted) return EventText{"volume-x", Meaning::Agent, tr("Cut after %1 s").arg(seconds(e.endUs - e.startUs))};
        return EventText{"volume-2", Meaning::Agent, tr("Played to the end, %1 s").arg(seconds(e.endUs - e.startUs))};
    }
    Answer operator()(const events::Held &) const { return EventText{"pause", Meaning::Warning, tr("Held: the caller's voice")}; }
    Answer operator()(const events::Resumed &) const { return EventText{"play", Meaning::Agent, tr("Resumed")}; }
    Answer operator()(const events::Stopped &e) const
    {
        return EventText{"layers-2", Meaning::Warning, tr("Barge-in: silent after %1 ms").arg(Micros{e.silentUs - e.firstSampleUs}.ms())};
    }
    Answer operator()(const events::DigitsPressed &e) const { return EventText{"hash", Meaning::Caller, tr("Pressed %1").arg(e.digits)}; }
    Answer operator()(const events::Silence &e) const { return EventText{"clock", Meaning::Neutral, tr("Silence for %1 s").arg(seconds(e.silentMs * 1000))}; }
    Answer operator()(const events::LanguageSwitched &e) const { return EventText{"languages", Meaning::Neutral, tr("Language: %1").arg(e.language)}; }
    Answer operator()(const events::HandedOver &e) const { return EventText{"headset", Meaning::Human, tr("Handed over: %1").arg(e.queue)}; }
    Answer operator()(const events::Failure &e) const { return EventText{"octagon-x", Meaning::Error, wording::whatHappened(errorOf(e))}; }
    Answer operator()(const events::DeviceChanged &e) const { return EventText{"mic-off", Meaning::Warning, tr("Device: %1").arg(e.device)}; }
    Answer operator()(const events::TookOver &e) const
    {
        if (e.what == QLatin1String("voice")) return EventText{"volume-2", Meaning::Warning, tr("Another voice took over: %1").arg(e.to)};
        if (e.what == QLatin1String("model")) return EventText{"cpu", Meaning::Warning, tr("Another model took over: %1").arg(e.to)};
        if (e.what == QLatin1String("conversation")) return EventText{"phone", Meaning::Neutral, tr("Goes on from a call that was cut off: %1").arg(e.from.left(8))};
        return EventText{"mic", Meaning::Warning, tr("Another recogniser took over: %1").arg(e.to)};
    }
    Answer operator()(const events::Ended &e) const
    {
        for (const auto &row : EnumNames<Outcome>::all)
            if (row.value == e.outcome) return EventText{"phone-off", Meaning::Neutral, wording::translated("Conversation", row.label)};
        return std::nullopt;
    }
    Answer operator()(const events::Span &) const { return std::nullopt; }
    Answer operator()(const events::SpeechUsed &) const { return std::nullopt; }
    Answer operator()(const events::Remembered &) const { return std::nullopt; }
    Answer operator()(const events::Checkpoint &) const { return std::nullopt; }
};

} // namespace

std::optional<EventText> describe(const ConversationEvent &event) { return std::visit(Describer(), event.body); }

} // namespace vox
