#include "app/api/merge_patch.h"

namespace vox {

// As deep as the patch is; QJsonDocument reads 1,024 levels at most.
QJsonValue mergePatched(const QJsonValue &target, const QJsonValue &patch)
{
    if (!patch.isObject()) return patch;
    QJsonObject out = target.toObject();
    const QJsonObject changes = patch.toObject();
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it->isNull()) out.remove(it.key());
        else out.insert(it.key(), mergePatched(out.value(it.key()), *it));
    }
    return out;
}

} // namespace vox
