#include "models/base/localized.h"

namespace vox {

namespace {
template <typename T> T pick(const QMap<QString, T> &byTag, const QString &tag)
{
    if (const auto exact = byTag.find(tag); exact != byTag.end()) return *exact;
    const QString language = tag.section(u'-', 0, 0);
    for (auto it = byTag.begin(); it != byTag.end(); ++it)
        if (it.key().section(u'-', 0, 0) == language) return *it;
    return byTag.isEmpty() ? T() : byTag.first();
}
} // namespace

QString LocalizedText::in(const QString &tag) const { return pick(byTag, tag); }

QStringList LocalizedTexts::in(const QString &tag) const { return pick(byTag, tag); }

} // namespace vox
