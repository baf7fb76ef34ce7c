#include "app/providers/openai/realtime_items.h"
#include "app/providers/openai/realtime_session.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostKept = 2000, kLongestWords = 100000;

QString joinedWords(const QString &before, const QString &more)
{
    const QString text = more.simplified();
    return before.isEmpty() ? text : text.isEmpty() ? before : before + u' ' + text;
}

QJsonObject messageItem(const QString &role, const QString &type, const QString &text)
{
    return {{u"type"_s, u"message"_s}, {u"role"_s, role}, {u"content"_s, QJsonArray{QJsonObject{{u"type"_s, type}, {u"text"_s, text}}}}};
}

} // namespace

void RealtimeItems::added(Kind kind, const QString &id, const QString &callId)
{
    if (id.isEmpty() || m_items.size() >= kMostKept) return;
    for (Item &item : m_items)
        if (item.id == id) {
            if (item.callId.isEmpty()) item.callId = callId;
            return;
        }
    m_items.append({kind, id, {}, callId});
}

void RealtimeItems::says(const QString &id, const QString &text)
{
    for (Item &item : m_items) {
        if (item.id != id || item.isBound) continue;
        item.text = text.left(kLongestWords).simplified();
        item.known = true;
    }
}

void RealtimeItems::cut(const QString &id)
{
    for (Item &item : m_items)
        if (item.id == id) item.isCut = true;
}

// Walks over both, span by span; m_at is where in the list of items it stands.
class RealtimeItems::Agreeing {
public:
    Agreeing(QList<Item> &items, quint64 &made) : m_items(items), m_made(made) {}

    QList<QJsonObject> run(const QList<ModelMessage> &messages)
    {
        const QList<Span> spans = spansOf(messages);
        for (qsizetype i = 0; i < spans.size(); ++i) {
            if (i > 0) findCaller(spans[i].caller, i + 1 == spans.size());
            const qsizetype end = endOfSpan();
            repairAgent(spans[i], end);
            repairCalls(spans[i]);
        }
        while (m_at < m_items.size()) erase(m_at);
        return std::move(m_events);
    }

private:
    static QList<Span> spansOf(const QList<ModelMessage> &messages)
    {
        QList<Span> spans{Span()};
        bool inCaller = false;
        for (const ModelMessage &message : messages) {
            if (message.role == ModelMessage::Role::System) continue;
            const bool caller = message.role == ModelMessage::Role::User;
            if (caller && message.text.trimmed().isEmpty()) continue;
            if (caller && !inCaller) spans.append(Span());
            inCaller = caller;
            Span &span = spans.last();
            if (caller) span.caller = joinedWords(span.caller, message.text);
            if (message.role == ModelMessage::Role::Assistant) span.agent = joinedWords(span.agent, message.text);
            if (message.role == ModelMessage::Role::Assistant && !message.toolCalls.isEmpty()) span.calls.append(message);
            if (message.role == ModelMessage::Role::Tool) span.results.append(message);
        }
        return spans;
    }

    // Behind the caller's items from `at` on that together say `words`; 0: they do not. Of the newest the words may not be
    // known; what the agent did between them nobody remembers.
    qsizetype endOfWords(qsizetype at, const QString &words, bool newest)
    {
        QString said;
        for (qsizetype i = at; i < m_items.size(); ++i) {
            if (m_items[i].kind != Kind::Caller) continue;
            if (!m_items[i].known && newest) {
                if (i + 1 != m_items.size() || !words.startsWith(said)) return 0;
                m_items[i].text = words.mid(said.size()).trimmed();
                m_items[i].known = m_items[i].isBound = true;
                return i + 1;
            }
            said = joinedWords(said, m_items[i].text);
            const bool more = i + 1 < m_items.size() && m_items[i + 1].kind == Kind::Caller && m_items[i + 1].known && m_items[i + 1].text.isEmpty();
            if (said.compare(words, Qt::CaseInsensitive) == 0 && !more) return i + 1;
            if (said.size() > words.size()) return 0;
        }
        return 0;
    }

    void findCaller(const QString &words, bool newest)
    {
        for (qsizetype i = m_at; i < m_items.size(); ++i) {
            if (m_items[i].kind != Kind::Caller) continue;
            qsizetype end = endOfWords(i, words, newest);
            if (end == 0) continue;
            for (; i > m_at; --i, --end) erase(m_at); // nobody remembers these
            for (; m_at < end; ++m_at)
                if (m_items[m_at].kind != Kind::Caller) erase(m_at--), --end;
            return;
        }
        if (!words.isEmpty()) create(Kind::Caller, messageItem(u"user"_s, u"input_text"_s, words), words);
    }

