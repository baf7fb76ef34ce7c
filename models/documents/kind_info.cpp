#include "models/documents/kind_info.h"
#include "models/base/check_fields.h"

namespace vox {

ReadContent readContent(const KindInfo &kind, int schema, const QJsonObject &content)
{
    if (schema > kind.schema) return {content, schema, true};
    ReadContent read{content, qMax(1, schema), false};
    for (; read.schema < kind.schema; ++read.schema) read.content = kind.upgrades.at(read.schema - 1)(read.content);
    return read;
}

Problems validate(const KindInfo &kind, const QJsonObject &content)
{
    Problems found = checkFields(kind.fields, content, UnknownFields::Refuse);
    if (!hasErrors(found) && kind.validate) found += kind.validate(content);
    return found;
}

} // namespace vox
