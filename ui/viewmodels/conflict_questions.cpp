#include "ui/viewmodels/conflict_questions.h"
#include "models/base/check_fields.h"
#include "models/dialogue/flow.h"
#include "models/documents/diff.h"
#include "models/documents/line_merge.h"
#include "models/documents/merge.h"
#include "models/kinds/agents/agent.h"
#include "ui/viewmodels/word_diff.h"
#include <QHash>
#include <QJsonArray>
#include <QSet>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

int leaves(const QJsonValue &value)
{
    int count = 0;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            if (it.key() != "id"_L1 && it.key() != "position"_L1) count += leaves(it.value());
        return count;
    }
    if (value.isArray()) {
        bool texts = true;
        for (const QJsonValue &item : value.toArray()) {
            texts = texts && !item.isObject();
            if (item.isObject()) count += leaves(item);
        }
        return texts ? 1 : count;
    }
    return 1;
}

QStringList texts(const QJsonValue &value)
{
    QStringList out;
    for (const QJsonValue &item : value.toArray()) out.append(item.toString());
    return out;
}

// What keeps both edits; nothing when they exclude each other.
std::optional<QJsonValue> bothOf(const QJsonValue &before, const QJsonValue &mine, const QJsonValue &theirs)
{
    if (mine.isString() && theirs.isString() && before.isString()) {
        const auto merged = mergeWords(before.toString(), mine.toString(), theirs.toString());
        return merged ? std::optional<QJsonValue>(*merged) : std::nullopt;
    }
    if (mine.isArray() && theirs.isArray()) {
        if (const auto merged = mergeSequences(texts(before), texts(mine), texts(theirs))) return QJsonArray::fromStringList(*merged);
        QStringList all = texts(mine);
        for (const QString &item : texts(theirs))
            if (!all.contains(item) && !texts(before).contains(item)) all.append(item);
        return QJsonArray::fromStringList(all);
    }
    return std::nullopt;
}

bool isWithin(const QString &path, const QString &above)
{
    return path == above || path.startsWith(above + u'/');
}

// All of them, one after the other.
std::optional<QJsonValue> allOf(const QJsonValue &before, const QList<QJsonValue> &values)
{
    std::optional<QJsonValue> all = values.first();
    for (qsizetype i = 1; i < values.size() && all; ++i) all = bothOf(before, *all, values.at(i));
    return all;
}

// The node without which this arrow leads nowhere: where one side has it and another not.
QString nodeOfArrow(const QJsonObject &arrow, const ConflictSides &sides)
{
    for (const QString &end : {arrow.value("from"_L1).toString(), arrow.value("to"_L1).toString()}) {
        const QString path = u"/flow/nodes/"_s + pointerStep(end);
        const auto has = [&](const QJsonObject &head) { return !valueById(head, path).isUndefined(); };
        const auto count = std::count_if(sides.heads.cbegin(), sides.heads.cend(), has);
        if (count > 0 && count < sides.heads.size()) return path;
    }
    return {};
}

// Who has it against who has not.
ConflictQuestion questionOfNode(const QString &path, const ConflictSides &sides)
{
    ConflictQuestion out;
    out.path = path;
    out.before = valueById(sides.before, path);
    for (const QJsonObject &head : sides.heads) {
        out.shown.append(valueById(head, path));
        if (!out.values.contains(out.shown.last())) out.values.append(out.shown.last());
        out.valueOf.append(int(out.values.indexOf(out.shown.last())));
    }
    return out;
}

ConflictQuestion questionOf(const MergeConflict &conflict, const ConflictSides &sides)
{
    // Arrows to what is not there any more become a question about the node itself.
    const bool dangling = conflict.path.startsWith("/flow/edges/"_L1) && conflict.base.isUndefined() && conflict.ours == conflict.theirs;
    if (const QString node = dangling ? nodeOfArrow(conflict.ours.toObject(), sides) : QString(); !node.isEmpty()) return questionOfNode(node, sides);
    ConflictQuestion out{conflict.path, {}, conflict.base, {conflict.ours, conflict.theirs}, {conflict.ours, conflict.theirs}, {0, 1}, {}};
    out.both = allOf(out.before, out.values);
    return out;
}

ConflictQuestion questionOf(const ConflictPlace &place, const ConflictSides &sides, const QStringList &heads)
{
    if (place.path.startsWith("/flow/edges/"_L1))
        if (const QString node = nodeOfArrow(sides.anyValue(place.path).toObject(), sides); !node.isEmpty()) return questionOfNode(node, sides);
    ConflictQuestion out;
    out.path = place.path;
    out.before = place.base;
    for (const DifferentValue &each : place.values) out.values.append(each.value);
    for (qsizetype side = 0; side < sides.heads.size(); ++side) {
        out.shown.append(valueById(sides.heads.at(side), place.path));
        // A value begins with the edit of its first revision; the others fit to it.
        const auto begins = [&](const DifferentValue &each) { return each.revisions.value(0) == heads.at(side); };
        const auto holds = [&](const DifferentValue &each) { return each.revisions.contains(heads.at(side)); };
        auto found = std::find_if(place.values.cbegin(), place.values.cend(), begins);
        if (found == place.values.cend()) found = std::find_if(place.values.cbegin(), place.values.cend(), holds);
        const bool touched = out.shown.last() != place.base && found != place.values.cend();
        out.valueOf.append(touched ? int(found - place.values.cbegin()) : -1);
    }
    out.both = allOf(out.before, out.values);
    return out;
}

