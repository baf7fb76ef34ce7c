#pragma once
#include <QObject>
#include <QSet>
#include <QString>

namespace vox {

// Which nodes and arrows of a flow are selected, and which node the keyboard stands on. Part of a FlowViewModel.
class FlowSelection : public QObject {
    Q_OBJECT
public:
    const QSet<QString> &nodes() const { return m_nodes; }
    const QSet<QString> &edges() const { return m_edges; }
    bool isEmpty() const { return m_nodes.isEmpty() && m_edges.isEmpty(); }
    bool hasNode(const QString &id) const { return m_nodes.contains(id); }
    bool hasEdge(const QString &id) const { return m_edges.contains(id); }
    // The one selected node, empty when there are none or several.
    QString single() const { return m_nodes.size() == 1 ? *m_nodes.cbegin() : QString(); }
    QString current() const { return m_current; }

    void set(const QSet<QString> &nodes, const QSet<QString> &edges = {}, const QString &current = {})
    {
        const QString stands = !current.isEmpty() ? current : nodes.contains(m_current) ? m_current
            : nodes.size() == 1                                                          ? *nodes.cbegin()
                                                                                         : QString();
        if (nodes == m_nodes && edges == m_edges && stands == m_current) return;
        m_nodes = nodes;
        m_edges = edges;
        m_current = stands;
        emit changed();
    }
    void selectNode(const QString &id) { set({id}, {}, id); }
    void selectEdge(const QString &id) { set({}, {id}); }
    void toggleNode(const QString &id)
    {
        QSet<QString> nodes = m_nodes;
        if (!nodes.remove(id)) nodes.insert(id);
        set(nodes, m_edges, nodes.contains(id) ? id : QString());
    }
    void clear() { set({}); }

signals:
    void changed();

private:
    QSet<QString> m_nodes, m_edges;
    QString m_current;
};

} // namespace vox
