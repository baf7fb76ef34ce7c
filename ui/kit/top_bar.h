#pragma once
#include <QWidget>

class QMenuBar;
class QPushButton;
class QToolButton;

namespace vox::kit {

class Avatar;

// The 32 px row at the top of the window: the real menu bar, the command field in the middle, assistant and person at the
// right. Given to QMainWindow::setMenuWidget(). Makes no commands of its own.
class TopBar : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent = nullptr);

    QMenuBar *menuBar() const { return m_menus; }
    // Hidden until a program has an assistant and shows it.
    QToolButton *assistant() const { return m_assistant; }
    // Shown at the right of the command field: "Ctrl+K".
    void setCommandHint(const QString &shortcut);
    void setPerson(const QString &name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void commandRequested();
    void assistantToggled(bool open);
    void personPressed();

protected:
    void paintEvent(QPaintEvent *) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    void translate();
    QMenuBar *m_menus;
    QPushButton *m_command;
    QToolButton *m_assistant;
    QToolButton *m_person;
    Avatar *m_avatar;
};

} // namespace vox::kit
