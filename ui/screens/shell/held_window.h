#pragma once
#include <QWidget>

namespace vox {

// Instead of the console when its workspace cannot be opened: what happened, and another folder to choose. A window of its
// own, GUI thread.
class HeldWindow : public QWidget {
    Q_OBJECT
public:
    HeldWindow(const QString &happened, const QString &next, QWidget *parent = nullptr);

signals:
    void folderChosen(const QString &folder);

private:
    void choose();
};

} // namespace vox
