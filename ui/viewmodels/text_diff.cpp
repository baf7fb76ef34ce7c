#include "ui/viewmodels/text_diff.h"
#include "models/dialogue/flow.h"
#include "models/documents/line_merge.h"
#include "ui/viewmodels/flow_view_model.h"
#include <QJsonArray>
#include <QLocale>

namespace vox {

using namespace Qt::StringLiterals;
using Kind = TextLine::Kind;

namespace {

constexpr qsizetype mostPairs = 25'000'000; // of lines that differ at all
constexpr int step = 2;

// Without what is the same at both ends, which costs nothing.
qsizetype middle(const QStringList &a, const QStringList &b)
{
    const qsizetype shorter = std::min(a.size(), b.size());
    qsizetype start = 0, end = 0;
    while (start < shorter && a[start] == b[start]) ++start;
    while (end < shorter - start && a[a.size() - 1 - end] == b[b.size() - 1 - end]) ++end;
    return (a.size() - start - end) * (b.size() - start - end);
}

QList<TextLine> fold(const QList<TextLine> &all, int context)
{
    // How far each line is from the next change, either way.
    QList<int> away(all.size(), int(all.size()) + context);
    const auto sweep = [&](qsizetype from, qsizetype to, qsizetype by) {
        int distance = int(all.size()) + context;
        for (qsizetype i = from; i != to; i += by) {
            distance = all[i].kind == Kind::Same ? distance + 1 : 0;
            away[i] = std::min(away[i], distance);
        }
    };
    sweep(0, all.size(), 1);
    sweep(all.size() - 1, -1, -1);
    QList<TextLine> out;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (away[i] <= context) out.append(all[i]);
        else if (!out.isEmpty() && out.last().kind == Kind::Folded) ++out.last().folded;
        else out.append({Kind::Folded, {}, 1});
    }
    return out;
}

bool isShort(const QJsonValue &value) { return !value.isObject() && !value.isArray() && !value.toString().contains(u'\n'); }

QString word(const QJsonValue &value)
{
    if (value.isDouble()) return QLocale::c().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    if (value.isBool()) return value.toBool() ? u"true"_s : u"false"_s;
    return value.isNull() ? u"null"_s : value.toString();
}

void write(const QString &name, const QJsonValue &value, int indent, QStringList &lines)
{
    const QString space(indent, u' ');
    if (isShort(value)) {
        lines.append(space + name + u": "_s + word(value));
    } else if (value.isString()) {
        lines.append(space + name + u':');
        for (const QString &line : value.toString().split(u'\n')) lines.append(space + u"  "_s + line);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        lines.append(space + name + u':');
        for (auto it = object.begin(); it != object.end(); ++it) write(it.key(), it.value(), indent + step, lines);
    } else {
        const QJsonArray items = value.toArray();
        lines.append(space + name + u':');
        for (const QJsonValue &item : items) {
            if (isShort(item)) {
                lines.append(space + u"  - "_s + word(item));
                continue;
            }
            const QString title = item["name"_L1].toString(item["id"_L1].toString());
            write(u"- "_s + title, item, indent + step, lines);
        }
    }
}

QString titleOf(const Node &node) { return node.name.isEmpty() ? FlowViewModel::typeLabel(node.type) : node.name; }

void write(const Flow &flow, QStringList &lines)
{
    for (const Node &node : flow.nodes) {
        lines.append(QString());
        lines.append(u"[%1] %2"_s.arg(FlowViewModel::typeLabel(node.type), titleOf(node)));
        for (auto it = node.settings.begin(); it != node.settings.end(); ++it) write(it.key(), it.value(), step, lines);
        for (const Edge &edge : flow.edges) {
            const Node *to = edge.from == node.id ? flow.node(edge.to) : nullptr;
            if (to) lines.append(u"  %1 → %2"_s.arg(edge.port, titleOf(*to)));
        }
    }
}

} // namespace

QList<TextLine> textDiff(const QStringList &before, const QStringList &after, int context)
{
    QList<TextLine> all;
    if (middle(before, after) > mostPairs) {
        for (const QString &line : before) all.append({Kind::Removed, line});
        for (const QString &line : after) all.append({Kind::Added, line});
        return all;
    }
    const auto became = matchSequences(before, after);
    qsizetype a = 0, b = 0;
    while (a < before.size() || b < after.size()) {
        const qsizetype to = a < before.size() ? became[std::size_t(a)] : after.size();
        if (to < 0) {
            all.append({Kind::Removed, before[a++]});
        } else if (b < to) {
            all.append({Kind::Added, after[b++]});
        } else {
            if (a < before.size()) all.append({Kind::Same, after[b]});
            ++a;
            ++b;
        }
    }
    return fold(all, context);
}

QStringList agentText(const QJsonObject &content)
{
    QStringList lines;
    for (auto it = content.begin(); it != content.end(); ++it)
        if (it.key() != "flow"_L1) write(it.key(), it.value(), 0, lines);
    write(Flow::fromJson(content.value("flow"_L1).toObject()), lines);
    return lines;
}

} // namespace vox
