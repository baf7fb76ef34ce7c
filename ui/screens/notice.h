#pragma once
#include <QString>
#include <functional>

namespace vox {

// Something a screen tells the person in passing; the shell shows it as a toast. A value of the GUI thread. `text` is one
// translated sentence; `action` runs when its button (`actionLabel`, "Undo") is pressed and may be empty.
struct Notice {
    enum class Level { Information, Warning, Error, Emergency };

    Level level = Level::Information;
    QString text;
    QString detail; // what to do next, or technical text behind "details"; may be empty
    QString actionLabel;
    std::function<void()> action;
};

} // namespace vox

Q_DECLARE_METATYPE(vox::Notice)