    qsizetype endOfSpan() const
    {
        qsizetype end = m_at;
        while (end < m_items.size() && m_items[end].kind != Kind::Caller) ++end;
        return end;
    }

    // Leaves m_at at the end of what the agent did in this span.
    void repairAgent(const Span &span, qsizetype end)
    {
        QString said;
        Item *last = nullptr;
        for (qsizetype i = m_at; i < end; ++i) {
            if (m_items[i].kind != Kind::Agent) continue;
            said = joinedWords(said, m_items[i].text);
            last = &m_items[i];
        }
        const bool beginning = last && last->isCut && !span.agent.isEmpty() && said.startsWith(span.agent);
        if (said == span.agent || beginning) {
            if (beginning) settle(span.agent, end);
            m_at = end;
            return;
        }
        for (qsizetype i = m_at; i < end;) {
            if (m_items[i].kind != Kind::Agent) ++i;
            else erase(i), --end;
        }
        m_at = end;
        if (!span.agent.isEmpty()) create(Kind::Agent, messageItem(u"assistant"_s, u"output_text"_s, span.agent), span.agent);
    }

    // The words of the span's items are from now on those that were heard.
    void settle(const QString &heard, qsizetype end)
    {
        QString rest = heard;
        for (qsizetype i = m_at; i < end; ++i) {
            Item &item = m_items[i];
            if (item.kind != Kind::Agent) continue;
            const QString text = item.text.left(rest.size());
            rest = rest.mid(text.size()).trimmed();
            item.text = text.simplified();
            item.isCut = false;
        }
    }

    void repairCalls(const Span &span)
    {
        const qsizetype begin = beginOfSpan();
        QStringList wanted;
        for (const ModelMessage &message : span.calls)
            for (const QJsonValue &call : message.toolCalls) wanted.append(call["id"_L1].toString());
        for (qsizetype i = m_at - 1; i >= begin; --i)
            if ((m_items[i].kind == Kind::Call || m_items[i].kind == Kind::Result) && !wanted.contains(m_items[i].callId)) erase(i), --m_at;
        for (const ModelMessage &message : span.calls)
            for (const QJsonValue &call : message.toolCalls)
                if (!has(begin, Kind::Call, call["id"_L1].toString())) createCall(call.toObject());
        for (const ModelMessage &result : span.results) {
            if (has(begin, Kind::Result, result.toolCallId) || !has(begin, Kind::Call, result.toolCallId)) continue;
            create(Kind::Result, {{u"type"_s, u"function_call_output"_s}, {u"call_id"_s, result.toolCallId}, {u"output"_s, result.text}}, {}, result.toolCallId);
        }
    }

    qsizetype beginOfSpan() const
    {
        qsizetype begin = m_at;
        while (begin > 0 && m_items[begin - 1].kind != Kind::Caller) --begin;
        return begin;
    }

    bool has(qsizetype begin, Kind kind, const QString &callId) const
    {
        return std::any_of(m_items.cbegin() + begin, m_items.cbegin() + m_at,
                           [&](const Item &item) { return item.kind == kind && item.callId == callId; });
    }

    void createCall(const QJsonObject &call)
    {
        const QString arguments = QString::fromUtf8(QJsonDocument(call.value("arguments"_L1).toObject()).toJson(QJsonDocument::Compact));
        const QString id = call.value("id"_L1).toString();
        create(Kind::Call, {{u"type"_s, u"function_call"_s}, {u"call_id"_s, id}, {u"name"_s, call.value("name"_L1)}, {u"arguments"_s, arguments}}, {}, id);
    }

    void create(Kind kind, QJsonObject item, const QString &text, const QString &callId = {})
    {
        const QString id = u"vox_%1"_s.arg(++m_made);
        item.insert("id"_L1, id);
        m_events.append({{u"type"_s, u"conversation.item.create"_s}, {u"event_id"_s, u"mind_item"_s},
                         {u"previous_item_id"_s, m_at > 0 ? m_items[m_at - 1].id : u"root"_s}, {u"item"_s, item}});
        m_items.insert(m_at++, Item{kind, id, text, callId, true, false, true});
    }

    void erase(qsizetype at)
    {
        m_events.append({{u"type"_s, u"conversation.item.delete"_s}, {u"event_id"_s, QLatin1String(RealtimeSession::kQuiet)}, {u"item_id"_s, m_items[at].id}});
        m_items.removeAt(at);
    }

    QList<Item> &m_items;
    quint64 &m_made;
    QList<QJsonObject> m_events;
    qsizetype m_at = 0;
};

QList<QJsonObject> RealtimeItems::agree(const QList<ModelMessage> &messages) { return Agreeing(m_items, m_made).run(messages); }

} // namespace vox
