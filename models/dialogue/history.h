#pragma once
#include <QJsonArray>
#include <QList>
#include <QString>
#include <memory>

namespace vox {

// A message of a chat with a model.
struct ChatMessage {
    enum class From { Caller, Agent, Tool };
    From from = From::Caller;
    QString text;
    QString toolCallId;   // From::Tool: which call this answers
    QJsonArray toolCalls; // From::Agent: [{id, name, arguments}]
};

// One thing that was said and heard, or what tools answered. Never changed once it is part of a history.
struct HistoryLine {
    QString who;      // "caller", "agent", "tools"
    QString text;
    QJsonArray calls; // "tools": [{id, name, arguments, result}]
    bool isTools() const;
};

// What a dialogue remembers of itself: the newest lines, at most `kMost`, and of those of tools at most `kMostTools`. A
// value whose lines are shared between copies, so that copying and appending cost next to nothing; equal lines appended
// in equal order make equal histories, so whoever wrote each line down once can make the history again. Any thread.
class History {
public:
    static constexpr qsizetype kMost = 200;
    static constexpr qsizetype kMostTools = 10; // results are long

    struct Entry {
        qint64 number; // counts all lines that were ever appended, from 0
        HistoryLine line;
        QList<ChatMessage> messages; // the same for a model
    };
    using Shared = std::shared_ptr<const Entry>;

    void append(HistoryLine line);
    const QList<Shared> &entries() const { return m_entries; }
    qint64 appended() const { return m_appended; }
    // Entries that `written` does not hold, oldest first. It may have gone on differently from some line.
    QList<Shared> since(const History &written) const;

    QJsonArray toJson() const; // the lines: [{who, text}, {who: "tools", calls}]
    static History fromJson(const QJsonArray &lines);
    static QJsonObject toJson(const HistoryLine &line);
    static HistoryLine lineFromJson(const QJsonObject &json);
    friend bool operator==(const History &a, const History &b) { return a.toJson() == b.toJson(); }

private:
    QList<Shared> m_entries;
    qint64 m_appended = 0;
    qsizetype m_tools = 0;
};

} // namespace vox
