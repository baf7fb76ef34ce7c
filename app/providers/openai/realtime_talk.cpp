#include "app/providers/openai/realtime_talk.h"
#include "app/providers/net/retry_pause.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kFirstWords = 12;   // characters, before an answer begins to sound
constexpr qsizetype kLongPiece = 120;   // handed over before its sentence ends
constexpr qsizetype kMostTalkCalls = 64;
const QString kQuietId = QLatin1String(RealtimeSession::kQuiet);

QJsonArray toolsJson(const QList<ModelTool> &tools)
{
    QJsonArray out;
    for (const ModelTool &tool : tools)
        out.append(QJsonObject{{u"type"_s, u"function"_s}, {u"name"_s, tool.name}, {u"description"_s, tool.description}, {u"parameters"_s, tool.parameters}});
    return out;
}

ModelUsage usageOf(const QJsonObject &response)
{
    const QJsonObject usage = response.value("usage"_L1).toObject();
    return {usage.value("input_tokens"_L1).toInteger(), usage.value("output_tokens"_L1).toInteger(), !usage.isEmpty()};
}

QString transcriptOf(const QJsonObject &item)
{
    QString text;
    for (const QJsonValue &part : item.value("content"_L1).toArray())
        text += part[part["transcript"_L1].isString() ? "transcript"_L1 : "text"_L1].toString();
    return text;
}

// How much of the beginning can be said now, to the end of a word that has at least so many characters; 0: nothing yet.
qsizetype sayable(const QString &text, qsizetype atLeast)
{
    qsizetype sentence = 0, word = 0;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (!text[i].isSpace()) continue;
        word = i + 1;
        if (u".!?…"_s.contains(text[i - 1])) sentence = i + 1;
    }
    if (sentence > 0) return sentence;
    return word >= atLeast ? word : 0;
}

} // namespace

RealtimeTalk::RealtimeTalk(std::shared_ptr<RealtimeSession> session, Options options, Executor &executor)
    : m_session(std::move(session)), m_options(std::move(options)), m_executor(executor)
{
    m_session->add(this);
}

RealtimeTalk::~RealtimeTalk()
{
    m_session->remove(this);
    if (m_asking) end();
}

void RealtimeTalk::setVoice(std::function<void()> news, std::function<void(const SpeechUsage &)> used)
{
    m_news = std::move(news);
    m_used = std::move(used);
}

void RealtimeTalk::ask(const ModelRequest &request)
{
    stop();
    m_request = request;
    m_asking = true;
    m_created = m_spoke = false;
    m_tries = 0;
    m_watch = m_executor.callAt(m_executor.nowUs() + request.timeoutMs * 1000LL, [this] {
        m_watch = 0;
        const Error late(Error::Code::TimedOut, {m_session->shown(), QString::number(m_request.timeoutMs)});
        m_session->abandon();
        breakSaid(late);
        fail(late);
    });
    const bool wasConnected = m_session->isConnected();
    m_session->need();
    waitForServer(m_session->isConnected());
    if (wasConnected) begin();
}

void RealtimeTalk::waitForServer(bool waits)
{
    if (std::exchange(m_callOpen, waits) == waits) return;
    if (waits) m_executor.openCall();
    else m_executor.closeCall();
}

// One answer at a time: what was cancelled must have ended first.
void RealtimeTalk::begin()
{
    if (!m_asking || m_created || m_retry || m_unnamed > 0 || !m_running.isEmpty()) return;
    QJsonObject setup = m_session->setup();
    setup.insert("instructions"_L1, m_request.messages.isEmpty() || m_request.messages.first().role != ModelMessage::Role::System
                                        ? QString() : m_request.messages.first().text);
    setup.insert("tools"_L1, toolsJson(m_request.tools));
    m_session->configure(setup);
    for (const QJsonObject &event : m_items.agree(m_request.messages)) m_session->send(event);
    m_created = true;
    m_response.clear();
    m_calls.clear();
    ++m_unnamed;
    const QString question = QString::number(++m_question);
    m_session->send(QJsonObject{{u"type"_s, u"response.create"_s}, {u"event_id"_s, QString(u"mind_"_s + question)},
                                {u"response"_s, QJsonObject{{u"metadata"_s, QJsonObject{{u"question"_s, question}}}}}});
}

