#pragma once
#include <QWidget>

class QListWidget;
class QTextBrowser;

namespace vox {

// Shows the help pages: titles at the left, the page at the right. A window of its own beside the shell's, GUI thread.
class HelpWindow : public QWidget {
    Q_OBJECT
public:
    explicit HelpWindow(QWidget *parent = nullptr);
    // Empty: the page that is shown, or the first.
    void showPage(const QString &name);
    QString page() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();
    void showCurrent();
    QListWidget *m_titles;
    QTextBrowser *m_text;
};

} // namespace vox
