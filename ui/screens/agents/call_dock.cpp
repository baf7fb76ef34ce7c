#include "ui/screens/agents/call_dock.h"
#include "ui/kit/paint.h"
#include <QHBoxLayout>
#include <QPainter>

namespace vox {

namespace {

constexpr int foldedHeight = 36;

} // namespace

CallDock::CallDock(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 1, 0, 0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void CallDock::setPanel(QWidget *panel)
{
    delete m_panel;
    m_panel = panel;
    if (m_panel) m_row->addWidget(m_panel);
    setVisible(m_panel);
    updateGeometry();
}

void CallDock::setFolded(bool folded)
{
    if (folded == m_folded) return;
    m_folded = folded;
    updateGeometry();
}

QSize CallDock::sizeHint() const
{
    const kit::Theme &theme = kit::Theme::of(this);
    return {320, m_folded ? theme.px(foldedHeight) : theme.metrics().dock};
}

void CallDock::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme[kit::Colour::Surface1]);
    kit::hairlineAcross(painter, 0, width(), 0, theme[kit::Colour::Line1]);
}

} // namespace vox
