#include "ui/screens/agents/diff_pane.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include "ui/screens/agents/graph/graph_view.h"
#include <QHBoxLayout>
#include <QLabel>

namespace vox {

using kit::Colour;
using kit::TextStyle;

namespace {
constexpr double readableZoom = 0.45; // titles are shown from 40 % on
}

DiffPane::DiffPane(const QString &letter, QWidget *parent)
    : QWidget(parent), m_title(kit::makeLabel({}, TextStyle::BodyStrong)), m_note(kit::makeLabel({}, TextStyle::Small, Colour::Text3)),
      m_column(new QVBoxLayout(this)), m_letter(letter)
{
    const kit::Theme &theme = kit::Theme::of(this);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme.metrics().grid * 4 + 4, 0, theme.metrics().grid, 0);
    row->setSpacing(theme.metrics().grid);
    row->addWidget(m_title);
    row->addWidget(m_note, 1);
    m_title->setFixedHeight(theme.metrics().sectionHeader);
    m_column->setContentsMargins(1, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addLayout(row);
}

DiffPane::~DiffPane()
{
    delete m_view; // before what it shows
}

void DiffPane::show(const QString &title, const QString &note, const QJsonObject &content, const QHash<QString, DiffMark> &marks)
{
    m_title->setText(title);
    m_note->setText(note);
    delete m_view;
    m_flow.reset();
    m_content = std::make_unique<LooseContent>(content, LooseContent::Access::ReadOnly);
    m_flow = std::make_unique<FlowViewModel>(*m_content);
    m_view = new GraphView(*m_flow, this);
    m_view->setInteractive(false);
    m_marks = marks;
    m_view->graph().setMarks(marks);
    m_column->addWidget(m_view, 1);
    connect(m_view, &GraphView::viewChanged, this, [this] {
        if (!m_view->isFitted()) emit moved(); // both sides fit by themselves
    });
    m_view->fit();
    update();
    if (isVisible()) QMetaObject::invokeMethod(this, &DiffPane::makeReadable, Qt::QueuedConnection);
}

// Where the whole graph is too small for words, one looks at what changed first.
void DiffPane::makeReadable()
{
    if (!m_view || !m_flow || m_view->zoom() >= readableZoom) return;
    const Node *first = nullptr;
    for (const Node &node : m_flow->flow().nodes) {
        const DiffMark mark = m_marks.value(node.id, DiffMark::Same);
        if (mark != DiffMark::Same && mark != DiffMark::None && (!first || node.position.y() < first->position.y())) first = &node;
    }
    m_following = true;
    if (!first && !m_flow->flow().nodes.isEmpty()) first = &m_flow->flow().nodes.first();
    if (first) m_view->showColumns(readableZoom, *first);
    m_following = false;
}

void DiffPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QMetaObject::invokeMethod(this, &DiffPane::makeReadable, Qt::QueuedConnection);
}

void DiffPane::showNode(const QString &node)
{
    if (!m_flow || !m_flow->node(node)) return;
    m_flow->selection().selectNode(node);
    m_view->showNode(node);
}

void DiffPane::follow(DiffPane &other)
{
    if (m_following || other.m_following || !m_view || !other.m_view) return;
    m_following = true;
    m_view->setZoom(other.m_view->zoom());
    m_view->setCentre(other.m_view->centre());
    m_following = false;
}

void DiffPane::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme[Colour::Surface1]);
    kit::hairlineDown(painter, 0, 0, height(), theme[Colour::Line1]);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = theme.px(18);
    const QRect box(theme.px(12), (theme.metrics().sectionHeader - side) / 2, side, side);
    kit::drawBox(painter, box, theme.metrics().radiusTag, theme[Colour::Accent]);
    painter.setFont(theme.font(TextStyle::SmallStrong));
    painter.setPen(theme[Colour::OnAccent]);
    painter.drawText(box, Qt::AlignCenter, m_letter);
}

} // namespace vox
