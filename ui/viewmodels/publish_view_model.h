#pragma once
#include "app/workspace/environments.h"
#include "ui/viewmodels/agents_history_view_model.h"

namespace vox {

// One change of one agent between two releases. Whole agents that come or go have no field.
struct ReleaseLine {
    DocumentId agent;
    QString name;
    AgentsHistoryViewModel::Line change;
    bool wholeAgent = false;
};
// What a change comes to, with the contents of both sides; never empty.
QList<ReleaseLine> releaseLines(const ReleaseChange &change, const QJsonObject &before, const QJsonObject &after);

// Something about to be published: where to, what would change there, what stands in the way. Looks again by itself when
// target or scope change. GUI thread; `environments` outlives it.
class PublishViewModel : public QObject {
    Q_OBJECT
public:
    enum class State : quint8 { Loading, Ready, Publishing, Failed };
    enum class Scope : quint8 { Agent, Everything };
    using Line = ReleaseLine;
    struct Block {
        DocumentId agent;
        QString name;
        bool conflict = false;
        Problem problem;
        QJsonObject content = {}; // of the agent as it would be published; its steps have names, its outcomes labels
    };

    // A null agent: everything, and no other scope.
    PublishViewModel(Environments &environments, DocumentId agent, QObject *parent = nullptr);

    State state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; }
    DocumentId agent() const { return m_agent; }
    Environment environment() const { return m_environment; }
    void setEnvironment(Environment environment);
    Scope scope() const { return m_scope; }
    void setScope(Scope scope);
    // Instead of what stands now: a release as it is, with everything in it.
    void setRelease(const Release &release);
    const std::optional<Release> &release() const { return m_release; }
    // What is published there now; null when nothing is.
    const Release *publishedNow() const;
    const QList<Line> &lines() const { return m_lines; }
    const QList<Block> &blocks() const { return m_blocks; }
    bool mayPublish() const { return m_environments.may(m_environment); }
    bool canPublish() const { return m_state == State::Ready && m_blocks.isEmpty() && !m_lines.isEmpty() && mayPublish(); }
    void publish(const QString &message, UtcMs at = {});
    void look();

signals:
    void changed();
    // `waits`: it is scheduled.
    void published(int number, bool waits);

private:
    void take(const PublishPlan &plan);
    void takeContents(qsizetype index, const QJsonObject &before, const QJsonObject &after);
    void fail(const Error &error);

    Environments &m_environments;
    DocumentId m_agent;
    State m_state = State::Loading;
    std::optional<Error> m_error;
    Environment m_environment = Environment::Production;
    Scope m_scope;
    std::optional<Release> m_release;
    PublishPlan m_plan;
    int m_serial = 0;                 // an answer that comes late belongs to an older question
    QList<QList<Line>> m_byDocument;
    qsizetype m_left = 0;
    QList<Line> m_lines;
    QList<Block> m_blocks;
};

} // namespace vox
