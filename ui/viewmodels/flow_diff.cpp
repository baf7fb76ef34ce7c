#include "ui/viewmodels/flow_diff.h"

namespace vox {

namespace {

bool sameThing(const Node &a, const Node &b)
{
    return a.type == b.type && a.name == b.name && a.settings == b.settings;
}

bool sameThing(const Edge &a, const Edge &b)
{
    return a.from == b.from && a.port == b.port && a.to == b.to;
}

template <typename Item> void compare(const QList<Item> &before, const QList<Item> &after, FlowDiff &diff)
{
    QHash<QString, const Item *> older;
    for (const Item &item : before) older.insert(item.id, &item);
    for (const Item &item : after) {
        const Item *old = older.take(item.id);
        const DiffMark mark = !old ? DiffMark::Added : sameThing(*old, item) ? DiffMark::Same : DiffMark::Changed;
        diff.after.insert(item.id, mark);
        if (old) diff.before.insert(item.id, mark);
        diff.added += mark == DiffMark::Added;
        diff.changed += mark == DiffMark::Changed;
    }
    for (auto it = older.cbegin(); it != older.cend(); ++it) {
        diff.before.insert(it.key(), DiffMark::Removed);
        ++diff.removed;
    }
}

} // namespace

FlowDiff compareFlows(const Flow &before, const Flow &after)
{
    FlowDiff diff;
    compare(before.nodes, after.nodes, diff);
    compare(before.edges, after.edges, diff);
    return diff;
}

} // namespace vox
