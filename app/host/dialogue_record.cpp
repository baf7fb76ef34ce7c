#include "app/host/dialogue_record.h"
#include <QHash>
#include <QJsonDocument>
#include <map>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

class Reading {
public:
    void operator()(const events::Remembered &e)
    {
        m_lines.erase(m_lines.lower_bound(e.line), m_lines.end()); // what followed was taken back
        m_lines[e.line] = {e.who, e.text, e.calls.toArray()};
    }
    void operator()(const events::Started &e) { m_record.conversation = e.conversation; }
    void operator()(const events::Checkpoint &e) { m_checkpoint = e.state; }
    void operator()(const events::ToolCalled &e)
    {
        m_called[e.receipt] = e.name;
        if (e.changesOutside) m_record.receipts.insert(e.receipt);
    }
    void operator()(const events::ToolReturned &e) { m_returned[e.receipt] = e; }
    void operator()(const events::ModelAsked &e) { m_asked[e.receipt] = e.model; }
    void operator()(const events::Utterance &e) { m_record.utterances = std::max(m_record.utterances, e.utterance); }
    void operator()(const events::AnswerPlanned &e) { m_record.answers = std::max(m_record.answers, e.answer); }
    void operator()(const auto &) {}

    std::optional<DialogueRecord> record()
    {
        if (!m_checkpoint) return std::nullopt;
        m_record.state = DialogueState::fromJson(*m_checkpoint);
        const QJsonValue history = m_checkpoint->value("history"_L1);
        const qint64 count = history["lines"_L1].toInteger();
        if (history.isObject())
            for (auto it = m_lines.begin(); it != m_lines.end() && it->first < count; ++it) m_record.state.history.append(it->second);
        for (const QString &receipt : waitedFor()) settle(receipt);
        return std::move(m_record);
    }

private:
    QStringList waitedFor() const
    {
        QStringList receipts;
        if (!m_record.state.pendingReceipt.isEmpty()) receipts.append(m_record.state.pendingReceipt);
        for (const QJsonValue &call : m_record.state.local.value("calls"_L1).toArray())
            if (const QString receipt = call["receipt"_L1].toString(); !receipt.isEmpty() && call["result"_L1].isUndefined()) receipts.append(receipt);
        return receipts;
    }

    void settle(const QString &receipt)
    {
        const auto known = m_returned.constFind(receipt);
        const bool whole = known != m_returned.cend() && known->status > 0 && known->body.toUtf8().size() == known->bytes;
        if (whole) {
            const auto json = QJsonDocument::fromJson(known->body.toUtf8());
            const QJsonValue body = json.isObject() ? QJsonValue(json.object()) : json.isArray() ? QJsonValue(json.array()) : QJsonValue(known->body);
            m_record.pending.append({ToolReturned{receipt, int(known->status), body}});
        } else if (m_asked.contains(receipt)) {
            m_record.pending.append({ModelFailed{receipt, Error(Error::Code::Cancelled)}});
        } else {
            // Whether it was done is not known; a time-out is what tells the flow so.
            m_record.pending.append({ToolFailed{receipt, Error(Error::Code::TimedOut, {m_called.value(receipt), u"0"_s})}});
        }
    }

    DialogueRecord m_record;
    std::optional<QJsonObject> m_checkpoint;
    std::map<qint64, HistoryLine> m_lines;
    QHash<QString, QString> m_called, m_asked;
    QHash<QString, events::ToolReturned> m_returned;
};

} // namespace

std::optional<DialogueRecord> dialogueRecord(std::span<const ConversationEvent> log)
{
    Reading reading;
    for (const ConversationEvent &event : log) std::visit(reading, event.body);
    return reading.record();
}

} // namespace vox
