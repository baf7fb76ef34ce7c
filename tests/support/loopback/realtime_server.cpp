#include "tests/support/loopback/realtime_server.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <chrono>
#include <cmath>
#include <condition_variable>

using namespace Qt::StringLiterals;

namespace vox::test {

namespace {

constexpr int kMsACharacter = 60;

// A tone, 24 kHz.
QString tone(int ms)
{
    QByteArray pcm(qsizetype(ms) * 24 * 2, 0);
    auto *samples = reinterpret_cast<qint16 *>(pcm.data());
    for (int i = 0; i < ms * 24; ++i) samples[i] = qint16(8000 * std::sin(i * 0.06));
    return QString::fromLatin1(pcm.toBase64());
}

} // namespace

// One connection: its items in order, and what is going on.
class RealtimeServer::Peer {
public:
    Peer(RealtimeServer &all, WebSocketServer::Peer &peer) : m_all(all), m_peer(peer) {}

    void run()
    {
        send({{u"type"_s, u"session.created"_s}, {u"session"_s, QJsonObject{{u"type"_s, u"realtime"_s}}}});
        while (const auto text = m_peer.receive()) {
            const QJsonObject event = QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object();
            const QString type = event["type"_L1].toString();
            if (type == "input_audio_buffer.append"_L1) {
                m_buffered += QByteArray::fromBase64(event["audio"_L1].toString().toLatin1()).size();
                continue;
            }
            {
                const std::lock_guard lock(m_all.m_mutex);
                m_all.m_got.append(event);
            }
            if (!answer(event, type)) return;
            tellConversation();
        }
    }

private:
    struct Item { QString id, line; };

    bool answer(const QJsonObject &event, const QString &type)
    {
        if (type == "session.update"_L1) send({{u"type"_s, u"session.updated"_s}, {u"session"_s, event["session"_L1]}});
        else if (type == "input_audio_buffer.clear"_L1) m_buffered = 0;
        else if (type == "input_audio_buffer.commit"_L1) return commit(event);
        else if (type == "conversation.item.create"_L1) create(event);
        else if (type == "conversation.item.delete"_L1) erase(event);
        else if (type == "conversation.item.truncate"_L1) truncate(event);
        else if (type == "response.cancel"_L1) cancel(event);
        else if (type == "response.create"_L1) return respond(event);
        else refuse(event, u"unknown_event"_s);
        return true;
    }

    void send(QJsonObject event)
    {
        event.insert(u"event_id"_s, m_all.name(u"event_"_s));
        m_peer.send(QJsonDocument(event).toJson(QJsonDocument::Compact).toStdString());
    }

    void refuse(const QJsonObject &event, const QString &code)
    {
        {
            const std::lock_guard lock(m_all.m_mutex);
            m_all.m_errors.append(code);
        }
        const QJsonObject error{{u"type"_s, u"invalid_request_error"_s}, {u"code"_s, code}, {u"message"_s, u"m"_s}, {u"param"_s, QJsonValue::Null},
                                {u"event_id"_s, event["event_id"_L1]}};
        send({{u"type"_s, u"error"_s}, {u"error"_s, error}});
    }

    qsizetype at(const QString &id) const
    {
        for (qsizetype i = 0; i < m_items.size(); ++i)
            if (m_items[i].id == id) return i;
        return -1;
    }

    void put(const Item &item, const QJsonObject &json, qsizetype where)
    {
        const QJsonValue before = where > 0 ? QJsonValue(m_items[where - 1].id) : QJsonValue(QJsonValue::Null);
        m_items.insert(where, item);
        send({{u"type"_s, u"conversation.item.added"_s}, {u"previous_item_id"_s, before}, {u"item"_s, json}});
    }

    // Instead of what was asked for. True: the fault is all there is.
    bool fault(const QString &fault, bool &goesOn)
    {
        goesOn = true;
        if (fault == "slow"_L1) {
            std::unique_lock lock(m_all.m_waitMutex);
            m_all.m_wait.wait_for(lock, std::chrono::milliseconds(500));
            return false;
        }
        if (fault == "drop"_L1) goesOn = drop();
        if (fault == "garbage"_L1) m_peer.send("\x01{");
        if (fault == "schema"_L1) m_peer.send(R"({"type":"response.done","response":[7]})");
        return !fault.isEmpty();
    }

