#pragma once
#include <QJsonObject>
#include <QString>

namespace vox::console {

// Settings for a step of a type that the demo agents do without, for pictures of its form.
QJsonObject exampleStep(const QString &type, const QString &language);

} // namespace vox::console
