#include "ui/kit/popup.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace vox::kit {

Popup::Popup(QWidget *owner)
    : QFrame(owner->window())
    , m_column(new QVBoxLayout(this))
{
    hide();
    setFocusPolicy(Qt::StrongFocus);
    setFocusRing(this, false);
    const int m = shadowMargin() + 4;
    m_column->setContentsMargins(m, m, m, m);
    m_column->setSpacing(0);
}

void Popup::openBelow(const QWidget *anchor)
{
    const QRect at(anchor->mapTo(window(), QPoint(0, anchor->height() + 4)), QSize());
    const QSize size = sizeHint() - 2 * QSize(shadowMargin(), shadowMargin());
    const QRect room = window()->rect().adjusted(4, 4, -4, -4);
    QRect box(at.topLeft(), size.boundedTo(room.size()));
    if (box.right() > room.right()) box.moveRight(room.right());
    if (box.bottom() > room.bottom()) box.moveBottom(qMax(room.top() + box.height() - 1, at.top() - anchor->height() - 8));
    if (box.left() < room.left()) box.moveLeft(room.left());
    openAt(box);
}

void Popup::openAtTop(int width)
{
    const int wide = qMin(width, window()->width() - 16);
    const QSize wanted = sizeHint() - 2 * QSize(shadowMargin(), shadowMargin());
    openAt(QRect((window()->width() - wide) / 2, 4, wide, qMin(wanted.height(), window()->height() - 48)));
}

void Popup::openAt(const QRect &box)
{
    const int m = shadowMargin();
    setGeometry(box.adjusted(-m, -m, m, m));
    if (isVisible()) return;
    m_before = QApplication::focusWidget();
    raise();
    show();
    qApp->installEventFilter(this);
    focusFirst();
    emit opened();
}

void Popup::focusFirst()
{
    for (QWidget *child : findChildren<QWidget *>())
        if (child->focusPolicy() & Qt::TabFocus && child->isVisible()) return child->setFocus(Qt::PopupFocusReason);
    setFocus(Qt::PopupFocusReason);
}

void Popup::close()
{
    if (!isVisible()) return;
    const bool inside = QApplication::focusWidget() == this || isAncestorOf(QApplication::focusWidget());
    hide();
    if (inside && m_before) m_before->setFocus(Qt::PopupFocusReason);
    emit closed();
}

void Popup::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    QFrame::hideEvent(event);
}

void Popup::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    QPainter painter(this);
    const int m = shadowMargin();
    const QRect box = rect().adjusted(m, m, -m, -m);
    drawShadow(painter, box, t);
    drawBox(painter, box, t.metrics().radiusPopup, t[Colour::Surface2], t[Colour::Line2]);
}

void Popup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) close();
    else QFrame::keyPressEvent(event);
}

bool Popup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        const auto *widget = qobject_cast<QWidget *>(watched);
        const QPoint at = mapFromGlobal(static_cast<QMouseEvent *>(event)->globalPosition().toPoint());
        const int m = shadowMargin();
        if (widget && widget->window() == window() && !rect().adjusted(m, m, -m, -m).contains(at)) close();
    } else if (event->type() == QEvent::WindowDeactivate && watched == window()) {
        // A menu or a combo's list of our own is not leaving.
        if (!QApplication::activePopupWidget()) close();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace vox::kit
