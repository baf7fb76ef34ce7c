#pragma once
#include <QString>

namespace vox {

// What a screen is called before it is made, in the language of the moment; the key itself for unknown ones.
QString placeTitle(const QString &key);

} // namespace vox
