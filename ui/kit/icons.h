#pragma once
#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>
#include "ui/kit/colours.h"

class QPainter;
class QWidget;

namespace vox::kit {

// An icon of the one set as an image of `size` logical pixels at `ratio` device pixels each, stroke 1.75, in `ink`.
// Cached by name, size, ink and ratio. Main thread. `name` must be listed in icon_names.h; an unlisted one draws nothing.
QPixmap iconPixmap(const char *name, int size, const QColor &ink, qreal ratio);

// Paints the icon into the square at `at`.
void drawIcon(QPainter &painter, const char *name, const QRect &at, const QColor &ink);

// For actions, buttons and items: inks follow the theme of the moment of painting (text 2; on a filled primary button
// the text on it; disabled). A meaning other than Neutral keeps its strong colour.
QIcon icon(const char *name, Meaning meaning = Meaning::Neutral);

// The name is one of those compiled in.
bool iconExists(const char *name);

} // namespace vox::kit
