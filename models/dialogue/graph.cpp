#include "models/dialogue/graph.h"
#include <algorithm>

namespace vox {

std::vector<bool> reachableFrom(const Adjacency &graph, int start)
{
    std::vector<bool> seen(graph.size());
    std::vector<int> open{start};
    seen[std::size_t(start)] = true;
    while (!open.empty()) {
        const int node = open.back();
        open.pop_back();
        for (const int next : graph[std::size_t(node)])
            if (!seen[std::size_t(next)]) {
                seen[std::size_t(next)] = true;
                open.push_back(next);
            }
    }
    return seen;
}

namespace {

class Tarjan {
public:
    explicit Tarjan(const Adjacency &graph) : m_graph(graph), m_order(graph.size(), -1), m_low(graph.size()), m_onStack(graph.size()) {}

    std::vector<std::vector<int>> run()
    {
        for (std::size_t node = 0; node < m_graph.size(); ++node)
            if (m_order[node] < 0) walk(int(node));
        return std::move(m_found);
    }

private:
    struct Frame { int node; std::size_t edge; };

    void open(int node)
    {
        m_order[std::size_t(node)] = m_low[std::size_t(node)] = m_count++;
        m_stack.push_back(node);
        m_onStack[std::size_t(node)] = true;
        m_frames.push_back({node, 0});
    }

    void walk(int root)
    {
        open(root);
        while (!m_frames.empty()) {
            Frame &frame = m_frames.back();
            const auto node = std::size_t(frame.node);
            if (frame.edge < m_graph[node].size()) {
                const int next = m_graph[node][frame.edge++];
                if (m_order[std::size_t(next)] < 0) open(next);
                else if (m_onStack[std::size_t(next)]) m_low[node] = std::min(m_low[node], m_order[std::size_t(next)]);
                continue;
            }
            m_frames.pop_back();
            if (!m_frames.empty()) {
                int &low = m_low[std::size_t(m_frames.back().node)];
                low = std::min(low, m_low[node]);
            }
            if (m_low[node] == m_order[node]) close(int(node));
        }
    }

    void close(int root)
    {
        std::vector<int> part;
        int node;
        do {
            node = m_stack.back();
            m_stack.pop_back();
            m_onStack[std::size_t(node)] = false;
            part.push_back(node);
        } while (node != root);
        const auto &next = m_graph[std::size_t(root)];
        const bool itself = std::find(next.begin(), next.end(), root) != next.end();
        if (part.size() == 1 && !itself) return;
        std::sort(part.begin(), part.end());
        m_found.push_back(std::move(part));
    }

    const Adjacency &m_graph;
    std::vector<int> m_order, m_low;
    std::vector<bool> m_onStack;
    std::vector<int> m_stack;
    std::vector<Frame> m_frames;
    std::vector<std::vector<int>> m_found;
    int m_count = 0;
};

} // namespace

std::vector<std::vector<int>> circles(const Adjacency &graph) { return Tarjan(graph).run(); }

} // namespace vox
