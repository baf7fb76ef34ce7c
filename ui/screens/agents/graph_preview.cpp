#include "ui/screens/agents/graph_preview.h"
#include "ui/screens/agents/graph/graph_view.h"
#include <QVBoxLayout>

namespace vox {

GraphPreview::GraphPreview(QWidget *parent) : QWidget(parent)
{
    (new QVBoxLayout(this))->setContentsMargins(0, 0, 0, 0);
}

GraphPreview::~GraphPreview()
{
    delete m_view; // before what it shows
}

void GraphPreview::show(const QJsonObject &content, const QHash<QString, DiffMark> &marks)
{
    delete m_view;
    m_flow.reset();
    m_content = std::make_unique<LooseContent>(content, LooseContent::Access::ReadOnly);
    m_flow = std::make_unique<FlowViewModel>(*m_content);
    m_view = new GraphView(*m_flow, this);
    m_view->setInteractive(false);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMinimumSize(0, 0);
    if (!marks.isEmpty()) m_view->graph().setMarks(marks);
    layout()->addWidget(m_view);
    m_view->fit();
}

void GraphPreview::setNode(const QString &node)
{
    if (!m_flow) return;
    if (m_flow->node(node)) m_flow->selection().selectNode(node);
    else m_flow->selection().set({}, {});
}

} // namespace vox