    bool commit(const QJsonObject &event)
    {
        if (m_buffered < 24000 / 10 * 2) {
            refuse(event, u"input_audio_buffer_commit_empty"_s);
            return true;
        }
        m_buffered = 0;
        bool goesOn = true;
        if (m_all.m_fault.startsWith("hear "_L1) && fault(m_all.m_fault.mid(5), goesOn)) return goesOn;
        const QString id = m_all.name(u"item_"_s);
        QString words;
        {
            const std::lock_guard lock(m_all.m_mutex);
            if (!m_all.m_heard.isEmpty()) words = m_all.m_heard.takeFirst();
        }
        send({{u"type"_s, u"input_audio_buffer.committed"_s}, {u"previous_item_id"_s, QJsonValue::Null}, {u"item_id"_s, id}});
        put({id, u"caller: "_s + words}, {{u"id"_s, id}, {u"type"_s, u"message"_s}, {u"role"_s, u"user"_s}, {u"content"_s, QJsonArray{QJsonObject{{u"type"_s, u"input_audio"_s}}}}}, m_items.size());
        send({{u"type"_s, u"conversation.item.input_audio_transcription.completed"_s}, {u"item_id"_s, id}, {u"content_index"_s, 0}, {u"transcript"_s, words},
              {u"usage"_s, QJsonObject{{u"type"_s, u"tokens"_s}, {u"input_tokens"_s, 10}, {u"output_tokens"_s, 3}}}});
        const std::lock_guard lock(m_all.m_mutex);
        ++m_all.m_transcribed;
        return true;
    }

    void create(const QJsonObject &event)
    {
        const QJsonObject item = event["item"_L1].toObject();
        const QString before = event["previous_item_id"_L1].toString(), type = item["type"_L1].toString();
        if (before != "root"_L1 && !before.isEmpty() && at(before) < 0) return refuse(event, u"item_not_found"_s);
        QString line = item["role"_L1] == "user"_L1 ? u"caller: "_s : u"agent: "_s;
        line += item["content"_L1].toArray().at(0)["text"_L1].toString();
        if (type == "function_call"_L1) line = u"call "_s + item["name"_L1].toString();
        if (type == "function_call_output"_L1) line = u"result "_s + item["output"_L1].toString();
        put({item["id"_L1].toString(), line}, item, before == "root"_L1 ? 0 : before.isEmpty() ? m_items.size() : at(before) + 1);
    }

    void erase(const QJsonObject &event)
    {
        const QString id = event["item_id"_L1].toString();
        if (at(id) < 0) return refuse(event, u"item_not_found"_s);
        m_items.removeAt(at(id));
        send({{u"type"_s, u"conversation.item.deleted"_s}, {u"item_id"_s, id}});
    }

    void truncate(const QJsonObject &event)
    {
        const QString id = event["item_id"_L1].toString();
        if (at(id) < 0 || event["audio_end_ms"_L1].toInteger() > m_all.audioMs(id)) return refuse(event, u"invalid_truncation"_s);
        m_items[at(id)].line = u"agent, cut: "_s + QString::number(event["audio_end_ms"_L1].toInteger()) + u" ms"_s;
        send({{u"type"_s, u"conversation.item.truncated"_s}, {u"item_id"_s, id}, {u"content_index"_s, 0}, {u"audio_end_ms"_s, event["audio_end_ms"_L1]}});
    }

    void cancel(const QJsonObject &event)
    {
        if (m_active.isEmpty()) return refuse(event, u"response_cancel_not_active"_s);
        done(u"cancelled"_s, {}, 5);
    }

    void done(const QString &status, const QJsonArray &output, int tokens, const QJsonObject &details = {})
    {
        {
            const std::lock_guard lock(m_all.m_mutex);
            m_all.m_outputTokens += tokens;
        }
        send({{u"type"_s, u"response.done"_s},
              {u"response"_s, QJsonObject{{u"id"_s, std::exchange(m_active, {})}, {u"object"_s, u"realtime.response"_s}, {u"status"_s, status}, {u"status_details"_s, details}, {u"output"_s, output},
                                          {u"usage"_s, QJsonObject{{u"total_tokens"_s, 20 + tokens}, {u"input_tokens"_s, 20}, {u"output_tokens"_s, tokens}}}}}});
    }

