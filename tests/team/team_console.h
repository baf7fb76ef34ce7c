#pragma once
#include "app/console/start.h"
#include <QApplication>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>

class QLineEdit;
class QPushButton;

namespace vox {
class BuilderPage;
class ConflictPage;
class ShellWindow;
class Workspace;
namespace kit { class Style; }
}

namespace vox::test {

// Somebody at a console: the whole program but main(), in folders of its own, on the offscreen platform. Presses, types and
// reads what a person would. GUI thread.
class TeamConsole {
public:
    // `openUrl`: instead of the system's browser.
    TeamConsole(kit::Style &style, std::function<bool(const QUrl &)> openUrl = {});
    ~TeamConsole();

    // One's own workspace, with the demo agents.
    bool openHome();
    // As after a start of the program: the same folder again.
    bool reopen();
    void close() { m_start.reset(); }
    console::Console &console();
    Workspace &workspace();
    ShellWindow &window();

    // Goes to a screen and opens something there: "settings" and "people".
    void go(const QString &screen, const QString &id = {});
    // Null when the agents screen shows no agent, or no conflict.
    BuilderPage *builder();
    ConflictPage *conflict();
    // The agents as their list has them.
    QStringList agents();
    bool openAgent(const QString &name);

    // The first words of the status bar: "Synced 12:30", "2 conflicts".
    QString standing();
    // What the toasts said since forget(), newest last.
    QString told() const;
    void forget() { m_told.clear(); }

    // Of what is seen on the shown screen or its dialog; null when there is none.
    QPushButton *button(const QString &text);
    // By its label or placeholder.
    QLineEdit *field(const QString &name);
    // False when it is not there or not enabled.
    bool press(const QString &text);
    bool type(const QString &name, const QString &text);
    // Every word one can read on the shown screen.
    QString seen();

    // How often another workspace was opened.
    int openings() const { return m_openings; }
    // Joins with a link from an invitation; empty: the team's workspace is open.
    QString join(const QString &link, const QString &name);
    QString serversFolder() const { return m_folder.filePath(QStringLiteral("servers")); }
    // A picture of the window into $VOX_PICTURES, for a person to look at.
    void picture(const QString &name, QWidget *of = nullptr);

    static constexpr const char *password = "a rather long sentence 7";

private:
    void watch();

    QTemporaryDir m_folder;
    kit::Style &m_style;
    QStringList m_told;
    int m_openings = 0;
    QString m_last;
    std::function<bool(const QUrl &)> m_openUrl;
    std::unique_ptr<console::Start> m_start;
};

} // namespace vox::test
