#include "models/dialogue/interpreter.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject counts(const QHash<QString, int> &hash)
{
    QJsonObject out;
    for (auto it = hash.begin(); it != hash.end(); ++it) out.insert(it.key(), it.value());
    return out;
}
QHash<QString, int> counts(const QJsonObject &json)
{
    QHash<QString, int> out;
    for (auto it = json.begin(); it != json.end(); ++it) out.insert(it.key(), it->toInt());
    return out;
}

} // namespace

QJsonObject DialogueState::toJson(Lines lines) const
{
    const QJsonValue remembered = lines == Lines::Written ? QJsonValue(history.toJson()) : QJsonObject{{u"lines"_s, history.appended()}};
    return {{u"node"_s, node},
            {u"language"_s, language},
            {u"variables"_s, variables},
            {u"visits"_s, counts(visits)},
            {u"misses"_s, counts(misses)},
            {u"pending_receipt"_s, pendingReceipt},
            {u"next_receipt"_s, qint64(nextReceipt)},
            {u"history"_s, remembered},
            {u"local"_s, local},
            {u"ended"_s, ended}};
}

DialogueState DialogueState::fromJson(const QJsonObject &json)
{
    DialogueState state;
    state.node = json.value("node"_L1).toString();
    state.language = json.value("language"_L1).toString();
    state.variables = json.value("variables"_L1).toObject();
    state.visits = counts(json.value("visits"_L1).toObject());
    state.misses = counts(json.value("misses"_L1).toObject());
    state.pendingReceipt = json.value("pending_receipt"_L1).toString();
    state.nextReceipt = quint64(std::max<qint64>(1, json.value("next_receipt"_L1).toInteger(1)));
    state.history = History::fromJson(json.value("history"_L1).toArray());
    state.local = json.value("local"_L1).toObject();
    state.ended = json.value("ended"_L1).toBool();
    return state;
}

} // namespace vox
