#pragma once
#include "ui/kit/accessible.h"
#include "ui/kit/toasts.h"
#include <QTimer>

class QPushButton;
class QToolButton;

namespace vox::kit {

class TextBlock;

// One toast. Private to Toasts (and shown in the gallery). Its time stands still under the pointer.
class ToastCard : public QWidget, public Readable {
    Q_OBJECT
public:
    ToastCard(int id, const Toast &toast, QWidget *parent);

    int id() const { return m_id; }
    ToastLevel level() const { return m_toast.level; }
    QSize sizeHint() const override;
    QAccessible::Role readRole() const override { return QAccessible::AlertMessage; }
    QString readName() const override { return m_toast.title + QStringLiteral(". ") + m_toast.text; }

signals:
    void done();

protected:
    void paintEvent(QPaintEvent *) override;
    void resizeEvent(QResizeEvent *) override;
    void enterEvent(QEnterEvent *) override;
    void leaveEvent(QEvent *) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    int textWide() const;
    int m_id;
    Toast m_toast;
    QTimer m_life;
    int m_left = 0;
    TextBlock *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace vox::kit
