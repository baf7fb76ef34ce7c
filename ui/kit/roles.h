#pragma once
#include "ui/kit/colours.h"
#include "ui/kit/type.h"

class QAbstractButton;
class QAction;
class QCheckBox;
class QLabel;
class QTabBar;
class QWidget;

// What a standard widget means, told to the style. Kept as dynamic properties and re-read on every change of theme.
namespace vox::kit {

enum class ButtonRole : quint8 { Normal, Primary, Quiet, Danger };
enum class ControlSize : quint8 { Normal, Small };

void setRole(QAbstractButton *button, ButtonRole role, ControlSize size = ControlSize::Normal);
ButtonRole buttonRole(const QWidget *button);
bool isSmall(const QWidget *control);

// Text style and colour of a label (or any widget that draws text).
void setText(QWidget *widget, TextStyle style, Colour ink = Colour::Text1);
// The same in the strong colour of a meaning.
void setText(QWidget *widget, TextStyle style, Meaning ink);
// Fills the widget with a surface colour.
void setSurface(QWidget *widget, Colour surface);
// A check box that looks like a switch.
void setSwitch(QCheckBox *box);
bool isSwitch(const QWidget *widget);
// Paints the field's edge in the error colour.
void setFault(QWidget *field, bool faulty);
bool isFaulty(const QWidget *field);

// A menu entry that removes something: red ink.
void setDanger(QAction *action);
// Whether keyboard focus is shown by the ring outside the widget. Buttons and sliders have it; custom widgets ask for it.
void setFocusRing(QWidget *widget, bool ring);
// Height of a tab strip in pixels at 100 % text; 36 without it.
void setTabHeight(QTabBar *tabs, int pixels);

// A label with its style in one call.
QLabel *makeLabel(const QString &text, TextStyle style, Colour ink = Colour::Text1, QWidget *parent = nullptr);

} // namespace vox::kit