// As the script is read: the flow from above, then the rest of the agent.
void put(QList<ConflictQuestion> questions, const ConflictSides &sides, ConflictPicture &out)
{
    QSet<QString> done;
    for (ConflictQuestion &question : questions) {
        question.place = placeOf(question.path, sides.mine(), sides.heads.at(1));
        for (qsizetype i = 2; i < sides.heads.size() && question.place.what.isEmpty(); ++i)
            question.place = placeOf(question.path, sides.heads.at(i), sides.before);
        if (question.place.position || done.contains(question.path)) continue;
        done.insert(question.path);
        out.questions.append(question);
    }
    const auto place = [&](const ConflictQuestion &question) {
        const QJsonValue at = sides.anyValue(u"/flow/nodes/"_s + pointerStep(question.place.node) + u"/position"_s);
        return std::pair(at["y"_L1].toDouble(1e9), at["x"_L1].toDouble());
    };
    std::stable_sort(out.questions.begin(), out.questions.end(),
                     [&](const ConflictQuestion &a, const ConflictQuestion &b) { return place(a) < place(b); });
}

// What nobody is asked about.
void putMerged(const ConflictSides &sides, ConflictPicture &out)
{
    QList<QList<Change>> changes;
    QStringList paths; // in the order of the sides
    QList<QHash<QString, const Change *>> byPath;
    for (const QJsonObject &head : sides.heads) changes.append(diff(sides.before, head, agentKind().fields));
    for (const QList<Change> &side : std::as_const(changes)) {
        byPath.append(QHash<QString, const Change *>());
        for (const Change &change : side) {
            byPath.last().insert(change.path, &change);
            if (!paths.contains(change.path)) paths.append(change.path);
        }
    }
    const auto asked = [&](const QString &path) {
        return std::any_of(out.questions.cbegin(), out.questions.cend(), [&](const ConflictQuestion &each) { return isWithin(path, each.path); });
    };
    int touched = int(out.questions.size());
    for (const QString &path : std::as_const(paths)) {
        MergedChange line;
        line.path = path;
        QList<const Change *> made;
        for (qsizetype side = 0; side < byPath.size(); ++side) {
            const Change *change = byPath.at(side).value(path);
            line.sides.append(change ? change->after : QJsonValue(QJsonValue::Undefined));
            line.gone.append(change && change->what == Change::What::Removed);
            if (!change) continue;
            if (made.isEmpty()) line.place = placeOf(path, sides.heads.at(side), sides.before);
            made.append(change);
        }
        line.before = made.first()->before;
        if (line.place.position || asked(path)) continue;
        const bool same = std::all_of(made.cbegin(), made.cend(), [&](const Change *change) { return change->after == made.first()->after; });
        if (same) touched += line.before.isUndefined() ? 0 : leaves(line.before);
        (made.size() > 1 && same ? out.same : out.oneSided).append(line);
    }
    out.unchanged = std::max(0, leaves(sides.before) - touched);
}

} // namespace

QJsonValue ConflictSides::anyValue(const QString &path) const
{
    for (const QJsonObject &head : heads)
        if (const QJsonValue value = valueById(head, path); !value.isUndefined()) return value;
    return QJsonValue::Undefined;
}

bool ConflictQuestion::has(bool (QJsonValue::*is)() const) const
{
    return std::any_of(values.cbegin(), values.cend(), [is](const QJsonValue &value) { return (value.*is)(); });
}

ConflictPicture pictureOf(const ConflictSides &sides)
{
    ConflictPicture out;
    const Merged merged = merge(sides.before, sides.mine(), sides.heads.at(1), agentKind());
    out.merged = merged.content;
    QList<ConflictQuestion> questions;
    for (const MergeConflict &conflict : merged.conflicts) questions.append(questionOf(conflict, sides));
    put(questions, sides, out);
    putMerged(sides, out);
    return out;
}

ConflictPicture pictureOf(const ConflictSides &sides, const QStringList &heads, const ConflictInfo &info)
{
    ConflictPicture out;
    out.merged = info.merged;
    QList<ConflictQuestion> questions;
    for (const ConflictPlace &place : info.places) questions.append(questionOf(place, sides, heads));
    put(questions, sides, out);
    putMerged(sides, out);
    return out;
}

QJsonObject withAnswer(const QJsonObject &content, const ConflictQuestion &question, const QJsonValue &answer, const ConflictSides &sides)
{
    QJsonObject out = withValueById(content, question.path, answer);
    if (!question.place.wholeItem || !question.path.startsWith("/flow/nodes/"_L1)) return out;
    const QString &id = question.place.node;
    Flow flow = Flow::fromJson(out.value("flow"_L1).toObject());
    if (answer.isUndefined()) {
        flow.edges.removeIf([&](const Edge &edge) { return edge.from == id || edge.to == id; });
    } else {
        auto having = std::find_if(sides.heads.cbegin(), sides.heads.cend(), [&](const QJsonObject &head) { return valueById(head, question.path) == answer; });
        if (having == sides.heads.cend())
            having = std::find_if(sides.heads.cbegin(), sides.heads.cend(), [&](const QJsonObject &head) { return valueById(head, question.path).isObject(); });
        if (having == sides.heads.cend()) return out;
        for (const Edge &edge : Flow::fromJson(having->value("flow"_L1).toObject()).edges) {
            if ((edge.from != id && edge.to != id) || !flow.node(edge.from) || !flow.node(edge.to)) continue;
            const bool taken = std::any_of(flow.edges.cbegin(), flow.edges.cend(), [&](const Edge &other) {
                return other.id == edge.id || (other.from == edge.from && other.port == edge.port);
            });
            if (!taken) flow.edges.append(edge);
        }
    }
    QJsonObject json = out.value("flow"_L1).toObject();
    json.insert("edges"_L1, flow.toJson().value("edges"_L1));
    out.insert("flow"_L1, json);
    return out;
}

} // namespace vox
