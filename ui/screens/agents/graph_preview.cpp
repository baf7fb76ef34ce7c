#include "ui/screens/agents/graph_preview.h"
#include "ui/screens/agents/graph/graph_view.h"
#include "ui/kit/theme.h"
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
    m_marks = marks;
    if (isVisible()) QMetaObject::invokeMethod(this, &GraphPreview::makeReadable, Qt::QueuedConnection);
}

// A large preview shows words: what changed, else where it starts, when all of it would be too small. A small one is a map.
void GraphPreview::makeReadable()
{
    constexpr double words = 0.42; // titles are shown from 40 % on
    if (!m_view || !m_flow || width() < kit::Theme::of(this).px(480) || m_flow->flow().nodes.isEmpty()) return;
    m_view->fit();
    if (m_view->zoom() >= words) return;
    const Node *around = nullptr, *start = &m_flow->flow().nodes.first();
    for (const Node &node : m_flow->flow().nodes) {
        const DiffMark mark = m_marks.value(node.id, DiffMark::Same);
        if (node.type == QLatin1StringView("start")) start = &node;
        if (mark != DiffMark::Same && mark != DiffMark::None && (!around || node.position.y() < around->position.y())) around = &node;
    }
    m_view->showColumns(words, around ? *around : *start);
}

void GraphPreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    QMetaObject::invokeMethod(this, &GraphPreview::makeReadable, Qt::QueuedConnection); // when the view has its size
}

void GraphPreview::setNode(const QString &node)
{
    if (!m_flow) return;
    if (m_flow->node(node)) m_flow->selection().selectNode(node);
    else m_flow->selection().set({}, {});
}

} // namespace vox
