#pragma once
#include <QList>
#include <QRect>
#include <QWidget>

namespace vox::kit {

// A place for something of this size in the room that covers none of the obstacles: at the right as low as it goes, else at the left;
// at the lower right where there is none.
QRect freePlace(const QRect &room, const QSize &size, const QList<QRect> &obstacles);

// What can be pressed or typed into and is seen, but for what stands in `except`; in the window's coordinates.
QList<QRect> actionsIn(const QWidget &window, const QWidget *except);

} // namespace vox::kit
