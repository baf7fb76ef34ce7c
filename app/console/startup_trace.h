#pragma once

namespace vox::console {

// Says on stderr how many milliseconds after the process began something was done, when VOXDESK_STARTUP_TRACE is set.
void traceStartup(const char *what);

} // namespace vox::console