    bool respond(const QJsonObject &event)
    {
        bool goesOn = true;
        if (!m_all.m_fault.startsWith("hear "_L1) && fault(m_all.m_fault, goesOn)) return goesOn;
        if (!m_active.isEmpty()) {
            refuse(event, u"conversation_already_has_active_response"_s);
            return true;
        }
        Answer answer{u"I have nothing more to say."_s, {}, {}};
        {
            const std::lock_guard lock(m_all.m_mutex);
            if (!m_all.m_answers.empty()) {
                answer = m_all.m_answers.front();
                m_all.m_answers.pop_front();
            }
        }
        if (answer.silent) return true;
        m_active = m_all.name(u"resp_"_s);
        send({{u"type"_s, u"response.created"_s}, {u"response"_s, QJsonObject{{u"id"_s, m_active}, {u"status"_s, u"in_progress"_s}, {u"metadata"_s, event["response"_L1]["metadata"_L1]}}}});
        if (!answer.error.isEmpty()) {
            done(u"failed"_s, {}, 0, {{u"type"_s, u"failed"_s}, {u"error"_s, QJsonObject{{u"type"_s, answer.error.startsWith("content"_L1) ? u"invalid_request_error"_s : u"server_error"_s}, {u"code"_s, answer.error}}}});
            return true;
        }
        send({{u"type"_s, u"rate_limits.updated"_s}, {u"rate_limits"_s, QJsonArray{QJsonObject{{u"name"_s, u"tokens"_s}, {u"limit"_s, 40000}, {u"remaining"_s, 39000}, {u"reset_seconds"_s, 1.5}}}}});
        QJsonArray output;
        if (!answer.text.isEmpty() && !speak(answer, output)) return m_dropped ? false : true;
        if (!answer.tool.isEmpty()) call(answer, output);
        done(u"completed"_s, output, int(answer.text.size()));
        return true;
    }

    QJsonObject of(const QString &type, const QString &item, QJsonObject more)
    {
        more.insert(u"type"_s, type);
        more.insert(u"response_id"_s, m_active);
        more.insert(u"item_id"_s, item);
        more.insert(u"output_index"_s, 0);
        more.insert(u"content_index"_s, 0);
        return more;
    }

    // False: it is not finished yet.
    bool speak(const Answer &answer, QJsonArray &output)
    {
        const QString id = m_all.name(u"item_"_s);
        QJsonObject item{{u"id"_s, id}, {u"type"_s, u"message"_s}, {u"status"_s, u"in_progress"_s}, {u"role"_s, u"assistant"_s}, {u"content"_s, QJsonArray()}};
        send({{u"type"_s, u"response.output_item.added"_s}, {u"response_id"_s, m_active}, {u"output_index"_s, 0}, {u"item"_s, item}});
        put({id, u"agent, spoken: "_s + answer.text}, item, m_items.size());
        send(of(u"response.content_part.added"_s, id, {{u"part"_s, QJsonObject{{u"type"_s, u"audio"_s}}}}));
        int words = 0;
        for (qsizetype begin = 0; begin < answer.text.size(); ++words) {
            if (words == answer.dropsAfter) return drop();
            if (words == answer.stopsAfter) return false;
            qsizetype end = answer.text.indexOf(u' ', begin);
            end = end < 0 ? answer.text.size() : end + 1;
            const int ms = int(end - begin) * kMsACharacter;
            const QString kind = answer.textOnly ? u"response.output_text.delta"_s : u"response.output_audio_transcript.delta"_s;
            send(of(kind, id, {{u"delta"_s, answer.text.mid(begin, end - begin)}}));
            begin = end;
            if (answer.textOnly) continue;
            {
                const std::lock_guard lock(m_all.m_mutex);
                m_all.m_audioMs[id] += ms;
                m_all.m_lastAudioItem = id;
            }
            send(of(u"response.output_audio.delta"_s, id, {{u"delta"_s, tone(ms)}}));
        }
        send(of(u"response.output_audio.done"_s, id, {}));
        send(of(u"response.output_audio_transcript.done"_s, id, {{u"transcript"_s, answer.text}}));
        item.insert(u"status"_s, u"completed"_s);
        item.insert(u"content"_s, QJsonArray{QJsonObject{{u"type"_s, u"output_audio"_s}, {u"transcript"_s, answer.text}}});
        send({{u"type"_s, u"response.output_item.done"_s}, {u"response_id"_s, m_active}, {u"output_index"_s, 0}, {u"item"_s, item}});
        output.append(item);
        return true;
    }

