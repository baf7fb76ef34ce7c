#pragma once
#include "app/workspace/agent_documents.h"
#include "models/store/conversation_store.h"
#include <QDateTime>
#include <QObject>
#include <QTimer>
#include <array>

namespace vox {

class Workspace;

// What stands on Today: what waits for the operator, what to go on with, and the day in figures, all from the workspace.
// UI thread; answers come by themselves whenever agents or conversations change.
class TodayViewModel : public QObject {
    Q_OBJECT
public:
    // Something that waits for a person.
    struct Task {
        enum class Kind { AgentErrors, AgentConflict, ConversationFailed, ConversationCutOff };
        Kind kind = Kind::AgentErrors;
        QString id;      // of the agent or conversation
        QString name;    // of the agent
        int count = 0;   // errors
        UtcMs when;
    };
    // Something opened or made lately.
    struct Recent {
        enum class Kind { Agent, Conversation };
        Kind kind = Kind::Agent;
        QString id;
        QString name;
        UtcMs when;
        Outcome outcome = Outcome::Completed; // of a conversation
        int nodes = 0;                        // of an agent
    };
    // Of conversations that began since midnight, the operator's time.
    struct Figures {
        int conversations = 0;
        std::optional<qint64> p95Ms;          // of the conversations' own p95
        int goalMs = 0;                       // the strictest of the agents; 0 without agents
        std::array<int, 5> outcomes{};        // by Outcome
        std::array<int, 24> byHour{};
        std::array<double, 24> usualByHour{}; // mean of the seven days before
        QList<double> delays;                 // p95 of the day's last conversations, oldest first
    };

    explicit TodayViewModel(Workspace &workspace, QObject *parent = nullptr);

    bool isLoaded() const { return m_loaded; }
    const QList<Task> &tasks() const { return m_tasks; }
    const QList<Recent> &recent() const { return m_recent; }
    const Figures &figures() const { return m_figures; }
    QDateTime now() const;
    bool hasAgents() const { return !m_agents.isEmpty(); }
    void refresh();
    // The operator has looked at it: it no longer waits. Kept with the workspace.
    void markSeen(const Task &task);

signals:
    void changed();

private:
    void askConversations();
    void takeBad(Outcome outcome, const QList<ConversationRow> &rows);
    void assemble();

    Workspace &m_workspace;
    QTimer m_soon;
    bool m_loaded = false;
    QList<AgentRow> m_agents;
    QList<ConversationRow> m_last, m_failed, m_cutOff;
    QList<Task> m_tasks;
    QList<Recent> m_recent;
    Figures m_figures;
};

} // namespace vox
