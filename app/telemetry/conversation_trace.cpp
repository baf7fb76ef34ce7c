#include "app/telemetry/conversation_trace.h"
#include "models/conversation/event_names.h"
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUuid>

namespace vox::otlp {

using namespace Qt::StringLiterals;

namespace {

double seconds(qint64 us) { return double(us) / 1e6; }

// gen_ai.input.messages and gen_ai.output.messages: a list of messages with parts, as JSON text.
QString messageJson(const QString &role, const QString &text)
{
    const QJsonObject part{{u"type"_s, u"text"_s}, {u"content"_s, text}};
    const QJsonObject message{{u"role"_s, role}, {u"parts"_s, QJsonArray{part}}};
    return QString::fromUtf8(QJsonDocument(QJsonArray{message}).toJson(QJsonDocument::Compact));
}

} // namespace

QByteArray ConversationTrace::spanId(const QString &key) const
{
    return QCryptographicHash::hash(m_traceId + key.toUtf8(), QCryptographicHash::Sha256).left(8);
}

void ConversationTrace::measure(const char *instrument, qint64 us, Attributes attributes)
{
    m_out.measurements.append({instrument, seconds(us), common() + attributes});
}

Attributes ConversationTrace::common() const
{
    return {{u"gen_ai.agent.name"_s, m_started.agentName}, {u"voxdesk.language"_s, m_language}};
}

ConversationTrace::Turn &ConversationTrace::turn(qint64 utterance, Micros at)
{
    // What comes late for a turn that was handed out counts for the one that goes on.
    if (utterance < m_current && !m_turns.contains(utterance)) utterance = m_current;
    Turn &turn = m_turns[utterance];
    if (!turn.begun) {
        turn.begun = true;
        turn.start = at;
        ++m_turnCount;
    }
    turn.end = std::max(turn.end, at);
    return turn;
}

ConversationTrace::Turn &ConversationTrace::turnOfAnswer(qint64 answer, Micros at) { return turn(m_answers.value(answer, m_current), at); }

void ConversationTrace::note(Turn &turn, Micros at, const QString &name, Attributes attributes)
{
    turn.events.append({ns(at), name, std::move(attributes)});
}

void ConversationTrace::utterance(const events::Utterance &event, Micros at)
{
    m_current = event.utterance;
    Turn &turn = this->turn(event.utterance, at);
    turn.typed = event.typed;
    turn.heard = event.text;
    if (!event.typed) {
        turn.start = Micros{event.startUs};
        turn.callerEnd = Micros{event.endUs};
    }
    closeTurns(false);
}

void ConversationTrace::answerEnded(const events::AnswerEnded &event, Micros at)
{
    Turn &turn = turnOfAnswer(event.answer, at);
    turn.openAnswers = std::max(0, turn.openAnswers - 1);
    turn.end = std::max(turn.end, Micros{event.endUs});
    turn.interrupted = turn.interrupted || event.interrupted;
    if (!event.heard.isEmpty()) turn.said += (turn.said.isEmpty() ? QString() : u" "_s) + event.heard;
}

void ConversationTrace::stopped(const events::Stopped &event, Micros at)
{
    ++m_stops;
    const qint64 silence = event.silentUs - event.firstSampleUs;
    note(turnOfAnswer(event.answer, at), at, u"voxdesk.barge_in"_s,
         {{u"voxdesk.barge_in.silence_ms"_s, Micros{silence}.ms()},
          {u"voxdesk.barge_in.decision_to_silence_ms"_s, Micros{event.silentUs - event.decidedUs}.ms()}});
    measure("voxdesk.barge_in.silence", silence, {});
}

void ConversationTrace::toolCalled(const events::ToolCalled &event, Micros at)
{
    Call call;
    call.span.name = u"execute_tool "_s + event.name;
    call.span.startNs = ns(at);
    call.span.attributes = {{u"gen_ai.operation.name"_s, u"execute_tool"_s},
                            {u"gen_ai.tool.name"_s, event.name},
                            {u"gen_ai.tool.type"_s, u"extension"_s},
                            {u"gen_ai.tool.call.id"_s, event.receipt},
                            {u"http.request.method"_s, event.method},
                            {u"server.address"_s, QUrl(event.url).host()}, // the whole address may carry what the caller said
                            {u"voxdesk.node"_s, event.node},
                            {u"voxdesk.tool.changes_outside"_s, event.changesOutside}};
    call.dimensions = {{u"gen_ai.operation.name"_s, u"execute_tool"_s}, {u"gen_ai.provider.name"_s, u"voxdesk"_s}, {u"gen_ai.tool.name"_s, event.name}};
    m_calls.insert(event.receipt, call);
}

void ConversationTrace::toolReturned(const events::ToolReturned &event, Micros at)
{
    const auto call = m_calls.find(event.receipt);
    if (call == m_calls.end()) return;
    if (event.startUs > 0) call->span.startNs = ns(Micros{event.startUs});
    if (event.status > 0) call->span.attributes.append({u"http.response.status_code"_s, event.status});
    call->span.attributes.append({u"http.response.body.size"_s, event.bytes});
    if (m_words == Words::Include) call->span.attributes.append({u"gen_ai.tool.call.result"_s, event.body});
    const bool failed = event.status == 0 || event.status >= 400;
    closeCall(event.receipt, at, !failed ? QString() : event.status == 0 ? u"no_answer"_s : QString::number(event.status));
}

void ConversationTrace::modelAsked(const events::ModelAsked &event, Micros at)
{
    const QString provider = m_started.modelProvider.isEmpty() ? u"voxdesk"_s : m_started.modelProvider;
    Call call;
    call.span.name = u"chat "_s + event.model;
    call.span.kind = SpanKind::Client;
    call.span.startNs = ns(at);
    call.span.attributes = {{u"gen_ai.operation.name"_s, u"chat"_s},       {u"gen_ai.provider.name"_s, provider},
                            {u"gen_ai.request.model"_s, event.model},      {u"gen_ai.output.type"_s, u"text"_s},
                            {u"gen_ai.conversation.id"_s, m_started.conversation}, {u"voxdesk.node"_s, event.node}};
    call.dimensions = {{u"gen_ai.operation.name"_s, u"chat"_s}, {u"gen_ai.provider.name"_s, provider}, {u"gen_ai.request.model"_s, event.model}};
    m_calls.insert(event.receipt, call);
}

void ConversationTrace::modelReturned(const events::ModelReturned &event, Micros at)
{
    const auto call = m_calls.find(event.receipt);
    if (call == m_calls.end()) return;
    if (event.startUs > 0) call->span.startNs = ns(Micros{event.startUs});
    for (const auto &[type, count] : {std::pair{u"input"_s, event.inputTokens}, std::pair{u"output"_s, event.outputTokens}}) {
        if (count <= 0) continue; // not told
        call->span.attributes.append({u"gen_ai.usage.%1_tokens"_s.arg(type), count});
        m_out.measurements.append({"gen_ai.client.token.usage", double(count), common() + call->dimensions + Attributes{{u"gen_ai.token.type"_s, type}}});
    }
    m_inputTokens += event.inputTokens;
    m_outputTokens += event.outputTokens;
    if (event.firstTextUs > event.startUs) {
        const qint64 first = event.firstTextUs - event.startUs;
        call->span.attributes.append({u"gen_ai.response.time_to_first_chunk"_s, seconds(first)});
        measure("gen_ai.client.operation.time_to_first_chunk", first, call->dimensions);
    }
    closeCall(event.receipt, at, {});
}

// Of vendors' recognisers and voices; a local one costs nothing and tells nothing.
void ConversationTrace::speechUsed(const events::SpeechUsed &event, Micros at)
{
    Attributes attributes{{u"gen_ai.provider.name"_s, event.provider}, {u"gen_ai.request.model"_s, event.model}};
    for (const auto &[type, count] : {std::pair{u"input"_s, event.inputTokens}, std::pair{u"output"_s, event.outputTokens}})
        if (count > 0)
            m_out.measurements.append({"gen_ai.client.token.usage", double(count), common() + attributes + Attributes{{u"gen_ai.token.type"_s, type}}});
    attributes += Attributes{{u"gen_ai.usage.input_tokens"_s, event.inputTokens}, {u"gen_ai.usage.output_tokens"_s, event.outputTokens},
                             {u"voxdesk.usage.audio_ms"_s, event.audioMs}, {u"voxdesk.usage.characters"_s, event.characters}};
    note(turn(m_current, at), at, event.characters > 0 ? u"voxdesk.voice_used"_s : u"voxdesk.recogniser_used"_s, attributes);
}

void ConversationTrace::closeCall(const QString &receipt, Micros at, const QString &error)
{
    Call call = m_calls.take(receipt);
    call.span.traceId = m_traceId;
    call.span.spanId = spanId(u"call/%1/%2"_s.arg(receipt).arg(call.span.startNs));
    call.span.parentSpanId = spanId(u"turn/%1"_s.arg(m_current));
    call.span.endNs = std::max(ns(at), call.span.startNs);
    if (!error.isEmpty()) {
        call.span.status = Status::Error;
        call.span.statusMessage = error;
        call.span.attributes.append({u"error.type"_s, error});
        call.dimensions.append({u"error.type"_s, error});
    }
    turn(m_current, at);
    measure("gen_ai.client.operation.duration", (call.span.endNs - call.span.startNs) / 1000, call.dimensions);
    m_out.spans.append(call.span);
}

// A turn is over when a newer one began and none of its answers sounds any more.
void ConversationTrace::closeTurns(bool all)
{
    for (auto it = m_turns.begin(); it != m_turns.end();) {
        if (!all && (it.key() >= m_current || it->openAnswers > 0)) {
            ++it;
            continue;
        }
        closeTurn(it.key(), *it);
        const qint64 gone = it.key();
        m_answers.removeIf([gone](const auto &answer) { return answer.value() == gone; });
        it = m_turns.erase(it);
    }
}

void ConversationTrace::closeTurn(qint64 number, const Turn &turn)
{
    Span span{m_traceId, spanId(u"turn/%1"_s.arg(number)), spanId(u"root"_s), u"turn"_s, SpanKind::Internal, ns(turn.start), ns(turn.end), {}, {}, {}, {}};
    span.attributes = {{u"gen_ai.conversation.id"_s, m_started.conversation}, {u"gen_ai.agent.name"_s, m_started.agentName},
                       {u"voxdesk.turn.number"_s, number}, {u"voxdesk.language"_s, m_language},
                       {u"voxdesk.turn.typed"_s, turn.typed}, {u"voxdesk.turn.interrupted"_s, turn.interrupted}};
    if (m_words == Words::Include) {
        if (!turn.heard.isEmpty()) span.attributes.append({u"gen_ai.input.messages"_s, messageJson(u"user"_s, turn.heard)});
        if (!turn.said.isEmpty()) span.attributes.append({u"gen_ai.output.messages"_s, messageJson(u"assistant"_s, turn.said)});
    }
    span.events = turn.events;
    if (!turn.error.isEmpty()) {
        span.status = Status::Error;
        span.statusMessage = turn.error;
        span.attributes.append({u"error.type"_s, turn.error});
    }
    if (turn.callerEnd && turn.agentStart && *turn.agentStart >= *turn.callerEnd) {
        const qint64 total = (*turn.agentStart - *turn.callerEnd).value;
        span.attributes.append({u"voxdesk.turn.latency_ms"_s, turn.agentStart->ms() - turn.callerEnd->ms()});
        measure("voxdesk.turn.latency", total, {});
        std::array<qint64, 7> parts{};
        int index = 0;
        for (const auto &interval : partitionLatency(turn.waits, *turn.callerEnd, *turn.agentStart)) {
            const QString part = enumName(interval.part);
            parts[size_t(interval.part)] += (interval.end - interval.start).value;
            m_out.spans.append({m_traceId, spanId(u"part/%1/%2"_s.arg(number).arg(index++)), span.spanId, part, SpanKind::Internal,
                                ns(interval.start), ns(interval.end), {{u"voxdesk.latency.part"_s, part}}, {}, {}, {}});
        }
        for (size_t part = 0; part < parts.size(); ++part)
            if (parts[part] > 0) measure("voxdesk.turn.latency.part", parts[part], {{u"voxdesk.latency.part"_s, enumName(Part(part))}});
    }
    m_out.spans.append(span);
}

void ConversationTrace::close(std::optional<Outcome> outcome, Micros at)
{
    const QStringList left = m_calls.keys();
    for (const QString &receipt : left) closeCall(receipt, at, u"cancelled"_s);
    closeTurns(true);
    m_open = false;
    Span root{m_traceId, spanId(u"root"_s), {}, u"invoke_agent "_s + m_started.agentName, SpanKind::Internal, ns({}), ns(at), {}, {}, {}, {}};
    const QString ended = enumName(outcome.value_or(Outcome::CutOff));
    root.attributes = {{u"gen_ai.operation.name"_s, u"invoke_agent"_s},
                       {u"gen_ai.provider.name"_s, u"voxdesk"_s},
                       {u"gen_ai.agent.id"_s, m_started.agent},
                       {u"gen_ai.agent.name"_s, m_started.agentName},
                       {u"gen_ai.agent.version"_s, m_started.revision},
                       {u"gen_ai.conversation.id"_s, m_started.conversation},
                       {u"gen_ai.output.type"_s, u"speech"_s},
                       {u"voxdesk.language"_s, m_language},
                       {u"voxdesk.channel"_s, enumName(m_started.channel)},
                       {u"voxdesk.outcome"_s, ended},
                       {u"voxdesk.recogniser"_s, m_started.recogniser},
                       {u"voxdesk.synthesiser"_s, m_started.synthesiser},
                       {u"voxdesk.turns"_s, m_turnCount},
                       {u"voxdesk.barge_ins"_s, m_stops},
                       {u"voxdesk.holds"_s, m_holds},
                       {u"voxdesk.failures"_s, m_failures}};
    if (m_inputTokens > 0) root.attributes.append({u"gen_ai.usage.input_tokens"_s, m_inputTokens});
    if (m_outputTokens > 0) root.attributes.append({u"gen_ai.usage.output_tokens"_s, m_outputTokens});
    if (!m_started.model.isEmpty()) root.attributes.append({u"gen_ai.request.model"_s, m_started.model});
    if (outcome.value_or(Outcome::CutOff) == Outcome::Failed || outcome.value_or(Outcome::CutOff) == Outcome::CutOff) {
        root.status = Status::Error;
        root.statusMessage = ended;
        root.attributes.append({u"error.type"_s, ended});
    }
    measure("voxdesk.conversation.duration", at.value, {{u"voxdesk.outcome"_s, ended}});
    m_out.spans.append(root);
}

struct ConversationTrace::Visitor {
    ConversationTrace &t;
    Micros at;

