#pragma once
#include <QString>
#include <functional>

class QWidget;

namespace vox {

class Screen;

// One entry of the rail, known before its screen is made. A value of the GUI thread.
struct Place {
    QString key;                              // as Screen::key()
    const char *icon = "";
    std::function<QString()> title;           // translated now
    std::function<Screen *(QWidget *parent)> make;
    bool atBottom = false;
};

} // namespace vox
