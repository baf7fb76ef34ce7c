#pragma once
#include <QPushButton>

namespace vox::kit {

// A filter. Applied chips are filled and carry a cross (removed()); offered ones open something (clicked()); Add is the
// dashed chip that makes a new one. Delete and Backspace remove an applied chip.
class Chip : public QPushButton {
    Q_OBJECT
public:
    enum class Kind { Applied, Offered, Add };
    explicit Chip(const QString &text, Kind kind = Kind::Offered, QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void removed();

protected:
    void paintEvent(QPaintEvent *) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect crossRect() const;
    Kind m_kind;
};

} // namespace vox::kit