void RealtimeTalk::stop()
{
    if (!m_asking) return;
    if (!m_response.isEmpty()) cancelResponse(m_response); // one without a name is cancelled once it has one
    breakSaid(Error(Error::Code::Cancelled));
    m_said.clear();
    end();
}

void RealtimeTalk::end()
{
    m_asking = m_created = false;
    m_response.clear();
    if (m_retry) m_executor.cancel(std::exchange(m_retry, 0));
    if (m_watch) m_executor.cancel(std::exchange(m_watch, 0));
    waitForServer(false);
}

void RealtimeTalk::fail(const Error &error)
{
    end();
    if (m_mind) m_mind->modelFailed(error);
}

// What was heard of an answer cannot be unheard: only one that has not begun is asked for anew.
void RealtimeTalk::tryAgainOrFail(const Error &error)
{
    const bool busyThere = error.args.value(1) == "conversation_already_has_active_response"_L1;
    Error meant = error;
    if (busyThere) meant.args = {m_session->shown(), u"503"_s};
    const auto pause = m_spoke ? std::nullopt : pauseBeforeRetryMs(meant, ++m_tries);
    if (!pause) return fail(error);
    m_created = false;
    m_response.clear();
    m_said.clear();
    waitForServer(false);
    m_retry = m_executor.callAt(m_executor.nowUs() + *pause * 1000, [this] {
        m_retry = 0;
        m_session->need();
        waitForServer(m_session->isConnected());
        begin();
    });
}

void RealtimeTalk::cancelResponse(const QString &id)
{
    if (!m_running.contains(id) || m_cancelled.contains(id)) return;
    m_cancelled.insert(id);
    m_session->send(QJsonObject{{u"type"_s, u"response.cancel"_s}, {u"event_id"_s, kQuietId}, {u"response_id"_s, id}});
}

void RealtimeTalk::cut(const std::shared_ptr<Said> &said, qint64 samples)
{
    const RealtimeSpeech &speech = said->speech;
    const bool running = !m_response.isEmpty() && saidOf(speech.item());
    if (running) cancelResponse(m_response);
    if (samples < speech.samples() || !speech.isOver()) {
        const qint64 ms = std::clamp<qint64>(samples, 0, speech.samples()) * 1000 / kSampleRate;
        m_session->send(QJsonObject{{u"type"_s, u"conversation.item.truncate"_s}, {u"event_id"_s, kQuietId},
                                    {u"item_id"_s, speech.item()}, {u"content_index"_s, 0}, {u"audio_end_ms"_s, ms}});
        m_items.says(speech.item(), speech.text());
        m_items.cut(speech.item());
    }
    m_said.clear();
}

// What was sounding will not sound to its end, and what was heard of it is not asked for again.
void RealtimeTalk::interrupted(const Error &error)
{
    waitForServer(false);
    breakSaid(error);
    if (m_asking && m_spoke) fail(error);
}

// A new connection knows nothing: it is told with the next question.
void RealtimeTalk::connected()
{
    m_items.clear();
    m_running.clear();
    m_cancelled.clear();
    m_unnamed = 0;
    m_created = false;
    m_response.clear();
    waitForServer(m_asking && !m_retry);
    begin();
}

void RealtimeTalk::gaveUp(const Error &error)
{
    breakSaid(error);
    if (m_asking) fail(error);
}

void RealtimeTalk::breakSaid(const Error &error)
{
    for (const auto &said : m_said)
        if (!said->speech.isOver()) said->broken = error;
    if (m_news) m_news();
}

bool RealtimeTalk::refused(const QString &eventId, const Error &why, bool)
{
    if (!eventId.startsWith("mind"_L1)) return false;
    if (m_unnamed > 0 && eventId == u"mind_%1"_s.arg(m_question)) --m_unnamed;
    if (m_asking && m_created) tryAgainOrFail(why);
    return true;
}

