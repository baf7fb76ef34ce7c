#pragma once
#include "ui/viewmodels/settings_installed.h"

namespace vox {
class LocalVoices;
}

namespace vox::console {

// The models setup has put on this machine, as their model.json says, and the voices that may be used.
QList<InstalledPart> installedParts(const LocalVoices &voices);

} // namespace vox::console
