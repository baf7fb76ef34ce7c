#include "ui/kit/free_place.h"
#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <algorithm>

namespace vox::kit {

namespace {

bool isAction(const QWidget *widget)
{
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget)) return !text->isReadOnly();
    if (const auto *text = qobject_cast<const QTextEdit *>(widget)) return !text->isReadOnly();
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget);
}

// What is left of it inside of everything it stands in.
QRect seen(const QWidget *widget, const QWidget &window)
{
    QRect rect = widget->rect();
    for (const QWidget *at = widget; at != &window; at = at->parentWidget()) {
        if (!at) return {};
        rect = rect.translated(at->pos()) & at->parentWidget()->rect();
    }
    return rect;
}

} // namespace

QRect freePlace(const QRect &room, const QSize &size, const QList<QRect> &obstacles)
{
    const auto climb = [&](int left) {
        QRect place(QPoint(left, room.bottom() + 1 - size.height()), size);
        while (place.top() >= room.top()) {
            int above = place.bottom() + 1;
            for (const QRect &obstacle : obstacles)
                if (obstacle.intersects(place)) above = std::min(above, obstacle.top());
            if (above > place.bottom()) return place;
            place.moveBottom(above - 1);
        }
        return QRect();
    };
    const int right = room.right() + 1 - size.width();
    if (const QRect place = climb(right); place.isValid()) return place;
    if (const QRect place = climb(room.left()); place.isValid()) return place;
    return QRect(QPoint(right, room.bottom() + 1 - size.height()), size);
}

QList<QRect> actionsIn(const QWidget &window, const QWidget *except)
{
    QList<QRect> out;
    for (const QWidget *widget : window.findChildren<QWidget *>())
        if (isAction(widget) && widget->isVisibleTo(&window) && !except->isAncestorOf(widget))
            if (const QRect rect = seen(widget, window); !rect.isEmpty()) out.append(rect);
    return out;
}

} // namespace vox::kit
