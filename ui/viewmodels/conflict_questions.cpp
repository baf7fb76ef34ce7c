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

// Arrows to what is not there any more become a question about the node itself.
QList<MergeConflict> asked(const QList<MergeConflict> &conflicts, const ConflictSides &sides)
{
    QList<MergeConflict> out;
    QSet<QString> done;
    for (MergeConflict conflict : conflicts) {
        const QJsonObject arrow = conflict.ours.toObject();
        const bool dangling = conflict.path.startsWith("/flow/edges/"_L1) && conflict.base.isUndefined() && conflict.ours == conflict.theirs;
        if (dangling) {
            for (const QString &end : {arrow.value("from"_L1).toString(), arrow.value("to"_L1).toString()}) {
                const QString path = u"/flow/nodes/"_s + pointerStep(end);
                const QJsonValue mine = valueById(sides.mine, path), theirs = valueById(sides.theirs, path);
                if (mine.isUndefined() == theirs.isUndefined()) continue;
                conflict = {path, valueById(sides.before, path), mine, theirs};
            }
        }
        if (done.contains(conflict.path)) continue;
        done.insert(conflict.path);
        out.append(conflict);
    }
    return out;
}

} // namespace

ConflictPicture pictureOf(const ConflictSides &sides)
{
    ConflictPicture out;
    const Merged merged = merge(sides.before, sides.mine, sides.theirs, agentKind());
    out.merged = merged.content;
    QStringList questioned;
    for (const MergeConflict &conflict : asked(merged.conflicts, sides)) {
        const ChangePlace place = placeOf(conflict.path, sides.mine, sides.theirs);
        if (place.position) continue;
        out.questions.append({conflict.path, place, conflict.base, conflict.ours, conflict.theirs,
                              bothOf(conflict.base, conflict.ours, conflict.theirs)});
        questioned.append(conflict.path);
    }
    // As the script is read: the flow from above, then the rest of the agent.
    const auto place = [&](const ConflictQuestion &question) {
        const QJsonValue at = valueById(sides.mine, u"/flow/nodes/"_s + pointerStep(question.place.node) + u"/position"_s);
        return std::pair(at["y"_L1].toDouble(1e9), at["x"_L1].toDouble());
    };
    std::stable_sort(out.questions.begin(), out.questions.end(),
                     [&](const ConflictQuestion &a, const ConflictQuestion &b) { return place(a) < place(b); });

    const QList<Change> mine = diff(sides.before, sides.mine, agentKind().fields), theirs = diff(sides.before, sides.theirs, agentKind().fields);
    QHash<QString, const Change *> byPath;
    for (const Change &change : theirs) byPath.insert(change.path, &change);
    const auto ignored = [&](const QString &path, const ChangePlace &place) {
        return place.position || std::any_of(questioned.cbegin(), questioned.cend(), [&](const QString &each) { return isWithin(path, each); });
    };
    int touched = int(out.questions.size());
    const auto add = [&](const Change *our, const Change *their) {
        const Change &any = our ? *our : *their;
        const ChangePlace place = placeOf(any.path, our ? sides.mine : sides.theirs, sides.before);
        if (ignored(any.path, place)) return;
        MergedChange line{any.path, place, any.before, our ? our->after : QJsonValue(QJsonValue::Undefined),
                          their ? their->after : QJsonValue(QJsonValue::Undefined), our && our->what == Change::What::Removed,
                          their && their->what == Change::What::Removed};
        touched += any.before.isUndefined() ? 0 : leaves(any.before);
        (our && their ? out.same : out.oneSided).append(line);
    };
    for (const Change &change : mine) {
        const Change *other = byPath.value(change.path);
        if (!other) {
            add(&change, nullptr);
        } else if (other->after == change.after) {
            add(&change, other);
            byPath.remove(change.path);
        } else {
            // Merged inside: lists by item, long texts by line.
            const ChangePlace place = placeOf(change.path, sides.mine, sides.before);
            if (!ignored(change.path, place))
                out.oneSided.append({change.path, place, change.before, change.after, other->after, false, false});
            byPath.remove(change.path);
        }
    }
    for (const Change &change : theirs)
        if (byPath.contains(change.path)) add(nullptr, &change);
    out.unchanged = std::max(0, leaves(sides.before) - touched);
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
        const QJsonObject &having = question.mine.isObject() ? sides.mine : sides.theirs;
        for (const Edge &edge : Flow::fromJson(having.value("flow"_L1).toObject()).edges) {
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
