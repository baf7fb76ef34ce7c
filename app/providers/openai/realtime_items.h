#pragma once
#include "app/ports/language_model.h"
#include <QJsonObject>
#include <QList>
#include <QString>

namespace vox {

// What a Realtime session's conversation holds, item by item, and what to send so that it says what the dialogue
// remembers: heard words only, tools with their results, lines that another voice said. Sound stays where it says the
// same as the words. Pure; lives as long as the connection.
class RealtimeItems {
public:
    enum class Kind { Caller, Agent, Call, Result };
    void clear() { m_items.clear(); }
    qsizetype size() const { return m_items.size(); }

    // What the server told: items come at the end, words when they are known.
    void added(Kind kind, const QString &id, const QString &callId = {});
    void says(const QString &id, const QString &text);
    void cut(const QString &id); // only a beginning of it was heard: what of it, the dialogue says

    // The events (conversation.item.create, .delete) that make it so; what is sent counts as done.
    QList<QJsonObject> agree(const QList<ModelMessage> &messages);

private:
    struct Item {
        Kind kind;
        QString id;
        QString text;   // Caller, Agent: as far as it is known
        QString callId; // Call, Result
        bool known = false, isCut = false;
        bool isBound = false; // the dialogue says which words its sound means
    };
    // Words of the caller, and all that followed until they spoke again.
    struct Span {
        QString caller, agent;
        QList<ModelMessage> calls;   // with toolCalls
        QList<ModelMessage> results; // of tools
    };
    class Agreeing;

    QList<Item> m_items;
    quint64 m_made = 0;
};

} // namespace vox
