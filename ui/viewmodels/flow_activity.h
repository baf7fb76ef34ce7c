#pragma once
#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

namespace vox {

// What a call is doing in a flow: the node that is active now, how long, and the way it took. Told by whoever follows the
// call; the canvas lights it. Part of a FlowViewModel.
class FlowActivity : public QObject {
    Q_OBJECT
public:
    const QString &activeNode() const { return m_active; }
    qint64 activeMs() const { return m_activeMs; }
    bool visited(const QString &node) const { return m_visited.contains(node); }
    // The arrow from `from` to `to` was taken.
    bool taken(const QString &from, const QString &to) const { return m_taken.contains({from, to}); }
    // How long the node took when it was active last; -1: it was not.
    qint64 lastMs(const QString &node) const { return m_lastMs.value(node, -1); }
    bool isEmpty() const { return m_visited.isEmpty(); }

    // A call entered this node at `atMs` of the conversation.
    void enter(const QString &node, qint64 atMs);
    // The call's clock moved on; repaints at most one node.
    void tick(qint64 nowMs);
    // The call is over: nothing is active any more, the way stays visible.
    void finish(qint64 nowMs);
    void clear();

signals:
    void changed(); // active node or way
    void ticked();  // only the running milliseconds

private:
    QString m_active;
    qint64 m_enteredMs = 0, m_activeMs = 0;
    QSet<QString> m_visited;
    QSet<std::pair<QString, QString>> m_taken;
    QHash<QString, qint64> m_lastMs;
};

} // namespace vox
