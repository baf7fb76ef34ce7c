#pragma once
#include <QByteArray>
#include <optional>

namespace vox {

// Keeps what this process holds in memory out of core dumps and crash reports and away from debuggers of the same account:
// secrets are there while they are used. First thing in main() of every program.
void keepMemoryPrivate();
// Whether that is so now.
bool isMemoryPrivate();

// Overwrites the bytes before they are let go; a copy that others share stays.
void wipe(QByteArray &bytes);
// The value of an environment variable, which is gone from there afterwards: children do not get it, and what the system shows
// of this process's environment does not hold it. nullopt: it was not set.
std::optional<QByteArray> takeFromEnvironment(const char *name);

} // namespace vox
