#include "models/documents/json_pointer.h"
#include <QJsonArray>
#include <optional>
#include <span>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

std::optional<qsizetype> indexOf(const QString &step, qsizetype size, bool appending)
{
    if (appending && step == "-"_L1) return size;
    bool good = false;
    const qsizetype index = step.toLongLong(&good);
    if (!good || index < 0 || index >= size + (appending ? 1 : 0)) return std::nullopt;
    return index;
}

// `at` with `value` put where the steps lead; nothing when they cannot be followed.
std::optional<QJsonValue> put(const QJsonValue &at, std::span<const QString> steps, const QJsonValue &value)
{
    if (steps.empty()) return value;
    if (at.isArray()) {
        QJsonArray array = at.toArray();
        const bool last = steps.size() == 1;
        const auto index = indexOf(steps.front(), array.size(), last && !value.isUndefined());
        if (!index) return std::nullopt;
        const auto inner = put(*index < array.size() ? array.at(*index) : QJsonValue(), steps.subspan(1), value);
        if (!inner) return std::nullopt;
        if (inner->isUndefined()) array.removeAt(*index);
        else if (*index == array.size()) array.append(*inner);
        else array[*index] = *inner;
        return array;
    }
    if (!at.isObject() && !at.isUndefined() && !at.isNull()) return std::nullopt;
    if (value.isUndefined() && !at.isObject()) return std::nullopt;
    QJsonObject object = at.toObject();
    const auto inner = put(object.value(steps.front()), steps.subspan(1), value);
    if (!inner) return std::nullopt;
    if (inner->isUndefined()) object.remove(steps.front());
    else object.insert(steps.front(), *inner);
    return object;
}

} // namespace

QStringList pointerSteps(const QString &pointer)
{
    if (pointer.isEmpty()) return {};
    QStringList steps = pointer.split(u'/').sliced(1);
    for (QString &step : steps) step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    return steps;
}

QJsonValue valueAt(const QJsonValue &root, const QString &pointer)
{
    QJsonValue at = root;
    for (const QString &step : pointerSteps(pointer)) {
        if (at.isArray()) {
            const QJsonArray array = at.toArray();
            const auto index = indexOf(step, array.size(), false);
            at = index ? array.at(*index) : QJsonValue(QJsonValue::Undefined);
        } else {
            at = at.isObject() ? at.toObject().value(step) : QJsonValue(QJsonValue::Undefined);
        }
    }
    return at;
}

QJsonObject withValueAt(const QJsonObject &root, const QString &pointer, const QJsonValue &value)
{
    const QStringList steps = pointerSteps(pointer);
    const auto changed = put(root, std::span(steps.constData(), size_t(steps.size())), value);
    return changed && changed->isObject() ? changed->toObject() : root;
}

} // namespace vox
