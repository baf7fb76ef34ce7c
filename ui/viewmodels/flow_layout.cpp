#include "ui/viewmodels/flow_layout.h"
#include "ui/viewmodels/flow_edits.h"
#include "ui/viewmodels/flow_geometry.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// The flow by index, without arrows that lead back. Iterative throughout: a chain of 100,000 nodes must not end the stack.
class Layering {
public:
    explicit Layering(const Flow &flow) : m_flow(flow)
    {
        index();
        dropBackArrows();
        assignLayers();
        order();
        place();
    }

    QHash<QString, QPointF> positions() const
    {
        QHash<QString, QPointF> out;
        QPointF shift;
        for (int i = 0; i < m_flow.nodes.size(); ++i)
            if (m_flow.nodes[i].type == "start"_L1) {
                shift = m_flow.nodes[i].position - at(i);
                break;
            }
        for (int i = 0; i < m_flow.nodes.size(); ++i) out.insert(m_flow.nodes[i].id, flow_edits::snapped(at(i) + shift));
        return out;
    }

private:
    void index()
    {
        const qsizetype count = m_flow.nodes.size();
        QHash<QString, int> byId;
        for (int i = 0; i < count; ++i) byId.insert(m_flow.nodes[i].id, i);
        m_out.resize(count);
        m_in.resize(count);
        for (const Edge &edge : m_flow.edges) {
            const int from = byId.value(edge.from, -1), to = byId.value(edge.to, -1);
            if (from >= 0 && to >= 0 && from != to) m_out[from].append(to);
        }
    }

    // Depth first from the start, then from whatever is left: an arrow into the open path leads back.
    void dropBackArrows()
    {
        enum : char { Fresh, Open, Done };
        QList<char> state(m_out.size(), Fresh);
        QList<int> roots(m_out.size());
        std::iota(roots.begin(), roots.end(), 0);
        std::stable_partition(roots.begin(), roots.end(), [&](int i) { return m_flow.nodes[i].type == "start"_L1; });
        for (const int root : roots) {
            if (state[root] != Fresh) continue;
            QList<std::pair<int, int>> path{{root, 0}};
            state[root] = Open;
            while (!path.isEmpty()) {
                auto &[node, next] = path.last();
                if (next == m_out[node].size()) {
                    state[node] = Done;
                    m_topological.append(node);
                    path.removeLast();
                    continue;
                }
                const int to = m_out[node][next];
                if (state[to] == Open) {
                    m_out[node].removeAt(next);
                    continue;
                }
                ++next;
                m_in[to].append(node);
                if (state[to] == Fresh) {
                    state[to] = Open;
                    path.append({to, 0});
                }
            }
        }
        std::reverse(m_topological.begin(), m_topological.end());
    }

    void assignLayers()
    {
        m_layer.fill(0, m_out.size());
        for (const int node : std::as_const(m_topological)) {
            const int layer = m_layer[node];
            for (const int to : std::as_const(m_out[node])) m_layer[to] = std::max(m_layer[to], layer + 1);
            if (layer >= m_rows.size()) m_rows.resize(layer + 1);
        }
        for (const int node : std::as_const(m_topological)) m_rows[m_layer[node]].append(node);
    }

    // Barycentre sweeps: every row sorted by the mean place of its neighbours in the row before.
    void order()
    {
        m_place.fill(0, m_out.size());
        const auto number = [&](const QList<int> &row) { for (int i = 0; i < row.size(); ++i) m_place[row[i]] = i; };
        for (const QList<int> &row : std::as_const(m_rows)) number(row);
        const auto sweep = [&](QList<int> &row, const QList<QList<int>> &neighbours) {
            QList<std::pair<double, int>> keyed;
            for (const int node : std::as_const(row)) keyed.append({mean(neighbours[node], m_place[node]), node});
            std::stable_sort(keyed.begin(), keyed.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
            for (int i = 0; i < row.size(); ++i) row[i] = keyed[i].second;
            number(row);
        };
        for (int round = 0; round < 4; ++round) {
            for (int row = 1; row < m_rows.size(); ++row) sweep(m_rows[row], m_in);
            for (int row = int(m_rows.size()) - 2; row >= 0; --row) sweep(m_rows[row], m_out);
        }
        for (int row = 1; row < m_rows.size(); ++row) sweep(m_rows[row], m_in);
    }

    // Columns as real numbers: children pulled under their parents and back, a column apart, order kept.
    void place()
    {
        const auto settle = [&](const QList<int> &row, const QList<QList<int>> &neighbours) {
            QList<double> wanted;
            for (const int node : row) wanted.append(mean(neighbours[node], m_place[node]));
            QList<double> fromLeft = wanted, fromRight = wanted;
            for (int i = 1; i < row.size(); ++i) fromLeft[i] = std::max(wanted[i], fromLeft[i - 1] + 1);
            for (int i = int(row.size()) - 2; i >= 0; --i) fromRight[i] = std::min(wanted[i], fromRight[i + 1] - 1);
            for (int i = 0; i < row.size(); ++i) m_place[row[i]] = (fromLeft[i] + fromRight[i]) / 2;
        };
        for (int round = 0; round < 3; ++round) {
            for (int row = 1; row < m_rows.size(); ++row) settle(m_rows[row], m_in);
            for (int row = int(m_rows.size()) - 2; row >= 0; --row) settle(m_rows[row], m_out);
        }
        for (int row = 1; row < m_rows.size(); ++row) settle(m_rows[row], m_in);
    }

    double mean(const QList<int> &nodes, double otherwise) const
    {
        if (nodes.isEmpty()) return otherwise;
        double sum = 0;
        for (const int node : nodes) sum += m_place[node];
        return sum / double(nodes.size());
    }

    QPointF at(int node) const
    {
        return {m_place[node] * flow_geometry::columnPitch, m_layer[node] * flow_geometry::rowPitch};
    }

    const Flow &m_flow;
    QList<QList<int>> m_out, m_in; // without arrows that lead back
    QList<int> m_topological, m_layer;
    QList<QList<int>> m_rows;
    QList<double> m_place;
};

} // namespace

QHash<QString, QPointF> layeredLayout(const Flow &flow)
{
    if (flow.nodes.isEmpty()) return {};
    return Layering(flow).positions();
}

} // namespace vox