    void operator()(const events::Started &) {}
    void operator()(const events::Utterance &e) { t.utterance(e, at); }
    void operator()(const events::NodeEntered &e)
    {
        t.note(t.turn(t.m_current, at), at, u"voxdesk.node_entered"_s,
               {{u"voxdesk.node"_s, e.node}, {u"voxdesk.node.name"_s, e.name}, {u"voxdesk.node.type"_s, e.nodeType}});
    }
    void operator()(const events::ToolCalled &e) { t.toolCalled(e, at); }
    void operator()(const events::ToolReturned &e) { t.toolReturned(e, at); }
    void operator()(const events::ModelAsked &e) { t.modelAsked(e, at); }
    void operator()(const events::ModelReturned &e) { t.modelReturned(e, at); }
    void operator()(const events::AnswerPlanned &e)
    {
        t.turn(e.utterance, at);
        t.m_answers.insert(e.answer, e.utterance);
    }
    void operator()(const events::AnswerStarted &e)
    {
        Turn &turn = t.turnOfAnswer(e.answer, at);
        ++turn.openAnswers;
        if (!turn.agentStart) turn.agentStart = Micros{e.startUs};
    }
    void operator()(const events::AnswerEnded &e) { t.answerEnded(e, at); }
    void operator()(const events::Held &e)
    {
        ++t.m_holds;
        t.note(t.turnOfAnswer(e.answer, at), at, u"voxdesk.hold"_s);
    }
    void operator()(const events::Resumed &e) { t.note(t.turnOfAnswer(e.answer, at), at, u"voxdesk.resume"_s); }
    void operator()(const events::Stopped &e) { t.stopped(e, at); }
    void operator()(const events::Span &e) { t.turn(e.utterance, at).waits.append(e); }
    void operator()(const events::LanguageSwitched &e) { t.m_language = e.language; }
    void operator()(const events::HandedOver &e)
    {
        t.note(t.turn(t.m_current, at), at, u"voxdesk.handed_over"_s, {{u"voxdesk.queue"_s, e.queue}});
    }
    void operator()(const events::Failure &e)
    {
        ++t.m_failures;
        Turn &turn = t.turn(t.m_current, at);
        turn.error = e.code;
        t.note(turn, at, u"voxdesk.failure"_s, {{u"error.type"_s, e.code}});
    }
    void operator()(const events::SpeechUsed &e) { t.speechUsed(e, at); }
    void operator()(const events::TookOver &e)
    {
        t.note(t.turn(t.m_current, at), at, u"voxdesk.took_over"_s,
               {{u"voxdesk.part"_s, e.what}, {u"voxdesk.from"_s, e.from}, {u"voxdesk.to"_s, e.to}, {u"error.type"_s, e.code}});
    }
    void operator()(const events::DeviceChanged &e) { t.note(t.turn(t.m_current, at), at, u"voxdesk.device"_s, {{u"voxdesk.device.change"_s, e.what}}); }
    void operator()(const events::Ended &e) { t.close(e.outcome, at); }
    void operator()(const auto &) {} // words, and what a trace has no place for
};

ConversationTrace::Output ConversationTrace::add(const ConversationEvent &event)
{
    if (const auto *started = std::get_if<events::Started>(&event.body); started && !m_open && m_traceId.isEmpty()) {
        m_open = true;
        m_started = *started;
        m_language = started->language;
        m_utcUs = started->utcMs * 1000;
        const QUuid id = QUuid::fromString(started->conversation);
        m_traceId = id.isNull() ? QCryptographicHash::hash(started->conversation.toUtf8(), QCryptographicHash::Sha256).left(16) : id.toRfc4122();
    }
    if (!m_open) return {};
    m_last = std::max(m_last, event.at);
    std::visit(Visitor{*this, event.at}, event.body);
    return std::exchange(m_out, {});
}

ConversationTrace::Output ConversationTrace::finish()
{
    if (!m_open) return {};
    close(std::nullopt, m_last);
    return std::exchange(m_out, {});
}

} // namespace vox::otlp
