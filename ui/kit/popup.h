#pragma once
#include <QFrame>
#include <QPointer>

class QVBoxLayout;

namespace vox::kit {

// A small surface over the window: a child of it, so that its shadow and corners need nothing from the desktop. Closes on
// Escape, on a click outside and when its window loses focus; then the focus goes back where it was.
class Popup : public QFrame {
    Q_OBJECT
public:
    // `owner` is any widget of the window the popup lies over.
    explicit Popup(QWidget *owner);

    // Where content goes; inside padding is 4 px.
    QVBoxLayout *column() const { return m_column; }
    // Below `anchor`, left edges aligned, moved to stay inside the window.
    void openBelow(const QWidget *anchor);
    // Centred at the top of the window with this width.
    void openAtTop(int width);
    void close();

signals:
    void opened();
    void closed();

protected:
    void paintEvent(QPaintEvent *) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    // Nothing asked: the first focusable child gets the focus.
    virtual void focusFirst();

private:
    void openAt(const QRect &box);
    QVBoxLayout *m_column;
    QPointer<QWidget> m_before;
};

} // namespace vox::kit
