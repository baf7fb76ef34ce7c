// CPU milliseconds a frame (wall time on an idle machine) on a graph of 1,000 nodes and 1,500 arrows at 1600x900, raster: what panning, zooming and dragging
// cost. Prints p50 and p95; fails nothing.
#include "tests/ui/agents/flows.h"
#include "ui/kit/style.h"
#include "ui/screens/agents/graph/graph_view.h"
#include <QApplication>
#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace vox;

namespace {

template <typename Step> void measure(const char *name, GraphView &view, int frames, Step step)
{
    QList<double> times;
    for (int i = 0; i < frames; ++i) {
        const std::clock_t before = std::clock();
        step(i);
        QApplication::processEvents();
        times.append(double(std::clock() - before) * 1000 / CLOCKS_PER_SEC);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-24s p50 %6.2f ms   p95 %6.2f ms\n", name, times[times.size() / 2], times[times.size() * 95 / 100]);
    Q_UNUSED(view)
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    kit::Style::install(app);
    LooseContent content(flows::agent(flows::large(1000, 1500)));
    FlowViewModel model(content);
    GraphView view(model);
    view.resize(1600, 900);
    view.show();
    QApplication::processEvents();
    for (const double zoom : {0.25, 0.6, 1.0}) {
        view.setZoom(zoom);
        view.setCentre({5000, 1200});
        view.graph().setZooming(false);
        QApplication::processEvents();
        char name[64];
        std::snprintf(name, sizeof name, "pan at %.0f %%", zoom * 100);
        measure(name, view, 100, [&](int i) { view.panBy({i % 50 < 25 ? 11 : -11, i % 40 < 20 ? 7 : -7}); });
        const QString node = model.flow().nodes.at(12 * 40 + 19).id;
        view.showNode(node);
        view.graph().beginMove({node});
        std::snprintf(name, sizeof name, "drag a node at %.0f %%", zoom * 100);
        measure(name, view, 100, [&](int i) { view.graph().moveTo({double(i % 30) * 16, double(i % 7) * 16}); });
        view.graph().endMove();
    }
    view.setZoom(0.3);
    measure("zoom sweep 30-300 %", view, 120, [&](int i) { view.setZoom(0.3 * std::pow(10.0, (i < 60 ? i : 120 - i) / 60.0), QPoint(800, 450)); });
    measure("edit (add, re-route all)", view, 20, [&](int i) { model.addNode(QStringLiteral("say"), QPointF(i * 300, -200)); });
    return 0;
}
