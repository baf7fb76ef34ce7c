#pragma once
#include <QByteArray>
#include <QList>
#include <QString>

class QLayout;
class QLineEdit;
class QWidget;

namespace vox {

// Small things the sections of Settings, Workspace are made of.

// Widgets beside each other; the first one takes what room is left, or none does.
enum class Stretch { First, None };
QWidget *rowOf(const QList<QWidget *> &parts, Stretch stretch);
// Beside the labels of other rows; takes no room while it is hidden.
QWidget *indented(QWidget *content);
// Of a form's width; `secret`: what is typed is not shown.
QLineEdit *formField(bool secret = false);
// What is taken out is deleted later: it may be what was pressed.
void clearLater(QLayout *layout);
// "3f9a 01bc …": two lines of 32 digits that a person can compare.
QString readableFingerprint(const QByteArray &hex);

} // namespace vox
