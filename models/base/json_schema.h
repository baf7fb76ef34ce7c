#pragma once
#include "models/base/field.h"

namespace vox {

// The fields as JSON Schema (draft 2020-12), for the OpenAPI document, editors and other programs. Labels become titles,
// in English. Accepts exactly what checkFields() accepts, except that ids of list items need not differ.
QJsonObject jsonSchema(const FieldList &fields);

} // namespace vox
