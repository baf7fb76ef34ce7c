#include "ui/screens/agents/environment_words.h"
#include <QCoreApplication>

namespace vox {

QString environmentWord(Environment environment)
{
    for (const auto &row : EnumNames<Environment>::all)
        if (row.value == environment) return QCoreApplication::translate("Environment", row.label);
    return {};
}

} // namespace vox
