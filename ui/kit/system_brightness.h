#pragma once

class QObject;

namespace vox::kit {

// Whether the desktop asks for dark windows. The one place that knows how each system says so.
bool systemIsDark();
// Calls `changed` in the life of `context` whenever the desktop changes its mind, where the system tells.
void onSystemBrightness(QObject *context, void (*changed)(QObject *));

} // namespace vox::kit
