#pragma once
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QTabBar;

namespace vox::kit {

// The 44 px head of a screen: icon or back button, title, tags and circumstance; tabs in the middle; actions at the right.
// What does not fit is given up in this order: note, tags, then the title elides.
class PageHeader : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(const QString &title = {}, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setIcon(const char *name);
    void setNote(const QString &note);
    // Shows a back arrow before the title; emits back().
    void setBackVisible(bool visible);
    // Before the stretch, after the title. Takes ownership.
    void addTag(QWidget *tag);
    // At the right, in order. Takes ownership.
    void addAction(QWidget *widget);
    using QWidget::addAction;
    // Made when first asked for; centred while there is room.
    QTabBar *tabs();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void back();

protected:
    void paintEvent(QPaintEvent *) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();

    QWidget *m_back;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_note;
    QWidget *m_left;
    QWidget *m_right;
    QHBoxLayout *m_leftRow;
    QHBoxLayout *m_rightRow;
    QTabBar *m_tabs = nullptr;
    QList<QWidget *> m_tags;
    QString m_text;
    QString m_noteText;
    QSize m_wanted; // what the parent was told
    const char *m_iconName = "";
};

} // namespace vox::kit
