#pragma once
#include <QAction>
#include <QObject>

namespace vox {

class GraphView;

// Every command of the canvas as a QAction with its shortcut, its menu and its state (enabled when it can do something).
// Keys work while the canvas has the focus, so that Delete in a field stays in the field. Owned by the page.
class GraphActions : public QObject {
    Q_OBJECT
public:
    explicit GraphActions(GraphView &view, QObject *parent = nullptr);

    const QList<QAction *> &all() const { return m_all; }
    // What a right click offers for the selection as it stands; null entries are separators.
    QList<QAction *> contextMenu() const;

signals:
    void addNodeRequested();
    void findRequested();

private:
    QAction *add(const QString &text, const QKeySequence &keys, const char *icon, const char *menu);
    void addEditing();
    void addSelecting();
    void addArranging();
    void addLooking();
    void refresh();

    GraphView &m_view;
    QList<QAction *> m_all, m_needNodes, m_needTwo, m_needThree, m_needAny, m_needEditing;
    QAction *m_undo = nullptr, *m_redo = nullptr;
};

} // namespace vox
