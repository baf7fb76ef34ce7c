#include "models/dialogue/history.h"
#include <QJsonObject>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// An answer that called tools, then each tool's result; else who said what.
QList<ChatMessage> messagesOf(const HistoryLine &line)
{
    if (!line.isTools()) return {{line.who == "caller"_L1 ? ChatMessage::From::Caller : ChatMessage::From::Agent, line.text, {}, {}}};
    QJsonArray asked;
    for (const QJsonValue &call : line.calls)
        asked.append(QJsonObject{{u"id"_s, call["id"_L1]}, {u"name"_s, call["name"_L1]}, {u"arguments"_s, call["arguments"_L1]}});
    QList<ChatMessage> out{{ChatMessage::From::Agent, {}, {}, asked}};
    for (const QJsonValue &call : line.calls)
        out.append({ChatMessage::From::Tool, call["result"_L1].toString(), call["id"_L1].toString(), {}});
    return out;
}

} // namespace

bool HistoryLine::isTools() const { return who == "tools"_L1; }

void History::append(HistoryLine line)
{
    const bool tools = line.isTools();
    QList<ChatMessage> messages = messagesOf(line);
    m_entries.append(std::make_shared<const Entry>(Entry{m_appended++, std::move(line), std::move(messages)}));
    if (tools && ++m_tools > kMostTools) {
        m_entries.erase(std::find_if(m_entries.begin(), m_entries.end(), [](const Shared &entry) { return entry->line.isTools(); }));
        --m_tools;
    }
    if (m_entries.size() <= kMost) return;
    if (m_entries.first()->line.isTools()) --m_tools;
    m_entries.removeFirst();
    // A list that is shared whenever it is appended to takes more memory each time, whatever leaves it in front.
    if (m_entries.capacity() > kMost + 50) m_entries = QList<Shared>(m_entries.cbegin(), m_entries.cend());
}

QList<History::Shared> History::since(const History &written) const
{
    // Both are in the order of their numbers, and what they have in common is the same memory.
    qsizetype ours = m_entries.size(), theirs = written.m_entries.size();
    for (;; --ours) {
        if (ours == 0) return m_entries;
        const Shared &entry = m_entries[ours - 1];
        while (theirs > 0 && written.m_entries[theirs - 1]->number > entry->number) --theirs;
        if (theirs > 0 && written.m_entries[theirs - 1] == entry) return m_entries.mid(ours);
    }
}

QJsonArray History::toJson() const
{
    QJsonArray out;
    for (const Shared &entry : m_entries) out.append(toJson(entry->line));
    return out;
}

History History::fromJson(const QJsonArray &lines)
{
    History history;
    for (const QJsonValue &line : lines) history.append(lineFromJson(line.toObject()));
    return history;
}

QJsonObject History::toJson(const HistoryLine &line)
{
    if (line.isTools()) return {{u"who"_s, line.who}, {u"calls"_s, line.calls}};
    return {{u"who"_s, line.who}, {u"text"_s, line.text}};
}

HistoryLine History::lineFromJson(const QJsonObject &json)
{
    return {json.value("who"_L1).toString(), json.value("text"_L1).toString(), json.value("calls"_L1).toArray()};
}

} // namespace vox
