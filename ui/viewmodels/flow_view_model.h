#pragma once
#include "models/dialogue/node_type.h"
#include "ui/viewmodels/edited_content.h"
#include "ui/viewmodels/flow_activity.h"
#include "ui/viewmodels/flow_edits.h"
#include "ui/viewmodels/flow_geometry.h"
#include "ui/viewmodels/flow_selection.h"

namespace vox {

// The flow of one agent as the canvas, the inspector and the problems strip know it: what is there, what is selected, what
// is wrong, what a call is doing, and every command on it. A command is one undo step of the document. Qt Core only; GUI
// thread; must not outlive `content`.
class FlowViewModel : public QObject {
    Q_OBJECT
public:
    explicit FlowViewModel(EditedContent &content, QObject *parent = nullptr);

    EditedContent &content() { return m_content; }
    bool isReadOnly() const { return m_content.isReadOnly(); }
    const Flow &flow() const { return m_flow; }
    const Node *node(const QString &id) const;
    const Edge *edge(const QString &id) const;
    int indexOf(const QString &node) const { return m_index.value(node, -1); }
    // The ways out of a node as its settings stand; empty for an end and for unknown types.
    QList<Port> ports(const QString &node) const;
    // What people see: the node's own name or its type's; the outcome's words.
    QString title(const Node &node) const;
    QString summary(const Node &node) const;
    QString portLabel(const Port &port) const;
    static QString typeLabel(const QString &type);
    // The arrow that leaves by this port, null when it leads nowhere.
    const Edge *edgeAt(const QString &node, const QString &port) const;
    QList<const Edge *> edgesOf(const QString &node) const; // in and out
    // A language of the agent for summaries and texts; the first one unless set.
    QString language() const;
    QStringList languages() const;
    void setLanguage(const QString &tag);

    // Problems of one node, the worst first; all problems in the order the checker found them.
    Problems problemsOf(const QString &node) const;
    const Problems &problems() const { return m_content.problems(); }
    // Nodes whose title, summary or type contain every word.
    QStringList search(const QString &words) const;

    FlowSelection &selection() { return m_selection; }
    FlowActivity &activity() { return m_activity; }

    // --- commands ---
    // At the place (snapped, moved aside when covered) or, with `from`, connected to that outcome. Answers the id.
    QString addNode(const QString &type, QPointF place, const QString &from = {}, const QString &port = {});
    void moveNodes(const QSet<QString> &nodes, QPointF by);
    void rename(const QString &node, const QString &name);
    // One value of the node's settings at a JSON pointer; typing into one field becomes one step.
    void setSetting(const QString &node, const QString &pointer, const QJsonValue &value);
    void setSettings(const QString &node, const QJsonObject &settings, const QString &mergeKey = {});
    void connectPort(const QString &node, const QString &port, const QString &to);
    void disconnectPort(const QString &node, const QString &port);
    void reroute(const QString &edge, const QString &to);
    void removeSelected();
    QByteArray copySelected() const; // clipboard text
    void cutSelected();
    // Selects what came; false when `text` holds no part of a flow.
    bool paste(const QByteArray &text, std::optional<QPointF> at = {});
    void duplicateSelected();
    void align(flow_edits::Alignment alignment);
    void tidy(); // lays out every node anew
    void undo() { m_content.undo(); }
    void redo() { m_content.redo(); }

signals:
    // The flow, or what titles, ports and summaries are made from.
    void flowChanged();
    void problemsChanged();
    void languageChanged();

private:
    void reload();
    void apply(const Flow &flow, const char *label, const QString &argument = {}, const QString &mergeKey = {});

    EditedContent &m_content;
    Flow m_flow;
    QJsonValue m_flowJson;
    QHash<QString, int> m_index;                 // node id -> place in m_flow.nodes
    QMultiHash<QString, int> m_edgesAt;          // node id -> places in m_flow.edges
    QHash<QString, QString> m_intentNames;
    mutable QHash<QString, QList<Port>> m_ports; // asked for once per state of the flow
    QString m_language;
    FlowSelection m_selection;
    FlowActivity m_activity;
};

} // namespace vox
