#pragma once
#include <QWidget>

class QHBoxLayout;

namespace vox {

// The place beneath the canvas where a call is followed: 156 px, or a 36 px bar in a narrow window. Holds one widget, made
// by whoever places calls; hidden while there is none.
class CallDock : public QWidget {
    Q_OBJECT
public:
    explicit CallDock(QWidget *parent = nullptr);

    // Takes ownership; null takes the old one out.
    void setPanel(QWidget *panel);
    bool isFolded() const { return m_folded; }
    void setFolded(bool folded);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    QHBoxLayout *m_row;
    QWidget *m_panel = nullptr;
    bool m_folded = false;
};

} // namespace vox
