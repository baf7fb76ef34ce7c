#include "ui/kit/right_panel.h"
#include "ui/kit/metrics.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>

namespace vox::kit {

namespace {

// The hairline between content and panel; wider for the hand than for the eye.
class Grip final : public QWidget {
public:
    explicit Grip(QWidget *parent)
        : QWidget(parent)
    {
        setCursor(Qt::SplitHCursor);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        hairlineDown(painter, width() / 2, 0, height(), Theme::of(this)[Colour::Line1]);
    }
};

} // namespace

RightPanel::RightPanel(QWidget *parent)
    : QWidget(parent)
    , m_grip(new Grip(this))
{
    m_grip->installEventFilter(this);
}

void RightPanel::setContent(QWidget *content)
{
    m_content = content;
    content->setParent(this);
    setSurface(content, Colour::Surface1);
    content->show();
    place();
}

void RightPanel::setPanel(QWidget *panel, int width)
{
    m_panel = panel;
    m_width = width;
    panel->setParent(this);
    setSurface(panel, Colour::Surface1);
    place();
}

bool RightPanel::isOver() const
{
    return window()->width() < Theme::of(this).metrics().overlayPanelBelow;
}

void RightPanel::setOpen(bool open)
{
    if (open == m_open) return;
    m_open = open;
    place();
    emit openChanged(open);
}

void RightPanel::setPanelWidth(int width)
{
    const int least = Metrics().rightPanelMinimum, most = qRound(this->width() / 2 / Theme::of(this).textScale());
    width = qBound(least, width, qMax(least, most));
    if (width == m_width) return;
    m_width = width;
    place();
    emit panelWidthChanged(width);
}

QSize RightPanel::sizeHint() const
{
    return {960, 600};
}

QSize RightPanel::minimumSizeHint() const
{
    return {Theme::of(this).metrics().rightPanelMinimum, 200};
}

void RightPanel::place()
{
    const bool shown = m_panel && m_open;
    if (m_panel) m_panel->setVisible(shown);
    m_grip->setVisible(shown);
    const bool over = isOver();
    const int wide = shown ? qMin(Theme::of(this).px(m_width), qMax(width() - 48, 0)) : 0;
    if (m_content) m_content->setGeometry(0, 0, over ? width() : width() - wide - (shown ? 1 : 0), height());
    if (!shown) return;
    m_panel->setGeometry(width() - wide, 0, wide, height());
    m_panel->raise();
    m_grip->setGeometry(width() - wide - 4, 0, 7, height());
    m_grip->raise();
    m_panel->stackUnder(m_grip);
}

void RightPanel::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::of(this)[Colour::Surface1]);
}

void RightPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void RightPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_open && m_panel && isOver()) setOpen(false);
    else QWidget::keyPressEvent(event);
}

bool RightPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_grip && event->type() == QEvent::MouseMove) {
        const auto *move = static_cast<QMouseEvent *>(event);
        if (move->buttons() & Qt::LeftButton) drag(int(move->globalPosition().x()));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RightPanel::drag(int globalX)
{
    const int x = mapFromGlobal(QPoint(globalX, 0)).x();
    setPanelWidth(qRound((width() - x) / Theme::of(this).textScale()));
}

void RightPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) place();
}

} // namespace vox::kit
