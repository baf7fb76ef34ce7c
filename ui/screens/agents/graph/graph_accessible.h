#pragma once

namespace vox {

// Teaches screen readers that a GraphView is a list of nodes. Called once, by the first GraphView.
void installGraphAccessibility();

} // namespace vox