    void call(const Answer &answer, QJsonArray &output)
    {
        const QString id = m_all.name(u"item_"_s), callId = m_all.name(u"call_"_s);
        QJsonObject item{{u"id"_s, id}, {u"type"_s, u"function_call"_s}, {u"status"_s, u"in_progress"_s}, {u"name"_s, answer.tool}, {u"call_id"_s, callId}, {u"arguments"_s, QString()}};
        send({{u"type"_s, u"response.output_item.added"_s}, {u"response_id"_s, m_active}, {u"output_index"_s, 1}, {u"item"_s, item}});
        put({id, u"call "_s + answer.tool}, item, m_items.size());
        send(of(u"response.function_call_arguments.delta"_s, id, {{u"call_id"_s, callId}, {u"delta"_s, answer.arguments}}));
        send(of(u"response.function_call_arguments.done"_s, id, {{u"call_id"_s, callId}, {u"arguments"_s, answer.arguments}}));
        item.insert(u"status"_s, u"completed"_s);
        item.insert(u"arguments"_s, answer.arguments);
        send({{u"type"_s, u"response.output_item.done"_s}, {u"response_id"_s, m_active}, {u"output_index"_s, 1}, {u"item"_s, item}});
        output.append(item);
    }

    bool drop()
    {
        m_dropped = true;
        m_peer.drop();
        return false;
    }

    void tellConversation()
    {
        QStringList lines;
        for (const Item &item : m_items) lines.append(item.line);
        const std::lock_guard lock(m_all.m_mutex);
        m_all.m_conversation = lines;
    }

    RealtimeServer &m_all;
    WebSocketServer::Peer &m_peer;
    QList<Item> m_items;
    QString m_active;
    qint64 m_buffered = 0;
    bool m_dropped = false;
};

RealtimeServer::RealtimeServer(QStringList heard, std::deque<Answer> answers, QString fault)
    : m_heard(std::move(heard)), m_answers(std::move(answers)), m_fault(std::move(fault))
{
    m_server = std::make_unique<WebSocketServer>(
        [this](WebSocketServer::Peer &peer) {
            {
                const std::lock_guard lock(m_mutex);
                ++m_connections;
            }
            Peer(*this, peer).run();
        },
        [this](const auto &) {
            bool isStatus = false;
            const int status = m_fault.toInt(&isStatus);
            return isStatus ? WebSocketServer::Welcome{status, {{"Retry-After", "30"}}} : WebSocketServer::Welcome();
        });
}

QString RealtimeServer::name(const QString &prefix)
{
    const std::lock_guard lock(m_mutex);
    return prefix + QString::number(++m_names);
}

QList<QJsonObject> RealtimeServer::got(const QString &type) const
{
    const std::lock_guard lock(m_mutex);
    QList<QJsonObject> out;
    for (const QJsonObject &event : m_got)
        if (event["type"_L1] == type) out.append(event);
    return out;
}

QStringList RealtimeServer::errorsSent() const
{
    const std::lock_guard lock(m_mutex);
    return m_errors;
}

QStringList RealtimeServer::conversation() const
{
    const std::lock_guard lock(m_mutex);
    return m_conversation;
}

int RealtimeServer::connections() const
{
    const std::lock_guard lock(m_mutex);
    return m_connections;
}

int RealtimeServer::transcribed() const
{
    const std::lock_guard lock(m_mutex);
    return m_transcribed;
}

int RealtimeServer::outputTokens() const
{
    const std::lock_guard lock(m_mutex);
    return m_outputTokens;
}

QString RealtimeServer::lastAudioItem() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastAudioItem;
}

qint64 RealtimeServer::audioMs(const QString &item) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_audioMs.find(item);
    return found == m_audioMs.end() ? 0 : found->second;
}

} // namespace vox::test
