#pragma once
#include "ui/screens/notice.h"
#include <QAction>
#include <QJsonObject>
#include <QWidget>

namespace vox {

// One place of the console: Agents, Test bench, Conversations, ... The shell makes it when it is first shown, owns it and
// puts it into the content area. GUI thread.
//
// A screen adds everything it can do with addAction(): QWidget::actions() is what the shell puts into its menus and into
// Ctrl+K. An action carries its text, shortcut (context Qt::WidgetWithChildrenShortcut) and the menu it belongs to.
class Screen : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    // Stable key, English, lower case ("agents"): for saved state and for `--screen`.
    virtual QString key() const = 0;
    // What the rail and the window title show, translated now.
    virtual QString title() const = 0;
    // Name of the rail's icon in the icon set ("workflow").
    virtual QString iconName() const = 0;

    // What is opened, selected, scrolled and folded, so that the next start looks like the last one.
    virtual QJsonObject saveState() const { return {}; }
    virtual void restoreState(const QJsonObject &) {}
    // Shows one thing of this screen: a document or conversation id. Empty: the screen's beginning.
    virtual void open(const QString &id) { Q_UNUSED(id) }

    // The menu an action belongs to: "file", "edit", "view", "agent", "call", "go".
    static void setMenu(QAction *action, const char *menu) { action->setProperty("voxMenu", QString::fromLatin1(menu)); }
    static QString menuOf(const QAction *action) { return action->property("voxMenu").toString(); }

signals:
    void titleChanged();
    // Texts, shortcuts or the set of actions() changed in a way that QAction itself does not tell.
    void actionsChanged();
    // Please show screen `key` and open `id` there.
    void navigationRequested(const QString &key, const QString &id);
    void noticed(const vox::Notice &notice);
    // The operator is about to call: what a call needs may be made ready.
    void callLikely();
};

} // namespace vox
