#pragma once
#include "models/base/field.h"
#include <QByteArray>
#include <QJsonValue>

namespace vox {

// RFC 8785 (JSON Canonicalization Scheme): no white space, keys by UTF-16 code units, numbers as ECMAScript prints
// them. What every hash of a document is made of.
QByteArray canonicalJson(const QJsonValue &value);

// For people and version control: two spaces, keys in the order their kind declares them, unknown keys after those in
// canonical order, LF, one at the end. Equal values give equal bytes.
QByteArray prettyJson(const QJsonObject &object, const FieldList &order);

// Lower-case hex SHA-256.
QString sha256Hex(const QByteArray &bytes);

} // namespace vox
