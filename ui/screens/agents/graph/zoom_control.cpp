#include "ui/screens/agents/graph/zoom_control.h"
#include "ui/kit/roles.h"
#include "ui/screens/agents/graph/graph_view.h"
#include <QBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace vox {

ZoomControl::ZoomControl(GraphView &view, QWidget *parent) : FloatingBar(Qt::Horizontal, parent)
{
    connect(addTool("minus", tr("Zoom out (Ctrl+−)")), &QToolButton::clicked, &view, &GraphView::zoomOut);
    auto *percent = new QToolButton(this);
    percent->setAutoRaise(true);
    percent->setToolTip(tr("Zoom to 100 % (Ctrl+0)"));
    kit::setRole(percent, kit::ButtonRole::Quiet, kit::ControlSize::Small);
    kit::setText(percent, kit::TextStyle::MonoSmall, kit::Colour::Text2);
    addPart(percent);
    connect(percent, &QToolButton::clicked, &view, [&view] { view.setZoom(1); });
    connect(addTool("plus", tr("Zoom in (Ctrl++)")), &QToolButton::clicked, &view, &GraphView::zoomIn);
    connect(addTool("maximize", tr("Show the whole graph (Shift+1)")), &QToolButton::clicked, &view, &GraphView::fit);
    const auto show = [this, percent, &view] {
        percent->setText(tr("%1 %", "percent").arg(QLocale().toString(qRound(view.zoom() * 100))));
        adjustSize();
    };
    connect(&view, &GraphView::zoomChanged, this, show);
    show();
}

} // namespace vox
