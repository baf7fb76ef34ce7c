#pragma once
#include "app/console/options.h"
#include "app/console/surroundings.h"
#include "models/base/error.h"
#include <QObject>

class QApplication;

namespace vox {
class HeldWindow;
class Language;
namespace kit { class Style; }
}

namespace vox::console {

class Console;

// Opens a workspace and shows the console over it; another one when the person asks for it, or when somebody holds this
// one. Owned by main(), GUI thread.
class Start : public QObject {
    Q_OBJECT
public:
    Start(QApplication &app, kit::Style &style, const Options &options, const Surroundings &surroundings = Surroundings::ofThisUser());
    ~Start() override;

    // False when nothing could be shown; the reason is on stderr.
    bool open(const QString &folder);
    // Where the last session was, as long as that is there.
    QString lastWorkspace() const;
    // Null before the first open(), and while a window asks for another folder.
    Console *console() { return m_console.get(); }

signals:
    // Another console stands there.
    void opened();

private:
    void change(const QString &folder);
    bool refuse(const Error &error);

    QApplication &m_app;
    kit::Style &m_style;
    const Options m_options;
    const Surroundings m_surroundings;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<HeldWindow> m_held;
    std::unique_ptr<Console> m_console;
};

} // namespace vox::console
