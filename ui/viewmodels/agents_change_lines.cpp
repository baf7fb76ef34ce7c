// Changes of an agent as lines for people.
#include "models/base/check_fields.h"
#include "models/kinds/agents/agent.h"
#include "ui/viewmodels/agents_history_view_model.h"
#include "ui/viewmodels/change_place.h"
#include "ui/viewmodels/flow_view_model.h"
#include <QCoreApplication>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;
using ChangeLine = AgentsHistoryViewModel::Line;

namespace {

QString nodeTitle(const Node &node)
{
    return node.name.isEmpty() ? FlowViewModel::typeLabel(node.type) : node.name;
}

// The words for the fields passed on the way, and the unit of the last.
struct Passed {
    QString words, unit;
};

Passed passed(const QList<const char *> &labels, const FieldList &fields)
{
    const auto translated = [](const FieldInfo &field, const char *text) { return QCoreApplication::translate(field.context, text); };
    QStringList words;
    QString unit;
    const FieldList *at = &fields;
    for (const char *label : labels) {
        const auto found = std::find_if(at->begin(), at->end(), [label](const FieldInfo &field) { return qstrcmp(field.label, label) == 0; });
        if (found == at->end()) {
            words.append(QCoreApplication::translate("Agent", label));
            continue;
        }
        words.append(translated(*found, label));
        unit = *found->unit ? translated(*found, found->unit) : QString();
        at = &found->fields;
    }
    return {words.join(u" · "_s), unit};
}

ChangeLine fieldLine(const Change &change, const QString &node, const QString &what, const QList<const char *> &labels, const FieldList &fields)
{
    const Passed way = passed(labels, fields);
    return {change, node, what, way.words, way.unit};
}

// Where an arrow leads, in words: "failed → Reception desk".
QJsonValue arrowText(const Edge &edge, const Flow &flow)
{
    const Node *to = flow.node(edge.to);
    return to ? nodeTitle(*to) : edge.to;
}

void addNodes(const Flow &older, const Flow &newer, QList<ChangeLine> &lines)
{
    for (const Node &node : newer.nodes) {
        const Node *old = older.node(node.id);
        if (!old) {
            lines.append({{Change::What::Added, {}, {}, node.id, {}, node.settings}, node.id, nodeTitle(node), {}});
            continue;
        }
        if (old->name != node.name)
            lines.append({{Change::What::Changed, {}, {}, node.id, old->name, node.name}, node.id, nodeTitle(node),
                          QCoreApplication::translate("vox::AgentsHistory", "Name")});
        const NodeType *type = nodeType(node.type);
        if (old->settings == node.settings) continue;
        const FieldList fields = type ? type->fields() : FieldList();
        for (const Change &change : diff(old->settings, node.settings, fields))
            lines.append(fieldLine(change, node.id, nodeTitle(node), change.labels, fields));
    }
    for (const Node &node : older.nodes)
        if (!newer.node(node.id))
            lines.append({{Change::What::Removed, {}, {}, node.id, node.settings, {}}, node.id, nodeTitle(node), {}});
}

void addArrows(const Flow &older, const Flow &newer, QList<ChangeLine> &lines)
{
    const auto at = [](const Flow &flow, const Edge &like) -> const Edge * {
        for (const Edge &edge : flow.edges)
            if (edge.from == like.from && edge.port == like.port) return &edge;
        return nullptr;
    };
    const QJsonObject olderContent{{u"flow"_s, older.toJson()}}, newerContent{{u"flow"_s, newer.toJson()}};
    const auto field = [&](const Edge &edge) { return placeOf(u"/flow/edges/"_s + pointerStep(edge.id), newerContent, olderContent).field; };
    for (const Edge &edge : newer.edges) {
        const Node *from = newer.node(edge.from);
        if (!from || !older.node(edge.from)) continue; // a new node tells enough
        const Edge *old = at(older, edge);
        if (old && old->to == edge.to) continue;
        lines.append({{old ? Change::What::Changed : Change::What::Added, {}, {}, edge.id, old ? arrowText(*old, older) : QJsonValue(),
                       arrowText(edge, newer)}, edge.from, nodeTitle(*from), field(edge)});
    }
    for (const Edge &edge : older.edges) {
        const Node *from = newer.node(edge.from);
        if (!from || at(newer, edge)) continue;
        lines.append({{Change::What::Removed, {}, {}, edge.id, arrowText(edge, older), {}}, edge.from, nodeTitle(*from), field(edge)});
    }
}

} // namespace

QList<ChangeLine> changeLines(const QJsonObject &older, const QJsonObject &newer)
{
    QList<ChangeLine> lines;
    const Flow before = Flow::fromJson(older.value("flow"_L1).toObject()), after = Flow::fromJson(newer.value("flow"_L1).toObject());
    addNodes(before, after, lines);
    addArrows(before, after, lines);
    FieldList fields = agentKind().fields;
    fields.removeIf([](const FieldInfo &field) { return field.key == "flow"_L1; });
    QJsonObject oldRest = older, newRest = newer;
    oldRest.remove("flow"_L1);
    newRest.remove("flow"_L1);
    for (const Change &change : diff(oldRest, newRest, fields)) {
        const Passed all = passed(change.labels, fields);
        const QString first = change.labels.isEmpty() ? change.path : passed(change.labels.mid(0, 1), fields).words;
        lines.append({change, {}, first, all.words.mid(first.size() + (all.words.size() > first.size() ? 3 : 0)), all.unit});
    }
    return lines;
}

} // namespace vox