std::optional<Error> RealtimeTalk::heard(const QJsonObject &event)
{
    const QString type = event.value("type"_L1).toString(), item = event.value("item_id"_L1).toString();
    if (type.startsWith("response."_L1)) return ofResponse(event, type);
    if (type == "input_audio_buffer.committed"_L1) m_items.added(RealtimeItems::Kind::Caller, item);
    if (type == "conversation.item.added"_L1 || type == "conversation.item.created"_L1) itemAdded(event.value("item"_L1).toObject());
    if (type == "conversation.item.input_audio_transcription.completed"_L1) m_items.says(item, event.value("transcript"_L1).toString());
    if (type == "rate_limits.updated"_L1) {
        m_limitSeconds.clear();
        for (const QJsonValue &limit : event.value("rate_limits"_L1).toArray())
            if (limit["remaining"_L1].toDouble(1) <= 0 && limit["reset_seconds"_L1].toDouble() > m_limitSeconds.toDouble())
                m_limitSeconds = QString::number(limit["reset_seconds"_L1].toDouble());
    }
    return std::nullopt;
}

void RealtimeTalk::itemAdded(const QJsonObject &item)
{
    const QString type = item.value("type"_L1).toString(), id = item.value("id"_L1).toString(), role = item.value("role"_L1).toString();
    using Kind = RealtimeItems::Kind;
    if (type == "function_call"_L1) m_items.added(Kind::Call, id, item.value("call_id"_L1).toString());
    if (type == "message"_L1 && role == "assistant"_L1) m_items.added(Kind::Agent, id);
    if (type == "message"_L1 && role == "user"_L1) m_items.added(Kind::Caller, id);
}

RealtimeTalk::Said *RealtimeTalk::saidOf(const QString &item)
{
    for (const auto &said : m_said)
        if (said->speech.item() == item) return said.get();
    return nullptr;
}

std::optional<Error> RealtimeTalk::ofResponse(const QJsonObject &event, const QString &type)
{
    if (type == "response.created"_L1) {
        const QJsonObject response = event.value("response"_L1).toObject();
        const QString id = response.value("id"_L1).toString(), question = response["metadata"_L1]["question"_L1].toString();
        if (m_unnamed > 0) --m_unnamed;
        m_running.insert(id);
        const bool ours = m_asking && m_created && m_response.isEmpty() && (question.isEmpty() || question == QString::number(m_question));
        if (ours) m_response = id;
        else cancelResponse(id);
        return std::nullopt;
    }
    if (type == "response.done"_L1) {
        responseDone(event.value("response"_L1).toObject());
        return std::nullopt;
    }
    if (type == "response.output_item.added"_L1 || type == "response.output_item.done"_L1) itemAdded(event.value("item"_L1).toObject());
    if (!m_asking || m_response.isEmpty() || event.value("response_id"_L1).toString() != m_response) return std::nullopt;
    took(event, type);
    return std::nullopt;
}

void RealtimeTalk::took(const QJsonObject &event, const QString &type)
{
    const QString id = event.value("item_id"_L1).toString();
    if (type == "response.output_item.done"_L1) {
        takeCall(event.value("item"_L1).toObject());
        return;
    }
    const bool text = type == "response.output_audio_transcript.delta"_L1 || type == "response.output_text.delta"_L1;
    const bool sound = type == "response.output_audio.delta"_L1;
    Said *said = saidOf(id);
    if ((text || sound) && !said) {
        m_said.push_back(std::make_shared<Said>(Said{RealtimeSpeech(id), 0, 0, 0, false, {}}));
        said = m_said.back().get();
    }
    if (!said) return;
    bool fits = true;
    if (text) fits = said->speech.addText(event.value("delta"_L1).toString());
    if (sound) fits = said->speech.addSound(QByteArray::fromBase64(event.value("delta"_L1).toString().toLatin1()));
    if (type == "response.output_audio.done"_L1) said->speech.finishSound();
    if (type == "response.output_audio_transcript.done"_L1 || type == "response.output_text.done"_L1) said->speech.finishText();
    if (!fits) {
        const Error tooLong(Error::Code::TooLarge, {m_session->shown(), QString::number(RealtimeSpeech::kMostSamples / kSampleRate)});
        cancelResponse(m_response);
        breakSaid(tooLong);
        return fail(tooLong);
    }
    m_session->well();
    handOver(said->speech.item(), said->speech.isOver());
    if (m_news) m_news();
}

