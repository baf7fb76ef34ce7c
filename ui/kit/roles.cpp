#include "ui/kit/roles.h"
#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QStyle>
#include <QTabBar>
#include <QVariant>

namespace vox::kit {

namespace {

void set(QWidget *widget, const char *property, int value)
{
    widget->setProperty(property, value);
    widget->style()->polish(widget);
    widget->updateGeometry();
    widget->update();
}

} // namespace

void setRole(QAbstractButton *button, ButtonRole role, ControlSize size)
{
    button->setProperty("kitSmall", size == ControlSize::Small);
    set(button, "kitRole", int(role));
}

ButtonRole buttonRole(const QWidget *button)
{
    return ButtonRole(button ? button->property("kitRole").toInt() : 0);
}

bool isSmall(const QWidget *control)
{
    return control && control->property("kitSmall").toBool();
}

void setText(QWidget *widget, TextStyle style, Colour ink)
{
    widget->setProperty("kitMeaning", QVariant());
    widget->setProperty("kitInk", int(ink));
    set(widget, "kitText", int(style));
}

void setText(QWidget *widget, TextStyle style, Meaning ink)
{
    widget->setProperty("kitInk", QVariant());
    widget->setProperty("kitMeaning", int(ink));
    set(widget, "kitText", int(style));
}

void setSurface(QWidget *widget, Colour surface)
{
    set(widget, "kitSurface", int(surface));
}

void setSwitch(QCheckBox *box)
{
    set(box, "kitSwitch", 1);
}

bool isSwitch(const QWidget *widget)
{
    return widget && widget->property("kitSwitch").toInt() == 1;
}

void setFault(QWidget *field, bool faulty)
{
    if (isFaulty(field) != faulty) set(field, "kitFault", faulty ? 1 : 0);
}

bool isFaulty(const QWidget *field)
{
    return field && field->property("kitFault").toInt() == 1;
}

void setDanger(QAction *action)
{
    action->setProperty("kitDanger", true);
}

void setFocusRing(QWidget *widget, bool ring)
{
    widget->setProperty("kitRing", ring);
}

void setTabHeight(QTabBar *tabs, int pixels)
{
    set(tabs, "kitTabHeight", pixels);
}

QLabel *makeLabel(const QString &text, TextStyle style, Colour ink, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    setText(label, style, ink);
    return label;
}

} // namespace vox::kit
