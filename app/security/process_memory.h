#pragma once

namespace vox {

// Keeps what this process holds in memory out of core dumps and away from debuggers of the same account: secrets are there
// while they are used. For servers, first thing in main().
void keepMemoryPrivate();
// Whether that is so now.
bool isMemoryPrivate();

} // namespace vox