void RealtimeTalk::feed(const std::shared_ptr<Said> &said)
{
    said->hungry = true;
    if (m_asking) handOver(said->speech.item(), false);
}

void RealtimeTalk::handOver(const QString &item, bool whole)
{
    Said *said = saidOf(item);
    if (!said) return;
    const QString rest = said->speech.text().mid(said->handed);
    const bool first = said->handed == 0;
    if (first && !whole && said->speech.samples() == 0) return; // words alone are no reason to begin
    const qsizetype size = whole ? rest.size() : sayable(rest, first ? kFirstWords : said->hungry ? 1 : kLongPiece);
    const QString words = rest.left(size).trimmed();
    said->handed += size;
    if (words.isEmpty()) return;
    said->hungry = false;
    m_spoke = true;
    if (m_mind) m_mind->modelSpeaks(words);
}

void RealtimeTalk::takeCall(const QJsonObject &item)
{
    if (item.value("type"_L1) != "function_call"_L1 || m_calls.size() >= kMostTalkCalls) return;
    ModelToolCall call{item.value("call_id"_L1).toString(), item.value("name"_L1).toString(), {}, {}};
    for (const ModelToolCall &known : std::as_const(m_calls))
        if (known.id == call.id) return;
    const QByteArray arguments = item.value("arguments"_L1).toString().toUtf8();
    const auto json = QJsonDocument::fromJson(arguments.trimmed().isEmpty() ? QByteArray("{}") : arguments);
    call.arguments = json.object();
    if (!json.isObject()) call.broken = QString::fromUtf8(arguments.left(200));
    m_calls.append(call);
}

void RealtimeTalk::responseDone(const QJsonObject &response)
{
    const QString id = response.value("id"_L1).toString(), status = response.value("status"_L1).toString();
    const bool known = m_running.remove(id);
    m_cancelled.remove(id);
    const bool ours = m_asking && id == m_response && !id.isEmpty();
    const bool good = ours && (status == "completed"_L1 || status == "incomplete"_L1);
    for (const QJsonValue &item : response.value("output"_L1).toArray()) {
        if (const QString text = transcriptOf(item.toObject()); !text.isEmpty()) m_items.says(item["id"_L1].toString(), text);
        if (good) takeCall(item.toObject());
    }
    const ModelUsage usage = usageOf(response);
    if (known && !good && usage.known && m_used) // nobody waits for it any more, but it costs the same
        m_used({m_options.name, m_options.model, usage.inputTokens, usage.outputTokens, 0, 0});
    if (!ours) return begin();
    if (good) return finished(usage);
    const QJsonObject details = response.value("status_details"_L1).toObject();
    if (status == "failed"_L1) return tryAgainOrFail(realtimeError(details.value("error"_L1).toObject(), m_session->shown(), m_limitSeconds));
    breakSaid(Error(Error::Code::Cancelled));
    fail(Error(Error::Code::BadAnswer, {m_session->shown(), status.left(40)}, details.value("reason"_L1).toString().left(200)));
}

void RealtimeTalk::finished(const ModelUsage &usage)
{
    QStringList items;
    for (const auto &said : m_said) {
        said->speech.finishText();
        said->speech.finishSound();
        items.append(said->speech.item());
    }
    const quint64 question = m_question;
    for (const QString &item : std::as_const(items)) {
        handOver(item, true);
        if (!m_asking || question != m_question) return; // the mind wants something else
    }
    if (m_news) m_news();
    const QList<ModelToolCall> calls = m_calls;
    for (const ModelToolCall &call : calls)
        if (call.name.isEmpty()) return fail(Error(Error::Code::BadAnswer, {m_session->shown(), u"function_call"_s}));
    end();
    m_session->well();
    if (m_mind) m_mind->modelFinished(calls, usage);
}

} // namespace vox
