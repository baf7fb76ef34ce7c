#pragma once
#include <vector>

namespace vox {

// Steps between nodes by index. Linear in nodes and edges, no recursion, so that a long script cannot overflow a stack.
using Adjacency = std::vector<std::vector<int>>;

std::vector<bool> reachableFrom(const Adjacency &graph, int start);
// Every strongly connected part with a circle in it (Tarjan 1972), each in ascending order.
std::vector<std::vector<int>> circles(const Adjacency &graph);

} // namespace vox
